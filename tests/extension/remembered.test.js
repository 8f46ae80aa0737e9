/** What a text alone decides is found out once, and what is kept has an end. */
import assert from "node:assert/strict";
import { test } from "node:test";
import { remembered } from "../../extension/page/remembered.js";

/** @param {number} most */
function counted(most) {
  const asked = /** @type {string[]} */ ([]);
  const lengthOf = remembered((text) => asked.push(text) && text.length, most);
  return { asked, lengthOf };
}

test("a text is judged once", () => {
  const { asked, lengthOf } = counted(1_000);
  assert.deepEqual(["one", "three", "one", ""].map(lengthOf), [3, 5, 3, 0]);
  assert.deepEqual(asked, ["one", "three", ""]);
});

test("texts without end are not kept without end, and still judged", () => {
  const { asked, lengthOf } = counted(10_000);
  for (let turn = 0; turn < 1_000; turn++) assert.equal(lengthOf(`${turn}`.padEnd(100)), 100);
  assert.equal(lengthOf(`999`.padEnd(100)), 100);
  assert.equal(asked.length, 1_000, "the last one is still known");
  lengthOf(`0`.padEnd(100));
  assert.equal(asked.length, 1_001, "the first one is not");
});
