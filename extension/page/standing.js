/**
 * What a source is to the reader: somebody with a name, a body that answers for itself, somebody who is not named, or
 * nobody who could be asked.
 *
 * @import { AttributionView } from "../../target/core/core.js"
 */
import { wordsAt } from "../shared/words.js";

/** @typedef {"named" | "institution" | "unnamed" | "loose"} Standing */

/** @param {Pick<AttributionView, "identity" | "speaker">} attribution @returns {Standing} */
export function standingOf({ identity, speaker }) {
  if (identity === "unnamed") return "unnamed";
  if (identity === "vague" || identity === "unspecified") return "loose";
  return speaker === null ? "institution" : "named";
}

/** Words that only point to somebody. */
const POINTERS = new Set(["i", "we", "you", "he", "she", "it", "they", "who", "one", "this", "that", "these", "those"]);

/** Whether the page's word only points to somebody and it is not known to whom. @param {AttributionView} attribution @param {string} text */
export const isUnclear = ({ identity, speaker, source }, text) =>
  identity === "named" && speaker === null && POINTERS.has(wordsAt(source, text).toLowerCase());
