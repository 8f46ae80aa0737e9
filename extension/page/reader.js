/**
 * The life of the marks on one page: on, off, and what the pointer or the keyboard is on.
 *
 * @import { Answer, FromPage, Ledger, Problem, TabState } from "../messages.js"
 */
import { readBlocks } from "./blocks.js";
import { articleOf } from "./scope.js";
import { Session } from "./session.js";

/** @param {FromPage} message @returns {Promise<any>} */
const tell = (message) => chrome.runtime.sendMessage(message);

/** @param {TabState} tab */
const showState = (tab) => void tell({ type: "state", tab }).catch(() => {});

export class Reader {
  /** @type {Session | null} */
  #session = null;
  /** Counts switchings, so that an answer that comes late for a switched-off page is dropped. */
  #turn = 0;
  #on = false;

  /** @returns {boolean} whether the marks are on now */
  toggle() {
    if (this.#on) this.#switchOff();
    else void this.#switchOn();
    return this.#on;
  }

  /**
   * @param {1 | -1} by
   * @param {"mark" | "unnamed"} to
   */
  async step(by, to) {
    if (!this.#on) await this.#switchOn();
    if (to === "unnamed") this.#session?.stepUnnamed(by);
    else this.#session?.step(by);
  }

  /** @returns {Ledger | null} */
  get ledger() {
    return this.#session?.ledger ?? null;
  }

  async #switchOn() {
    const turn = ++this.#turn;
    this.#on = true;
    showState({ state: "reading" });
    if (document.contentType === "application/pdf") return this.#giveUp("Pdf");
    const page = readBlocks(articleOf(document));
    if (page.text === "") return this.#giveUp("NoText");
    /** @type {Answer} */
    const answer = await tell({ type: "analyze", text: page.text }).catch((error) => ({ error: String(error) }));
    if (turn !== this.#turn) return;
    if ("error" in answer) return this.#giveUp("Failed");
    this.#session = new Session(page, answer.analysis);
    showState({ state: "on", count: this.#session.marks.length });
  }

  /** @param {Problem} problem */
  #giveUp(problem) {
    this.#on = false;
    showState({ state: "problem", problem });
  }

  #switchOff() {
    this.#turn++;
    this.#on = false;
    this.#session?.end();
    this.#session = null;
    showState({ state: "off" });
  }
}
