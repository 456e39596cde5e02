import type { Logger } from '../../../src/index.ts';

/** The part of an event emitter whose listeners can be taken and put back. */
export interface Emitter {
  // biome-ignore lint/suspicious/noExplicitAny: listeners of any event
  listeners(event: string): ((...args: any[]) => unknown)[];
  // biome-ignore lint/suspicious/noExplicitAny: listeners of any event
  on(event: string, listener: (...args: any[]) => void): unknown;
  removeAllListeners(event: string): unknown;
}

/**
 * Slack's client and Bolt's receiver listen with async functions whose failures nobody catches: one odd payload, or an
 * acknowledgement that meets a closed socket, would end the process. From now on such a failure is logged.
 */
export function guard(emitter: Emitter, events: readonly string[], logger: Logger): void {
  for (const event of events) {
    const listeners = emitter.listeners(event);
    emitter.removeAllListeners(event);
    for (const listener of listeners)
      emitter.on(event, (...args) => {
        const done = (async () => listener(...args))();
        done.catch((error: unknown) => logger.error({ adapter: 'slack', event, error }, 'a message of Slack failed'));
      });
  }
}
