/**
 * The ledger as CSV (RFC 4180), one line for each statement and each hedge, for spreadsheets.
 *
 * @import { Export } from "./section.js"
 */

/** @type {string[]} */
const COLUMNS = (
  "mark,source,source_confidence,identity,standing,description,role,basis,reason,grade,attitude,quoting,cue,text,hedge_kind,range,language,scope,why,link," +
  "page_title,page_url,page_published,page_part,read"
).split(",");

/** What makes a spreadsheet read a cell as a formula, full-width signs included. */
const FORMULA = /^\s*[=+\-@＝＋－＠]|^[\t\r]/;

/** @param {string | number | null | undefined} value */
function cell(value) {
  const text = String(value ?? "");
  const harmless = FORMULA.test(text) ? `'${text}` : text;
  return /[",\r\n]/.test(harmless) ? `"${harmless.replaceAll('"', '""')}"` : harmless;
}

/** @param {Export} given @returns {string} with a byte order mark, by which spreadsheets recognise UTF-8 */
export function csv({ ledger, page, extent, read, links }) {
  const ofPage = {
    page_title: page.title,
    page_url: page.url,
    page_published: page.published,
    page_part: extent,
    read,
  };
  /** @type {Record<string, string | number | null | undefined>[]} */
  const rows = [];
  for (const { name, identity, standing, description, anonymity, statements } of ledger.sources) {
    for (const { id, words, cue, attribution } of statements) {
      rows.push({
        mark: "attribution",
        source: name,
        source_confidence: attribution.speaker_confidence,
        identity,
        standing,
        description,
        role: anonymity?.role,
        basis: anonymity?.basis,
        reason: anonymity?.reason,
        grade: anonymity?.grade,
        attitude: attribution.attitude,
        quoting: attribution.quoting,
        cue,
        text: words,
        why: attribution.why,
        link: links[id],
        ...ofPage,
      });
    }
  }
  for (const { hedges } of ledger.hedgeGroups) {
    for (const { id, words, hedge } of hedges) {
      rows.push({
        mark: "hedge",
        cue: words[1],
        text: words.join(""),
        hedge_kind: hedge.kind,
        range: hedge.range,
        language: hedge.language,
        scope: hedge.scope,
        why: hedge.why,
        link: links[id],
        ...ofPage,
      });
    }
  }
  for (const { name, places } of ledger.phraseGroups) {
    for (const { id, words, phrase } of places) {
      rows.push({
        mark: "phrase",
        source: name,
        description: phrase,
        cue: words[1],
        text: words.join(""),
        link: links[id],
        ...ofPage,
      });
    }
  }
  const lines = [COLUMNS, ...rows.map((row) => COLUMNS.map((column) => row[column]))];
  return `\ufeff${lines.map((line) => `${line.map(cell).join(",")}\r\n`).join("")}`;
}
