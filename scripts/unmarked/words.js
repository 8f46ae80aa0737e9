/**
 * Which words are cues less often than people mark them: for each word, with the kind of word behind it, its share of cues in the
 * articles that were marked (corpora/marks.jsonl) and in articles that nobody marked, as the engine reads them.
 *
 *     node scripts/unmarked/words.js ../articles/data/jsons
 *
 * The first rows are the forms that the rules know least: "asked for", "is sure he", "calls for".
 */
import { readFileSync } from "node:fs";
import { analyze, places, readArticles } from "./articles.js";

/** @typedef {{ places: number, cues: number }} Count */

/** How many places both sides need at least before they are compared, and how many rows are shown. */
const [FEWEST_MARKED, FEWEST_READ, ROWS] = [6, 8, 120];
/** A form that people mark less often than this is none that a rule could know. */
const LEAST_SHARE = 0.5;
/** Words behind a cue that decide what it takes, each for itself. */
const SINGLE = new Set("that to of for about on with as by from against if whether".split(" "));
/** Words behind a cue of which each kind counts as one. */
const KINDS = {
  "wh-word": new Set("how what why who when where which".split(" ")),
  determiner: new Set("the a an his her their its this these no".split(" ")),
  pronoun: new Set("he she they it we you i him them me us there".split(" ")),
};

/** @param {string} word */
const kindOf = (word) => {
  const norm = word.toLowerCase();
  if (SINGLE.has(norm)) return norm;
  const kind = Object.entries(KINDS).find(([, words]) => words.has(norm));
  if (kind) return kind[0];
  if (/^[“"‘']/u.test(word)) return "quotation";
  if (/^\p{Lu}/u.test(word)) return "name";
  return /^\p{L}/u.test(word) ? "word" : word;
};

/**
 * Adds a text's words to the counts.
 * @param {string[]} points @param {[number, number][]} cues in code points @param {Map<string, Count>} counts
 */
const count = (points, cues, counts) => {
  const text = points.join("");
  const place = places(points);
  const inCue = new Uint8Array(text.length);
  for (const [start, end] of cues) inCue.fill(1, place[start], place[end]);
  const words = [...text.matchAll(/[\p{L}’'-]+|\S/gu)];
  for (const [number, { 0: word, index }] of words.entries()) {
    if (!/^\p{L}/u.test(word)) continue;
    const key = `${word.toLowerCase()} ${kindOf(words[number + 1]?.[0] ?? ".")}`;
    const known = counts.get(key) ?? { places: 0, cues: 0 };
    known.places += 1;
    known.cues += inCue[index];
    counts.set(key, known);
  }
};

/** @param {string} path @returns {Record<string, any>[]} */
const readLines = (path) =>
  readFileSync(path, "utf8")
    .trimEnd()
    .split("\n")
    .map((line) => JSON.parse(line));

const [folder] = process.argv.slice(2);
if (!folder) throw new Error("usage: node scripts/unmarked/words.js FOLDER");
/** @type {Map<string, Count>} */
const marked = new Map();
/** @type {Map<string, Count>} */
const read = new Map();
const corpora = "../shared/corpora";
const texts = new Map(
  ["raw-news", "polnear-train"]
    .flatMap((name) => readLines(`${corpora}/${name}.jsonl`))
    .map(({ id, text }) => [id, text]),
);
for (const { id, attributions } of readLines("corpora/marks.jsonl")) {
  count(
    [...texts.get(id)],
    attributions.flatMap((/** @type {{ cue: [number, number][] }} */ { cue }) => cue),
    marked,
  );
}
for await (const { points, attributions } of analyze(readArticles(folder))) {
  count(
    points,
    attributions.flatMap(({ cue }) => cue),
    read,
  );
}
const rows = [...read].flatMap(([form, engine]) => {
  const people = marked.get(form);
  if (!people || people.places < FEWEST_MARKED || engine.places < FEWEST_READ) return [];
  const [should, does] = [people.cues / people.places, engine.cues / engine.places];
  if (should < LEAST_SHARE) return [];
  return [
    { form, people: should.toFixed(2), engine: does.toFixed(2), missing: Math.round((should - does) * engine.places) },
  ];
});
console.table(rows.sort((one, other) => other.missing - one.missing).slice(0, ROWS));
