/**
 * Waits for what a browser does in its own time. Tests wait for what they expect and never for a fixed time, which is too
 * short on a busy machine.
 */
import { setTimeout as pause } from "node:timers/promises";

/** Often enough that little time is lost, and seldom enough that asking costs little. */
const ASK_EVERY_MS = 25;
/** Generous, since it delays failures only. */
const DEADLINE_MS = 30_000;

/**
 * @typedef {object} Patience
 * @property {string} [what] what is waited for, for the error message
 * @property {number} [lasting] for how many milliseconds the answer must stay, where it could still change
 * @property {number} [milliseconds] until the deadline
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
 * Repeats a check until it holds; at the deadline, its last failure is thrown.
 *
 * @template T
 * @param {() => Promise<T> | T} check throws while it does not hold
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
