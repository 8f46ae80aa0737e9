/**
 * The style sheet of the marks.
 *
 * Each kind of mark has its own colour and its own shape of line. The colour is mixed with that of the text, which is light
 * on a dark page and dark on a light one whatever the page declares, so that the line is visible on both. Words are not lit
 * on paper. Firefox prints no highlights at all; there, the ledger can be printed.
 *
 * Forced colours keep the shapes in both browsers. Chromium then also gives every highlight the colours of a selection,
 * whatever its style says (including system colours and `forced-color-adjust`). Only `forced-color-adjust` on the page's
 * own elements would prevent that, at the price of the reader's colours on the page.
 *
 * @import { LineKind, PhraseKind } from "../shared/underline.js"
 * @import { Settings } from "../shared/settings.js"
 */
import { DRAWN_KINDS, underline } from "../shared/underline.js";

/** The name of the highlight that draws a line. @param {LineKind | PhraseKind} kind */
export const lineName = (kind) => (kind === "hedge" ? "sourcelight-hedge" : `sourcelight-line-${kind}`);

/** @param {Settings["looks"]} looks */
export const highlightStyles = (looks) => `
${DRAWN_KINDS.map(
  (kind) => `
::highlight(${lineName(kind)}) {
  text-decoration: ${underline(kind, looks)};
  text-underline-offset: 3px;
}`,
).join("\n")}

@media screen {
  ::highlight(sourcelight-content) {
    background-color: color-mix(in srgb, currentColor 7%, transparent);
  }
  ::highlight(sourcelight-focus) {
    background-color: rgb(240 190 60 / 30%);
  }
}

@media (forced-colors: active) {
  ${DRAWN_KINDS.map((kind) => `::highlight(${lineName(kind)})`).join(", ")} {
    text-underline-offset: 1px;
  }
  ::highlight(sourcelight-focus) {
    background-color: Highlight;
    color: HighlightText;
    text-decoration: underline double 3px;
  }
}`;
