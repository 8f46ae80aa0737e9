/**
 * Saves a file among the reader's downloads.
 *
 * @param {string} name
 * @param {string | Blob} content
 * @param {string} type as in "text/csv"
 */
export function download(name, content, type) {
  const full = typeof content === "string" ? `${type};charset=utf-8` : type;
  const url = URL.createObjectURL(new Blob([content], { type: full }));
  const link = document.createElement("a");
  link.href = url;
  link.download = name;
  link.click();
  setTimeout(() => URL.revokeObjectURL(url), 60_000);
}
