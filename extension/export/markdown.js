/**
 * The ledger as Markdown (CommonMark), for notes, in the reader's language. Words of the page are escaped, so that they
 * are never read as Markdown.
 *
 * @import { Export } from "./section.js"
 */
import { say } from "../shared/dom.js";
import { baseOf, headlineOf, hedgesOf, unnamedOf } from "../shared/glance.js";
import { extentNotice, nameInText, percentage, scaleNotice, standingLabel } from "../shared/ledger.js";

/** @param {string} words */
const escaped = (words) =>
  words
    .replace(/\s+/g, " ")
    .replace(/[\\`*_{}[\]<>#|~&!$]/g, "\\$&")
    .replace(/^(\d+)([.)])/, "$1\\$2")
    .replace(/^([-+=])/, "\\$1");

/**
 * @param {string} words
 * @param {string | undefined} url
 */
const linked = (words, url) =>
  url ? `[${escaped(words)}](<${url.replace(/[<>\\\s]/g, encodeURIComponent)}>)` : escaped(words);

/** @param {Export} given */
export function markdown({ ledger, page, extent, read, links }) {
  const lines = [`# ${linked(page.title || page.url, page.url)}`, ""];
  if (page.published) lines.push(`${say("exportPublished", [escaped(page.published)])}  `);
  lines.push(say("exportRead", [read]), "");
  const notice = extentNotice(extent);
  if (notice) lines.push(notice, "");
  const unnamed = unnamedOf(ledger);
  lines.push(escaped(headlineOf(ledger)), "");
  if (unnamed) lines.push(`${say("glanceNotNamed")} ${escaped(unnamed)}`, "");
  lines.push(escaped(hedgesOf(ledger)), "", baseOf(ledger), "");
  lines.push(`## ${say("panelSources")}`, "");
  for (const source of ledger.sources) {
    const { description, share, statements } = source;
    lines.push(
      `### ${escaped(nameInText(source))}`,
      "",
      [standingLabel(source), percentage(share)].filter(Boolean).join(" · "),
      "",
    );
    if (description) lines.push(escaped(say("quoted", [description])), "");
    for (const { id, words, cue, attribution } of statements) {
      const how = [
        cue && escaped(say("quoted", [cue])),
        say(`label_quoting_${attribution.quoting}`),
        attribution.is_probable && say("panelProbably"),
      ];
      lines.push(`- ${linked(words, links[id])} (${how.filter(Boolean).join(", ")})`);
    }
    lines.push("");
  }
  if (ledger.hedgeGroups.length > 0) lines.push(`## ${say("panelHedges")}`, "", scaleNotice(ledger), "");
  for (const { label, range, hedges } of ledger.hedgeGroups) {
    lines.push(`### ${label}${range ? ` (${range.replace("-", "–")} %)` : ""}`, "");
    for (const { id, words } of hedges) lines.push(`- ${linked(words.join(""), links[id])}`);
    lines.push("");
  }
  for (const { name, places } of ledger.phraseGroups) {
    lines.push(`## ${escaped(name)}`, "");
    for (const { id, words } of places) lines.push(`- ${linked(words.join(""), links[id])}`);
    lines.push("");
  }
  return `${lines.join("\n").trimEnd()}\n`;
}
