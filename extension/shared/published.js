/** The day on which a page was published. */
import { say } from "./dom.js";

/** "2024-10-08", "2024-10", "2024". */
const WITHOUT_TIME = /^\d{4}(?:-\d\d){0,2}$/;

/**
 * A day in words. Where a date has no time, JavaScript takes midnight in Greenwich, when it is still the day before in the
 * west: such a date is written as it stands.
 *
 * @param {string} published
 */
export function dayOf(published) {
  const timeZone = WITHOUT_TIME.test(published) ? "UTC" : undefined;
  return new Date(published).toLocaleDateString(say("locale"), { dateStyle: "long", timeZone });
}
