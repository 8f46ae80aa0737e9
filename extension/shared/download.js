/**
 * Saves a file among the reader's downloads.
 *
 * @param {string} name
 * @param {string} text
 * @param {string} type as in "text/csv"
 */
export function download(name, text, type) {
  const url = URL.createObjectURL(new Blob([text], { type: `${type};charset=utf-8` }));
  const link = document.createElement("a");
  link.href = url;
  link.download = name;
  link.click();
  setTimeout(() => URL.revokeObjectURL(url), 60_000);
}
