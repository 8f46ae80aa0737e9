/**
 * The page that opens once, after the installation, and as help from the menu of the button: three steps, a sample article
 * with real marks, where to find the button, and the keys. The sample is in the language of the interface where that is one
 * that is read, else in English. The marks are made by the same script that is injected into other pages.
 */
import { fillPage, say } from "../shared/dom.js";
import { showKeys } from "../shared/keys.js";

const byId = (/** @type {string} */ id) => /** @type {HTMLElement} */ (document.getElementById(id));
const { sourcelight } = /** @type {{ sourcelight?: { show: (isAsked: boolean) => boolean } }} */ (globalThis);

fillPage();
const samples = [...document.querySelectorAll("article")];
const sample = samples.find(({ lang }) => lang === document.documentElement.lang) ?? samples[0];
sample.hidden = false;
for (const other of samples) if (other !== sample) other.remove();
const isFirefox = location.protocol === "moz-extension:";
// Firefox for Android has neither keyboard commands nor a toolbar that a button could be pinned to.
byId("find").hidden = !chrome.commands;
byId("pin").textContent = say(isFirefox ? "welcomePinFirefox" : "welcomePinChromium");
sourcelight?.show(false);
await showKeys(byId("keys"), byId("open-keys"));
