/**
 * Decides which blocks of a page belong to its article, and as which part of it.
 *
 * @import { Slices } from "../slices.js"
 * @import { Declared } from "./declared.js"
 * @import { Block, Region } from "./regions.js"
 */
import { attribute } from "../tree.js";
import { asidesOf, captionsOf, containerOf } from "./container.js";
import { knownText, sharedWords, wordsIn } from "./likeness.js";
import { endsSentence } from "./prose.js";
import { Sums } from "./sums.js";

/** @typedef {"headline" | "standfirst" | "body" | "caption"} Part */

/** Declared text with fewer characters than this is a summary. */
const LEAST_DECLARED = 500;

/** A declared body is believed where this share of it is found on the page as prose. */
const LEAST_FOUND = 0.7;

/** A block belongs to the declared body where at least this share of it is there: pages often correct a word or two later. */
const LEAST_DECLARED_SHARE = 0.8;

/** Blocks that are no longer, in characters, occur in a long text by chance. */
const SHORTEST_DECLARED = 40;

/** The same for a standfirst. Descriptions that are no longer than this are slogans or names of sites. */
const LEAST_STANDFIRST_SHARE = 0.7;
const SHORTEST_STANDFIRST = 30;

/** A title or heading of one word ("News") names a section, not an article. */
const LEAST_TITLE_WORDS = 2;

/** A heading is the headline where it has at least this share of a title's words; titles also contain the name of the site. */
const LEAST_TITLE_LIKENESS = 0.5;

/** A heading with less than a third as many words as the title agrees with it by chance. */
const LEAST_TITLE_LENGTH = 1 / 3;

/** Added to the likeness of an `h1`. Enough by itself, for pages where no heading resembles a title. */
const WORTH_OF_H1 = 0.4;

/** With a larger share of the container's prose above it, a headline is not at the top of the article. */
const MOST_PROSE_ABOVE_HEADLINE = 0.3;

/** How many elements above a text are searched for the tag of a headline or the name of a standfirst. */
const MOST_STEPS_UP = 3;

/** A block with a larger share of its characters in links leads to another page as a whole: "More: …". */
const MOST_LINKED_BODY = 0.75;

/** A note of the newsroom has at least this share of its characters in italics: all but a full stop or a link. */
const LEAST_ITALIC = 0.95;

/** Longer blocks, in characters, that begin like a byline are sentences. */
const LONGEST_BYLINE = 240;

/** Longer blocks never consist of a date alone, and to check them would cost time. */
const LONGEST_DATE = 80;

/** Shorter captions name the photographer or say "Advertisement". */
const SHORTEST_CAPTION = 25;

/** Text that is not in a paragraph has to be at least so long, in characters, where it ends like a sentence and where not. */
const SHORTEST_SENTENCE = 20;
const SHORTEST_WITHOUT_END = 70;

const LETTER_OR_DIGIT = /[\p{L}\p{N}]/u;
const HEADING = /^h[1-6]$/;
const PARAGRAPH = /^(?:p|li|blockquote)$/;

/** Recognises by their wording who wrote the article and who took its pictures, where no name of an element says so. */
const ENGLISH_BYLINE =
  /^(?:(?:By|BY):?\s+\p{Lu}[\p{L}.'’-]*\s+\p{Lu}|(?:[Aa]dditional |[Ww]ith )?(?:[Rr]eporting|[Ww]riting|[Ee]diting) by\s|(?:Contributing|Sources?|Photos?|Images?|Photographs?|Photo credit|Image credit|Credit):|(?:Photo|Photograph|Image|Picture) by\s)/u;
/** The same in German, whose nouns are capitalised: after "Von" nothing but capitalised words may follow. */
const GERMAN_BYLINE =
  /^(?:(?:Von|VON):?\s+\p{Lu}[\p{L}.'’-]*(?:(?:,|\s+und)?\s+\p{Lu}[\p{L}.'’-]*)+$|(?:Fotos?|Bild(?:er|quelle|nachweis)?|Quellen?|Grafik|Illustration|Mitarbeit):)/u;
const isByline = (/** @type {string} */ text) => ENGLISH_BYLINE.test(text) || GERMAN_BYLINE.test(text);

/** What dates consist of, in English and in German. */
const DATE_WORD =
  /\b(?:first|last|originally|published|updated|posted|modified|created|on|at|mon|tues?|wed(?:nes)?|thu(?:rs)?|fri|sat(?:ur)?|sun|(?:mon|tues|wednes|thurs|fri|satur|sun)day|jan(?:uary)?|feb(?:ruary)?|mar(?:ch)?|apr(?:il)?|may|june?|july?|aug(?:ust)?|sept?(?:ember)?|oct(?:ober)?|nov(?:ember)?|dec(?:ember)?|[ap]\.?m\.?|[a-z]{1,2}[sd]?t|utc|min(?:ute)?s?|hours?|days?|ago|read|veröffentlicht|aktualisiert|zuletzt|stand|am|um|uhr|vor|(?:mon|diens|donners|frei|sams|sonn)tag|mittwoch|januar|jänner|februar|märz|mai|juni|juli|oktober|dezember|lese(?:zeit|dauer)|minuten?|stunden?|tagen?)\b|[\d\s:.,|/()–—-]+|(?<=\d)(?:st|nd|rd|th)/gi;

/**
 * @param {Region[]} regions
 * @param {Block[]} blocks
 * @param {Declared} declared
 * @param {Slices} slices
 * @returns {Promise<{ container: Region, parts: (Part | null)[] }>} the part that each block is; null where it is not in the article
 */
export async function partsOf(regions, blocks, declared, slices) {
  const titles = declared.titles.map(wordsIn).filter((words) => words.length >= LEAST_TITLE_WORDS);
  const headline = await headlineOf(blocks, titles, slices);
  const prose = new Sums(blocks.map((block) => block.prose));
  const asides = await asidesOf(regions, blocks, prose, headline, slices);
  const isDeclared = await declaredBlocks(blocks, declared.body, slices);
  const captions = await captionsOf(regions, prose, headline, slices);
  const container = await containerOf(regions, blocks, asides, captions, headline, isDeclared, slices);

  if (slices.isOver) await slices.next();
  const standfirsts = declared.standfirsts.filter((text) => text.length > SHORTEST_STANDFIRST).map(knownText);
  const isStandfirst = (/** @type {Block} */ block) =>
    hintAround(block, "standfirst") ||
    standfirsts.some((standfirst) => standfirst.share(block.text) > LEAST_STANDFIRST_SHARE);

  /** @type {(Part | null)[]} */
  const parts = blocks.map(() => null);
  if (headline >= 0) parts[headline] = "headline";
  const isInside = headline >= container.first && headline < container.end;
  const start = isInside && isAtTop(blocks, container, headline) ? headline + 1 : container.first;
  for (let index = start; index < container.end; index++) {
    if (slices.isOver) await slices.next();
    const block = blocks[index];
    if (isDeclared?.[index]) parts[index] = "body";
    else if (!asides.has(block.region)) parts[index] = partOf(block, captions);
  }
  if (!isInside && headline >= 0 && headline < container.first) {
    for (let index = headline + 1; index < container.first; index++) {
      if (slices.isOver) await slices.next();
      const block = blocks[index];
      if (asides.has(block.region)) continue;
      const part = partOf(block, captions);
      if (part === "caption") parts[index] = part;
      else if (part === "body" && isStandfirst(block)) parts[index] = "standfirst";
    }
  }
  dropBareHeadings(blocks, parts, container);
  return { container, parts };
}

/**
 * @param {Block[]} blocks
 * @param {string[][]} titles
 * @param {Slices} slices
 * @returns {Promise<number>} its index, or -1
 */
async function headlineOf(blocks, titles, slices) {
  let best = -1;
  let bestScore = 0;
  for (const [index, { region, text }] of blocks.entries()) {
    const isTop = region.tag === "h1" || hasAncestor(region, "h1");
    const isHeadline = /headline/i.test(attribute(region.element, "itemprop") ?? "");
    if (!isTop && !HEADING.test(region.tag) && !isHeadline) continue;
    if (slices.isOver) await slices.next();
    const words = wordsIn(text);
    if (words.length < LEAST_TITLE_WORDS) continue;
    const likeness = Math.max(0, ...titles.map((title) => likenessOfTitles(words, title)));
    const score = (likeness >= LEAST_TITLE_LIKENESS ? likeness : 0) + (isTop ? WORTH_OF_H1 : 0);
    if (score > bestScore) [best, bestScore] = [index, score];
  }
  return best;
}

/**
 * @param {Block[]} blocks
 * @param {Region} container
 * @param {number} headline
 * @returns {boolean} whether most of the container's prose follows the headline
 */
function isAtTop(blocks, { first, end }, headline) {
  const proseIn = (/** @type {Block[]} */ some) => some.reduce((sum, block) => sum + block.prose, 0);
  return proseIn(blocks.slice(first, headline)) < MOST_PROSE_ABOVE_HEADLINE * proseIn(blocks.slice(first, end));
}

/**
 * @param {string[]} words
 * @param {string[]} title
 */
function likenessOfTitles(words, title) {
  return words.length < LEAST_TITLE_LENGTH * title.length ? 0 : sharedWords(words, title);
}

/**
 * @param {Region} region
 * @param {string} tag
 */
function hasAncestor(region, tag) {
  for (let above = region.parent, steps = 0; above && steps < MOST_STEPS_UP; above = above.parent, steps++) {
    if (above.tag === tag) return true;
  }
  return false;
}

/**
 * @param {Block[]} blocks
 * @param {string} text that the page declares as that of its article
 * @param {Slices} slices
 * @returns {Promise<boolean[] | null>} which blocks are in it; null where the page does not show the declared text
 */
async function declaredBlocks(blocks, text, slices) {
  if (text.length < LEAST_DECLARED) return null;
  const body = knownText(text);
  const isDeclared = [];
  let found = 0;
  for (const block of blocks) {
    if (slices.isOver) await slices.next();
    const isFound =
      block.text.length > SHORTEST_DECLARED && !isLink(block) && body.share(block.text) > LEAST_DECLARED_SHARE;
    if (isFound) found += block.text.length;
    isDeclared.push(isFound);
  }
  return found >= LEAST_FOUND * text.length ? isDeclared : null;
}

/**
 * @param {Block} block
 * @param {string} hint
 */
function hintAround(block, hint) {
  if (block.hint === hint) return true;
  for (let region = /** @type {Region | null} */ (block.region), steps = 0; region && steps < MOST_STEPS_UP; steps++) {
    if (region.hint === hint) return true;
    region = region.parent;
  }
  return false;
}

/** @param {Block} block @returns {boolean} whether it is a link to another page */
const isLink = ({ text, linked }) => linked > MOST_LINKED_BODY * text.length;

/** @param {Block} block @returns {boolean} whether it is a note of the newsroom about itself: all in italics, with a link */
const isNote = ({ text, linked, italic }) => linked > 0 && italic > LEAST_ITALIC * text.length;

/**
 * The part that a block inside the container is, by its own text and element.
 *
 * @param {Block} block
 * @param {Set<Region>} captions
 * @returns {Part | null}
 */
function partOf(block, captions) {
  const { region, text } = block;
  if (block.hint === "aside" || block.hint === "comments") return null;
  const { length } = text;
  if (isLink(block) || isNote(block) || !LETTER_OR_DIGIT.test(text)) return null;
  if (length < LONGEST_BYLINE && !HEADING.test(region.tag) && isByline(text)) return null;
  if (captions.has(region)) return length >= SHORTEST_CAPTION ? "caption" : null;
  if (HEADING.test(region.tag)) return "body";
  if (length < LONGEST_DATE && !LETTER_OR_DIGIT.test(text.replace(DATE_WORD, ""))) return null;
  if (PARAGRAPH.test(region.tag)) return "body";
  return length >= (endsSentence(text) ? SHORTEST_SENTENCE : SHORTEST_WITHOUT_END) ? "body" : null;
}

/**
 * Drops headings without text below them: they belong to something that was left out.
 *
 * @param {Block[]} blocks
 * @param {(Part | null)[]} parts
 * @param {Region} container
 */
function dropBareHeadings(blocks, parts, container) {
  let hasText = false;
  for (let index = container.end - 1; index >= container.first; index--) {
    const isHeading = HEADING.test(blocks[index].region.tag) && parts[index] === "body";
    if (isHeading && !hasText) parts[index] = null;
    else if (parts[index] === "body") hasText = !isHeading;
  }
}
