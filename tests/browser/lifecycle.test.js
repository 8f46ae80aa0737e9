/**
 * What happens to the extension, its background, its tabs and the browser around it while marks are on: nothing doubles,
 * nothing hangs, nothing stays behind.
 */
import assert from "node:assert/strict";
import { test } from "node:test";
import { setTimeout as pause } from "node:timers/promises";
import { drawn, hoverOver, poll, settled } from "../../scripts/browsers/browser.js";
import { allowSite, assertMarksCoverTheirWords, documentOf, inBothBrowsers } from "./with-browsers.js";

inBothBrowsers("The life of tabs and background", (suite) => {
  const article = () => suite.url("pages/article.html");
  const badge = async () => (await suite.browser.badge()).text;
  const off = () => poll(async () => (await badge()) === "", { what: "the marks' end" });
  const on = async () => {
    await suite.browser.click();
    await poll(async () => /^\d+$/.test(await badge()), { what: "marks" });
  };

  test("the background may end at any moment of a reading: the next click works", async () => {
    const { browser } = suite;
    for (const wait of [0, 5, 20, 60, 150]) {
      await browser.open(article());
      const before = await documentOf(browser);
      await browser.click();
      await pause(wait);
      await browser.sleep();
      await pause(300);
      await poll(async () => (await badge()) !== "…", { what: `an end of the reading after ${wait} ms` });
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
        await settled(browser);
        await assertMarksCoverTheirWords(browser);
        await browser.click();
      }
      await off();
      await pause(200);
      assert.equal(await badge(), "");
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
      await pause(400);
      assert.equal(await badge(), "", `left after ${wait} ms`);
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
    await pause(1500);
    assert.equal(await badge(), own);
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
  /** Opens the article, notes what it is and switches the marks on. */
  const open = async () => {
    const { browser } = suite;
    await browser.open(article());
    const before = await documentOf(browser);
    await browser.click();
    await settled(browser);
    return before;
  };
  /** The marks go on once more, once, and off without a trace. @param {string} before */
  const assertNewLife = async (before) => {
    const { browser } = suite;
    await browser.extension(`await chrome.storage.sync.set({ legendWasShown: true })`);
    await browser.click();
    await settled(browser);
    await assertMarksCoverTheirWords(browser);
    assert.equal(await browser.page(`return document.querySelectorAll("sourcelight-ui").length`), 1);
    await hoverOver(browser, "Mayor Anna Beck");
    await poll(() => browser.card(), { what: "the card" });
    await browser.click();
    await poll(async () => (await browser.badge()).text === "");
    assert.equal(await documentOf(browser), before);
    assert.equal(await browser.page("return document.adoptedStyleSheets.length + CSS.highlights.size"), 0);
  };

  test("disabled while marks are on, it leaves no error; enabled again, it starts afresh", async () => {
    const { browser } = suite;
    const before = await open();
    await browser.enable(false);
    await hoverOver(browser, "Mayor Anna Beck");
    await browser.press("Escape");
    await pause(500);
    // Firefox stops a page side dead with its extension: nobody is left there to take the marks away.
    if (browser.name === "chromium") {
      assert.deepEqual(await drawn(browser), []);
      assert.equal(await documentOf(browser), before);
    }
    await browser.enable(true);
    await assertNewLife(before);
  });

  test("updated while marks are on and a card is open, they go on once", async () => {
    const before = await open();
    await hoverOver(suite.browser, "Mayor Anna Beck");
    await poll(() => suite.browser.card(), { what: "the card" });
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
      document.querySelector("article").append(host, frame);
      await new Promise((resolve) => setTimeout(resolve, 300));
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
    await poll(async () => (await browser.badge()).text === "");
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
