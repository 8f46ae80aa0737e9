/** Programs other than the browsers that tests need; build.sh installs them. */
import { existsSync } from "node:fs";

const FOLDERS = (process.env.PATH ?? "").split(":");

/** @param {string[]} commands @returns {string | false} why a test that needs them is skipped */
export function missing(...commands) {
  const absent = commands.filter((command) => !FOLDERS.some((folder) => existsSync(`${folder}/${command}`)));
  return absent.length > 0 ? `SKIPPED: ${absent.join(", ")} not there` : false;
}
