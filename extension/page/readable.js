/**
 * Finds the blocks of a page that are in a language that the core reads, English or German: a wrong mark is worse than none.
 * Which of the two each is in the core tells by itself.
 *
 * Where a block is long enough, its text decides. For shorter blocks (headlines, captions) the language that the page
 * declares decides and, where it declares none, the language of the other blocks.
 *
 * @import { PageText } from "./blocks.js"
 * @import { Language } from "./language.js"
 * @import { Slices } from "./slices.js"
 */
import { languageOf } from "./language.js";
import { attribute, elementAround } from "./tree.js";

/** A page in another language is read where it has at least so many characters that the core reads. */
const LEAST_READABLE = 200;

/** The language that the page declares for a node. @param {Node} node @returns {Language} */
function declaredFor(node) {
  for (let element = elementAround(node); element; element = elementAround(element)) {
    const declared = attribute(element, "lang");
    if (declared !== null) return declared === "" ? "unknown" : /^(en|de)\b/i.test(declared) ? "readable" : "other";
  }
  return "unknown";
}

/**
 * The page's text in which everything that is in another language is replaced by spaces, so that offsets do not change;
 * null where too little would be left.
 *
 * @param {PageText} page
 * @param {Slices} slices
 * @returns {Promise<{ page: PageText, isMixed: boolean } | null>}
 */
export async function readableOf(page, slices) {
  const blocks = blocksOf(page);
  /** @type {Language[]} */
  const shown = [];
  for (const { text } of blocks) {
    if (slices.isOver) await slices.next();
    shown.push(languageOf(text));
  }
  const [readable, other] = /** @type {const} */ (["readable", "other"]).map((language) =>
    blocks.reduce((sum, { text }, index) => sum + (shown[index] === language ? text.length : 0), 0),
  );
  const whole = readable > other ? "readable" : readable < other ? "other" : "unknown";
  const isRead = (/** @type {Node} */ node, /** @type {Language} */ language) => {
    if (language !== "unknown") return language === "readable";
    const declared = declaredFor(node);
    return (declared === whole || whole === "unknown" ? declared : whole) !== "other";
  };
  /** @type {boolean[]} */
  const read = [];
  for (const [index, { node }] of blocks.entries()) {
    if (slices.isOver) await slices.next();
    read.push(isRead(node, shown[index]));
  }
  const left = blocks.reduce((sum, { text }, index) => sum + (read[index] ? text.length : 0), 0);
  if (whole !== "readable" && readable < LEAST_READABLE && (whole === "other" || left === 0)) return null;
  if (!read.includes(false)) return { page, isMixed: false };
  const text = blocks
    .map((block, index) => (read[index] ? block.text : block.text.replace(/[^\n]/g, " ")))
    .join("\n\n");
  return { page: { ...page, text }, isMixed: shown.includes("other") };
}

/** @param {PageText} page @returns {{ text: string, node: Node }[]} */
function blocksOf({ text, runs }) {
  let at = 0;
  let run = 0;
  return text.split("\n\n").map((block) => {
    while (run < runs.length - 1 && runs[run].end <= at) run++;
    at += block.length + 2;
    return { text: block, node: runs[run].node };
  });
}
