/**
 * Limits the processor time that is spent on reading a page again and again: to a small share in the long run. Some time
 * can be saved up, since most pages change seldom and are to be read at once when they do.
 */

/** Of one processor core, without the cost of observing the page. */
const SHARE = 0.04;
/** The most that can be saved up, in milliseconds. */
const MOST_SAVED = 400;

export class Allowance {
  #saved = MOST_SAVED;
  #asOf;

  /** @param {number} now in milliseconds, as are all times here */
  constructor(now) {
    this.#asOf = now;
  }

  /**
   * @param {number} cost of a reading; where it exceeds what was saved up, the rest is owed
   * @param {number} now
   */
  spend(cost, now) {
    this.#saved = Math.min(MOST_SAVED, this.#saved + (now - this.#asOf) * SHARE) - cost;
    this.#asOf = now;
  }

  /** The time at which nothing is owed any more. */
  get readyAt() {
    return this.#saved >= 0 ? this.#asOf : this.#asOf - this.#saved / SHARE;
  }
}
