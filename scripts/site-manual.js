/**
 * The manual of the site: every kind of mark and every rule of `src/kinds.json`, each with an example.
 *
 * The examples are the fixtures' texts (our own sentences), and what is marked in them is what the core finds there. So none
 * can be wrong or out of date; a kind or rule without an example stops the build. Each language that has such a mark has
 * an example of its own.
 *
 * @import { AnalysisView, AttributionView, HedgeView } from "../target/core/core.js"
 */
import { readdirSync, readFileSync } from "node:fs";
import { basename, join } from "node:path";
import { marksOf } from "../extension/page/marks.js";
import { DEFAULTS } from "../extension/shared/settings.js";
import { LINE_KINDS, underline } from "../extension/shared/underline.js";
import { Core, initSync } from "../target/core/core.js";
import { kinds } from "./locales.js";

/** As tests/marked.rs reads them. */
const FIXTURES = ["tests/marked", "src"];

/** Of the languages that are read, the files with German fixtures. */
const GERMAN = /\bgerman\b/;

/** Files that are about hedges alone: the attributions in their examples stand there by chance. */
const OF_HEDGES = /\bhedges\b/;

/** Of several examples the one closest to this length shows most with fewest words. */
const GOOD_LENGTH = 90;

/** What the table calls its fields, in the order in which the manual explains them. @type {Record<string, string>} */
const FIELDS = {
  standing: "Who speaks, to the reader",
  identity: "Who the source is",
  attitude: "What the source does",
  quoting: "How much is word for word",
  count: "How many unnamed people there are",
  grade: "What the reader learns about an unnamed source",
  hedge: "Kinds of hedges",
  scope: "Whose doubt it is",
};

const RULES = {
  attribution: "Why an attribution is marked",
  hedge: "Why a hedge is marked",
  evidence: "What speaks for an attribution",
};

/** @typedef {"en" | "de"} Language */

/** A page of a fixture; `isWide` where hedges are read by the wider definition. @typedef {{ file: string, language: Language, text: string, analysis: AnalysisView, isWide: boolean }} Fixture */

/** A mark with something to be explained. @typedef {Omit<Fixture, "analysis"> & { found: AttributionView | HedgeView }} Example */

/** @param {string} marked a line of a fixture @returns {string} without its braces; see tests/marked.rs */
const unmarked = (marked) => marked.replace(/\{[a-z]+(?:#\d+)?(?::\S+)? ?/g, "").replaceAll("}", "");

/** @returns {Fixture[]} */
function fixtures() {
  initSync({ module: readFileSync("target/core/core_bg.wasm") });
  const cores = /** @type {const} */ (["en", "de"]).map((language) => ({
    language,
    core: new Core({ language }),
    wide: new Core({ language, hedging: "conll2010" }),
  }));
  const files = FIXTURES.flatMap((folder) =>
    readdirSync(folder, { encoding: "utf8", recursive: true }).map((name) => join(folder, name)),
  );
  return files
    .filter((file) => /\.(?:md|rs)$/.test(file))
    .flatMap((file) => {
      const { language, core, wide } = cores[GERMAN.test(file) ? 1 : 0];
      const lines = readFileSync(file, "utf8")
        .split("\n")
        .map((line) => line.replace(/^\/\/!? /, ""));
      const pages = lines
        .map((line) => (line.startsWith("> ") ? line.slice(2).trim() : "\n"))
        .join("\n")
        .split(/\n\n+/);
      return pages
        .filter((page) => page.trim())
        .flatMap((page) => {
          const text = unmarked(page.trim()).replaceAll("\n", "\n\n");
          return [
            { file, language, text, analysis: core.analyze(text), isWide: false },
            { file, language, text, analysis: wide.analyze(text), isWide: true },
          ];
        });
    });
}

/** The names of fields and rules that a mark is an example of, as in `src/kinds.json`. @param {AttributionView | HedgeView} found */
function shownBy(found) {
  if ("span" in found) return [`hedge ${found.kind}`, `scope ${found.scope}`, found.reason.rule];
  const { standing, identity, attitude, quoting, anonymity, reason, evidence } = found;
  const ofUnnamed = anonymity ? [`count ${anonymity.count}`, `grade ${anonymity.grade}`] : [];
  const why = [reason, ...evidence].map(({ rule }) => rule);
  return [
    `standing ${standing}`,
    `identity ${identity}`,
    `attitude ${attitude}`,
    `quoting ${quoting}`,
    ...ofUnnamed,
    ...why,
  ];
}

/** @returns {(name: string) => Example[]} the best example of a field's value ("standing named") or of a rule in each language that has one, English first */
function examples() {
  /** @type {Map<string, Example[]>} */
  const found = new Map();
  for (const { analysis, ...page } of fixtures()) {
    const attributions = OF_HEDGES.test(page.file) ? [] : analysis.attributions;
    for (const mark of [...attributions, ...analysis.hedges]) {
      for (const name of shownBy(mark)) found.set(name, [...(found.get(name) ?? []), { ...page, found: mark }]);
    }
  }
  return (name) => {
    const isOwn = (/** @type {Example} */ { file }) => basename(file, ".rs").replaceAll("_", "-") === name;
    const badness = (/** @type {Example} */ example) =>
      Math.abs(example.text.length - GOOD_LENGTH) + (isOwn(example) ? 0 : 1_000) + (example.isWide ? 10_000 : 0);
    const sorted = (found.get(name) ?? []).sort((a, b) => badness(a) - badness(b));
    if (sorted.length === 0) throw new Error(`no fixture is an example of ${name}`);
    return ["en", "de"].flatMap((each) => sorted.find(({ language }) => language === each) ?? []);
  };
}

/** @param {string} words */
const escaped = (words) => words.replace(/[&<>"]/g, (sign) => `&#${sign.charCodeAt(0)};`);

/** Some rules decide on hedges that the definition for pages leaves out. */
const WIDE = `<p class="faint">Not marked on pages; only the command line’s wider definition of hedges (CoNLL-2010) has it.</p>`;

/** An example with its one mark drawn as on a page. @param {Example} example */
function shown({ language, text, found, isWide }) {
  const isHedge = "span" in found;
  const [mark] = marksOf({ attributions: isHedge ? [] : [found], hedges: isHedge ? [found] : [], phrases: [] }, []);
  const parts = [
    ...mark.rest.map(({ line, span }) => ({ name: `line ${line}`, span })),
    ...(isHedge ? [] : found.content.map((span) => ({ name: "content", span }))),
  ];
  const ends = new Set([0, text.length, ...parts.flatMap(({ span }) => span)]);
  const cuts = [...ends].sort((a, b) => a - b);
  const pieces = cuts.slice(1).map((end, at) => {
    const start = cuts[at];
    const words = escaped(text.slice(start, end));
    const names = parts.filter(({ span: [from, to] }) => from <= start && end <= to).map(({ name }) => name);
    return names.length > 0 ? `<mark class="${names.join(" ")}">${words}</mark>` : words;
  });
  return `<p class="example" lang="${language}">${pieces.join("").replaceAll("\n\n", "<br />")}</p>${isWide ? WIDE : ""}`;
}

/** The page's content. */
export function manual() {
  const examplesOf = examples();
  const { values, rules } = kinds();
  const lines = LINE_KINDS.map(
    (kind) => `.${kind} { text-decoration: ${underline(kind, DEFAULTS.looks, "var(--ink)")}; }`,
  );
  const sections = Object.entries(FIELDS).map(([field, title]) => {
    const ofField = values.filter((value) => value.field === field);
    const entries = ofField.map(
      ({ name, label, meaning }) =>
        `<h3>${escaped(label.en)}</h3><p>${escaped(meaning.en)}</p>${examplesOf(`${field} ${name}`).map(shown).join("")}`,
    );
    return { id: field, title, entries };
  });
  for (const [mark, title] of Object.entries(RULES)) {
    const entries = rules
      .filter((rule) => rule.mark === mark)
      .map(({ name, sentence }) => {
        const best = examplesOf(name);
        const [{ found }] = best;
        const why = [found.reason, ...("evidence" in found ? found.evidence : [])];
        const quoted = why.find(({ rule }) => rule === name)?.words.join(" … ") ?? "";
        return `<h3>${escaped(sentence.en.replace("{}", quoted))}</h3>${best.map(shown).join("")}`;
      });
    sections.push({ id: `why-${mark}`, title, entries });
  }
  const contents = sections.map(({ id, title }) => `<li><a href="#${id}">${title}</a></li>`).join("");
  const bodies = sections.map(
    ({ id, title, entries }) => `<section><h2 id="${id}">${title}</h2>${entries.join("\n")}</section>`,
  );
  return `<style>${lines.join("\n")}</style>
<main class="document">
<h1>What is marked</h1>
<p>An attribution has a source, a cue, the words that attribute, and a content; a hedge is a word that leaves a claim open. In
each example one mark is drawn as the extension draws it. The examples are read by the extension’s own core.</p>
<ul class="contents">${contents}</ul>
${bodies.join("\n")}
</main>`;
}
