/**
 * The report's plot: for each browser, page and state of the background, how long the empty extension takes and how long
 * after it the first mark is there.
 *
 * @import { Row } from "./click.js"
 */

const WIDTH = 760;
const LEFT = 210;
const BAR = 14;
const ROW = 24;
const TOP = 56;
/** Room for the figure behind a bar. */
const RIGHT = 60;
const EMPTY = "#8a95a1";
const OURS = "#0072b2";

/** @param {number} x @param {number} y @param {string} words @param {string} [more] */
const text = (x, y, words, more = "") => `<text x="${x}" y="${y}" ${more}>${words}</text>`;

/** @param {Record<string, Row[]>} clicked by browser @returns {string} SVG */
export function plot(clicked) {
  const rows = Object.entries(clicked).flatMap(([browser, each]) => each.map((row) => ({ browser, ...row })));
  const longest = Math.max(...rows.map(({ times }) => times.first));
  const scale = (/** @type {number} */ milliseconds) => (milliseconds / longest) * (WIDTH - LEFT - RIGHT);
  const bars = rows.map(({ browser, page, isAsleep, times }, number) => {
    const y = TOP + number * ROW;
    const [empty, first] = [scale(times.empty), scale(times.first)];
    return [
      text(LEFT - 8, y + BAR - 3, `${browser}, ${page.name}, ${isAsleep ? "asleep" : "awake"}`, `text-anchor="end"`),
      `<rect x="${LEFT}" y="${y}" width="${empty.toFixed(1)}" height="${BAR}" fill="${EMPTY}"/>`,
      `<rect x="${(LEFT + empty).toFixed(1)}" y="${y}" width="${Math.max(0, first - empty).toFixed(1)}" height="${BAR}" fill="${OURS}"/>`,
      text(LEFT + Math.ceil(first) + 6, y + BAR - 3, `${Math.round(times.first)} ms`),
    ].join("\n");
  });
  const height = TOP + rows.length * ROW + 12;
  return `<svg xmlns="http://www.w3.org/2000/svg" width="${WIDTH}" height="${height}" viewBox="0 0 ${WIDTH} ${height}" font-family="sans-serif" font-size="12" fill="#1b2430">
<rect width="${WIDTH}" height="${height}" fill="#ffffff"/>
${text(12, 20, "From the click to the first mark", `font-size="15" font-weight="600"`)}
<rect x="12" y="30" width="12" height="12" fill="${EMPTY}"/>
${text(30, 40, "an extension that injects an empty script")}
<rect x="300" y="30" width="12" height="12" fill="${OURS}"/>
${text(318, 40, "what Sourcelight takes after that")}
${bars.join("\n")}
</svg>
`;
}
