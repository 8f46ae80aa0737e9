/** The first minute: the page for newcomers with its live sample, and marks below the window. */
import assert from "node:assert/strict";
import { test } from "node:test";
import { cardSays, drawn, hoverOver, lit, pressOurs, settled, switchedOff } from "../../scripts/browsers/browser.js";
import { eventually, poll } from "../../scripts/browsers/wait.js";
import { messagesOf } from "../../scripts/locales.js";
import { inBothBrowsers } from "./with-browsers.js";

inBothBrowsers("The first minute", (suite) => {
  // That the page opens after the installation, every start of a browser shows: its driver waits for it.
  const open = async () => {
    await suite.browser.open(await suite.browser.extension(`return chrome.runtime.getURL("welcome.html")`));
    await eventually(async () => assert.ok((await drawn(suite.browser)).length > 10));
  };

  test("the page for newcomers has real marks of every kind, at which one can point", async () => {
    await open();
    const kinds = await suite.browser.page(`return [...CSS.highlights.keys()].map((name) => name.split("-").at(-1))`);
    for (const kind of ["named", "institution", "unnamed", "loose", "hedge"]) assert.ok(kinds.includes(kind), kind);
    const article = await suite.browser.page(`return document.querySelector("article").textContent`);
    for (const { text } of await drawn(suite.browser)) assert.ok(article.includes(text), text);
    await suite.browser.page(`document.querySelector("article").scrollIntoView({ block: "center" })`);
    await hoverOver(suite.browser, "Ines Aldana");
    await eventually(async () => assert.ok((await lit(suite.browser)).includes("“Nobody will have to swim,”")));
  });

  test("the button works on it as on any page", async () => {
    await open();
    await suite.browser.click();
    await switchedOff(suite.browser);
    assert.deepEqual(await drawn(suite.browser), []);
  });

  test("it has three steps and the keys as they are set, and fits into 320 pixels", async () => {
    for (const scheme of /** @type {const} */ (["light", "dark"])) {
      await open();
      await suite.browser.look({ width: 320, height: 560, scheme });
      assert.equal(await suite.browser.page(`return document.querySelectorAll("ol li").length`), 3);
      assert.ok((await suite.browser.page(`return document.querySelectorAll("#keys kbd").length`)) >= 4);
      const { wide, view } = await suite.browser.page(
        `return { wide: document.documentElement.scrollWidth, view: document.documentElement.clientWidth }`,
      );
      assert.ok(wide <= view, `${wide} in ${view}`);
      await suite.browser.look({ scheme });
    }
    await suite.browser.look({});
  });

  test("marks below the window are counted, and the count leads to them", async () => {
    const below = () => suite.browser.ours(`return root?.querySelector(".bottom:popover-open")?.textContent ?? null`);
    await suite.browser.open(suite.url("pages/article.html"));
    await suite.browser.look({ width: 600, height: 300 });
    await suite.browser.click();
    const { text: count } = await settled(suite.browser);
    const says = await poll(below, { what: "the count" });
    const number = Number(says.match(/\d+/)?.[0]);
    assert.ok(number > 0 && number < Number(count), says);
    assert.equal(says, messagesOf("en").below_other.message.replace("$1", String(number)));
    await pressOurs(suite.browser, ".bottom .offer");
    await cardSays(suite.browser, new RegExp(`\\b${Number(count) - number + 1} of ${count}\\b`));
    await poll(async () => (await below()) === null, { what: "the end of the count" });
    await suite.browser.look({});
  });

  test("where all marks are in the window, nothing is counted", async () => {
    await suite.browser.open(suite.url("pages/asides.html"));
    await suite.browser.click();
    await settled(suite.browser);
    await poll(async () => !(await suite.browser.ours(`return root.querySelector(":popover-open") !== null`)), {
      what: "a quiet page",
      lasting: 500,
    });
  });
});
