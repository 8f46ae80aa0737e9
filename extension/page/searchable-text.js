/**
 * The text of a page as the browser's search for text fragments sees it, including navigation and teasers: a text fragment
 * must be unique in all of it. Lines end where no match may continue: at blocks, line breaks and pictures.
 *
 * blocks.js, in contrast, reads the article alone, for the core.
 *
 * @import { Piece } from "./ranges.js"
 * @import { Slices } from "./slices.js"
 * @import { Visitor } from "./tree.js"
 */
import { HOST, localName, walk } from "./tree.js";

/** Elements that are not searched and do not end a line. */
const UNSEEN = new Set(["script", "style", "noscript", "template", HOST]);
/** Elements that are not searched and end a line: no match continues beyond them. */
const REPLACED = new Set(
  "img svg math canvas audio video picture iframe frame object embed select textarea input meter progress".split(" "),
);

const BLOCK = /^(?:block|table|flow-root|grid|flex|list-item|table-(?:cell|row|caption))/;

/** White space, or characters that are not drawn. */
const UNDRAWN = /\s+|[\u00ad\u200b\u2060]+/g;

/** A part of one text node, and where it is in the text. @typedef {{ at: number, offset: number, length: number }} Stretch */

/** Whether an element is a block, and whether the text right inside it is visible. @typedef {{ isBlock: boolean, isSeen: boolean }} Around */

/** @implements {Visitor<Around>} */
export class SearchableText {
  words = "";
  /** @type {Map<Text, Stretch[]>} */
  #stretches = new Map();
  #gap = "";

  /**
   * @param {Element} root
   * @param {Slices} slices
   */
  static async of(root, slices) {
    const page = new SearchableText();
    await walk(root, { isBlock: true, isSeen: true }, page, slices);
    return page;
  }

  /**
   * Where a part of a text node begins and ends in the text; null where the browser does not search it.
   *
   * @param {Piece} piece
   * @returns {[number, number] | null}
   */
  find({ node, start, end }) {
    const touched = (this.#stretches.get(node) ?? []).filter(
      ({ offset, length }) => offset < end && offset + length > start,
    );
    const [first, last] = [touched[0], touched[touched.length - 1]];
    if (!first) return null;
    return [first.at + Math.max(0, start - first.offset), last.at + Math.min(last.length, end - last.offset)];
  }

  /**
   * @param {Element} element
   * @returns {Around | null}
   */
  enter(element) {
    const name = localName(element);
    if (UNSEEN.has(name)) return null;
    const isReplaced = name === "br" || REPLACED.has(name);
    if (isReplaced) this.#separate("\n");
    const { display, visibility } = getComputedStyle(element);
    if (isReplaced || display === "none") return null;
    const isBlock = BLOCK.test(display);
    if (isBlock) this.#separate("\n");
    return { isBlock, isSeen: visibility === "visible" };
  }

  /**
   * @param {Element} _
   * @param {Around} inner
   */
  leave(_, { isBlock }) {
    if (isBlock) this.#separate("\n");
  }

  /**
   * @param {Text} node
   * @param {Around} around
   */
  text(node, { isSeen }) {
    if (!isSeen) return;
    let from = 0;
    for (const hit of node.data.matchAll(UNDRAWN)) {
      this.#add(node, from, hit.index);
      if (/\s/.test(hit[0])) this.#separate(" ");
      from = hit.index + hit[0].length;
    }
    this.#add(node, from, node.data.length);
  }

  /** @param {string} gap */
  #separate(gap) {
    if (this.#gap !== "\n") this.#gap = gap;
  }

  /**
   * @param {Text} node
   * @param {number} from
   * @param {number} to
   */
  #add(node, from, to) {
    if (from >= to) return;
    if (this.words !== "") this.words += this.#gap;
    this.#gap = "";
    const stretch = { at: this.words.length, offset: from, length: to - from };
    const stretches = this.#stretches.get(node);
    if (stretches) stretches.push(stretch);
    else this.#stretches.set(node, [stretch]);
    this.words += node.data.slice(from, to);
  }
}
