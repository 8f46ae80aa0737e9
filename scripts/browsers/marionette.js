/**
 * Firefox's own remote protocol: numbered JSON commands over TCP, each preceded by its length.
 */
import { connect } from "node:net";
import { poll } from "./wait.js";

/** @typedef {{ resolve: (value: any) => void, reject: (error: Error) => void }} Waiting */

export class Marionette {
  #socket;
  #received = Buffer.alloc(0);
  #number = 0;
  /** @type {Map<number, Waiting>} */
  #waiting = new Map();

  /** @param {import("node:net").Socket} socket */
  constructor(socket) {
    this.#socket = socket;
    socket.on("data", (data) => this.#take(data));
    socket.on("close", () => {
      for (const { reject } of this.#waiting.values()) reject(new Error("Firefox ended"));
    });
  }

  /** @param {number} port */
  static async connect(port) {
    const socket = await poll(
      () =>
        /** @type {Promise<import("node:net").Socket | null>} */ (
          new Promise((resolve) => {
            const trial = connect(port, "127.0.0.1");
            trial.once("connect", () => resolve(trial));
            trial.once("error", () => resolve(null));
          })
        ),
      { milliseconds: 60_000, what: "Firefox" },
    );
    const self = new Marionette(socket);
    await self.send("WebDriver:NewSession", { capabilities: { alwaysMatch: { acceptInsecureCerts: true } } });
    return self;
  }

  /** @param {Buffer} data */
  #take(data) {
    this.#received = Buffer.concat([this.#received, data]);
    for (;;) {
      const colon = this.#received.indexOf(":");
      if (colon < 0) return;
      const end = colon + 1 + Number(this.#received.subarray(0, colon));
      if (this.#received.length < end) return;
      this.#answer(JSON.parse(this.#received.subarray(colon + 1, end).toString()));
      this.#received = this.#received.subarray(end);
    }
  }

  /** @param {unknown} frame */
  #answer(frame) {
    if (!Array.isArray(frame)) return;
    const [, number, error, value] = frame;
    const waiting = this.#waiting.get(number);
    this.#waiting.delete(number);
    if (error) waiting?.reject(new Error(`${error.error}: ${error.message}`));
    else waiting?.resolve(value && "value" in value ? value.value : value);
  }

  /**
   * @param {string} command
   * @param {object} [parameters]
   * @returns {Promise<any>}
   */
  send(command, parameters = {}) {
    const number = ++this.#number;
    const frame = JSON.stringify([0, number, command, parameters]);
    this.#socket.write(`${Buffer.byteLength(frame)}:${frame}`);
    return new Promise((resolve, reject) => this.#waiting.set(number, { resolve, reject }));
  }

  /**
   * Runs the body of an async function in the tab or, in context "chrome", in the browser itself.
   *
   * @param {"content" | "chrome"} context
   * @param {string} body
   * @param {any[]} values its `values`
   * @param {string | null} [sandbox] "system" gives the script the rights of the browser
   */
  async run(context, body, values, sandbox = null) {
    await this.send("Marionette:SetContext", { value: context });
    const script = `
      const [values, done] = arguments;
      (async () => {${body}})().then((value) => done({ value }), (error) => done({ error: String(error) }));`;
    const { value, error } = await this.send("WebDriver:ExecuteAsyncScript", {
      script,
      args: [values],
      sandbox,
      newSandbox: false,
    });
    if (error) throw new Error(error);
    return value;
  }

  close() {
    this.#socket.destroy();
  }
}
