/**
 * Long work done in short turns, between which the page has its way: a reader must not feel that the page is read.
 *
 * Whoever has much to do looks at {@link Slices.isOver} now and then and awaits {@link Slices.next} when it says so. What
 * the turns took is added up, because whoever reads again and again must know what that costs.
 */

/** A turn is over after this long: half a frame at 60 Hz, which leaves the page the other half. */
const TURN_MS = 8;
/** A page that is never idle waits for us no longer than this. */
const WAIT_MS = 60;

/** What the page's thread has spent on us, in milliseconds. */
export class Cost {
  /** The longest turn, which no wait interrupted. */
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
  /** What this work has taken so far, here and elsewhere; waiting is free. */
  spent = 0;
  #cost;
  #signal;
  #began = performance.now();
  #endsAt = Date.now() + TURN_MS;

  /**
   * @param {Cost} cost what the turns are added to
   * @param {AbortSignal} signal stops the work at the end of a turn: the next one throws
   */
  constructor(cost, signal) {
    this.#cost = cost;
    this.#signal = signal;
  }

  /** Whether it is time to await {@link next}; asked at every node, so by the clock that costs least. */
  get isOver() {
    return Date.now() >= this.#endsAt;
  }

  /**
   * The next turn, when the browser has nothing better to do. Not by `requestIdleCallback`, whose next callback waits for
   * the next idle period, fifty milliseconds later on a page that rests.
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
   * Ends the turn and begins the next one when somebody else has done their part.
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
