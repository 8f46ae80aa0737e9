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
 * @property {number} italic characters in italics
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

/** Elements that leave their text in the line; so do custom elements that are drawn in it and hold nothing else. */
const INLINE = new Set(
  (
    "a abbr acronym b bdi bdo big cite code data del dfn em font i img ins kbd mark nobr picture q rp rt ruby s samp " +
    "small source span strike strong sub sup time tt u var wbr"
  ).split(" "),
);

/** Deeper than any page by hand; a page built to exhaust the stack is read this far. */
const MOST_DEPTH = 1_500;

/**
 * What the elements around a text make of it.
 *
 * @typedef {{ isLink: boolean, isItalic: boolean, hint: Hint | null }} Manner
 */

/** @type {Manner} */
const PLAIN = { isLink: false, isItalic: false, hint: null };

/**
 * @param {Manner} outer
 * @param {Element} element
 * @returns {Manner}
 */
function mannerIn(outer, element) {
  const tag = element.localName;
  const isLink = outer.isLink || tag === "a";
  const isItalic = outer.isItalic || tag === "em" || tag === "i";
  const hint = outer.hint ?? hintOf(element);
  const isSame = isLink === outer.isLink && isItalic === outer.isItalic && hint === outer.hint;
  return isSame ? outer : { isLink, isItalic, hint };
}

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
   * @param {Manner} manner
   * @param {number} depth
   */
  readRegion(element, parent, manner, depth) {
    this.#close();
    /** @type {Region} */
    const region = {
      element,
      tag: element.localName,
      parent,
      hint: hintOf(element),
      first: this.blocks.length,
      end: 0,
      characters: 0,
      linked: 0,
    };
    this.regions.push(region);
    this.#readChildren(element, region, manner, depth);
    this.#close();
    region.end = this.blocks.length;
    if (!parent) return;
    parent.characters += region.characters;
    parent.linked += region.linked;
  }

  /**
   * @param {Element} element
   * @param {Region} region
   * @param {Manner} manner
   * @param {number} depth
   */
  #readChildren(element, region, manner, depth) {
    if (depth > MOST_DEPTH) return;
    for (let child = element.firstChild; child; child = child.nextSibling) {
      if (child.nodeType === Node.TEXT_NODE) {
        this.#readText(/** @type {Text} */ (child), region, manner);
      } else if (child.nodeType === Node.ELEMENT_NODE) {
        const inner = /** @type {Element} */ (child);
        const tag = inner.localName;
        if (SKIPPED.has(tag) || tag === "br") continue;
        if (isInline(inner)) this.#readChildren(inner, region, mannerIn(manner, inner), depth + 1);
        else this.readRegion(inner, region, manner.hint ? { ...manner, hint: null } : manner, depth + 1);
      }
    }
  }

  /**
   * @param {Text} node
   * @param {Region} region
   * @param {Manner} manner
   */
  #readText(node, region, { isLink, isItalic, hint }) {
    const isBlank = !/\S/.test(node.data);
    if (!this.#open || this.#open.region !== region) {
      if (isBlank) return;
      this.#close();
      this.#open = { region, nodes: [], text: "", linked: 0, italic: 0, hint };
    }
    const block = this.#open;
    block.nodes.push(node);
    const text = isBlank ? " " : node.data.replace(/\s+/g, " ");
    block.text += text;
    if (isBlank) return;
    if (isLink) block.linked += text.length;
    if (isItalic) block.italic += text.length;
    if (block.hint !== hint) block.hint = null;
  }

  #close() {
    const block = this.#open;
    this.#open = null;
    if (!block || !isSeen(block.region.element)) return;
    block.text = block.text.trim();
    this.blocks.push(block);
    block.region.characters += block.text.length;
    block.region.linked += block.linked;
  }
}

/** @param {Element} element */
function isInline(element) {
  const tag = element.localName;
  if (INLINE.has(tag)) return true;
  const isWord = tag.includes("-") && [...element.children].every((child) => INLINE.has(child.localName));
  return isWord && getComputedStyle(element).display.startsWith("inline");
}

/** @param {Element} element @returns {boolean} whether it is drawn, itself or (where it has no box) in its parent's */
function isSeen(element) {
  if (element.checkVisibility({ visibilityProperty: true })) return true;
  const { parentElement } = element;
  return parentElement !== null && getComputedStyle(element).display === "contents" && isSeen(parentElement);
}

/**
 * @param {Element} root
 * @returns {{ regions: Region[], blocks: Block[] }} regions in document order, the root's first
 */
export function regionsOf(root) {
  const reader = new RegionReader();
  reader.readRegion(root, null, PLAIN, 0);
  return reader;
}

/**
 * @param {Region[]} regions in document order
 * @param {(region: Region, index: number) => boolean} isOne
 * @returns {Set<Region>} the regions that are one, and all regions inside those
 */
export function withAllInside(regions, isOne) {
  /** @type {Set<Region>} */
  const all = new Set();
  regions.forEach((region, index) => {
    if ((region.parent && all.has(region.parent)) || isOne(region, index)) all.add(region);
  });
  return all;
}
