/* Charts of one pair, drawn with D3 into figures of the page. */

const MARGIN = { top: 12, right: 16, bottom: 44, left: 62 };

/* An empty chart with its axes; gives the place to draw on and both scales. */
function frame(figure, label, { x, y, xTitle, yTitle, xTicks = 5, yTicks = 5, height = 360, xFormat, yFormat }) {
  const width = 420;
  d3.select(figure).select("svg").remove();
  const svg = d3
    .select(figure)
    .append("svg")
    .attr("viewBox", `0 0 ${width} ${height}`)
    .attr("role", "img")
    .attr("aria-label", label);
  const xScale = d3.scaleLinear(x, [MARGIN.left, width - MARGIN.right]);
  const yScale = d3.scaleLinear(y, [height - MARGIN.bottom, MARGIN.top]);
  const bottom = svg.append("g").attr("class", "axis").attr("transform", `translate(0,${height - MARGIN.bottom})`);
  bottom.call(d3.axisBottom(xScale).ticks(xTicks, xFormat).tickSize(-(height - MARGIN.top - MARGIN.bottom)).tickPadding(8));
  const left = svg.append("g").attr("class", "axis").attr("transform", `translate(${MARGIN.left},0)`);
  left.call(d3.axisLeft(yScale).ticks(yTicks, yFormat).tickSize(-(width - MARGIN.left - MARGIN.right)).tickPadding(8));
  const title = (text, at, rotate) =>
    svg.append("text").attr("class", "axis-title").attr("text-anchor", "middle")
      .attr("transform", `translate(${at[0]},${at[1]})${rotate ? "rotate(-90)" : ""}`).text(text);
  title(xTitle, [(MARGIN.left + width - MARGIN.right) / 2, height - 6]);
  title(yTitle, [11, (MARGIN.top + height - MARGIN.bottom) / 2], true);
  return { svg, x: xScale, y: yScale, width, height };
}

/* A figure with its title, to draw into. */
function addFigure(parent, name, title, hint) {
  const figure = d3.select(parent).append("figure").attr("data-chart", name);
  const caption = figure.append("figcaption");
  caption.append("h3").text(title);
  caption.append("span").text(hint);
  return figure.node();
}

/* What stands for what, below the plot, where it can't cover any line. */
function legend(figure, entries) {
  const key = d3.select(figure).selectAll("p.key").data([0]).join("p").attr("class", "key");
  key.selectAll("span.entry").data(entries).join((enter) => {
    const entry = enter.append("span").attr("class", "entry");
    entry.append("span").attr("class", "swatch");
    entry.append("span").attr("class", "text");
    return entry;
  }).each(function ({ text, css }) {
    d3.select(this).select(".swatch").attr("class", "swatch " + css);
    d3.select(this).select(".text").text(text);
  });
}

/* Rates at every threshold; images with equal decision values step together. */
function rocPoints(decision, normal, abnormal) {
  const all = normal.map((p) => [decision[p], 1]).concat(abnormal.map((p) => [decision[p], 0]));
  all.sort((a, b) => b[0] - a[0]);
  const points = [[0, 0]];
  let kept = 0;
  let missed = 0;
  all.forEach(([value, isNormal], i) => {
    if (isNormal) kept++;
    else missed++;
    if (i + 1 === all.length || all[i + 1][0] !== value) points.push([missed / abnormal.length, kept / normal.length]);
  });
  return points;
}

function drawRoc(figure, curves) {
  const chart = frame(figure, "ROC curves: " + curves.map((c) => `${c.detector}, AUC ${c.auc}`).join("; "), {
    x: [0, 1], y: [0, 1], xTitle: "abnormal let through (false positive rate)", yTitle: "normal kept (true positive rate)",
  });
  chart.svg.append("line").attr("class", "reference")
    .attr("x1", chart.x(0)).attr("y1", chart.y(0)).attr("x2", chart.x(1)).attr("y2", chart.y(1));
  const line = d3.line((d) => chart.x(d[0]), (d) => chart.y(d[1]));
  curves.forEach((curve) => {
    chart.svg.append("path").attr("class", `line ${curve.css}`).attr("d", line(curve.points));
  });
  legend(figure, curves.map((c) => ({ text: `${c.detector} ${c.auc}`, css: c.css })));
}

const SYMBOLS = { normal: d3.symbol(d3.symbolCircle, 22)(), abnormal: d3.symbol(d3.symbolTriangle, 24)() };

/* Points told apart by colour and shape; kind says which of the two a point is. */
function drawEmbedding(figure, label, points, kind, grid, names) {
  const extent = (values) => {
    const [low, high] = d3.extent(values);
    const room = (high - low || 1) * 0.04;
    return [low - room, high + room];
  };
  const chart = frame(figure, label, {
    x: extent(points.map((p) => p.at[0])), y: extent(points.map((p) => p.at[1])),
    xTitle: "embedding 1", yTitle: "embedding 2", height: 400,
  });
  const clip = `${figure.dataset.chart}-${figure.dataset.detector}-clip`;
  chart.svg.append("clipPath").attr("id", clip).append("rect")
    .attr("x", MARGIN.left).attr("y", MARGIN.top)
    .attr("width", chart.width - MARGIN.left - MARGIN.right).attr("height", chart.height - MARGIN.top - MARGIN.bottom);
  const plot = chart.svg.append("g").attr("clip-path", `url(#${clip})`);
  plot.selectAll("path").data(points).join("path")
    .attr("class", (p) => "point " + kind(p)).attr("d", (p) => SYMBOLS[kind(p)])
    .attr("transform", (p) => `translate(${chart.x(p.at[0])},${chart.y(p.at[1])})`);
  if (grid) drawBoundary(plot, chart, grid);
  const count = (css) => points.filter((p) => kind(p) === css).length;
  const key = d3.select(figure).selectAll("p.key").data([0]).join("p").attr("class", "key");
  key.selectAll("span").data(["normal", "abnormal"]).join("span").attr("class", (css) => "entry " + css)
    .text((css) => `${css === "normal" ? "●" : "▲"} ${names[css]}, ${count(css)}`);
}

/* Where the decision function is 0. Contours are in units of the grid, whose points lie at halves. */
function drawBoundary(plot, chart, grid) {
  const across = (x) => chart.x(grid.left + ((x - 0.5) / (grid.size - 1)) * (grid.right - grid.left));
  const up = (y) => chart.y(grid.bottom + ((y - 0.5) / (grid.size - 1)) * (grid.top - grid.bottom));
  const path = d3.geoPath(d3.geoTransform({ point(x, y) { this.stream.point(across(x), up(y)); } }));
  const contour = d3.contours().size([grid.size, grid.size]).contour(grid.values, 0);
  plot.append("path").attr("class", "boundary halo").attr("d", path(contour));
  plot.append("path").attr("class", "boundary").attr("d", path(contour));
}

function drawHistogram(figure, detector, normal, abnormal) {
  const domain = d3.extent(normal.concat(abnormal));
  if (domain[0] === domain[1]) domain[1] = domain[0] + 1;
  const thresholds = d3.range(1, 50).map((i) => domain[0] + ((domain[1] - domain[0]) * i) / 50);
  const bin = d3.bin().domain(domain).thresholds(thresholds);
  const groups = [["normal", bin(normal)], ["abnormal", bin(abnormal)]];
  const most = d3.max(groups, ([, bins]) => d3.max(bins, (b) => b.length));
  const chart = frame(figure, `Decision values of ${detector}, both classes`, {
    x: domain, y: [0, most * 1.05], xTitle: "decision value (higher is more normal)", yTitle: "images", height: 300,
  });
  groups.forEach(([css, bins]) => {
    const steps = bins.flatMap((b) => [[b.x0, b.length], [b.x1, b.length]]);
    const area = d3.area((d) => chart.x(d[0]), chart.y(0), (d) => chart.y(d[1]));
    chart.svg.append("path").attr("class", `area ${css}`).attr("d", area(steps));
    chart.svg.append("path").attr("class", `line thin ${css}`).attr("d", d3.line((d) => chart.x(d[0]), (d) => chart.y(d[1]))(steps));
  });
  if (domain[0] < 0 && domain[1] > 0) {
    chart.svg.append("line").attr("class", "threshold")
      .attr("x1", chart.x(0)).attr("x2", chart.x(0)).attr("y1", MARGIN.top).attr("y2", chart.height - MARGIN.bottom);
  }
}

function drawLoss(figure, { loss: training, validationLoss: validation }, css) {
  const series = [["training", training, css], ["validation", validation, "held-out"]].filter(([, values]) => values.length);
  const all = series.flatMap(([, values]) => values);
  const [low, high] = d3.extent(all);
  const chart = frame(figure, "Loss by epoch, from " + d3.format(".4f")(training[0]) + " to " + d3.format(".4f")(training.at(-1)), {
    x: [1, Math.max(2, training.length)], y: [low - (high - low) * 0.05, high + (high - low || 1) * 0.05],
    xTitle: "epoch", yTitle: "mean squared error", height: 300, xFormat: "d", xTicks: Math.min(6, training.length),
  });
  series.forEach(([, values, colour]) => {
    chart.svg.append("path").attr("class", `line ${colour}`)
      .attr("d", d3.line((d, i) => chart.x(i + 1), (d) => chart.y(d))(values));
  });
  legend(figure, series.map(([name, values, colour]) => ({ text: `${name} ${d3.format(".4f")(values.at(-1))}`, css: colour })));
}
