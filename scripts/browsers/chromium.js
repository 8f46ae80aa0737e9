/**
 * Chromium with the extension in it, driven over the DevTools protocol; see {@link Browser}.
 *
 * @import { Browser, CardText, Control, Look, OwnPage, StartOptions, TabOptions } from "./browser.js"
 * @import { Browser as Chromium, CDPSession, Extension, Page, Target, WebWorker } from "puppeteer-core"
 */
import { mkdtemp, readFile, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join, resolve } from "node:path";
import { setTimeout as pause } from "node:timers/promises";
import { CARD, IS_LOADED, IS_READY, MENU_CLICK, POPUP, savedFile, WELCOME } from "./browser.js";
import { lookAt, ownPage } from "./chromium-page.js";
import { poll } from "./wait.js";
import { FOLDER, launch, requestsIn } from "./chromium-launch.js";
import { Views } from "./chromium-views.js";
import { freePort } from "./port.js";

/** A background that was ended never answers some questions. */
const ANSWER_WITHIN_MS = 3000;

/**
 * What is known about a tab.
 *
 * @typedef {object} Tab
 * @property {Page} page
 * @property {CDPSession | null} session null where the tab is not watched
 * @property {boolean} isPrivate
 * @property {number | undefined} world the page side's own world, in the page and not in its frames
 */

/** @implements {Browser} */
export class ChromiumBrowser {
  name = "chromium";
  /** @type {string[]} */
  #problems = [];
  #browser;
  #extension;
  #folder;
  /** Backgrounds that were ended and are still listed. @type {WeakSet<WebWorker>} */
  #mute = new WeakSet();
  /** @type {Tab[]} in the order of opening */
  #tabs = [];
  /** The one that is driven. */
  #at = 0;
  /** @type {Views | undefined} */
  #views;

  /**
   * @param {Chromium} browser
   * @param {Extension} extension
   * @param {string} folder
   */
  constructor(browser, extension, folder) {
    this.#browser = browser;
    this.#extension = extension;
    this.#folder = folder;
  }

  get #tab() {
    return this.#tabs[this.#at];
  }

  get #page() {
    return this.#tab.page;
  }

  get #session() {
    const { session } = this.#tab;
    if (!session) throw new Error("this tab is not watched");
    return session;
  }

  /** @param {StartOptions} [options] */
  static async start({ headless = true, controls, size = { width: 1100, height: 820 }, extension = FOLDER } = {}) {
    const folder = await mkdtemp(join(tmpdir(), "sourcelight-"));
    const port = controls ? await freePort() : undefined;
    const browser = await launch(folder, headless, size, resolve(extension), port);
    try {
      const self = new ChromiumBrowser(browser, await firstExtension(browser), folder);
      await self.#prepare(port);
      return self;
    } catch (error) {
      // A browser that is left running would keep the script from ending.
      await browser.close();
      throw error;
    }
  }

  /** @param {number} [port] on which the browser tells about its own controls */
  async #prepare(port) {
    const [page] = await this.#browser.pages();
    await this.#watch(page, false);
    this.#browser.on("targetcreated", (target) => this.#watchBackground(target));
    for (const target of this.#browser.targets()) await this.#watchBackground(target);
    await this.#worker();
    await this.#closeWelcome();
    if (port) await this.#showControls(port);
  }

  async #closeWelcome() {
    const target = await this.#browser.waitForTarget((it) => it.url().endsWith(WELCOME));
    await (await target.page())?.close();
    await this.#page.bringToFront();
  }

  /** Pins the button to the toolbar, and asks where it is. @param {number} port */
  async #showControls(port) {
    await this.#manage("developerPrivate.updateExtensionConfiguration", {
      extensionId: this.#extension.id,
      pinnedToToolbar: true,
    });
    this.#views = await Views.connect(port);
  }

  /** Calls what only the browser's page of extensions may call. @param {string} method @param {any[]} values */
  async #manage(method, ...values) {
    const page = await this.#browser.newPage();
    await page.goto("chrome://extensions/");
    await page.evaluate(
      (name, given) => {
        const [area, act] = name.split(".");
        return /** @type {any} */ (chrome)[area][act](...given);
      },
      method,
      values,
    );
    await page.close();
    await this.#page.bringToFront();
  }

  /**
   * @param {Page} page of a new tab
   * @param {boolean} isPrivate
   */
  async #watch(page, isPrivate) {
    const session = await page.createCDPSession();
    const { frameTree } = await session.send("Page.getFrameTree");
    /** @type {Tab} */
    const tab = { page, session, isPrivate, world: undefined };
    session.on("Runtime.executionContextCreated", ({ context }) => {
      const isOfPage = context.auxData?.frameId === frameTree.frame.id;
      if (isOfPage && context.origin === `chrome-extension://${this.#extension.id}`) tab.world = context.id;
    });
    session.on("Runtime.exceptionThrown", ({ exceptionDetails }) => {
      this.#problems.push(exceptionDetails.exception?.description ?? exceptionDetails.text);
    });
    session.on("Log.entryAdded", ({ entry }) => {
      if (entry.level === "error") this.#problems.push(`${entry.text} ${entry.url ?? ""}`);
    });
    await session.send("Runtime.enable");
    await session.send("Log.enable");
    this.#at = this.#tabs.push(tab) - 1;
  }

  /** @param {Target} target */
  async #watchBackground(target) {
    if (target.type() !== "service_worker") return;
    const worker = await target.worker().catch(() => null);
    worker?.client.on("Runtime.exceptionThrown", ({ exceptionDetails }) => {
      this.#problems.push(`background: ${exceptionDetails.exception?.description ?? exceptionDetails.text}`);
    });
  }

  /** @param {string} url */
  async open(url) {
    await this.#page.goto(url, { waitUntil: "load" });
    await this.#page.bringToFront();
  }

  /** @param {string} url @param {TabOptions} [options] */
  async openTab(url, { isPrivate = false, isAlone = false } = {}) {
    if (isAlone) {
      const page = await this.#browser.newPage();
      this.#at = this.#tabs.push({ page, session: null, isPrivate, world: undefined }) - 1;
    } else if (isPrivate) {
      const known = new Set(this.#browser.targets());
      const opened = this.#browser.waitForTarget((target) => !known.has(target) && target.url() === url);
      await this.extension(`await chrome.windows.create({ incognito: true, url: values[0] })`, url);
      await this.#watch(/** @type {Page} */ (await (await opened).page()), true);
    } else {
      await this.#watch(await this.#browser.newPage(), false);
    }
    await this.open(url);
  }

  /** @param {number} number */
  async goToTab(number) {
    this.#at = number;
    await this.#page.bringToFront();
  }

  async closeTab() {
    await this.#tabs.pop()?.page.close();
    await this.goToTab(this.#tabs.length - 1);
  }

  async crash() {
    const crashed = new Promise((resolve) => this.#page.once("error", resolve));
    await Promise.all([crashed, this.#page.goto("chrome://crash/").catch(() => {})]);
  }

  async click() {
    await this.#extension.triggerAction(this.#page);
  }

  /** @param {Control} control */
  async where(control) {
    return (await this.#views?.where(control)) ?? null;
  }

  inFront() {
    return this.extension(`return (await chrome.tabs.get(tabId)).url ?? ""`);
  }

  /** Returns the background, and wakes it where it sleeps. */
  async #worker() {
    const isWorker = (/** @type {Target} */ it) =>
      it.type() === "service_worker" && it.url().includes(this.#extension.id);
    if (!this.#browser.targets().some(isWorker)) void this.#wake().catch(() => {});
    await this.#browser.waitForTarget(isWorker);
    // A background that was ended can still be listed.
    const target = this.#browser.targets().findLast(isWorker);
    const worker = await target?.worker();
    if (!worker) throw new Error("the background cannot be reached");
    return worker;
  }

  /** Wakes the background with a message from a page of the extension, which is opened behind the others. */
  async #wake() {
    const page = await this.#browser.newPage({ background: true });
    await page.goto(`chrome-extension://${this.#extension.id}/options.html`);
    await page.evaluate(() => void chrome.runtime.sendMessage({}).catch(() => {}));
    await page.close();
  }

  badge() {
    return this.extension(`return {
      text: await chrome.action.getBadgeText({ tabId }),
      title: await chrome.action.getTitle({ tabId }),
    }`);
  }

  /** Each popup is a page of its own that is gone when it is closed. */
  async #popupPage() {
    const target = this.#browser.targets().find((it) => new URL(it.url() || "about:blank").pathname === POPUP);
    return (await target?.asPage().catch(() => null)) ?? null;
  }

  /** @returns {Promise<string | null>} */
  async popup() {
    const page = await this.#popupPage();
    return (await page?.evaluate(() => document.body.innerText.trim()).catch(() => null)) || null;
  }

  async closePopup() {
    await (await this.#popupPage())?.evaluate(() => window.close()).catch(() => {});
    await poll(async () => !(await this.#popupPage()), { what: "the end of the popup" });
  }

  /** @param {string} script @param {any[]} values @returns {Promise<any>} */
  page(script, ...values) {
    return this.#page.evaluate(
      (body, given) => new Function("...values", `return (async (values) => {${body}})(values)`)(...given),
      script,
      values,
    );
  }

  /** @param {string} script @param {any[]} values @returns {Promise<any>} */
  async extension(script, ...values) {
    const expression = `(async (...values) => {
      const tabs = await chrome.tabs.query({ active: true });
      const { id: tabId } = tabs.find(({ incognito }) => incognito === ${this.#tab.isPrivate});
      ${script}
    })(...${JSON.stringify(values)})`;
    const { result, exceptionDetails } = await poll(() => this.#evaluateInBackground(expression), {
      what: "the background",
    });
    if (exceptionDetails) throw new Error(exceptionDetails.exception?.description ?? exceptionDetails.text);
    return result.value;
  }

  /** @param {string} expression @returns null where the background ended before it answered or has not started completely */
  async #evaluateInBackground(expression) {
    const worker = await this.#worker();
    if (this.#mute.has(worker)) return this.#evaluateInOwnPage(expression);
    try {
      const answer = await Promise.race([
        evaluate(worker.client, expression),
        pause(ANSWER_WITHIN_MS, null, { ref: false }),
      ]);
      if (!answer) this.#mute.add(worker);
      const isEarly = answer?.exceptionDetails?.exception?.description?.includes("chrome is not defined");
      return isEarly ? null : answer;
    } catch (error) {
      if (!/closed/i.test(String(error))) throw error;
      this.#mute.add(worker);
      return null;
    }
  }

  /** @param {string} expression */
  async #evaluateInOwnPage(expression) {
    const page = await this.#browser.newPage({ background: true });
    await page.goto(`chrome-extension://${this.#extension.id}/options.html`);
    const answer = await evaluate(await page.createCDPSession(), expression);
    await page.close();
    return answer;
  }

  /** @returns {Promise<CardText | null>} */
  card() {
    return this.ours(CARD);
  }

  /** @param {string} script @param {any[]} values @returns {Promise<any>} */
  async ours(script, ...values) {
    const expression = `(async (values) => {
      const host = document.querySelector("sourcelight-ui");
      const root = host && chrome.dom?.openOrClosedShadowRoot(host);
      ${script}
    })(${JSON.stringify(values)})`;
    const { result, exceptionDetails } = await this.#session.send("Runtime.evaluate", {
      expression,
      contextId: this.#tab.world,
      awaitPromise: true,
      returnByValue: true,
    });
    if (exceptionDetails) throw new Error(exceptionDetails.exception?.description ?? exceptionDetails.text);
    return result.value ?? null;
  }

  /** @param {number} x @param {number} y */
  async hover(x, y) {
    // The pointer moves only the last few pixels. On a longer way, cards of other marks could open.
    for (const before of [4, 2, 0]) await this.#page.mouse.move(Math.max(0, x - before), y);
  }

  /** @param {number} x @param {number} y */
  async pressAt(x, y) {
    await this.#page.mouse.click(x, y);
  }

  /** @param {number} x @param {number} y */
  async tap(x, y) {
    await this.#page.touchscreen.tap(x, y);
  }

  /** @param {string} key */
  async press(key) {
    await this.#page.keyboard.press(/** @type {import("puppeteer-core").KeyInput} */ (key));
  }

  /** @param {Look} look */
  look(look) {
    return lookAt(this.#page, this.#session, look);
  }

  print() {
    return this.#page.pdf({ printBackground: true });
  }

  async clipboard() {
    const { origin } = new URL(this.#page.url());
    await this.#browser.defaultBrowserContext().overridePermissions(origin, ["clipboard-read"]);
    await this.#page.bringToFront();
    return this.#page.evaluate(() => navigator.clipboard.readText());
  }

  /** @param {string} name */
  saved(name) {
    return savedFile(join(this.#folder, "downloads", name));
  }

  /** @returns {Promise<OwnPage>} */
  async options() {
    const page = await this.#browser.newPage();
    await page.goto(`chrome-extension://${this.#extension.id}/options.html`);
    const own = this.#ownPage(page, "options");
    await poll(() => own.run(IS_READY), { what: "the options page" });
    return own;
  }

  /** @param {Page} page @param {string} name for its problems */
  #ownPage(page, name) {
    page.on("pageerror", (error) => this.#problems.push(`${name}: ${error}`));
    return ownPage(page, () => this.#page.bringToFront());
  }

  /**
   * Chromium opens its side panel only for a real click. Without one the panel opens in a window of its own, which the
   * protocol can reach.
   *
   * @returns {Promise<OwnPage>}
   */
  async panel() {
    await this.extension(MENU_CLICK);
    const target = await this.#browser.waitForTarget((it) => it.url().includes("panel.html?tab="));
    const own = this.#ownPage(/** @type {Page} */ (await target.page()), "panel");
    await poll(() => own.run(IS_LOADED).catch(() => false), { what: "the ledger's document" });
    return own;
  }

  async side() {
    const isSide = (/** @type {Target} */ target) => target.url().endsWith("/panel.html");
    if (!this.#browser.targets().some(isSide)) {
      const panel = await this.#browser.waitForTarget((it) => it.url().includes("panel.html?tab="));
      const session = await /** @type {Page} */ (await panel.page()).createCDPSession();
      const windowId = await this.extension("return (await chrome.tabs.get(tabId)).windowId");
      await session.send("Runtime.evaluate", {
        expression: `chrome.sidePanel.open({ windowId: ${windowId} })`,
        awaitPromise: true,
        userGesture: true,
      });
    }
    const page = await (await this.#browser.waitForTarget(isSide)).asPage();
    return page.title();
  }

  /** @param {string} pattern */
  async agree(pattern) {
    await this.#manage("developerPrivate.addHostPermission", this.#extension.id, pattern);
  }

  async sleep() {
    await (await this.#worker()).close().catch((error) => {
      // The background has ended, and with it the session that puppeteer then tries to close.
      if (!/No session|closed/i.test(String(error))) throw error;
    });
  }

  /** @param {boolean} enabled */
  async enable(enabled) {
    // A background that is being debugged would not end.
    if (!enabled) await this.sleep();
    await this.#manage("management.setEnabled", this.#extension.id, enabled);
    if (enabled) await this.#worker();
  }

  /** @param {{ inPrivate?: boolean }} [options] */
  async reinstall({ inPrivate = false } = {}) {
    await this.sleep();
    const session = await this.#browser.target().createCDPSession();
    await session.send("Extensions.uninstall", { id: this.#extension.id });
    await session.send("Extensions.loadUnpacked", { path: FOLDER, enableInIncognito: inPrivate });
    await session.detach();
    this.#extension = await firstExtension(this.#browser);
    await this.#worker();
    await this.#closeWelcome();
  }

  /** @param {string} file */
  async screenshot(file) {
    await this.#page.screenshot({ path: /** @type {`${string}.png`} */ (file) });
  }

  /** For measurements. @returns {Promise<{ page: CDPSession, background: CDPSession }>} */
  async sessions() {
    return { page: this.#session, background: (await this.#worker()).client };
  }

  async problems() {
    return this.#problems;
  }

  /** Until the reader closes the window. */
  async closed() {
    await new Promise((resolve) => this.#browser.once("disconnected", resolve));
  }

  async close() {
    this.#views?.close();
    await this.#browser.close();
    const log = await readFile(join(this.#folder, "net.json"), "utf8").catch(() => "");
    await rm(this.#folder, { recursive: true, force: true });
    return requestsIn(log);
  }
}

/** @param {CDPSession} session @param {string} expression */
const evaluate = (session, expression) =>
  session.send("Runtime.evaluate", { expression, awaitPromise: true, returnByValue: true });

/** @param {Chromium} browser */
const firstExtension = (browser) =>
  poll(async () => [...(await browser.extensions()).values()][0], { what: "the extension" });
