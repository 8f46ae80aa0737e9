/**
 * What an element's tag, role, class and id say of its part in the page.
 *
 * Content management systems share no vocabulary, but their authors share English: a share bar is called `share`,
 * `sharing` or `socialShare` everywhere. Names are split into words, because `shared-column` and `header` (which hold
 * `share` and `ad`) mean nothing, and a hint is only a hint: {@link ./container.js} overrules it where most of a page's
 * prose stands under it.
 */

/** @typedef {"aside" | "comments" | "caption" | "standfirst"} Hint */

const ASIDE_TAGS = new Set(["nav", "aside", "footer", "form", "time", "address"]);

const ASIDE_ROLES = new Set(
  "alert alertdialog banner button complementary contentinfo dialog form menu menubar navigation search tablist toolbar".split(
    " ",
  ),
);

/** Beginnings of words that name parts beside the article, or its furniture: who wrote it, when, share, follow, sign up. */
const ASIDE_WORD = new RegExp(
  "^(?:" +
    [
      // other stories
      "related|recirc|recommend|teaser|trending|popular|mostread|readmore|readnext|alsos?$|upnext|playlist",
      "outbrain|taboola|linklist|carousel|slider|promo|breadcrumb|tags?$|topics?$|keywords?$|taglist|categor(?:y|ies)$",
      "rail$|sidebar|cards?$|collections?$|factbox|nav$|navigation|menu|masthead|footer|toolbar|toolbox|tools$|next$|previous$|pagination",
      // adverts and offers
      "advert|adslot|adunit|sponsor|newsletter|subscri|signup|signin|login|register$|affiliate|donat|marketing|cta$|callout$|paid$",
      // the reader's doings
      "shar(?:e|ing)|social|addthis|follow|feedback|survey|poll$|quiz|cookie|consent|gdpr|modal|popup|bookmark",
      // furniture
      "byline|author|contributor|bio$|dateline|timestamp|datetime|pubdate|date$|published|credit|copyright|disclaimer|kicker",
      "player|countdown",
      // not seen, or not in print
      "offscreen|noprint|skiplink",
      // other sites
      "instagram|tiktok|facebook|twitter|whatsapp|linkedin|pinterest",
    ].join("|") +
    ")",
);

/** The same where two words make one: `most-read`, `read_more`, `sr-only`. Also `ad`, which as a mere part of a word means nothing. */
const ASIDE_PHRASE =
  /(?:^|[\s_-])(?:ads?|most-?(?:read|viewed|popular|watched|recent)|read-?(?:more|next|also)|more-?(?:on|from|stories|like|news|in)|see-?also|you-?may|you-?might|sign-?(?:up|in)|log-?in|sr-only|screen-?reader|visually-?hidden|hide-for-print|no-?print|d-print-none|also-?(?:like|read)|latest-?(?:news|stories)|top-?stories|supported-?by|skip-?(?:to|link)|nocontent)(?=$|[\s_-])/;

const COMMENTS_WORD = /^(?:comments?|disqus|livefyre|commenting|coral|spotim|respond|replies)$/;
const CAPTION_WORD = /^(?:(?:fig)?caption(?:s|text|content)?|cutline|images?|img|photos?|pictures?)$/;
const STANDFIRST_WORD =
  /^(?:standfirst|dek|deck|subtitle|subhead|subheadline|subheading|sub|summary|excerpt|description|lede|lead|intro|teaserlead|abstract|strapline|keypoints?)$/;
/** A wrapper of nothing but the article's text. */
const BODY = /(?:^|\s)(?:article|story|post|entry)[-_]*(?:body|content|text)(?=\s|$)/i;

/** More words than this are no name but a slug: an address made from a headline. */
const MOST_ID_WORDS = 4;

/** @param {string} name */
const wordsOf = (name) =>
  name
    .replace(/([a-z\d])([A-Z][a-z])/g, "$1 $2")
    .toLowerCase()
    .split(/[^a-z\d]+/);

/** @type {Map<string, Hint | null>} pages repeat their names: most are asked for more than once */
const known = new Map();

/** @param {string} name @returns {Hint | null} */
function hintOfName(name) {
  let hint = known.get(name);
  if (hint === undefined) {
    hint = judgeName(name);
    if (known.size > 5_000) known.clear();
    known.set(name, hint);
  }
  return hint;
}

/** @param {string} name @returns {Hint | null} */
function judgeName(name) {
  const words = wordsOf(name);
  if (words.some((word) => COMMENTS_WORD.test(word))) return "comments";
  if (words.some((word) => ASIDE_WORD.test(word)) || ASIDE_PHRASE.test(name.toLowerCase())) return "aside";
  if (words.some((word) => CAPTION_WORD.test(word))) return "caption";
  if (words.some((word) => STANDFIRST_WORD.test(word))) return "standfirst";
  return null;
}

/**
 * @param {Element} element
 * @returns {boolean} whether its tag or role says that it is not the page's main content
 */
export function isAsideByRole(element) {
  const role = element.getAttribute("role");
  return ASIDE_TAGS.has(element.localName) || (role !== null && ASIDE_ROLES.has(role));
}

/** @param {Element} element @returns {boolean} whether it says that it holds the article's text */
export const isBody = (element) =>
  BODY.test(element.className) || BODY.test(element.id) || element.getAttribute("itemprop") === "articleBody";

/**
 * @param {Element} element
 * @returns {Hint | null}
 */
export function hintOf(element) {
  const tag = element.localName;
  if (isAsideByRole(element) || element.getAttribute("aria-hidden") === "true") return "aside";
  if (tag === "figcaption") return "caption";
  if (tag === "blockquote") return null;
  const name = namesOf(element);
  return name.length > 3 ? hintOfName(name) : null;
}

/** @param {Element} element */
function namesOf(element) {
  const names = [];
  for (const attribute of ["class", "data-testid", "data-component"]) {
    const value = element.getAttribute(attribute);
    if (value) names.push(value);
  }
  if (element.id && element.id.split(/[-_]/).length <= MOST_ID_WORDS) names.push(element.id);
  return names.join(" ");
}
