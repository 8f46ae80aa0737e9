/**
 * `./build.sh site`: builds the web page in dist/site. It is static and works from any folder, without a server: its scripts
 * are classic ones, the core is inside of one of them, and nothing is asked for that a file may not ask for.
 *
 * "Try it" runs the scripts of the extension (site/main.js). The other pages are made here of what the repository holds: the
 * manual of the table of kinds, accuracy and speed of the README and the reports.
 */
import { build } from "esbuild";
import { cp, mkdir, readFile, rm, writeFile } from "node:fs/promises";
import { marked } from "marked";
import { messagesOf } from "./locales.js";
import { manual } from "./site-manual.js";
import { notices } from "./third-party.js";
import { leadingTo, REPOSITORY, VERSION } from "./version.js";

const FOLDER = "dist/site";

/** Scripts and styles come from this folder. Connections are forbidden, so that no text can be sent anywhere. */
const POLICY = [
  "default-src 'none'",
  "script-src 'self' 'wasm-unsafe-eval'",
  "style-src 'self' 'unsafe-inline'",
  "img-src 'self'",
  "connect-src 'none'",
  "base-uri 'none'",
  "form-action 'none'",
].join("; ");

/** The pages in the order of the navigation. @type {Record<string, string>} */
const NAMES = { index: "Try it", manual: "What is marked", accuracy: "Accuracy", performance: "Speed" };

const SCRIPTS = {
  main: "site/main.js",
  frame: "site/frame.js",
  page: "extension/page/main.js",
  panel: "extension/panel.js",
};

const ASSETS = {
  "extension/shared/base.css": "base.css",
  "extension/panel/panel.css": "panel.css",
  "extension/icons/on-48.png": "icon.png",
  "site/site.css": "site.css",
  "site/text.css": "text.css",
  "docs/calibration.svg": "calibration.svg",
  "docs/performance.svg": "performance.svg",
};

/** @param {string} name @param {string} content */
function page(name, content) {
  const links = Object.entries(NAMES).map(
    ([each, label]) => `<li><a href="${each}.html"${each === name ? ` aria-current="page"` : ""}>${label}</a></li>`,
  );
  return `<!doctype html>
<html lang="en">
  <head>
    <meta charset="utf-8" />
    <meta http-equiv="Content-Security-Policy" content="${POLICY}" />
    <meta name="viewport" content="width=device-width, initial-scale=1" />
    <meta name="referrer" content="no-referrer" />
    <title>${NAMES[name]} – Sourcelight</title>
    <link rel="icon" href="icon.png" />
    <link rel="stylesheet" href="base.css" />
    <link rel="stylesheet" href="site.css" />
  </head>
  <body>
    <header>
      <span class="brand">Sourcelight</span>
      <nav aria-label="Pages"><ul>${links.join("")}</ul></nav>
    </header>
    ${content}
  </body>
</html>
`;
}

/** Pictures are beside the pages; other files of the repository are not there, and only named. @param {string} markdown */
async function rendered(markdown) {
  const html = await marked.parse(markdown);
  const linked = html
    .replaceAll(/(src|href)="docs\/([\w-]+\.svg)"/g, `$1="$2"`)
    .replaceAll(/<a href="(?!https?:|#)[^"]+">(.*?)<\/a>/g, "$1");
  // A wide table scrolls by itself, with the keyboard as well.
  const scrolling = linked
    .replaceAll("<table>", `<div class="scroll" tabindex="0" role="group" aria-label="Table"><table>`)
    .replaceAll("</table>", "</table></div>");
  return `<main class="document">${scrolling}</main>`;
}

/** A section of the README, with its heading as that of a page. @param {string} readme @param {string} title */
function section(readme, title) {
  const found = readme.split(/^(?=## )/m).find((each) => each.startsWith(`## ${title}\n`));
  if (!found) throw new Error(`README.md has no section ${title}`);
  return found.replace(/^##/, "#");
}

async function bundle() {
  const { define, dropLabels } = leadingTo(REPOSITORY);
  await build({
    entryPoints: SCRIPTS,
    outdir: FOLDER,
    format: "iife",
    bundle: true,
    charset: "utf8",
    legalComments: "none",
    logLevel: "warning",
    target: ["chrome128", "firefox142"],
    loader: { ".css": "text", ".txt": "text", ".wasm": "binary" },
    dropLabels,
    define: {
      ...define,
      "import.meta.url": "undefined",
      MESSAGES: JSON.stringify(messagesOf("en")),
      VERSION: JSON.stringify(VERSION),
    },
  });
}

const readme = await readFile("README.md", "utf8");
await rm(FOLDER, { recursive: true, force: true });
await mkdir(FOLDER, { recursive: true });
await bundle();
for (const [from, to] of Object.entries(ASSETS)) await cp(from, `${FOLDER}/${to}`);
/** @type {Record<string, string>} */
const contents = {
  index: await readFile("site/index.html", "utf8"),
  manual: await manual(),
  accuracy: await rendered(section(readme, "How accurate it is")),
  performance: await rendered(await readFile("docs/performance.md", "utf8")),
};
for (const [name, content] of Object.entries(contents)) await writeFile(`${FOLDER}/${name}.html`, page(name, content));
await writeFile(`${FOLDER}/THIRD-PARTY.md`, notices());
console.log(`${FOLDER} is built: open ${FOLDER}/index.html in a browser`);
