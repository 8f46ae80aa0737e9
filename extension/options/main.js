/** The options page: its words come from `_locales`. */
for (const element of document.querySelectorAll("[data-say]")) {
  element.textContent = chrome.i18n.getMessage(element.getAttribute("data-say") ?? "");
}
