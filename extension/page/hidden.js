/**
 * The marks that the reader has hidden because they are wrong: on this page, until it is left or loaded again. They are
 * recognised by their sentence, since the page can be read again with other offsets. The core leaves them out of its report as
 * well, so that no ledger counts them. The reader's own phrases are always right.
 *
 * @import { AttributionView, HedgeView } from "../../target/core/core.js"
 * @import { Marked, Numbers } from "../shared/messages.js"
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

  /** @param {Marked} analysis of all that was found @param {string} text @returns {Numbers | undefined} what of it is hidden */
  numbersIn({ attributions, hedges }, text) {
    if (this.#keys.size === 0) return undefined;
    const hidden = marksOf({ attributions, hedges, phrases: [] }, []).filter((mark) =>
      this.#keys.has(keyOf(mark, text)),
    );
    const gone = new Set(hidden.map(({ attribution, hedge }) => attribution ?? hedge));
    const numbersOf = (/** @type {(AttributionView | HedgeView)[]} */ list) =>
      list.flatMap((each, number) => (gone.has(each) ? number : []));
    const numbers = { attributions: numbersOf(attributions), hedges: numbersOf(hedges) };
    return numbers.attributions.length + numbers.hedges.length > 0 ? numbers : undefined;
  }
}

/** @param {Mark} mark @param {string} text */
function keyOf({ style, spans }, text) {
  const { start, words } = sentenceAround(text, spans[0]);
  return [style, ...spans.flat().map((at) => at - start), words].join(" ");
}
