/** Sites as readers write them and match patterns as browsers do. */

/**
 * The pattern of a site and whatever stands before it ("www."); null for what is no site.
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
