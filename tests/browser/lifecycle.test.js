/**
 * What can happen to the extension, its background and its tabs while marks are on: nothing is drawn twice, nothing hangs,
 * and nothing stays behind.
 */
import assert from "node:assert/strict";
import { test } from "node:test";
import { setTimeout as pause } from "node:timers/promises";
import { cardSays, drawn, hoverOver, settled, switchedOff } from "../../scripts/browsers/browser.js";
import { eventually, poll } from "../../scripts/browsers/wait.js";
import { allowSite, assertMarksCoverTheirWords, documentOf, inBothBrowsers } from "./with-browsers.js";

/** After clicks, or the end of a page or background, a state counts as final when it has not changed for so long. */
const UNDECIDED_MS = 1_500;

inBothBrowsers("The life of tabs and background", (suite) => {
  const article = () => suite.url("pages/article.html");
  const badge = async () => (await suite.browser.badge()).text;
  const off = () => switchedOff(suite.browser);
  const on = async () => {
    await suite.browser.click();
    await poll(async () => /^\d+$/.test(await badge()), { what: "marks" });
  };

  test("a frame that is removed keeps nothing from following the page or from being switched off", async () => {
    const { browser } = suite;
    const add = (/** @type {string} */ name) =>
      browser.page(
        `const added = document.createElement("p");
         added.textContent = "Councillor " + values[0] + " told reporters that the ferry was likely to close in spring.";
         document.querySelector("article").append(added);`,
        name,
      );
    for (const isReadAgain of [true, false]) {
      await browser.open(article());
      await browser.page(`
        const frame = document.createElement("iframe");
        const isLoaded = new Promise((resolve) => frame.addEventListener("load", resolve));
        document.querySelector("article").append(frame);
        await isLoaded;
        frame.contentDocument.body.innerHTML =
          "<p>Councillor Ruth Vale told reporters that the ferry was likely to close in spring.</p>";`);
      await on();
      const framed = `return document.querySelector("iframe").contentWindow.CSS.highlights.size`;
      assert.ok((await browser.page(framed)) > 0, "marks in the frame");
      await browser.page(`document.querySelector("iframe").remove()`);
      if (isReadAgain) {
        await add("Omar Lind");
        await poll(async () => (await drawn(browser)).some(({ text }) => text.includes("Omar Lind")), {
          what: "the marks of a paragraph that came after",
        });
      }
      await browser.click();
      await off();
      const remains = `return [CSS.highlights.size, document.adoptedStyleSheets.length, document.querySelectorAll("sourcelight-ui").length]`;
      assert.deepEqual(await browser.page(remains), [0, 0, 0], `read again: ${isReadAgain}`);
      await on();
    }
  });

  test("where the core fails after a change of the settings, the toolbar says so", async (context) => {
    const { browser } = suite;
    if (browser.name === "firefox")
      return context.skip("there a test does not get at what the background's core calls");
    await browser.open(article());
    await on();
    try {
      await browser.extension(
        `performance.now = () => { throw new Error("a core that fails"); };
         await chrome.storage.sync.set({ settings: { sureness: "more" } });`,
      );
      await poll(async () => (await badge()) === "!", { what: "the problem" });
    } finally {
      await browser.sleep();
      await browser.extension(`await chrome.storage.sync.remove("settings")`);
    }
  });

  test("the background may end at any moment of a reading: the next click works", async () => {
    const { browser } = suite;
    for (const wait of [0, 5, 20, 60, 150]) {
      await browser.open(article());
      const before = await documentOf(browser);
      await browser.click();
      await pause(wait);
      await browser.sleep();
      await poll(async () => (await badge()) !== "…", {
        what: `the end of the reading whose background ended after ${wait} ms`,
        lasting: UNDECIDED_MS,
      });
      if (["", "!"].includes(await badge())) await on();
      await assertMarksCoverTheirWords(browser);
      await browser.sleep();
      await browser.click();
      await off();
      assert.equal(await documentOf(browser), before);
    }
  });

  test("any number of quick clicks ends as the last one has it", async () => {
    const { browser } = suite;
    for (const clicks of [2, 3, 4, 5]) {
      await browser.open(article());
      const before = await documentOf(browser);
      await Promise.all(Array.from({ length: clicks }, () => browser.click()));
      if (clicks % 2 === 1) {
        await settled(browser, UNDECIDED_MS);
        await assertMarksCoverTheirWords(browser);
        await browser.click();
      }
      await switchedOff(browser, UNDECIDED_MS);
      assert.deepEqual(await drawn(browser), []);
      assert.equal(await documentOf(browser), before);
    }
  });

  test("a click while the page still loads marks all of it", async () => {
    const { browser } = suite;
    await browser.open("about:blank");
    await browser.open(article());
    const loads = browser.page(`setTimeout(() => { location.href = values[0]; })`, suite.url("pages/slow.html"));
    await loads;
    await poll(() => browser.page(`return location.pathname.endsWith("slow.html")`).catch(() => false));
    await on();
    await poll(async () => (await drawn(browser)).some(({ text }) => text === "Officials"), { what: "the page's end" });
  });

  test("a page that is left shows nothing on the badge of the next", async () => {
    const { browser } = suite;
    for (const wait of [0, 10, 25, 50, 100]) {
      await browser.open(article());
      await browser.click();
      await pause(wait);
      await browser.open(suite.url("pages/strict.html"));
      await poll(async () => (await badge()) === "", {
        what: `an empty badge after a page that was left after ${wait} ms`,
        lasting: UNDECIDED_MS,
      });
    }
  });

  test("a tab that crashed can be loaded again and marked again", async () => {
    const { browser } = suite;
    await browser.openTab(article());
    await on();
    await browser.crash();
    await browser.closeTab();
    await browser.openTab(article());
    assert.equal(await badge(), "");
    await on();
    await assertMarksCoverTheirWords(browser);
    await browser.closeTab();
  });

  test("fifty tabs keep their own marks and badges", async () => {
    const { browser } = suite;
    const TABS = 50;
    await browser.open(article());
    for (let number = 1; number <= TABS; number++) {
      await browser.openTab(article());
      await on();
    }
    await browser.sleep();
    for (const number of [1, 17, TABS]) {
      await browser.goToTab(number);
      assert.match(await badge(), /^\d+$/);
      await assertMarksCoverTheirWords(browser);
      await browser.click();
      await off();
    }
    await browser.goToTab(0);
    assert.equal(await badge(), "");
    for (let number = 0; number < TABS; number++) await browser.closeTab();
  });

  test("a page that is prepared in advance is read when it is shown, and not before", async (context) => {
    const { browser } = suite;
    if (browser.name === "firefox") return context.skip("Firefox prepares no pages");
    await allowSite(suite);
    await browser.openTab(suite.url("pages/prerendering.html"), { isAlone: true });
    const own = (await settled(browser)).text;
    // The prerendered page has been loaded up to its script.
    await poll(() => suite.requested().includes("/wait/700"), { what: "the prerendering" });
    await poll(async () => (await badge()) === own, { what: "a badge that stays", lasting: UNDECIDED_MS });
    await browser.page(`setTimeout(() => document.querySelector("a").click())`);
    await poll(() => browser.page(`return location.pathname.endsWith("slow.html")`).catch(() => false));
    assert.ok(
      await browser.page(`return performance.getEntriesByType("navigation")[0].activationStart > 0`),
      "it was prepared in advance",
    );
    await settled(browser);
    await assertMarksCoverTheirWords(browser);
    await browser.closeTab();
  });
});

inBothBrowsers("The life of the extension", (suite) => {
  const article = () => suite.url("pages/article.html");
  /** Opens the article and switches the marks on. @returns {Promise<string>} the page as it was before */
  const open = async () => {
    const { browser } = suite;
    await browser.open(article());
    const before = await documentOf(browser);
    await browser.click();
    await settled(browser);
    return before;
  };
  /** Checks that the marks can be switched on again, are there once, and leave no trace when they are switched off. @param {string} before */
  const assertNewLife = async (before) => {
    const { browser } = suite;
    await browser.extension(`await chrome.storage.sync.set({ legendWasShown: true })`);
    await browser.click();
    await settled(browser);
    await assertMarksCoverTheirWords(browser);
    assert.equal(await browser.page(`return document.querySelectorAll("sourcelight-ui").length`), 1);
    await hoverOver(browser, "Mayor Anna Beck");
    await cardSays(browser, /Anna Beck/);
    await browser.click();
    await switchedOff(browser);
    assert.equal(await documentOf(browser), before);
    assert.equal(await browser.page("return document.adoptedStyleSheets.length + CSS.highlights.size"), 0);
  };

  test("disabled while marks are on, it leaves no error; enabled again, it starts afresh", async () => {
    const { browser } = suite;
    const before = await open();
    await browser.enable(false);
    await hoverOver(browser, "Mayor Anna Beck");
    await browser.press("Escape");
    // Firefox stops a page side together with its extension: nothing is left there that could remove the marks.
    if (browser.name === "chromium") {
      await eventually(async () => assert.deepEqual(await drawn(browser), []));
      assert.equal(await documentOf(browser), before);
    }
    await browser.enable(true);
    await assertNewLife(before);
  });

  test("updated while marks are on and a card is open, the marks can be switched on again", async () => {
    const before = await open();
    await hoverOver(suite.browser, "Mayor Anna Beck");
    await cardSays(suite.browser, /Anna Beck/);
    await suite.browser.reinstall();
    await assertNewLife(before);
  });
});

inBothBrowsers("What an extension leaves behind", (suite) => {
  test("marks in frames and shadow trees are cleared up after an update", async () => {
    const { browser } = suite;
    await browser.open(suite.url("pages/article.html"));
    await browser.page(`
      const host = document.createElement("story-text");
      window.shadow = host.attachShadow({ mode: "closed" });
      const frame = document.createElement("iframe");
      const isLoaded = new Promise((resolve) => frame.addEventListener("load", resolve));
      document.querySelector("article").append(host, frame);
      await isLoaded;
      const words = "<p>Councillor Ruth Vale told reporters that the ferry was likely to close in spring.</p>";
      window.shadow.innerHTML = words;
      window.framed = frame.contentWindow;
      window.framed.document.body.innerHTML = "<div>" + words.repeat(2) + "</div>";
      const inner = window.framed.document.querySelector("div").attachShadow({ mode: "open" });
      inner.innerHTML = words;
      window.roots = [document, window.shadow, window.framed.document, inner];`);
    const remains = () =>
      browser.page(`
        const sheets = window.roots.map((root) => root.adoptedStyleSheets.length);
        return [...sheets, CSS.highlights.size, window.framed.CSS.highlights.size];`);
    await browser.click();
    await settled(browser);
    const marked = await remains();
    assert.ok(Math.min(...marked) > 0, `marks everywhere: ${marked}`);
    await browser.reinstall();
    await browser.extension(`await chrome.storage.sync.set({ legendWasShown: true })`);
    await browser.click();
    await settled(browser);
    assert.deepEqual((await remains()).slice(0, 4), [1, 1, 1, 1], "each tree has one sheet");
    await browser.click();
    await switchedOff(browser);
    assert.deepEqual(await remains(), [0, 0, 0, 0, 0, 0]);
  });
});

inBothBrowsers("Private windows", (suite) => {
  test("the extension works there once the reader allows it", async () => {
    const { browser } = suite;
    await browser.reinstall({ inPrivate: true });
    await browser.openTab(suite.url("pages/article.html"), { isPrivate: true });
    await browser.click();
    assert.match((await settled(browser)).text, /^\d+$/);
    await browser.closeTab();
  });
});
