/**
 * The panel's line to the page it shows: the active tab of its window, or the one tab it was opened for.
 *
 * The line is a port to the page side. It closes when the page goes, and is tried again when a tab is activated, a page
 * has loaded or a page side reports; nothing is polled.
 *
 * @import { Extent, Found, FromPanel, MarkId, PageFacts, ToPanel } from "../shared/messages.js"
 */
import { FROM_PAGE, isOne, isOurs, PANEL_PORT, TO_PANEL } from "../shared/messages.js";

/** What was found on a page, in how much of it, and what the page says of itself. @typedef {{ found: Found, extent: Extent, page: PageFacts }} Received */

/**
 * @typedef {object} Listener
 * @property {(received: Received | null) => void} changed another page, or none with marks
 * @property {(mark: MarkId | null) => void} moved the reader is at another mark
 */

export class Connection {
  /** @type {number | undefined} */
  #tabId;
  /** @type {chrome.runtime.Port | null} */
  #port = null;
  /** @type {((links: Record<MarkId, string>) => void)[]} */
  #waitingForLinks = [];
  #listener;

  /** @param {Listener} listener */
  constructor(listener) {
    this.#listener = listener;
  }

  async start() {
    const given = new URLSearchParams(location.search).get("tab");
    chrome.tabs.onUpdated.addListener((tabId, { status }) => {
      if (tabId === this.#tabId && status === "complete" && !this.#port) this.#connect();
    });
    chrome.runtime.onMessage.addListener((message, sender) => {
      if (!isOurs(sender) || sender.tab?.id !== this.#tabId || this.#port) return;
      if (isOne(FROM_PAGE, message) && message.type === "state") this.#connect();
    });
    if (given) return this.#follow(Number(given));
    const { id: windowId } = await chrome.windows.getCurrent();
    chrome.tabs.onActivated.addListener((activated) => {
      if (activated.windowId === windowId) this.#follow(activated.tabId);
    });
    const [tab] = await chrome.tabs.query({ active: true, windowId });
    if (tab?.id !== undefined) this.#follow(tab.id);
  }

  /** @param {MarkId} mark */
  jump(mark) {
    this.#send({ type: "jump", mark });
  }

  /** The addresses of all marks; none where the page has gone. @returns {Promise<Record<MarkId, string>>} */
  links() {
    if (!this.#port) return Promise.resolve({});
    this.#send({ type: "links" });
    return new Promise((resolve) => this.#waitingForLinks.push(resolve));
  }

  /** @param {number} tabId */
  #follow(tabId) {
    this.#tabId = tabId;
    this.#listener.changed(null);
    this.#connect();
  }

  #connect() {
    if (this.#tabId === undefined) return;
    this.#port?.disconnect();
    const port = chrome.tabs.connect(this.#tabId, { name: PANEL_PORT, frameId: 0 });
    this.#port = port;
    port.onMessage.addListener((message) => {
      if (port === this.#port && isOne(TO_PANEL, message)) this.#hear(message);
    });
    port.onDisconnect.addListener(() => {
      // Read, so that the browser does not report it: that nobody is there is the usual case.
      void chrome.runtime.lastError;
      if (port !== this.#port) return;
      this.#port = null;
      this.#giveLinks({});
      this.#listener.changed(null);
    });
  }

  /** @param {ToPanel} message */
  #hear(message) {
    switch (message.type) {
      case "found":
        this.#listener.changed(message.found && { ...message, found: message.found });
        break;
      case "at":
        this.#listener.moved(message.mark);
        break;
      case "links":
        this.#giveLinks(message.links);
        break;
    }
  }

  /** @param {Record<MarkId, string>} links */
  #giveLinks(links) {
    for (const resolve of this.#waitingForLinks.splice(0)) resolve(links);
  }

  /** @param {FromPanel} message */
  #send(message) {
    this.#port?.postMessage(message);
  }
}
