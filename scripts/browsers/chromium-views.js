/**
 * Chromium's own controls: toolbar, menus and questions. They are no web pages; the browser tells about them where it is started
 * with `--enable-ui-devtools`, over a socket of its own, in the words of the DevTools protocol.
 *
 * @import { Control, Point } from "./browser.js"
 */
import { NodeWebSocketTransport } from "puppeteer-core/internal/node/NodeWebSocketTransport.js";
import { MENU } from "./browser.js";
import { poll } from "./wait.js";

/** @typedef {{ nodeId: number, nodeName: string, attributes?: string[], children?: View[] }} View */
/** A view and all that it is in, the outermost first. @typedef {View[]} Path */

/** The class of a view. @param {View | undefined} view */
const classOf = (view) => view?.attributes?.[view.attributes.indexOf("class") + 1];

/** @param {View} view @param {Path} [outer] @returns {Generator<Path>} */
function* pathsIn(view, outer = []) {
  const path = [...outer, view];
  yield path;
  for (const child of view.children ?? []) yield* pathsIn(child, path);
}

/** @param {Path} paths @param {string} name */
const isOf = (paths, name) => classOf(paths.at(-1)) === name;

/**
 * The browser tells no words of its menus: first is the extension's name, then, between the first two separators, what the
 * extension offers, in its order.
 *
 * @param {Path[]} paths
 * @param {string} entry
 */
function entryOf(paths, entry) {
  const items = paths.filter((path) => ["MenuItemView", "MenuSeparator"].includes(classOf(path.at(-1)) ?? ""));
  const offered = items.slice(items.findIndex((path) => isOf(path, "MenuSeparator")) + 1);
  const end = offered.findIndex((path) => isOf(path, "MenuSeparator"));
  return end === MENU.length ? offered[MENU.indexOf(entry)] : undefined;
}

/** The buttons of the question for a permission; that which agrees is the last one. @param {Path[]} paths */
function answersOf(paths) {
  const question = paths.find((path) => isOf(path, "ExtensionInstallDialogView"))?.find(isWidget);
  return paths.filter((path) => isOf(path, "MdTextButton") && question && path.includes(question));
}

/** A widget is a window on the screen: its place is told from there, that of each view from the one around it. @param {View} view */
const isWidget = (view) => view.nodeName === "Widget";

export class Views {
  #socket;
  #number = 0;
  /** @type {Map<number, (result: any) => void>} */
  #waiting = new Map();

  /** @param {NodeWebSocketTransport} socket */
  constructor(socket) {
    this.#socket = socket;
    socket.onmessage = (message) => {
      const { id, result } = JSON.parse(String(message));
      this.#waiting.get(id)?.(result);
      this.#waiting.delete(id);
    };
  }

  /** @param {number} port */
  static async connect(port) {
    const socket = await poll(() => NodeWebSocketTransport.create(`ws://127.0.0.1:${port}/0`).catch(() => null), {
      what: "the browser's word on its own controls",
    });
    return new Views(socket);
  }

  /** @param {string} method @param {object} [params] @returns {Promise<any>} nothing where the browser refuses an answer */
  #ask(method, params = {}) {
    const id = ++this.#number;
    this.#socket.send(JSON.stringify({ id, method, params }));
    return new Promise((resolve) => this.#waiting.set(id, resolve));
  }

  /** @param {Control} control @returns {Promise<Point | null>} its middle on the screen; null where it is not seen */
  async where(control) {
    const { root } = await this.#ask("DOM.getDocument");
    const paths = [...pathsIn(root)];
    switch (control) {
      case "button":
        return this.#middleOf(paths.find((path) => isOf(path, "ToolbarActionView")));
      case "allow":
        return this.#middleOf(answersOf(paths).at(-1));
      case "deny":
        return this.#middleOf(answersOf(paths)[0]);
      default:
        return this.#middleOf(entryOf(paths, control));
    }
  }

  /** @param {Path | undefined} path @returns {Promise<Point | null>} */
  async #middleOf(path) {
    if (!path) return null;
    const views = path.slice(path.findLastIndex(isWidget));
    const [widget, ...inner] = await Promise.all(views.map(({ nodeId }) => this.#properties(nodeId)));
    const view = inner.at(-1);
    if (!view || view.IsDrawn !== "true" || view.Width === "0") return null;
    const sum = (/** @type {string} */ name) => [widget, ...inner].reduce((all, each) => all + Number(each[name]), 0);
    const point = { x: sum("X") + Number(view.Width) / 2, y: sum("Y") + Number(view.Height) / 2 };
    // A view that is gone since has no place.
    return Number.isFinite(point.x + point.y) ? point : null;
  }

  /** @param {number} nodeId @returns {Promise<Record<string, string>>} */
  async #properties(nodeId) {
    const styles = await this.#ask("CSS.getMatchedStylesForNode", { nodeId });
    /** @type {{ rule: { style: { cssProperties: { name: string, value: string }[] } } }[]} */
    const rules = styles?.matchedCSSRules ?? [];
    return Object.fromEntries(
      rules.flatMap(({ rule }) => rule.style.cssProperties).map(({ name, value }) => [name, value]),
    );
  }

  close() {
    this.#socket.close();
  }
}
