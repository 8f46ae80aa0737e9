/** Rows of the card that every kind of mark has, and their parts. @import { WhyView } from "../../target/core/core.js" */
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

/** Why it is marked: the rule's sentence, or the core's own words for a rule that has none. @param {WhyView} reason @param {string} why */
export const sentenceOf = (reason, why) => say(`rule_${reason.rule}`, reason.words.slice(0, 9)) || why;
