/**
 * The card of an attribution: who is the source, how it is quoted, how certain it is, and why it is marked.
 *
 * @import { AnonymityView, AttributionView, WhyView } from "../../target/core/core.js"
 * @import { CardActs, CardFacts } from "./card-content.js"
 */
import { anonymityNotes, anonymityRows, rowsOf, sentenceOf } from "../shared/rows.js";
import { button, element, foreign, say } from "../shared/dom.js";
import { speakerOf } from "./speaker.js";
import { wordsAt } from "../shared/words.js";

/** How much the page reveals about an unnamed source, from least to most. */
const GRADES = ["bare", "group", "role", "role+basis", "reason"];

/**
 * @param {AttributionView} attribution
 * @param {CardFacts} facts
 * @param {CardActs} acts
 * @returns {Node[]}
 */
export function attributionRows(attribution, facts, acts) {
  const { attitude, quoting, anonymity, reason, why, evidence, cue } = attribution;
  const { text } = facts;
  const said = say(`label_attitude_${attitude}`);
  const cited = wordsAt(cue, text);
  const how = [said, cited && say("quoted", [cited]), say(`label_quoting_${quoting}`)].filter(Boolean).join(" · ");
  return [
    ...whoOf(attribution, text),
    ...(anonymity ? [gradePicture(anonymity)] : []),
    rowsOf(
      ...anonymityRows(anonymity),
      [say("rowMention"), mentionOf(attribution, text, acts)],
      [say("rowHow"), foreign(how)],
      [say("rowSure"), hedgesInside(attribution, facts)],
      [say("rowWhy"), sentenceOf(reason, why)],
      [say("rowEvidence"), evidenceOf(evidence)],
    ),
    ...anonymityNotes(anonymity),
  ];
}

/** @param {AttributionView} attribution @param {string} text */
function whoOf(attribution, text) {
  const { identity, speaker, source } = attribution;
  const words = wordsAt(source, text);
  const who = speakerOf(attribution, text);
  const called = speaker && words && speaker !== words;
  return [
    element("p", "who", who ? foreign(who) : say("whoNobody")),
    element("p", "known", called ? say("whoCalled", [words]) : say(`identity_${identity}`)),
  ];
}

/** Five steps, as many of them filled as the page reveals. @param {AnonymityView} anonymity */
function gradePicture({ grade }) {
  const reached = GRADES.indexOf(grade);
  const steps = GRADES.map((_, index) => element("span", index <= reached ? "step reached" : "step"));
  const picture = element("div", "grade", ...steps);
  picture.setAttribute("aria-hidden", "true");
  const sentence = element("p", "known", say(`grade_${grade}`));
  return element("div", "learn", picture, sentence);
}

/** Where the source is named in full, unless that is here. @param {AttributionView} attribution @param {string} text @param {CardActs} acts */
function mentionOf({ mentions, source }, text, acts) {
  const [fullest] = mentions;
  if (!fullest || source.some(([start, end]) => start <= fullest[0] && fullest[1] <= end)) return "";
  return [foreign(say("quoted", [wordsAt([fullest], text)])), button("mention", say("mentionShow"), acts.showMention)];
}

/** The hedges inside what is attributed. @param {AttributionView} attribution @param {CardFacts} facts */
function hedgesInside({ content }, { analysis, text }) {
  const inside = analysis.hedges.filter(({ span }) => content.some(([from, to]) => from <= span[0] && span[1] <= to));
  const words = [...new Set(inside.map(({ span }) => say("quoted", [wordsAt([span], text)])))];
  return words.length > 0 ? foreign(say("sureHedged", [words.join(", ")])) : "";
}

/** Evidence for the mark, where no rule explains it. @param {WhyView[]} evidence */
const evidenceOf = (evidence) => evidence.map(({ rule, words }) => say(`evidence_${rule}`, words)).join(" ");
