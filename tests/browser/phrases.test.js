/** The reader's own phrases: from the options to marks on the page, card, legend, ledger and exports. */
import assert from "node:assert/strict";
import { mkdtempSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { test } from "node:test";
import { hoverOver, markedOn, pressOurs, settled } from "../../scripts/browsers/browser.js";
import { eventually, poll } from "../../scripts/browsers/wait.js";
import { AUDIT, copyOf, inBothBrowsers } from "./with-browsers.js";

/** @import { OwnPage } from "../../scripts/browsers/browser.js" */

const GROUPS = [
  { name: "Names to watch", line: "double", phrases: ["anna beck", "Nobody Here"] },
  { name: "Cables", line: "wavy", phrases: ["/\\bcables?\\b/", "/(/"] },
];

inBothBrowsers("Own phrases", (suite) => {
  const store = (/** @type {unknown} */ groups) =>
    suite.browser.extension(`await chrome.storage.local.set({ phrases: values[0] })`, groups);
  const stored = () => suite.browser.extension(`return (await chrome.storage.local.get("phrases")).phrases`);
  const text = (/** @type {OwnPage} */ page, /** @type {string} */ selector) =>
    /** @type {Promise<string>} */ (
      page.run(`return [...document.querySelectorAll(values[0])].map((each) => each.textContent).join("|")`, selector)
    );
  /** The words that are drawn with a line of phrases. @param {string} line */
  const drawnWith = (line) =>
    /** @type {Promise<string[]>} */ (
      suite.browser.page(
        `return [...(CSS.highlights.get("sourcelight-line-phrase-" + values[0]) ?? [])].map((given) => {
           const range = document.createRange();
           range.setStart(given.startContainer, given.startOffset);
           range.setEnd(given.endContainer, given.endOffset);
           return range.toString();
         })`,
        line,
      )
    );

  test("are marked on the page, with the line of their group; a change shows at once", async () => {
    const { browser } = suite;
    await browser.open(suite.url("pages/story.html"));
    await browser.click();
    await settled(browser);
    assert.deepEqual((await markedOn(browser))?.analysis.phrases, []);
    await store(GROUPS);
    await poll(async () => (await drawnWith("double")).length > 0, { what: "the line under a name" });
    assert.ok((await drawnWith("double")).every((words) => /^anna beck$/i.test(words)));
    assert.match((await drawnWith("wavy")).join(), /cables/);
    await store([GROUPS[1]]);
    await eventually(async () => assert.deepEqual(await drawnWith("double"), []));
    await store(GROUPS);
    await poll(async () => (await drawnWith("double")).length > 0, { what: "the line under a name again" });
  });

  test("card and legend tell the group's name and the phrase", async () => {
    const { browser } = suite;
    await hoverOver(browser, "cables");
    const card = await poll(() => browser.card(), { what: "the card" });
    assert.match(card.text, /Cables/);
    assert.match(card.text, /On your list: \/\\bcables\?\\b\//);
    await pressOurs(browser, ".about");
    await eventually(async () => {
      const legend = await browser.ours(`return root.querySelector(".legend").innerText`);
      assert.match(legend, /Names to watch\s+\d+ mark/);
      assert.match(legend, /Cables\s+\d+ mark/);
    });
    await browser.press("Escape");
  });

  test("the ledger lists them by group, leads to them and exports them", async () => {
    const { browser } = suite;
    const panel = await browser.panel();
    await poll(async () => (await text(panel, "article.phrase h3")) === "Names to watch|Cables", {
      what: "the groups",
    });
    await panel.run(`document.querySelectorAll("article.phrase details")[1].open = true`);
    await panel.press("article.phrase:last-of-type [data-mark]");
    await eventually(async () =>
      assert.match(
        await browser.page(`return [...CSS.highlights.get("sourcelight-focus") ?? []].length + ""`),
        /[1-9]/,
      ),
    );
    for (const format of ["md", "csv", "json"]) {
      const copied = await copyOf(panel, format);
      assert.match(copied, /Names to watch/, format);
    }
    await panel.close();
  });

  test("the options try them on a sample, name what cannot be used, and save", async () => {
    const options = await suite.browser.options();
    await poll(async () => (await text(options, ".problems")).includes("/(/"), { what: "the problem" });
    assert.match(await text(options, ".problems"), /“\/\(\/” in “Cables” is left out: this is not a pattern\./);
    await options.press(".group:first-child textarea");
    await options.run(
      `const lines = document.querySelector(".group textarea");
       lines.value = "slammed\\n/so-called \\\\w+/";
       lines.dispatchEvent(new Event("input", { bubbles: true }));`,
    );
    await eventually(async () => {
      assert.match(await text(options, ".sample span"), /^slammed\|so-called truce$/);
      assert.match(await text(options, ".sample"), /2 matches/);
    });
    await eventually(async () =>
      assert.deepEqual(/** @type {any} */ (await stored())[0].phrases, ["slammed", "/so-called \\w+/"]),
    );
    assert.deepEqual(await options.run(AUDIT), []);
    await options.close();
  });

  test("what was written last is saved when the options are closed at once, and not called saved before", async () => {
    const options = await suite.browser.options();
    const write = (/** @type {string} */ phrase) =>
      /** @type {Promise<string>} */ (
        options.run(
          `const lines = document.querySelector(".group textarea");
           lines.value = values[0];
           lines.dispatchEvent(new Event("input", { bubbles: true }));
           return document.getElementById("status").textContent;`,
          phrase,
        )
      );
    const isStored = (/** @type {string} */ phrase) =>
      eventually(async () => assert.deepEqual(/** @type {any} */ (await stored())[0].phrases, [phrase]));
    await write("so-called");
    await eventually(async () => assert.notEqual(await text(options, "#status"), ""));
    await isStored("so-called");
    assert.equal(await write("slammed"), "");
    await options.close();
    await isStored("slammed");
  });

  test("groups go to a text file and come from one", async () => {
    const options = await suite.browser.options();
    await options.press("#phrases .to-file");
    const saved = await suite.browser.saved("sourcelight-phrases.txt");
    assert.match(saved, /^# Names to watch \| double\nslammed\n/);
    const file = join(mkdtempSync(join(tmpdir(), "phrases-")), "list.txt");
    writeFileSync(file, "# From a colleague | dotted\nallegedly\n");
    await options.choose("#phrases input[type=file]", file);
    await eventually(async () => {
      const groups = /** @type {any} */ (await stored());
      assert.deepEqual(groups.at(-1), { name: "From a colleague", line: "dotted", phrases: ["allegedly"] });
      assert.equal(groups.length, 3);
    });
    await options.close();
  });
});
