/**
 * How card, legend, ledger and options build their elements. Whatever a page says becomes a text node, so that none of it
 * can turn into markup.
 */

/**
 * A message from `_locales`; empty where there is none of that name.
 *
 * @param {string} name may contain one of the core's values ("role+basis", "55-80") with characters that names of messages
 *   may not have
 * @param {string[]} [words] for its placeholders
 */
export const say = (name, words) => chrome.i18n.getMessage(name.replace(/\W/g, "_"), words);

/**
 * Says in which language an element of ours is, and in which direction it is written. The browser's own language may be one
 * that the interface does not speak, and then it is another one than that of the messages.
 *
 * @param {HTMLElement} made
 */
export function setLanguage(made) {
  made.lang = say("locale");
  made.dir = chrome.i18n.getMessage("@@bidi_dir");
}

/** Fills one of our own pages: each element with `data-say` gets the message of that name. */
export function fillPage() {
  setLanguage(document.documentElement);
  for (const labelled of document.querySelectorAll("[data-say]")) {
    labelled.textContent = say(labelled.getAttribute("data-say") ?? "");
  }
}

/**
 * A number with what is counted, in the form that the number asks for: "1 mark", "2 marks".
 *
 * @param {string} name of the message without its form: "marks" stands for "marks_one", "marks_other" and so on
 * @param {number} count
 * @param {string[]} [words] for the placeholders after that of the number
 */
export function counted(name, count, words = []) {
  const language = say("locale");
  const form = new Intl.PluralRules(language).select(count);
  return say(`${name}_${form}`, [count.toLocaleString(language), ...words]);
}

/**
 * @param {string} tag
 * @param {string} className
 * @param {(Node | string)[]} children
 */
export function element(tag, className, ...children) {
  const made = document.createElement(tag);
  if (className) made.className = className;
  made.append(...children);
  return made;
}

/**
 * @param {string} className
 * @param {string} face its visible text
 * @param {() => void} act
 * @param {string} [name] its accessible name where the visible text is a mere sign
 */
export function button(className, face, act, name) {
  const made = element("button", className, face);
  made.setAttribute("type", "button");
  if (name) made.setAttribute("aria-label", name);
  made.addEventListener("click", act);
  return made;
}

/** Words of the page, which may be written in another direction than our own. @param {string} words */
export const foreign = (words) => element("bdi", "", words);

/**
 * A section with its heading.
 *
 * @param {string} name of the message that is its heading; also the heading's id
 * @param {Node[]} children
 */
export function section(name, ...children) {
  const heading = element("h2", "", say(name));
  heading.id = name;
  const made = element("section", "", heading, ...children);
  made.setAttribute("aria-labelledby", name);
  return made;
}
