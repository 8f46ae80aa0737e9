/**
 * A page that is read again is for the most part the page that was read before: what a text alone decides is remembered,
 * so that only texts that are new cost anything.
 */

/** What an answer weighs, beside its text. */
const ENTRY = 50;

/**
 * @template T
 * @param {(text: string) => T} judge depends on nothing but the text
 * @param {number} [most] that is kept of the texts, in UTF-16 code units: by default a few readings of the longest page
 * @returns {(text: string) => T}
 */
export function remembered(judge, most = 3_000_000) {
  /** @type {Map<string, T>} */
  const known = new Map();
  let weight = 0;
  return (text) => {
    const before = known.get(text);
    if (before !== undefined) return before;
    const answer = judge(text);
    weight += text.length + ENTRY;
    if (weight > most) {
      known.clear();
      weight = text.length + ENTRY;
    }
    known.set(text, answer);
    return answer;
  };
}
