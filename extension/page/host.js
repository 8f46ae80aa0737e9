/**
 * The one element of ours on a page: a sibling of `body` with a closed shadow root for card, legend and live region.
 */
import styles from "./card.css";
import { adopt } from "./highlights.js";

export class Host {
  element = document.createElement("sourcelight-ui");
  root = this.element.attachShadow({ mode: "closed" });
  #live = document.createElement("div");

  constructor() {
    adopt(this.root, styles);
    this.#live.className = "live";
    this.#live.setAttribute("aria-live", "polite");
    this.root.append(this.#live);
    document.documentElement.append(this.element);
  }

  /**
   * Adds a pop-up that no stacking order of the page can cover.
   *
   * @param {string} className
   */
  popover(className) {
    const made = document.createElement("div");
    made.popover = "manual";
    made.className = className;
    made.lang = chrome.i18n.getUILanguage();
    made.dir = chrome.i18n.getMessage("@@bidi_dir");
    made.setAttribute("role", "dialog");
    made.tabIndex = -1;
    this.root.append(made);
    return made;
  }

  /** @param {string} words for screen readers */
  announce(words) {
    this.#live.textContent = words;
  }

  end() {
    this.element.remove();
  }
}
