/**
 * Hostile pages: words that try to be markup, and scripts and styles that attack what we add to the page.
 */
import assert from "node:assert/strict";
import { test } from "node:test";
import {
  boxOf,
  cardSays,
  costOf,
  drawn,
  hoverOver,
  lit,
  markedOn,
  pointAgain,
  settled,
  switchedOff,
} from "../../scripts/browsers/browser.js";
import { poll } from "../../scripts/browsers/wait.js";
import { assertMarksCoverTheirWords, copyOf, documentOf, inBothBrowsers } from "./with-browsers.js";

/** Characters that change the direction of writing. */
const TURNS = /[\u061c\u200e\u200f\u202a-\u202e\u2066-\u2069]/;

inBothBrowsers("Hostile words", (suite) => {
  const open = async () => {
    await suite.browser.open(suite.url("pages/hostile-words.html"));
    await suite.browser.page(`window.ran = 0; window.run = () => window.ran++`);
    await suite.browser.click();
    await settled(suite.browser);
  };

  test("markup stays words in the card", async () => {
    const { browser } = suite;
    await open();
    await assertMarksCoverTheirWords(browser);
    await hoverOver(browser, "Beck");
    await cardSays(browser, /Beck/);
    assert.equal(await browser.ours(`return root.querySelectorAll("img, script, a, iframe").length`), 0);
    assert.equal(await browser.page(`return window.ran`), 0);
  });

  test("nothing turns the direction of writing beside the page's own words", async () => {
    await open();
    const found = await markedOn(suite.browser);
    assert.match(found?.text ?? "", /Clara Moss said that the pier may stay open/);
    assert.doesNotMatch(found?.text ?? "", TURNS);
  });

  test("markup stays words in the ledger, and exports are harmless", async () => {
    const { browser } = suite;
    await open();
    const panel = await browser.panel();
    await poll(() => panel.run(`return document.querySelector("main h2") !== null`), { what: "the ledger" });
    assert.equal(await panel.run(`return document.querySelectorAll("main img, main script, main iframe").length`), 0);
    assert.equal(await panel.run(`return document.querySelectorAll("main a").length`), 0);
    for (const format of ["md", "csv", "json", "svg"]) {
      const text = await copyOf(panel, format);
      assert.match(text, format === "svg" ? /Clara Moss/ : /Beck/, format);
      assert.doesNotMatch(text, TURNS, format);
      assert.doesNotMatch(text, /\]\((?!<https?:)|"link": "(?!https?:)/, `${format}: a link to something else`);
      if (format === "md") assert.doesNotMatch(text, /(?<!\\)<(?!https?:)/);
      if (format === "svg") {
        const parsed = await panel.run(
          `const { documentElement: svg } = new DOMParser().parseFromString(values[0], "image/svg+xml");
           return [...svg.querySelectorAll("*"), svg].map((each) => each.localName);`,
          text,
        );
        const expected = new Set(["svg", "title", "desc", "defs", "pattern", "path", "rect", "text"]);
        assert.deepEqual(new Set(parsed), expected, "elements of the picture");
      }
      if (format === "csv") assert.doesNotMatch(text, /(?:^|,|")[=+\-@]/m);
    }
    await panel.close();
    assert.equal(await browser.page(`return window.ran`), 0);
  });
});

inBothBrowsers("Very long pages", (suite) => {
  /** Reads a page of so many characters, one paragraph again and again. @param {number} size @param {string} paragraph */
  async function readBeginning(size, paragraph) {
    const { browser } = suite;
    await browser.open(suite.url("pages/empty.html"));
    await browser.page(`
      for (let size = 0; size < ${size}; size += ${paragraph.length}) {
        document.body.append(Object.assign(document.createElement("p"), { textContent: "${paragraph}" }));
      }`);
    await browser.click();
    const badge = await poll(
      async () => {
        const shown = await browser.badge();
        return /^\d+$/.test(shown.text) && shown;
      },
      { milliseconds: 120_000, what: "the marks" },
    );
    assert.match(badge.title, /at the beginning/);
    const { longest, total } = await costOf(browser);
    assert.ok(longest < total / 4, `one turn took ${longest} of ${total} ms`);
    return badge.text;
  }

  test("of ten megabytes the beginning is read, and the reader is informed", async () => {
    const { browser } = suite;
    const rest = "The pier is made of wood and stone, and boats lie beside it all day long. ".repeat(40);
    await readBeginning(10_000_000, `The mayor said on Monday that the pier may close. ${rest}`);
    const found = await markedOn(browser);
    assert.ok(found && found.text.length > 990_000 && found.text.length <= 1_000_000, `${found?.text.length}`);
    const panel = await browser.panel();
    await poll(
      () => panel.run(`return /too long to be read in full/.test(document.querySelector("main").textContent)`),
      { what: "the notice in the ledger" },
    );
    await panel.close();
    await browser.click();
    await switchedOff(browser);
  });

  test("a page with more marks than one answer holds is read as far as they go", async () => {
    assert.equal(await readBeginning(900_000, "It may rain. ".repeat(60)), "50000");
  });
});

inBothBrowsers("Hostile pages", (suite) => {
  const open = async (page = "pages/hostile-page.html") => {
    const { browser } = suite;
    await browser.open(suite.url(page));
    const before = await documentOf(browser);
    await browser.click();
    await settled(browser);
    return before;
  };
  const card = (words = "The harbour master") => pointAgain(suite.browser, words, { x: 5, y: 400 });
  /** @param {string} before */
  const assertGone = async (before) => {
    await suite.browser.click();
    await switchedOff(suite.browser);
    assert.equal(await documentOf(suite.browser), before);
  };

  test("scripts that break the page's built-ins and styles that hide everything do not affect what is ours", async () => {
    const { browser } = suite;
    await browser.open(suite.url("pages/hostile-page.html"));
    const before = await documentOf(browser);
    const { left, top } = await boxOf(browser, "The harbour master");
    await browser.page(`window.spoil()`);
    await browser.click();
    await settled(browser);
    await browser.hover(left + 3, top + 3);
    const shown = await cardSays(browser, /harbour master/);
    await browser.page(`window.mend()`);
    await assertMarksCoverTheirWords(browser);
    assert.ok(shown.box.right - shown.box.left > 200 && shown.box.bottom - shown.box.top > 80, "the card has its size");
    const look = await browser.ours(
      `const { color, visibility, letterSpacing, direction, fontSize } = getComputedStyle(root.querySelector(".card"));
       return [color, visibility, letterSpacing, direction, fontSize].join("|");`,
    );
    assert.match(look, /^rgb\(27, 36, 48\)\|visible\|normal\|ltr\|14px$/);
    await browser.press("Escape");
    await assertGone(before);
  });

  test("an element that the page defined under our name cannot look into ours", async () => {
    await open();
    await card();
    assert.deepEqual(await suite.browser.page(`return window.looked.map(String)`), ["null", "null"]);
    await suite.browser.click();
    await switchedOff(suite.browser);
  });

  test("a page may throw our element out, move it or copy it: the card comes back when it is asked for", async () => {
    const { browser } = suite;
    const before = await open("pages/article.html");
    for (const attack of [
      `ours.remove()`,
      `document.body.append(ours)`,
      `document.implementation.createHTMLDocument().body.append(ours)`,
      `document.documentElement.append(window.copy = ours.cloneNode(true))`,
    ]) {
      await card("Mayor Anna Beck");
      await browser.page(`const ours = document.querySelector("sourcelight-ui"); ${attack}`);
      const again = await card("Mayor Anna Beck");
      assert.ok(again.box.right - again.box.left > 200, attack);
    }
    await browser.page(`window.copy.remove()`);
    await assertGone(before);
  });

  test("a page that throws our element out each time gets no fight and no error", async () => {
    const { browser } = suite;
    const before = await open("pages/article.html");
    await browser.page(`
      window.thrownOut = 0;
      new MutationObserver(() => {
        const ours = document.querySelector("sourcelight-ui");
        if (ours) { ours.remove(); window.thrownOut++; }
      }).observe(document.documentElement, { childList: true });
      document.querySelector("sourcelight-ui").remove();`);
    const thrownOut = () => /** @type {Promise<number>} */ (browser.page(`return window.thrownOut`));
    for (let turn = 1; turn <= 3; turn++) {
      await hoverOver(browser, "Mayor Anna Beck");
      await poll(async () => (await lit(browser)).length > 0, { what: "the lit words" });
      await browser.hover(5, 400);
      await poll(async () => (await lit(browser)).length === 0, { what: "the end of the lit words" });
    }
    const count = await thrownOut();
    assert.ok(count >= 3 && count <= 6, `${count} times`);
    await poll(async () => (await thrownOut()) === count, { what: "an end of the fight", lasting: 1_000 });
    await assertMarksCoverTheirWords(browser);
    await assertGone(before);
  });

  test("marks that the page removed come back when a mark is met", async () => {
    const { browser } = suite;
    const before = await open("pages/article.html");
    const count = (await drawn(browser)).length;
    for (const attack of [
      `CSS.highlights.clear()`,
      `CSS.highlights.set("sourcelight-attribution", new Highlight())`,
      `document.adoptedStyleSheets = []`,
    ]) {
      await browser.page(attack);
      await card("Mayor Anna Beck");
      assert.equal(await browser.page(`return document.adoptedStyleSheets.length`), 1, attack);
      await browser.press("Escape");
      await poll(async () => (await drawn(browser)).length === count, { what: `the marks after ${attack}` });
    }
    await assertGone(before);
    assert.equal(await browser.page("return document.adoptedStyleSheets.length + CSS.highlights.size"), 0);
  });

  test("a page has no way to speak to the extension", async () => {
    const { browser } = suite;
    await open("pages/article.html");
    assert.equal(
      await browser.page(`return typeof globalThis.chrome?.runtime?.sendMessage + typeof globalThis.browser`),
      "undefinedundefined",
    );
    for (const message of [null, 1, "toggle", {}, { type: "step", by: 7, to: "mark" }, { type: "constructor" }]) {
      await browser.extension(
        `await chrome.tabs.sendMessage(tabId, values[0], { frameId: 0 }).catch(() => {})`,
        message,
      );
    }
    await assertMarksCoverTheirWords(browser);
  });
});
