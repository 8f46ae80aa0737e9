/** The day on which a page was published, for a reader west of Greenwich. */
import assert from "node:assert/strict";
import { test } from "node:test";
import { dayOf } from "../../extension/shared/published.js";

process.env.TZ = "America/New_York";
/** @type {any} */ (globalThis).chrome = { i18n: { getMessage: () => "en" } };

for (const [published, day] of [
  ["2024-10-08", "October 8, 2024"],
  ["2024-10", "October 1, 2024"],
  ["2024-10-08T12:00:00Z", "October 8, 2024"],
  ["2024-10-08T01:00:00Z", "October 7, 2024"],
  ["October 8, 2024", "October 8, 2024"],
]) {
  test(`${published} is ${day}`, () => assert.equal(dayOf(published), day));
}
