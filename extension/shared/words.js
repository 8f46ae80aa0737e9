/**
 * The page's words at some offsets, as card, ledger and exports quote them.
 *
 * @import { Offsets } from "../../target/core/core.js"
 */

/**
 * On one line, without the comma that may close them.
 *
 * @param {Offsets[]} spans
 * @param {string} text
 */
export const wordsAt = (spans, text) => {
  const words = spans.map(([start, end]) => text.slice(start, end).replace(/\s+/g, " ").trim());
  return words.join(" … ").replace(/[,;:]$/, "");
};
