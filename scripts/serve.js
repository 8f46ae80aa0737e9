/**
 * Serves files on localhost: extensions may not read `file:` pages unless the reader permits it.
 */
import { readFile } from "node:fs/promises";
import { createServer } from "node:http";
import { extname } from "node:path";
import { setTimeout as pause } from "node:timers/promises";

/** @type {Record<string, string>} */
const TYPES = {
  ".html": "text/html; charset=utf-8",
  ".js": "text/javascript",
  ".mjs": "text/javascript",
  ".pdf": "application/pdf",
  ".wasm": "application/wasm",
  ".xhtml": "application/xhtml+xml",
};

/**
 * @param {Record<string, string>} folders what a first path segment stands for: `{ pages: "tests/browser/pages" }`
 * @param {Record<string, Record<string, string>>} [headers] of single paths
 *
 * `/wait/500` is an empty script that takes 500 milliseconds.
 */
export async function serve(folders, headers = {}) {
  /** @type {string[]} */
  const requested = [];
  const server = createServer(async (request, response) => {
    const path = decodeURIComponent(new URL(request.url ?? "/", "http://localhost").pathname);
    requested.push(path);
    const [, mount, ...rest] = path.split("/");
    if (mount === "wait") await pause(Number(rest[0]));
    const folder = folders[mount];
    try {
      if (mount === "wait") return void response.writeHead(200, { "content-type": TYPES[".js"] }).end();
      if (!folder || rest.includes("..")) throw new Error("not served");
      const body = await readFile(`${folder}/${rest.join("/")}`);
      response.writeHead(200, { "content-type": TYPES[extname(path)] ?? "text/plain", ...headers[path] });
      response.end(body);
    } catch {
      response.writeHead(404).end();
    }
  });
  await new Promise((resolve) => server.listen(0, "127.0.0.1", () => resolve(null)));
  const address = server.address();
  if (!address || typeof address === "string") throw new Error("the server has no port");
  return {
    /** @param {string} path */
    url: (path) => `http://127.0.0.1:${address.port}/${path}`,
    /** The paths that were asked for so far. */
    requested: () => requested,
    close() {
      server.closeAllConnections();
      server.close();
    },
  };
}
