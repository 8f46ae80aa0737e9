/**
 * Which entries are shown: those of the chosen kinds (all, where none is chosen) with a statement that holds the words
 * searched for.
 *
 * @import { Story } from "./story.js"
 */
import { button, element, say } from "../page/dom.js";

/** @param {string} words */
const folded = (words) =>
  words.normalize("NFKD").replace(/\p{M}/gu, "").replace(/[‘’]/g, "'").replace(/[“”]/g, '"').toLowerCase();

export class Filter {
  search = element("search", "");
  nothingFound = element("p", "faint none-found", say("panelNothingFound"));
  /** @type {Set<string>} */
  #kinds = new Set();
  #input = document.createElement("input");
  #sections;
  #total;
  #announce;

  /**
   * @param {Story} story
   * @param {HTMLElement[]} sections
   * @param {(words: string) => void} announce
   */
  constructor(story, sections, announce) {
    this.#sections = sections;
    this.#announce = announce;
    const groups = [
      ...story.sources.map(({ statements }) => statements),
      ...story.strengths.map(({ hedges }) => hedges),
    ];
    this.#total = groups.flat().length;
    this.nothingFound.hidden = true;
    this.#input.type = "search";
    this.#input.placeholder = say("panelSearch");
    this.#input.setAttribute("aria-label", say("panelSearch"));
    this.#input.addEventListener("input", () => this.#apply());
    this.search.append(this.#input);
    for (const each of sections) each.hidden = each.querySelector("[data-mark]") === null;
  }

  /**
   * A button that shows one kind alone, or with others.
   *
   * @param {string} kind
   * @param {string} label
   * @param {string} count
   */
  toggle(kind, label, count) {
    const made = button("kind", "", () => {
      const isOn = !this.#kinds.delete(kind);
      if (isOn) this.#kinds.add(kind);
      made.setAttribute("aria-pressed", String(isOn));
      this.#apply();
    });
    made.append(
      element("span", `swatch fill ${kind}`),
      element("span", "label", label),
      element("span", "count", count),
    );
    made.setAttribute("aria-pressed", "false");
    return made;
  }

  #apply() {
    const wanted = folded(this.#input.value.trim());
    let shown = 0;
    for (const section of this.#sections) {
      const entries = [...section.querySelectorAll("article")];
      for (const entry of entries) shown += this.#applyTo(entry, wanted);
      section.hidden = entries.every((entry) => entry.hidden);
    }
    this.nothingFound.hidden = shown > 0;
    this.#announce(say("panelShown", [String(shown), String(this.#total)]));
  }

  /**
   * @param {HTMLElement} entry
   * @param {string} wanted
   * @returns {number} of statements that are shown
   */
  #applyTo(entry, wanted) {
    const isOfKind = this.#kinds.size === 0 || this.#kinds.has(entry.dataset.kind ?? "");
    const isNamedSo = folded(entry.querySelector(".name")?.textContent ?? "").includes(wanted);
    const items = [...entry.querySelectorAll("li")];
    for (const item of items) {
      const words = item.querySelector(".words")?.textContent ?? "";
      item.hidden = !isOfKind || !(isNamedSo || folded(words).includes(wanted));
    }
    const shown = items.filter((item) => !item.hidden).length;
    entry.hidden = shown === 0;
    return shown;
  }
}
