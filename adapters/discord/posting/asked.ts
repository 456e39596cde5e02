import { ChannelType } from 'discord-api-types/v10';
import { type Conversation, DetenteError } from '../../../src/index.ts';
import type { DiscordApi } from '../connection/api.ts';
import { failureOf } from '../connection/failure.ts';

/** What the gateway tells by itself, asked by calls: for a process that only posts, and while nothing is connected. */
export class Asked {
  readonly #api: DiscordApi;
  #own: Promise<string> | undefined;

  constructor(api: DiscordApi) {
    this.#api = api;
  }

  /** The bot's own id. */
  own(): Promise<string> {
    this.#own ??= this.#api.me().catch((error: unknown) => {
      this.#own = undefined;
      throw error;
    });
    return this.#own;
  }

  /** Whether a channel has threads below its messages. Whether the bot may begin one shows when it does. */
  async canThread(channel: string): Promise<boolean> {
    const { type } = await this.#api.channel(channel);
    return type === ChannelType.GuildText || type === ChannelType.GuildAnnouncement;
  }

  /**
   * Why the bot cannot look back. To ask for one message needs the same rights as the history, and is refused without
   * them, where the history is given as empty: https://docs.discord.com/developers/resources/message#get-channel-message
   * @throws DetenteError where that cannot be told
   */
  async blindness({ channel, thread }: Conversation): Promise<string | undefined> {
    const place = thread ?? channel;
    try {
      // no message has the id of its channel
      await this.#api.message(place, place);
      return undefined;
    } catch (error) {
      const failure = failureOf(error);
      // Unknown Message: it has looked
      if (failure.kind === 'expired') return undefined;
      if (failure.kind !== 'closed') throw new DetenteError('internal', `Discord: ${failure.reason}`, { cause: error });
      return failure.isGone ? failure.reason : 'I lack the permission "View Channel" or "Read Message History"';
    }
  }
}
