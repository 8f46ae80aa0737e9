/**
 * Reads and writes the story: Markdown with a heading for each step, prose, and a block with what is then seen. The same text
 * is what people read and what the test expects.
 *
 * @typedef {object} Step
 * @property {string} title what the reader does
 * @property {string} prose
 * @property {string} seen what the reader then sees; empty where the story does not say
 */

/** @typedef {{ opening: string, steps: Step[] }} Story */

const FENCE = "```";
const WIDTH = 116;

/** @param {string} markdown @returns {Story} */
export function parsed(markdown) {
  /** @type {Step[]} */
  const steps = [];
  let opening = "";
  for (const [index, part] of markdown.split(/^```(?:text)?\n/m).entries()) {
    if (index % 2 === 1) {
      steps[steps.length - 1].seen = part.trimEnd();
      continue;
    }
    const [before, ...sections] = part.split(/^## /m);
    opening ||= before.trim();
    for (const section of sections) {
      const [title] = section.split("\n", 1);
      steps.push({ title, prose: section.slice(title.length).trim(), seen: "" });
    }
  }
  return { opening, steps };
}

/** @param {Story} story */
export const written = ({ opening, steps }) =>
  [
    opening,
    ...steps.map(({ title, prose, seen }) =>
      [`## ${title}`, prose, seen && `${FENCE}text\n${seen}\n${FENCE}`].filter(Boolean).join("\n\n"),
    ),
  ].join("\n\n") + "\n";

/** Breaks long lines, with their continuation indented. @param {string[]} lines */
export const block = (lines) => lines.map(folded).join("\n");

/** @param {string} line */
function folded(line) {
  const rows = [""];
  for (const word of line.split(" ")) {
    const row = rows[rows.length - 1];
    if (row && row.length + word.length >= WIDTH) rows.push(`  ${word}`);
    else rows[rows.length - 1] = row ? `${row} ${word}` : word;
  }
  return rows.join("\n");
}
