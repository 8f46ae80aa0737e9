/**
 * What the card says about an attribution: who the source is, how the page makes it known to the reader, and how it is
 * quoted.
 *
 * @import { AnonymityView, AttributionView, Offsets } from "../../target/core/core.js"
 * @import { CardActs, CardFacts } from "./card-content.js"
 */
import { anonymityNotes, anonymityRows, rowsOf } from "../shared/rows.js";
import { button, element, foreign, say } from "../shared/dom.js";
import { isUnclear, speakerOf } from "./speaker.js";
import { wordsAt } from "../shared/words.js";

/** How much the page tells about an unnamed source, from least to most. */
const GRADES = ["bare", "group", "role", "role+basis", "reason"];

/**
 * @param {AttributionView} attribution
 * @param {CardFacts} facts
 * @param {CardActs} acts
 * @returns {HTMLElement[]}
 */
export function attributionRows(attribution, facts, acts) {
  const { attitude, quoting, anonymity, cue } = attribution;
  const { text } = facts;
  const cited = wordsAt(cue, text);
  // The cue itself shows that somebody said it.
  const what = cited && attitude === "statement" ? "" : say(`label_attitude_${attitude}`);
  const how = [cited && say("quoted", [cited]), what, say(`label_quoting_${quoting}`)];
  const who = speakerOf(attribution, text);
  return [
    element("p", "who", who ? foreign(who) : say("whoNobody")),
    element("p", "known", knownAs(attribution, text)),
    ...(anonymity ? [gradePicture(anonymity)] : []),
    rowsOf(
      ...anonymityRows(anonymity),
      mentionRow(attribution, facts, acts),
      [say("rowHow"), foreign(how.filter(Boolean).join(" · "))],
      [say("rowSure"), hedgesInside(attribution, facts)],
    ),
    ...anonymityNotes(anonymity),
  ];
}

/** The page's own words for a source that is called by its name, else what is known of it. @param {AttributionView} attribution @param {string} text */
function knownAs(attribution, text) {
  const { identity, speaker, source, standing } = attribution;
  const words = wordsAt(source, text);
  if (speaker && words && speaker !== words) return foreign(say("whoCalled", [words]));
  if (isUnclear(attribution)) return say("knownUnclear");
  const isBody = standing === "institution";
  return isBody ? say("knownInstitution") : say(`identity_${identity}`);
}

/** Five steps, as many of them filled as the page tells. @param {AnonymityView} anonymity */
function gradePicture({ grade }) {
  const reached = GRADES.indexOf(grade) + 1;
  const steps = GRADES.map((_, index) => element("span", index < reached ? "step reached" : "step"));
  const picture = element("span", "grade", ...steps);
  picture.setAttribute("aria-hidden", "true");
  const place = say("gradeStep", [String(reached), String(GRADES.length)]);
  return element(
    "div",
    "learn",
    element("p", "known", say("gradeTitle"), picture, element("span", "", place)),
    element("p", "", say(`grade_${grade}`)),
  );
}

/**
 * The words by which the page introduces the source elsewhere; for a source that is only probable, the words on which this
 * rests.
 *
 * @param {AttributionView} attribution
 * @param {CardFacts} facts
 * @param {CardActs} acts
 * @returns {[name: string, content: Node[] | ""]}
 */
function mentionRow({ mentions, source, is_probable }, { text, analysis }, acts) {
  const name = say(is_probable ? "rowRests" : "rowMention");
  const [fullest] = mentions;
  if (!fullest || source.some((span) => holds(span, fullest))) return [name, ""];
  const introduction = analysis.attributions.find((other) => other.source.some((span) => holds(span, fullest)));
  const elsewhere = mentions.filter((span) => !source.some((own) => holds(own, span)));
  const words = is_probable
    ? [...new Set(elsewhere.map((span) => wordsAt([span], text)))]
    : [wordsAt(introduction?.source ?? [fullest], text)];
  const quoted = words.map((each) => say("quoted", [each])).join(", ");
  return [name, [foreign(quoted), button("mention", say("mentionShow"), acts.showMention)]];
}

/** @param {Offsets} outer @param {Offsets} inner */
const holds = ([start, end], inner) => start <= inner[0] && inner[1] <= end;

/** The hedges inside what is attributed. @param {AttributionView} attribution @param {CardFacts} facts */
function hedgesInside({ content }, { analysis, text }) {
  const inside = analysis.hedges.filter(({ span }) => content.some((piece) => holds(piece, span)));
  const words = [...new Set(inside.map(({ span }) => say("quoted", [wordsAt([span], text)])))];
  return words.length > 0 ? foreign(words.join(", ")) : "";
}
