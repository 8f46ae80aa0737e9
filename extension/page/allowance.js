/**
 * How much of a processor's time may go into reading a page again and again: a small share of it in the long run, and a
 * little at once, since most pages change seldom and then want to be read right away.
 */

/** Of one core; what watching itself costs comes on top. */
const SHARE = 0.04;
/** What can be saved up, in milliseconds. */
const MOST_SAVED = 400;

export class Allowance {
  #saved = MOST_SAVED;
  #asOf;

  /** @param {number} now in milliseconds, as all times here */
  constructor(now) {
    this.#asOf = now;
  }

  /**
   * @param {number} cost of what was done; may exceed what was saved, which is then owed
   * @param {number} now
   */
  spend(cost, now) {
    this.#saved = Math.min(MOST_SAVED, this.#saved + (now - this.#asOf) * SHARE) - cost;
    this.#asOf = now;
  }

  /** When nothing is owed any more. */
  get readyAt() {
    return this.#saved >= 0 ? this.#asOf : this.#asOf - this.#saved / SHARE;
  }
}
