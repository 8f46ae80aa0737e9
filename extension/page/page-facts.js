/**
 * What a page says about itself, for the panel, the exports and quotations.
 *
 * @import { PageFacts } from "../shared/messages.js"
 */
import { TURNS } from "./blocks.js";

/** Where pages state when they were published, the most reliable place first. */
const PUBLISHED = [
  ["meta[property='article:published_time']", "content"],
  ["meta[itemprop='datePublished']", "content"],
  ["meta[name='date']", "content"],
  ["article time[datetime]", "datetime"],
];

/** `Date.parse` ignores text in brackets, which could be anything; dates consist of these characters. */
const DATE = /^[\p{L}\p{N} ,:+./-]+$/u;

/** What the site calls itself, or else its host. @param {Document} document */
export const outletOf = (document) =>
  document.querySelector("meta[property='og:site_name']")?.getAttribute("content")?.replace(/\s+/g, " ").trim() ||
  document.location.hostname.replace(/^www\./, "");

/** @param {Document} document @returns {PageFacts} */
export function pageFacts(document) {
  const published = PUBLISHED.map(([selector, attribute]) => document.querySelector(selector)?.getAttribute(attribute));
  return {
    title: document.title.replace(new RegExp(`[${TURNS}]`, "g"), "").trim(),
    url: document.location.href,
    published: published.find((date) => date && DATE.test(date) && !Number.isNaN(Date.parse(date))) ?? null,
  };
}
