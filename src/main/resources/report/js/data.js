// What the page shows: JSON, gzipped, in base64, in an element that no browser runs.

async function openData() {
  const text = document.getElementById("data").textContent.trim();
  const bytes = fromBase64(text);
  const stream = new Blob([bytes]).stream().pipeThrough(new DecompressionStream("gzip"));
  return JSON.parse(await new Response(stream).text());
}

function fromBase64(text) {
  const characters = atob(text);
  const bytes = new Uint8Array(characters.length);
  for (let i = 0; i < bytes.length; i++) bytes[i] = characters.charCodeAt(i);
  return bytes;
}

/** The rows of head_patterns of one part, unit and stratum, a column an array over all heads. */
function findSlice(data, pattern, part, unit, stratum) {
  return data.slices.find(
    (slice) =>
      slice.pattern === pattern &&
      slice.part === part &&
      slice.unit === unit &&
      slice.stratum === stratum,
  );
}

/** A number of a head; NaN where it was not measured, or the run has no such column. */
function numberAt(columns, name, index) {
  const value = columns && columns[name] ? columns[name][index] : null;
  return value === null || value === undefined ? NaN : value;
}

function textAt(columns, name, index) {
  const value = columns && columns[name] ? columns[name][index] : null;
  return value === undefined ? null : value;
}

function headName(data, index) {
  const { heads } = data.shape;
  return `layer ${Math.floor(index / heads)} head ${index % heads}`;
}

function shortName(data, index) {
  const { heads } = data.shape;
  return `${Math.floor(index / heads)}-${index % heads}`;
}

function headCount(data) {
  return data.shape.layers * data.shape.heads;
}
