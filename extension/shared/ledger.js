/**
 * A page's ledger: its sources with their statements, and its hedges, in words. The panel lists it and the exports write
 * it. Nothing is counted here; all figures come from the core's report.
 *
 * @import { AnonymityView, AttributionView, HedgeView, Identity, IdentityShare } from "../../target/core/core.js"
 * @import { Found, MarkId, PageFacts, Extent } from "./messages.js"
 */
import { say } from "./dom.js";
import { wordsAt } from "./words.js";

/**
 * @typedef {object} Ledger
 * @property {number} words of the page
 * @property {number} attributedWords
 * @property {Source[]} sources the one with most words first
 * @property {IdentityShare[]} identities
 * @property {HedgeGroup[]} hedgeGroups the surest first
 */

/**
 * @typedef {object} Source
 * @property {Identity} identity
 * @property {string} name the source's name, or else the page's description of it, or else our words for no source
 * @property {string} description the page's words where they differ from the name
 * @property {AnonymityView | null} anonymity
 * @property {number} words
 * @property {number} share of the attributed words, from 0 to 1
 * @property {Statement[]} statements
 */

/**
 * @typedef {object} Statement
 * @property {MarkId} id
 * @property {string} words
 * @property {string} cue
 * @property {AttributionView} attribution
 */

/** A ledger, the page it is about, and how much of that page was read. @typedef {{ ledger: Ledger, page: PageFacts, extent: Extent }} PageLedger */

/** Hedges of the same strength. @typedef {{ range: string | null, label: string, hedges: Hedge[] }} HedgeGroup */

/**
 * @typedef {object} Hedge
 * @property {MarkId} id
 * @property {[before: string, words: string, after: string]} words the hedge with the words around it
 * @property {HedgeView} hedge
 */

const percent = new Intl.NumberFormat(undefined, { style: "percent" });

/** @param {number} share from 0 to 1 */
export const percentage = (share) => percent.format(share);

/** A sentence for the reader where only a part of the page was read. @type {(extent: Extent) => string | undefined} */
export const extentNotice = (extent) =>
  ({ whole: undefined, english: say("panelPartEnglish"), beginning: say("panelPartBeginning") })[extent];

/** How many characters before and after a hedge are shown. */
const SURROUNDINGS = 90;

/** @param {Found} found @returns {Ledger} */
export function ledgerOf({ text, analysis }) {
  const { attributions, hedges, report } = analysis;
  return {
    words: report.words,
    attributedWords: report.attributed_words,
    identities: report.identities,
    sources: report.sources.map(({ identity, statements, told_by, words }) => {
      const { speaker, source, anonymity } = attributions[told_by];
      const described = identity === "unspecified" ? "" : wordsAt(source, text);
      const name = speaker ?? described;
      return {
        identity,
        name: name || say(identity === "unspecified" ? "kind_unspecified" : "whoNobody"),
        description: described === name ? "" : described,
        anonymity,
        words,
        share: words / Math.max(report.attributed_words, 1),
        statements: statements.map((number) => statementOf(attributions[number], number, text)),
      };
    }),
    hedgeGroups: report.hedges.map(({ range, kind, hedges: members }) => ({
      range,
      label: range ? say(`scale_${range}`) : say(`label_hedge_${kind}`),
      hedges: members.map((number) => hedgeOf(hedges[number], number, text)),
    })),
  };
}

/**
 * @param {AttributionView} attribution
 * @param {number} number
 * @param {string} text
 * @returns {Statement}
 */
function statementOf(attribution, number, text) {
  const { source, cue, content } = attribution;
  const words = wordsAt(content.length > 0 ? content : [...source, ...cue], text);
  return { id: `a${number}`, words, cue: wordsAt(cue, text), attribution };
}

/**
 * @param {HedgeView} hedge
 * @param {number} number
 * @param {string} text
 * @returns {Hedge}
 */
function hedgeOf(hedge, number, text) {
  const [start, end] = hedge.span;
  const before =
    text
      .slice(Math.max(0, start - SURROUNDINGS), start)
      .split("\n")
      .at(-1) ?? "";
  const after = text.slice(end, end + SURROUNDINGS).split("\n")[0];
  const opening = before.length < SURROUNDINGS ? before : before.replace(/^\S*\s/, "… ");
  const closing = after.length < SURROUNDINGS ? after : after.replace(/\s\S*$/, " …");
  return { id: `h${number}`, words: [opening, wordsAt([hedge.span], text), closing], hedge };
}
