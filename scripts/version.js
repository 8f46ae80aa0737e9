/**
 * What is in Cargo.toml and nowhere else: the version, which the manifests and the names of the packages get from here, and
 * the address of the repository, where it is known.
 */
import { readFileSync } from "node:fs";

const manifest = readFileSync("Cargo.toml", "utf8");

export const VERSION = manifest.match(/^version = "(.*)"/m)?.[1] ?? "";
/** Empty where Cargo.toml does not tell it. */
export const REPOSITORY = manifest.match(/^repository = "(https:\/\/.*)"/m)?.[1] ?? "";

/**
 * How the bundler makes scripts that lead to the repository's form for a wrong mark; without a repository nothing of that is
 * in them.
 *
 * @param {string} repository
 */
export const leadingTo = (repository) => ({
  define: { REPOSITORY: JSON.stringify(repository) },
  dropLabels: repository ? [] : ["ISSUE"],
});
