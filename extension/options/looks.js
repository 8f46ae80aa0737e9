/**
 * Colour and line of each kind of mark, with a preview on a light and on a dark page.
 *
 * @import { Settings } from "../shared/settings.js"
 */
import { element, say } from "../shared/dom.js";
import { LINE_KINDS, underline } from "../shared/underline.js";
import { LINES, STYLES } from "../shared/settings.js";

/** The rows of the form, one for each kind of mark, and the two previews. */
export function makeLooks() {
  const rows = STYLES.map((style) => {
    const name = say(`legend_${style}`);
    const color = /** @type {HTMLInputElement} */ (element("input", ""));
    color.type = "color";
    color.name = `looks.${style}.color`;
    color.setAttribute("aria-label", `${name}: ${say("optionsColor")}`);
    const line = /** @type {HTMLSelectElement} */ (element("select", ""));
    line.name = `looks.${style}.line`;
    line.setAttribute("aria-label", `${name}: ${say("optionsLine")}`);
    for (const value of LINES) line.append(new Option(say(`line_${value}`), value));
    return element("div", "look", color, line, element("span", "", name));
  });
  const kinds = LINE_KINDS.filter((kind) => kind !== "cue");
  const pages = ["light", "dark"].map((scheme) =>
    element("div", `preview ${scheme}`, ...kinds.map((kind) => element("p", "", previewed(kind)))),
  );
  return [...rows, ...pages];
}

/** @param {import("../shared/underline.js").LineKind} kind */
const previewed = (kind) => element("span", `as-${kind}`, say(`legend_${kind}`));

/** @param {Settings["looks"]} looks */
export function preview(looks) {
  for (const kind of LINE_KINDS) {
    for (const words of /** @type {NodeListOf<HTMLElement>} */ (document.querySelectorAll(`.as-${kind}`))) {
      words.style.textDecoration = underline(kind, looks);
    }
  }
}
