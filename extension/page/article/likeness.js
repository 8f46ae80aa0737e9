/** How much of one text is found again in another, by words and by runs of words. */
import { remembered } from "../remembered.js";

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
class KnownText {
  #runs = new Set();

  /** @param {string} text */
  constructor(text) {
    for (const run of runsOf(wordsOf(text), 1)) this.#runs.add(run);
  }

  /** Share of a text's words, by threes, that stand together in the known text. @type {(text: string) => number} */
  share = remembered((text) => {
    const runs = runsOf(wordsOf(text), 3);
    if (runs.length === 0) return 0;
    return runs.filter((run) => this.#runs.has(run)).length / runs.length;
  });
}

export const knownText = remembered((text) => new KnownText(text));

/**
 * @param {string[]} words
 * @param {number} step from the start of one run of three to that of the next
 */
function runsOf(words, step) {
  const runs = [];
  for (let index = 0; index + 2 < words.length; index += step) {
    runs.push(`${words[index]} ${words[index + 1]} ${words[index + 2]}`);
  }
  return runs;
}
