/**
 * The sites on which the marks appear by themselves. The browser's permissions are the list: adding a site asks for its
 * permission, and removing it gives the permission back. There is no second list that could disagree.
 */
import { button, element, say } from "../shared/dom.js";
import { patternOf, siteOf } from "../shared/site-patterns.js";

/**
 * @param {HTMLFormElement} form
 * @param {HTMLElement} list
 * @param {(words: string) => void} showStatus
 */
export async function showSites(form, list, showStatus) {
  const input = /** @type {HTMLInputElement} */ (form.querySelector("input"));

  const show = async () => {
    const { origins = [] } = await chrome.permissions.getAll();
    list.replaceChildren(
      ...origins.map((pattern) => {
        const site = siteOf(pattern);
        const remove = () => void chrome.permissions.remove({ origins: [pattern] });
        const name = say("optionsSiteRemove", [site]);
        return element("li", "", element("bdi", "", site), button("remove", "×", remove, name));
      }),
    );
  };

  form.addEventListener("submit", async (event) => {
    event.preventDefault();
    const given = input.value.trim();
    const pattern = patternOf(given);
    if (!pattern) return showStatus(say("optionsSiteWrong", [given]));
    const granted = await chrome.permissions.request({ origins: [pattern] });
    if (!granted) return showStatus(say("optionsSiteRefused", [siteOf(pattern)]));
    input.value = "";
    showStatus(say("optionsSaved"));
  });
  chrome.permissions.onAdded.addListener(show);
  chrome.permissions.onRemoved.addListener(show);
  await show();
}
