/**
 * The element that holds most of a page's prose and least of anything else.
 *
 * Both are shares of characters, so their F1 picks the container without a threshold: the whole body holds all the prose
 * and much else, a single paragraph nothing else and little prose.
 *
 * @import { Block, Region } from "./regions.js"
 */
import { isAsideByRole, isBody } from "./hints.js";

/** A hint is void where more than this share of the page's prose stands under it: names of wrappers name all they hold. */
const MOST_PROSE_ASIDE = 0.35;

/** The same for a tag or role that says so. */
const MOST_PROSE_ASIDE_BY_ROLE = 0.6;

/** What containers of articles are marked as; worth a little where the text alone leaves it open. */
const SEMANTIC = "article,main,[role=main],[itemprop~=articleBody]";
const SEMANTIC_BONUS = 1.05;

/** Captions of one figure have no more than this share of the page's prose. */
const MOST_PROSE_CAPTION = 0.2;

/** Less prose than this is a teaser. */
const LEAST_PROSE = 400;

/** Paragraphs of an article stand together; what a paragraph is worth that stands alone, as those of teasers do. */
const ALONE = 0.3;

const SENTENCE_END = /[.!?…。！？]["'”’»)\]]*(?:\s|$)/;

/**
 * How many characters of running prose a block is worth.
 *
 * @param {Block} block
 */
export function proseOf({ region, text, linked }) {
  if (linked > 0.4 * text.length) return 0;
  const isParagraph = region.tag === "p" && text.length >= 25;
  return (isParagraph || text.length >= 60) && SENTENCE_END.test(text) ? text.length : 0;
}

/** Sums over any run of blocks, in one step. */
class Sums {
  #before = [0];

  /** @param {number[]} values */
  constructor(values) {
    for (const value of values) this.#before.push(/** @type {number} */ (this.#before.at(-1)) + value);
  }

  /** @param {{ first: number, end: number }} run */
  over({ first, end }) {
    return this.#before[end] - this.#before[first];
  }
}

/**
 * The regions that stand beside the article by their names, and all within them.
 *
 * @param {Region[]} regions
 * @param {Block[]} blocks
 * @param {number} headline index of its block, or -1
 * @returns {Set<Region>}
 */
export function asidesOf(regions, blocks, headline) {
  const prose = new Sums(blocks.map(proseOf));
  const total = prose.over(regions[0]);
  const asides = new Set();
  for (const [index, region] of regions.entries()) {
    if (region.parent && asides.has(region.parent)) {
      asides.add(region);
      continue;
    }
    if (region.hint !== "aside" && region.hint !== "comments") continue;
    if (holds(region, headline)) continue;
    if (region.hint === "aside") {
      const byRole = isAsideByRole(region.element);
      if (prose.over(region) > (byRole ? MOST_PROSE_ASIDE_BY_ROLE : MOST_PROSE_ASIDE) * total) continue;
      if (!byRole && prose.over(region) > 0 && holdsBody(regions, index, prose)) continue;
    }
    asides.add(region);
  }
  return asides;
}

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
 * The figures and captions, and all within them; a wrapper that is named for its pictures is none.
 *
 * @param {Region[]} regions
 * @param {Block[]} blocks
 * @param {number} headline index of its block, or -1
 * @returns {Set<Region>}
 */
export function captionsOf(regions, blocks, headline) {
  const prose = new Sums(blocks.map(proseOf));
  const total = prose.over(regions[0]);
  const captions = new Set();
  for (const region of regions) {
    const isNamed = region.hint === "caption" || region.tag === "figure";
    const holdsArticle = prose.over(region) > MOST_PROSE_CAPTION * total || holds(region, headline);
    if ((region.parent && captions.has(region.parent)) || (isNamed && !holdsArticle)) captions.add(region);
  }
  return captions;
}

/**
 * @param {Region[]} regions
 * @param {Block[]} blocks
 * @param {Set<Region>} asides
 * @param {Set<Region>} captions
 * @param {number} headline index of its block, or -1
 * @param {boolean[] | null} isDeclared which blocks stand in the text that the page declares its article's
 * @returns {Region}
 */
export function containerOf(regions, blocks, asides, captions, headline, isDeclared) {
  const counts = (/** @type {Block} */ block) => !asides.has(block.region) && !captions.has(block.region);
  const together = new Map();
  for (const block of blocks) {
    if (proseOf(block) > 0) together.set(block.region.parent, (together.get(block.region.parent) ?? 0) + 1);
  }
  const weigh = (/** @type {Block} */ block) =>
    proseOf(block) * ((together.get(block.region.parent) ?? 0) + (together.get(block.region) ?? 0) > 1 ? 1 : ALONE);
  const prose = new Sums(
    blocks.map((block, index) => (counts(block) && isDeclared?.[index] !== false ? weigh(block) : 0)),
  );
  const characters = new Sums(blocks.map((block) => (counts(block) ? block.text.length : 0)));
  const total = prose.over(regions[0]);
  let best = regions[0];
  let bestScore = 0;
  for (const region of regions) {
    const held = prose.over(region);
    if (held === 0 || asides.has(region)) continue;
    const bonus = region.element.matches(SEMANTIC) ? SEMANTIC_BONUS : 1;
    const score = (bonus * 2 * held) / (total + characters.over(region));
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
