/**
 * The picture as SVG. Whatever the page says is text in it and never markup.
 *
 * @import { Picture } from "./picture.js"
 */
import { PATTERNS } from "./picture.js";

/** What XML does not allow in any form: control characters and halves of surrogate pairs. */
const NO_XML = /[^\t\n\r\u0020-\ud7ff\ue000-\ufffd\u{10000}-\u{10ffff}]/gu;

/** @type {Record<string, string>} */
const ENTITIES = { "&": "&amp;", "<": "&lt;", ">": "&gt;", '"': "&quot;", "'": "&apos;" };

/** @param {string} text */
const escaped = (text) => text.replace(NO_XML, "").replace(/[&<>"']/g, (sign) => ENTITIES[sign]);

/** @param {number} length in pixels */
const short = (length) => String(Math.round(length * 10) / 10);

/** @param {Picture} picture */
export function svg({ width, height, title, description, shapes }) {
  const patterns = Object.entries(PATTERNS).map(
    ([name, { side, color, path }]) =>
      `<pattern id="${name}" width="${side}" height="${side}" patternUnits="userSpaceOnUse"><path d="${path}" fill="${color}"/></pattern>`,
  );
  const drawn = shapes.map((shape) => {
    if ("text" in shape) {
      const { text, x, y, size, isBold, color, end } = shape;
      const weight = isBold ? ' font-weight="600"' : "";
      const anchor = end ? ' text-anchor="end"' : "";
      return `<text x="${short(x)}" y="${short(y)}" font-size="${size}"${weight}${anchor} fill="${color}">${escaped(text)}</text>`;
    }
    const fill = shape.fill in PATTERNS ? `url(#${shape.fill})` : shape.fill;
    const [x, y, w, h] = [shape.x, shape.y, shape.width, shape.height].map(short);
    return `<rect x="${x}" y="${y}" width="${w}" height="${h}" fill="${fill}"/>`;
  });
  return `${[
    `<svg xmlns="http://www.w3.org/2000/svg" width="${width}" height="${height}" viewBox="0 0 ${width} ${height}" font-family="system-ui, sans-serif" role="img">`,
    `<title>${escaped(title)}</title>`,
    `<desc>${escaped(description)}</desc>`,
    `<defs>${patterns.join("")}</defs>`,
    `<rect width="100%" height="100%" fill="#ffffff"/>`,
    ...drawn,
    "</svg>",
  ].join("\n")}\n`;
}
