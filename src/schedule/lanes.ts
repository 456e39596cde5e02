/** Work by lane: each lane takes so many pieces at once, and none waits for another lane's. */
export class Lanes {
  readonly #width: number;
  readonly #running = new Map<string, number>();
  readonly #waiting = new Map<string, (() => Promise<void>)[]>();
  readonly #idle: (() => void)[] = [];
  #isClosed = false;

  constructor(width: number) {
    this.#width = width;
  }

  /** @param work never rejects */
  add(lane: string, work: () => Promise<void>): void {
    if (this.#isClosed) return;
    const waiting = this.#waiting.get(lane) ?? [];
    this.#waiting.set(lane, waiting);
    waiting.push(work);
    this.#next(lane);
  }

  /** Resolves once nothing runs and nothing waits. */
  async settled(): Promise<void> {
    if (this.#running.size === 0) return;
    await new Promise<void>((resolve) => this.#idle.push(resolve));
  }

  /** What has not begun is given up. */
  close(): void {
    this.#isClosed = true;
    this.#waiting.clear();
  }

  #next(lane: string): void {
    const running = this.#running.get(lane) ?? 0;
    const work = running < this.#width ? this.#waiting.get(lane)?.shift() : undefined;
    if (work === undefined) return;
    this.#running.set(lane, running + 1);
    void work().finally(() => this.#leave(lane));
  }

  #leave(lane: string): void {
    const running = (this.#running.get(lane) ?? 1) - 1;
    if (running > 0) this.#running.set(lane, running);
    else this.#running.delete(lane);
    this.#next(lane);
    if (this.#running.size === 0) for (const resolve of this.#idle.splice(0)) resolve();
  }
}
