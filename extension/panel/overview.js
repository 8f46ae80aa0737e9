/**
 * The picture at the top: how much of the page rests on whom. Every part of it is also said in words, and the words are
 * the buttons that filter the lists below.
 *
 * @import { Part } from "../messages.js"
 * @import { Filter } from "./filter.js"
 * @import { Story } from "./story.js"
 */
import { element, say } from "../page/dom.js";

const percent = new Intl.NumberFormat(undefined, { style: "percent" });
const number = new Intl.NumberFormat();

/** @param {number} share from 0 to 1 */
export const percentage = (share) => percent.format(share);

/** Why a ledger is not of the whole page, where it is not. @type {(part: Part) => string | undefined} */
export const wordOfPart = (part) =>
  ({ whole: undefined, english: say("panelPartEnglish"), beginning: say("panelPartBeginning") })[part];

/**
 * @param {Story} story
 * @param {Filter} filter
 */
export function overview(story, filter) {
  const { sources, words, attributedWords, strengths } = story;
  const statements = sources.reduce((sum, source) => sum + source.statements.length, 0);
  const made = section(
    "panelOverview",
    element("p", "", say("panelCounts", [number.format(statements), number.format(sources.length)])),
    element("p", "faint", say("panelShare", [percentage(attributedWords / Math.max(words, 1))])),
    bar(story),
    kinds(story, filter),
  );
  if (strengths.length > 0)
    made.append(element("h3", "", say("panelStrengths")), scale(story), element("p", "faint scale", say("panelScale")));
  return made;
}

/**
 * A section with its heading.
 *
 * @param {string} name of the heading's words
 * @param {Node[]} children
 */
export function section(name, ...children) {
  const heading = element("h2", "", say(name));
  heading.id = name;
  const made = element("section", "", heading, ...children);
  made.setAttribute("aria-labelledby", name);
  return made;
}

/** Each source's share of the attributed words, in the shape of its kind. @param {Story} story */
function bar({ sources, identities }) {
  const made = element("div", "bar");
  made.setAttribute("aria-hidden", "true");
  for (const { identity } of identities) {
    for (const source of sources.filter((source) => source.identity === identity && source.words > 0)) {
      const part = element("span", `fill ${identity}`);
      part.style.flexGrow = String(source.words);
      part.title = `${source.name} · ${percentage(source.share)}`;
      made.append(part);
    }
  }
  return made;
}

/**
 * @param {Story} story
 * @param {Filter} filter
 */
function kinds({ identities, attributedWords, strengths }, filter) {
  const list = element("ul", "kinds");
  list.setAttribute("aria-label", say("panelFilter"));
  for (const { identity, sources, words } of identities) {
    if (sources === 0) continue;
    const share = percentage(words / Math.max(attributedWords, 1));
    const label = say(`label_identity_${identity}`);
    list.append(
      element("li", "", filter.toggle(identity, label, say("panelKindCount", [number.format(sources), share]))),
    );
  }
  const hedges = strengths.reduce((sum, { hedges }) => sum + hedges.length, 0);
  if (hedges > 0) list.append(element("li", "", filter.toggle("hedge", say("panelHedges"), number.format(hedges))));
  return list;
}

/** How many hedges there are of each strength, on one scale. @param {Story} story */
function scale({ strengths }) {
  const list = element("ul", "strengths");
  for (const { range, label, hedges } of strengths) {
    const row = element(
      "li",
      "",
      element("span", "label", label),
      ranged(range),
      element("span", "count", number.format(hedges.length)),
    );
    list.append(row);
  }
  return list;
}

/** @param {string | null} range in per cent, "55-80" */
export function ranged(range) {
  if (!range) return element("span", "range none", say("panelNoNumber"));
  const [low, high] = range.split("-").map(Number);
  const filled = element("span", "filled");
  filled.style.insetInlineStart = `${low}%`;
  filled.style.inlineSize = `${high - low}%`;
  const track = element("span", "track", filled);
  track.setAttribute("aria-hidden", "true");
  return element("span", "range", track, element("span", "numbers", `${low}–${high} %`));
}
