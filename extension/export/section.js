/**
 * The section of the panel in which the reader copies, saves or prints the ledger. It is sent nowhere.
 *
 * @import { PageLedger } from "../shared/ledger.js"
 * @import { MarkId } from "../shared/messages.js"
 */
import { csv } from "./csv.js";
import { download } from "../shared/download.js";
import { json } from "./json.js";
import { markdown } from "./markdown.js";
import { picture } from "./picture.js";
import { png, textMeasure } from "./png.js";
import { svg } from "./svg.js";
import { button, element, say, section } from "../shared/dom.js";

/** @typedef {PageLedger & { read: string, links: Record<MarkId, string> }} Export */

/** @param {Export} given */
const drawn = (given) => picture(given, textMeasure());

/** @type {Record<string, { name: string, type: string, write: (given: Export) => string | Promise<Blob> }>} by the file's ending */
const FORMATS = {
  md: { name: "Markdown", type: "text/markdown", write: markdown },
  csv: { name: "CSV", type: "text/csv", write: csv },
  json: { name: "JSON", type: "application/json", write: json },
  svg: { name: say("exportPicture", ["SVG"]), type: "image/svg+xml", write: (given) => svg(drawn(given)) },
  png: { name: say("exportPicture", ["PNG"]), type: "image/png", write: (given) => png(drawn(given)) },
};

/**
 * The section stays while its page is shown again and again, and with it the format that the reader has chosen.
 *
 * @param {() => Promise<Record<MarkId, string>>} links
 * @param {(words: string) => void} announce
 * @returns {{ element: HTMLElement, show: (ledger: PageLedger) => void }} `show` tells it what is to be exported
 */
export function exportSection(links, announce) {
  /** @type {PageLedger & { read: string }} */
  let given;
  const formats = document.createElement("select");
  formats.setAttribute("aria-label", say("panelFormat"));
  for (const [ending, { name }] of Object.entries(FORMATS)) formats.add(new Option(name, ending));
  const written = async () => FORMATS[formats.value].write({ ...given, links: await links() });
  const notice = element("p", "notice");
  /** @param {string} words */
  const notify = (words) => {
    notice.textContent = words;
    announce(words);
  };
  const copy = button("", say("panelCopy"), async () => {
    const content = await written();
    if (typeof content === "string") await navigator.clipboard.writeText(content);
    else await navigator.clipboard.write([new ClipboardItem({ [content.type]: content })]);
    notify(say("panelCopied"));
  });
  const save = button("", say("panelSave"), async () => {
    const name = `${fileName(given.page.title)}.${formats.value}`;
    download(name, await written(), FORMATS[formats.value].type);
    notify(say("panelSaved", [name]));
  });
  const made = section(
    "panelExport",
    element(
      "div",
      "actions",
      formats,
      copy,
      save,
      button("", say("panelPrint"), () => print()),
    ),
    notice,
  );
  made.classList.add("export");
  return { element: made, show: (ledger) => void (given = { ...ledger, read: new Date().toISOString() }) };
}

/** @param {string} title of a page, which may contain any characters */
const fileName = (title) =>
  title
    .replace(/[^\p{L}\p{N}]+/gu, "-")
    .slice(0, 60)
    .replace(/^-+|-+$/g, "") || "sourcelight";
