/**
 * Turns an analysis into marks in the order of the text, each with the words that are underlined and the words that light
 * up when the pointer is on it.
 *
 * @import { AnalysisView, AttributionView, HedgeView, Offsets, PhraseView } from "../../target/core/core.js"
 * @import { Marked } from "../shared/messages.js"
 * @import { PhraseGroup } from "../shared/phrases.js"
 * @import { Settings, Style } from "../shared/settings.js"
 * @import { LineKind, PhraseKind } from "../shared/underline.js"
 */
import { strengthOf } from "../shared/settings.js";
import { styleOf } from "../shared/underline.js";

/**
 * @typedef {object} Mark
 * @property {Style | "phrase"} style
 * @property {LineKind | PhraseKind} line what its own line stands for
 * @property {Offsets[]} spans the words on which the card opens: source and cue, or the content of a quotation without either
 * @property {{ style: Style | "phrase", line: LineKind | PhraseKind, span: Offsets }[]} rest the words that are underlined
 * @property {Offsets[]} tinted words without a line that are somebody else's all the same: the form of their verbs alone says so
 * @property {Offsets[]} lit the words that light up
 * @property {AttributionView | null} attribution
 * @property {HedgeView | null} hedge
 * @property {PhraseView | null} phrase one of the reader's own
 */

/** Words with a line under them. @param {LineKind} line @param {Offsets} span */
const underlined = (line, span) => ({ style: styleOf(line), line, span });

/** @param {AttributionView} attribution @returns {Mark} */
function markOfAttribution(attribution) {
  const { source, cue, content, quoting, standing: line } = attribution;
  // Where the page gives no source, the cue says so in its place.
  const ofCue = source.length === 0 ? line : "cue";
  const deciding = inOrder([...source, ...cue]);
  return {
    style: styleOf(line),
    line,
    spans: deciding.length > 0 ? deciding : content,
    rest: [...source.map((span) => underlined(line, span)), ...cue.map((span) => underlined(ofCue, span))],
    // A quotation is seen by its marks.
    tinted: deciding.length > 0 || quoting === "direct" ? [] : content,
    lit: inOrder([...source, ...cue, ...content]),
    attribution,
    hedge: null,
    phrase: null,
  };
}

/** @param {HedgeView} hedge @returns {Mark} */
function markOfHedge(hedge) {
  return {
    style: "hedge",
    line: "hedge",
    spans: [hedge.span],
    rest: [underlined("hedge", hedge.span)],
    tinted: [],
    lit: [hedge.span],
    attribution: null,
    hedge,
    phrase: null,
  };
}

/** @param {PhraseView} phrase @param {PhraseGroup[]} groups @returns {Mark} */
function markOfPhrase(phrase, groups) {
  const { span, group } = phrase;
  /** @type {PhraseKind} */
  const line = `phrase-${groups[group]?.line ?? "dashed"}`;
  return {
    style: "phrase",
    line,
    spans: [span],
    rest: [{ style: "phrase", line, span }],
    tinted: [],
    lit: [span],
    attribution: null,
    hedge: null,
    phrase,
  };
}

/** @param {Offsets[]} spans */
const inOrder = (spans) => spans.sort((a, b) => a[0] - b[0]);

/**
 * @param {Marked} analysis
 * @param {PhraseGroup[]} groups of the reader's own phrases
 * @returns {Mark[]}
 */
export function marksOf(analysis, groups) {
  const marks = [
    ...analysis.attributions.map(markOfAttribution),
    ...analysis.hedges.map(markOfHedge),
    ...analysis.phrases.map((phrase) => markOfPhrase(phrase, groups)),
  ];
  return marks.filter((mark) => mark.spans.length > 0).sort((a, b) => a.spans[0][0] - b.spans[0][0]);
}

/** Whether two marks of an analysis stand for the same thing in it. @param {Mark} one @param {Mark} other */
export const isSameMark = (one, other) =>
  one.attribution === other.attribution && one.hedge === other.hedge && one.phrase === other.phrase;

/**
 * The part of an analysis that the reader wants to see.
 *
 * @param {AnalysisView} analysis
 * @param {Settings} settings
 * @returns {Marked}
 */
export const wanted = ({ attributions, hedges, phrases }, { kinds, strengths }) => ({
  phrases,
  attributions: attributions.filter(({ standing }) => kinds[styleOf(standing)]),
  hedges: hedges.filter((hedge) => kinds.hedge && strengths[strengthOf(hedge)]),
});
