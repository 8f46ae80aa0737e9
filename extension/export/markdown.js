/**
 * The ledger as Markdown (CommonMark), for notes, in the reader's language. The page's words are escaped: they stay
 * words.
 *
 * @import { Export } from "../panel/take-away.js"
 */
import { say } from "../page/dom.js";
import { percentage, wordOfPart } from "../panel/overview.js";

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
export function markdown({ story, page, part, read, links }) {
  const lines = [`# ${linked(page.title || page.url, page.url)}`, ""];
  if (page.published) lines.push(`${say("exportPublished", [escaped(page.published)])}  `);
  lines.push(say("exportRead", [read]), "");
  const notAll = wordOfPart(part);
  if (notAll) lines.push(notAll, "");
  lines.push(`## ${say("panelSources")}`, "");
  for (const { name, identity, description, share, statements } of story.sources) {
    lines.push(`### ${escaped(name)}`, "", `${say(`label_identity_${identity}`)} · ${percentage(share)}`, "");
    if (description) lines.push(escaped(say("quoted", [description])), "");
    for (const { id, words, cue, attribution } of statements) {
      const how = [cue && escaped(say("quoted", [cue])), say(`label_quoting_${attribution.quoting}`)];
      lines.push(`- ${linked(words, links[id])} (${how.filter(Boolean).join(", ")})`);
    }
    lines.push("");
  }
  if (story.strengths.length > 0) lines.push(`## ${say("panelHedges")}`, "");
  for (const { label, range, hedges } of story.strengths) {
    lines.push(`### ${label}${range ? ` (${range.replace("-", "–")} %)` : ""}`, "");
    for (const { id, words } of hedges) lines.push(`- ${linked(words.join(""), links[id])}`);
    lines.push("");
  }
  return `${lines.join("\n").trimEnd()}\n`;
}
