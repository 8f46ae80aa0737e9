/** Printing: the ledger in full but without its controls, and the page without our card. */
import assert from "node:assert/strict";
import { execFileSync } from "node:child_process";
import { mkdirSync, writeFileSync } from "node:fs";
import { test } from "node:test";
import { cardSays, hoverOver, markedOn, settled } from "../../scripts/browsers/browser.js";
import { poll } from "../../scripts/browsers/wait.js";
import { messagesOf } from "../../scripts/locales.js";
import { missing } from "./commands.js";
import { inBothBrowsers } from "./with-browsers.js";

const FOLDER = "target/print";

const MESSAGES = messagesOf("en");

/** @param {string} words */
const bare = (words) => words.normalize("NFKC").replace(/\s+/g, "");

/** @param {string} name @param {Uint8Array} pdf @returns {string} its text without spaces */
function wordsOn(name, pdf) {
  mkdirSync(FOLDER, { recursive: true });
  writeFileSync(`${FOLDER}/${name}.pdf`, pdf);
  return bare(execFileSync("pdftotext", [`${FOLDER}/${name}.pdf`, "-"], { encoding: "utf8" }));
}

const reason = missing("pdftotext");

if (reason) test("printing", (context) => context.skip(reason));
else {
  inBothBrowsers("On paper", (suite) => {
    const open = async () => {
      await suite.browser.open(suite.url("pages/story.html"));
      await suite.browser.click();
      await settled(suite.browser);
    };

    test("the ledger holds every statement and no control", async () => {
      await open();
      const panel = await suite.browser.panel();
      await poll(() => panel.run(`return document.querySelector("main h2") !== null`), { what: "the ledger" });
      const words = wordsOn(`ledger-${suite.browser.name}`, await panel.print());
      await panel.close();
      const marked = await markedOn(suite.browser);
      assert.ok(marked);
      const { text, analysis } = marked;
      const statements = analysis.attributions.flatMap(({ content }) => content.slice(0, 1));
      assert.ok(statements.length > 10, `${statements.length} statements`);
      for (const [from, to] of statements) {
        assert.ok(words.includes(bare(text.slice(from, to).slice(0, 40))), text.slice(from, to));
      }
      const controls = ["panelSearch", "panelExport", "panelCopy", "panelSave", "panelPrint"];
      for (const control of controls) {
        const label = bare(MESSAGES[control].message).toLowerCase();
        assert.ok(!words.toLowerCase().includes(label), label);
      }
    });

    test("the page has its words and not our card", async () => {
      await open();
      await hoverOver(suite.browser, "likely");
      await cardSays(suite.browser, /likely/);
      const words = wordsOn(`page-${suite.browser.name}`, await suite.browser.print());
      assert.match(words, /likelytoneednewcables/);
      assert.doesNotMatch(words, /ICD203|Whatdothelinesmean/);
    });
  });
}
