/**
 * The card's words for a mark. All sentences come from `_locales`; the page's own words are put in as text.
 *
 * @import { AttributionView, HedgeView, Offsets, WhyView } from "../../target/core/core.js"
 * @import { Mark } from "./marks.js"
 */

/**
 * A sentence from `_locales`; empty where there is none of that name.
 *
 * @param {string} name may hold characters of the core's values that message names may not ("role+basis", "55-80")
 * @param {string[]} [words] what it quotes
 */
export const say = (name, words) => chrome.i18n.getMessage(name.replace(/\W/g, "_"), words);

/**
 * @param {string} tag
 * @param {string} className
 * @param {(Node | string)[]} children
 */
function element(tag, className, ...children) {
  const made = document.createElement(tag);
  if (className) made.className = className;
  made.append(...children);
  return made;
}

/**
 * @param {HTMLElement} card
 * @param {Mark} mark
 * @param {string} text the page's text that the mark points into
 * @param {{ number: number, of: number }} place of the mark among the page's marks
 */
export function fill(card, mark, text, place) {
  const head = element(
    "header",
    "",
    element("span", `line ${mark.rest[0]?.style ?? "attribution"}`),
    element("span", "kind", kindOf(mark)),
    element("span", "place", say("cardPlace", [String(place.number), String(place.of)])),
  );
  const body = mark.attribution ? attributionRows(mark.attribution, text) : hedgeRows(mark.hedge, text);
  card.replaceChildren(head, ...body);
  card.setAttribute("aria-label", kindOf(mark));
}

/** What kind of mark it is, in words. @param {Mark} mark */
export function kindOf({ attribution, hedge }) {
  if (hedge) return say("kindHedge");
  return say(`kind_${attribution?.identity}`);
}

/** @param {Offsets[]} spans @param {string} text */
const wordsOf = (spans, text) => spans.map(([start, end]) => text.slice(start, end)).join(" … ");

/** @param {string} words */
const quoted = (words) => say("quoted", [words]);

/**
 * @param {AttributionView} attribution
 * @param {string} text
 * @returns {Node[]}
 */
function attributionRows(attribution, text) {
  const { identity, attitude, quoting, anonymity, speaker, reason, why } = attribution;
  const source = wordsOf(attribution.source, text);
  const who = speaker ?? (source || say("whoNobody"));
  const known = speaker && source && speaker !== source ? say("whoCalled", [source]) : say(`identity_${identity}`);
  const rows = rowsOf(
    [say("rowCue"), attribution.cue.length > 0 ? quoted(wordsOf(attribution.cue, text)) : ""],
    [say("rowHow"), `${say(`label_attitude_${attitude}`)} · ${say(`label_quoting_${quoting}`)}`],
    [say("rowGrade"), anonymity ? say(`grade_${anonymity.grade}`) : ""],
    [say("rowCount"), anonymity && anonymity.count !== "unknown" ? say(`label_count_${anonymity.count}`) : ""],
    [say("rowRole"), anonymity?.role ?? ""],
    [say("rowBasis"), anonymity?.basis ?? ""],
    [say("rowReason"), anonymity?.reason ?? ""],
    [say("rowVia"), anonymity?.via ?? ""],
    [say("rowWhy"), sentenceOf(reason, why)],
  );
  const notes = [anonymity?.boilerplate && "noteBoilerplate", anonymity?.rests_on_one && "noteRestsOnOne"];
  return [
    element("p", "who", who),
    element("p", "known", known),
    rows,
    ...notes.filter((note) => typeof note === "string").map((note) => element("p", "note", say(note))),
  ];
}

/**
 * @param {HedgeView | null} hedge
 * @param {string} text
 * @returns {Node[]}
 */
function hedgeRows(hedge, text) {
  if (!hedge) return [];
  const words = wordsOf([hedge.span], text);
  const scale = hedge.range
    ? [
        scalePicture(hedge.range),
        element("p", "known", say("scaleSays", [say(`scale_${hedge.range}`), hedge.range.replace("-", "–")])),
      ]
    : [element("p", "known", say("scaleNone", [words]))];
  const rows = rowsOf(
    [say("rowKind"), say(`hedge_${hedge.kind}`)],
    [say("rowScope"), say(`scope_${hedge.scope}`)],
    [say("rowWhy"), sentenceOf(hedge.reason, hedge.why)],
  );
  return [element("p", "who", quoted(words)), ...scale, rows];
}

/** A scale from 0 to 100 per cent with the word's range filled in. @param {string} range "55-80" */
function scalePicture(range) {
  const [low, high] = range.split("-").map(Number);
  const filled = element("span", "filled");
  filled.style.setProperty("inset-inline-start", `${low}%`);
  filled.style.setProperty("inline-size", `${high - low}%`);
  const picture = element("div", "scale", filled);
  picture.setAttribute("role", "img");
  picture.setAttribute("aria-label", `${range} %`);
  return picture;
}

/** Why it is marked: the rule's sentence, or the core's own words for a rule that has none. @param {WhyView} reason @param {string} why */
const sentenceOf = (reason, why) => say(`rule_${reason.rule}`, reason.words.slice(0, 9)) || why;

/** @param {[string, string][]} rows a name and what is to be said; empty ones are left out */
function rowsOf(...rows) {
  const list = element("dl", "");
  for (const [name, value] of rows) if (value) list.append(element("dt", "", name), element("dd", "", value));
  return list;
}
