/**
 * Waiting for what a browser does in its own time. Tests wait for what they expect and never for a stretch of time: on a
 * busy machine any stretch is too short.
 */
import { setTimeout as pause } from "node:timers/promises";

/** Asked so often that nobody waits long for an answer that is there, and so seldom that the asking costs little. */
const ASK_EVERY_MS = 25;
/** Generous, since a failure is the only thing that it delays. */
const DEADLINE_MS = 30_000;

/**
 * @typedef {object} Patience
 * @property {string} [what] names what is waited for, should it not come
 * @property {number} [lasting] for how many milliseconds every answer must be there, where something might still change
 * @property {number} [milliseconds] until it is given up
 */

/**
 * Asks again and again until there is an answer.
 *
 * @template T
 * @param {() => Promise<T | null | undefined | false> | T | null | undefined | false} ask
 * @param {Patience} [patience]
 * @returns {Promise<T>} the last answer
 */
export async function poll(ask, { what = "what was waited for", lasting = 0, milliseconds = DEADLINE_MS } = {}) {
  const end = Date.now() + lasting + milliseconds;
  let since = Infinity;
  for (;;) {
    const asked = Date.now();
    const answer = await ask();
    since = answer ? Math.min(since, asked) : Infinity;
    if (answer && Date.now() - since >= lasting) return answer;
    if (Date.now() > end) throw new Error(`${what} did not come within ${milliseconds / 1000} s`);
    await pause(ASK_EVERY_MS);
  }
}

/**
 * Makes a check again and again until it holds; the last failure is the one that is reported.
 *
 * @template T
 * @param {() => Promise<T> | T} check throws as long as it does not hold
 * @param {Patience} [patience]
 * @returns {Promise<T>} what the check returned
 */
export async function eventually(check, patience) {
  /** @type {unknown} */
  let failure;
  const result = await poll(async () => {
    try {
      return { value: await check() };
    } catch (error) {
      failure = error;
      return null;
    }
  }, patience).catch((error) => {
    throw failure ?? error;
  });
  return result.value;
}
