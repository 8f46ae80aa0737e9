/**
 * What a reader can do about a mark that is wrong: hide it, or take along a report of it. The report is shown as it is, and
 * nothing is sent.
 *
 * @import { CardActs, CardFacts } from "./card-content.js"
 * @import { Mark } from "./marks.js"
 */
import { button, element, say } from "../shared/dom.js";
import { wordsAt } from "../shared/words.js";
import { kindOf, subjectOf } from "./speaker.js";
import { sentenceAround } from "./sentence.js";

/** The sentence, the mark, the version and the rule; nothing else. @param {Mark} mark @param {string} text */
export function reportOf(mark, text) {
  const { rule } = (mark.attribution ?? /** @type {NonNullable<typeof mark.hedge>} */ (mark.hedge)).reason;
  const marked = [kindOf(mark), subjectOf(mark, text), say("quoted", [wordsAt(mark.spans, text)])];
  return [
    `Sourcelight ${chrome.runtime.getManifest().version}`,
    say("reportSentence", [sentenceAround(text, mark.spans[0]).words]),
    say("reportMark", [[...new Set(marked)].join(", ")]),
    say("cardRule", [rule]),
  ].join("\n");
}

/** @param {CardFacts} facts @param {CardActs} acts */
export function wrong({ mark, text }, acts) {
  const report = reportOf(mark, text);
  const copy = button("copy-report", say("wrongCopy"), () => {
    copy.textContent = say(acts.copyReport(report) ? "cardCopied" : "cardNotCopied");
  });
  const shown = element("p", "report", report);
  shown.dir = "auto";
  return element(
    "details",
    "wrong",
    element("summary", "", say("cardWrong")),
    element("div", "actions", button("hide", say("wrongHide"), acts.hide), copy),
    element("p", "known", say("wrongReport")),
    shown,
  );
}
