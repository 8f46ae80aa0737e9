/**
 * A page's text in a light tree of its own: regions (elements that break lines) and their blocks (text in one piece).
 *
 * One recursion over the DOM, after which nothing of it is asked again: every later step counts characters here.
 *
 * @import { Hint } from "./hints.js"
 */
import { SKIPPED } from "../blocks.js";
import { hintOf } from "./hints.js";

/**
 * A stretch of text without a line break of the page's structure: a paragraph, a heading, a list item, a button's words.
 *
 * @typedef {object} Block
 * @property {Region} region the innermost one around it
 * @property {Text[]} nodes
 * @property {string} text white space collapsed
 * @property {number} linked characters inside links
 * @property {Hint | null} hint of an inline element around all of it
 */

/**
 * @typedef {object} Region
 * @property {Element} element
 * @property {string} tag
 * @property {Region | null} parent
 * @property {Hint | null} hint
 * @property {number} first index of its first block
 * @property {number} end index after its last block
 * @property {number} characters
 * @property {number} linked characters inside links
 */

/** Elements that leave their text in the line. */
const INLINE = new Set(
  (
    "a abbr acronym b bdi bdo big cite code data del dfn em font i ins kbd mark nobr q rp rt ruby s samp small span " +
    "strike strong sub sup time tt u var wbr"
  ).split(" "),
);

/** Deeper than any page by hand; a page built to exhaust the stack is read this far. */
const MOST_DEPTH = 1_500;

class RegionReader {
  /** @type {Region[]} */
  regions = [];
  /** @type {Block[]} */
  blocks = [];
  /** @type {Block | null} */
  #open = null;

  /**
   * @param {Element} element
   * @param {Region | null} parent
   * @param {boolean} inLink
   * @param {number} depth
   */
  readRegion(element, parent, inLink, depth) {
    this.#close();
    const tag = element.localName;
    const region = {
      element,
      tag,
      parent,
      hint: hintOf(element),
      first: this.blocks.length,
      end: 0,
      characters: 0,
      linked: 0,
    };
    this.regions.push(region);
    this.#readChildren(element, region, inLink, null, depth);
    this.#close();
    region.end = this.blocks.length;
    for (let index = region.first; index < region.end; index++) {
      if (this.blocks[index].region !== region) continue;
      region.characters += this.blocks[index].text.length;
      region.linked += this.blocks[index].linked;
    }
    if (parent) {
      parent.characters += region.characters;
      parent.linked += region.linked;
    }
  }

  /**
   * @param {Element} element
   * @param {Region} region
   * @param {boolean} inLink
   * @param {Hint | null} hint
   * @param {number} depth
   */
  #readChildren(element, region, inLink, hint, depth) {
    if (depth > MOST_DEPTH) return;
    for (let child = element.firstChild; child; child = child.nextSibling) {
      if (child.nodeType === Node.TEXT_NODE) {
        this.#readText(/** @type {Text} */ (child), region, inLink, hint);
      } else if (child.nodeType === Node.ELEMENT_NODE) {
        const inner = /** @type {Element} */ (child);
        const tag = inner.localName;
        if (SKIPPED.has(tag)) continue;
        const linked = inLink || tag === "a";
        if (INLINE.has(tag)) this.#readChildren(inner, region, linked, hint ?? hintOf(inner), depth + 1);
        else if (tag !== "br") this.readRegion(inner, region, linked, depth + 1);
      }
    }
  }

  /**
   * @param {Text} node
   * @param {Region} region
   * @param {boolean} inLink
   * @param {Hint | null} hint
   */
  #readText(node, region, inLink, hint) {
    const text = node.data.replace(/\s+/g, " ");
    const isBlank = text === " " || text === "";
    if (!this.#open || this.#open.region !== region) {
      if (isBlank) return;
      this.#close();
      this.#open = { region, nodes: [], text: "", linked: 0, hint };
    }
    const block = this.#open;
    block.nodes.push(node);
    block.text += text;
    if (isBlank) return;
    if (inLink) block.linked += text.length;
    if (block.hint !== hint) block.hint = null;
  }

  #close() {
    const block = this.#open;
    this.#open = null;
    if (!block) return;
    block.text = block.text.trim();
    if (isSeen(block.region.element)) this.blocks.push(block);
  }
}

/** @param {Element} element */
const isSeen = (element) => element.checkVisibility({ visibilityProperty: true });

/**
 * @param {Element} root
 * @returns {{ regions: Region[], blocks: Block[] }} regions in document order, the root's first
 */
export function regionsOf(root) {
  const reader = new RegionReader();
  reader.readRegion(root, null, false, 0);
  return reader;
}
