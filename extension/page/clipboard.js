/**
 * Copies text. The browser's clipboard interface is not to be had on pages without encryption or with a strict policy; the
 * older command is, right after the reader's click. The page does not get to see the event.
 *
 * @param {string} text
 * @returns {boolean} whether it was copied
 */
export function copy(text) {
  const options = { capture: true, once: true };
  let isCopied = false;
  const fill = (/** @type {ClipboardEvent} */ event) => {
    event.preventDefault();
    event.stopImmediatePropagation();
    event.clipboardData?.setData("text/plain", text);
    isCopied = true;
  };
  window.addEventListener("copy", fill, options);
  document.execCommand("copy");
  window.removeEventListener("copy", fill, options);
  return isCopied;
}
