import type { webApi } from '@slack/bolt';
import type { RepeatableCalls } from '../connection/repeatable-calls.ts';

const MOST_USERS = 1_000;

/** Ids of people begin so; Slack posts by them, but reads and changes only by the id of the conversation. */
export function isUser(channel: string): boolean {
  return /^[UW]/.test(channel);
}

/** The conversations that people have with the bot alone. */
export class DirectMessages {
  readonly #client: webApi.WebClient;
  readonly #calls: RepeatableCalls;
  readonly #channels = new Map<string, string>();

  constructor(client: webApi.WebClient, calls: RepeatableCalls) {
    this.#client = client;
    this.#calls = calls;
  }

  /** A channel as it is; for a user's id (`U...`) the channel (`D...`) that Slack keeps for it. */
  async channelOf(channel: string): Promise<string> {
    return isUser(channel) ? (this.#channels.get(channel) ?? (await this.open({ users: channel }))) : channel;
  }

  /** Asks Slack, whatever is known. Shows nobody anything. https://docs.slack.dev/reference/methods/conversations.open */
  async open(who: { readonly users: string } | { readonly channel: string }): Promise<string> {
    const { channel } = await this.#calls.run('conversations.open', () => this.#client.conversations.open(who));
    const id = channel?.id ?? '';
    if ('users' in who) this.#keep(who.users, id);
    return id;
  }

  #keep(user: string, channel: string): void {
    this.#channels.set(user, channel);
    const [oldest] = this.#channels.keys();
    if (this.#channels.size > MOST_USERS && oldest !== undefined) this.#channels.delete(oldest);
  }
}
