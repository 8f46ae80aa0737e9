/**
 * Recognises prose, as opposed to menus, labels and teasers, which often have as many words on a page.
 *
 * @import { Block } from "./regions.js"
 */

/** The end of a sentence, with the quotation marks and brackets that follow it. */
const SENTENCE_END = /[.!?…。！？]["'”’»)\]]*(?=\s|$)/g;

/** A shorter paragraph, in characters, is as likely a label as a sentence: "Read more.", "By our staff." */
const SHORTEST_PARAGRAPH = 25;

/** The same for text that is not in a paragraph: pages put buttons and dates into plain `div`s. */
const SHORTEST_ELSEWHERE = 60;

/** A block with a larger share of its characters in links is a list of links. */
const MOST_LINKED_PROSE = 0.4;

/** @param {string} text */
const holdsSentence = (text) => text.search(SENTENCE_END) >= 0;

/** @param {string} text @returns {boolean} whether it ends where a sentence ends */
export function endsSentence(text) {
  const last = [...text.matchAll(SENTENCE_END)].at(-1);
  return last !== undefined && last.index + last[0].length === text.length;
}

/** How many characters of running prose a block is worth: all or none. @param {Block} block */
export function proseOf({ region, text, linked }) {
  if (linked > MOST_LINKED_PROSE * text.length) return 0;
  const isLongEnough = text.length >= (region.tag === "p" ? SHORTEST_PARAGRAPH : SHORTEST_ELSEWHERE);
  return isLongEnough && holdsSentence(text) ? text.length : 0;
}
