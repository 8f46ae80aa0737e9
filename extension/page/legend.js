/**
 * The legend: what the three lines mean. It is shown once by itself, and after that only when the reader asks for it.
 *
 * @import { Settings } from "../shared/settings.js"
 * @import { Host } from "./host.js"
 */
import { sendToBackground } from "../shared/messages.js";
import { STYLES } from "../shared/settings.js";
import { button, element, say } from "../shared/dom.js";

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

/** Page sides may not open pages of the extension; the background does it for them. */
const openOptions = () => void sendToBackground({ type: "options" });
