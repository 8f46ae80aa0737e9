/** axe-core finds no faults in card, legend, notice, popup and options page, in both colour schemes and in forced colours. */
import assert from "node:assert/strict";
import { test } from "node:test";
import { cardSays, hoverOver, pressOurs, settled } from "../../scripts/browsers/browser.js";
import { poll } from "../../scripts/browsers/wait.js";
import { AUDIT, inBothBrowsers } from "./with-browsers.js";

/** Copies what our element shows, with its styles, so that it can be pasted into an open shadow root that axe can see. */
const COPY = `
  const shown = root.querySelector(":popover-open");
  const rules = root.adoptedStyleSheets.flatMap((sheet) => [...sheet.cssRules]).map((rule) => rule.cssText);
  return { html: shown.outerHTML, css: rules.join("\\n") };`;

const PASTE = `
  const { html, css } = values[0];
  document.body.innerHTML = "<main><h1>Page</h1><sourcelight-copy></sourcelight-copy></main>";
  document.documentElement.style.cssText = "color-scheme: light dark; background: Canvas; color: CanvasText";
  const root = document.querySelector("sourcelight-copy").attachShadow({ mode: "open" });
  const style = document.createElement("style");
  style.textContent = css;
  const made = document.createElement("div");
  made.innerHTML = html;
  root.append(style, made);
  made.firstElementChild.showPopover();`;

inBothBrowsers("axe-core", (suite) => {
  for (const look of /** @type {const} */ ([
    { scheme: "light" },
    { scheme: "dark" },
    { scheme: "light", forcedColors: true },
  ])) {
    const title = `${look.scheme}${"forcedColors" in look ? ", forced colours" : ""}`;
    const auditOurs = async () => {
      const copy = await suite.browser.ours(COPY);
      await suite.browser.open(suite.url("pages/empty.html"));
      await suite.browser.page(PASTE, copy);
      assert.deepEqual(await suite.browser.page(AUDIT), []);
    };
    const openCard = async (/** @type {string} */ words, says = words) => {
      await suite.browser.open(suite.url("pages/article.html"));
      await suite.browser.look(look);
      await suite.browser.click();
      await settled(suite.browser);
      await hoverOver(suite.browser, words);
      await cardSays(suite.browser, new RegExp(says));
    };

    for (const [words, says] of [
      ["A person familiar", "A person familiar"],
      ["Dunn said", "Marek Dunn"],
      ["likely", "likely"],
    ]) {
      test(`the card of “${words}”, ${title}`, async () => {
        await openCard(words, says);
        await auditOurs();
      });
    }

    test(`the legend, ${title}`, async () => {
      await openCard("likely");
      await pressOurs(suite.browser, ".about");
      await poll(() => suite.browser.ours(`return root.querySelector(".legend:popover-open") !== null`), {
        what: "the legend",
      });
      await auditOurs();
    });

    test(`the notice of a page that is not read, ${title}`, async () => {
      await suite.browser.open(suite.url("pages/ukrainian.html"));
      await suite.browser.look(look);
      await suite.browser.click();
      await settled(suite.browser);
      await poll(() => suite.browser.ours(`return root?.querySelector(".notice:popover-open") != null`), {
        what: "the notice",
      });
      await auditOurs();
    });

    test(`the popup of a page that lets nobody in, ${title}`, async () => {
      const { browser } = suite;
      for (const problem of ["Forbidden", "NewTab"]) {
        await browser.open(await browser.extension(`return chrome.runtime.getURL("refusal.html?${problem}")`));
        await browser.look(look);
        assert.deepEqual(await browser.page(AUDIT), []);
      }
    });

    test(`the options page, ${title}`, async () => {
      const options = await suite.browser.options();
      await options.look(look);
      assert.deepEqual(await options.run(AUDIT), []);
      await options.close();
    });
  }

  test("the page for newcomers, with its marks", async () => {
    await suite.browser.open(await suite.browser.extension(`return chrome.runtime.getURL("welcome.html")`));
    for (const scheme of /** @type {const} */ (["light", "dark"])) {
      await suite.browser.look({ scheme });
      assert.deepEqual(await suite.browser.page(AUDIT), []);
    }
    await suite.browser.look({});
  });

  test("the options page fits into 320 pixels", async () => {
    const options = await suite.browser.options();
    await options.look({ width: 320, height: 560 });
    const { wide, view } = await options.run(
      `return { wide: document.documentElement.scrollWidth, view: document.documentElement.clientWidth }`,
    );
    await options.look({});
    await options.close();
    assert.ok(wide <= view, `${wide} in ${view}`);
  });
});
