/**
 * Firefox with the extension in it, driven over Marionette; see {@link Browser}.
 *
 * @import { Browser, CardText, Control, Look, OwnPage, StartOptions, TabOptions } from "./browser.js"
 * @import { ChildProcess } from "node:child_process"
 */
import { once } from "node:events";
import { mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join, resolve } from "node:path";
import { CARD, IN_REACH_MS, IS_IN_REACH, IS_LOADED, IS_READY, POPUP, savedFile, WELCOME } from "./browser.js";
import { poll } from "./wait.js";
import { launch } from "./firefox-launch.js";
import { lookAt } from "./firefox-look.js";
import { Marionette } from "./marionette.js";

const FOLDER = join(process.cwd(), "dist/firefox");

/** Records, in the browser itself, all requests to the network and all errors in consoles. */
const WATCH = `
  const seen = Services.wm.getMostRecentWindow("navigator:browser").sourcelightSeen = { requests: [], problems: [] };
  Services.obs.addObserver((channel) => {
    channel.QueryInterface(Ci.nsIHttpChannel);
    seen.requests.push({ url: channel.URI.spec, by: channel.loadInfo?.triggeringPrincipal?.spec ?? "" });
  }, "http-on-modify-request");
  Services.console.registerListener({ observe(message) {
    if (message instanceof Ci.nsIScriptError && !(message.flags & Ci.nsIScriptError.warningFlag)) {
      seen.problems.push(message.errorMessage + " " + message.sourceName);
    }
  } });`;

/** Where the browser's document has its answers to the question for a permission. @type {Record<string, string>} */
const ANSWERS = {
  allow: "#addon-webext-permissions-notification .popup-notification-primary-button",
  deny: "#addon-webext-permissions-notification .popup-notification-secondary-button",
};

/** WebDriver's code points for keys without a character. @type {Record<string, string>} */
const KEYS = { Escape: "\uE00C", Tab: "\uE004", Enter: "\uE007", ArrowRight: "\uE014", ArrowDown: "\uE015" };

/** @implements {Browser} */
export class FirefoxBrowser {
  name = "firefox";
  #process;
  #marionette;
  #folder;
  #id;
  #own = "";
  /** @type {{ handle: string, isPrivate: boolean }[]} in the order of opening */
  #tabs = [];
  /** The one that is driven. */
  #at = 0;

  /**
   * @param {ChildProcess} process
   * @param {Marionette} marionette
   * @param {string} folder
   * @param {string} id of the extension
   */
  constructor(process, marionette, folder, id) {
    this.#process = process;
    this.#marionette = marionette;
    this.#folder = folder;
    this.#id = id;
  }

  get #tab() {
    return this.#tabs[this.#at].handle;
  }

  /** @param {StartOptions} [options] */
  static async start({ headless = true, size = { width: 1100, height: 820 }, extension = FOLDER } = {}) {
    const folder = await mkdtemp(join(tmpdir(), "sourcelight-"));
    const { process: process_, port } = await launch(folder, headless, size);
    try {
      const marionette = await Marionette.connect(port);
      const id = await marionette.send("Addon:Install", { path: resolve(extension), temporary: true });
      const self = new FirefoxBrowser(process_, marionette, folder, id);
      await self.#prepare();
      return self;
    } catch (error) {
      // A browser that is left running would keep the script from ending.
      process_.kill("SIGKILL");
      throw error;
    }
  }

  async #prepare() {
    await this.#chrome(WATCH);
    await this.#marionette.send("Marionette:SetContext", { value: "content" });
    this.#tabs = [{ handle: await this.#marionette.send("WebDriver:GetWindowHandle"), isPrivate: false }];
    await this.#closeWelcome();
    await this.#moveIn();
  }

  /** Closes the page that opens after the installation. */
  async #closeWelcome() {
    await poll(
      () =>
        this.#chrome(
          `const { gBrowser } = Services.wm.getMostRecentWindow("navigator:browser");
           const tab = gBrowser.tabs.find(({ linkedBrowser: { currentURI, webProgress } }) =>
             currentURI.spec.endsWith(values[0]) && !webProgress.isLoadingDocument);
           if (tab) gBrowser.removeTab(tab);
           return Boolean(tab);`,
          WELCOME,
        ),
      { what: "the page for newcomers" },
    );
  }

  /** Moves the button into the toolbar and opens a page of the extension. */
  async #moveIn() {
    await this.#chrome(`CustomizableUI.addWidgetToArea(values[0], "nav-bar")`, this.#widget());
    const host = await this.#chrome(`return WebExtensionPolicy.getByID(values[0]).mozExtensionHostname`, this.#id);
    await this.#marionette.send("Marionette:SetContext", { value: "content" });
    const { handle } = await this.#marionette.send("WebDriver:NewWindow", { type: "tab" });
    this.#own = handle;
    await this.#switchTo(this.#own);
    await this.#marionette.send("WebDriver:Navigate", { url: `moz-extension://${host}/options.html` });
    await this.#switchTo(this.#tab);
  }

  /** @param {string} act the method of the add-on manager's `addon` that is called */
  #manage(act) {
    return this.#chrome(
      `const { AddonManager } = ChromeUtils.importESModule("resource://gre/modules/AddonManager.sys.mjs");
       const addon = await AddonManager.getAddonByID(values[0]);
       await addon.${act}();`,
      this.#id,
    );
  }

  /** @param {string} body @param {any[]} values @returns {Promise<any>} */
  #chrome(body, ...values) {
    return this.#marionette.run("chrome", body, values);
  }

  #widget() {
    return `${this.#id.toLowerCase().replace(/[^a-z0-9_-]/g, "_")}-browser-action`;
  }

  /** @param {string} handle */
  #switchTo(handle) {
    return this.#marionette.send("WebDriver:SwitchToWindow", { handle, focus: handle === this.#tab });
  }

  /** @param {string} url */
  async open(url) {
    await this.#marionette.send("Marionette:SetContext", { value: "content" });
    await this.#marionette.send("WebDriver:Navigate", { url });
  }

  /** @param {string} url @param {TabOptions} [options] */
  async openTab(url, { isPrivate = false } = {}) {
    await this.#marionette.send("Marionette:SetContext", { value: "content" });
    const options = isPrivate ? { type: "window", private: true, focus: true } : { type: "tab", focus: true };
    const { handle } = await this.#marionette.send("WebDriver:NewWindow", options);
    await this.goToTab(this.#tabs.push({ handle, isPrivate }) - 1);
    await this.open(url);
  }

  /** @param {number} number */
  async goToTab(number) {
    this.#at = number;
    await this.#marionette.send("Marionette:SetContext", { value: "content" });
    await this.#switchTo(this.#tab);
  }

  async closeTab() {
    await this.goToTab(this.#tabs.length - 1);
    await this.#marionette.send("WebDriver:CloseWindow");
    this.#tabs.pop();
    await this.goToTab(this.#tabs.length - 1);
  }

  async crash() {
    await this.#chrome(
      `const tab = window.gBrowser.selectedTab;
       const crashed = new Promise((resolve) => tab.linkedBrowser.addEventListener("oop-browser-crashed", resolve, { once: true }));
       tab.linkedBrowser.fixupAndLoadURIString("about:crashcontent", {
         triggeringPrincipal: Services.scriptSecurityManager.getSystemPrincipal(),
       });
       await crashed;`,
    );
  }

  get #button() {
    return `[id="${this.#widget()}"] .unified-extensions-item-action-button`;
  }

  async click() {
    await this.#chrome(`document.querySelector(values[0]).click()`, this.#button);
  }

  /** @param {Control} control */
  where(control) {
    const entry = `#toolbar-context-menu [id$="-menuitem-_${control}"]`;
    return this.#chrome(
      `const element = document.querySelector(values[0]);
       const { left = 0, top = 0, width = 0, height = 0 } = element?.getBoundingClientRect() ?? {};
       const { state = "open" } = element?.closest("menupopup, panel") ?? {};
       if (state !== "open" || width === 0) return null;
       return { x: window.mozInnerScreenX + left + width / 2, y: window.mozInnerScreenY + top + height / 2 };`,
      control === "button" ? this.#button : (ANSWERS[control] ?? entry),
    );
  }

  /** Asks the browser and not the extension, whose page is asked behind the tab, which is then fetched to the front again. */
  inFront() {
    return this.#chrome(`return window.gBrowser.selectedBrowser.currentURI.spec`);
  }

  badge() {
    return this.extension(`return {
      text: await chrome.action.getBadgeText({ tabId }),
      title: await chrome.action.getTitle({ tabId }),
    }`);
  }

  /** @returns {Promise<string | null>} */
  popup() {
    return this.extension(
      `
      const [popup] = chrome.extension.getViews({ type: "popup" });
      return popup?.location.pathname === values[0] ? popup.document.body?.innerText.trim() || null : null;`,
      POPUP,
    );
  }

  async closePopup() {
    await this.extension(`for (const popup of chrome.extension.getViews({ type: "popup" })) popup.close()`);
    const isOpen = `return document.querySelector(".webextension-popup-browser") !== null`;
    await poll(async () => !(await this.#chrome(isOpen)), { what: "the end of the popup" });
  }

  /** @param {string} script @param {any[]} values @returns {Promise<any>} */
  page(script, ...values) {
    return this.#marionette.run("content", script, values);
  }

  /** @param {string} script @param {any[]} values @returns {Promise<any>} */
  async extension(script, ...values) {
    await this.#marionette.send("Marionette:SetContext", { value: "content" });
    await this.#switchTo(this.#own);
    try {
      const body = `
        const { browser: chrome } = window.wrappedJSObject ?? window;
        const tabs = await chrome.tabs.query({ active: true });
        const { id: tabId } = tabs.find(({ incognito }) => incognito === ${this.#tabs[this.#at].isPrivate});
        ${script}`;
      return await this.#marionette.run("content", body, values);
    } finally {
      await this.#switchTo(this.#tab);
    }
  }

  /** @returns {Promise<CardText | null>} */
  card() {
    return this.ours(CARD);
  }

  /** @param {string} script @param {any[]} values @returns {Promise<any>} */
  ours(script, ...values) {
    const body = `
      const root = document.querySelector("sourcelight-ui")?.openOrClosedShadowRoot ?? null;
      ${script}`;
    return this.#marionette.run("content", body, values, "system");
  }

  /** @param {object} source of WebDriver actions */
  async #act(source) {
    await this.#marionette.send("Marionette:SetContext", { value: "content" });
    await this.#marionette.send("WebDriver:PerformActions", { actions: [source] });
  }

  /** @param {number} x @param {number} y */
  hover(x, y) {
    const [right, down] = [Math.round(x), Math.round(y)];
    const actions = [-4, -2, 0].map((before) => ({
      type: "pointerMove",
      x: Math.max(0, right + before),
      y: down,
      duration: 20,
      origin: "viewport",
    }));
    return this.#act({ type: "pointer", id: "mouse", parameters: { pointerType: "mouse" }, actions });
  }

  /** @param {number} x @param {number} y */
  pressAt(x, y) {
    return this.#pressWith("mouse", x, y);
  }

  /** @param {number} x @param {number} y */
  tap(x, y) {
    return this.#pressWith("touch", x, y);
  }

  /** @param {"mouse" | "touch"} pointerType @param {number} x @param {number} y */
  #pressWith(pointerType, x, y) {
    const [right, down] = [Math.round(x), Math.round(y)];
    const move = { type: "pointerMove", x: right, y: down, duration: 20, origin: "viewport" };
    return this.#act({
      type: "pointer",
      id: pointerType,
      parameters: { pointerType },
      actions: [move, { type: "pointerDown", button: 0 }, { type: "pointerUp", button: 0 }],
    });
  }

  /** @param {string} key */
  press(key) {
    const value = KEYS[key] ?? key;
    return this.#act({
      type: "key",
      id: "keyboard",
      actions: [
        { type: "keyDown", value },
        { type: "keyUp", value },
      ],
    });
  }

  /** @param {Look} look */
  look(look) {
    return lookAt(this.#marionette, look);
  }

  async print() {
    await this.#marionette.send("Marionette:SetContext", { value: "content" });
    return Buffer.from(await this.#marionette.send("WebDriver:Print", { background: true }), "base64");
  }

  clipboard() {
    return this.#chrome(`return navigator.clipboard.readText()`);
  }

  /** @param {string} name */
  saved(name) {
    return savedFile(join(this.#folder, "downloads", name));
  }

  /** @returns {Promise<OwnPage>} */
  async options() {
    const own = this.#ownPage(this.#own, () => this.#switchTo(this.#tab), true);
    await this.#switchTo(this.#own);
    await this.#marionette.send("Marionette:SetContext", { value: "content" });
    await this.#marionette.send("WebDriver:Refresh");
    await poll(() => own.run(IS_READY), { what: "the options page" });
    return own;
  }

  /** @returns {Promise<OwnPage>} */
  async panel() {
    const before = await this.#handles();
    await this.extension(
      `await chrome.windows.create({ url: "panel.html?tab=" + tabId, type: "popup", width: 440, height: 800 })`,
    );
    const handle = await poll(async () => (await this.#handles()).find((each) => !before.includes(each)), {
      what: "the ledger",
    });
    const close = async () => {
      await this.#marionette.send("WebDriver:SwitchToWindow", { handle, focus: false });
      await this.#marionette.send("WebDriver:CloseWindow");
      await this.#switchTo(this.#tab);
    };
    const own = this.#ownPage(handle, close, false);
    await poll(() => own.run(IS_LOADED).catch(() => false), { what: "the ledger's document" });
    return own;
  }

  /** @returns {Promise<string[]>} */
  async #handles() {
    await this.#marionette.send("Marionette:SetContext", { value: "content" });
    return this.#marionette.send("WebDriver:GetWindowHandles");
  }

  /**
   * @param {string} handle of its window
   * @param {() => Promise<void>} close
   * @param {boolean} stay whether the driver stays there; otherwise it returns to the tab each time
   * @returns {OwnPage}
   */
  #ownPage(handle, close, stay) {
    const inOwn = async (/** @type {() => Promise<any>} */ act) => {
      await this.#marionette.send("Marionette:SetContext", { value: "content" });
      await this.#marionette.send("WebDriver:SwitchToWindow", { handle, focus: stay });
      try {
        return await act();
      } finally {
        await this.#marionette.send("Marionette:SetContext", { value: "content" });
        if (!stay) await this.#switchTo(this.#tab);
      }
    };
    return {
      run: (script, ...values) => inOwn(() => this.#marionette.run("content", script, values)),
      press: (selector) =>
        inOwn(async () => {
          const isInReach = () => this.#marionette.run("content", IS_IN_REACH, [selector]);
          await poll(isInReach, { what: selector, lasting: IN_REACH_MS });
          const found = await this.#marionette.send("WebDriver:FindElement", {
            using: "css selector",
            value: selector,
          });
          await this.#marionette.send("WebDriver:ElementClick", { id: Object.values(found)[0] });
        }),
      write: (text) =>
        inOwn(async () => {
          const [id] = Object.values(await this.#marionette.send("WebDriver:GetActiveElement"));
          await this.#marionette.send("WebDriver:ElementSendKeys", { id, text });
        }),
      choose: (selector, file) =>
        inOwn(async () => {
          const input = await this.#marionette.send("WebDriver:FindElement", {
            using: "css selector",
            value: selector,
          });
          await this.#marionette.send("WebDriver:ElementSendKeys", {
            id: Object.values(input)[0],
            text: resolve(file),
          });
        }),
      look: (look) => inOwn(() => this.look(look)),
      print: () => inOwn(() => this.print()),
      screenshot: (file) =>
        inOwn(async () => {
          const picture = await this.#marionette.send("WebDriver:TakeScreenshot", { full: true });
          await writeFile(file, Buffer.from(picture, "base64"));
        }),
      close,
    };
  }

  /** Opens the sidebar with its shortcut, since the browser opens it only for the reader. */
  side() {
    return this.#chrome(
      `const window = [...Services.wm.getEnumerator("navigator:browser")].find((each) => each.toolbar.visible);
       const keys = [...window.document.querySelectorAll("keyset[id^=ext-keyset] key")];
       if (!window.SidebarController.isOpen) keys.find((key) => key.getAttribute("key") === "Q").doCommand();
       const sidebar = window.SidebarController.browser?.contentDocument;
       return sidebar?.getElementById("webext-panels-browser")?.contentTitle ?? "";`,
    );
  }

  /** Firefox then grants permissions without asking. */
  agree() {
    return this.#chrome(`Services.prefs.setBoolPref("extensions.webextOptionalPermissionPrompts", false)`);
  }

  sleep() {
    return this.#chrome(
      `const { ExtensionParent } = ChromeUtils.importESModule("resource://gre/modules/ExtensionParent.sys.mjs");
       await ExtensionParent.GlobalManager.getExtension(values[0]).terminateBackground({ ignoreDevToolsAttached: true });`,
      this.#id,
    );
  }

  /** @param {boolean} enabled */
  async enable(enabled) {
    await this.#manage(enabled ? "enable" : "disable");
    if (enabled) await this.#moveIn();
  }

  /** @param {{ inPrivate?: boolean }} [options] */
  async reinstall({ inPrivate = false } = {}) {
    await this.#manage("uninstall");
    await this.#marionette.send("Addon:Install", { path: FOLDER, temporary: true, allowPrivateBrowsing: inPrivate });
    await this.#closeWelcome();
    await this.#moveIn();
  }

  /** @param {string} file */
  async screenshot(file) {
    await this.#marionette.send("Marionette:SetContext", { value: "content" });
    const picture = await this.#marionette.send("WebDriver:TakeScreenshot", { full: false });
    await writeFile(file, Buffer.from(picture, "base64"));
  }

  problems() {
    return this.#chrome(`return Services.wm.getMostRecentWindow("navigator:browser").sourcelightSeen.problems`);
  }

  /** Until the reader closes the window. */
  async closed() {
    if (this.#process.exitCode === null) await once(this.#process, "exit");
  }

  async close() {
    const seen = await this.#chrome(`return Services.wm.getMostRecentWindow("navigator:browser").sourcelightSeen`);
    await this.#marionette.send("Marionette:Quit", { flags: ["eForceQuit"] }).catch(() => {});
    this.#marionette.close();
    await this.closed();
    await rm(this.#folder, { recursive: true, force: true });
    return seen.requests;
  }
}
