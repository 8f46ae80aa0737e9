/**
 * Which text of a page is read: its article (headline, standfirst, body, captions), or the whole page.
 *
 * The page is read as data and never touched. One walk makes a light tree of its text (article/regions.js) with what
 * names hint at (article/hints.js); what the page declares of itself (article/declared.js) helps to find the headline
 * and the container (article/container.js); then each block in it is judged (article/parts.js).
 *
 * @import { Block, Region } from "./article/regions.js"
 * @import { Part } from "./article/parts.js"
 */
import { declaredBy } from "./article/declared.js";
import { partsOf } from "./article/parts.js";
import { regionsOf } from "./article/regions.js";

/**
 * What to read, in reading order, and what to leave out of it: elements with all within them, and single text nodes.
 *
 * @typedef {{ roots: Element[], leftOut: Set<Node> }} Scope
 */

/**
 * @param {Document} document
 * @returns {Scope}
 */
export const wholePageOf = (document) => ({ roots: document.body ? [document.body] : [], leftOut: new Set() });

/**
 * @param {Document} document
 * @returns {Scope}
 */
export function articleOf(document) {
  if (!document.body) return wholePageOf(document);
  const { regions, blocks } = regionsOf(document.body);
  const { container, parts } = partsOf(regions, blocks, declaredBy(document));
  return scopeOf(regions, blocks, container, parts);
}

/**
 * @param {Region[]} regions
 * @param {Block[]} blocks
 * @param {Region} container
 * @param {(Part | null)[]} parts
 * @returns {Scope}
 */
function scopeOf(regions, blocks, container, parts) {
  const isOutside = (/** @type {number} */ index) => index < container.first || index >= container.end;
  /** @type {Set<Region>} */
  const roots = new Set();
  const readFirst = blocks.filter((_, index) => parts[index] && isOutside(index));
  for (const { region } of readFirst) roots.add(region);
  roots.add(container);
  const leftOut = new Set();
  let done = 0;
  for (const region of regions) {
    const { first, end } = region;
    if (first < end && first >= done && !parts.slice(first, end).some(Boolean)) {
      leftOut.add(region.element);
      done = end;
    }
  }
  blocks.forEach(({ nodes }, index) => {
    if (!parts[index]) for (const node of nodes) leftOut.add(node);
  });
  return { roots: [...roots].map(({ element }) => element), leftOut };
}
