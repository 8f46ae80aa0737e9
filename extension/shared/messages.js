/**
 * The messages between page side, background and panel.
 *
 * Messages are plain JSON and are described here once: the schemas are also the types, and the receiver checks each
 * message against its schema. Strangers are turned away before that (see {@link isOurs}); but a page side can outlive an
 * update of the extension and send what an older version sent, and a page that has taken over its own process can send
 * anything in the name of our page side.
 *
 * @import { AnalysisView } from "../../target/core/core.js"
 */
import * as v from "valibot";
import { LINES, SURENESS } from "./settings.js";
import { LINE_KINDS } from "./underline.js";

const NUMBER = v.pipe(v.number(), v.integer(), v.minValue(0));
const SPAN = v.tuple([NUMBER, NUMBER]);
const SPANS = v.array(SPAN);
const REASON = v.object({ rule: v.string(), words: v.array(v.string()) });
const LIST = /** @type {v.GenericSchema<any[]>} */ (v.custom(Array.isArray));
const OPTIONAL_WORDS = v.nullable(v.string());

// The parts of an analysis that our code relies on. Most names of values are only shown, so that any string will do.
const ATTRIBUTION = v.object({
  source: SPANS,
  cue: SPANS,
  content: SPANS,
  mentions: SPANS,
  identity: v.string(),
  standing: v.picklist(LINE_KINDS),
  attitude: v.string(),
  quoting: v.string(),
  speaker: OPTIONAL_WORDS,
  is_probable: v.boolean(),
  anonymity: v.nullable(v.object({ count: v.string(), grade: v.string() })),
  reason: REASON,
});
const HEDGE = v.object({ span: SPAN, kind: v.string(), range: OPTIONAL_WORDS, language: v.string(), reason: REASON });
const PHRASE = v.object({ span: SPAN, group: NUMBER, name: v.string(), phrase: v.string() });
const SOURCE = v.object({
  identity: v.string(),
  standing: v.string(),
  is_unclear: v.boolean(),
  is_probable: v.boolean(),
  statements: LIST,
  told_by: NUMBER,
  words: NUMBER,
  hedges: LIST,
});
const PASSAGE = v.object({ statement: NUMBER, start: NUMBER, words: NUMBER });
const HEDGES_OF_RANGE = v.object({ range: OPTIONAL_WORDS, hedges: LIST });
/** The long lists are checked one entry at a time, by {@link checksOfFound}. */
const FRAME = v.object({
  text: v.string(),
  analysis: v.object({
    attributions: LIST,
    hedges: LIST,
    phrases: LIST,
    read_to: v.nullable(NUMBER),
    report: v.object({
      words: NUMBER,
      attributed_words: NUMBER,
      sources: LIST,
      standings: v.array(v.object({ standing: v.string(), sources: NUMBER, words: NUMBER })),
      passages: LIST,
      hedges: LIST,
      own_hedges: LIST,
    }),
  }),
});

/** A text and everything that was found in it, marked or not. @typedef {{ text: string, analysis: AnalysisView }} Found */

/**
 * Checks whether a value is {@link Found} and whether everything that it points to exists. Each of the small checks relies
 * on those before it. The page side pauses between them, since fifty thousand marks would hold up the page.
 *
 * @param {unknown} value
 * @returns {Generator<boolean>}
 */
export function* checksOfFound(value) {
  yield v.is(FRAME, value);
  const { text, analysis } = /** @type {Found} */ (value);
  const { attributions, hedges, phrases, report } = analysis;
  const isInText = (/** @type {[number, number]} */ [start, end]) => start < end && end <= text.length;
  for (const each of attributions) {
    yield v.is(ATTRIBUTION, each) && [each.source, each.cue, each.content, each.mentions].flat().every(isInText);
  }
  for (const each of phrases) yield v.is(PHRASE, each) && isInText(each.span);
  for (const each of hedges) yield v.is(HEDGE, each) && isInText(each.span);
  for (const each of report.sources) {
    yield v.is(SOURCE, each) && each.told_by in attributions;
    for (const statement of each.statements) yield isIndexIn(attributions, statement);
  }
  for (const each of report.passages) yield v.is(PASSAGE, each) && each.statement in attributions;
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

/** Why a page cannot be read. Each reason has a message in `_locales`; the browser's own reasons come first. */
const PROBLEM = v.picklist(["Forbidden", "NewTab", "File", "Pdf", "NoText", "OtherLanguage", "Failed"]);
/** @typedef {v.InferOutput<typeof PROBLEM>} Problem */

/** How much of a page was read: all of it, the English and German text of a mixed page, or the beginning of one that is too long. */
const EXTENT = v.picklist(["whole", "part", "beginning"]);
/** @typedef {v.InferOutput<typeof EXTENT>} Extent */

/** What the toolbar shows for a tab. */
export const TAB_STATE = v.variant("state", [
  v.object({ state: v.picklist(["off", "reading"]) }),
  v.object({ state: v.literal("on"), count: NUMBER, extent: EXTENT }),
  v.object({ state: v.literal("problem"), problem: PROBLEM }),
]);
/** @typedef {v.InferOutput<typeof TAB_STATE>} TabState */

/** What the badge of the toolbar's button says where a page cannot be read; the button's title says why. */
export const PROBLEM_BADGE = "!";

/** From the background to a panel: the toolbar shows something else for a tab. */
export const FROM_TOOLBAR = v.object({ type: v.literal("toolbar"), tabId: NUMBER });
/** @typedef {v.InferOutput<typeof FROM_TOOLBAR>} FromToolbar */

/** Marks, by their numbers in the analysis of a text. */
const NUMBERS = v.object({ attributions: v.array(NUMBER), hedges: v.array(NUMBER) });
/** @typedef {v.InferOutput<typeof NUMBERS>} Numbers */

/** From page side and options to the background. `analyze` is answered with an {@link Answer}, `try` with {@link TRIED}, `state` with true. */
export const FROM_PAGE = v.variant("type", [
  v.object({
    type: v.literal("analyze"),
    text: v.string(),
    settings: v.object({ sureness: v.picklist(SURENESS), beliefs: v.boolean(), asides: v.boolean() }),
    without: v.optional(NUMBERS),
  }),
  v.object({ type: v.literal("state"), tab: TAB_STATE }),
  v.object({
    type: v.literal("try"),
    text: v.string(),
    groups: v.array(v.object({ name: v.string(), line: v.picklist(LINES), phrases: v.array(v.string()) })),
  }),
  v.object({ type: v.picklist(["options", "ledger"]) }),
]);
/** @typedef {v.InferOutput<typeof FROM_PAGE>} FromPage */

/** What a sample has of the reader's own phrases, and which of these cannot be used. */
export const TRIED = v.object({
  phrases: v.array(PHRASE),
  problems: v.array(
    v.object({
      group: NUMBER,
      line: NUMBER,
      kind: v.picklist(["syntax", "large", "empty", "many"]),
      detail: OPTIONAL_WORDS,
    }),
  ),
});
/** @typedef {v.InferOutput<typeof TRIED>} Tried */

/**
 * The answer to `analyze`. The analysis is checked separately, together with its text ({@link checksOfFound}).
 * `milliseconds` is the time that the core took, without the time that the question waited.
 */
export const ANSWER = v.union([
  v.object({ analysis: v.unknown(), milliseconds: v.pipe(v.number(), v.minValue(0)) }),
  v.object({ error: v.string() }),
]);
/** @typedef {{ analysis: AnalysisView, milliseconds: number } | { error: string }} Answer */

/**
 * From the background or one of our own pages to the page side. `toggle` and `show` (which does nothing where the marks
 * are on already) are answered with whether the marks are on now, `marked` with a {@link MarkedText} or null where the
 * marks are off, `state` with a {@link TabState}, and `cost` with what reading has cost the page's thread so far
 * (page/slices.js). Only tests and benches ask for `marked` and `cost`.
 */
export const TO_PAGE = v.variant("type", [
  v.object({ type: v.picklist(["toggle", "show", "marked", "state", "cost"]) }),
  v.object({ type: v.literal("step"), by: v.picklist([1, -1]), to: v.picklist(["mark", "unnamed"]) }),
]);
/** @typedef {v.InferOutput<typeof TO_PAGE>} ToPage */

/** The part of an analysis that is marked, which depends on the reader's settings. @typedef {Pick<AnalysisView, "attributions" | "hedges" | "phrases">} Marked */

/** A page's text and what is marked in it. @typedef {{ text: string, analysis: Marked }} MarkedText */

/** The name of the port over which an open panel and a page side talk. */
export const PANEL_PORT = "panel";

/** Identifies a mark by its position in the analysis: "a3" is the fourth attribution, "h0" the first hedge, "p0" the first of the reader's own phrases. */
const MARK_ID = v.pipe(v.string(), v.regex(/^[ahp]\d+$/));
/** @typedef {v.InferOutput<typeof MARK_ID>} MarkId */

/** The address of a page, which can be our own one for newcomers, or of a passage in it. Addresses that run something, such as `javascript:`, are refused. */
const ADDRESS = v.pipe(v.string(), v.url(), v.regex(/^(?:https?|file|blob|about|(?:chrome|moz)-extension):/));

/** What a page says about itself. `published` is a date in the page's own format. */
const PAGE_FACTS = v.object({ title: v.string(), url: ADDRESS, published: OPTIONAL_WORDS });
/** @typedef {v.InferOutput<typeof PAGE_FACTS>} PageFacts */

/**
 * From the page side to a panel: `found` at the start and whenever the marks change (null while they are off); `at` when
 * the reader comes to another mark; `links` with the addresses of the marks, when the panel asks for them.
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
 * From the page side, whose extension may have been removed since.
 *
 * @param {FromPage} message
 * @returns {Promise<any>} the answer; rejected where there is no extension any more
 */
export const sendToBackground = async (message) => chrome.runtime.sendMessage(message);

/**
 * Whether a message comes from this extension.
 *
 * @param {chrome.runtime.MessageSender | undefined} sender
 */
export function isOurs(sender) {
  return sender?.id === chrome.runtime.id;
}

/**
 * Whether a message matches a schema.
 *
 * @template {v.GenericSchema} Schema
 * @param {Schema} schema
 * @param {unknown} message
 * @returns {message is v.InferOutput<Schema>}
 */
export const isOne = (schema, message) => v.is(schema, message);
