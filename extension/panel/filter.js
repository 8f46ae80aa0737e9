/**
 * Filters the lists: shows the entries of the chosen kinds (of all kinds, where none is chosen) that contain the words
 * searched for.
 */
import { button, element, say } from "../shared/dom.js";

/** @param {string} words */
const folded = (words) =>
  words.normalize("NFKD").replace(/\p{M}/gu, "").replace(/[‘’]/g, "'").replace(/[“”]/g, '"').toLowerCase();

export class Filter {
  search = element("search", "");
  nothingFound = element("p", "faint none-found", say("panelNothingFound"));
  /** @type {Set<string>} */
  #kinds = new Set();
  #input = document.createElement("input");
  /** @type {HTMLElement[]} */
  #sections = [];
  /** The entries that the search has opened. @type {Set<HTMLDetailsElement>} */
  #opened = new Set();
  #announce;

  /** @param {(words: string) => void} announce */
  constructor(announce) {
    this.#announce = announce;
    this.#input.type = "search";
    this.#input.placeholder = say("panelSearch");
    this.#input.setAttribute("aria-label", say("panelSearch"));
    this.#input.addEventListener("input", () => this.#announceCount(this.#apply()));
    this.search.append(this.#input);
  }

  /** Applies the reader's choice to new sections. @param {HTMLElement[]} sections */
  show(sections) {
    this.#sections = sections;
    this.#opened.clear();
    this.#apply();
  }

  /**
   * A button that shows the entries of one kind, in addition to those of other kinds that are pressed.
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
      this.#announceCount(this.#apply());
    });
    made.dataset.filter = kind;
    made.append(
      element("span", `swatch fill ${kind}`),
      element("span", "label", label),
      element("span", "count", count),
    );
    made.setAttribute("aria-pressed", String(this.#kinds.has(kind)));
    return made;
  }

  /** A search opens the entries in which it finds something, and its end closes them. @returns {number} how many statements are shown */
  #apply() {
    const wanted = folded(this.#input.value.trim());
    let shown = 0;
    for (const section of this.#sections) {
      const entries = [...section.querySelectorAll("article")];
      for (const entry of entries) shown += this.#applyTo(entry, wanted);
      section.hidden = entries.every((entry) => entry.hidden);
    }
    this.nothingFound.hidden = shown > 0 || (wanted === "" && this.#kinds.size === 0);
    return shown;
  }

  /** @param {number} shown */
  #announceCount(shown) {
    const total = this.#sections.flatMap((section) => [...section.querySelectorAll("li")]).length;
    this.#announce(say("panelShown", [String(shown), String(total)]));
  }

  /**
   * @param {HTMLElement} entry
   * @param {string} wanted
   * @returns {number} how many statements are shown
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
    const details = /** @type {HTMLDetailsElement} */ (entry.querySelector("details"));
    if (wanted !== "" && !details.open) this.#opened.add(details);
    if (wanted !== "") details.open = true;
    else if (this.#opened.delete(details)) details.open = false;
    return shown;
  }
}
