/**
 * The background: listens to the toolbar and the keyboard, runs the core, and keeps no state.
 *
 * The browser may end it at any moment and start it again for the next event. What must last is therefore kept in the page
 * side (the marks), in the browser (badge, icon) or in storage (settings). All listeners are registered when the script
 * starts, because browsers wake a sleeping background only for those.
 *
 * @import { Settings as CoreSettings } from "../../target/core/core.js"
 * @import { Answer, Numbers, ToPage } from "../shared/messages.js"
 */
import { FROM_PAGE, isOne, isOurs } from "../shared/messages.js";
import { corePhrases, loadPhrases } from "../shared/phrases.js";
import { coreSettings, load } from "../shared/settings.js";
import { openPanel } from "../shared/open-panel.js";
import { fromPackage, LazyCore } from "./core.js";
import { chosen, offerMenu, showPanel, welcome } from "./menu.js";
import { followPermissions, switchOnOpenPages } from "./sites.js";
import { report, sendTo, toggle } from "./tab.js";

const core = new LazyCore(fromPackage);

/** The message to the page side for each keyboard command of the manifest. @type {Record<string, ToPage>} */
const COMMANDS = {
  "next-mark": { type: "step", by: 1, to: "mark" },
  "previous-mark": { type: "step", by: -1, to: "mark" },
  "next-unnamed": { type: "step", by: 1, to: "unnamed" },
  "previous-unnamed": { type: "step", by: -1, to: "unnamed" },
};

/** What is begun before it is asked for, and fails, fails again when a page asks, which then says so. @param {Promise<unknown>} work */
const early = (work) => void work.catch(() => {});

chrome.action.onClicked.addListener((tab) => {
  const sent = toggle(tab);
  early(core.start());
  return sent;
});

chrome.runtime.onInstalled.addListener(offerMenu);
chrome.runtime.onInstalled.addListener(welcome);
// Firefox for Android has neither menus nor keyboard commands.
chrome.contextMenus?.onClicked.addListener(chosen);

chrome.commands?.onCommand.addListener((name, tab) => {
  if (tab && name === "open-ledger") showPanel(tab);
  else if (tab && COMMANDS[name]) sendTo(tab, COMMANDS[name]);
});

chrome.runtime.onInstalled.addListener(followPermissions);
chrome.permissions.onRemoved.addListener(followPermissions);
chrome.permissions.onAdded.addListener((added) => {
  followPermissions();
  void switchOnOpenPages(added);
});

chrome.runtime.onMessage.addListener((message, sender, respond) => {
  const { tab } = sender;
  if (!isOurs(sender) || tab?.id === undefined || !isOne(FROM_PAGE, message)) return false;
  switch (message.type) {
    case "analyze":
      answer(message).then(respond);
      return true;
    case "try":
      core.tryPhrases(message.text, corePhrases(message.groups)).then(respond);
      return true;
    case "state":
      if (message.tab.state === "reading") early(prepare());
      // The toolbar shows the state of the page itself, not of a frame in it or of a page that is prerendered.
      void (sender.frameId === 0 ? report(tab.id, message.tab) : Promise.resolve()).then(() => respond(true));
      return true;
    case "ledger":
      void openPanel(tab);
      return false;
    case "options":
      void chrome.runtime.openOptionsPage();
      return false;
  }
});

/** Gets the core ready for the page that has begun to read itself. */
async function prepare() {
  const [settings, phrases] = await Promise.all([load(), loadPhrases()]);
  await core.prepare({ ...coreSettings(settings), phrases: corePhrases(phrases) });
}

/**
 * @param {{ text: string, settings: CoreSettings, without?: Numbers }} question
 * @returns {Promise<Answer>}
 */
async function answer({ text, settings, without }) {
  try {
    const whole = loadPhrases().then((phrases) => ({ ...settings, phrases: corePhrases(phrases) }));
    return await core.analyze(text, whole, without);
  } catch (error) {
    return { error: String(error) };
  }
}
