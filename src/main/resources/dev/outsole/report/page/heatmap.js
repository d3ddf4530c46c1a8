/* Heatmaps: walking by arrow keys, the same pair in the others, the order of the classes. */

const tables = Array.from(document.querySelectorAll(".heatmap table"));
const linkIn = (cell) => (cell ? cell.querySelector("a") : null);

/* One stop for the tab key in each table; the arrow keys go on from there. */
function makeStop(table, link) {
  table.querySelectorAll("td a").forEach((other) => (other.tabIndex = other === link ? 0 : -1));
}

const MOVES = { ArrowLeft: [0, -1], ArrowRight: [0, 1], ArrowUp: [-1, 0], ArrowDown: [1, 0] };

function walk(event) {
  const link = event.target.closest("td a");
  if (!link || event.altKey || event.ctrlKey || event.metaKey) return;
  if (event.key === " ") {
    event.preventDefault();
    link.click();
    return;
  }
  const next = event.key === "Home" ? edge(link, 1) : event.key === "End" ? edge(link, -1) : neighbour(link, MOVES[event.key]);
  if (!next) return;
  event.preventDefault();
  makeStop(event.currentTarget, next);
  next.focus();
}

/* The next cell with a pair in it, over those without. */
function neighbour(link, move) {
  if (!move) return null;
  let row = link.closest("tr");
  let column = link.parentElement.cellIndex;
  do {
    column += move[1];
    if (move[0]) row = move[0] > 0 ? row.nextElementSibling : row.previousElementSibling;
    if (!row || column < 1 || column >= row.cells.length) return null;
  } while (!linkIn(row.cells[column]));
  return linkIn(row.cells[column]);
}

function edge(link, direction) {
  const links = Array.from(link.closest("tr").querySelectorAll("td a"));
  return links.at(direction > 0 ? 0 : -1);
}

/* Marks the same pair in every table. */
function mark(link) {
  document.querySelectorAll("td.twin").forEach((cell) => cell.classList.remove("twin"));
  if (!link) return;
  tables.forEach((table) => table.querySelectorAll("td a").forEach((other) => {
    if (other.hash === link.hash) other.parentElement.classList.add("twin");
  }));
}

function sort(order) {
  const rank = new Map(order.map((label, i) => [label, i]));
  const byRank = (a, b) => rank.get(Number(a.dataset.label)) - rank.get(Number(b.dataset.label));
  tables.forEach((table) => {
    const body = table.tBodies[0];
    Array.from(body.rows).sort(byRank).forEach((row) => body.append(row));
    [table.tHead.rows[0], ...body.rows].forEach((row) =>
      Array.from(row.cells).slice(1).sort(byRank).forEach((cell) => row.append(cell)));
    makeStop(table, table.querySelector("tbody td a"));
  });
}
