/** Lets pieces of work with the same key go one after the other, in the order they were given. */
export class InOrder {
  readonly #tails = new Map<string, Promise<unknown>>();

  /** @throws what `work` threw */
  run<Result>(key: string, work: () => Promise<Result>): Promise<Result> {
    const done = (this.#tails.get(key) ?? Promise.resolve()).then(work);
    const tail = done
      .catch(() => {})
      .finally(() => {
        if (this.#tails.get(key) === tail) this.#tails.delete(key);
      });
    this.#tails.set(key, tail);
    return done;
  }
}
