/**
 * The page that opens once, after the installation, and as help from the menu of the button: three steps, a sample article
 * with real marks, where to find the button, and the keys. The marks are made by the same script that is injected into
 * other pages.
 */
import { say } from "../shared/dom.js";
import { showKeys } from "../shared/keys.js";

const byId = (/** @type {string} */ id) => /** @type {HTMLElement} */ (document.getElementById(id));
const { sourcelight } = /** @type {{ sourcelight?: { show: (isAsked: boolean) => boolean } }} */ (globalThis);

document.documentElement.lang = say("locale");
document.documentElement.dir = chrome.i18n.getMessage("@@bidi_dir");
for (const labelled of document.querySelectorAll("[data-say]")) {
  labelled.textContent = say(labelled.getAttribute("data-say") ?? "");
}
const isFirefox = "sidebarAction" in chrome;
byId("pin").textContent = say(isFirefox ? "welcomePinFirefox" : "welcomePinChromium");
sourcelight?.show(false);
await showKeys(byId("keys"), byId("open-keys"));
