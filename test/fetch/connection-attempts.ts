import { createHook } from 'node:async_hooks';

/** Counts what this process tries to connect to, before anybody could answer. */
export class ConnectionAttempts implements Disposable {
  count = 0;
  readonly #hook = createHook({
    init: (_id, type) => {
      if (type === 'TCPCONNECTWRAP') this.count += 1;
    },
  }).enable();

  [Symbol.dispose](): void {
    this.#hook.disable();
  }
}
