/**
 * What the page side and the background say to each other, and the check that it is really one of them speaking.
 *
 * Messages are plain JSON. Whoever receives one looks at its `type` and ignores what it does not know: an old page side
 * may outlive an update of the extension.
 *
 * @import { AnalysisView, Settings } from "../target/core/core.js"
 */

/**
 * What the toolbar shows for a tab; `isPart` where only some of the page is in English.
 *
 * @typedef {{ state: "off" | "reading" } | { state: "on", count: number, isPart: boolean } | { state: "problem", problem: Problem }}
 *   TabState
 */

/**
 * Why a page cannot be read; each has a sentence in `_locales`.
 *
 * @typedef {"Forbidden" | "Pdf" | "NoText" | "NotEnglish" | "Failed"} Problem
 */

/**
 * From the page side to the background. `analyze` is answered by {@link Answer}, the others by nothing.
 *
 * @typedef {{ type: "analyze", text: string, settings: Settings } | { type: "state", tab: TabState } |
 *   { type: "options" }} FromPage
 */

/**
 * From the background or one of our own pages to the page side. `toggle` and `show` (which leaves marks that are
 * on as they are) are answered by whether the marks are on now, `ledger` by {@link Ledger} or null where the marks are off,
 * `cost` by what reading has cost the page's thread so far (slices.js): nobody but tests and benches asks.
 *
 * @typedef {{ type: "toggle" } | { type: "show" } | { type: "step", by: 1 | -1, to: "mark" | "unnamed" } |
 *   { type: "ledger" } | { type: "cost" }} ToPage
 */

/** @typedef {{ analysis: AnalysisView } | { error: string }} Answer */

/** What was found and is marked, as the reader's settings have it. @typedef {Omit<AnalysisView, "report">} Marked */

/** What is marked on a page. @typedef {{ text: string, analysis: Marked }} Ledger */

/** All that was found on a page, marked or not. @typedef {{ text: string, analysis: AnalysisView }} Found */

/** The name of the port over which an open panel and a page side talk. */
export const LEDGER_PORT = "ledger";

/** A mark's place in the analysis: "a3" is the fourth attribution, "h0" the first hedge. @typedef {string} MarkId */

/**
 * What a page says about itself.
 *
 * @typedef {object} PageFacts
 * @property {string} title
 * @property {string} url
 * @property {string | null} published a date as the page writes it
 */

/**
 * From the page side to a panel: at the start and whenever the marks go on or off, what was read (null while they are
 * off); the mark that the reader is at; the marks' addresses, when asked.
 *
 * @typedef {{ type: "ledger", ledger: Found | null, page: PageFacts } | { type: "at", mark: MarkId | null }
 *   | { type: "links", links: Record<MarkId, string> }} ToPanel
 */

/** From a panel to the page side. @typedef {{ type: "jump", mark: MarkId } | { type: "links" }} ToPageOfPanel */

/**
 * Whether a message comes from this very extension.
 *
 * @param {chrome.runtime.MessageSender} sender
 */
export function isOurs(sender) {
  return sender.id === chrome.runtime.id;
}
