/**
 * Chromium with the extension in it, driven over the DevTools protocol; see {@link Browser}.
 *
 * @import { Browser, CardText, Look, OwnPage, StartOptions } from "./browser.js"
 * @import { Browser as Chromium, CDPSession, Extension, Page, Target } from "puppeteer-core"
 */
import { mkdtemp, readFile, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import puppeteer from "puppeteer-core";
import { CARD, IS_READY, MENU_CLICK, poll, savedFile } from "./browser.js";

const ARGUMENTS = [
  "--disable-background-networking",
  "--disable-component-update",
  "--disable-sync",
  "--no-first-run",
  "--disable-quic",
  ...(process.getuid?.() === 0 ? ["--no-sandbox"] : []),
];

/** @implements {Browser} */
export class ChromiumBrowser {
  name = "chromium";
  /** @type {string[]} */
  #problems = [];
  #browser;
  #extension;
  #page;
  #session;
  #folder;
  /** @type {number | undefined} the page side's own world, in the page and not in its frames */
  #world;

  /**
   * @param {Chromium} browser
   * @param {Extension} extension
   * @param {Page} page
   * @param {CDPSession} session
   * @param {string} folder
   */
  constructor(browser, extension, page, session, folder) {
    this.#browser = browser;
    this.#extension = extension;
    this.#page = page;
    this.#session = session;
    this.#folder = folder;
  }

  /** @param {StartOptions} [options] */
  static async start({ headless = true, size = { width: 1100, height: 820 } } = {}) {
    const folder = await mkdtemp(join(tmpdir(), "sourcelight-"));
    const browser = await puppeteer.launch({
      executablePath: process.env.CHROMIUM ?? "/usr/bin/chromium",
      headless,
      pipe: true,
      enableExtensions: [join(process.cwd(), "dist/chromium")],
      defaultViewport: headless ? size : null,
      downloadBehavior: { policy: "allow", downloadPath: join(folder, "downloads") },
      args: [
        ...ARGUMENTS,
        `--window-size=${size.width},${size.height}`,
        `--log-net-log=${folder}/net.json`,
        `--user-data-dir=${folder}/profile`,
      ],
    });
    const extension = await poll(async () => [...(await browser.extensions()).values()][0], { what: "the extension" });
    const [page] = await browser.pages();
    const self = new ChromiumBrowser(browser, extension, page, await page.createCDPSession(), folder);
    await self.#watch();
    await self.#worker();
    return self;
  }

  async #watch() {
    const { frameTree } = await this.#session.send("Page.getFrameTree");
    this.#session.on("Runtime.executionContextCreated", ({ context }) => {
      const isOfPage = context.auxData?.frameId === frameTree.frame.id;
      if (isOfPage && context.origin === `chrome-extension://${this.#extension.id}`) this.#world = context.id;
    });
    this.#session.on("Runtime.exceptionThrown", ({ exceptionDetails }) => {
      this.#problems.push(exceptionDetails.exception?.description ?? exceptionDetails.text);
    });
    this.#session.on("Log.entryAdded", ({ entry }) => {
      if (entry.level === "error") this.#problems.push(`${entry.text} ${entry.url ?? ""}`);
    });
    await this.#session.send("Runtime.enable");
    await this.#session.send("Log.enable");
    this.#browser.on("targetcreated", (target) => this.#watchBackground(target));
    for (const target of this.#browser.targets()) await this.#watchBackground(target);
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

  async click() {
    await this.#extension.triggerAction(this.#page);
  }

  /** The background, once it is awake. */
  async #worker() {
    const target = await this.#browser.waitForTarget(
      (it) => it.type() === "service_worker" && it.url().includes(this.#extension.id),
    );
    const worker = await target.worker();
    if (!worker) throw new Error("the background cannot be reached");
    return worker;
  }

  badge() {
    return this.extension(`return {
      text: await chrome.action.getBadgeText({ tabId }),
      title: await chrome.action.getTitle({ tabId }),
    }`);
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
      const [{ id: tabId }] = await chrome.tabs.query({ active: true });
      ${script}
    })(...${JSON.stringify(values)})`;
    const { result, exceptionDetails } = await poll(() => this.#evaluateInBackground(expression), {
      what: "the background",
    });
    if (exceptionDetails) throw new Error(exceptionDetails.exception?.description ?? exceptionDetails.text);
    return result.value;
  }

  /** @param {string} expression @returns null where the background fell asleep over it or is not all there yet */
  async #evaluateInBackground(expression) {
    const { client } = await this.#worker();
    try {
      const answer = await client.send("Runtime.evaluate", { expression, awaitPromise: true, returnByValue: true });
      const isEarly = answer.exceptionDetails?.exception?.description?.includes("chrome is not defined");
      return isEarly ? null : answer;
    } catch (error) {
      if (/closed/i.test(String(error))) return null;
      throw error;
    }
  }

  /** @returns {Promise<CardText | null>} */
  card() {
    return this.ours(CARD);
  }

  /** @param {string} script @param {any[]} values @returns {Promise<any>} */
  async ours(script, ...values) {
    const expression = `(async (values) => {
      const host = document.querySelector("sourcelight-ui");
      const root = host && chrome.dom.openOrClosedShadowRoot(host);
      ${script}
    })(${JSON.stringify(values)})`;
    const { result, exceptionDetails } = await this.#session.send("Runtime.evaluate", {
      expression,
      contextId: this.#world,
      awaitPromise: true,
      returnByValue: true,
    });
    if (exceptionDetails) throw new Error(exceptionDetails.exception?.description ?? exceptionDetails.text);
    return result.value ?? null;
  }

  /** @param {number} x @param {number} y */
  async hover(x, y) {
    await this.#page.mouse.move(x, y, { steps: 3 });
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

  /**
   * @param {Page} page
   * @param {string} name for its problems
   * @returns {OwnPage}
   */
  #ownPage(page, name) {
    page.on("pageerror", (error) => this.#problems.push(`${name}: ${error}`));
    return {
      run: (script, ...values) =>
        page.evaluate(
          (body, given) => new Function("values", `return (async () => {${body}})()`)(given),
          script,
          values,
        ),
      press: (selector) => page.click(selector),
      write: (text) => page.keyboard.type(text),
      async choose(selector, file) {
        const input = /** @type {import("puppeteer-core").ElementHandle<HTMLInputElement>} */ (await page.$(selector));
        await input.uploadFile(file);
      },
      print: () => page.pdf({ printBackground: true }),
      look: async (look) => lookAt(page, await page.createCDPSession(), look),
      async screenshot(file) {
        await page.screenshot({ path: /** @type {`${string}.png`} */ (file), fullPage: true });
      },
      close: async () => {
        await page.close();
        await this.#page.bringToFront();
      },
    };
  }

  /**
   * Without a reader's hand on the menu Chromium opens no side panel, so that the window of its own comes, which a
   * protocol can reach.
   *
   * @returns {Promise<OwnPage>}
   */
  async ledger() {
    await this.extension(MENU_CLICK);
    const target = await this.#browser.waitForTarget((it) => it.url().includes("panel.html?tab="));
    return this.#ownPage(/** @type {Page} */ (await target.page()), "panel");
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
    const page = await this.#browser.newPage();
    await page.goto("chrome://extensions/");
    await page.evaluate(
      (id, site) => /** @type {any} */ (chrome).developerPrivate.addHostPermission(id, site),
      this.#extension.id,
      pattern,
    );
    await page.close();
    await this.#page.bringToFront();
  }

  async sleep() {
    await (await this.#worker()).close();
  }

  /** @param {string} file */
  async screenshot(file) {
    await this.#page.screenshot({ path: /** @type {`${string}.png`} */ (file) });
  }

  async problems() {
    return this.#problems;
  }

  /** Until the reader closes the window. */
  async closed() {
    await new Promise((resolve) => this.#browser.once("disconnected", resolve));
  }

  async close() {
    await this.#browser.close();
    const log = await readFile(join(this.#folder, "net.json"), "utf8").catch(() => "");
    await rm(this.#folder, { recursive: true, force: true });
    return requestsIn(log);
  }
}

/**
 * @param {Page} page
 * @param {CDPSession} session
 * @param {Look} look
 */
async function lookAt(page, session, look) {
  const { width = 1100, height = 820, scheme = "light", forcedColors = false, reducedMotion = false } = look;
  await page.setViewport({ width, height });
  await session.send("Emulation.setEmulatedMedia", {
    features: [
      { name: "prefers-color-scheme", value: scheme },
      { name: "forced-colors", value: forcedColors ? "active" : "none" },
      { name: "prefers-reduced-motion", value: reducedMotion ? "reduce" : "no-preference" },
    ],
  });
}

/**
 * The addresses that pages or extensions asked for; what the browser wants for itself has no initiator.
 *
 * @param {string} log in Chromium's NetLog format, cut short where the browser was killed
 */
function requestsIn(log) {
  const starts = log.matchAll(/"initiator":"((?:https?|chrome-extension):[^"]*)"[^{}]*"url":"(https?:[^"]*)"/g);
  return [...starts].map(([, by, url]) => ({ by, url }));
}
