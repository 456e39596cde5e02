/** So many at once; the others wait in the order they came. */
export class Turns {
  readonly #width: number;
  readonly #waiting = new Set<() => void>();
  #running = 0;

  constructor(width: number) {
    this.#width = width;
  }

  get isIdle(): boolean {
    return this.#running === 0;
  }

  /** Undefined where the signal came before the turn; else what `work` gives. */
  async take<Result>(signal: AbortSignal, work: () => Promise<Result>): Promise<Result | undefined> {
    if (!(await this.#enter(signal))) return undefined;
    try {
      return await work();
    } finally {
      this.#leave();
    }
  }

  async #enter(signal: AbortSignal): Promise<boolean> {
    if (signal.aborted) return false;
    if (this.#running < this.#width) this.#running += 1;
    else if (!(await this.#called(signal))) return false;
    return true;
  }

  /** Whoever is called takes over the place of the one that left. */
  #called(signal: AbortSignal): Promise<boolean> {
    return new Promise((resolve) => {
      const end = (isCalled: boolean) => {
        signal.removeEventListener('abort', giveUp);
        this.#waiting.delete(call);
        resolve(isCalled);
      };
      const call = () => end(true);
      const giveUp = () => end(false);
      this.#waiting.add(call);
      signal.addEventListener('abort', giveUp);
    });
  }

  #leave(): void {
    const [next] = this.#waiting;
    if (next === undefined) this.#running -= 1;
    else next();
  }
}
