/**
 * Recognises English and German by their grammatical words, as the core does (src/language/tongue.rs, which says why), from
 * the same list and by the same proof. The detectors of the browsers are not used, because their answers differ and are often
 * missing for single sentences.
 */
import frequentWords from "../../src/language/frequent-words.json" with { type: "json" };
import proof from "../../src/language/proof-of-language.json" with { type: "json" };
import { remembered } from "./remembered.js";

const READ = ["english", "german"];

/** The languages in whose list a word stands. @type {Map<string, string[]>} */
const LANGUAGES_OF = new Map();
for (const [language, words] of Object.entries(frequentWords)) {
  for (const word of words.split(" ")) LANGUAGES_OF.set(word, [...(LANGUAGES_OF.get(word) ?? []), language]);
}

/** @typedef {"readable" | "other" | "unknown"} Language */

/** The language of a text, as far as its words show it. @type {(text: string) => Language} */
export const languageOf = remembered((text) => {
  const words =
    text
      .normalize()
      .toLowerCase()
      .match(/[\p{L}\p{M}\p{N}’']+/gu) ?? [];
  const letters = text.match(/\p{L}/gu)?.length ?? 0;
  const latin = text.match(/\p{Script=Latin}/gu)?.length ?? 0;
  if (latin < letters / 2) return "other";
  /** @type {Map<string, number>} */
  const found = new Map();
  for (const word of words) {
    for (const language of LANGUAGES_OF.get(word) ?? []) found.set(language, (found.get(language) ?? 0) + 1);
  }
  let [readable, other] = [0, 0];
  for (const [language, count] of found) {
    if (READ.includes(language)) readable = Math.max(readable, count);
    else other = Math.max(other, count);
  }
  const lead = words.length < proof.least_words ? proof.least_lead : 1;
  if (other >= readable + lead) return "other";
  if (words.length < proof.least_words) return "unknown";
  if (readable > other && readable * 100 >= words.length * proof.least_share) return "readable";
  return words.length >= proof.long && readable * 100 < words.length * proof.hardly ? "other" : "unknown";
});
