/** It is looked whether something has changed at most this often; until then the last answers. In milliseconds. */
const FRESH_MS = 10_000;

/** What takes a while to make and is asked for all the time: nobody waits for a second one, the last answers meanwhile. */
export class Renewed<Value> {
  readonly #make: (known: Promise<Value> | undefined) => Promise<Value>;
  #value: Promise<Value> | undefined;
  #checkedAt = Number.NEGATIVE_INFINITY;

  /** @param make gives the known one again where nothing has changed */
  constructor(make: (known: Promise<Value> | undefined) => Promise<Value>) {
    this.#make = make;
  }

  current(): Promise<Value> {
    if (this.#value !== undefined && performance.now() - this.#checkedAt < FRESH_MS) return this.#value;
    this.#checkedAt = performance.now();
    const renewed = this.#make(this.#value);
    this.#value ??= renewed;
    renewed.then(
      () => {
        this.#value = renewed;
      },
      () => {
        if (this.#value === renewed) this.#value = undefined;
      },
    );
    return this.#value;
  }
}
