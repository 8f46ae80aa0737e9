/**
 * The messages of the interface in one language: those of `extension/_locales`, and the sentences of rules and values, which
 * are in `src/kinds.json` once for the core and all languages.
 */
import { readdirSync, readFileSync } from "node:fs";

/** @typedef {Record<string, { message: string }>} Messages as the browser reads them */
/** @typedef {Record<string, string>} Translations a text by its language */
/**
 * @typedef {object} Kinds see `src/kinds.rs`
 * @property {{ field: string, name: string, label: Translations, meaning: Translations }[]} values
 * @property {{ name: string, mark: "attribution" | "hedge" | "evidence", sentence: Translations }[]} rules
 */

const FOLDER = "extension/_locales";

export const LANGUAGES = readdirSync(FOLDER);

/** @returns {Kinds} */
export const kinds = () => JSON.parse(readFileSync("src/kinds.json", "utf8"));

/** A name as a part of a message's key. @param {string} name */
const key = (name) => name.replace(/\W/g, "_");

/** @param {string} language @returns {Messages} */
export function messagesOf(language) {
  /** @type {Messages} */
  const messages = JSON.parse(readFileSync(`${FOLDER}/${language}/messages.json`, "utf8"));
  const { values, rules } = kinds();
  /** The interface shows what is translated. @param {string} name @param {Translations} text */
  const add = (name, text) => {
    if (LANGUAGES.every((known) => text[known])) messages[name] = { message: text[language].replace("{}", "$1") };
  };
  for (const { field, name, label, meaning } of values) {
    add(`label_${key(`${field}_${name}`)}`, label);
    add(key(`${field}_${name}`), meaning);
  }
  for (const { name, mark, sentence } of rules) add(key(`${mark === "evidence" ? mark : "rule"}_${name}`), sentence);
  return messages;
}
