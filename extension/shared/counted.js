/**
 * Counted strings: "1 voice", "9 voices", and in Ukrainian a third form for 2 to 4.
 *
 * Such a message holds its forms by the plural categories of Unicode: `one=$1 voice|other=$1 voices`. What a language does
 * not tell apart it leaves out; `zero` is for none at all, in every language.
 */
import { say } from "./dom.js";

/** @param {string} name of a message @param {number} count its first placeholder @param {string[]} [words] for the others */
export function counted(name, count, words = []) {
  const language = say("locale");
  const forms = new Map(
    say(name, [new Intl.NumberFormat(language).format(count), ...words])
      .split("|")
      .map((form) => [form.slice(0, form.indexOf("=")), form.slice(form.indexOf("=") + 1)]),
  );
  const category = new Intl.PluralRules(language).select(count);
  return (count === 0 && forms.get("zero")) || forms.get(category) || forms.get("other") || "";
}
