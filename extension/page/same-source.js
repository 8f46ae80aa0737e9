/**
 * Which attributions come from the same source.
 *
 * @import { AttributionView, Offsets } from "../../target/core/core.js"
 */

/**
 * @param {Offsets[]} spans
 * @param {string} text
 */
export const wordsOf = (spans, text) => spans.map(([start, end]) => text.slice(start, end)).join(" … ");

/** Words that refer to somebody without saying whom. */
const POINTING = /^(?:he|she|it|they|we|i|you|who|which|that|one|some|others?|many|both|s\/he)$/i;

/**
 * What attributions of one source share; null for one whose source the page leaves open.
 *
 * @param {AttributionView} attribution
 * @param {string} text the page's
 */
export function sourceKey({ speaker, source }, text) {
  if (speaker) return speaker;
  const words = wordsOf(source, text)
    .toLowerCase()
    .replace(/^(?:the|an?)\s+|[\s,]+$/g, "");
  return words === "" || POINTING.test(words) ? null : words;
}
