import type { Conversation } from '../../../src/index.ts';
import type { DiscordApi } from '../connection/api.ts';
import { failureOf } from '../connection/failure.ts';

/** Most people who are written to by their own ids. */
const MOST = 1_000;

/** Finds the channel of a conversation: a person's own is named by the person's id. */
export class Addresses {
  readonly #api: DiscordApi;
  readonly #isChannel: (id: string) => boolean;
  readonly #direct = new Map<string, string>();

  /** @param isChannel whether an id is known to be a channel's */
  constructor(api: DiscordApi, isChannel: (id: string) => boolean) {
    this.#api = api;
    this.#isChannel = isChannel;
  }

  /** What Discord knows no person by is taken for a channel's id. @throws what came of the call, where it says nothing of the id */
  async channelOf(conversation: Conversation): Promise<Conversation> {
    const { channel } = conversation;
    if (this.#isChannel(channel)) return conversation;
    const known = this.#direct.get(channel) ?? (await this.#lookedUp(channel));
    if (this.#direct.size < MOST) this.#direct.set(channel, known);
    return { ...conversation, channel: known };
  }

  async #lookedUp(id: string): Promise<string> {
    try {
      return await this.#api.openDirect(id);
    } catch (error) {
      const { kind } = failureOf(error);
      if (kind === 'unknown') return id;
      throw error;
    }
  }
}
