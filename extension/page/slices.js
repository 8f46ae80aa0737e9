/**
 * Divides long work into short turns, between which the page can run: reading must not make the page slow.
 *
 * Code that has much to do checks {@link Slices.isOver} often and awaits {@link Slices.next} when it is true. The time of
 * the turns is added up, because the allowance for reading a page again depends on it.
 */

/** The length of a turn: half a frame at 60 Hz, so that the page has the other half. */
const TURN_MS = 8;
/** On a page that is never idle, the next turn begins after this time at the latest. */
const WAIT_MS = 60;

/** The time that the page's thread has spent on our work, in milliseconds. */
export class Cost {
  /** The longest turn. */
  longest = 0;
  total = 0;
  turns = 0;

  /** @param {number} milliseconds of a turn */
  add(milliseconds) {
    this.longest = Math.max(this.longest, milliseconds);
    this.total += milliseconds;
    this.turns++;
  }
}

export class Slices {
  /** The time that this work has taken so far, here and in the background, without waiting. */
  spent = 0;
  #cost;
  #signal;
  #began = performance.now();
  #endsAt = Date.now() + TURN_MS;

  /**
   * @param {Cost} cost what the turns are added to
   * @param {AbortSignal} signal stops the work: the next turn throws instead of beginning
   */
  constructor(cost, signal) {
    this.#cost = cost;
    this.#signal = signal;
  }

  /** Whether it is time to await {@link next}. Called for every node, so it uses the cheapest clock. */
  get isOver() {
    return Date.now() >= this.#endsAt;
  }

  /**
   * Resolves when the browser has time for the next turn. `requestIdleCallback` is not used: it waits for the next idle
   * period, which is fifty milliseconds later on an idle page.
   */
  next() {
    return this.during(
      new Promise((resolve) => {
        const patience = setTimeout(resolve, WAIT_MS);
        const go = () => (clearTimeout(patience), resolve(null));
        void scheduler.postTask(go, { priority: "background" });
      }),
    );
  }

  /**
   * Ends the turn, and begins the next one when other work is done.
   *
   * @template T
   * @param {Promise<T>} work
   */
  async during(work) {
    this.end();
    const result = await work;
    this.#began = performance.now();
    this.#endsAt = Date.now() + TURN_MS;
    this.#signal.throwIfAborted();
    return result;
  }

  /** The work is done. */
  end() {
    const took = performance.now() - this.#began;
    this.spent += took;
    this.#cost.add(took);
  }
}
