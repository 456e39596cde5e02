import { setTimeout as delay } from 'node:timers/promises';
import type { Logger, Reply } from '../../../src/index.ts';
import type { Message, Render } from '../render.ts';
import { bodyOf } from './body.ts';

/** Slack lets a response_url be used five times in thirty minutes. https://docs.slack.dev/interactivity/handling-user-interaction#message_responses */
const MOST_USES = 5;
const TIMEOUT_MS = 10_000;

/** Replies that one user alone sees, by the address that came with what the user did. */
export class PrivateReplies {
  readonly #logger: Logger;
  readonly #render: Render;

  readonly #isOver: () => boolean;

  /** @param isOver nothing is sent any more */
  constructor(logger: Logger, render: Render, isOver: () => boolean) {
    this.#logger = logger;
    this.#render = render;
    this.#isOver = isOver;
  }

  /** What cannot be sent is logged: there is nowhere else to say it. */
  async send(responseUrl: string, reply: Reply, shareable?: string): Promise<void> {
    const messages = this.#render(reply, shareable === undefined ? {} : { shareable });
    for (const message of this.#within(messages))
      if (this.#isOver() || !(await this.#post(responseUrl, message))) return;
  }

  async #post(responseUrl: string, message: Message, again = true): Promise<boolean> {
    const body = JSON.stringify({ response_type: 'ephemeral', replace_original: false, ...bodyOf(message) });
    const headers = { 'content-type': 'application/json; charset=utf-8' };
    try {
      const signal = AbortSignal.timeout(TIMEOUT_MS);
      const response = await fetch(responseUrl, { method: 'POST', headers, body, signal });
      if (response.status === 429 && again) {
        await delay(1_000 * (Number(response.headers.get('retry-after')) || 1));
        return await this.#post(responseUrl, message, false);
      }
      if (!response.ok) this.#logger.warn({ adapter: 'slack', status: response.status }, 'a private reply was refused');
      return response.ok;
    } catch (error) {
      this.#logger.warn({ adapter: 'slack', error }, 'a private reply could not be sent');
      return false;
    }
  }

  /** Never cut without a word. */
  #within(messages: readonly Message[]): readonly Message[] {
    if (messages.length <= MOST_USES) return messages;
    const text = 'There is more than fits here: ask in a direct message for all of it.';
    return [...messages.slice(0, MOST_USES - 1), this.#render({ kind: 'notice', text })[0]];
  }
}
