/**
 * Turns the marks on a page on and off, and keeps them up to date with a page that changes.
 *
 * @import { MarkedText, Problem, TabState } from "../shared/messages.js"
 * @import { PhraseGroup } from "../shared/phrases.js"
 * @import { Settings } from "../shared/settings.js"
 * @import { Outcome, Reading } from "./reading.js"
 */
import { sendToBackground } from "../shared/messages.js";
import { say } from "../shared/dom.js";
import { loadPhrases, onPhrasesChange } from "../shared/phrases.js";
import { isFirstUse, load, onChange } from "../shared/settings.js";
import { isSamePlace } from "./blocks.js";
import { HiddenMarks } from "./hidden.js";
import { Host } from "./host.js";
import { Notice } from "./notice.js";
import { Panels } from "./panels.js";
import { whenOrphaned } from "./orphan.js";
import { readPage } from "./reading.js";
import { Session } from "./session.js";
import { Cost, Slices } from "./slices.js";
import { Watch } from "./watch.js";
import { within } from "./within.js";

/** A state is reported so often at most, each time after the toolbar has not shown it for so long. */
const REPORTS = 5;
const SHOWN_MS = 2_000;

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
  #hidden = new HiddenMarks();
  /** Says why the page has no marks. @type {Notice | null} */
  #notice = null;
  /** The reader's own phrases. @type {PhraseGroup[]} */
  #phrases = [];
  /** What the toolbar shows. @type {TabState} */
  state = { state: "off" };

  /** @returns {boolean} whether the marks are on now */
  toggle() {
    if (this.#life) this.#switchOff();
    else void this.#switchOn(true);
    return this.#life !== null;
  }

  /**
   * Turns the marks on where they are off.
   *
   * @param {boolean} isAsked whether the reader asked for this page's marks
   * @returns {boolean}
   */
  show(isAsked) {
    if (!this.#life) void this.#switchOn(isAsked);
    return this.#life !== null;
  }

  /**
   * @param {1 | -1} by
   * @param {"mark" | "unnamed"} to
   */
  async step(by, to) {
    if (!this.#life) await this.#switchOn(true);
    if (to === "unnamed") this.#session?.stepUnnamed(by);
    else this.#session?.step(by);
  }

  /** @returns {MarkedText | null} */
  get marked() {
    return this.#session?.marked ?? null;
  }

  /** @param {boolean} isAsked whether the reader asked for this page's marks */
  async #switchOn(isAsked) {
    this.#life?.abort();
    this.#notice?.close();
    const { signal } = (this.#life = new AbortController());
    this.#report({ state: "reading" });
    const [settings, phrases] = await Promise.all([load(), loadPhrases()]);
    if (signal.aborted) return;
    this.#phrases = phrases;
    if (document.contentType === "application/pdf") this.#fail("Pdf");
    else await this.#start(settings, signal);
    if (isAsked && this.state.state === "problem") this.#explain(this.state.problem, settings);
    if (signal.aborted || !this.#session) return;
    this.#session.announceCount();
    if (!isAsked || this.#session.marks.length === 0) return;
    if (await isFirstUse()) this.#session?.showLegend(false);
    else this.#session?.announceBelow();
  }

  /**
   * Reads the page for the first time and watches it from then on.
   *
   * @param {Settings} settings
   * @param {AbortSignal} signal
   */
  async #start(settings, signal) {
    const again = () => {
      this.#reading = null;
      void this.#switchOn(false);
    };
    for (const unwatch of [onChange(again), onPhrasesChange(again)]) signal.addEventListener("abort", unwatch);
    whenOrphaned(() => this.#end(), signal);
    window.addEventListener("pageshow", (event) => event.persisted && this.#sendState(), { signal });
    const watch = new Watch(() => this.#read(settings, watch, signal), signal);
    await watch.first();
  }

  /** @param {Problem} problem that no change of the page repairs; another click tries again */
  #fail(problem) {
    this.#end();
    this.#report({ state: "problem", problem });
  }

  /**
   * Says in words, near the toolbar's button, why the page has no marks.
   *
   * @param {Problem} problem
   * @param {Settings} settings
   */
  #explain(problem, { looks }) {
    const host = new Host(looks);
    this.#notice = new Notice(host, "top", () => host.end());
    this.#notice.show(say(`problem${problem}`));
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
      const outcome = await readPage(settings, this.#hidden, this.#reading, slices);
      watch.follow(outcome.trees);
      await this.#apply(outcome, settings, slices, watch);
    } catch (error) {
      if (signal.aborted) return slices.spent;
      console.error(error);
      // What was read before is still shown.
      if (this.#reading) return slices.spent;
      this.#fail("Failed");
    } finally {
      slices.end();
    }
    return slices.spent;
  }

  /**
   * @param {Outcome} outcome
   * @param {Settings} settings
   * @param {Slices} slices
   * @param {Watch} watch
   */
  async #apply({ reading, problem }, settings, slices, watch) {
    if (problem === "Failed" && this.#reading) return;
    if (problem || !this.#reading) this.#forget();
    if (problem === "Failed") return this.#fail(problem);
    if (!reading) return this.#report({ state: "problem", problem: problem ?? "Failed" });
    const { page, analysis, extent } = reading;
    const isSame = this.#reading?.analysis === analysis && isSamePlace(this.#reading.page, page);
    if (isSame) return;
    this.#notice?.close();
    this.#session ??= new Session(settings, this.#phrases, this.cost, this.#hidden, {
      entered: (mark) => this.panels.entered(mark),
      changed: () => watch.changed(),
    });
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
    this.#notice?.close();
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
    if (!isNew) return;
    this.state = state;
    void this.#sendState();
  }

  /** Repeats itself until the toolbar shows the state: the browser may end the background with the report in its hands. */
  async #sendState() {
    const { state } = this;
    for (let times = 0; times < REPORTS && state === this.state; times++) {
      const report = sendToBackground({ type: "state", tab: state });
      if (await within(SHOWN_MS, report).catch(() => null)) return;
    }
  }
}
