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

/** The first words of a text, of so many characters at most where the words allow. @param {string} text @param {number} length */
export const shortened = (text, length) =>
  text.length <= length
    ? text
    : `${text
        .slice(0, length + 1)
        .replace(/[\s,;:]+\S*$/, "")
        .slice(0, length)}…`;
