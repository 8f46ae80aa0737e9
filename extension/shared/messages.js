/**
 * What the page side, the background and the panel say to each other.
 *
 * Messages are plain JSON, described here once: the schemas are the types, and whoever receives a message checks it
 * against them. Not that the sender would be a stranger (see {@link isOurs}), but an old page side may outlive an update
 * of the extension, and a page that took its own process over may speak in the name of our page side there.
 *
 * @import { AnalysisView } from "../../target/core/core.js"
 */
import * as v from "valibot";
import { SURENESS } from "./settings.js";

const NUMBER = v.pipe(v.number(), v.integer(), v.minValue(0));
const SPAN = v.tuple([NUMBER, NUMBER]);
const SPANS = v.array(SPAN);
const REASON = v.object({ rule: v.string(), words: v.array(v.string()) });
const LIST = /** @type {v.GenericSchema<any[]>} */ (v.custom(Array.isArray));
const OPTIONAL_WORDS = v.nullable(v.string());

// What of an analysis the code would stumble over; the values' names are words to be shown and no more.
const ATTRIBUTION = v.object({
  source: SPANS,
  cue: SPANS,
  content: SPANS,
  mentions: SPANS,
  identity: v.string(),
  attitude: v.string(),
  quoting: v.string(),
  speaker: OPTIONAL_WORDS,
  anonymity: v.nullable(v.object({ count: v.string(), grade: v.string() })),
  reason: REASON,
});
const HEDGE = v.object({ span: SPAN, kind: v.string(), range: OPTIONAL_WORDS, reason: REASON });
const SOURCE = v.object({ identity: v.string(), statements: LIST, told_by: NUMBER });
const HEDGES_OF_RANGE = v.object({ range: OPTIONAL_WORDS, hedges: LIST });
/** What may be long is looked at piece by piece. */
const FRAME = v.object({
  text: v.string(),
  analysis: v.object({
    attributions: LIST,
    hedges: LIST,
    read_to: v.nullable(NUMBER),
    report: v.object({
      words: NUMBER,
      attributed_words: NUMBER,
      sources: LIST,
      identities: v.array(v.object({ identity: v.string() })),
      hedges: LIST,
    }),
  }),
});

/** All that was found in a text, marked or not. @typedef {{ text: string, analysis: AnalysisView }} Found */

/**
 * Whether something is {@link Found}, and whatever it points to is there: one small check after the other, each of which
 * relies on those before, so that whoever must not be held up by fifty thousand marks can pause between them.
 *
 * @param {unknown} value
 * @returns {Generator<boolean>}
 */
export function* checksOfFound(value) {
  yield v.is(FRAME, value);
  const { text, analysis } = /** @type {Found} */ (value);
  const { attributions, hedges, report } = analysis;
  const isInText = (/** @type {[number, number]} */ [start, end]) => start < end && end <= text.length;
  for (const each of attributions) {
    yield v.is(ATTRIBUTION, each) && [each.source, each.cue, each.content, each.mentions].flat().every(isInText);
  }
  for (const each of hedges) yield v.is(HEDGE, each) && isInText(each.span);
  for (const each of report.sources) {
    yield v.is(SOURCE, each) && each.told_by in attributions;
    for (const statement of each.statements) yield isIndexIn(attributions, statement);
  }
  for (const each of report.hedges) {
    yield v.is(HEDGES_OF_RANGE, each);
    for (const hedge of each.hedges) yield isIndexIn(hedges, hedge);
  }
}

/** @param {unknown[]} list @param {unknown} value */
const isIndexIn = (list, value) => typeof value === "number" && value in list;

export const FOUND = /** @type {v.GenericSchema<Found>} */ (
  v.custom((value) => {
    for (const isGood of checksOfFound(value)) if (!isGood) return false;
    return true;
  })
);

/** Why a page cannot be read; each has a sentence in `_locales`. */
const PROBLEM = v.picklist(["Forbidden", "Pdf", "NoText", "NotEnglish", "Failed"]);
/** @typedef {v.InferOutput<typeof PROBLEM>} Problem */

/** What of a page was read: all of it, what is in English, or the beginning of one that is too long. */
const EXTENT = v.picklist(["whole", "english", "beginning"]);
/** @typedef {v.InferOutput<typeof EXTENT>} Extent */

/** What the toolbar shows for a tab. */
export const TAB_STATE = v.variant("state", [
  v.object({ state: v.picklist(["off", "reading"]) }),
  v.object({ state: v.literal("on"), count: NUMBER, extent: EXTENT }),
  v.object({ state: v.literal("problem"), problem: PROBLEM }),
]);
/** @typedef {v.InferOutput<typeof TAB_STATE>} TabState */

/**
 * From the page side to the background. `analyze` is answered by {@link Answer}, the others by nothing.
 */
export const FROM_PAGE = v.variant("type", [
  v.object({
    type: v.literal("analyze"),
    text: v.string(),
    settings: v.object({ sureness: v.picklist(SURENESS), beliefs: v.boolean() }),
  }),
  v.object({ type: v.literal("state"), tab: TAB_STATE }),
  v.object({ type: v.literal("options") }),
]);
/** @typedef {v.InferOutput<typeof FROM_PAGE>} FromPage */

/**
 * What `analyze` is answered with. The analysis is checked on its own, together with its text ({@link checksOfFound});
 * `milliseconds` is how long the core was at work, and no part of what was waited for it.
 */
export const ANSWER = v.union([
  v.object({ analysis: v.unknown(), milliseconds: v.pipe(v.number(), v.minValue(0)) }),
  v.object({ error: v.string() }),
]);
/** @typedef {{ analysis: AnalysisView, milliseconds: number } | { error: string }} Answer */

/**
 * From the background or one of our own pages to the page side. `toggle` and `show` (which leaves marks that are
 * on as they are) are answered by whether the marks are on now, `ledger` by {@link Ledger} or null where the marks are
 * off, `state` by {@link TabState}, `cost` by what reading has cost the page's thread so far (slices.js), which nobody but
 * tests and benches asks.
 */
export const TO_PAGE = v.variant("type", [
  v.object({ type: v.picklist(["toggle", "show", "marked", "state", "cost"]) }),
  v.object({ type: v.literal("step"), by: v.picklist([1, -1]), to: v.picklist(["mark", "unnamed"]) }),
]);
/** @typedef {v.InferOutput<typeof TO_PAGE>} ToPage */

/** What was found and is marked, as the reader's settings have it. @typedef {Pick<AnalysisView, "attributions" | "hedges">} Marked */

/** A page's text and what is marked in it. @typedef {{ text: string, analysis: Marked }} MarkedText */

/** The name of the port over which an open panel and a page side talk. */
export const PANEL_PORT = "panel";

/** A mark's place in the analysis: "a3" is the fourth attribution, "h0" the first hedge. */
const MARK_ID = v.pipe(v.string(), v.regex(/^[ah]\d+$/));
/** @typedef {v.InferOutput<typeof MARK_ID>} MarkId */

/** Where a page or a passage of it stands; never a script or anything else to be run. */
const ADDRESS = v.pipe(v.string(), v.url(), v.regex(/^(?:https?|file|blob|about):/));

/** What a page says about itself; `published` is a date as the page writes it. */
const PAGE_FACTS = v.object({ title: v.string(), url: ADDRESS, published: OPTIONAL_WORDS });
/** @typedef {v.InferOutput<typeof PAGE_FACTS>} PageFacts */

/**
 * From the page side to a panel: at the start and whenever the marks go on or off, what was read (null while they are
 * off) and how much of the page that is; the mark that the reader is at; the marks' addresses, when asked.
 */
export const TO_PANEL = v.variant("type", [
  v.object({ type: v.literal("found"), found: v.nullable(FOUND), extent: EXTENT, page: PAGE_FACTS }),
  v.object({ type: v.literal("at"), mark: v.nullable(MARK_ID) }),
  v.object({ type: v.literal("links"), links: v.record(MARK_ID, ADDRESS) }),
]);
/** @typedef {v.InferOutput<typeof TO_PANEL>} ToPanel */

/** From a panel to the page side. */
export const FROM_PANEL = v.variant("type", [
  v.object({ type: v.literal("jump"), mark: MARK_ID }),
  v.object({ type: v.literal("links") }),
]);
/** @typedef {v.InferOutput<typeof FROM_PANEL>} FromPanel */

/**
 * Whether a message comes from this very extension.
 *
 * @param {chrome.runtime.MessageSender | undefined} sender
 */
export function isOurs(sender) {
  return sender?.id === chrome.runtime.id;
}

/**
 * Whether a message is one that the receiver knows.
 *
 * @template {v.GenericSchema} Schema
 * @param {Schema} schema
 * @param {unknown} message
 * @returns {message is v.InferOutput<Schema>}
 */
export const isOne = (schema, message) => v.is(schema, message);
