import type { webApi } from '@slack/bolt';
import { type Conversation, DetenteError, type Reply, type Sent } from '../../../src/index.ts';
import { type Failure, failureOf } from '../connection/failure.ts';
import type { Message, Render } from '../render.ts';
import type { PostQueue } from './post-queue.ts';

export interface PosterOptions {
  readonly client: webApi.WebClient;
  readonly queue: PostQueue;
  readonly render: Render;
  /** Milliseconds since 1970. */
  now(): number;
  /** Told of each call that failed for good, before the error is thrown. */
  onFailure(failure: Failure, conversation: Conversation): void;
}

/** Posts that were made under a key, so that a second attempt goes on where the first one stopped. */
interface Progress {
  sent?: Sent;
  posted: number;
}

/** Keys are of one day and channel; more than this are never on their way. */
const MOST_KEYS = 1_000;

/** Shows replies in Slack: the first message in the channel or thread, what belongs to it in its thread. */
export class Poster {
  readonly #options: PosterOptions;
  readonly #progress = new Map<string, Progress>();
  readonly #underWay = new Map<string, Promise<Sent>>();

  constructor(options: PosterOptions) {
    this.#options = options;
  }

  /**
   * Posts a reply for all to see. With a key that was sent, posts nothing.
   * @throws DetenteError `not-found` where the channel takes no posts; `internal` otherwise.
   */
  post(conversation: Conversation, reply: Reply, key?: string): Promise<Sent> {
    const messages = this.#options.render(reply);
    if (key === undefined) return this.#post(conversation, messages, { posted: 0 });
    const running = this.#underWay.get(key) ?? this.#post(conversation, messages, this.#progressOf(key), key);
    this.#underWay.set(key, running);
    const done = () => void this.#underWay.delete(key);
    running.then(done, done);
    return running;
  }

  /** A message that one user alone sees. */
  async whisper(conversation: Conversation, user: string, reply: Reply): Promise<void> {
    const [message] = this.#options.render(reply);
    const { channel, thread } = conversation;
    const place = { channel, user, ...(thread && { thread_ts: thread }) };
    await this.#call(conversation, () => this.#options.client.chat.postEphemeral({ ...place, ...bodyOf(message) }));
  }

  #progressOf(key: string): Progress {
    const progress = this.#progress.get(key) ?? { posted: 0 };
    this.#progress.set(key, progress);
    const [oldest] = this.#progress.keys();
    if (this.#progress.size > MOST_KEYS && oldest !== undefined) this.#progress.delete(oldest);
    return progress;
  }

  async #post(
    conversation: Conversation,
    messages: readonly Message[],
    progress: Progress,
    key?: string,
  ): Promise<Sent> {
    for (const message of messages.slice(progress.posted)) {
      const thread = conversation.thread ?? progress.sent?.id;
      const metadata = key === undefined || progress.posted > 0 ? {} : { metadata: deliveryOf(key) };
      const ts = await this.#call(conversation, () => this.#send(conversation.channel, message, thread, metadata));
      progress.sent ??= { id: ts, at: new Date(this.#options.now()).toISOString() };
      progress.posted += 1;
    }
    if (progress.sent === undefined) throw new DetenteError('internal', 'a reply without a message');
    return progress.sent;
  }

  async #send(channel: string, message: Message, thread: string | undefined, metadata: object): Promise<string> {
    const place = { channel, ...(thread && { thread_ts: thread }) };
    const { ts } = await this.#options.client.chat.postMessage({ ...place, ...bodyOf(message), ...metadata });
    return ts ?? '';
  }

  async #call<Result>(conversation: Conversation, call: () => Promise<Result>): Promise<Result> {
    try {
      return await this.#options.queue.run(conversation.channel, call);
    } catch (error) {
      const failure = failureOf(error);
      this.#options.onFailure(failure, conversation);
      throw failure.kind === 'no-channel'
        ? new DetenteError('not-found', reasons[failure.reason] ?? `Slack refuses: ${failure.reason}.`, {
            cause: error,
          })
        : new DetenteError('internal', `Slack: ${'reason' in failure ? failure.reason : failure.kind}`, {
            cause: error,
          });
    }
  }
}

const reasons: Readonly<Record<string, string>> = {
  channel_not_found: 'I cannot post here: the channel is gone, or private and I am not in it. Invite me with /invite.',
  not_in_channel: 'I cannot post here: I am not in this channel. Invite me with /invite.',
  is_archived: 'I cannot post here: the channel is archived.',
  restricted_action: 'I cannot post here: the workspace lets only some people post in this channel.',
  restricted_action_read_only_channel: 'I cannot post here: the channel is read-only.',
};

/** Nothing unfurls, and Slack looks for no names, channels or addresses in the words. */
export function bodyOf({ blocks, text }: Message) {
  const quiet = { unfurl_links: false, unfurl_media: false, link_names: false, parse: 'none', mrkdwn: false } as const;
  return { blocks, text, ...quiet };
}

/** Finds a delivery again after a crash. https://docs.slack.dev/messaging/message-metadata */
function deliveryOf(key: string) {
  return { event_type: 'detente_delivery', event_payload: { key } };
}
