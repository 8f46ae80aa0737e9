/** Converts between sites as readers write them ("example.org") and the match patterns of browsers. */

/**
 * The pattern for a site and its subdomains; null where the text is not the address of a site.
 *
 * @param {string} given "example.org" or an address of the site
 */
export function patternOf(given) {
  const address = /^https?:\/\//i.test(given) ? given : `https://${given}`;
  if (!URL.canParse(address)) return null;
  const host = new URL(address).hostname.replace(/^www\./, "");
  if (/^[\d.]+$|^localhost$/.test(host)) return `*://${host}/*`;
  return /^[^.*]+(?:\.[^.*]+)+$/.test(host) ? `*://*.${host}/*` : null;
}

/** @param {string} pattern */
export const siteOf = (pattern) => pattern.replace(/^.*?:\/\/(?:\*\.)?|\/.*$/g, "");
