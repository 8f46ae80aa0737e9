/**
 * Starts Firefox with a profile of its own, in which the browser itself makes no requests.
 *
 * @import { ChildProcess } from "node:child_process"
 */
import { spawn } from "node:child_process";
import { writeFile } from "node:fs/promises";
import { join } from "node:path";
import { freePort } from "./port.js";

/** Keeps Firefox from making requests of its own. */
const QUIET = {
  "app.normandy.enabled": false,
  "app.update.enabled": false,
  "browser.aboutwelcome.enabled": false,
  "browser.newtabpage.enabled": false,
  "browser.region.network.url": "",
  "browser.safebrowsing.downloads.remote.enabled": false,
  "browser.safebrowsing.malware.enabled": false,
  "browser.safebrowsing.phishing.enabled": false,
  "browser.search.update": false,
  "browser.shell.checkDefaultBrowser": false,
  "browser.startup.homepage": "about:blank",
  "datareporting.policy.dataSubmissionEnabled": false,
  "extensions.getAddons.cache.enabled": false,
  "extensions.systemAddon.update.enabled": false,
  "extensions.update.enabled": false,
  "network.captive-portal-service.enabled": false,
  "network.connectivity-service.enabled": false,
  "network.dns.disablePrefetch": true,
  "network.prefetch-next": false,
  "services.settings.server": "data:,",
  "toolkit.telemetry.enabled": false,
};

/**
 * @param {string} folder of the profile
 * @param {boolean} headless
 * @param {{ width: number, height: number }} size of the window's page
 * @returns {Promise<{ process: ChildProcess, port: number }>} where Marionette listens
 */
export async function launch(folder, headless, size) {
  const port = await freePort();
  const downloads = { "browser.download.folderList": 2, "browser.download.dir": join(folder, "downloads") };
  const preferences = { ...QUIET, ...downloads, "marionette.port": port };
  await writeFile(
    join(folder, "user.js"),
    Object.entries(preferences)
      .map(([name, value]) => `user_pref(${JSON.stringify(name)}, ${JSON.stringify(value)});\n`)
      .join(""),
  );
  const process_ = spawn(
    process.env.FIREFOX ?? "firefox-esr",
    [
      "-no-remote",
      "-profile",
      folder,
      "-marionette",
      "-remote-allow-system-access",
      ...(headless ? ["-headless"] : []),
    ],
    {
      stdio: "ignore",
      env: { ...process.env, MOZ_HEADLESS_WIDTH: `${size.width}`, MOZ_HEADLESS_HEIGHT: `${size.height + 90}` },
    },
  );
  // As puppeteer does with Chromium.
  const end = () => void process_.kill("SIGKILL");
  process.once("exit", end);
  process_.once("exit", () => process.off("exit", end));
  return { process: process_, port };
}
