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
 * @import { Settings } from "../shared/settings.js"
 */
import { STYLES } from "../shared/settings.js";
import { underline } from "../shared/underline.js";

/** @param {Settings["looks"]} looks */
export const highlightStyles = (looks) => `
${STYLES.map(
  (style) => `
::highlight(sourcelight-${style}) {
  text-decoration: ${underline(looks[style])};
  text-underline-offset: 3px;
}`,
).join("\n")}

@media screen {
  ::highlight(sourcelight-focus) {
    background-color: rgb(240 190 60 / 30%);
  }
}

@media (forced-colors: active) {
  ::highlight(sourcelight-attribution), ::highlight(sourcelight-unnamed), ::highlight(sourcelight-hedge) {
    text-decoration-thickness: 2px;
    text-underline-offset: 1px;
  }
  ::highlight(sourcelight-focus) {
    background-color: Highlight;
    color: HighlightText;
    text-decoration: underline double 3px;
  }
}`;
