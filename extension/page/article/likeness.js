/** How much of one text is found again in another, by words and by runs of words. */

/** @param {string} text @returns {string[]} */
export const wordsOf = (text) => text.toLowerCase().match(/[\p{L}\p{N}]+/gu) ?? [];

/**
 * Share of the words that two titles have in common, of the shorter one's.
 *
 * @param {string[]} one
 * @param {string[]} other
 */
export function sharedWords(one, other) {
  const [few, many] = one.length < other.length ? [one, other] : [other, one];
  if (few.length === 0) return 0;
  const known = new Set(many);
  return few.filter((word) => known.has(word)).length / few.length;
}

/** A text that others are looked up in, by three words at a time. */
export class KnownText {
  #runs = new Set();
  size = 0;

  /** @param {string} text */
  constructor(text) {
    const words = wordsOf(text);
    this.size = words.length;
    for (const run of runsOf(words)) this.#runs.add(run);
  }

  /**
   * @param {string} text
   * @returns {number} share of the text's runs of three words that stand in the known text
   */
  share(text) {
    const runs = runsOf(wordsOf(text));
    if (runs.length === 0) return 0;
    return runs.filter((run) => this.#runs.has(run)).length / runs.length;
  }
}

/** @param {string[]} words */
function runsOf(words) {
  if (words.length < 3) return [words.join(" ")];
  const runs = [];
  for (let index = 0; index + 2 < words.length; index++) {
    runs.push(`${words[index]} ${words[index + 1]} ${words[index + 2]}`);
  }
  return runs;
}
