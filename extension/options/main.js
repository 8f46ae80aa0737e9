/**
 * The options page. Its words come from `_locales`, its state from the settings. Every change is saved at once and takes
 * effect on every open page.
 */
import { download } from "../shared/download.js";
import { fillPage, say } from "../shared/dom.js";
import { openPanel } from "../shared/open-panel.js";
import { DEFAULTS, checked, load, onChange, save } from "../shared/settings.js";
import { showKeys } from "../shared/keys.js";
import { makeLooks, preview } from "./looks.js";
import { showPhrases } from "./phrases.js";
import { showSites } from "./sites.js";

const byId = (/** @type {string} */ id) => /** @type {HTMLElement} */ (document.getElementById(id));
const form = /** @type {HTMLFormElement} */ (document.querySelector("form"));
const file = /** @type {HTMLInputElement} */ (byId("import-file"));

/** @param {string} words */
const showStatus = (words) => (byId("status").textContent = words);

/** The controls of the form. The name of a control is the path of its setting. */
const controls = () => /** @type {HTMLInputElement[]} */ ([...form.querySelectorAll("input, select")]);

/** @param {any} settings */
function fillForm(settings) {
  for (const control of controls()) {
    const value = control.name.split(".").reduce((within, key) => within[key], settings);
    if (control.type === "checkbox") control.checked = value;
    else if (control.type === "radio") control.checked = control.value === value;
    else control.value = value;
  }
  preview(settings.looks);
}

function readForm() {
  /** @type {any} */
  const settings = {};
  for (const control of controls()) {
    if (control.type === "radio" && !control.checked) continue;
    const path = control.name.split(".");
    const last = /** @type {string} */ (path.pop());
    const within = path.reduce((outer, key) => (outer[key] ??= {}), settings);
    within[last] = control.type === "checkbox" ? control.checked : control.value;
  }
  return checked(settings);
}

async function saveForm() {
  await save(readForm());
  showStatus(say("optionsSaved"));
}

async function saveToFile() {
  const settings = JSON.stringify({ sourcelight: await load() }, null, 2);
  download("sourcelight-settings.json", settings, "application/json");
}

async function loadFromFile() {
  try {
    const { sourcelight } = JSON.parse((await file.files?.[0]?.text()) ?? "");
    if (typeof sourcelight !== "object" || sourcelight === null) throw new Error("no settings");
    await save(checked(sourcelight));
    showStatus(say("optionsSaved"));
  } catch {
    showStatus(say("optionsImportWrong"));
  }
  file.value = "";
}

fillPage();
byId("looks").append(...makeLooks());
form.addEventListener("input", () => preview(readForm().looks));
form.addEventListener("change", () => void saveForm());
form.addEventListener("submit", (event) => event.preventDefault());
byId("export").addEventListener("click", saveToFile);
byId("import").addEventListener("click", () => file.click());
file.addEventListener("change", loadFromFile);
byId("reset").addEventListener("click", async () => {
  await save(DEFAULTS);
  showStatus(say("optionsSaved"));
});
onChange(fillForm);
const tab = await chrome.tabs.getCurrent();
byId("open-ledger").addEventListener("click", () => tab && void openPanel(tab));
await showKeys(byId("keys"), byId("open-keys"));
await showSites(/** @type {HTMLFormElement} */ (byId("add-site")), byId("sites"), showStatus);
await showPhrases(byId("phrases"), showStatus);
fillForm(await load());
// A control that is used any earlier would save the rest of the form as well, before the settings have filled it.
document.querySelector("main")?.removeAttribute("inert");
