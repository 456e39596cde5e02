/** Time that may be spent on servers, in milliseconds; waiting for one's own turn is not charged. */
export class Allowance {
  #left: number;

  constructor(milliseconds: number) {
    this.#left = milliseconds;
  }

  get left(): number {
    return Math.max(0, this.#left);
  }

  /** @returns what `work` gives, its time taken off what is left */
  async charge<Result>(work: () => Promise<Result>): Promise<Result> {
    const begun = performance.now();
    try {
      return await work();
    } finally {
      this.#left -= performance.now() - begun;
    }
  }
}
