import { setImmediate as loopTurn } from 'node:timers/promises';

/**
 * Lets one piece of work after the other begin, each in a turn of the event loop of its own. An answer may keep the
 * processor busy for a tenth of a second; between two of them what came in meanwhile is answered for. Work that waits
 * for something else holds up none.
 */
export class Turns {
  #last: Promise<void> = Promise.resolve();

  next(): Promise<void> {
    this.#last = this.#last.then(() => loopTurn());
    return this.#last;
  }
}
