/**
 * The panel with the source ledger: who speaks on the page and how much, who is not named, what is hedged. Each statement
 * leads to its place on the page. As the marks are not in the page's DOM, screen readers meet them here.
 *
 * @import { PageLedger } from "../shared/ledger.js"
 * @import { Extent, MarkId, PageFacts } from "../shared/messages.js"
 * @import { Received } from "./connection.js"
 */
import { element, foreign, say } from "../shared/dom.js";
import { extentNotice, ledgerOf } from "../shared/ledger.js";
import { Connection } from "./connection.js";
import { Filter } from "./filter.js";
import { hedgeSection, sourceSection } from "./list.js";
import { overview } from "./overview.js";

/** @typedef {(ledger: PageLedger, links: () => Promise<Record<MarkId, string>>, announce: (words: string) => void) => HTMLElement} ExportSection */

const main = element("main", "");
/** Announces changes to screen readers; it is not visible. */
const status = element("div", "live");
status.setAttribute("role", "status");

/** @param {string} words */
const announce = (words) => {
  status.textContent = words;
};

const connection = new Connection({ changed: update, moved: follow });

let filter = new Filter(announce);
let url = "";
/** @type {ExportSection} */
let exportSection;

/** A page that changes is shown again and again; the reader's search and the keyboard's place stay. @param {Received | null} received */
function update(received) {
  const { activeElement } = document;
  const mark = activeElement?.closest("[data-mark]")?.getAttribute("data-mark");
  render(received);
  /** @type {HTMLElement | null} */
  const sameMark = mark ? main.querySelector(`[data-mark="${CSS.escape(mark)}"]`) : null;
  if (sameMark) sameMark.focus();
  else if (activeElement instanceof HTMLElement && activeElement.isConnected) activeElement.focus();
}

/** @param {Received | null} received */
function render(received) {
  document.title = [say("panelTitle"), received?.page.title].filter(Boolean).join(": ");
  if (!received) return main.replaceChildren(nothing());
  const { found, extent, page } = received;
  const ledger = ledgerOf(found);
  const sources = sourceSection(ledger);
  const hedges = hedgeSection(ledger);
  if (page.url !== url) filter = new Filter(announce);
  ({ url } = page);
  main.replaceChildren(
    heading(page, extent),
    overview(ledger, filter),
    filter.search,
    filter.nothingFound,
    sources,
    hedges,
    exportSection({ ledger, page, extent }, () => connection.links(), announce),
  );
  filter.show([sources, hedges]);
}

/** What the panel says where there are no marks. */
function nothing() {
  const box = element("div", "nothing", element("h1", "", say("panelTitle")), element("p", "", say("panelNothing")));
  box.append(element("p", "faint", say("panelPrivacy")));
  return box;
}

/** @param {PageFacts} page @param {Extent} extent */
function heading({ title, url, published }, extent) {
  const { hostname } = new URL(url);
  const date = published && new Date(published).toLocaleDateString(undefined, { dateStyle: "long" });
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
  const place = mark && main.querySelector(`[data-mark="${CSS.escape(mark)}"]`);
  if (!place) return;
  place.setAttribute("aria-current", "true");
  place.scrollIntoView({ block: "nearest" });
}

/** @param {ExportSection} sectionOfExports makes the section for exporting the ledger, below the lists */
export function startPanel(sectionOfExports) {
  exportSection = sectionOfExports;
  main.addEventListener("click", ({ target }) => {
    const place = target instanceof Element ? target.closest("[data-mark]") : null;
    const mark = place?.getAttribute("data-mark");
    if (mark) connection.jump(mark);
  });
  document.documentElement.lang = chrome.i18n.getUILanguage();
  document.documentElement.dir = chrome.i18n.getMessage("@@bidi_dir");
  document.body.append(main, status);
  update(null);
  void connection.start();
}
