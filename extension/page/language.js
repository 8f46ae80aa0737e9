/**
 * Recognises English and German by their grammatical words: they make up about two fifths of prose and hardly any of other
 * languages. The detectors of the browsers are not used, because their answers differ and are often missing for single
 * sentences.
 */
import { remembered } from "./remembered.js";

/** Frequent grammatical words of English that are not words of other languages in which news is written in Latin letters. */
const ENGLISH = new Set(
  (
    "the of and to that is was were are been be have has had it its he she they them his her their this these those " +
    "with from by for which who whom would could should will can not but or if when where what about into than then " +
    "there because while after before between through said says as at we you your our my i"
  ).split(" "),
);

/** The same of German. */
const GERMAN = new Set(
  (
    "der die das und ist nicht ein eine einen einem einer eines dem den des mit von vom zu zum zur auf für im sich auch wird " +
    "wurde werden sind wie bei nach er sie es ich wir ihr ihre sein seine hat haben hatte dass als aus am an um über unter " +
    "nur noch schon kein keine oder aber wenn weil so war waren kann könnte sei habe worden durch gegen vor bis seit uns man"
  ).split(" "),
);

/** Frequent grammatical words of the other languages of Europe; some also occur in English names. */
const OTHER = new Set(
  (
    "le la les un une des du de et est dans pour que qui sur par pas au aux avec il elle ce cette sont ont été plus " +
    "el los las y del que en es por con para una se su al lo como más pero sus ha " +
    "il di che è per non della dei gli alla sono nel anche ai da si ma o os um uma não em do no na com dos das " +
    "het een van en niet op te zijn voor aan dat ook maar bij og det som av til på jag att är som och inte den för " +
    "i w z na nie się że jest do oraz nebo ale jsou se je v ve který"
  ).split(" "),
);

/** A block with fewer words is no proof of its language. */
const LEAST_WORDS = 12;
/** In a language, at least this share of a block's words is grammatical, and a larger share than of words of other languages. */
const LEAST_SHARE = 0.2;
/** @typedef {"readable" | "other" | "unknown"} Language */

/** The language of a text, as far as its words show it. @type {(text: string) => Language} */
export const languageOf = remembered((text) => {
  const words = text.toLowerCase().match(/[\p{L}\p{M}’']+/gu) ?? [];
  const letters = text.match(/\p{L}/gu)?.length ?? 0;
  const latin = text.match(/\p{Script=Latin}/gu)?.length ?? 0;
  if (letters >= 20 && latin < letters / 2) return "other";
  if (words.length < LEAST_WORDS) return "unknown";
  const share = (/** @type {Set<string>} */ list) => words.filter((word) => list.has(word)).length / words.length;
  const [readable, other] = [Math.max(share(ENGLISH), share(GERMAN)), share(OTHER)];
  if (readable >= LEAST_SHARE && readable > other) return "readable";
  const isForeign = other > readable || (readable < LEAST_SHARE / 4 && words.length >= 2 * LEAST_WORDS);
  return isForeign ? "other" : "unknown";
});
