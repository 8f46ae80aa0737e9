/**
 * As much of a browser's interface for extensions as page side and panel use, within one web page that has no extension.
 *
 * Page side and panel each run in a frame and take their end of it as their `chrome`. What they say to the background is
 * answered by the web page (main.js). Settings are forgotten when the page is left.
 *
 * @import { FromPage, FromToolbar, TabState } from "../extension/shared/messages.js"
 * @import { Messages } from "../scripts/locales.js"
 */
import { looks } from "../extension/background/toolbar.js";

/** There is one tab, and its page is the only one that could speak. */
const ID = "sourcelight";
const TAB = 1;
const SENDER = { id: ID, tab: { id: TAB }, frameId: 0 };

class Event {
  /** @type {Set<(...given: any[]) => void>} */
  #listeners = new Set();

  /** @param {(...given: any[]) => void} listener */
  addListener(listener) {
    this.#listeners.add(listener);
  }

  /** @param {(...given: any[]) => void} listener */
  removeListener(listener) {
    this.#listeners.delete(listener);
  }

  /** @param {any[]} given */
  emit(...given) {
    for (const listener of [...this.#listeners]) listener(...given);
  }
}

/** One end of a connection. Messages arrive as copies and not before their sender has finished, as in a browser. */
class Port {
  onMessage = new Event();
  onDisconnect = new Event();
  sender = SENDER;
  /** @type {Port | null} */
  other = null;

  /** @param {string} name */
  constructor(name) {
    this.name = name;
  }

  /** @param {unknown} message */
  postMessage(message) {
    const copy = structuredClone(message);
    queueMicrotask(() => this.other?.onMessage.emit(copy));
  }

  disconnect() {
    const { other } = this;
    if (other) this.other = other.other = null;
    queueMicrotask(() => other?.onDisconnect.emit(other));
  }
}

class Area {
  /** @type {Record<string, unknown>} */
  #kept = {};
  onChanged = new Event();

  /** @param {string} key */
  async get(key) {
    return key in this.#kept ? { [key]: this.#kept[key] } : {};
  }

  /** @param {Record<string, unknown>} items */
  async set(items) {
    Object.assign(this.#kept, items);
    this.onChanged.emit(Object.fromEntries(Object.entries(items).map(([key, newValue]) => [key, { newValue }])));
  }
}

/**
 * @param {Messages} messages in the language of the interface
 * @param {(message: FromPage) => Promise<unknown>} answer plays the background
 */
export function browserWithin(messages, answer) {
  const toPage = new Event();
  const toPanel = new Event();
  const connected = new Event();
  /** @type {TabState} */
  let shown = { state: "off" };
  const i18n = {
    /** @param {string} name @param {string[]} [words] */
    getMessage: (name, words = []) =>
      name === "@@bidi_dir"
        ? "ltr"
        : (messages[name]?.message ?? "").replace(/\$(\d)/g, (_, number) => words[number - 1] ?? ""),
  };
  const storage = { sync: new Area(), local: new Area() };
  /** @param {FromPage} message */
  const sendMessage = (message) => answer(structuredClone(message));
  const runtime = { id: ID, sendMessage, getManifest: () => ({ version: VERSION }) };
  return {
    storage,
    page: { i18n, storage, runtime: { ...runtime, onMessage: toPage, onConnect: connected } },
    panel: {
      i18n,
      storage,
      runtime: { ...runtime, onMessage: toPanel },
      windows: { getCurrent: async () => ({ id: TAB }) },
      tabs: {
        onActivated: new Event(),
        onUpdated: new Event(),
        query: async () => [{ id: TAB }],
        /** @param {number} _ the tab @param {{ name: string }} options */
        connect(_, { name }) {
          const [port, other] = [new Port(name), new Port(name)];
          [port.other, other.other] = [other, port];
          connected.emit(other);
          return port;
        },
      },
      action: { getBadgeText: async () => looks(shown).badge, getTitle: async () => looks(shown).title },
    },
    /** What the toolbar would show. @param {TabState} tab */
    show(tab) {
      shown = tab;
      /** @type {FromToolbar} */
      const message = { type: "toolbar", tabId: TAB };
      toPanel.emit(message, SENDER);
    },
  };
}
