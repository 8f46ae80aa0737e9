/**
 * The life of the marks on one page: on, off, and what the pointer or the keyboard is on.
 *
 * @import { FromPage, Ledger, Problem, TabState } from "../messages.js"
 */
import { FOUND, isOne } from "../messages.js";
import { coreSettings, isFirstUse, load, onChange } from "../settings.js";
import { scopeOf } from "./article.js";
import { readBlocks } from "./blocks.js";
import { Panels } from "./panels.js";
import { englishOf } from "./language.js";
import { whenOrphaned } from "./orphan.js";
import { Session } from "./session.js";

/** @param {FromPage} message @returns {Promise<any>} rejected where the extension is no more */
const tell = async (message) => chrome.runtime.sendMessage(message);

export class Reader {
  panels = new Panels();
  /** What the toolbar should show. @type {TabState} */
  state = { state: "off" };
  /** @type {Session | null} */
  #session = null;
  /** Counts switchings, so that an answer that comes late for a switched-off page is dropped. */
  #turn = 0;
  #on = false;
  /** Ends the watch over the settings. */
  #unwatch = () => {};
  /** Ends the watch over the extension itself. */
  #unguard = () => {};

  /** @returns {boolean} whether the marks are on now */
  toggle() {
    if (this.#on) this.#switchOff();
    else void this.#switchOn();
    return this.#on;
  }

  /** Switches the marks on where they are not. @returns {boolean} */
  show() {
    if (!this.#on) void this.#switchOn();
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
    this.#show({ state: "reading" });
    if (document.contentType === "application/pdf") return this.#giveUp("Pdf");
    const settings = await load();
    if (turn !== this.#turn) return;
    const text = readBlocks(scopeOf(document, settings.scope));
    if (text.text === "") return this.#giveUp("NoText");
    const english = englishOf(text);
    if (!english) return this.#giveUp("NotEnglish");
    const { page, isPart } = english;
    const question = { type: /** @type {const} */ ("analyze"), text: page.text, settings: coreSettings(settings) };
    const answer = await tell(question).catch(() => null);
    if (turn !== this.#turn) return;
    const found = { text: page.text, analysis: answer?.analysis };
    if (!isOne(FOUND, found)) return this.#giveUp("Failed");
    this.#session?.end();
    this.#session = new Session(page, found.analysis, settings, (mark) => this.panels.entered(mark));
    this.panels.show(found, page, this.#session);
    this.#unwatch();
    this.#unguard();
    this.#unwatch = onChange(() => void this.#switchOn());
    this.#unguard = whenOrphaned(() => this.#end());
    this.#show({ state: "on", count: this.#session.marks.length, isPart });
    if (this.#session.marks.length > 0 && (await isFirstUse())) this.#session?.showLegend(false);
  }

  /** @param {TabState} tab */
  #show(tab) {
    this.state = tab;
    void tell({ type: "state", tab }).catch(() => {});
  }

  /** @param {Problem} problem */
  #giveUp(problem) {
    this.#end();
    this.#show({ state: "problem", problem });
  }

  #switchOff() {
    this.#end();
    this.#show({ state: "off" });
  }

  #end() {
    this.#turn++;
    this.#on = false;
    this.#unwatch();
    this.#unguard();
    this.#session?.end();
    this.#session = null;
    this.panels.clear();
  }
}
