/** The time of the turns is added up; the waits between them do not count. */
import assert from "node:assert/strict";
import { test } from "node:test";
import { setTimeout as pause } from "node:timers/promises";
import { Cost, Slices } from "../../extension/page/slices.js";

/** Keeps the thread busy. @param {Slices} slices */
function work(slices) {
  while (!slices.isOver);
}

test("turns are added up, without what was waited between them", async () => {
  const cost = new Cost();
  const slices = new Slices(cost, new AbortController().signal);
  work(slices);
  assert.equal(await slices.during(pause(200, "the answer")), "the answer");
  work(slices);
  slices.end();
  assert.equal(cost.turns, 2);
  assert.ok(cost.longest > 0 && cost.longest <= cost.total);
  assert.equal(slices.spent, cost.total);
  assert.ok(cost.total < 200, `${cost.total}`);
});

test("work that is no longer wanted ends with its turn", async () => {
  const stop = new AbortController();
  const slices = new Slices(new Cost(), stop.signal);
  stop.abort();
  await assert.rejects(slices.during(Promise.resolve()), { name: "AbortError" });
});
