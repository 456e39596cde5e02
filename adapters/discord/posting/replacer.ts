import { type Conversation, type Replace, type Sent, type StandingMessage, StandingReply } from '../../../src/index.ts';
import type { DiscordApi } from '../connection/api.ts';
import { type DiscordMessage, render } from '../render.ts';
import { again } from './again.ts';
import { type Calls, homeOf } from './calls.ts';
import { stampsOf } from './marks.ts';
import { inPlace } from './standing-messages.ts';

export interface ReplacerOptions {
  readonly api: DiscordApi;
  readonly calls: Calls;
  readonly againMs: number;
}

/** Puts better replies in the place of one that was just posted for all to see: what stands of it is known. */
export class Replacer {
  readonly #options: ReplacerOptions;

  constructor(options: ReplacerOptions) {
    this.#options = options;
  }

  /**
   * @param sent what was posted, without a key
   * @param request the id of the request that got it: its buttons name it
   */
  of(conversation: Conversation, { id, parts = [], thread }: Sent, request: string): Replace {
    const home = homeOf(conversation);
    const place = thread ?? home;
    // a thread that took no posts gave way to the channel
    const rest = parts.map((part) => this.#message([...new Set([place, home])], part));
    const standing = new StandingReply([this.#message([home], id), ...rest]);
    const add = (messages: readonly DiscordMessage[]) => this.#add(place, messages);
    // holds up no post there, whatever hangs
    return (better) =>
      this.#options.calls.told(conversation, 'change anything', () =>
        standing.replace(render(better, { request }), add),
      );
  }

  #message(places: readonly string[], id: string): StandingMessage<DiscordMessage> {
    return inPlace(this.#options.api, places, id, this.#options.againMs);
  }

  async #add(place: string, messages: readonly DiscordMessage[]): Promise<StandingMessage<DiscordMessage>[]> {
    const { api, againMs } = this.#options;
    const added: StandingMessage<DiscordMessage>[] = [];
    for (const message of messages) {
      const { nonce } = stampsOf(undefined)(0);
      const post = (within?: AbortSignal) => api.post(place, message, { nonce, isSilent: true, within });
      added.push(this.#message([place], await again(post, againMs)));
    }
    return added;
  }
}
