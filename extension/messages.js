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
 * on as they are) are answered by whether the marks are on now, `ledger` by {@link Ledger} or null where the marks are off.
 *
 * @typedef {{ type: "toggle" } | { type: "show" } | { type: "step", by: 1 | -1, to: "mark" | "unnamed" } | { type: "ledger" }} ToPage
 */

/** @typedef {{ analysis: AnalysisView } | { error: string }} Answer */

/** @typedef {{ text: string, analysis: AnalysisView }} Ledger */

/**
 * Whether a message comes from this very extension.
 *
 * @param {chrome.runtime.MessageSender} sender
 */
export function isOurs(sender) {
  return sender.id === chrome.runtime.id;
}
