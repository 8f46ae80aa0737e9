/**
 * Reads the page's DOM into one string, and remembers which part of the string comes from which text node.
 *
 * White space is collapsed as in the browser's drawing, and blocks are separated by an empty line, as the core expects it.
 * Nothing else is changed, so that every word of the string is a word of the page.
 *
 * @import { Scope } from "./article.js"
 * @import { Slices } from "./slices.js"
 * @import { Tree, Visitor } from "./tree.js"
 */
import { getComputedStyle, HOST, localName, walk } from "./tree.js";

/**
 * A part of the string that is the same in one text node.
 *
 * @typedef {object} Run
 * @property {number} start offset in the string, in UTF-16 code units
 * @property {number} end
 * @property {Text} node
 * @property {number} offset of its first character in the node
 * @property {boolean} follows whether it continues the run before, in the same block and with nothing but white space between
 */

/** `trees` are the shadow trees and documents of frames that were met. @typedef {{ text: string, runs: Run[], trees: Set<Tree> }} PageText */

/** Characters that change the direction of writing, also of our own words next to them; for a regular expression. */
export const TURNS = "\\u061c\\u200e\\u200f\\u202a-\\u202e\\u2066-\\u2069";

/** White space, or characters inside a word that are not drawn: soft hyphen, zero-width space, word joiner, {@link TURNS}. */
const UNDRAWN = new RegExp(`\\s+|[\\u00ad\\u200b\\u2060${TURNS}]+`, "g");

/** What can separate two words, from least to most. @type {Record<string, number>} */
const RANK_OF_GAP = { "": 0, " ": 1, "\n": 2, "\n\n": 3 };

/** The longest text that is read, in UTF-16 code units: longer than any article, and some seconds of the core's time. */
const LONGEST = 1_000_000;

class TextBuilder {
  text = "";
  /** @type {Run[]} */
  runs = [];
  /** Goes before the next word. */
  #gap = "";
  /** Whether text of the page was left out since the last word. */
  #cut = false;

  /** Whether the longest text is exceeded. No more is added then. */
  get isFull() {
    return this.text.length > LONGEST;
  }

  /** @param {string} gap */
  separate(gap) {
    if (RANK_OF_GAP[gap] > RANK_OF_GAP[this.#gap]) this.#gap = gap;
  }

  lineBreak() {
    this.separate(this.#gap === "\n" ? "\n\n" : "\n");
  }

  leaveOut() {
    this.#cut = true;
  }

  /** @param {Text} node */
  read(node) {
    const { data } = node;
    let from = 0;
    UNDRAWN.lastIndex = 0;
    for (let hit; !this.isFull && (hit = UNDRAWN.exec(data));) {
      const isSpace = /\s/.test(hit[0]);
      const inside = hit.index > from && UNDRAWN.lastIndex < data.length;
      if (isSpace && hit[0].length === 1 && inside) continue;
      this.#add(node, from, hit.index);
      if (isSpace) this.separate(" ");
      from = UNDRAWN.lastIndex;
    }
    this.#add(node, from, data.length);
  }

  /**
   * @param {Text} node
   * @param {number} from
   * @param {number} to
   */
  #add(node, from, to) {
    if (from >= to || this.isFull) return;
    if (this.text !== "") this.text += this.#gap;
    const start = this.text.length;
    this.text += node.data.slice(from, to).replace(/\s/g, " ");
    const follows = !this.#cut && this.#gap !== "\n\n";
    this.runs.push({ start, end: this.text.length, node, offset: from, follows });
    this.#gap = "";
    this.#cut = false;
  }
}

/** Elements that are never read, because they hold no prose or nothing for the readers of the page. */
export const SKIPPED = new Set(
  (
    "script style noscript template object embed svg math canvas audio video select textarea input button " +
    `label datalist progress meter dialog menu ${HOST}`
  ).split(" "),
);

/**
 * Reads the text in scope.
 *
 * @param {Scope} scope
 * @param {Slices} slices
 * @returns {Promise<PageText>}
 */
export async function readBlocks({ roots, leftOut }, slices) {
  const builder = new TextBuilder();
  /** @type {Set<Tree>} */
  const trees = new Set();
  for (const root of roots) {
    for (const tree of await walk(root, "block", readInto(builder, leftOut), slices)) trees.add(tree);
    builder.separate("\n\n");
  }
  return { text: builder.text, runs: builder.runs, trees };
}

/**
 * @param {TextBuilder} builder
 * @param {Set<Node>} leftOut
 * @returns {Visitor<"block" | "inline">}
 */
const readInto = (builder, leftOut) => ({
  enter(element) {
    if (builder.isFull) return null;
    const name = localName(element);
    if (name === "br") {
      builder.lineBreak();
      return null;
    }
    const isEditable = /** @type {any} */ (element).isContentEditable === true;
    const style = SKIPPED.has(name) || leftOut.has(element) || isEditable ? null : getComputedStyle(element);
    if (!style || style.display === "none" || style.visibility !== "visible") {
      builder.leaveOut();
      return null;
    }
    const isBlock = !style.display.startsWith("inline") && style.display !== "contents";
    if (isBlock) builder.separate("\n\n");
    if (style.contentVisibility === "hidden") {
      builder.leaveOut();
      return null;
    }
    return isBlock ? "block" : "inline";
  },
  text(node) {
    if (leftOut.has(node)) builder.leaveOut();
    else builder.read(node);
  },
  leave(_, inner) {
    if (inner === "block") builder.separate("\n\n");
  },
});

/**
 * Whether every word of a page is still in the same place.
 *
 * @param {PageText} one
 * @param {PageText} other
 */
export const isSamePlace = (one, other) =>
  one.text === other.text &&
  one.runs.length === other.runs.length &&
  one.runs.every(({ node, offset }, at) => node === other.runs[at].node && offset === other.runs[at].offset);

/**
 * Cuts a text that is too long, at the end of a block or at least of a word.
 *
 * @param {PageText} page
 * @returns {PageText & { isCut: boolean }}
 */
export function beginningOf(page) {
  if (page.text.length <= LONGEST) return { ...page, isCut: false };
  const ends = [page.text.lastIndexOf("\n\n", LONGEST), page.text.lastIndexOf(" ", LONGEST)];
  const end = ends.find((each) => each > LONGEST / 2) ?? LONGEST;
  const runs = page.runs.filter(({ start }) => start < end).map((run) => ({ ...run, end: Math.min(run.end, end) }));
  return { ...page, text: page.text.slice(0, end), runs, isCut: true };
}
