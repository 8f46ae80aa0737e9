/**
 * Which part of a page is its article.
 */

/** Containers that pages use for an article's text, the surest first. */
const CONTAINERS = ["[itemprop~=articleBody]", "article", "main", "[role=main]"];

/** A container with less text than this is a teaser. */
const LEAST_CHARACTERS = 500;

/**
 * The elements that hold the article, in reading order: its headline, where that stands outside, and its body.
 *
 * @param {Document} document
 * @returns {Element[]}
 */
export function articleOf(document) {
  const body = articleBody(document);
  if (!body) return [];
  const headline = document.querySelector("h1");
  const isBefore = headline && headline.compareDocumentPosition(body) === Node.DOCUMENT_POSITION_FOLLOWING;
  return isBefore ? [headline, body] : [body];
}

/** @param {Document} document */
function articleBody(document) {
  for (const selector of CONTAINERS) {
    const candidates = [...document.querySelectorAll(selector)];
    const lengths = candidates.map((element) => proseLength(element));
    const longest = lengths.indexOf(Math.max(0, ...lengths));
    if (longest >= 0 && lengths[longest] >= LEAST_CHARACTERS) return candidates[longest];
  }
  return document.body;
}

/** @param {Element} element */
function proseLength(element) {
  let length = 0;
  for (const paragraph of element.querySelectorAll("p")) length += paragraph.textContent?.length ?? 0;
  return length;
}
