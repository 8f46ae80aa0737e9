/**
 * Chooses the text of a page that is read: its article (headline, standfirst, body, captions), or the whole page.
 *
 * The page is not changed. One walk collects its text into regions and blocks (article/regions.js), with hints from the
 * names of elements (article/hints.js). What the page declares about itself (article/declared.js) helps to find the
 * headline and the container (article/container.js). Then each block in the container is judged (article/parts.js).
 *
 * @import { Block, Region } from "./article/regions.js"
 * @import { Part } from "./article/parts.js"
 * @import { Slices } from "./slices.js"
 * @import { Tree } from "./tree.js"
 */
import { declaredBy } from "./article/declared.js";
import { partsOf } from "./article/parts.js";
import { regionsOf } from "./article/regions.js";
import { Sums } from "./article/sums.js";

/**
 * The elements to read, in reading order; what to leave out of them (elements with everything inside them, and single text
 * nodes); and the shadow trees and documents of frames that were met.
 *
 * @typedef {{ roots: Element[], leftOut: Set<Node>, trees: Set<Tree> }} Scope
 */

/**
 * @param {Document} document
 * @param {"article" | "page"} which
 * @param {Slices} slices
 * @returns {Promise<Scope>}
 */
export async function scopeOf(document, which, slices) {
  const { body } = document;
  if (!body || which === "page") {
    return { roots: body ? [body] : [], leftOut: new Set(), trees: new Set() };
  }
  const { regions, blocks, trees } = await regionsOf(body, slices);
  const declared = declaredBy(document);
  const { container, parts } = await partsOf(regions, blocks, declared, slices);
  if (slices.isOver) await slices.next();
  const roots = rootsOf(blocks, container, parts);
  return { roots, leftOut: await leftOutOf(regions, blocks, parts, slices), trees };
}

/**
 * The container, and what belongs to the article but is outside of it, such as the headline of many pages.
 *
 * @param {Block[]} blocks
 * @param {Region} container
 * @param {(Part | null)[]} parts
 */
function rootsOf(blocks, container, parts) {
  const before = blocks.filter((_, index) => parts[index] && index < container.first);
  const after = blocks.filter((_, index) => parts[index] && index >= container.end);
  /** @type {Region[]} */
  const roots = [];
  for (const region of [...before.map(({ region }) => region), container, ...after.map(({ region }) => region)]) {
    if (roots.length > 0 && isIn(region, roots[roots.length - 1])) continue;
    while (roots.length > 0 && isIn(roots[roots.length - 1], region)) roots.pop();
    roots.push(region);
  }
  return roots.map(({ element }) => element);
}

/** @param {Region} inner @param {Region} outer */
function isIn(inner, outer) {
  for (let region = /** @type {Region | null} */ (inner); region; region = region.parent) {
    if (region === outer) return true;
  }
  return false;
}

/**
 * @param {Region[]} regions
 * @param {Block[]} blocks
 * @param {(Part | null)[]} parts
 * @param {Slices} slices
 */
async function leftOutOf(regions, blocks, parts, slices) {
  /** @type {Set<Node>} */
  const leftOut = new Set();
  const read = new Sums(parts.map((part) => (part ? 1 : 0)));
  let done = 0;
  for (const region of regions) {
    if (slices.isOver) await slices.next();
    const isEmpty = region.first === region.end;
    if (isEmpty || region.first < done || read.over(region) > 0) continue;
    leftOut.add(region.element);
    done = region.end;
  }
  blocks.forEach(({ nodes }, index) => {
    if (!parts[index]) for (const node of nodes) leftOut.add(node);
  });
  return leftOut;
}
