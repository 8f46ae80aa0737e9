/**
 * The version, which is in Cargo.toml and nowhere else: the manifests and the names of the packages get it from here.
 */
import { readFileSync } from "node:fs";

export const VERSION = readFileSync("Cargo.toml", "utf8").match(/^version = "(.*)"/m)?.[1] ?? "";
