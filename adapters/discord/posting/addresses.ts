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
  /** Shared by those who ask at once, so that they go on in the order in which they asked. */
  readonly #direct = new Map<string, Promise<string>>();

  /** @param isChannel whether an id is known to be a channel's */
  constructor(api: DiscordApi, pace: Pace, isChannel: (id: string) => boolean) {
    this.#api = api;
    this.#pace = pace;
    this.#isChannel = isChannel;
  }

  /**
   * What Discord knows no person by is taken for a channel's id; a thread that was deleted gives way to its channel.
   * @throws DetenteError `internal` where the call says nothing of the id
   */
  async channelOf(conversation: Conversation): Promise<Conversation> {
    const { thread, ...place } = conversation;
    const { channel } = place;
    const found = this.#isChannel(channel) ? channel : await this.#directWith(channel);
    const stands = thread !== undefined && (await this.#stands(thread));
    return { ...place, channel: found, ...(stands && { thread }) };
  }

  async #stands(thread: string): Promise<boolean> {
    try {
      await this.#pace.turn();
      await this.#api.channel(thread);
      return true;
    } catch (error) {
      const failure = failureOf(error);
      // what else it may be shows when it is posted to
      return !(failure.kind === 'closed' && failure.isGone);
    }
  }

  #directWith(id: string): Promise<string> {
    const known = this.#direct.get(id);
    if (known !== undefined) return known;
    const asked = this.#lookedUp(id);
    const [oldest] = this.#direct.keys();
    if (this.#direct.size >= MOST && oldest !== undefined) this.#direct.delete(oldest);
    this.#direct.set(id, asked);
    asked.catch(() => this.#direct.delete(id));
    return asked;
  }

  async #lookedUp(id: string): Promise<string> {
    try {
      await this.#pace.turn();
      return await this.#api.openDirect(id);
    } catch (error) {
      const { kind, reason } = failureOf(error);
      if (kind === 'unknown') return id;
      throw new DetenteError('internal', `Discord: ${reason}`, { cause: error });
    }
  }
}
