/**
 * One reading of the page: collects the text in scope, as far as it is in a language that is read, and asks the core what it
 * finds there.
 *
 * The whole page is read every time. Which text belongs to the article, who speaks and who "the minister" is depends on all
 * of it, and parts that were remembered could be outdated without any observer reporting it. This is cheap enough: the walk
 * takes milliseconds and is done in slices, and the core is asked only where the text has changed.
 *
 * @import { AnalysisView } from "../../target/core/core.js"
 * @import { Extent, Numbers, Problem } from "../shared/messages.js"
 * @import { Settings } from "../shared/settings.js"
 * @import { PageText } from "./blocks.js"
 * @import { HiddenMarks } from "./hidden.js"
 * @import { Slices } from "./slices.js"
 * @import { Tree } from "./tree.js"
 */
import { ANSWER, checksOfFound, isOne, sendToBackground } from "../shared/messages.js";
import { coreSettings } from "../shared/settings.js";
import { scopeOf } from "./article.js";
import { beginningOf, readBlocks } from "./blocks.js";
import { readableOf } from "./readable.js";
import { nextReading } from "./remembered.js";
import { within } from "./within.js";

/**
 * Where the background is ended in the middle of an answer, the browser does not always say so. Far longer than any
 * reading takes.
 */
const ANSWERS_MS = 10_000;

/**
 * @typedef {object} Reading
 * @property {string} address of the page, without its fragment
 * @property {PageText} page
 * @property {Extent} extent how much of the page was read
 * @property {AnalysisView} whole everything that was found
 * @property {AnalysisView} analysis the same without the marks that the reader has hidden
 * @property {Numbers} [without] which those are
 */

/**
 * The result, and the trees that were searched for text.
 *
 * @typedef {{ reading: Reading | null, problem: Problem | null, trees: Set<Tree> }} Outcome
 */

/**
 * @param {Settings} settings
 * @param {HiddenMarks} hidden
 * @param {Reading | null} before the reading before this one, with the same settings
 * @param {Slices} slices
 * @returns {Promise<Outcome>}
 */
export async function readPage(settings, hidden, before, slices) {
  nextReading();
  const [address] = location.href.split("#");
  const scope = await scopeOf(document, settings.scope, slices);
  const text = beginningOf(await readBlocks(scope, slices));
  const trees = new Set([document, ...scope.trees, ...text.trees]);
  const fail = (/** @type {Problem} */ problem) => ({ reading: null, problem, trees });
  if (text.text === "") return fail("NoText");
  const readable = await readableOf(text, slices);
  if (!readable) return fail("OtherLanguage");
  const { page } = readable;
  const same = page.text === before?.page.text ? before : null;
  const whole = same?.whole ?? (await analysisOf(page.text, settings, undefined, slices));
  if (!whole) return fail("Failed");
  const without = hidden.numbersIn(whole, page.text);
  const isSame = same && JSON.stringify(same.without) === JSON.stringify(without);
  const left = isSame ? same.analysis : without ? await analysisOf(page.text, settings, without, slices) : whole;
  if (!left) return fail("Failed");
  const isCut = text.isCut || whole.read_to !== null;
  /** @type {Extent} */
  const extent = isCut ? "beginning" : readable.isMixed ? "part" : "whole";
  return { reading: { address, page, extent, whole, analysis: left, without }, problem: null, trees };
}

/**
 * Asks the core.
 *
 * @param {string} text
 * @param {Settings} settings
 * @param {Numbers | undefined} without
 * @param {Slices} slices
 * @returns {Promise<AnalysisView | null>} null where there is no good answer
 */
async function analysisOf(text, settings, without, slices) {
  // The browser may end the background before it answers; then the question is asked again.
  const ask = () => {
    const question = { type: /** @type {const} */ ("analyze"), text, settings: coreSettings(settings), without };
    return within(ANSWERS_MS, sendToBackground(question)).catch(() => null);
  };
  const answer = (await slices.during(ask())) ?? (await slices.during(ask()));
  if (!isOne(ANSWER, answer) || "error" in answer) return null;
  slices.spent += answer.milliseconds;
  const found = { text, analysis: /** @type {AnalysisView} */ (answer.analysis) };
  for (const isGood of checksOfFound(found)) {
    if (!isGood) return null;
    if (slices.isOver) await slices.next();
  }
  return found.analysis;
}
