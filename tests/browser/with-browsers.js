/**
 * Runs a suite in both browsers, each with a server of its own, and checks the same promises after each suite: no request to
 * the network, nothing stored but settings, no error in any console.
 *
 * @import { Browser, OwnPage, Request } from "../../scripts/browsers/browser.js"
 * @import { Screen } from "./screen.js"
 */
import assert from "node:assert/strict";
import { execFileSync } from "node:child_process";
import { existsSync, readdirSync, readFileSync } from "node:fs";
import { cp, mkdtemp, readFile, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { after, before, describe } from "node:test";
import { drawn, markedOn, start } from "../../scripts/browsers/browser.js";
import { eventually, poll } from "../../scripts/browsers/wait.js";
import { LANGUAGES } from "../../scripts/locales.js";
import { serve } from "../../scripts/serve.js";
import { missing } from "./commands.js";
import { openScreen, SCREEN } from "./screen.js";

/** Pages of other people, which must not be copied into this repository: English ones in `pages`, German ones in `pages-de`. */
export const SHARED = "../shared";

/** The pages of some collections, each with its folder: `pages/readability-wapo-1`; none where they are not there. @param {string[]} folders */
export const sharedPages = (...folders) =>
  folders
    .filter((folder) => existsSync(`${SHARED}/${folder}`))
    .flatMap((folder) => readdirSync(`${SHARED}/${folder}`).map((name) => `${folder}/${name}`))
    .filter((name) => existsSync(`${SHARED}/${name}/source.html`));

/** Both, unless `BROWSER=firefox` or the like chooses one. @type {("chromium" | "firefox")[]} */
const BROWSERS = /** @type {any} */ ([process.env.BROWSER ?? ["chromium", "firefox"]].flat());

/** The keys that may be stored. */
const SETTINGS = new Set(["settings", "legendWasShown", "phrases"]);

/** Allows a page its inline styles and nothing else: no scripts and no requests. */
export const ALONE = "default-src 'none'; style-src 'unsafe-inline'";

/** The faults that axe-core finds in a page. */
export const AUDIT = `
  ${readFileSync("node_modules/axe-core/axe.min.js", "utf8")};
  const { violations } = await window.axe.run(document, { resultTypes: ["violations"] });
  return violations.map(({ id, nodes }) => id + ": " + nodes.map((node) => node.html + " " + node.failureSummary).join("; "));`;

/**
 * @typedef {object} Suite
 * @property {Browser} browser
 * @property {(path: string) => string} url of a page: `pages/…` ours, `shared/…` and `scripted/…` other people's
 * @property {Screen} screen on which the browser is, where the suite wants one
 * @property {() => string[]} requested the paths that the browser has asked the server for
 */

/**
 * @param {string} title
 * @param {(suite: Suite) => void} define registers the tests; `browser` is there once they run
 * @param {object} [options]
 * @param {Record<string, Record<string, string>>} [options.headers] HTTP headers of single paths
 * @param {boolean} [options.firstUse] whether the legend has not been shown yet
 * @param {string} [options.language] of the interface, where it is not that of the browser
 * @param {boolean} [options.isOnScreen] whether the browser is shown on a screen; without one the suite is skipped
 * @param {boolean} [options.isOnPhone] whether the browser lacks what Firefox for Android lacks
 * @param {string} [options.repository] a path on the server that the extension takes for its repository
 * @param {boolean} [options.others] whether the pages are other people's, whose own errors and requests are ignored
 */
export function inBothBrowsers(
  title,
  define,
  { headers = {}, others = false, firstUse = false, language, isOnScreen = false, isOnPhone = false, repository } = {},
) {
  for (const name of BROWSERS) {
    describe(`${title}, in ${name}`, { skip: isOnScreen && missing(...SCREEN) }, () => {
      const suite = /** @type {Suite} */ ({});
      /** @type {(() => unknown)[]} what ends what was started: left running, it would keep the test from ending */
      const endings = [];
      /** @type {Request[]} */
      let requests = [];
      before(async () => {
        const server = await serve({ pages: "tests/browser/pages", shared: SHARED, scripted: SHARED }, headers);
        endings.push(server.close);
        suite.url = server.url;
        suite.requested = server.requested;
        /** @type {string | undefined} */
        let extension;
        if (language) extension = await inLanguage(name, language);
        if (isOnPhone) extension = await forPhone(name);
        if (repository) extension = await ofRepository(name, server.url(repository));
        if (extension) endings.push(rm.bind(null, extension, { recursive: true }));
        if (isOnScreen) {
          suite.screen = await openScreen();
          endings.push(suite.screen.end);
        }
        suite.browser = await start(name, { extension, headless: !isOnScreen, controls: isOnScreen });
        endings.push(async () => (requests = await suite.browser.close()));
        if (!firstUse) await suite.browser.extension(`await chrome.storage.sync.set({ legendWasShown: true })`);
      });
      after(async () => {
        const { problems, stored } = await remainsOf(suite.browser).finally(async () => {
          for (const end of endings.reverse()) await end();
        });
        assert.deepEqual(
          problems.filter(
            others ? (problem) => isOfTheExtension(problem) && !PICTURE_OF_THE_PAGE.test(problem) : isOurs,
          ),
          [],
          "consoles",
        );
        const foreign = requests.filter((request) => isForeign(request) && !(others && goesHome(request)));
        assert.deepEqual(foreign, [], "network log");
        assert.deepEqual(
          stored.filter((key) => !SETTINGS.has(key)),
          [],
          "storage",
        );
      });
      define(suite);
    });
  }
}

/**
 * The extension with the texts of one language alone, which it then has whatever language the browser is in.
 *
 * @param {string} browser
 * @param {string} language
 * @returns {Promise<string>} its folder
 */
async function inLanguage(browser, language) {
  const folder = await mkdtemp(join(tmpdir(), `sourcelight-${language}-`));
  await cp(`dist/${browser}`, folder, { recursive: true });
  for (const other of LANGUAGES.filter((each) => each !== language))
    await rm(`${folder}/_locales/${other}`, { recursive: true });
  const manifest = JSON.parse(await readFile(`${folder}/manifest.json`, "utf8"));
  await writeFile(`${folder}/manifest.json`, JSON.stringify({ ...manifest, default_locale: language }));
  return folder;
}

/** The extension of a repository whose address is known. @param {string} browser @param {string} address @returns {Promise<string>} its folder */
async function ofRepository(browser, address) {
  const folder = await mkdtemp(join(tmpdir(), "sourcelight-repository-"));
  const both = join(folder, "both");
  execFileSync(process.execPath, ["scripts/bundle.js", both, address]);
  await cp(join(both, browser), folder, { recursive: true });
  await rm(both, { recursive: true });
  return folder;
}

/** What Firefox for Android has none of. */
const NOT_ON_A_PHONE = ["commands", "contextMenus", "sidebarAction", "sidePanel", "windows"];

/** The scripts to which the browser offers these elsewhere. */
const OWN_SCRIPTS = ["background", "options", "panel", "welcome"];

/** The extension as a browser runs its background and its pages that has less to offer. @param {string} browser @returns {Promise<string>} its folder */
async function forPhone(browser) {
  const folder = await mkdtemp(join(tmpdir(), "sourcelight-phone-"));
  await cp(`dist/${browser}`, folder, { recursive: true });
  const chrome = `const chrome = new Proxy({}, {
    get: (_, name) => (${JSON.stringify(NOT_ON_A_PHONE)}.includes(name) ? undefined : globalThis.chrome[name]),
  });`;
  for (const script of OWN_SCRIPTS.map((name) => `${folder}/${name}.js`)) {
    await writeFile(script, `${chrome}\n${await readFile(script, "utf8")}`);
  }
  return folder;
}

/** What a suite leaves in the consoles and in storage. @param {Browser} browser */
async function remainsOf(browser) {
  const problems = await browser.problems();
  const stored = /** @type {string[]} */ (
    await browser.extension(`return (await Promise.all(
      [chrome.storage.local, chrome.storage.sync, chrome.storage.session].map((area) => area.get()),
    )).flatMap(Object.keys)`)
  );
  return { problems, stored };
}

/**
 * Firefox reports answers that come after their page was left or closed or the background ended, which cannot be prevented.
 */
const TOO_LATE =
  /^Promise (?:resolved|rejected) (?:while context is inactive|after context unloaded)|^Error: Bad \S+ principal: \S+\/welcome\.html|^Error: An unexpected error occurred undefined$/;

/**
 * A picture of a style sheet is requested when styles are computed. Firefox names the script that runs then, which may be
 * ours; the picture is the page's. `article.test.js` shows that reading makes no browser ask for a picture of its own.
 */
const PICTURE_OF_THE_PAGE =
  /^Content-Security-Policy: The page’s settings blocked the loading of a resource \(img-src\)/;

/** @param {string} problem */
const isOfTheExtension = (problem) =>
  (problem.includes("-extension://") || problem.startsWith("background:")) && !TOO_LATE.test(problem);

/** Errors other than the browser's own and missing icons of pages. @param {string} problem */
const isOurs = (problem) =>
  isOfTheExtension(problem) || !(TOO_LATE.test(problem) || /-extension:|resource:\/\/|moz-src:|favicon/.test(problem));

/** @param {{ url: string, by: string }} request */
function isForeign({ url, by }) {
  const isLocal = new URL(url).hostname === "127.0.0.1";
  return by.includes("-extension://") || (/^https?:/.test(by) && !isLocal);
}

/** The scripts of some pages lead to the address where they were published. @param {{ url: string, by: string }} request */
const goesHome = ({ url, by }) => /^https?:/.test(by) && new URL(url).pathname === new URL(by).pathname;

/** A text without white space and invisible characters, which the core does not get as the page has them. @param {string} text */
const bare = (text) => text.replace(/[\s\u00ad\u061c\u200b\u200e\u200f\u202a-\u202e\u2060\u2066-\u2069]+/g, "");

/**
 * Checks that exactly the phrases that the core reported are marked.
 *
 * @param {Browser} browser
 * @returns {Promise<number>} how many phrases there are
 */
export function assertMarksCoverTheirWords(browser) {
  // A page that changes may be read again between the two questions.
  return eventually(async () => {
    const marked = await markedOn(browser);
    assert.ok(marked, "the marks are on");
    const { text, analysis } = marked;
    const spans = [
      ...analysis.attributions.flatMap(({ source, cue }) => [...source, ...cue]),
      ...analysis.hedges.map(({ span }) => span),
    ];
    const expected = spans.map(([from, to]) => bare(text.slice(from, to))).sort();
    const ranges = (await drawn(browser)).filter(({ name }) => name !== "sourcelight-focus");
    assert.deepEqual(ranges.map((range) => bare(range.text)).sort(), expected);
    return expected.length;
  });
}

/**
 * What the ledger's panel copies, in a format.
 *
 * @param {OwnPage} panel
 * @param {string} format
 * @returns {Promise<string>}
 */
export const copyOf = (panel, format) =>
  panel.run(
    `let copied = null;
     navigator.clipboard.writeText = async (text) => { copied = text; };
     document.querySelector("select").value = values[0];
     document.querySelector(".actions button").click();
     while (copied === null) await new Promise((resolve) => setTimeout(resolve, 50));
     return copied;`,
    format,
  );

/** Adds the suite's server to the sites on which the marks appear by themselves. @param {Suite} suite */
export async function allowSite({ browser, url }) {
  await browser.agree("*://127.0.0.1/*");
  const options = await browser.options();
  await options.press("#site");
  await options.write(url(""));
  await options.press("#add-site button");
  await poll(
    async () => (await browser.extension(`return chrome.scripting.getRegisteredContentScripts()`)).length === 1,
    { what: "the registration" },
  );
  await options.close();
}

/** @param {Browser} browser @returns {Promise<string>} */
export const documentOf = (browser) => browser.page("return document.documentElement.outerHTML");
