/**
 * The content of the card: its header, what the mark is, why it is marked, and where the reader can go from there.
 *
 * @import { Marked } from "../shared/messages.js"
 * @import { Mark } from "./marks.js"
 */
import { attributionRows } from "./card-attribution.js";
import { hedgeRows } from "./card-hedge.js";
import { phraseRows } from "./card-phrase.js";
import { whyMarked } from "./card-why.js";
import { wrong } from "./card-wrong.js";
import { button, element, foreign, say } from "../shared/dom.js";
import { kindOf, subjectOf } from "./speaker.js";
import { wordsAt } from "../shared/words.js";

/** "2 of 5", counted from 1. @typedef {{ number: number, of: number }} Position */

/**
 * @typedef {object} CardFacts
 * @property {Mark} mark
 * @property {string} text the page's text that the mark points into
 * @property {Marked} analysis what is marked on the page
 * @property {Position} place of the mark among all marks of the page
 * @property {Position | null} sameSource its place among the marks of the same source; null where no source is given
 * @property {Mark[]} others other marks on the same words
 * @property {boolean} isRightToLeft whether the marked words are written from right to left
 */

/**
 * @typedef {object} CardActs
 * @property {() => void} leave closes the card
 * @property {(by: 1 | -1) => void} step to another mark
 * @property {(by: 1 | -1) => void} stepInSource to another mark of the same source
 * @property {(by: 1 | -1) => void} stepUnnamed to another source that is not named
 * @property {(number: number) => void} turnTo another mark on the same words, by its number among them from 0: the card can
 *   be older than the marks, where its content has stayed the same
 * @property {() => void} showMention goes to where the source is named in full
 * @property {() => Promise<boolean>} copyQuote returns whether it was copied
 * @property {() => void} hide
 * @property {(report: string) => boolean} copyReport returns whether it was copied
 * @property {() => void} showLedger
 * @property {() => void} showLegend
 */

/** Tells a mark from others on the same words. @param {Mark} mark @param {string} text */
function distinctly(mark, text) {
  const cue = mark.attribution?.source.length ? wordsAt(mark.attribution.cue, text) : "";
  return [subjectOf(mark, text), cue && say("quoted", [cue])].filter(Boolean).join(", ");
}

/**
 * @param {HTMLElement} card
 * @param {CardFacts} facts
 * @param {CardActs} acts
 * @returns {boolean} whether the content has changed
 */
export function fillCard(card, facts, acts) {
  const { mark } = facts;
  const hadFocus = focusedAct(card);
  /** @type {HTMLElement[]} */
  const body = mark.attribution
    ? attributionRows(mark.attribution, facts, acts)
    : mark.hedge
      ? hedgeRows(mark.hedge, facts)
      : mark.phrase
        ? phraseRows(mark.phrase)
        : [];
  const ofTheCore = mark.phrase ? [] : [whyMarked(mark), wrong(facts, acts)];
  const children = [headOf(facts, acts), ...body, ...othersOf(facts, acts), ...ofTheCore, footOf(facts, acts)];
  keepUnfolded(card, children);
  const isSame =
    children.length === card.children.length && children.every((each, at) => each.isEqualNode(card.children[at]));
  if (isSame) return false;
  card.replaceChildren(...children);
  card.setAttribute("aria-label", kindOf(mark));
  card.onkeydown = (event) => {
    if (event.altKey || event.ctrlKey || event.metaKey) return;
    if (event.key === "u") acts.stepUnnamed(1);
    if (event.key === "U") acts.stepUnnamed(-1);
  };
  if (!hadFocus) return true;
  /** @type {HTMLElement | null} */
  const sameAct = card.querySelector(`.${hadFocus}`);
  (sameAct ?? card).focus();
  return true;
}

/** The class of the button that has the focus, which it keeps when the card goes to another mark. @param {HTMLElement} card */
function focusedAct(card) {
  const focused = /** @type {ShadowRoot} */ (card.getRootNode()).activeElement;
  return focused && focused !== card && card.contains(focused) ? focused.classList[0] : null;
}

/** What the reader has unfolded stays so. @param {HTMLElement} card @param {HTMLElement[]} children that will replace its own */
function keepUnfolded(card, children) {
  for (const child of children) {
    if (child.matches("details") && card.querySelector(`details.${child.className}[open]`))
      child.setAttribute("open", "");
  }
}

/** The other marks on the same words, which the pointer cannot reach. @param {CardFacts} facts @param {CardActs} acts */
function othersOf({ others, text }, acts) {
  if (others.length === 0) return [];
  const turns = others.map((other, number) => {
    const turn = button("other", "", () => acts.turnTo(number));
    turn.append(`${kindOf(other)}: `, foreign(distinctly(other, text)));
    return turn;
  });
  return [element("div", "others", element("span", "", say("cardOthers")), ...turns)];
}

/** @param {CardFacts} facts @param {CardActs} acts */
function headOf({ mark, place }, acts) {
  return element(
    "header",
    "",
    element("span", `line ${mark.line}`),
    element("span", "kind", kindOf(mark)),
    ...stepper("mark", "cardPlace", place, acts.step, ["commandPrevious", "commandNext"]),
    button("close", "×", acts.leave, say("cardClose")),
  );
}

/** @param {CardFacts} facts @param {CardActs} acts */
function footOf({ mark, sameSource }, acts) {
  const all = sameSource && sameSource.of > 1 ? sameSource : null;
  const quote = button("copy", say("cardCopy"), async () => {
    quote.textContent = say((await acts.copyQuote()) ? "cardCopied" : "cardNotCopied");
  });
  return element(
    "footer",
    "",
    ...(all
      ? [
          element("span", "all", say("allFromSource", [String(all.of)])),
          ...stepper("source", "cardPlace", all, acts.stepInSource, ["sourcePrevious", "sourceNext"]),
        ]
      : []),
    ...(mark.attribution && mark.attribution.content.length > 0 ? [quote] : []),
    button("ledger", say("panelTitle"), acts.showLedger),
    button("about", say("legendAsk"), acts.showLegend),
  );
}

/**
 * @param {string} what
 * @param {string} sentence the message for the place
 * @param {Position} place
 * @param {(by: 1 | -1) => void} step
 * @param {[string, string]} names of the two buttons
 */
const stepper = (what, sentence, { number, of }, step, [previous, next]) => [
  button(`${what}-previous`, "‹", () => step(-1), say(previous)),
  element("span", "place", say(sentence, [String(number), String(of)])),
  button(`${what}-next`, "›", () => step(1), say(next)),
];
