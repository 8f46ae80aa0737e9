/**
 * What a page's ledger says at first sight, in words: the panel shows it, and the exports begin with it. Percentages are
 * shares of the attributed words, all of them.
 *
 * @import { Ledger } from "./ledger.js"
 */
import { counted, say } from "./dom.js";
import { nameInText, percentage, shortName } from "./ledger.js";

/** How many sources are shown each by itself. */
const LEADERS = 5;
/** How many unnamed sources are described, and how many sources are named beside the page among those who hedge. */
const DESCRIBED = 3;
const HEDGING = 2;

/** Sources who say most, and all the others together. @param {Ledger} ledger */
export function leadersOf({ sources }) {
  const speaking = sources.filter(({ words }) => words > 0);
  // One other needs no more room by itself than as "1 other".
  const shown = speaking.length === LEADERS + 1 ? speaking.length : LEADERS;
  return { leaders: speaking.slice(0, shown), others: speaking.slice(shown) };
}

/** "9 voices; Ines Aldana has 61 % of the attributed words; 2 sources are not named." @param {Ledger} ledger */
export function headlineOf({ sources, standings }) {
  const voices = sources.filter(({ standing }) => standing !== "loose");
  const unnamed = standings.find(({ standing }) => standing === "unnamed")?.sources ?? 0;
  const unclear = sources.filter(({ isUnclear }) => isUnclear).reduce((sum, { share }) => sum + share, 0);
  const [first] = voices;
  const sentence = first
    ? say("glanceHeadline", [
        counted("glanceVoices", voices.length),
        say("glanceMost", [shortName(first), percentage(first.share)]),
        unnamed > 0 ? counted("glanceUnnamed", unnamed) : say("glanceNoUnnamed"),
      ])
    : say("glanceNoVoices");
  return unclear >= 0.005 ? `${sentence} ${say("glanceUnclear", [percentage(unclear)])}` : sentence;
}

/** What the percentages are shares of. @param {Ledger} ledger */
export const baseOf = ({ attributedWords, words }) =>
  counted("glanceBase", attributedWords, [new Intl.NumberFormat(say("locale")).format(words)]);

/** What the page tells about those whom it does not name, in its own words; empty where there are none. @param {Ledger} ledger */
export function unnamedOf({ sources }) {
  const unnamed = sources.filter(({ standing }) => standing === "unnamed");
  const told = unnamed.slice(0, DESCRIBED).map((source) => {
    const { reason, clause } = source.anonymity ?? {};
    const words = nameInText(source);
    // The description may hold the reason already.
    const why = [reason, clause].find((each) => each && !source.name.includes(each));
    return why ? `${words} (${say("quoted", [why])})` : words;
  });
  return listed(told, unnamed.length - told.length);
}

/** How much is hedged, and by whom. @param {Ledger} ledger */
export function hedgesOf({ sources, ownHedges }) {
  const hedging = sources.filter(({ hedges }) => hedges > 0).sort((a, b) => b.hedges - a.hedges);
  const total = hedging.reduce((sum, { hedges }) => sum + hedges, ownHedges);
  const named = hedging.slice(0, HEDGING);
  const rest = hedging.slice(HEDGING).reduce((sum, { hedges }) => sum + hedges, 0);
  const parts = [
    ...(ownHedges > 0 ? [`${say("glancePage")} ${ownHedges}`] : []),
    ...named.map((source) => `${shortName(source)} ${source.hedges}`),
    ...(rest > 0 ? [`${say("glanceOtherSources")} ${rest}`] : []),
  ];
  if (total === 0) return say("glanceNoHedges");
  return say("glanceHedgeLine", [counted("glanceHedges", total), parts.join(", ")]);
}

/** @param {string[]} parts @param {number} more how many are left out */
const listed = (parts, more) => (more > 0 ? [...parts, counted("glanceMore", more)] : parts).join(", ");
