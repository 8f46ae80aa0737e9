/** A reader's first minutes: a click, marks, a card, the keyboard, another click. */
import assert from "node:assert/strict";
import { test } from "node:test";
import { setTimeout as pause } from "node:timers/promises";
import {
  boxOf,
  cardIsClosed,
  cardSays,
  drawn,
  hoverOver,
  lit,
  settled,
  step,
  switchedOff,
} from "../../scripts/browsers/browser.js";
import { poll } from "../../scripts/browsers/wait.js";
import { assertMarksCoverTheirWords, documentOf, inBothBrowsers } from "./with-browsers.js";

/** When nothing has been requested for so long, nothing will be. */
const RESTS_MS = 500;

inBothBrowsers("An article", (suite) => {
  const openAndClick = async () => {
    await suite.browser.open(suite.url("pages/article.html"));
    await suite.browser.click();
    return settled(suite.browser);
  };
  const pointAtMayor = async () => {
    await hoverOver(suite.browser, "Mayor Anna Beck");
    return cardSays(suite.browser, /Anna Beck/);
  };

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
    const card = await pointAtMayor();
    assert.match(card.text, /said/);
    const words = await lit(suite.browser);
    assert.ok(
      words.some((text) => text.startsWith("“We will not take any risk")),
      words.join("|"),
    );
    const source = await boxOf(suite.browser, "Mayor Anna Beck");
    assert.ok(card.box.top >= source.bottom || card.box.bottom <= source.top);
  });

  test("the card can be reached with the pointer and closes when it is left", async () => {
    await openAndClick();
    const { box } = await pointAtMayor();
    await suite.browser.hover((box.left + box.right) / 2, (box.top + box.bottom) / 2);
    await poll(() => suite.browser.card(), { what: "a card that stays", lasting: 700 });
    await suite.browser.hover(5, 500);
    await cardIsClosed(suite.browser);
    assert.deepEqual(await lit(suite.browser), []);
  });

  test("Escape closes the card", async () => {
    await openAndClick();
    await pointAtMayor();
    await suite.browser.press("Escape");
    await cardIsClosed(suite.browser);
  });

  test("the keyboard steps through the marks in their order and around the end", async () => {
    const count = Number((await openAndClick()).text);
    const isAt = (/** @type {number} */ number) => cardSays(suite.browser, new RegExp(`\\b${number} of ${count}\\b`));
    await step(suite.browser, 1);
    await isAt(1);
    await step(suite.browser, 1);
    await isAt(2);
    await step(suite.browser, -1);
    await isAt(1);
    await step(suite.browser, -1);
    await isAt(count);
    await step(suite.browser, 1);
    await isAt(1);
  });

  test("marks and cards outlive the background, and the next click wakes it", async () => {
    await openAndClick();
    await suite.browser.sleep();
    await pointAtMayor();
    await suite.browser.click();
    await poll(async () => (await drawn(suite.browser)).length === 0, { what: "the end of the marks" });
    await suite.browser.sleep();
    await suite.browser.click();
    await poll(async () => (await drawn(suite.browser)).length > 0, { what: "the marks" });
    assert.match((await settled(suite.browser)).text, /^\d+$/);
  });

  test("switched off, the page is what it was, byte for byte", async () => {
    await suite.browser.open(suite.url("pages/article.html"));
    const before = await documentOf(suite.browser);
    await suite.browser.click();
    await settled(suite.browser);
    await pointAtMayor();
    await suite.browser.click();
    await switchedOff(suite.browser);
    assert.equal(await documentOf(suite.browser), before);
    assert.deepEqual(await drawn(suite.browser), []);
    assert.equal(await suite.browser.page("return document.adoptedStyleSheets.length + CSS.highlights.size"), 0);
  });

  test("reading makes the browser ask for no picture that the page does not show", async () => {
    await suite.browser.open(suite.url("pages/pictures.html"));
    await poll(() => suite.requested().some((path) => path.endsWith("/shown")), { what: "the picture that is shown" });
    await pause(RESTS_MS);
    const before = suite.requested().length;
    await suite.browser.click();
    await settled(suite.browser);
    await pause(RESTS_MS);
    assert.deepEqual(suite.requested().slice(before), []);
  });

  test("two quick clicks are an on and an off", async () => {
    await suite.browser.open(suite.url("pages/article.html"));
    const before = await documentOf(suite.browser);
    await Promise.all([suite.browser.click(), suite.browser.click()]);
    await switchedOff(suite.browser, 1_500);
    assert.equal(await documentOf(suite.browser), before);
  });
});
