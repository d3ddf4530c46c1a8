/* Lines over the nights of a nightly report. */

const trends = document.getElementById("trends");

/* A chart whose x is the place of a night, written as its date. */
function frameNights(figure, label, from, y, yTitle) {
  const last = data.trend[0].dates.length - 1;
  const chart = frame(figure, label, { x: [Math.min(from, last - 1), last], y, xTitle: "night", yTitle, height: 300, xTicks: 3 });
  chart.svg.select("g.axis").selectAll("text").text((night) => (Number.isInteger(night) ? data.trend[0].dates[night] || "" : ""));
  return chart;
}

/* A little room on both sides of the values, and never none. */
function roomy(values, least) {
  const [low, high] = d3.extent(values);
  const room = Math.max((high - low) * 0.12, least);
  return [low - room, high + room];
}

function drawLine(chart, line, colour) {
  const points = line.nights.map((night, i) => [night, line.values[i]]);
  chart.svg.append("path").attr("class", `line ${colour}`).attr("d", d3.line((d) => chart.x(d[0]), (d) => chart.y(d[1]))(points));
  chart.svg.append("g").selectAll("path").data(points).join("path")
    .attr("class", (d) => "mark " + (data.trend[0].status[d[0]] === "regression" ? "abnormal" : colour))
    .attr("d", (d) => SYMBOLS[data.trend[0].status[d[0]] === "regression" ? "abnormal" : "normal"])
    .attr("transform", (d) => `translate(${chart.x(d[0])},${chart.y(d[1])})`)
    .append("title").text((d) => `${data.trend[0].dates[d[0]]}: ${d[1]}`);
}

/* Entries by detector, in the order of the leaderboard. */
function ranked(entries) {
  return entries.slice().sort(([a], [b]) => data.detectors.indexOf(a) - data.detectors.indexOf(b));
}

function drawMean(detector, line) {
  const banded = line.nights.map((night, i) => ({ night, band: line.bands[i] })).filter((d) => d.band.length);
  const chart = frameNights(addFigure(trends, "trend", "Mean AUC of " + detector, "over all pairs and seeds"),
    `Mean AUC of ${detector} over ${line.nights.length} nights, ${d3.format(".4f")(line.values.at(-1))} on the last`,
    0, roomy(line.values.concat(banded.flatMap((d) => d.band)), 0.002), "mean AUC");
  chart.svg.append("path").attr("class", "band " + css(detector))
    .attr("d", d3.area((d) => chart.x(d.night), (d) => chart.y(d.band[0]), (d) => chart.y(d.band[1]))(banded));
  drawLine(chart, line, css(detector));
}

function drawCounts(title, hint, values, yTitle) {
  const chart = frameNights(addFigure(trends, "trend", title, hint), `${title} over ${values.length} nights, ${values.at(-1)} on the last`,
    0, [0, Math.max(1, d3.max(values)) * 1.1], yTitle);
  drawLine(chart, { nights: values.map((_, i) => i), values }, "held-out");
}

function drawTrends() {
  const trend = data.trend[0];
  ranked(Object.entries(trend.detectors)).forEach(([detector, line]) => drawMean(detector, line));
  drawCounts("Runtime", "seconds of the sweep", trend.seconds, "seconds");
  drawCounts("Collapsed models", "whose figures say nothing", trend.collapsed, "models");
  if (d3.max(trend.failed) > 0) drawCounts("Failed models", "which have no figures", trend.failed, "models");
}

/* A pair's own nights, where the report has them. */
function drawPairTrend(key) {
  const figure = chart("nights");
  const lines = data.trend.length ? ranked(Object.entries(data.trend[0].pairs[key] || {})) : [];
  figure.hidden = !lines.length;
  if (!lines.length) return;
  const first = d3.min(lines, ([, line]) => line.nights[0]);
  const drawn = frameNights(figure, "AUC of this pair, night by night", first, roomy(lines.flatMap(([, line]) => line.values), 0.002), "AUC");
  lines.forEach(([detector, line]) => drawLine(drawn, line, css(detector)));
  legend(figure, lines.map(([detector, line]) => ({ text: `${detector} ${d3.format(".4f")(line.values.at(-1))}`, css: css(detector) })));
}

if (data.trend.length) drawTrends();
