/**
 * The article from top to bottom, laid on its side: a lane for each source, in which its passages stand where they stand on
 * the page. A passage is a button that leads there.
 *
 * A lane is one stop for the Tab key; the arrow keys move within it, as toolbars do.
 *
 * @import { Passage, Source } from "../shared/ledger.js"
 */
import { button, element, say } from "../shared/dom.js";
import { shortened } from "../shared/words.js";

/** A lane for one source or for several. @typedef {Pick<Source, "standing" | "passages">} Speaking */

/** Passages nearer to each other than this share of the page cannot be told apart; they are one button. */
const FINEST = 1 / 300;
/** How many characters of a passage its button tells. */
const TOLD = 120;

/** The key that moves by so many buttons. @type {Record<string, number>} */
const STEPS = { ArrowRight: 1, ArrowDown: 1, ArrowLeft: -1, ArrowUp: -1, Home: -Infinity, End: Infinity };

/**
 * @param {Speaking[]} speaking
 * @param {string} name whose lane it is
 */
export function lane(speaking, name) {
  const made = element("div", "lane");
  made.setAttribute("role", "toolbar");
  made.setAttribute("aria-label", say("stripLane", [name]));
  const buttons = speaking.flatMap(({ standing, passages }) =>
    gathered(passages).map((passage) => passageButton(passage, standing)),
  );
  buttons.sort((a, b) => Number(a.dataset.from) - Number(b.dataset.from));
  buttons.forEach((each, at) => (each.tabIndex = at === 0 ? 0 : -1));
  made.append(...buttons);
  made.addEventListener("keydown", (event) => {
    const step = STEPS[event.key];
    const at = buttons.findIndex((each) => each === document.activeElement);
    if (step === undefined || at < 0) return;
    event.preventDefault();
    for (const each of buttons) each.tabIndex = -1;
    const next = buttons[Math.min(Math.max(at + step, 0), buttons.length - 1)];
    next.tabIndex = 0;
    next.focus();
  });
  // A passage can be a few pixels wide: beside it counts as well.
  made.addEventListener("click", ({ target, clientX }) => {
    if (target === made) nearest(buttons, clientX)?.click();
  });
  return made;
}

/** Passages that can be told apart, each with the statement that begins it. @param {Passage[]} passages */
function gathered(passages) {
  /** @type {Passage[]} */
  const made = [];
  for (const passage of passages) {
    const last = made.at(-1);
    if (last && passage.from - last.to < FINEST && passage.to - last.from < 4 * FINEST) last.to = passage.to;
    else made.push({ ...passage });
  }
  return made;
}

/** @param {Passage} passage @param {string} standing */
function passageButton({ from, to, word, statement }, standing) {
  const made = button(`passage fill ${standing}`, "", () => {});
  const told = say("stripPassage", [String(word), shortened(statement.words, TOLD)]);
  made.dataset.mark = statement.id;
  made.dataset.from = String(from);
  made.style.insetInlineStart = `${from * 100}%`;
  made.style.inlineSize = `${(to - from) * 100}%`;
  made.setAttribute("aria-label", told);
  made.title = told;
  return made;
}

/** @param {HTMLElement[]} buttons @param {number} x */
function nearest(buttons, x) {
  const distance = (/** @type {HTMLElement} */ each) => {
    const { left, right } = each.getBoundingClientRect();
    return Math.max(left - x, x - right, 0);
  };
  return buttons.reduce((best, each) => (distance(each) < distance(best) ? each : best), buttons[0]);
}
