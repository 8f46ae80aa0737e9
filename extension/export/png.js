/**
 * The picture as PNG, drawn by the browser: twice as large as in CSS pixels, so that it stays sharp on paper and screens.
 *
 * @import { Measure, Picture } from "./picture.js"
 */
import { PATTERNS } from "./picture.js";

const SCALE = 2;

/** @param {number} size @param {boolean} isBold */
const font = (size, isBold) => `${isBold ? 600 : 400} ${size}px system-ui, sans-serif`;

const context = (/** @type {HTMLCanvasElement} */ canvas) =>
  /** @type {CanvasRenderingContext2D} */ (canvas.getContext("2d"));

/** Measures texts as they will be drawn. @returns {Measure} */
export function textMeasure() {
  const drawing = context(document.createElement("canvas"));
  return (text, size, isBold) => {
    drawing.font = font(size, isBold);
    return drawing.measureText(text).width;
  };
}

/** @param {Picture} picture @returns {Promise<Blob>} */
export function png({ width, height, shapes }) {
  const canvas = document.createElement("canvas");
  Object.assign(canvas, { width: width * SCALE, height: height * SCALE });
  const drawing = context(canvas);
  drawing.scale(SCALE, SCALE);
  drawing.fillStyle = "#ffffff";
  drawing.fillRect(0, 0, width, height);
  for (const shape of shapes) {
    if ("text" in shape) {
      drawing.font = font(shape.size, shape.isBold);
      drawing.fillStyle = shape.color;
      drawing.textAlign = shape.end ? "right" : "left";
      drawing.fillText(shape.text, shape.x, shape.y);
    } else {
      drawing.fillStyle = shape.fill in PATTERNS ? pattern(drawing, shape.fill) : shape.fill;
      drawing.fillRect(shape.x, shape.y, shape.width, shape.height);
    }
  }
  return new Promise((resolve, reject) =>
    canvas.toBlob((blob) => (blob ? resolve(blob) : reject(new Error("the picture is too large"))), "image/png"),
  );
}

/** @param {CanvasRenderingContext2D} drawing @param {string} name */
function pattern(drawing, name) {
  const { side, color, path } = PATTERNS[name];
  const tile = document.createElement("canvas");
  Object.assign(tile, { width: side * SCALE, height: side * SCALE });
  const onTile = context(tile);
  onTile.scale(SCALE, SCALE);
  onTile.fillStyle = color;
  onTile.fill(new Path2D(path));
  const made = /** @type {CanvasPattern} */ (drawing.createPattern(tile, "repeat"));
  made.setTransform(new DOMMatrix().scale(1 / SCALE));
  return made;
}
