/**
 * Collects the text of a page in regions (elements that break lines) and their blocks (text in one piece).
 *
 * One walk over the DOM is enough: all later steps work on regions and blocks.
 *
 * @import { Slices } from "../slices.js"
 * @import { Tree, Visitor } from "../tree.js"
 * @import { Hint } from "./hints.js"
 */
import { SKIPPED } from "../blocks.js";
import { childrenOf, getComputedStyle, isElement, isShown, localName, walk } from "../tree.js";
import { hintOf } from "./hints.js";
import { proseOf } from "./prose.js";

/**
 * Text that no element divides: a paragraph, a heading, a list item, the words of a button.
 *
 * @typedef {object} Block
 * @property {Region} region the innermost one around it
 * @property {Text[]} nodes
 * @property {string} text white space collapsed
 * @property {number} linked characters inside links
 * @property {number} italic characters in italics
 * @property {number} prose how many characters of running prose it is worth
 * @property {Hint | null} hint from an inline element around all of it
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

/** Elements that do not break the line. Custom elements that are drawn in the line and hold only such elements do not either. */
const INLINE = new Set(
  (
    "a abbr acronym b bdi bdo big cite code data del dfn em font i img ins kbd mark nobr picture q rp rt ruby s samp " +
    "small source span strike strong sub sup time tt u var wbr"
  ).split(" "),
);

/**
 * What the inline elements around a text say about it.
 *
 * @typedef {{ isLink: boolean, isItalic: boolean, hint: Hint | null }} Manner
 */

/** What the walk knows about the surroundings of a node. @typedef {{ region: Region | null, manner: Manner }} Around */

/** @type {Manner} */
const PLAIN = { isLink: false, isItalic: false, hint: null };

/**
 * @param {Manner} outer
 * @param {Element} element
 * @param {string} tag
 * @returns {Manner}
 */
function mannerIn(outer, element, tag) {
  const isLink = outer.isLink || tag === "a";
  const isItalic = outer.isItalic || tag === "em" || tag === "i";
  const hint = outer.hint ?? hintOf(element);
  const isSame = isLink === outer.isLink && isItalic === outer.isItalic && hint === outer.hint;
  return isSame ? outer : { isLink, isItalic, hint };
}

/** @implements {Visitor<Around>} */
class RegionReader {
  /** @type {Region[]} */
  regions = [];
  /** @type {Block[]} */
  blocks = [];
  /** @type {Block | null} */
  #open = null;

  /**
   * @param {Element} element
   * @param {Around} outer
   * @returns {Around | null}
   */
  enter(element, { region: parent, manner }) {
    const tag = localName(element);
    if (SKIPPED.has(tag) || tag === "br") return null;
    if (parent && isInline(element, tag)) return { region: parent, manner: mannerIn(manner, element, tag) };
    this.#close();
    /** @type {Region} */
    const region = {
      element,
      tag,
      parent,
      hint: null,
      first: this.blocks.length,
      end: 0,
      characters: 0,
      linked: 0,
    };
    this.regions.push(region);
    return { region, manner: manner.hint ? { ...manner, hint: null } : manner };
  }

  /**
   * @param {Element} element
   * @param {Around} inner
   */
  leave(element, { region }) {
    if (region?.element !== element) return;
    this.#close();
    region.end = this.blocks.length;
    if (region.end > region.first) region.hint = hintOf(element);
    if (!region.parent) return;
    region.parent.characters += region.characters;
    region.parent.linked += region.linked;
  }

  /**
   * @param {Text} node
   * @param {Around} around
   */
  text(node, { region, manner: { isLink, isItalic, hint } }) {
    if (!region) return;
    const isBlank = !/\S/.test(node.data);
    if (!this.#open || this.#open.region !== region) {
      if (isBlank) return;
      this.#close();
      this.#open = { region, nodes: [], text: "", linked: 0, italic: 0, prose: 0, hint };
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
    if (!block || !isShown(block.region.element)) return;
    block.text = block.text.trim();
    block.prose = proseOf(block);
    this.blocks.push(block);
    block.region.characters += block.text.length;
    block.region.linked += block.linked;
  }
}

/**
 * @param {Element} element
 * @param {string} tag
 */
function isInline(element, tag) {
  if (INLINE.has(tag)) return true;
  const isWord =
    tag.includes("-") &&
    childrenOf(element, new Set()).every((child) => !isElement(child) || INLINE.has(localName(child)));
  return isWord && getComputedStyle(element).display.startsWith("inline");
}

/**
 * @param {Element} root
 * @param {Slices} slices
 * @returns {Promise<{ regions: Region[], blocks: Block[], trees: Set<Tree> }>} regions in document order, the root's first; the trees
 *   inside the root that are not its own
 */
export async function regionsOf(root, slices) {
  const reader = new RegionReader();
  const trees = await walk(root, { region: null, manner: PLAIN }, reader, slices);
  return { regions: reader.regions, blocks: reader.blocks, trees };
}

/**
 * @param {Region[]} regions in document order
 * @param {(region: Region, index: number) => boolean} isOne
 * @param {Slices} slices
 * @returns {Promise<Set<Region>>} the regions for which it is true, and all regions inside them
 */
export async function withAllInside(regions, isOne, slices) {
  /** @type {Set<Region>} */
  const all = new Set();
  for (const [index, region] of regions.entries()) {
    if (slices.isOver) await slices.next();
    if ((region.parent && all.has(region.parent)) || isOne(region, index)) all.add(region);
  }
  return all;
}
