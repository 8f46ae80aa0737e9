/** The colours of the marks are visible on light and dark pages: WCAG demands a contrast of 3 : 1 for lines. */
import assert from "node:assert/strict";
import { test } from "node:test";
import { LINE_KINDS, styleOf, underline } from "../../extension/shared/underline.js";
import { DEFAULTS, LINES } from "../../extension/shared/settings.js";

/** @typedef {[number, number, number]} Triple */

/** @param {Triple} rgb linear @returns {Triple} */
const toOklab = ([r, g, b]) => {
  const l = Math.cbrt(0.4122214708 * r + 0.5363325363 * g + 0.0514459929 * b);
  const m = Math.cbrt(0.2119034982 * r + 0.6806995451 * g + 0.1073969566 * b);
  const s = Math.cbrt(0.0883024619 * r + 0.2817188376 * g + 0.6299787005 * b);
  return [
    0.2104542553 * l + 0.793617785 * m - 0.0040720468 * s,
    1.9779984951 * l - 2.428592205 * m + 0.4505937099 * s,
    0.0259040371 * l + 0.7827717662 * m - 0.808675766 * s,
  ];
};

/** @param {Triple} oklab @returns {number} relative luminance */
const luminanceOf = ([lightness, a, b]) => {
  const l = (lightness + 0.3963377774 * a + 0.2158037573 * b) ** 3;
  const m = (lightness - 0.1055613458 * a - 0.0638541728 * b) ** 3;
  const s = (lightness - 0.0894841775 * a - 1.291485548 * b) ** 3;
  const red = 4.0767416621 * l - 3.3077115913 * m + 0.2309699292 * s;
  const green = -1.2684380046 * l + 2.6097574011 * m - 0.3413193965 * s;
  const blue = -0.0041960863 * l - 0.7034186147 * m + 1.707614701 * s;
  return 0.2126 * red + 0.7152 * green + 0.0722 * blue;
};

/** @param {string} hex @returns {Triple} */
const linear = (hex) => {
  const channels = [1, 3, 5].map((at) => parseInt(hex.slice(at, at + 2), 16) / 255);
  return /** @type {Triple} */ (channels.map((c) => (c <= 0.04045 ? c / 12.92 : ((c + 0.055) / 1.055) ** 2.4)));
};

for (const kind of LINE_KINDS) {
  for (const [page, text, ground] of /** @type {const} */ ([
    ["light", "#222222", "#ffffff"],
    ["dark", "#dddddd", "#181a1f"],
  ])) {
    test(`${kind} on a ${page} page`, () => {
      const css = underline(kind, DEFAULTS.looks);
      const share = Number(css.match(/(\d+)%/)?.[1]) / 100;
      const [own, theirs] = [DEFAULTS.looks[styleOf(kind)].color, text].map((hex) => toOklab(linear(hex)));
      const mixed = /** @type {Triple} */ (own.map((value, at) => share * value + (1 - share) * theirs[at]));
      const [a, b] = [luminanceOf(mixed), luminanceOf(toOklab(linear(ground)))];
      assert.ok((Math.max(a, b) + 0.05) / (Math.min(a, b) + 0.05) >= 3);
    });
  }
}

/** Line and weight, without the colour. @param {string} css */
const shapeOf = (css) => css.match(/underline (\w+ \d)px/)?.[1];

test("every kind has a shape of its own", () => {
  const shapes = LINE_KINDS.map((kind) => shapeOf(underline(kind, DEFAULTS.looks)));
  assert.equal(new Set(shapes).size, LINE_KINDS.length);
});

for (const line of LINES) {
  test(`institutions and loose groups stay apart from the others when the reader chooses ${line} lines`, () => {
    const look = { color: "#000000", line };
    const looks = { attribution: look, unnamed: look, hedge: look };
    const [named, institution, unnamed, loose] = /** @type {const} */ ([
      "named",
      "institution",
      "unnamed",
      "loose",
    ]).map((kind) => shapeOf(underline(kind, looks))?.split(" ")[0]);
    assert.notEqual(named, institution);
    assert.notEqual(unnamed, loose);
  });
}
