/**
 * What a reader can do about a mark that is wrong: hide it, or take along a report of it. The report is shown as it is, and
 * nothing is sent.
 *
 * @import { CardActs, CardFacts } from "./card-content.js"
 * @import { Mark } from "./marks.js"
 */
import { button, element, say } from "../shared/dom.js";
import { wordsAt } from "../shared/words.js";
import { issueLink } from "./card-issue.js";
import { kindOf, subjectOf } from "./speaker.js";
import { sentenceAround } from "./sentence.js";

/** The sentence, the mark, the version and the rule; nothing else. @param {Mark} mark @param {string} text */
function factsOf(mark, text) {
  const { rule } = (mark.attribution ?? /** @type {NonNullable<typeof mark.hedge>} */ (mark.hedge)).reason;
  const marked = [kindOf(mark), subjectOf(mark, text), say("quoted", [wordsAt(mark.spans, text)])];
  return {
    version: chrome.runtime.getManifest().version,
    sentence: sentenceAround(text, mark.spans[0]).words,
    marked: [...new Set(marked)].join(", "),
    rule: say("cardRule", [rule]),
  };
}

/** @param {CardFacts} facts @param {CardActs} acts */
export function wrong({ mark, text }, acts) {
  const { version, sentence, marked, rule } = factsOf(mark, text);
  const report = [`Sourcelight ${version}`, say("reportSentence", [sentence]), say("reportMark", [marked]), rule].join(
    "\n",
  );
  const copy = button("copy-report", say("wrongCopy"), () => {
    copy.textContent = say(acts.copyReport(report) ? "cardCopied" : "cardNotCopied");
  });
  const actions = element("div", "actions", button("hide", say("wrongHide"), acts.hide), copy);
  const note = element("p", "known", say("wrongReport"));
  ISSUE: {
    actions.append(issueLink({ sentence, found: `${marked}\n${rule}`, version }));
    note.append(" ", say("wrongIssueNote"));
  }
  const shown = element("p", "report", report);
  shown.dir = "auto";
  return element("details", "wrong", element("summary", "", say("cardWrong")), actions, note, shown);
}
