/**
 * The panel's connection to the page that it shows: the page in the active tab of its window, or in the one tab that it was
 * opened for.
 *
 * The connection is a port to the page side. It closes when the page is left, and is opened again when a tab is activated,
 * a page has loaded or a page side reports its state. Nothing is polled.
 *
 * @import { Extent, Found, FromPanel, MarkId, PageFacts, ToPanel } from "../shared/messages.js"
 */
import { FROM_PAGE, FROM_TOOLBAR, isOne, isOurs, PANEL_PORT, PROBLEM_BADGE, TO_PANEL } from "../shared/messages.js";

/** What a page side sent about its page. @typedef {{ found: Found, extent: Extent, page: PageFacts }} Received */

/**
 * @typedef {object} Listener
 * @property {(received: Received | null, problem: string | null) => void} changed there is another page or other marks;
 *   null where there are none, and then why the page cannot be read, where that is known
 * @property {(mark: MarkId | null) => void} moved the reader came to another mark
 */

/**
 * What the toolbar shows for a tab. Firefox does not answer a panel that is being closed by a promise that fails, but throws;
 * in an async function both are one.
 *
 * @param {number} tabId
 */
async function inToolbar(tabId) {
  return Promise.all([chrome.action.getBadgeText({ tabId }), chrome.action.getTitle({ tabId })]);
}

/** @param {number} tabId @returns {chrome.runtime.Port | null} none where this panel is being closed, when Firefox throws */
function portTo(tabId) {
  try {
    return chrome.tabs.connect(tabId, { name: PANEL_PORT, frameId: 0 });
  } catch {
    return null;
  }
}

export class Connection {
  /** @type {number | undefined} */
  #tabId;
  /** @type {chrome.runtime.Port | null} */
  #port = null;
  /** Whether there are marks. */
  #found = false;
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
      if (!isOurs(sender)) return;
      const isState = isOne(FROM_PAGE, message) && message.type === "state";
      if (isState && sender.tab?.id === this.#tabId && !this.#port) this.#connect();
      if (isOne(FROM_TOOLBAR, message) && message.tabId === this.#tabId && !this.#found) void this.#showNothing();
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

  /** Asks for the addresses of all marks. There are none where the page was left. @returns {Promise<Record<MarkId, string>>} */
  links() {
    if (!this.#port) return Promise.resolve({});
    this.#send({ type: "links" });
    return new Promise((resolve) => this.#waitingForLinks.push(resolve));
  }

  /** @param {number} tabId */
  #follow(tabId) {
    this.#tabId = tabId;
    void this.#showNothing();
    this.#connect();
  }

  /** There are no marks. The toolbar knows why a page cannot be read. */
  async #showNothing() {
    this.#found = false;
    const tabId = this.#tabId;
    if (tabId === undefined) return;
    const [badge, title] = await inToolbar(tabId).catch(() => ["", ""]);
    if (tabId === this.#tabId && !this.#found) this.#listener.changed(null, badge === PROBLEM_BADGE ? title : null);
  }

  #connect() {
    if (this.#tabId === undefined) return;
    this.#port?.disconnect();
    this.#port = null;
    const port = portTo(this.#tabId);
    if (!port) return;
    this.#port = port;
    port.onMessage.addListener((message) => {
      if (port === this.#port && isOne(TO_PANEL, message)) this.#receive(message);
    });
    port.onDisconnect.addListener(() => {
      // Reading it keeps the browser from reporting an error: most tabs have no page side to connect to.
      void chrome.runtime.lastError;
      if (port !== this.#port) return;
      this.#port = null;
      this.#resolveLinks({});
      void this.#showNothing();
    });
  }

  /** @param {ToPanel} message */
  #receive(message) {
    switch (message.type) {
      case "found":
        this.#found = message.found !== null;
        if (message.found) this.#listener.changed({ ...message, found: message.found }, null);
        else void this.#showNothing();
        break;
      case "at":
        this.#listener.moved(message.mark);
        break;
      case "links":
        this.#resolveLinks(message.links);
        break;
    }
  }

  /** @param {Record<MarkId, string>} links */
  #resolveLinks(links) {
    for (const resolve of this.#waitingForLinks.splice(0)) resolve(links);
  }

  /** @param {FromPanel} message */
  #send(message) {
    this.#port?.postMessage(message);
  }
}
