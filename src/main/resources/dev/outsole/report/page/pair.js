/* Fills the page's view of one pair, and opens it. */

const dialog = document.getElementById("pair-dialog");
const view = document.getElementById("pair");
const part = (name) => view.querySelector(`[data-part="${name}"]`);
const chart = (name) => view.querySelector(`[data-chart="${name}"]`);
/* The style sheet has eight colours. */
const css = (detector) => "detector d" + (data.detectors.indexOf(detector) % 8);

function show(key) {
  const pair = data.pairs[key];
  const names = { normal: data.classes[pair.normal], abnormal: data.classes[pair.abnormal] };
  part("normal").textContent = names.normal;
  part("abnormal").textContent = names.abnormal;
  linkSwapped(pair);
  fillFigures(pair);
  const normal = positions(pair.normal);
  const abnormal = positions(pair.abnormal);
  drawCurves(pair, normal, abnormal);
  drawNetworks(pair, normal, abnormal, names);
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
  const compared = Object.values(data.pairs).some((other) => other.figures.some((f) => f.against));
  const columns = (f) => [f.auc, f.interval, ...(f.mean ? [f.mean] : []), ...(compared ? [f.against] : []),
    ...f.metrics, f.normalKept, f.abnormalCaught];
  part("figures").replaceChildren();
  const rows = d3.select(part("figures")).selectAll("tr").data(pair.figures).join("tr");
  const name = rows.append("th").attr("scope", "row");
  name.append("span").attr("class", (f) => "swatch " + css(f.detector));
  name.append("span").text((f) => f.detector);
  rows.selectAll("td").data(columns).join("td").text((text) => text);
}

function drawCurves(pair, normal, abnormal) {
  const found = pair.figures.map((f) => ({ ...f, model: model(f.detector, pair.normal), css: css(f.detector) })).filter((f) => f.model);
  drawRoc(chart("roc"), found.map((f) => ({ ...f, points: rocPoints(f.model.decision, normal, abnormal) })));
  chart("histograms").replaceChildren();
  found.forEach((f) => {
    const figure = addFigure(chart("histograms"), "histogram", "Scores of " + f.detector,
      "number of images; the dashed line is the detector’s own threshold");
    const values = (list) => list.map((position) => f.model.decision[position]);
    drawHistogram(figure, f.detector, values(normal), values(abnormal));
  });
}

/* The embedding of every detector that has one in the plane, and the loss of every network. */
function drawNetworks(pair, normal, abnormal, names) {
  chart("planes").replaceChildren();
  chart("losses").replaceChildren();
  data.detectors.forEach((detector) => {
    const found = model(detector, pair.normal);
    if (found?.embedding) drawPlane(detector, found, normal, abnormal, names);
    if (found?.loss.length) {
      drawLoss(addFigure(chart("losses"), "loss", "Loss of " + detector, "mean squared error per pixel, by epoch"), found, css(detector));
    }
  });
}

function drawPlane(detector, planar, normal, abnormal, names) {
  const point = (truth) => (position) => ({ position, truth, at: planar.embedding(position), kept: planar.decision[position] > 0 });
  const points = normal.map(point("normal")).concat(abnormal.map(point("abnormal"))).sort((a, b) => a.position - b.position);
  const draw = (name, hint, kind, kinds) => {
    const figure = addFigure(chart("planes"), name, `Embedding of ${detector}, by ${name}`, hint);
    figure.dataset.detector = detector;
    drawEmbedding(figure, `Embedding of both classes by ${detector}, coloured by ${name}`, points, kind, planar.grid, kinds);
  };
  draw("truth", planar.grid ? "the line is the SVM’s decision boundary" : "", (p) => p.truth, names);
  draw("prediction", planar.grid ? "taken for normal inside the line, for abnormal outside" : "at the detector’s own threshold",
    (p) => (p.kept ? "normal" : "abnormal"), { normal: "taken for normal", abnormal: "taken for abnormal" });
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
