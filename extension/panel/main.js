/**
 * The panel with the source ledger: who speaks on the page and how much, who is not named, what is hedged. Each statement
 * leads to its place on the page. As the marks are not in the page's DOM, screen readers meet them here.
 *
 * @import { PageLedger } from "../shared/ledger.js"
 * @import { Extent, MarkId, PageFacts } from "../shared/messages.js"
 * @import { Received } from "./connection.js"
 */
import { element, foreign, say, setLanguage } from "../shared/dom.js";
import { extentNotice, ledgerOf } from "../shared/ledger.js";
import { dayOf } from "../shared/published.js";
import { Connection } from "./connection.js";
import { Filter } from "./filter.js";
import { hedgeSection, phraseSection, sourceSection } from "./list.js";
import { overview } from "./overview.js";

/** @typedef {{ element: HTMLElement, show: (ledger: PageLedger) => void }} ExportSection */
/** @typedef {(links: () => Promise<Record<MarkId, string>>, announce: (words: string) => void) => ExportSection} MakeExportSection */

const main = element("main", "");
/** Announces changes to screen readers; it is not visible. */
const status = element("div", "live");
status.setAttribute("role", "status");

/** @param {string} words */
const announce = (words) => {
  status.textContent = words;
};

const connection = new Connection({ changed: update, moved: follow });

/** Of the page that is shown, without its fragment. */
let address = "";
let filter = new Filter(announce);
/** @type {ExportSection} */
let exports;
/** @type {MakeExportSection} */
let makeExports;

/**
 * A page that changes is shown again and again; the reader's search, the format of the exports, the entries that are open
 * and the keyboard's place stay.
 *
 * @param {Received | null} received
 * @param {string | null} problem why the page cannot be read
 */
function update(received, problem) {
  const { activeElement } = document;
  const selector = placeOf(activeElement);
  const opened = new Set([...main.querySelectorAll("details[open]")].map((each) => each.getAttribute("data-entry")));
  render(received, problem);
  for (const each of main.querySelectorAll("details")) each.open ||= opened.has(each.dataset.entry ?? "");
  /** @type {HTMLElement | null} */
  const same = selector ? main.querySelector(selector) : null;
  if (same) same.focus();
  else if (activeElement instanceof HTMLElement && activeElement.isConnected) activeElement.focus();
}

/** How an element that has the keyboard is found again after the page changed. @param {Element | null} focused */
function placeOf(focused) {
  const mark = focused?.getAttribute("data-mark");
  if (mark) return `${focused?.closest(".lane") ? ".lane" : "li"} > [data-mark="${CSS.escape(mark)}"]`;
  const kind = focused?.getAttribute("data-filter");
  if (kind) return `[data-filter="${CSS.escape(kind)}"]`;
  const entry = focused?.closest("summary")?.parentElement?.dataset.entry;
  return entry && `[data-entry="${CSS.escape(entry)}"] > summary`;
}

/** @param {Received | null} received @param {string | null} problem */
function render(received, problem) {
  document.title = [say("panelTitle"), received?.page.title].filter(Boolean).join(": ");
  if (!received) return main.replaceChildren(nothing(problem));
  const { found, extent, page } = received;
  const ledger = ledgerOf(found);
  const sources = sourceSection(ledger);
  const sections = [sources, hedgeSection(ledger), ...(ledger.phraseGroups.length > 0 ? [phraseSection(ledger)] : [])];
  const [shown] = page.url.split("#");
  if (shown !== address) {
    address = shown;
    filter = new Filter(announce);
    exports = makeExports(() => connection.links(), announce);
  }
  exports.show({ ledger, page, extent });
  main.replaceChildren(
    heading(page, extent),
    overview(ledger, filter),
    filter.search,
    filter.nothingFound,
    ...sections,
    exports.element,
  );
  filter.show(sections);
}

/** What the panel says where there are no marks: why the page cannot be read, or how it is. @param {string | null} problem */
function nothing(problem) {
  const words = problem ?? say("panelNothing");
  const box = element("div", "nothing", element("h1", "", say("panelTitle")), element("p", "", words));
  box.append(element("p", "faint", say("panelPrivacy")));
  return box;
}

/** @param {PageFacts} page @param {Extent} extent */
function heading({ title, url, published }, extent) {
  const { hostname } = new URL(url);
  const date = published && dayOf(published);
  const notice = extentNotice(extent);
  return element(
    "header",
    "",
    element("p", "kicker", say("panelTitle")),
    element("h1", "", foreign(title || hostname)),
    element("p", "faint", [hostname, date].filter(Boolean).join(" · ")),
    ...(notice ? [element("p", "part", notice)] : []),
  );
}

/** Highlights the statement that the reader is at on the page. @param {MarkId | null} mark */
function follow(mark) {
  for (const old of main.querySelectorAll("[aria-current]")) old.removeAttribute("aria-current");
  if (!mark) return;
  for (const place of main.querySelectorAll(`[data-mark="${CSS.escape(mark)}"]`)) {
    place.setAttribute("aria-current", "true");
    const folded = place.closest("details");
    if (folded?.open) place.scrollIntoView({ block: "nearest" });
    else folded?.querySelector("summary")?.setAttribute("aria-current", "true");
  }
}

/** @param {MakeExportSection} exportSection makes the section for exporting the ledger, below the lists */
export function startPanel(exportSection) {
  makeExports = exportSection;
  main.addEventListener("click", ({ target }) => {
    const place = target instanceof Element ? target.closest("[data-mark]") : null;
    const mark = place?.getAttribute("data-mark");
    if (mark) connection.jump(mark);
  });
  setLanguage(document.documentElement);
  document.body.append(main, status);
  update(null, null);
  void connection.start();
}
