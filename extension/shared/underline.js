/**
 * The lines under marked words, drawn the same on the page, in card and legend, and in the preview of the options.
 *
 * The reader chooses colour and line for each style of mark. Within a style, weight and line tell the marks apart: a named
 * source has a heavier line than the word that attributes, an institution a double one; somebody who is not named has a
 * heavy line, a loose group or nobody a broken one.
 *
 * @import { Look, Settings, Style } from "./settings.js"
 */
import { LINES } from "./settings.js";

/** @type {Record<string, { style: Style, weight: number, instead?: [Look["line"], Look["line"]] }>} `instead` of the line that the reader chose, the first of these that is another one */
const KINDS = {
  cue: { style: "attribution", weight: 1 },
  named: { style: "attribution", weight: 2 },
  institution: { style: "attribution", weight: 1, instead: ["double", "dashed"] },
  unnamed: { style: "unnamed", weight: 3 },
  loose: { style: "unnamed", weight: 2, instead: ["dashed", "dotted"] },
  hedge: { style: "hedge", weight: 2 },
};

/** What a line can stand under. @typedef {"cue" | "named" | "institution" | "unnamed" | "loose" | "hedge"} LineKind */

export const LINE_KINDS = /** @type {LineKind[]} */ (Object.keys(KINDS));

/** The line of a group of the reader's own phrases, which chooses it. @typedef {`phrase-${Look["line"]}`} PhraseKind */

/** Everything that is drawn under words. @type {(LineKind | PhraseKind)[]} */
export const DRAWN_KINDS = [...LINE_KINDS, ...LINES.map((line) => /** @type {PhraseKind} */ (`phrase-${line}`))];

/** Reddish purple, after Okabe and Ito, which no other mark has. */
const PHRASE_COLOR = "#b1488f";

/** @param {LineKind} kind */
export const styleOf = (kind) => KINDS[kind].style;

/**
 * @param {LineKind | PhraseKind} kind
 * @param {Settings["looks"]} looks
 * @param {string} [text] the colour of the words, from which the line takes a share: on our own pages a variable
 */
export function underline(kind, looks, text = "currentColor") {
  const { color, line, weight } = kind in KINDS ? ofMark(/** @type {LineKind} */ (kind), looks) : ofPhrases(kind);
  // A heavy wave looks like a mistake in spelling.
  return `underline ${line} ${line === "wavy" ? 1 : weight}px color-mix(in oklab, ${color} 78%, ${text})`;
}

/** @param {LineKind} kind @param {Settings["looks"]} looks */
function ofMark(kind, looks) {
  const { style, weight, instead } = KINDS[kind];
  const { color, line: chosen } = looks[style];
  return { color, line: instead?.find((each) => each !== chosen) ?? chosen, weight };
}

/** @param {string} kind */
const ofPhrases = (kind) => ({ color: PHRASE_COLOR, line: kind.slice("phrase-".length), weight: 2 });
