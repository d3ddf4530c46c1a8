/* Brings the page to life. */

tables.forEach((table) => {
  makeStop(table, table.querySelector("tbody td a"));
  table.addEventListener("keydown", walk);
  table.addEventListener("focusin", (event) => mark(event.target.closest("td a")));
  table.addEventListener("focusout", () => mark(null));
  table.addEventListener("pointerover", (event) => mark(event.target.closest("td a")));
  table.addEventListener("pointerleave", () => mark(null));
  table.addEventListener("click", (event) => {
    const link = event.target.closest("td a");
    if (link) makeStop(table, link);
  });
});

document.querySelectorAll("input[name=order]").forEach((input) =>
  input.addEventListener("change", () =>
    sort(input.value === "similarity" ? data.order : data.order.slice().sort((a, b) => a - b))));

if (data.only) {
  show(data.only);
} else if (dialog) {
  dialog.addEventListener("close", closed);
  dialog.addEventListener("click", (event) => {
    if (event.target === dialog) dialog.close();
  });
  addEventListener("hashchange", follow);
  if (named()) follow();
}
