/**
 * The card of a hedge: how certain it is, on which scale, and who hedges.
 *
 * @import { HedgeView } from "../../target/core/core.js"
 * @import { CardFacts } from "./card-content.js"
 */
import { quotedRow, rowsOf, sentenceOf } from "../shared/rows.js";
import { element, foreign, say } from "../shared/dom.js";
import { speakerOf } from "./speaker.js";
import { wordsAt } from "../shared/words.js";

/**
 * @param {HedgeView} hedge
 * @param {CardFacts} facts
 * @returns {Node[]}
 */
export function hedgeRows(hedge, facts) {
  const words = wordsAt([hedge.span], facts.text);
  return [
    element("p", "who", foreign(say("quoted", [words]))),
    ...(hedge.range ? scaleOf(hedge.range) : [element("p", "known", say("scaleNone", [words]))]),
    rowsOf(
      [say("rowKind"), say(`hedge_${hedge.kind}`)],
      [say("rowScope"), say(`scope_${hedge.scope}`)],
      [say("rowSource"), hedger(hedge, facts)],
      [say("rowWhy"), sentenceOf(hedge.reason, hedge.why)],
    ),
  ];
}

/** A scale from 0 to 100 per cent with the range of the word filled in, and the range in words. @param {string} range "55-80" */
function scaleOf(range) {
  const [low, high] = range.split("-").map(Number);
  const filled = element("span", "filled");
  filled.style.setProperty("left", `${low}%`);
  filled.style.setProperty("width", `${high - low}%`);
  const picture = element("div", "scale", filled);
  const ends = element("div", "ends", ...[0, 50, 100].map((percent) => element("span", "", `${percent} %`)));
  const drawn = element("div", "drawn", picture, ends);
  drawn.setAttribute("aria-hidden", "true");
  return [drawn, element("p", "known", say("scaleSays", [say(`scale_${range}`), `${low}–${high}`]))];
}

/** The source whose words the hedge is in; of nested ones the innermost. @param {HedgeView} hedge @param {CardFacts} facts */
function hedger({ span, scope }, { analysis, text }) {
  if (scope !== "source") return "";
  const around = analysis.attributions.filter(({ content }) =>
    content.some(([from, to]) => from <= span[0] && span[1] <= to),
  );
  const innermost = around.sort((a, b) => b.depth - a.depth)[0];
  if (!innermost) return "";
  const name = speakerOf(innermost, text);
  return innermost.is_probable ? foreign(name) : quotedRow(name);
}
