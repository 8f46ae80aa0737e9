/**
 * Phrases as a text file that people can read and edit: `# Name | line` opens a group, and below it stands a phrase a line.
 *
 * @import { PhraseGroup } from "../shared/phrases.js"
 */
import { LINES } from "../shared/settings.js";

/** @param {PhraseGroup[]} groups */
export const written = (groups) =>
  groups.map(({ name, line, phrases }) => [`# ${name} | ${line}`, ...phrases, ""].join("\n")).join("\n");

/** @param {string} text @returns {PhraseGroup[]} lines before the first group are a group without a name */
export function read(text) {
  /** @type {PhraseGroup[]} */
  const groups = [];
  const open = (/** @type {string} */ name, /** @type {string} */ wanted) => {
    const line = LINES.find((each) => each === wanted) ?? "dashed";
    groups.push({ name, line, phrases: [] });
  };
  for (const row of text.replace(/^\ufeff/, "").split(/\r?\n/)) {
    const heading = row.match(/^#\s*(.*?)\s*(?:\|\s*(\w+)\s*)?$/);
    if (heading) open(heading[1], heading[2]);
    else if (row.trim()) {
      if (groups.length === 0) open("", "");
      groups[groups.length - 1].phrases.push(row.trim());
    }
  }
  return groups;
}
