/** Reading again and again costs a small share of a core in the long run, and a page that changes seldom does not wait. */
import assert from "node:assert/strict";
import { test } from "node:test";
import { Allowance } from "../../extension/page/allowance.js";

/**
 * Simulates readings, as many as the allowance permits.
 *
 * @param {number} cost of each reading, in milliseconds
 * @param {number} duration
 * @returns {{ share: number, readings: number }}
 */
function readWithoutEnd(cost, duration) {
  const allowance = new Allowance(0);
  let [now, readings] = [0, 0];
  for (; now < duration; readings++) {
    now = Math.max(now, allowance.readyAt) + cost;
    allowance.spend(cost, now);
  }
  return { share: (readings * cost) / now, readings };
}

for (const cost of [1, 20, 100, 2_000]) {
  test(`readings of ${cost} ms without end take less than a twentieth of ten minutes`, () => {
    const { share, readings } = readWithoutEnd(cost, 600_000);
    assert.ok(share < 0.05, `${share}`);
    assert.ok(readings > 10);
  });
}

test("a page that changes seldom is never waited for", () => {
  const allowance = new Allowance(0);
  for (let now = 1_000; now < 60_000; now += 1_000) {
    assert.ok(allowance.readyAt <= now);
    allowance.spend(35, now);
  }
});

test("what is owed is paid before the next reading", () => {
  const allowance = new Allowance(0);
  allowance.spend(600, 0);
  assert.equal(allowance.readyAt, 200 / 0.04);
});
