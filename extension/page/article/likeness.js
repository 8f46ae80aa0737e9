/** Measures how much of one text is in another, by words and by runs of words. */
import { remembered } from "../remembered.js";

/** @param {string} text @returns {string[]} */
export const wordsIn = (text) => text.toLowerCase().match(/[\p{L}\p{N}]+/gu) ?? [];

/**
 * The share of the words of the shorter title that are also in the other.
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

/** How many words are looked up together. Two occur together by chance; with four, a single correction would cost too much. */
const RUN = 3;

/** A text in which others are looked up, by runs of words. */
class KnownText {
  #runs = new Set();

  /** @param {string} text */
  constructor(text) {
    for (const run of runsOf(wordsIn(text), 1)) this.#runs.add(run);
  }

  /** The share of a text's runs that are also in the known text. @type {(text: string) => number} */
  share = remembered((text) => {
    const runs = runsOf(wordsIn(text), RUN);
    if (runs.length === 0) return 0;
    return runs.filter((run) => this.#runs.has(run)).length / runs.length;
  });
}

export const knownText = remembered((text) => new KnownText(text));

/**
 * @param {string[]} words
 * @param {number} step from the start of one run to the start of the next
 */
function runsOf(words, step) {
  const runs = [];
  for (let index = 0; index + RUN <= words.length; index += step) {
    runs.push(words.slice(index, index + RUN).join(" "));
  }
  return runs;
}
