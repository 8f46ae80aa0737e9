/**
 * The style sheet of the marks.
 *
 * Each kind has its colour and its line's shape. The colour takes a share of the text's own, which is light on a dark
 * page and dark on a light one whatever the page declares, and so stays legible on both. On paper nothing is lit;
 * Firefox prints no highlights at all, there the ledger is what can be printed.
 *
 * Forced colours leave the shapes alone, in both browsers. Chromium also gives every highlight the colours of a
 * selection there, whatever its own style says (system colours and `forced-color-adjust` included); only
 * `forced-color-adjust` on the page's own elements keeps it from that, and would take the reader's colours off the page.
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
