import type { webApi } from '@slack/bolt';
import { type Conversation, DetenteError } from '../../../src/index.ts';
import { explained, refusalFor } from '../connection/explained.ts';
import { failureOf } from '../connection/failure.ts';
import type { RepeatableCalls } from '../connection/repeatable-calls.ts';
import { type DirectMessages, isUser } from './direct-messages.ts';

export interface ReachOptions {
  readonly client: webApi.WebClient;
  readonly calls: RepeatableCalls;
  readonly directs: DirectMessages;
  /** The id of the workspace that the token is for. */
  team(): Promise<string>;
}

/** Tells beforehand whether a conversation takes posts. */
export class Reach {
  readonly #options: ReachOptions;

  constructor(options: ReachOptions) {
    this.#options = options;
  }

  /**
   * Why nothing can be posted there; undefined where it can.
   * @throws DetenteError `internal` where Slack does not tell now
   */
  async refusal(conversation: Conversation): Promise<string | undefined> {
    return explained(() => this.#refusal(conversation).catch(refusalIn));
  }

  async #refusal({ workspace, channel }: Conversation): Promise<string | undefined> {
    const team = await this.#options.team();
    if (workspace !== team) return `I cannot post here: ${workspace} is another workspace, I am in ${team}.`;
    if (isUser(channel)) return void (await this.#options.directs.open({ users: channel }));
    if (channel.startsWith('D')) return void (await this.#options.directs.open({ channel }));
    return this.#ofChannel(channel);
  }

  /** Slack lets an archived channel be read, and says of a public one whether the bot is in it. */
  async #ofChannel(channel: string): Promise<string | undefined> {
    const { client, calls } = this.#options;
    const answer = await calls.run('conversations.info', () => client.conversations.info({ channel }));
    if (answer.channel === undefined) throw new DetenteError('internal', 'Slack: conversations.info without a channel');
    if (answer.channel.is_archived) return refusalFor('is_archived');
    return answer.channel.is_member === false ? refusalFor('not_in_channel') : undefined;
  }
}

/** The words for an error that is a refusal; any other is thrown on. */
function refusalIn(error: unknown): string {
  const failure = failureOf(error);
  if (failure.kind === 'no-channel') return refusalFor(failure.reason);
  // Slack asks for a scope of its own for conversations of several people, which the app does not have
  if (failure.kind === 'declined' && failure.scope?.startsWith('mpim:'))
    return 'I cannot post here: I post in channels and direct messages, not among several people.';
  throw error;
}
