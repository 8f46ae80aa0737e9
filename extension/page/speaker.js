/**
 * Who a source is called: by name, by name and "probably", or by the page's words for it.
 *
 * @import { AttributionView } from "../../target/core/core.js"
 */
import { say } from "../shared/dom.js";
import { wordsAt } from "../shared/words.js";
import { isUnclear } from "./standing.js";

/** @param {AttributionView} attribution @param {string} text */
export function speakerOf(attribution, text) {
  const { speaker, is_probable, source } = attribution;
  if (speaker) return is_probable ? say("whoProbably", [speaker]) : speaker;
  const words = wordsAt(source, text);
  return isUnclear(attribution, text) ? say("whoUnclear", [words]) : words;
}
