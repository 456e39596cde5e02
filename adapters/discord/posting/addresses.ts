import { type Conversation, DetenteError } from '../../../src/index.ts';
import type { DiscordApi } from '../connection/api.ts';
import { failureOf } from '../connection/failure.ts';
import type { Pace } from './pace.ts';

/** Most people who are written to by their own ids. */
const MOST = 1_000;

/** Finds the channel of a conversation: a person's own is named by the person's id. */
export class Addresses {
  readonly #api: DiscordApi;
  readonly #pace: Pace;
  readonly #isChannel: (id: string) => boolean;
  readonly #direct = new Map<string, string>();

  /** @param isChannel whether an id is known to be a channel's */
  constructor(api: DiscordApi, pace: Pace, isChannel: (id: string) => boolean) {
    this.#api = api;
    this.#pace = pace;
    this.#isChannel = isChannel;
  }

  /** What Discord knows no person by is taken for a channel's id. @throws DetenteError `internal` where the call says nothing of the id */
  async channelOf(conversation: Conversation): Promise<Conversation> {
    const { channel } = conversation;
    if (this.#isChannel(channel)) return conversation;
    return { ...conversation, channel: this.#direct.get(channel) ?? (await this.#lookedUp(channel)) };
  }

  async #lookedUp(id: string): Promise<string> {
    try {
      await this.#pace.turn();
      const channel = await this.#api.openDirect(id);
      if (this.#direct.size < MOST) this.#direct.set(id, channel);
      return channel;
    } catch (error) {
      const { kind, reason } = failureOf(error);
      if (kind === 'unknown') return id;
      throw new DetenteError('internal', `Discord: ${reason}`, { cause: error });
    }
  }
}
