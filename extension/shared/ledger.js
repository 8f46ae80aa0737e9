/**
 * A page's ledger: its sources with their statements, and its hedges, in words. The panel lists it and the exports write
 * it. Nothing is counted here; all figures come from the core's report.
 *
 * @import { AnonymityView, AttributionView, HedgeView, Identity, PhraseView, SourceReport, Standing, StandingShare } from "../../target/core/core.js"
 * @import { Found, MarkId, PageFacts, Extent } from "./messages.js"
 */
import { say } from "./dom.js";
import { shortened, wordsAt } from "./words.js";

/**
 * @typedef {object} Ledger
 * @property {number} words of the page
 * @property {number} attributedWords
 * @property {Source[]} sources the one with most words first
 * @property {StandingShare[]} standings
 * @property {HedgeGroup[]} hedgeGroups the surest first
 * @property {number} ownHedges how many hedges are the page's own
 * @property {PhraseGroup[]} phraseGroups the reader's own phrases that the page has, in the order of their groups
 */

/**
 * @typedef {object} Source
 * @property {Identity} identity
 * @property {Standing} standing
 * @property {boolean} isUnclear whether the page means somebody and it is not clear who
 * @property {string} name the source's name, or else the page's description of it, or else our words for no source
 * @property {"name" | "probable" | "description" | "ours"} nameIs whose words the name is
 * @property {string} description the page's words where they differ from the name
 * @property {AnonymityView | null} anonymity
 * @property {number} words
 * @property {number} share of the attributed words, from 0 to 1
 * @property {number} hedges how many hedges are in what it says
 * @property {Statement[]} statements
 * @property {Passage[]} passages where it speaks, in the order of the text
 */

/**
 * @typedef {object} Statement
 * @property {MarkId} id
 * @property {string} words
 * @property {string} cue
 * @property {string} called the page's words for the source
 * @property {AttributionView} attribution
 */

/** A stretch of the page, as shares of the page's words from 0 to 1; `word` is the number of its first. @typedef {{ from: number, to: number, word: number, statement: Statement }} Passage */

/** A ledger, the page it is about, and how much of that page was read. @typedef {{ ledger: Ledger, page: PageFacts, extent: Extent }} PageLedger */

/** Hedges of the same strength. @typedef {{ range: string | null, label: string, hedges: Hedge[] }} HedgeGroup */

/** Words of the page in their surroundings. @typedef {[before: string, words: string, after: string]} Excerpt */

/** The reader's own phrases of one group. @typedef {{ name: string, places: { id: MarkId, words: Excerpt, phrase: string }[] }} PhraseGroup */

/**
 * @typedef {object} Hedge
 * @property {MarkId} id
 * @property {Excerpt} words the hedge with the words around it
 * @property {HedgeView} hedge
 */

/** @param {number} share from 0 to 1 */
export const percentage = (share) => new Intl.NumberFormat(say("locale"), { style: "percent" }).format(share);

/** A sentence for the reader where only a part of the page was read. @type {(extent: Extent) => string | undefined} */
export const extentNotice = (extent) =>
  ({ whole: undefined, part: say("panelPartRead"), beginning: say("panelPartBeginning") })[extent];

/** Whose figures the ranges of hedges are. The scale is one of English words, and words of another language borrow its figures. @param {Ledger} ledger */
export function scaleNotice({ hedgeGroups }) {
  const isBorrowed = hedgeGroups.some(
    ({ range, hedges }) => range && hedges.some(({ hedge }) => hedge.language !== "en"),
  );
  return [say("panelScale"), isBorrowed && say("panelScaleBorrowed")].filter(Boolean).join(" ");
}

/** What a source is to the reader, in two or three words; nothing where its name says so already. @param {Source} source */
export function standingLabel({ identity, standing, isUnclear, nameIs }) {
  if (nameIs === "ours") return "";
  if (isUnclear) return say("panelUnclear");
  return say(standing === "loose" ? `label_identity_${identity}` : `label_standing_${standing}`);
}

/** A source's name as it stands in a sentence: with its doubt, or in quotation marks where it is the page's description. @param {Source} source */
export function nameInText({ name, nameIs }) {
  if (nameIs === "probable") return say("glanceProbably", [name]);
  return nameIs === "description" ? say("quoted", [name]) : name;
}

/** The same where there is room for one line: only the beginning of a long description. @param {Source} source */
export const shortName = (source) => nameInText({ ...source, name: shortened(source.name, NAME_LENGTH) });

const NAME_LENGTH = 36;

/** How many characters before and after such words are shown. */
const SURROUNDINGS = 90;

/** @param {Found} found @returns {Ledger} */
export function ledgerOf({ text, analysis }) {
  const { attributions, hedges, phrases, report } = analysis;
  const statements = attributions.map((attribution, number) => statementOf(attribution, number, text));
  const passages = /** @type {Map<number, Passage[]>} */ (new Map());
  for (const { statement, start, words } of report.passages) {
    const ofStatement = passages.get(statement) ?? [];
    passages.set(statement, ofStatement);
    ofStatement.push({
      from: start / report.words,
      to: (start + words) / report.words,
      word: start + 1,
      statement: statements[statement],
    });
  }
  return {
    words: report.words,
    attributedWords: report.attributed_words,
    standings: report.standings,
    sources: report.sources.map((source) => ({
      identity: source.identity,
      standing: source.standing,
      isUnclear: source.is_unclear,
      ...namesOf(source, attributions, text),
      anonymity: attributions[source.told_by].anonymity,
      words: source.words,
      share: source.words / Math.max(report.attributed_words, 1),
      hedges: source.hedges.length,
      statements: source.statements.map((number) => statements[number]),
      passages: source.statements.flatMap((number) => passages.get(number) ?? []).sort((a, b) => a.from - b.from),
    })),
    hedgeGroups: report.hedges.map(({ range, kind, hedges: members }) => ({
      range,
      label: range ? say(`scale_${range}`) : say(`label_hedge_${kind}`),
      hedges: members.map((number) => hedgeOf(hedges[number], number, text)),
    })),
    ownHedges: report.own_hedges.length,
    phraseGroups: phraseGroupsOf(phrases, text),
  };
}

/**
 * @param {SourceReport} source
 * @param {AttributionView[]} attributions
 * @param {string} text
 * @returns {Pick<Source, "name" | "nameIs" | "description">}
 */
function namesOf({ identity, is_unclear, is_probable, statements, told_by }, attributions, text) {
  const { speaker, source } = attributions[told_by];
  const described = identity === "unspecified" ? "" : wordsAt(source, text);
  if (speaker) {
    const description = described === speaker ? "" : described;
    return { name: speaker, nameIs: is_probable ? "probable" : "name", description };
  }
  const called = new Set(statements.map((number) => wordsAt(attributions[number].source, text).toLowerCase()));
  if (described && !(is_unclear && called.size > 1)) return { name: described, nameIs: "description", description: "" };
  const ours = is_unclear ? "panelUnclear" : identity === "unspecified" ? "kind_unspecified" : "whoNobody";
  return { name: say(ours), nameIs: "ours", description: "" };
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
  return { id: `a${number}`, words, cue: wordsAt(cue, text), called: wordsAt(source, text), attribution };
}

/** @param {PhraseView[]} phrases @param {string} text @returns {PhraseGroup[]} */
function phraseGroupsOf(phrases, text) {
  /** @type {PhraseGroup[]} by number; those of which the page has nothing are left out */
  const groups = [];
  phrases.forEach(({ span, group, name, phrase }, number) => {
    groups[group] ??= { name: name || say("kindPhrase"), places: [] };
    groups[group].places.push({ id: `p${number}`, words: excerpt(span, text), phrase });
  });
  return groups.filter(Boolean);
}

/**
 * @param {HedgeView} hedge
 * @param {number} number
 * @param {string} text
 * @returns {Hedge}
 */
const hedgeOf = (hedge, number, text) => ({ id: `h${number}`, words: excerpt(hedge.span, text), hedge });

/** Words of the page in their surroundings. @param {[number, number]} span @param {string} text @returns {Excerpt} */
function excerpt([start, end], text) {
  const before =
    text
      .slice(Math.max(0, start - SURROUNDINGS), start)
      .split("\n")
      .at(-1) ?? "";
  const after = text.slice(end, end + SURROUNDINGS).split("\n")[0];
  const opening = before.length < SURROUNDINGS ? before : before.replace(/^\S*\s/, "… ");
  const closing = after.length < SURROUNDINGS ? after : after.replace(/\s\S*$/, " …");
  return [opening, wordsAt([[start, end]], text), closing];
}
