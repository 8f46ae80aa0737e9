/**
 * What a page says about itself, for whoever takes its ledger away.
 *
 * @import { PageFacts } from "../messages.js"
 */

/** Where pages state when they were published, the surest first. */
const PUBLISHED = [
  ["meta[property='article:published_time']", "content"],
  ["meta[itemprop='datePublished']", "content"],
  ["meta[name='date']", "content"],
  ["article time[datetime]", "datetime"],
];

/** Signs that turn the direction of writing, and with it of whatever a title is put beside. */
const TURNS = /[\u061c\u200e\u200f\u202a-\u202e\u2066-\u2069]/g;

/** Parsers of dates overlook whatever stands in brackets. */
const DATE = /^[\p{L}\p{N} ,:+./-]+$/u;

/** @param {Document} document @returns {PageFacts} */
export function pageFacts(document) {
  const published = PUBLISHED.map(([selector, attribute]) => document.querySelector(selector)?.getAttribute(attribute));
  return {
    title: document.title.replace(TURNS, "").trim(),
    url: document.location.href,
    published: published.find((date) => date && DATE.test(date) && !Number.isNaN(Date.parse(date))) ?? null,
  };
}
