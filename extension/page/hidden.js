/**
 * The marks that the reader has hidden because they are wrong: on this page, until it is left or loaded again. They are
 * recognised by their sentence, since the page can be read again with other offsets. The reader's own phrases are always right.
 *
 * @import { Marked } from "../shared/messages.js"
 * @import { Mark } from "./marks.js"
 */
import { marksOf } from "./marks.js";
import { sentenceAround } from "./sentence.js";

export class HiddenMarks {
  /** @type {Set<string>} */
  #keys = new Set();

  /** @param {Mark} mark @param {string} text */
  hide(mark, text) {
    this.#keys.add(keyOf(mark, text));
  }

  /** @param {Mark} mark @param {string} text */
  restore(mark, text) {
    this.#keys.delete(keyOf(mark, text));
  }

  /** @param {Marked} analysis @param {string} text @returns {Marked} without what is hidden */
  leftOf(analysis, text) {
    if (this.#keys.size === 0) return analysis;
    const hidden = marksOf(analysis, []).filter((mark) => this.#keys.has(keyOf(mark, text)));
    const gone = new Set(hidden.map(({ attribution, hedge }) => attribution ?? hedge));
    return {
      attributions: analysis.attributions.filter((each) => !gone.has(each)),
      hedges: analysis.hedges.filter((each) => !gone.has(each)),
      phrases: analysis.phrases,
    };
  }
}

/** @param {Mark} mark @param {string} text */
function keyOf({ style, spans }, text) {
  const { start, words } = sentenceAround(text, spans[0]);
  return [style, ...spans.flat().map((at) => at - start), words].join(" ");
}
