/**
 * Starts Chromium with the extension, and reads the log of its requests.
 *
 * @import { Browser } from "puppeteer-core"
 */
import { join } from "node:path";
import puppeteer from "puppeteer-core";

/** The extension, unpacked. */
export const FOLDER = join(process.cwd(), "dist/chromium");

/** The browser's program. */
export const CHROMIUM = process.env.CHROMIUM ?? "/usr/bin/chromium";

const ARGUMENTS = [
  "--disable-background-networking",
  "--disable-component-update",
  "--disable-sync",
  "--no-first-run",
  "--disable-quic",
  ...(process.getuid?.() === 0 ? ["--no-sandbox"] : []),
];

/**
 * @param {string} folder for profile and log
 * @param {boolean} headless
 * @param {{ width: number, height: number }} size of the window
 * @param {string} extension its folder
 * @param {number} [controls] the port on which the browser tells about its own controls
 * @returns {Promise<Browser>}
 */
export function launch(folder, headless, size, extension, controls) {
  return puppeteer.launch({
    executablePath: CHROMIUM,
    headless,
    pipe: true,
    enableExtensions: [extension],
    defaultViewport: headless ? size : null,
    downloadBehavior: { policy: "allow", downloadPath: join(folder, "downloads") },
    args: [
      ...ARGUMENTS,
      ...(controls ? [`--enable-ui-devtools=${controls}`] : []),
      `--window-size=${size.width},${size.height}`,
      `--log-net-log=${folder}/net.json`,
      `--user-data-dir=${folder}/profile`,
    ],
  });
}

/**
 * The addresses that pages or extensions requested; requests of the browser itself have no initiator.
 *
 * @param {string} log in Chromium's NetLog format, cut short where the browser was killed
 */
export function requestsIn(log) {
  const starts = log.matchAll(/"initiator":"((?:https?|chrome-extension):[^"]*)"[^{}]*"url":"(https?:[^"]*)"/g);
  return [...starts].map(([, by, url]) => ({ by, url }));
}
