/** Whatever is stored or imported becomes settings: each wrong or missing value becomes its default, the others stay. */
import assert from "node:assert/strict";
import { test } from "node:test";
import { checked, DEFAULTS, strengthOf } from "../../extension/shared/settings.js";

/** Every setting at another value than its default. */
const OTHER = {
  scope: "page",
  kinds: { attribution: false, unnamed: false, hedge: false },
  beliefs: false,
  sureness: "more",
  strengths: { unlikely: false, even: false, likely: false, certain: false, open: false },
  tint: true,
  looks: {
    attribution: { color: "#000001", line: "double" },
    unnamed: { color: "#00000A", line: "dashed" },
    hedge: { color: "#00000b", line: "solid" },
  },
};

/** @param {any} value @returns {string[][]} the path of every single setting in it */
const pathsIn = (value) =>
  Object.entries(value).flatMap(([key, inner]) =>
    typeof inner === "object" ? pathsIn(inner).map((path) => [key, ...path]) : [[key]],
  );

/** A copy with another value at a path. @param {any} settings @param {string[]} path @param {unknown} value */
function withValue(settings, path, value) {
  const copy = structuredClone(settings);
  const last = /** @type {string} */ (path.at(-1));
  path.slice(0, -1).reduce((within, key) => within[key], copy)[last] = value;
  return copy;
}

/** @param {any} settings @param {string[]} path */
const valueAt = (settings, path) => path.reduce((within, key) => within[key], settings);

const PATHS = pathsIn(DEFAULTS);

test("the defaults", () => {
  assert.deepEqual(DEFAULTS, {
    scope: "article",
    kinds: { attribution: true, unnamed: true, hedge: true },
    beliefs: true,
    sureness: "fewer",
    strengths: { unlikely: true, even: true, likely: true, certain: true, open: true },
    tint: false,
    looks: {
      attribution: { color: "#6f8fd0", line: "solid" },
      unnamed: { color: "#e67300", line: "solid" },
      hedge: { color: "#009e73", line: "dotted" },
    },
  });
});

test("every setting can have another value", () => {
  assert.deepEqual(pathsIn(OTHER), PATHS);
  assert.deepEqual(checked(OTHER), OTHER);
  for (const path of PATHS) assert.notEqual(valueAt(OTHER, path), valueAt(DEFAULTS, path), path.join("."));
});

for (const path of PATHS) {
  test(`a wrong or missing ${path.join(".")} becomes its default, and nothing else changes`, () => {
    const expected = withValue(OTHER, path, valueAt(DEFAULTS, path));
    for (const wrong of [undefined, null, 1, "", "none", "#12345g", "red;}*{", [], {}, ["#000001"], NaN]) {
      assert.deepEqual(checked(withValue(OTHER, path, wrong)), expected, JSON.stringify(wrong));
    }
  });
}

test("a group that is missing or no group becomes its defaults", () => {
  for (const name of /** @type {const} */ (["kinds", "strengths", "looks"])) {
    for (const wrong of [undefined, null, 1, "all", true, []]) {
      assert.deepEqual(checked({ ...OTHER, [name]: wrong }), { ...OTHER, [name]: DEFAULTS[name] });
    }
  }
});

test("anything at all becomes settings, without what is not one", () => {
  for (const wrong of [undefined, null, 0, "settings", [], true, { other: 1 }, { kinds: { other: false } }]) {
    assert.deepEqual(checked(wrong), DEFAULTS, JSON.stringify(wrong));
  }
  assert.deepEqual(checked({ ...OTHER, other: 1 }), OTHER);
});

test("a hedge's strength follows from its range on the published scale", () => {
  const strength = (/** @type {string | null} */ range) => strengthOf(/** @type {any} */ ({ range }));
  assert.deepEqual(["1-5", "5-20", "20-45", "45-55", "55-80", "80-95", "95-99", null].map(strength), [
    "unlikely",
    "unlikely",
    "unlikely",
    "even",
    "likely",
    "certain",
    "certain",
    "open",
  ]);
});
