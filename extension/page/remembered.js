/**
 * Remembers results that depend on a text alone from one reading of the page to the next. Most texts of a page are the same
 * in both, so that only new ones cost time. Results that a reading did not need are forgotten, so that memory does not grow.
 */

let reading = 0;

/** Call this when a reading begins. Results that neither this nor the previous reading asks for are forgotten. */
export const nextReading = () => void reading++;

/**
 * @template T
 * @param {(text: string) => T} judge depends on nothing but the text
 * @returns {(text: string) => T}
 */
export function remembered(judge) {
  /** @type {Map<string, T>} */
  let before = new Map();
  /** @type {Map<string, T>} */
  let now = new Map();
  let asOf = reading;
  return (text) => {
    if (asOf !== reading) {
      before = asOf === reading - 1 ? now : new Map();
      now = new Map();
      asOf = reading;
    }
    const known = [now, before].find((answers) => answers.has(text));
    const answer = known ? /** @type {T} */ (known.get(text)) : judge(text);
    now.set(text, answer);
    return answer;
  };
}
