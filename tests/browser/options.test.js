/** The options page: changes take effect on the open page at once. */
import assert from "node:assert/strict";
import { mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { test } from "node:test";
import { drawn, settled, switchedOff } from "../../scripts/browsers/browser.js";
import { eventually, poll } from "../../scripts/browsers/wait.js";
import { assertMarksCoverTheirWords, inBothBrowsers } from "./with-browsers.js";

inBothBrowsers("The options page", (suite) => {
  const count = async (/** @type {string} */ name) =>
    (await drawn(suite.browser)).filter((range) => range.name === `sourcelight-${name}`).length;
  const styleOf = (/** @type {string} */ kind) =>
    suite.browser.page(
      `return [...document.adoptedStyleSheets].flatMap((sheet) => [...sheet.cssRules])
         .find((rule) => rule.cssText.includes(values[0]))?.cssText ?? ""`,
      `(sourcelight-${kind})`,
    );
  /** Waits until the page has been read again with the new settings and all of its marks are drawn. */
  const readAgain = async () => {
    await settled(suite.browser, 500);
    await assertMarksCoverTheirWords(suite.browser);
  };
  /** Switches the marks on and opens the options. */
  const open = async (page = "pages/article.html") => {
    await suite.browser.open(suite.url(page));
    await suite.browser.extension(`await chrome.storage.sync.remove("settings")`);
    await suite.browser.look({});
    await suite.browser.click();
    await settled(suite.browser);
    const before = { hedges: await count("hedge"), all: (await drawn(suite.browser)).length };
    return { before, options: await suite.browser.options() };
  };

  test("a kind that is switched off leaves the page at once and comes back", async () => {
    const { options } = await open();
    await options.press("[name='kinds.hedge']");
    await options.close();
    await poll(async () => (await count("hedge")) === 0 && (await count("attribution")) > 0, { what: "no hedges" });
    const again = await suite.browser.options();
    assert.equal(await again.run(`return document.querySelector("[name='kinds.hedge']").checked`), false);
    await again.press("[name='kinds.hedge']");
    await again.close();
    await poll(async () => (await count("hedge")) > 0, { what: "hedges" });
  });

  test("hedges of a strength can be left out", async () => {
    const { before, options } = await open();
    await options.press("[name='strengths.open']");
    await options.close();
    await poll(async () => (await count("hedge")) < before.hedges && (await count("hedge")) > 0, {
      what: "fewer hedges",
    });
  });

  /** @param {string} control */
  const press = async (control) => {
    const opened = await suite.browser.options();
    await opened.press(control);
    await opened.close();
  };
  const all = async () => (await drawn(suite.browser)).length;

  test("thoughts can be left out", async () => {
    const { before, options } = await open();
    await options.close();
    await press("[name=beliefs]");
    await poll(async () => (await all()) < before.all, { what: "fewer marks" });
    await readAgain();
    assert.ok((await all()) > 0);
    await press("#reset");
    await poll(async () => (await all()) === before.all, { what: "all marks after the reset" });
  });

  test("few and sure marks are the default, without asides to the reader; more can be had", async () => {
    const { before, options } = await open("pages/asides.html");
    await options.close();
    const marked = async () => (await drawn(suite.browser)).map(({ text }) => text);
    assert.ok(!(await marked()).some((words) => ["You", "I"].includes(words)), `${await marked()}`);
    await press("[name=sureness][value=more]");
    await poll(async () => (await all()) > before.all, { what: "more marks" });
    await readAgain();
    assert.ok((await marked()).includes("You"), `${await marked()}`);
    await press("#reset");
    await poll(async () => (await all()) === before.all, { what: "the marks as before" });
  });

  test("line and colour are previewed and drawn", async () => {
    const { options } = await open();
    await options.run(`
      const set = (name, value) => {
        const control = document.querySelector("[name='" + name + "']");
        control.value = value;
        control.dispatchEvent(new Event("input", { bubbles: true }));
        control.dispatchEvent(new Event("change", { bubbles: true }));
      };
      set("looks.unnamed.line", "dashed");
      set("looks.unnamed.color", "#aa00cc");`);
    const isNew = (/** @type {string} */ css) => {
      assert.match(css, /dashed/);
      assert.match(css, /170, 0, 204|#aa00cc/i);
    };
    await eventually(async () =>
      isNew(await options.run(`return document.querySelector(".dark .as-unnamed").style.textDecoration`)),
    );
    await options.close();
    await eventually(async () => isNew(await styleOf("line-unnamed")));
    const again = await suite.browser.options();
    await again.press("#reset");
    await again.close();
    await eventually(async () => assert.match(await styleOf("line-unnamed"), /underline(?! dashed)/));
  });

  test("attributed words get a tint where the reader wants one", async () => {
    const { options } = await open();
    const tinted = () => suite.browser.page(`return CSS.highlights.get("sourcelight-content")?.size ?? 0`);
    assert.equal(await tinted(), 0);
    await options.press("[name=tint]");
    await options.close();
    await poll(tinted, { what: "a tint" });
    const again = await suite.browser.options();
    await again.press("[name=tint]");
    await again.close();
    await poll(async () => (await tinted()) === 0, { what: "the end of the tint" });
  });

  test("settings go to a file and come back; a file of something else is refused", async () => {
    const { options } = await open();
    const folder = await mkdtemp(join(tmpdir(), "sourcelight-settings-"));
    /** @param {string} text @param {RegExp} answer */
    const load = async (text, answer) => {
      const file = join(folder, "settings.json");
      await writeFile(file, text);
      await options.run(`document.querySelector("#status").textContent = ""`);
      await options.choose("#import-file", file);
      await eventually(async () => {
        assert.match(await options.run(`return document.querySelector("#status").textContent`), answer);
      });
    };
    await load(`{"sourcelight":{"kinds":{"hedge":false},"looks":{"hedge":{"color":"red;}*{","line":"x"}}}}`, /Saved/);
    await eventually(async () => {
      assert.equal(await options.run(`return document.querySelector("[name='kinds.hedge']").checked`), false);
      assert.equal(await options.run(`return document.querySelector("[name='looks.hedge.color']").value`), "#009e73");
    });
    await poll(async () => (await count("hedge")) === 0, { what: "a page without hedges" });
    await load("[]", /no Sourcelight settings/);
    await load("no JSON", /no Sourcelight settings/);
    await options.press("#export");
    const saved = JSON.parse(await suite.browser.saved("sourcelight-settings.json"));
    assert.equal(saved.sourcelight.kinds.hedge, false);
    await options.close();
    await rm(folder, { recursive: true });
  });

  test("the whole page is read where that is asked for", async () => {
    const { before, options } = await open();
    await options.press("[name=scope][value=page]");
    await options.close();
    await poll(async () => (await drawn(suite.browser)).length > before.all, { what: "marks outside the article" });
  });

  test("the keys are listed as they are set", async () => {
    const { options } = await open();
    const keys = await options.run(`return document.querySelector("#keys").innerText`);
    assert.match(keys, /next mark[^]*Alt\+Shift\+J/i);
    await options.close();
  });
});

inBothBrowsers("Sites that are always on", (suite) => {
  const permitted = () => suite.browser.extension(`return (await chrome.permissions.getAll()).origins ?? []`);
  const registered = () => suite.browser.extension(`return chrome.scripting.getRegisteredContentScripts()`);

  test("a site is asked for when it is added, comes on by itself, and is given back", async () => {
    await suite.browser.agree("*://127.0.0.1/*");
    assert.deepEqual(await permitted(), []);
    await suite.browser.open(suite.url("pages/article.html"));
    const options = await suite.browser.options();
    await options.press("#site");
    await options.write("no site");
    await options.press("#add-site button");
    await eventually(async () => {
      assert.match(await options.run(`return document.querySelector("#status").textContent`), /not a website address/);
    });
    await options.run(`document.querySelector("#site").value = ""`);
    await options.press("#site");
    await options.write(suite.url(""));
    await options.press("#add-site button");
    await poll(async () => (await permitted()).length === 1, { what: "the permission" });
    await poll(async () => (await registered()).length === 1, { what: "the registration" });
    await options.close();
    await settled(suite.browser);
    await suite.browser.open(suite.url("pages/strict.html"));
    assert.match((await settled(suite.browser)).text, /^\d+$/);
    await suite.browser.click();
    await switchedOff(suite.browser);
    const again = await suite.browser.options();
    assert.match(await again.run(`return document.querySelector("#sites").innerText`), /127\.0\.0\.1/);
    await again.press(".remove");
    await poll(async () => (await permitted()).length === 0, { what: "the end of the permission" });
    await poll(async () => (await registered()).length === 0, { what: "the end of the registration" });
    await again.close();
    await suite.browser.open(suite.url("pages/article.html"));
    await switchedOff(suite.browser, 1_000);
  });
});
