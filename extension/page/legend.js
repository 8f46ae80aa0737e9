/**
 * The legend: what the lines mean and how many marks of each kind the page has. It is shown once by itself, after the first
 * click on a page, and after that only when the reader asks for it.
 *
 * @import { PhraseGroup } from "../shared/phrases.js"
 * @import { Settings } from "../shared/settings.js"
 * @import { Host } from "./host.js"
 * @import { Mark } from "./marks.js"
 */
import { sendToBackground } from "../shared/messages.js";
import { LINE_KINDS, styleOf } from "../shared/underline.js";
import { button, counted, element, say } from "../shared/dom.js";
import { KeyboardFocus } from "./keyboard-focus.js";

export class Legend {
  #host;
  #popover;
  #keyboard;
  #stop = new AbortController();
  #kinds;
  #phrases;
  #toFirst;

  /**
   * @param {Host} host
   * @param {Settings["kinds"]} kinds which are marked
   * @param {PhraseGroup[]} phrases the reader's own
   * @param {() => void} toFirst goes to the first mark
   */
  constructor(host, kinds, phrases, toFirst) {
    this.#host = host;
    this.#popover = host.popover("legend");
    this.#keyboard = new KeyboardFocus(this.#popover);
    this.#kinds = kinds;
    this.#phrases = phrases;
    this.#toFirst = toFirst;
  }

  /**
   * @param {Mark[]} marks of the page
   * @param {boolean} focus whether the keyboard goes there
   */
  open(marks, focus) {
    const kinds = LINE_KINDS.filter((kind) => kind !== "cue" && this.#kinds[styleOf(kind)]);
    const ofKinds = kinds.map((kind) =>
      rowOf(kind, say(`legend_${kind}`), marks.filter(({ line }) => line === kind).length),
    );
    const ofPhrases = this.#phrases.map(({ name, line }, group) =>
      rowOf(`phrase-${line}`, name || say("kindPhrase"), marks.filter(({ phrase }) => phrase?.group === group).length),
    );
    const hasTinted = marks.some(({ tinted }) => tinted.length > 0);
    const ofTint = element("li", "", element("span", "line tinted"), element("span", "all", say("legendTinted")));
    const rows = [...ofKinds, ...(hasTinted ? [ofTint] : []), ...ofPhrases];
    const title = element("h2", "", say("legendTitle"));
    title.id = "legend";
    this.#popover.setAttribute("aria-labelledby", title.id);
    this.#popover.replaceChildren(
      element(
        "header",
        "",
        title,
        button("close", "×", () => this.close(), say("cardClose")),
      ),
      element("ul", "", ...rows),
      element("p", "known", say("legendUse")),
      element(
        "footer",
        "",
        ...(marks.length > 0 ? [button("first", say("legendFirst"), this.#toFirst)] : []),
        button("ledger", say("panelTitle"), openLedger),
        button("settings", say("legendSettings"), openOptions),
      ),
    );
    this.#popover.showPopover();
    this.#stop.abort();
    this.#stop = new AbortController();
    this.#host.whenEscaped(() => this.close(), this.#stop.signal);
    if (focus) this.#keyboard.take();
  }

  close() {
    this.#stop.abort();
    this.#keyboard.hide();
  }
}

/** @param {string} kind of line @param {string} name what it stands for @param {number} count */
const rowOf = (kind, name, count) =>
  element(
    "li",
    "",
    element("span", `line ${kind}`),
    element("span", "all", name),
    element("span", "place", counted("marks", count)),
  );

/** Page sides may not open pages of the extension; the background does it for them. */
const openOptions = () => void sendToBackground({ type: "options" });
const openLedger = () => void sendToBackground({ type: "ledger" });
