/**
 * Sites on which the marks come on by themselves. The list is the browser's own list of permissions: a site is asked for
 * when it is added and given back when it is removed, so there is no second list that could disagree.
 */
import { button, element, say } from "../shared/dom.js";
import { patternOf, siteOf } from "./site-patterns.js";

/**
 * @param {HTMLFormElement} form
 * @param {HTMLElement} list
 * @param {(words: string) => void} tell
 */
export async function showSites(form, list, tell) {
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
    if (!pattern) return tell(say("optionsSiteWrong", [given]));
    const granted = await chrome.permissions.request({ origins: [pattern] });
    if (!granted) return tell(say("optionsSiteRefused", [siteOf(pattern)]));
    input.value = "";
    tell(say("optionsSaved"));
  });
  chrome.permissions.onAdded.addListener(show);
  chrome.permissions.onRemoved.addListener(show);
  await show();
}
