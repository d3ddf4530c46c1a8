/* The images that a detector gets most wrong, cut out of the one PNG that holds them all. */

const sheet = new Image();
sheet.src = data.images.png;
const place = new Map(data.images.indices.map((index, i) => [index, i]));

function cut(index) {
  const { width, height, columns } = data.images;
  const canvas = document.createElement("canvas");
  canvas.width = width;
  canvas.height = height;
  const i = place.get(index);
  canvas.getContext("2d").drawImage(sheet, (i % columns) * width, Math.floor(i / columns) * height, width, height, 0, 0, width, height);
  return canvas.toDataURL("image/png");
}

/* Of those that are there: an older report's images may be fewer. */
function strip(parent, title, css, list, scored) {
  const block = d3.select(parent).append("div").attr("class", "strip " + css);
  block.append("h4").text(title);
  const figures = block.append("ul").selectAll("li").data(list.filter((index) => place.has(index))).join("li");
  figures.append("img")
    .attr("src", cut)
    .attr("width", 48).attr("height", 48)
    .attr("alt", (index) => `${scored.name}, test image ${index}, decision value ${value(scored, index)}`)
    .attr("title", (index) => `test image ${index}`);
  figures.append("span").text((index) => value(scored, index));
}

function value(scored, index) {
  const decision = scored.decision[positionOf.get(index)];
  return d3.format(Math.abs(decision) < 100 ? ".3~r" : ",.0f")(decision);
}

async function drawPictures(parent, pair, names) {
  await sheet.decode();
  parent.replaceChildren();
  for (const detector of data.detectors) {
    const found = model(detector, pair.normal);
    if (!found) continue;
    const section = d3.select(parent).append("section").attr("class", "pictures").node();
    d3.select(section).append("h3").text("Most wrong: " + detector);
    const scored = (name) => ({ name, decision: found.decision });
    strip(section, `${names.normal} (normal), scored most abnormal`, "normal", found.mostAbnormal, scored(names.normal));
    strip(section, `${names.abnormal} (abnormal), scored most normal`, "abnormal", found.mostNormal[pair.abnormal] || [], scored(names.abnormal));
  }
}
