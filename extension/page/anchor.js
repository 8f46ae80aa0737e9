/**
 * Remembers where a mark is, so that it can be recognised when the page has been read again.
 *
 * @import { Mark } from "./marks.js"
 * @import { RangeFinder } from "./ranges.js"
 */
import { wordsAt } from "../shared/words.js";
import { isDead } from "./tree.js";

export class Anchor {
  #style;
  #words;
  #node;
  #start;

  /**
   * @param {Mark} mark
   * @param {RangeFinder} finder
   * @param {string} text
   */
  constructor({ style, spans }, finder, text) {
    const [{ node, start }] = finder.pieces(spans[0]);
    this.#style = style;
    this.#words = wordsAt(spans, text);
    this.#node = node;
    this.#start = start;
  }

  /**
   * @param {Mark} mark
   * @param {RangeFinder} finder
   * @param {string} text
   */
  isOf({ style, spans }, finder, text) {
    if (style !== this.#style || wordsAt(spans, text) !== this.#words) return false;
    const [{ node, start }] = finder.pieces(spans[0]);
    return isDead(this.#node) || !this.#node.isConnected || (node === this.#node && start === this.#start);
  }
}
