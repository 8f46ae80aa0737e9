/** A reader's first minutes: a click, marks, a card, the keyboard, another click. */
import assert from "node:assert/strict";
import { test } from "node:test";
import { setTimeout as pause } from "node:timers/promises";
import { boxOf, drawn, hoverOver, poll, settled } from "../../scripts/browsers/browser.js";
import { assertMarksCoverTheirWords, documentOf, inBothBrowsers } from "./with-browsers.js";

inBothBrowsers("An article", (suite) => {
  const openAndClick = async () => {
    await suite.browser.open(suite.url("pages/article.html"));
    await suite.browser.click();
    return settled(suite.browser);
  };
  const cardIsOpen = () => poll(() => suite.browser.card(), { what: "the card" });
  const cardIsClosed = () => poll(async () => !(await suite.browser.card()), { what: "the card's end" });

  test("a click marks exactly the words that the core reported and counts them", async () => {
    const badge = await openAndClick();
    assert.ok(Number(badge.text) > 8, `badge ${badge.text}`);
    assert.ok(badge.title.includes(badge.text), badge.title);
    assert.ok((await assertMarksCoverTheirWords(suite.browser)) > 16);
  });

  test("what is not the article or not shown is not marked", async () => {
    await openAndClick();
    const text = (await drawn(suite.browser)).map((range) => range.text).join("|");
    for (const outside of ["Officials", "the mayor", "Minister", "The editor"])
      assert.ok(!text.includes(outside), text);
  });

  test("a pointer on the words opens the card, lights the statement up and covers neither", async () => {
    await openAndClick();
    await hoverOver(suite.browser, "Mayor Anna Beck");
    const card = await cardIsOpen();
    assert.match(card.text, /Anna Beck/);
    assert.match(card.text, /said/);
    const lit = (await drawn(suite.browser)).filter(({ name }) => name === "sourcelight-focus");
    assert.ok(
      lit.some(({ text }) => text.startsWith("“We will not take any risk")),
      JSON.stringify(lit),
    );
    const words = await boxOf(suite.browser, "Mayor Anna Beck");
    assert.ok(card.box.top >= words.bottom || card.box.bottom <= words.top);
  });

  test("the card can be reached with the pointer and closes when it is left", async () => {
    await openAndClick();
    await hoverOver(suite.browser, "Mayor Anna Beck");
    const { box } = await cardIsOpen();
    await suite.browser.hover((box.left + box.right) / 2, (box.top + box.bottom) / 2);
    await pause(700);
    await cardIsOpen();
    await suite.browser.hover(5, 500);
    await cardIsClosed();
    assert.deepEqual(
      (await drawn(suite.browser)).filter(({ name }) => name === "sourcelight-focus"),
      [],
    );
  });

  test("Escape closes the card", async () => {
    await openAndClick();
    await hoverOver(suite.browser, "Mayor Anna Beck");
    await cardIsOpen();
    await suite.browser.press("Escape");
    await cardIsClosed();
  });

  test("the keyboard steps through the marks in their order and around the end", async () => {
    const count = Number((await openAndClick()).text);
    const step = (/** @type {number} */ by) =>
      suite.browser.extension(
        `await chrome.tabs.sendMessage(tabId, { type: "step", by: values[0], to: "mark" }, { frameId: 0 })`,
        by,
      );
    const place = async () =>
      (await cardIsOpen()).text
        .match(/(\d+) of (\d+)/)
        ?.slice(1)
        .map(Number);
    await step(1);
    assert.deepEqual(await place(), [1, count]);
    await step(1);
    assert.deepEqual(await place(), [2, count]);
    await step(-1);
    await step(-1);
    assert.deepEqual(await place(), [count, count]);
    await step(1);
    assert.deepEqual(await place(), [1, count]);
  });

  test("marks and cards outlive the background, and the next click wakes it", async () => {
    await openAndClick();
    await suite.browser.sleep();
    await hoverOver(suite.browser, "Mayor Anna Beck");
    await cardIsOpen();
    await suite.browser.click();
    await poll(async () => (await drawn(suite.browser)).length === 0);
    await suite.browser.sleep();
    await suite.browser.click();
    assert.match((await settled(suite.browser)).text, /^\d+$/);
  });

  test("switched off, the page is what it was, byte for byte", async () => {
    await suite.browser.open(suite.url("pages/article.html"));
    const before = await documentOf(suite.browser);
    await suite.browser.click();
    await settled(suite.browser);
    await hoverOver(suite.browser, "Mayor Anna Beck");
    await cardIsOpen();
    await suite.browser.click();
    await poll(async () => (await suite.browser.badge()).text === "");
    assert.equal(await documentOf(suite.browser), before);
    assert.deepEqual(await drawn(suite.browser), []);
    assert.equal(await suite.browser.page("return document.adoptedStyleSheets.length + CSS.highlights.size"), 0);
  });

  test("two quick clicks are an on and an off", async () => {
    await suite.browser.open(suite.url("pages/article.html"));
    const before = await documentOf(suite.browser);
    await Promise.all([suite.browser.click(), suite.browser.click()]);
    await poll(async () => (await suite.browser.badge()).text === "");
    await pause(300);
    assert.equal((await suite.browser.badge()).text, "");
    assert.equal(await documentOf(suite.browser), before);
  });
});
