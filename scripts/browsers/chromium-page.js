/**
 * Pages in Chromium: the extension's own, and how any page is looked at.
 *
 * @import { Look, OwnPage } from "./browser.js"
 * @import { CDPSession, ElementHandle, Page } from "puppeteer-core"
 */
import { IN_REACH_MS, IS_IN_REACH } from "./browser.js";
import { poll } from "./wait.js";

/**
 * @param {Page} page of the extension
 * @param {() => Promise<void>} goBack to the page that is driven
 * @returns {OwnPage}
 */
export function ownPage(page, goBack) {
  /** @type {OwnPage["run"]} */
  const run = (script, ...values) =>
    page.evaluate((body, given) => new Function("values", `return (async () => {${body}})()`)(given), script, values);
  return {
    run,
    async press(selector) {
      await poll(() => run(IS_IN_REACH, selector), { what: selector, lasting: IN_REACH_MS });
      await page.click(selector);
    },
    write: (text) => page.keyboard.type(text),
    async choose(selector, file) {
      const input = /** @type {ElementHandle<HTMLInputElement>} */ (await page.$(selector));
      await input.uploadFile(file);
    },
    print: () => page.pdf({ printBackground: true }),
    look: async (look) => lookAt(page, await page.createCDPSession(), look),
    async screenshot(file) {
      await page.screenshot({ path: /** @type {`${string}.png`} */ (file), fullPage: true });
    },
    close: async () => {
      await page.close();
      await goBack();
    },
  };
}

/**
 * @param {Page} page
 * @param {CDPSession} session
 * @param {Look} look
 */
export async function lookAt(page, session, look) {
  const { width = 1100, height = 820, scheme = "light", forcedColors = false, reducedMotion = false } = look;
  await page.setViewport({ width, height });
  await session.send("Emulation.setEmulatedMedia", {
    features: [
      { name: "prefers-color-scheme", value: scheme },
      { name: "forced-colors", value: forcedColors ? "active" : "none" },
      { name: "prefers-reduced-motion", value: reducedMotion ? "reduce" : "no-preference" },
    ],
  });
}

/** Bytes in use after a garbage collection. @param {CDPSession} session */
export async function heapOf(session) {
  await session.send("HeapProfiler.collectGarbage");
  return (await session.send("Runtime.getHeapUsage")).usedSize;
}
