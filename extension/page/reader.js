/**
 * Turns the marks on a page on and off, and keeps them up to date with a page that changes.
 *
 * @import { MarkedText, TabState } from "../shared/messages.js"
 * @import { Settings } from "../shared/settings.js"
 * @import { Outcome, Reading } from "./reading.js"
 */
import { sendToBackground } from "../shared/messages.js";
import { isFirstUse, load, onChange } from "../shared/settings.js";
import { isSamePlace } from "./blocks.js";
import { Panels } from "./panels.js";
import { whenOrphaned } from "./orphan.js";
import { readPage } from "./reading.js";
import { Session } from "./session.js";
import { Cost, Slices } from "./slices.js";
import { Watch } from "./watch.js";

export class Reader {
  /** What the page's thread has spent on reading since the page was opened. */
  cost = new Cost();
  panels = new Panels(this.cost);
  /** Aborted to end everything that exists while the marks are on; null while they are off. @type {AbortController | null} */
  #life = null;
  /** @type {Session | null} */
  #session = null;
  /** @type {Reading | null} */
  #reading = null;
  /** What the toolbar shows. @type {TabState} */
  state = { state: "off" };

  /** @returns {boolean} whether the marks are on now */
  toggle() {
    if (this.#life) this.#switchOff();
    else void this.#switchOn();
    return this.#life !== null;
  }

  /** Turns the marks on where they are off. @returns {boolean} */
  show() {
    if (!this.#life) void this.#switchOn();
    return this.#life !== null;
  }

  /**
   * @param {1 | -1} by
   * @param {"mark" | "unnamed"} to
   */
  async step(by, to) {
    if (!this.#life) await this.#switchOn();
    if (to === "unnamed") this.#session?.stepUnnamed(by);
    else this.#session?.step(by);
  }

  /** @returns {MarkedText | null} */
  get marked() {
    return this.#session?.marked ?? null;
  }

  async #switchOn() {
    this.#life?.abort();
    const { signal } = (this.#life = new AbortController());
    this.#report({ state: "reading" });
    if (document.contentType === "application/pdf") {
      this.#end();
      return this.#report({ state: "problem", problem: "Pdf" });
    }
    const settings = await load();
    if (signal.aborted) return;
    const unwatch = onChange(() => {
      this.#reading = null;
      void this.#switchOn();
    });
    signal.addEventListener("abort", unwatch);
    whenOrphaned(() => this.#end(), signal);
    window.addEventListener("pageshow", (event) => event.persisted && this.#sendState(), { signal });
    const watch = new Watch(() => this.#read(settings, watch, signal), signal);
    await watch.first();
    if (signal.aborted || !this.#session) return;
    this.#session.announceCount();
    if (this.#session.marks.length > 0 && (await isFirstUse())) this.#session?.showLegend(false);
  }

  /**
   * Reads the page and updates the marks.
   *
   * @param {Settings} settings
   * @param {Watch} watch
   * @param {AbortSignal} signal
   * @returns {Promise<number>} the time that it took, in milliseconds
   */
  async #read(settings, watch, signal) {
    const slices = new Slices(this.cost, signal);
    try {
      const outcome = await readPage(settings, this.#reading, slices);
      watch.follow(outcome.trees);
      await this.#apply(outcome, settings, slices);
    } catch (error) {
      if (signal.aborted) return slices.spent;
      console.error(error);
      if (this.#session) return slices.spent;
      this.#end();
      this.#report({ state: "problem", problem: "Failed" });
    } finally {
      slices.end();
    }
    return slices.spent;
  }

  /**
   * @param {Outcome} outcome
   * @param {Settings} settings
   * @param {Slices} slices
   */
  async #apply({ reading, problem }, settings, slices) {
    if (problem === "Failed" && this.#session) return;
    if (problem || !this.#reading) this.#forget();
    // No change of the page repairs this; another click tries again.
    if (problem === "Failed") this.#end();
    if (!reading) return this.#report({ state: "problem", problem: problem ?? "Failed" });
    const { page, analysis, extent } = reading;
    const isSame = this.#reading?.analysis === analysis && isSamePlace(this.#reading.page, page);
    if (isSame) return;
    this.#session ??= new Session(settings, this.cost, (mark) => this.panels.entered(mark));
    if (this.#reading && reading.address !== this.#reading.address) this.#session.startAfresh();
    await this.#session.show(page, analysis, slices);
    this.#reading = reading;
    this.panels.show({ text: page.text, analysis }, extent, page, this.#session);
    this.#report({ state: "on", count: this.#session.marks.length, extent });
  }

  #switchOff() {
    this.#end();
    this.#report({ state: "off" });
  }

  #end() {
    this.#life?.abort();
    this.#life = null;
    this.#forget();
  }

  /** Drops what was read and drawn. */
  #forget() {
    this.#session?.end();
    this.#session = null;
    this.#reading = null;
    this.panels.clear();
  }

  /** @param {TabState} state */
  #report(state) {
    const isNew = JSON.stringify(state) !== JSON.stringify(this.state);
    this.state = state;
    if (isNew) this.#sendState();
  }

  #sendState() {
    void sendToBackground({ type: "state", tab: this.state }).catch(() => {});
  }
}
