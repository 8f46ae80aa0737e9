/**
 * Why a mark is there: the sentence of the rule that decided it, what speaks for it, and the rule's name. It is folded,
 * since it is about the machine and not about the page.
 *
 * @import { Mark } from "./marks.js"
 */
import { element, foreign, say } from "../shared/dom.js";
import { sentenceOf } from "../shared/rows.js";

/** @param {Mark} mark */
export function whyMarked({ attribution, hedge }) {
  const { reason, why } = attribution ?? /** @type {NonNullable<typeof hedge>} */ (hedge);
  const evidence = (attribution?.evidence ?? []).map(({ rule, words }) => say(`evidence_${rule}`, words));
  // The card of a hedge begins with the sentence of its rule.
  const sentences = hedge ? [say(`hedge_${hedge.kind}`)] : [sentenceOf(reason, why), ...evidence];
  return element(
    "details",
    "why",
    element("summary", "", say("cardWhy")),
    element("p", "", foreign(sentences.join(" "))),
    element("p", "known", say("cardRule", [reason.rule])),
  );
}
