import { setTimeout as delay } from 'node:timers/promises';
import { PausedError } from '../../../src/index.ts';

/** Lets calls begin one after the other, with time between them. */
export class Pace {
  readonly #everyMs: number;
  readonly #over: AbortSignal;
  #next = Number.NEGATIVE_INFINITY;

  /** @param over nobody waits after it */
  constructor(everyMs: number, over: AbortSignal) {
    this.#everyMs = everyMs;
    this.#over = over;
  }

  /** Resolves when a call may begin. @throws PausedError where all is over before */
  async turn(): Promise<void> {
    const now = performance.now();
    const at = Math.max(now, this.#next);
    this.#next = at + this.#everyMs;
    if (at === now) return;
    await delay(at - now, undefined, { signal: this.#over }).catch(() => {
      throw new PausedError('Discord is stopped: the call was not made');
    });
  }
}
