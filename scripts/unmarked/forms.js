/**
 * How many of the sentences that are built like attributions have a mark: "In her view, …", "As the mayor said, …", "a poll
 * showing …", "is seen as …". The share that has none is no count of faults, since some of them attribute nothing, but a form
 * that is marked much less often than people mark it is one that the rules do not know.
 *
 *     node scripts/unmarked/forms.js ../articles/data/jsons
 *
 * `--list` prints the sentences without a mark.
 */
import { analyze, places, readArticles } from "./articles.js";

const NAME = String.raw`(?:[A-Z][\w.’'-]+(?: [A-Z][\w.’'-]+){0,3}|he|she|they|we|I|it|the \w+(?: \w+)?)`;
const SAYS =
  "reported|reports|noted|notes|explained|explains|wrote|writes|said|says|told|observed|argued|argues|announced";
const PAPER =
  "statement|polls?|study|studies|reports?|surveys?|data|evidence|videos?|letter|email|signs?|records|figures|memo";
const SHOWING = "saying|showing|suggesting|stating|indicating|claiming|urging|finding|arguing|alleging|warning";
const HELD =
  "seen|viewed|regarded|hailed|described|thought|believed|said|perceived|portrayed|accused|blamed|praised|criticized";

/** Where the cue stands in each form. @type {Record<string, RegExp>} */
const FORMS = {
  "As the mayor said, …": new RegExp(String.raw`(?<=[.!?”"’\n] ?)As ${NAME} (?<cue>${SAYS})\b`, "dgu"),
  "…, as the mayor said": new RegExp(String.raw`, as ${NAME} (?<cue>${SAYS})\b`, "dgu"),
  "in her view": /\b[Ii]n (?:his|her|their|its|[A-Z]\w+[’']s?) (?<cue>view|opinion|words|telling|estimation)\b(?=,)/dgu,
  "a poll showing": new RegExp(String.raw`\b(?:${PAPER}) (?:\w+day )?(?<cue>${SHOWING})\b`, "dgu"),
  "is seen as": new RegExp(String.raw`\b(?:is|are|was|were|been) (?:\w+ly )?(?<cue>${HELD}) (?:as|to|of|for)\b`, "dgu"),
  "accusations of": /\b(?<cue>accusations|allegations|criticisms?|complaints|reports|rumors) (?:of|about)\b/dgu,
  reportedly: /\b(?<cue>reportedly)\b/dgu,
};

const [folder, list] = process.argv.slice(2);
if (!folder) throw new Error("usage: node scripts/unmarked/forms.js FOLDER [--list]");
const counts = Object.fromEntries(Object.keys(FORMS).map((form) => [form, { sentences: 0, marked: 0, share: 0 }]));
for await (const { id, points, attributions } of analyze(readArticles(folder))) {
  const text = points.join("");
  const place = places(points);
  const cues = attributions.flatMap(({ cue }) => cue).map(([start, end]) => [place[start], place[end]]);
  for (const [form, pattern] of Object.entries(FORMS)) {
    for (const match of text.matchAll(pattern)) {
      const [start, end] = match.indices?.groups?.cue ?? [0, 0];
      const isMarked = cues.some((cue) => cue[0] < end && start < cue[1]);
      counts[form].sentences += 1;
      counts[form].marked += Number(isMarked);
      if (list === "--list" && !isMarked) {
        console.log(`${id} ${form}: ${text.slice(Math.max(0, start - 80), end + 80).replaceAll(/\s+/gu, " ")}`);
      }
    }
  }
}
for (const count of Object.values(counts)) count.share = Number((count.marked / count.sentences).toFixed(3));
console.table(counts);
