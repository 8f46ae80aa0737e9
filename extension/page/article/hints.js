/**
 * What the tag, role, class and id of an element say about its part in the page.
 *
 * Content management systems have no common vocabulary, but their authors use English: a bar for sharing is called `share`,
 * `sharing` or `socialShare` everywhere. Names are split into words, because `shared-column` and `header` (which contain
 * `share` and `ad`) say nothing. A hint is only a hint: container.js ignores it where much of the page's prose is
 * inside.
 */

import { remembered } from "../remembered.js";
import { attribute, localName } from "../tree.js";

/** @typedef {"aside" | "comments" | "caption" | "standfirst"} Hint */

const ASIDE_TAGS = new Set(["nav", "aside", "footer", "form", "time", "address"]);

const ASIDE_ROLES = new Set(
  (
    "alert alertdialog banner button complementary contentinfo dialog form menu menubar navigation search tablist " +
    "toolbar"
  ).split(" "),
);

/** @param {string[]} lines of words; a word that ends in `*` stands for all words that begin with it */
const anyOf = (...lines) => {
  const words = lines.join(" ").split(" ");
  return new RegExp(`^(?:${words.map((word) => (word.endsWith("*") ? word.slice(0, -1) : `${word}$`)).join("|")})`);
};

/** Names of what does not belong to the text of an article: other stories, advertisements, who wrote it and when, sharing. */
const ASIDE_WORD = anyOf(
  // other stories
  "related* recirc* recommend* teaser* trending* popular* mostread* readmore* readnext also alsos upnext playlist*",
  "outbrain* taboola* linklist* carousel* slider* promo* card cards collection collections factbox*",
  // ways through the site
  "nav navigation* menu* masthead* footer* sidebar* rail toolbar* toolbox* tools next previous pagination* skiplink*",
  "breadcrumb* tag tags taglist* topic topics keyword keywords category categories",
  // adverts and offers
  "advert* adslot* adunit* sponsor* newsletter* subscri* signup* signin* login* register affiliate* donat* marketing",
  "cta callout paid",
  // what readers can do
  "share shares sharing sharebar* sharetool* social socials socialmedia addthis* follow feedback* survey* poll quiz*",
  "bookmark* cookie* consent* gdpr* modal* popup* instagram* tiktok* facebook* twitter* whatsapp* linkedin* pinterest*",
  // who wrote it and when, and other additions
  "byline* author authors contributor* bio dateline* timestamp* datetime* pubdate* date published* credit credits",
  "copyright* disclaimer* kicker player countdown* offscreen* noprint*",
);

/** The same for names of two words: `most-read`, `read_more`, `sr-only`; and `ad`, which is also in hashed names by chance. */
const ASIDE_PHRASE = new RegExp(
  `(?:^|[\\s_-])(?:${[
    "ads?|most-?(?:read|viewed|popular|watched|recent)|read-?(?:more|next|also)|more-?(?:on|from|stories|like|news|in)",
    "see-?also|you-?may|you-?might|also-?(?:like|read)|latest-?(?:news|stories)|top-?stories|sign-?(?:up|in)|log-?in",
    "supported-?by|sr-only|screen-?reader|visually-?hidden|skip-?(?:to|link)|nocontent|hide-for-print|no-?print",
    "d-print-none",
  ].join("|")})(?=$|[\\s_-])`,
);

const COMMENTS_WORD = anyOf("comment comments commenting disqus livefyre coral spotim respond replies");
const CAPTION_WORD = anyOf("caption* figcaption* cutline image images img photo photos picture pictures");
const STANDFIRST_WORD = anyOf(
  "standfirst dek deck subtitle subhead subheadline subheading sub summary excerpt description lede lead intro",
  "abstract strapline keypoint keypoints",
);

/** Names of an element that holds the text of the article and nothing else. */
const BODY = /(?:^|\s)(?:article|story|post|entry)[-_]*(?:body|content|text)(?=\s|$)/i;

/** An id of more words is not a name but was made from a headline. */
const MOST_ID_WORDS = 4;

/** Class and id with the space between them. Anything shorter contains no word of the lists. */
const SHORTEST_NAMES = 3;

/** @param {string} name */
const wordsOfName = (name) =>
  name
    .replace(/([a-z\d])([A-Z][a-z])/g, "$1 $2")
    .toLowerCase()
    .split(/[^a-z\d]+/);

/** @type {(name: string) => Hint | null} remembered, since most names occur more than once on a page */
const hintOfName = remembered((name) => {
  const words = wordsOfName(name);
  if (words.some((word) => COMMENTS_WORD.test(word))) return "comments";
  if (words.some((word) => ASIDE_WORD.test(word)) || ASIDE_PHRASE.test(name.toLowerCase())) return "aside";
  if (words.some((word) => CAPTION_WORD.test(word))) return "caption";
  if (words.some((word) => STANDFIRST_WORD.test(word))) return "standfirst";
  return null;
});

/**
 * @param {Element} element
 * @returns {boolean} whether its tag or role says that it is not the page's main content
 */
export function isAsideByRole(element) {
  const role = attribute(element, "role");
  return ASIDE_TAGS.has(localName(element)) || (role !== null && ASIDE_ROLES.has(role));
}

/** @param {Element} element @returns {boolean} whether it says that it holds the article's text */
export const isBody = (element) =>
  ["class", "id"].some((name) => BODY.test(attribute(element, name) ?? "")) ||
  attribute(element, "itemprop") === "articleBody";

/**
 * @param {Element} element
 * @returns {Hint | null}
 */
export function hintOf(element) {
  const tag = localName(element);
  if (isAsideByRole(element) || attribute(element, "aria-hidden") === "true") return "aside";
  if (tag === "figcaption") return "caption";
  if (tag === "blockquote") return null;
  const names = namesOf(element);
  return names.length >= SHORTEST_NAMES ? hintOfName(names) : null;
}

/** @param {Element} element */
function namesOf(element) {
  const id = attribute(element, "id") ?? "";
  return `${attribute(element, "class") ?? ""} ${id.split(/[-_]/).length <= MOST_ID_WORDS ? id : ""}`;
}
