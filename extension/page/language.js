/**
 * Recognises English and German by their grammatical words, as the core does (src/language/tongue.rs, which says why), from
 * the same list. The detectors of the browsers are not used, because their answers differ and are often missing for single
 * sentences.
 */
import frequentWords from "../../src/language/frequent-words.json" with { type: "json" };
import { remembered } from "./remembered.js";

const READ = ["english", "german"];

/** The languages in whose list a word stands. @type {Map<string, string[]>} */
const LANGUAGES_OF = new Map();
for (const [language, words] of Object.entries(frequentWords)) {
  for (const word of words.split(" ")) LANGUAGES_OF.set(word, [...(LANGUAGES_OF.get(word) ?? []), language]);
}

/** A block with fewer words is no proof of its language. */
const LEAST_WORDS = 10;
/** In such a block, so many more words of another language than of one that is read are proof: a name has one by chance. */
const LEAST_LEAD = 2;
/** In a language, at least this share of a block's words is grammatical. */
const LEAST_SHARE = 0.18;
/** A block of this many words with hardly a word of any language is in none that is read. */
const LONG = 24;
const HARDLY = 0.05;

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
  const lead = words.length < LEAST_WORDS ? LEAST_LEAD : 1;
  if (other >= readable + lead) return "other";
  if (words.length < LEAST_WORDS) return "unknown";
  if (readable > other && readable >= words.length * LEAST_SHARE) return "readable";
  return words.length >= LONG && readable < words.length * HARDLY ? "other" : "unknown";
});
