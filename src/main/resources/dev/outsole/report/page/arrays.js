"use strict";
/* The page's data, and numbers out of Base64. */

const data = JSON.parse(document.getElementById("data").textContent);

function buffer(text) {
  const raw = atob(text);
  const bytes = new Uint8Array(raw.length);
  for (let i = 0; i < raw.length; i++) bytes[i] = raw.charCodeAt(i);
  return bytes.buffer;
}

const indices = new Uint32Array(buffer(data.indices));
const labels = new Uint16Array(buffer(data.labels));
const positionOf = new Map(Array.from(indices, (index, position) => [index, position]));

/* Unpacked when it is first looked at. */
const unpacked = new Map();

function model(detector, normal) {
  const key = detector + "/" + normal;
  if (!unpacked.has(key) && data.models[key]) {
    const packed = data.models[key];
    unpacked.set(key, {
      ...packed,
      decision: new Float32Array(buffer(packed.decision)),
      embedding: packed.embedding.map(plane)[0],
      grid: packed.grid.map(grid)[0],
    });
  }
  return unpacked.get(key);
}

/* Coordinates [x, y] of the image at a position. */
function plane(packed) {
  const shorts = new Uint16Array(buffer(packed.values));
  const scale = (short, low, high) => low + (short / 65535) * (high - low);
  return (position) => [
    scale(shorts[2 * position], packed.left, packed.right),
    scale(shorts[2 * position + 1], packed.bottom, packed.top),
  ];
}

function grid(packed) {
  return { ...packed, values: Array.from(new Int16Array(buffer(packed.values)), (short) => short * packed.unit) };
}

/* Positions of the images of a class. */
function positions(label) {
  const found = [];
  labels.forEach((other, position) => {
    if (other === label) found.push(position);
  });
  return found;
}
