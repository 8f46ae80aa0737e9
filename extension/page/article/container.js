/**
 * Finds the container: the element that holds most of a page's prose and least of anything else.
 *
 * Both are shares of characters, so their F1 finds the container without a threshold: the whole body holds all the prose
 * but much else as well, a single paragraph holds nothing else but little of the prose.
 *
 * @import { Slices } from "../slices.js"
 * @import { Block, Region } from "./regions.js"
 */
import { isAsideByRole, isBody } from "./hints.js";
import { withAllInside } from "./regions.js";
import { Sums } from "./sums.js";

/** A hint is ignored where more than this share of the page's prose is inside: names of wrappers apply to all they hold. */
const MOST_PROSE_ASIDE = 0.35;

/** The same for tags and roles, which are more reliable than names. */
const MOST_PROSE_ASIDE_BY_ROLE = 0.6;

/** Where hints would leave less than this share of the page's prose, the names have another meaning on this page. */
const LEAST_LEFT = 0.3;

/** A caption has no more than this share of the page's prose; a larger figure holds more than a caption. */
const MOST_PROSE_CAPTION = 0.2;

/** An article with less prose, in characters, is a teaser. */
const LEAST_PROSE = 400;

/** How much a paragraph counts that has no other beside it, as in teasers: the paragraphs of an article are together. */
const ALONE = 0.3;

const LIST_TAG = /^(?:ul|ol|dl|table)$/;

/** A list with a larger share of its characters in links leads to other pages; lists of an article have few links. */
const MOST_LINKED_LIST = 0.5;

/**
 * The regions that do not belong to the article, by their role, their name or as lists of links, and all regions inside.
 *
 * @param {Region[]} regions
 * @param {Block[]} blocks
 * @param {Sums} prose of the blocks
 * @param {number} headline index of its block, or -1
 * @param {Slices} slices
 * @returns {Promise<Set<Region>>}
 */
export async function asidesOf(regions, blocks, prose, headline, slices) {
  const total = prose.over(regions[0]);
  const isByRole = (/** @type {Region} */ region) =>
    isAsideByRole(region.element) && prose.over(region) <= MOST_PROSE_ASIDE_BY_ROLE * total;
  const isByName = (/** @type {Region} */ region, /** @type {number} */ index) =>
    region.hint === "comments" ||
    (prose.over(region) <= MOST_PROSE_ASIDE * total && !(prose.over(region) > 0 && holdsBody(regions, index, prose)));
  const isAside = (/** @type {Region} */ region, /** @type {number} */ index) =>
    (region.hint === "aside" || region.hint === "comments" || isLinkList(region)) &&
    !holds(region, headline) &&
    (isByRole(region) || isByName(region, index));

  const asides = await withAllInside(regions, isAside, slices);
  const left = blocks.reduce((sum, block) => sum + (asides.has(block.region) ? 0 : block.prose), 0);
  if (left >= LEAST_LEFT * total) return asides;
  return withAllInside(regions, (region, index) => isAside(region, index) && isByRole(region), slices);
}

/** @param {Region} region @returns {boolean} whether it is a list most of whose text is links */
const isLinkList = ({ tag, linked, characters }) => LIST_TAG.test(tag) && linked > MOST_LINKED_LIST * characters;

/**
 * @param {Region[]} regions
 * @param {number} index of the region in question
 * @param {Sums} prose
 */
function holdsBody(regions, index, prose) {
  const { end } = regions[index];
  for (let inner = index; inner < regions.length && regions[inner].first < end; inner++) {
    if (prose.over(regions[inner]) > 0 && isBody(regions[inner].element)) return true;
  }
  return false;
}

/**
 * The figures and captions, and all regions inside. A wrapper whose name mentions pictures is not a caption where it holds
 * much of the page's prose.
 *
 * @param {Region[]} regions
 * @param {Sums} prose of the blocks
 * @param {number} headline index of its block, or -1
 * @param {Slices} slices
 * @returns {Promise<Set<Region>>}
 */
export function captionsOf(regions, prose, headline, slices) {
  const total = prose.over(regions[0]);
  const isCaption = (/** @type {Region} */ region) => {
    const isNamed = region.hint === "caption" || region.tag === "figure";
    return isNamed && prose.over(region) <= MOST_PROSE_CAPTION * total && !holds(region, headline);
  };
  return withAllInside(regions, isCaption, slices);
}

/**
 * @param {Region[]} regions
 * @param {Block[]} blocks
 * @param {Set<Region>} asides
 * @param {Set<Region>} captions
 * @param {number} headline index of its block, or -1
 * @param {boolean[] | null} isDeclared which blocks are in the text that the page declares as that of its article
 * @param {Slices} slices
 * @returns {Promise<Region>}
 */
export async function containerOf(regions, blocks, asides, captions, headline, isDeclared, slices) {
  const counts = (/** @type {Block} */ block) => !asides.has(block.region) && !captions.has(block.region);
  /** The number of blocks of prose right under each region. @type {Map<Region | null, number>} */
  const paragraphs = new Map();
  for (const { prose, region } of blocks) {
    if (prose > 0) paragraphs.set(region.parent, (paragraphs.get(region.parent) ?? 0) + 1);
  }
  const isAlone = (/** @type {Block} */ { region }) =>
    (paragraphs.get(region.parent) ?? 0) + (paragraphs.get(region) ?? 0) <= 1;
  const weigh = (/** @type {Block} */ block) => block.prose * (isAlone(block) ? ALONE : 1);
  if (slices.isOver) await slices.next();
  const prose = new Sums(
    blocks.map((block, index) => (counts(block) && isDeclared?.[index] !== false ? weigh(block) : 0)),
  );
  if (slices.isOver) await slices.next();
  const characters = new Sums(blocks.map((block) => (counts(block) ? block.text.length : 0)));
  const total = prose.over(regions[0]);
  let best = regions[0];
  let bestScore = 0;
  for (const region of regions) {
    if (slices.isOver) await slices.next();
    const held = prose.over(region);
    if (held === 0 || asides.has(region)) continue;
    // The F1 of both shares, held / total and held / characters.
    const score = (2 * held) / (total + characters.over(region));
    if (score > bestScore) [best, bestScore] = [region, score];
  }
  return articleOfHeadline(regions, best, prose, headline) ?? best;
}

/**
 * Where several articles follow one another (endless scroll), the one under the page's headline.
 *
 * @param {Region[]} regions
 * @param {Region} container
 * @param {Sums} prose
 * @param {number} headline
 */
function articleOfHeadline(regions, container, prose, headline) {
  const articles = regions.filter(
    (region) => region.tag === "article" && isWithin(region, container) && prose.over(region) >= LEAST_PROSE,
  );
  const own = articles.find((article) => holds(article, headline));
  const hasOther = own && articles.some((other) => other.first >= own.end || other.end <= own.first);
  return hasOther ? own : undefined;
}

/**
 * @param {{ first: number, end: number }} inner
 * @param {{ first: number, end: number }} outer
 */
const isWithin = (inner, outer) => inner.first >= outer.first && inner.end <= outer.end;

/**
 * @param {Region} region
 * @param {number} index of a block
 */
const holds = ({ first, end }, index) => index >= first && index < end;
