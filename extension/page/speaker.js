/**
 * What a source is called: by name, by name and "probably", or by the page's words for it; and what a mark is called.
 *
 * @import { AttributionView } from "../../target/core/core.js"
 * @import { Mark } from "./marks.js"
 */
import { say } from "../shared/dom.js";
import { wordsAt } from "../shared/words.js";

/** Whether the page has somebody in mind and it is not known whom. @param {Pick<AttributionView, "identity" | "standing">} attribution */
export const isUnclear = ({ identity, standing }) => identity === "named" && standing === "loose";

/** @param {AttributionView} attribution @param {string} text */
export function speakerOf(attribution, text) {
  const { speaker, is_probable, source } = attribution;
  if (speaker) return is_probable ? say("whoProbably", [speaker]) : speaker;
  const words = wordsAt(source, text);
  return isUnclear(attribution) ? say("whoUnclear", [words]) : words;
}

/** The name of a kind of mark. @param {Mark} mark */
export function kindOf({ attribution, phrase }) {
  if (phrase) return phrase.name || say("kindPhrase");
  if (!attribution) return say("kindHedge");
  const { identity, standing } = attribution;
  if (standing === "institution") return say("kindInstitution");
  return isUnclear(attribution) ? say("kindUnclear") : say(`kind_${identity}`);
}

/** What a mark is about: who speaks, or else the marked words. @param {Mark} mark @param {string} text */
export const subjectOf = ({ attribution, spans }, text) =>
  (attribution && speakerOf(attribution, text)) || say("quoted", [wordsAt(spans, text)]);
