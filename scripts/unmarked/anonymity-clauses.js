/**
 * Whether the reader learns who asked not to be named. "The officials spoke on condition of anonymity" is about a source, in
 * its sentence or in one before or behind it: for each such clause of the articles, whether some source without a name has it.
 *
 *     node scripts/unmarked/anonymity-clauses.js ../articles/data/jsons
 *
 * The rest is not all the engine's fault: some clauses are about nobody who said anything, and some about no source at all.
 * `--list` prints it.
 */
import { analyze, places, readArticles } from "./articles.js";

/** Clauses that leave little doubt, whoever they are about. */
const CLAUSE =
  /condition of anonymity|condition that (?:he|she|they) not be (?:named|identified)|not authori[sz]ed to (?:speak|discuss|comment)|asked not to be (?:named|identified)|declined to be (?:named|identified)|request(?:ed)? anonymity|grant(?:ed)? anonymity|(?:spoke|speaking) anonymously/giu;
/** How far from its clause a source is looked for, in characters. */
const NEAR = 900;

/** Where a sentence ends that goes on at a place. @param {string} text @param {number} from */
const sentenceEnd = (text, from) => {
  const ends = [text.indexOf("\n", from), text.indexOf(". ", from)].filter((end) => end >= 0);
  return Math.min(text.length, ...ends);
};

/** Where the sentence starts that holds a place. @param {string} text @param {number} at */
const sentenceStart = (text, at) => Math.max(...["\n", ". ", "” "].map((end) => text.lastIndexOf(end, at))) + 1;

const [folder, list] = process.argv.slice(2);
if (!folder) throw new Error("usage: node scripts/unmarked/anonymity-clauses.js FOLDER [--list]");
const texts = readArticles(folder);
const counts = { clauses: 0, "of a source": 0, "of nobody": 0 };
for await (const { id, points, attributions } of analyze(texts)) {
  const text = points.join("");
  const at = places(points);
  const unnamed = attributions.flatMap(({ source, cue, content, anonymity }) => {
    const start = Math.min(...[...source, ...cue, ...content].map(([start]) => start));
    return anonymity ? [{ ...anonymity, place: at[start] }] : [];
  });
  for (const { index, 0: words } of text.matchAll(CLAUSE)) {
    const sentence = text.slice(sentenceStart(text, index), sentenceEnd(text, index + words.length) + 1);
    /** @param {string | null} said */
    const stands = (said) => said !== null && sentence.includes(said);
    const isOwned = unnamed.some(
      ({ place, clause, reason }) => Math.abs(place - index) < NEAR && (stands(clause) || stands(reason)),
    );
    counts.clauses += 1;
    counts[isOwned ? "of a source" : "of nobody"] += 1;
    if (list === "--list" && !isOwned) console.log(`${id}: ${sentence.trim()}`);
  }
}
console.table(counts);
