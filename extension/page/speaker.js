/**
 * Who a source is called: by name, by name and "probably", or by the page's words for it.
 *
 * @import { AttributionView } from "../../target/core/core.js"
 */
import { say } from "../shared/dom.js";
import { wordsAt } from "../shared/words.js";

/** @param {AttributionView} attribution @param {string} text */
export function speakerOf({ speaker, is_probable, source }, text) {
  if (!speaker) return wordsAt(source, text);
  return is_probable ? say("whoProbably", [speaker]) : speaker;
}
