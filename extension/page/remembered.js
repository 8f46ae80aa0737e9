/**
 * A page that is read again is for the most part the page that was read before: what a text alone decides is remembered
 * from one reading to the next, so that only texts that are new cost anything, and no longer, so that nothing grows.
 */

let reading = 0;

/** To be called when the page is read again: what was not asked for since the last call but one is forgotten. */
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
