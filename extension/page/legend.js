/**
 * The legend: what the three lines mean, shown once of itself and then only when it is asked for.
 *
 * @import { Settings } from "../shared/settings.js"
 * @import { Host } from "./host.js"
 */
import { STYLES } from "../shared/settings.js";
import { button, element, say } from "../shared/dom.js";
import { tell } from "./reading.js";

export class Legend {
  #host;
  #popover;
  #stop = new AbortController();
  #kinds;

  /**
   * @param {Host} host
   * @param {Settings["kinds"]} kinds which are marked
   */
  constructor(host, kinds) {
    this.#host = host;
    this.#popover = host.popover("legend");
    this.#kinds = kinds;
  }

  /** @param {boolean} focus whether the keyboard goes there */
  open(focus) {
    const rows = STYLES.filter((style) => this.#kinds[style]).map((style) =>
      element("li", "", element("span", `line ${style}`), say(`legend_${style}`)),
    );
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
      element("footer", "", button("settings", say("legendSettings"), openOptions)),
    );
    this.#popover.showPopover();
    this.#stop.abort();
    this.#stop = new AbortController();
    this.#host.whenEscaped(() => this.close(), this.#stop.signal);
    if (focus) this.#popover.focus({ preventScroll: true });
  }

  close() {
    this.#stop.abort();
    if (this.#popover.matches(":popover-open")) this.#popover.hidePopover();
  }
}

/** A page side may not open our pages; the background does. */
const openOptions = () => void tell({ type: "options" });
