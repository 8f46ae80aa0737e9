/** A result that depends on a text alone is computed once, and forgotten when readings no longer ask for it. */
import assert from "node:assert/strict";
import { test } from "node:test";
import { nextReading, remembered } from "../../extension/page/remembered.js";

test("a text is judged once, as long as each reading asks for it", () => {
  const asked = /** @type {string[]} */ ([]);
  const lengthOf = remembered((text) => asked.push(text) && (text.length || null));
  assert.deepEqual(["one", "three", "one", ""].map(lengthOf), [3, 5, 3, null]);
  assert.equal(lengthOf(""), null);
  nextReading();
  assert.equal(lengthOf("one"), 3);
  nextReading();
  assert.equal(lengthOf("one"), 3);
  assert.deepEqual(asked, ["one", "three", ""]);
  assert.equal(lengthOf("three"), 5);
  nextReading();
  nextReading();
  assert.equal(lengthOf("one"), 3);
  assert.deepEqual(asked, ["one", "three", "", "three", "one"]);
});
