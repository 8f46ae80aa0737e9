/**
 * The page's words at some offsets, as card, ledger and exports quote them.
 *
 * @import { Offsets } from "../../target/core/core.js"
 */

/**
 * Joins the words at some spans into one line and drops a comma at its end.
 *
 * @param {Offsets[]} spans
 * @param {string} text
 */
export const wordsAt = (spans, text) => {
  const words = spans.map(([start, end]) => text.slice(start, end).replace(/\s+/g, " ").trim());
  return words.join(" … ").replace(/[,;:]$/, "");
};
