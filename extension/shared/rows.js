/**
 * Rows that card and ledger share, and their parts.
 *
 * @import { AnonymityView, WhyView } from "../../target/core/core.js"
 */
import { element, foreign, say } from "./dom.js";

/** What a row says: a sentence of ours, or parts of which some are the page's. @typedef {string | Node | Node[]} Told */

/** @param {[string, Told][]} rows a name and what is to be said; empty ones are left out */
export function rowsOf(...rows) {
  const list = element("dl", "");
  for (const [name, told] of rows) {
    if (told === "") continue;
    list.append(element("dt", "", name), element("dd", "", ...(Array.isArray(told) ? told : [told])));
  }
  return list;
}

/** @param {string | null | undefined} words of the page */
export const quotedRow = (words) => (words ? foreign(say("quoted", [words])) : "");

/** What the page tells about somebody it does not name. @param {AnonymityView | null} anonymity @returns {[string, Told][]} */
export const anonymityRows = (anonymity) => [
  [say("rowCount"), anonymity && anonymity.count !== "unknown" ? say(`label_count_${anonymity.count}`) : ""],
  [say("rowRole"), quotedRow(anonymity?.role)],
  [say("rowBasis"), quotedRow(anonymity?.basis)],
  [say("rowReason"), quotedRow(anonymity?.reason ?? anonymity?.clause)],
  [say("rowVia"), quotedRow(anonymity?.via)],
];

/** What to know of that source besides. @param {AnonymityView | null} anonymity */
export const anonymityNotes = (anonymity) => [
  ...(anonymity?.boilerplate ? [element("p", "note", say("noteBoilerplate"))] : []),
  ...(anonymity?.rests_on_one ? [element("p", "note", say("noteRestsOnOne"))] : []),
];

/** Why it is marked: the rule's sentence, or the core's own words for a rule that has none. @param {WhyView} reason @param {string} why */
export const sentenceOf = (reason, why) => say(`rule_${reason.rule}`, reason.words.slice(0, 9)) || why;
