/* Fills the page's view of one pair, and opens it. */

const dialog = document.getElementById("pair-dialog");
const view = document.getElementById("pair");
const part = (name) => view.querySelector(`[data-part="${name}"]`);
const chart = (name) => view.querySelector(`[data-chart="${name}"]`);
const css = (detector) => ["first", "second", "third"][data.detectors.indexOf(detector)] || "third";

function show(key) {
  const pair = data.pairs[key];
  const names = { normal: data.classes[pair.normal], abnormal: data.classes[pair.abnormal] };
  part("normal").textContent = names.normal;
  part("abnormal").textContent = names.abnormal;
  part("comparison").textContent = pair.comparison;
  linkSwapped(pair);
  fillFigures(pair);
  const normal = positions(pair.normal);
  const abnormal = positions(pair.abnormal);
  drawCurves(pair, normal, abnormal);
  drawPlane(pair, normal, abnormal, names);
  drawPairTrend(key);
  drawPictures(part("pictures"), pair, names);
}

function linkSwapped(pair) {
  const swapped = Object.keys(data.pairs).find((key) =>
    data.pairs[key].normal === pair.abnormal && data.pairs[key].abnormal === pair.normal);
  part("swap").hidden = !swapped;
  if (swapped) part("swap").href = "#" + swapped;
}

function fillFigures(pair) {
  const columns = (f) => [f.auc, f.interval, ...(f.mean ? [f.mean] : []),
    f.averagePrecision, f.caughtAt5PercentFalseAlarms, f.normalKept, f.abnormalCaught];
  part("figures").replaceChildren();
  const rows = d3.select(part("figures")).selectAll("tr").data(pair.figures).join("tr");
  rows.append("th").attr("scope", "row").attr("class", (f) => css(f.detector)).text((f) => f.detector);
  rows.selectAll("td").data(columns).join("td").text((text) => text);
}

function drawCurves(pair, normal, abnormal) {
  const found = pair.figures.map((f) => ({ ...f, model: model(f.detector, pair.normal), css: css(f.detector) })).filter((f) => f.model);
  drawRoc(chart("roc"), found.map((f) => ({ ...f, points: rocPoints(f.model.decision, normal, abnormal) })));
  chart("histograms").replaceChildren();
  found.forEach((f) => {
    const figure = d3.select(chart("histograms")).append("figure");
    const caption = figure.append("figcaption");
    caption.append("h3").text("Scores of " + f.detector);
    caption.append("span").text("number of images; the dashed line is the detector’s own threshold");
    const values = (list) => list.map((position) => f.model.decision[position]);
    drawHistogram(figure.node(), f.detector, values(normal), values(abnormal));
  });
}

function drawPlane(pair, normal, abnormal, names) {
  const planar = data.detectors.map((detector) => model(detector, pair.normal)).find((found) => found && found.embedding);
  const trained = data.detectors.find((detector) => model(detector, pair.normal)?.loss.length);
  ["truth", "prediction"].forEach((name) => (chart(name).hidden = !planar));
  chart("loss").hidden = !trained;
  if (trained) drawLoss(chart("loss"), model(trained, pair.normal), css(trained));
  if (!planar) return;
  const point = (truth) => (position) => ({ position, truth, at: planar.embedding(position), kept: planar.decision[position] > 0 });
  const points = normal.map(point("normal")).concat(abnormal.map(point("abnormal"))).sort((a, b) => a.position - b.position);
  drawEmbedding(chart("truth"), "Embedding of both classes, coloured by truth", points, (p) => p.truth, planar.grid, names);
  drawEmbedding(chart("prediction"), "Embedding of both classes, coloured by prediction", points,
    (p) => (p.kept ? "normal" : "abnormal"), planar.grid, { normal: "taken for normal", abnormal: "taken for abnormal" });
}

/* The pair that the address names, if there is one. */
function named() {
  const key = decodeURIComponent(location.hash.slice(1));
  return Object.hasOwn(data.pairs, key) ? key : "";
}

function follow() {
  const key = named();
  if (!key) {
    dialog.close();
    return;
  }
  if (!dialog.open) dialog.showModal();
  show(key);
  dialog.scrollTop = 0;
  document.getElementById("pair-title").focus({ preventScroll: true });
}

function closed() {
  if (named()) history.pushState(null, "", location.pathname + location.search);
}
