/**
 * Whom sources mean, by what other articles say. A quotation that stands in several articles has one speaker, and where one
 * article says "he", another has the name: answers that nobody marked. Says how often the engine has the same name.
 *
 *     node scripts/unmarked/same-words.js ../articles/data/jsons
 *
 * The answers are noisy: an article may name the wrong speaker, or the engine may. Read what differs before you believe it:
 * `--list` prints it.
 */
import { analyze, readArticles } from "./articles.js";

/** @typedef {import("./articles.js").Offsets} Offsets */
/** @typedef {{ article: string, source: string, said: string, end: number, speaker: string | null, isSure: boolean, spells: boolean }} Quotation */

/** So many words in a row are the same quotation. */
const SHINGLE = 9;
/** A row of words that more quotations have is a set phrase. */
const SET_PHRASE = 60;
/** A speaker who is less likely is not named to the reader, and one who is likelier names a quotation for other articles. */
const [NAMED, CERTAIN] = [0.5, 0.9];
/** The share of the names of a quotation that must agree. */
const AGREED = 0.75;

/** @param {string} text @returns {string[]} */
const words = (text) =>
  text
    .normalize("NFKD")
    .toLowerCase()
    .replaceAll(/[’'.\p{M}]/gu, "")
    .match(/[\p{L}\p{N}]+/gu) ?? [];

/** Whether an article has a name before a place, in code points. @param {string} id @param {number} end @param {string} name */
const isNamedBefore = (id, end, name) => words([...(texts.get(id) ?? "")].slice(0, end).join("")).includes(name);

/** @template T, K @param {Iterable<T>} items @param {(item: T) => K} keyOf @returns {Map<K, T[]>} */
const groupBy = (items, keyOf) => {
  /** @type {Map<K, T[]>} */
  const groups = new Map();
  for (const item of items) {
    const group = groups.get(keyOf(item));
    if (group) group.push(item);
    else groups.set(keyOf(item), [item]);
  }
  return groups;
};

/** The name by which other articles call a speaker. @param {string} name */
const lastName = (name) => words(name.replace(/,? (Jr|Sr|I{2,3})\.?$/u, "")).at(-1) ?? "";

const [folder, list] = process.argv.slice(2);
if (!folder) throw new Error("usage: node scripts/unmarked/same-words.js FOLDER [--list]");
const texts = readArticles(folder);

/** @type {Quotation[]} */
const quotations = [];
/** The quotations that have a row of words. @type {Map<string, number[]>} */
const shingles = new Map();
for await (const { id, points, attributions } of analyze(texts)) {
  /** @param {Offsets[]} pieces */
  const textOf = (pieces) => pieces.map(([start, end]) => points.slice(start, end).join("")).join(" ");
  for (const {
    source,
    content,
    quoting,
    depth,
    confidence,
    speaker,
    is_probable,
    speaker_confidence,
  } of attributions) {
    if (depth > 0 || confidence < NAMED || quoting === "indirect") continue;
    const said = textOf(content);
    const own = words(quoting === "mixed" ? (/[“"]([^“”"]{40,})/u.exec(said)?.[1] ?? "") : said);
    if (own.length < SHINGLE) continue;
    const isNamed = speaker !== null && (speaker_confidence ?? 0) >= NAMED;
    quotations.push({
      article: id,
      source: textOf(source),
      said,
      end: content.at(-1)?.[1] ?? 0,
      speaker: isNamed ? speaker : null,
      isSure: isNamed && !is_probable,
      spells: isNamed && (speaker_confidence ?? 0) > CERTAIN && words(textOf(source)).includes(lastName(speaker)),
    });
    const rows = own.slice(SHINGLE - 1).map((_, at) => own.slice(at, at + SHINGLE).join(" "));
    for (const row of new Set(rows)) {
      const others = shingles.get(row);
      if (others) others.push(quotations.length - 1);
      else shingles.set(row, [quotations.length - 1]);
    }
  }
}

const parents = quotations.map((_, number) => number);
/** @param {number} number @returns {number} */
const root = (number) => {
  while (parents[number] !== number) number = parents[number] = parents[parents[number] ?? number] ?? number;
  return number;
};
for (const same of shingles.values()) {
  if (same.length > SET_PHRASE) continue;
  const [first = 0] = same;
  for (const other of same) parents[root(other)] = root(first);
}

const groups = groupBy(quotations.keys(), root);
const counts = {
  groups: 0,
  answers: 0,
  "right, stated": 0,
  "right, probably": 0,
  "wrong, stated": 0,
  "wrong, probably": 0,
  "not clear who": 0,
};
for (const numbers of groups.values()) {
  const group = numbers.flatMap((number) => quotations[number] ?? []);
  if (new Set(group.map(({ article }) => article)).size < 2) continue;
  counts.groups += 1;
  const named = group.filter(({ spells }) => spells);
  const byName = [...groupBy(named, ({ speaker }) => lastName(speaker ?? ""))].sort(
    (a, b) => b[1].length - a[1].length,
  );
  const [name, agreeing] = byName[0] ?? ["", []];
  const full = agreeing.map(({ speaker }) => speaker ?? "").find((speaker) => words(speaker).length > 1);
  if (!full || agreeing.length < AGREED * named.length) continue;
  for (const quotation of group) {
    const { article, source, said, end, speaker, isSure, spells } = quotation;
    const isAnswered = agreeing.some((other) => other.article !== article);
    if (spells || words(source).includes(name) || !isAnswered || !isNamedBefore(article, end, name)) continue;
    const isRight = speaker !== null && lastName(speaker) === name;
    const verdict =
      speaker === null
        ? "not clear who"
        : /** @type {const} */ (`${isRight ? "right" : "wrong"}, ${isSure ? "stated" : "probably"}`);
    counts.answers += 1;
    counts[verdict] += 1;
    if (list === "--list" && !isRight)
      console.log(`${article}: “${source}” is ${full}, not ${speaker}: ${said.slice(0, 100)}`);
  }
}
console.table(counts);
