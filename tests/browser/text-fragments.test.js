/** Addresses with text fragments open in Chromium at their statements, on pages of other people. */
import assert from "node:assert/strict";
import { test } from "node:test";
import { settled, start } from "../../scripts/browsers/browser.js";
import { poll } from "../../scripts/browsers/wait.js";
import { serve } from "../../scripts/serve.js";
import { ALONE, copyOf, SHARED, sharedPages } from "./with-browsers.js";

/** For a usual run; `PAGES=all` uses all pages. */
const FEW = [
  "pages/fundus-BBC-2024_08_01",
  "pages/fundus-LATimes-2023_06_26",
  "pages/fundus-TheIndependent-2024_11_22",
  "pages/aeb-detroitnews_com-65ce3a",
  "pages/readability-wapo-1",
];
const STATEMENTS_OF_EACH = 12;
/** Fewer below the fold would show little: four of each of the few pages. */
const LEAST_SCROLLED = 4 * FEW.length;
const ALL = sharedPages("pages", "pages-de");
const PAGES = process.env.PAGES === "all" ? ALL : FEW.filter((page) => ALL.includes(page));

if (PAGES.length < FEW.length) {
  test("text fragments", (context) => context.skip(`SKIPPED: ${SHARED} is not there`));
} else {
  test("text fragments open at their statements", async () => {
    const alone = PAGES.map((name) => [`/shared/${name}/source.html`, { "content-security-policy": ALONE }]);
    const server = await serve({ shared: SHARED }, Object.fromEntries(alone));
    const browser = await start("chromium");
    /** @type {string[]} */
    const missed = [];
    let opened = 0;
    let scrolled = 0;
    for (const name of PAGES) {
      for (const { link, words, top } of await statementsOf(server.url(`shared/${name}/source.html`))) {
        await browser.open("about:blank");
        await browser.open(link);
        const isAt = () =>
          browser.page(
            `const box = document.scrollingElement;
             const room = [0, box.scrollHeight - innerHeight];
             const wanted = Math.min(Math.max(values[0] - innerHeight / 2, room[0]), room[1]);
             return Math.abs(box.scrollTop - wanted) < innerHeight * 0.45 ? true : null;`,
            top,
          );
        const isThere = await poll(isAt, { milliseconds: 10_000 }).catch(() => false);
        const at = Number(await browser.page("return document.scrollingElement.scrollTop"));
        if (!isThere) missed.push(`${link}: “${words}” is at ${top}, the window at ${at}`);
        if (at > 0) scrolled++;
        opened++;
      }
    }
    await browser.close();
    server.close();
    console.log(
      `${opened - missed.length} of ${opened} addresses opened at their statements, ${scrolled} below the fold`,
    );
    assert.deepEqual(missed, []);
    assert.ok(scrolled >= LEAST_SCROLLED, `${scrolled} below the fold`);

    /**
     * Statements from the whole length of a page, with their addresses and positions.
     *
     * @param {string} url
     */
    async function statementsOf(url) {
      await browser.open(url);
      await browser.click();
      await settled(browser);
      const panel = await browser.panel();
      await poll(() => panel.run(`return document.querySelector("main h2") !== null`), { what: "the ledger" });
      const json = await copyOf(panel, "json");
      /** @type {{ text: string, link: string | null }[]} */
      const statements = JSON.parse(json).sources.flatMap((/** @type {any} */ source) => source.statements);
      assert.deepEqual(
        statements.filter(({ link }) => !link),
        [],
      );
      const marks = /** @type {string[]} */ (
        await panel.run(`return [...document.querySelectorAll("li > [data-mark^=a]")].map((each) => each.dataset.mark)`)
      );
      const step = Math.max(1, Math.ceil(marks.length / STATEMENTS_OF_EACH));
      const chosen = [];
      for (let at = 0; at < marks.length; at += step) {
        await panel.run(`document.querySelector(values[0]).click()`, `[data-mark="${marks[at]}"]`);
        const words = statements[at].text;
        const top = await poll(
          () =>
            /** @type {Promise<number | null>} */ (
              browser.page(
                `const bare = (text) => text.replace(/[\\s\\u00ad\\u200b\\u2060]+/g, "");
                 for (const given of CSS.highlights.get("sourcelight-focus") ?? []) {
                   const range = document.createRange();
                   range.setStart(given.startContainer, given.startOffset);
                   range.setEnd(given.endContainer, given.endOffset);
                   const found = bare(range.toString());
                   if (found && bare(values[0]).startsWith(found)) {
                     return range.getClientRects()[0].top + document.scrollingElement.scrollTop;
                   }
                 }
                 return null;`,
                words,
              )
            ),
          { what: `the light on ${words}` },
        );
        chosen.push({ link: /** @type {string} */ (statements[at].link), words, top });
      }
      await panel.close();
      return chosen;
    }
  });
}
