/**
 * What a page declares about its article for search engines and social networks: titles, standfirst, and sometimes the body.
 *
 * It is used only as far as the text of the page agrees with it.
 */

/**
 * @typedef {object} Declared
 * @property {string[]} titles
 * @property {string[]} standfirsts
 * @property {string} body the longest `articleBody`; empty where there is none
 */

/** Pages declare two or three titles. Some declare a whole archive, which would take too long to compare. */
const MOST_TITLES = 20;

/** A longer script is not metadata about an article. */
const MOST_CHARACTERS = 2_000_000;

/** @param {Document} document @returns {Declared} */
export function declaredBy(document) {
  /** @type {Declared} */
  const declared = { titles: [], standfirsts: [], body: "" };
  for (const script of document.querySelectorAll("script[type='application/ld+json' i]")) {
    const data = script.textContent ?? "";
    if (data.length <= MOST_CHARACTERS) readLinkedData(data, declared);
  }
  for (const meta of document.querySelectorAll("meta[property$=':title'],meta[name$=':title']")) {
    declared.titles.push(meta.getAttribute("content") ?? "");
  }
  for (const meta of document.querySelectorAll("meta[name$=description],meta[property$=':description']")) {
    declared.standfirsts.push(meta.getAttribute("content") ?? "");
  }
  declared.titles.unshift(document.title);
  const { titles, standfirsts, body } = declared;
  return { titles: titles.slice(0, MOST_TITLES), standfirsts: standfirsts.slice(0, MOST_TITLES), body };
}

/**
 * @param {string} data
 * @param {Declared} declared
 */
function readLinkedData(data, declared) {
  /** @type {unknown} */
  let parsed;
  try {
    parsed = JSON.parse(data.replace(/[\u0000-\u001f]+/g, " "));
  } catch {
    return;
  }
  const waiting = [parsed];
  while (waiting.length > 0) {
    const value = waiting.pop();
    if (typeof value !== "object" || value === null) continue;
    for (const inner of Object.values(value)) if (typeof inner === "object") waiting.push(inner);
    const { headline, alternativeHeadline, description, articleBody } = /** @type {Record<string, unknown>} */ (value);
    if (typeof headline === "string") declared.titles.push(headline);
    if (typeof alternativeHeadline === "string") declared.standfirsts.push(alternativeHeadline);
    if (typeof headline === "string" && typeof description === "string") declared.standfirsts.push(description);
    if (typeof articleBody === "string" && articleBody.length > declared.body.length) declared.body = articleBody;
  }
}
