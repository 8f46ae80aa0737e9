/** Sums of values over consecutive blocks, each in constant time. */
export class Sums {
  #before = [0];

  /** @param {number[]} values */
  constructor(values) {
    let sum = 0;
    for (const value of values) this.#before.push((sum += value));
  }

  /** @param {{ first: number, end: number }} run */
  over({ first, end }) {
    return this.#before[end] - this.#before[first];
  }
}
