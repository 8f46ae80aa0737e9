/**
 * What the card says about a hedge: what the word does, how probable it makes the claim where a published scale says so,
 * and who hedges.
 *
 * @import { HedgeView } from "../../target/core/core.js"
 * @import { CardFacts } from "./card-content.js"
 */
import { rowsOf, sentenceOf } from "../shared/rows.js";
import { element, foreign, say } from "../shared/dom.js";
import { speakerOf } from "./speaker.js";

/**
 * @param {HedgeView} hedge
 * @param {CardFacts} facts
 * @returns {HTMLElement[]}
 */
export function hedgeRows(hedge, facts) {
  return [
    element("p", "who", foreign(sentenceOf(hedge.reason, hedge.why))),
    ...(hedge.range ? scaleOf(hedge.range, hedge.language) : []),
    rowsOf([say("rowScope"), hedger(hedge, facts)]),
  ];
}

/**
 * A scale from 0 to 100 per cent with the range of the word filled in, and the range in words. The published scale is one of
 * English words: of a word of another language it is said that its range is that of a translation.
 *
 * @param {string} range "55-80"
 * @param {HedgeView["language"]} language
 */
function scaleOf(range, language) {
  const [low, high] = range.split("-").map(Number);
  const filled = element("span", "filled");
  filled.style.setProperty("left", `${low}%`);
  filled.style.setProperty("width", `${high - low}%`);
  const picture = element("div", "scale", filled);
  const ends = element("div", "ends", ...[0, 50, 100].map((percent) => element("span", "", `${percent} %`)));
  const drawn = element("div", "drawn", picture, ends);
  drawn.setAttribute("aria-hidden", "true");
  return [drawn, element("p", "known", say(`scaleSays_${language}`, [say(`scale_${range}`), `${low}–${high}`]))];
}

/** The page itself, or the source whose words the hedge is in; of nested ones the innermost. @param {HedgeView} hedge @param {CardFacts} facts */
function hedger({ span, scope }, { analysis, text }) {
  if (scope === "author") return say("scope_author");
  const around = analysis.attributions.filter(({ content }) =>
    content.some(([from, to]) => from <= span[0] && span[1] <= to),
  );
  const innermost = around.sort((a, b) => b.depth - a.depth)[0];
  const name = innermost && speakerOf(innermost, text);
  return name ? foreign(name) : say("scope_source");
}
