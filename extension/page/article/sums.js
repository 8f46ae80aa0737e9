/** Sums over any run of blocks, in one step. */
export class Sums {
  #before = [0];

  /** @param {number[]} values */
  constructor(values) {
    for (const value of values) this.#before.push(/** @type {number} */ (this.#before.at(-1)) + value);
  }

  /** @param {{ first: number, end: number }} run */
  over({ first, end }) {
    return this.#before[end] - this.#before[first];
  }
}
