/**
 * The page's DOM as one string, and the way back: which stretch of the string stands in which text node.
 *
 * White space is collapsed as a browser would draw it and blocks are joined by an empty line, because that is what the
 * core reads; nothing else is changed, so that every word of the string is a word of the page.
 *
 * @import { Scope } from "./article.js"
 * @import { Slices } from "./slices.js"
 * @import { Visitor } from "./tree.js"
 * @import { Root } from "./watch.js"
 */
import { getComputedStyle, HOST, localName, walk } from "./tree.js";

/**
 * A stretch of the string that stands unchanged in one text node.
 *
 * @typedef {object} Run
 * @property {number} start offset in the string, in UTF-16 code units
 * @property {number} end
 * @property {Text} node
 * @property {number} offset of its first character in the node
 * @property {boolean} follows whether nothing but white space of the same block lies between it and the run before
 */

/** `trees` are those that the roots hold and are no part of. @typedef {{ text: string, runs: Run[], trees: Set<Root> }} PageText */

/** Signs that turn the direction of writing, and with it our own words beside the page's; for a class of characters. */
export const TURNS = "\\u061c\\u200e\\u200f\\u202a-\\u202e\\u2066-\\u2069";

/** White space, or what is drawn as nothing inside a word: soft hyphen, zero-width space, word joiner, {@link TURNS}. */
const UNDRAWN = new RegExp(`\\s+|[\\u00ad\\u200b\\u2060${TURNS}]+`, "g");

/** @type {Record<string, number>} what stands between two words, from least to most */
const STRENGTH = { "": 0, " ": 1, "\n": 2, "\n\n": 3 };

/** So much of a page is read, in UTF-16 code units: more than any article, and some seconds of the core's time. */
const MOST = 1_000_000;

class TextBuilder {
  text = "";
  /** @type {Run[]} */
  runs = [];
  /** What to put before the next word. */
  #gap = "";
  /** Whether text of the page was left out since the last word. */
  #cut = false;

  /** Whether there is more than is read: nothing more is taken. */
  get isFull() {
    return this.text.length > MOST;
  }

  /** @param {string} gap */
  separate(gap) {
    if (STRENGTH[gap] > STRENGTH[this.#gap]) this.#gap = gap;
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

/** Never read: not prose, or not meant for the page's readers. */
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
  /** @type {Set<Root>} */
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
 * Whether every word of a page is still in its place.
 *
 * @param {PageText} one
 * @param {PageText} other
 */
export const isSamePlace = (one, other) =>
  one.text === other.text &&
  one.runs.length === other.runs.length &&
  one.runs.every(({ node, offset }, at) => node === other.runs[at].node && offset === other.runs[at].offset);

/**
 * As much of a page as is read, to the end of a block or of a word.
 *
 * @param {PageText} page
 * @returns {PageText & { isCut: boolean }}
 */
export function beginningOf(page) {
  if (page.text.length <= MOST) return { ...page, isCut: false };
  const ends = [page.text.lastIndexOf("\n\n", MOST), page.text.lastIndexOf(" ", MOST)];
  const end = ends.find((each) => each > MOST / 2) ?? MOST;
  const runs = page.runs.filter(({ start }) => start < end).map((run) => ({ ...run, end: Math.min(run.end, end) }));
  return { ...page, text: page.text.slice(0, end), runs, isCut: true };
}
