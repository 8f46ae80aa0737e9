/**
 * The sentence that words of the page stand in.
 *
 * @import { Offsets } from "../../target/core/core.js"
 */

/**
 * @param {string} text
 * @param {Offsets} span
 * @returns {{ start: number, words: string }}
 */
export function sentenceAround(text, [at]) {
  const start = text.lastIndexOf("\n", at - 1) + 1;
  const end = text.indexOf("\n", at);
  const line = text.slice(start, end < 0 ? text.length : end);
  const found = new Intl.Segmenter("en", { granularity: "sentence" }).segment(line).containing(at - start);
  return { start: start + (found?.index ?? 0), words: (found?.segment ?? line).replace(/\s+/g, " ").trim() };
}
