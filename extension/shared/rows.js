/**
 * The rows of facts about a source or hedge, which card and ledger show in the same form.
 *
 * @import { AnonymityView, WhyView } from "../../target/core/core.js"
 */
import { element, foreign, say } from "./dom.js";

/** The content of a row: a sentence of ours, or nodes that may hold words of the page. @typedef {string | Node | Node[]} RowContent */

/** @param {[name: string, content: RowContent][]} rows those without content are left out */
export function rowsOf(...rows) {
  const list = element("dl", "");
  for (const [name, content] of rows) {
    if (content === "") continue;
    list.append(element("dt", "", name), element("dd", "", ...(Array.isArray(content) ? content : [content])));
  }
  return list;
}

/** @param {string | null | undefined} words of the page */
const quotedRow = (words) => (words ? foreign(say("quoted", [words])) : "");

/** What the page says about a source that it does not name. @param {AnonymityView | null} anonymity @returns {[string, RowContent][]} */
export const anonymityRows = (anonymity) => [
  [say("rowCount"), anonymity && anonymity.count !== "unknown" ? say(`label_count_${anonymity.count}`) : ""],
  [say("rowRole"), quotedRow(anonymity?.role)],
  [say("rowBasis"), quotedRow(anonymity?.basis)],
  [say("rowReason"), quotedRow(anonymity?.reason ?? anonymity?.clause)],
  [say("rowVia"), quotedRow(anonymity?.via)],
];

/** Remarks about such a source, below the rows. @param {AnonymityView | null} anonymity */
export const anonymityNotes = (anonymity) => [
  ...(anonymity?.boilerplate ? [element("p", "note", say("noteBoilerplate"))] : []),
  ...(anonymity?.rests_on_one ? [element("p", "note", say("noteRestsOnOne"))] : []),
];

/** Why it is marked: the message of the rule, or the core's own sentence for a rule without a message. @param {WhyView} reason @param {string} why */
export const sentenceOf = (reason, why) => say(`rule_${reason.rule}`, reason.words.slice(0, 9)) || why;
