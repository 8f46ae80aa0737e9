/**
 * A statement as readers pass it on: the words, who said them, where and when, and a link to the place.
 *
 * @import { AttributionView } from "../../target/core/core.js"
 */
import { say } from "../shared/dom.js";
import { dayOf } from "../shared/published.js";
import { wordsAt } from "../shared/words.js";
import { outletOf, pageFacts } from "./page-facts.js";
import { speakerOf } from "./speaker.js";

/**
 * @param {AttributionView} attribution
 * @param {string} text of the page
 * @param {string} [link] to the words
 */
export function quotationOf(attribution, text, link) {
  const { published, url } = pageFacts(document);
  const date = published && dayOf(published);
  const isParaphrase = attribution.quoting === "indirect" && say("label_quoting_indirect");
  const who = speakerOf(attribution, text) || say("whoNobody");
  const from = [isParaphrase ? `${who} (${isParaphrase})` : who, outletOf(document), date].filter(Boolean);
  return `${wordsAt(attribution.content, text)}\n— ${from.join(", ")}\n${link ?? url}`;
}
