/**
 * What running prose looks like, as opposed to menus, labels and teasers, of which a page has just as many words.
 *
 * @import { Block } from "./regions.js"
 */

/** The sign that closes a sentence, with the quotation marks and brackets that close after it. */
const SENTENCE_END = /[.!?…。！？]["'”’»)\]]*(?=\s|$)/g;

/** A paragraph shorter than this, in characters, is as likely a label as a sentence: "Read more.", "By our staff." */
const SHORTEST_PARAGRAPH = 25;

/** Text in an element that is no paragraph has to be this long: pages put buttons and dates into plain `div`s. */
const SHORTEST_ELSEWHERE = 60;

/** A block with a larger share of its characters in links is a list of links in one line. */
const MOST_LINKED = 0.4;

/** @param {string} text */
const holdsSentence = (text) => text.search(SENTENCE_END) >= 0;

/** @param {string} text @returns {boolean} whether it ends where a sentence ends */
export function endsSentence(text) {
  const last = [...text.matchAll(SENTENCE_END)].at(-1);
  return last !== undefined && last.index + last[0].length === text.length;
}

/** How many characters of running prose a block is worth: all or none. @param {Block} block */
export function proseOf({ region, text, linked }) {
  if (linked > MOST_LINKED * text.length) return 0;
  const isLongEnough = text.length >= (region.tag === "p" ? SHORTEST_PARAGRAPH : SHORTEST_ELSEWHERE);
  return isLongEnough && holdsSentence(text) ? text.length : 0;
}
