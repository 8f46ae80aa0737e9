/**
 * Which of a page's blocks are English: the core reads no other language, and a wrong mark is worse than none.
 *
 * The text itself decides where it is long enough: English words of grammar make up some two fifths of running English
 * and next to nothing of anything else. Shorter blocks (headlines, captions) go by what the page declares for them and,
 * without that, by their neighbours. The browsers' own detectors were left aside: they answer differently, and on single
 * sentences often not at all.
 *
 * @import { PageText } from "./blocks.js"
 */

/** Frequent words of English grammar that are no words of the languages news is written in with Latin letters. */
const ENGLISH = new Set(
  (
    "the of and to that is was were are been be have has had it its he she they them his her their this these those " +
    "with from by for which who whom would could should will can not but or if when where what about into than then " +
    "there because while after before between through said says as at we you your our my i"
  ).split(" "),
);

/** As frequent in the other languages of Europe; some stand in English text as names. */
const OTHER = new Set(
  (
    "der die das und ist nicht ein eine einen einem den dem des mit von zu auf für im sich auch wird sind wie bei nach " +
    "le la les un une des du de et est dans pour que qui sur par pas au aux avec il elle ce cette sont ont été plus " +
    "el los las y del que en es por con para una se su al lo como más pero sus ha " +
    "il di che è per non della dei gli alla sono nel anche ai da si ma o os um uma não em do no na com dos das " +
    "het een van en niet op te zijn voor aan dat ook maar bij og det som av til på jag att är som och inte den för " +
    "i w z na nie się że jest do oraz nebo ale jsou se je v ve který"
  ).split(" "),
);

/** With fewer words than this a block proves nothing. */
const LEAST_WORDS = 12;
/** Of a block's words, so many at least are English grammar, and more than are anybody else's. */
const LEAST_SHARE = 0.2;
/** So much English, in characters, is worth reading on a page that is otherwise in another language. */
const LEAST_ENGLISH = 200;

/** @typedef {"english" | "other" | "unknown"} Language */

/** What a text's words show. @param {string} text @returns {Language} */
export function languageOf(text) {
  const words = text.toLowerCase().match(/[\p{L}\p{M}’']+/gu) ?? [];
  const letters = text.match(/\p{L}/gu)?.length ?? 0;
  const latin = text.match(/\p{Script=Latin}/gu)?.length ?? 0;
  if (letters >= 20 && latin < letters / 2) return "other";
  if (words.length < LEAST_WORDS) return "unknown";
  const share = (/** @type {Set<string>} */ list) => words.filter((word) => list.has(word)).length / words.length;
  const [english, other] = [share(ENGLISH), share(OTHER)];
  if (english >= LEAST_SHARE && english > other) return "english";
  const isForeign = other > english || (english < LEAST_SHARE / 4 && words.length >= 2 * LEAST_WORDS);
  return isForeign ? "other" : "unknown";
}

/** What a page declares. @param {Node} node @returns {Language} */
function declaredFor(node) {
  const declared = node.parentElement?.closest("[lang]")?.getAttribute("lang");
  if (!declared) return "unknown";
  return /^en\b/i.test(declared) ? "english" : "other";
}

/**
 * The page's text with everything that is not English blanked out, so that offsets stay what they are; null where too
 * little would be left.
 *
 * @param {PageText} page
 * @returns {{ page: PageText, isPart: boolean } | null}
 */
export function englishOf(page) {
  const blocks = blocksOf(page);
  const shown = blocks.map(({ text }) => languageOf(text));
  const [english, other] = /** @type {const} */ (["english", "other"]).map((language) =>
    blocks.reduce((sum, { text }, index) => sum + (shown[index] === language ? text.length : 0), 0),
  );
  const whole = english > other ? "english" : english < other ? "other" : "unknown";
  const read = blocks.map((block, index) => {
    if (shown[index] !== "unknown") return shown[index] === "english";
    const declared = declaredFor(block.node);
    return (declared === whole || whole === "unknown" ? declared : whole) !== "other";
  });
  const left = blocks.reduce((sum, { text }, index) => sum + (read[index] ? text.length : 0), 0);
  if (whole !== "english" && english < LEAST_ENGLISH && (whole === "other" || left === 0)) return null;
  if (!read.includes(false)) return { page, isPart: false };
  const text = blocks
    .map((block, index) => (read[index] ? block.text : block.text.replace(/[^\n]/g, " ")))
    .join("\n\n");
  return { page: { ...page, text }, isPart: shown.includes("other") };
}

/** @param {PageText} page @returns {{ text: string, node: Node }[]} */
function blocksOf({ text, runs }) {
  let at = 0;
  let run = 0;
  return text.split("\n\n").map((block) => {
    while (run < runs.length - 1 && runs[run].end <= at) run++;
    at += block.length + 2;
    return { text: block, node: runs[run].node };
  });
}
