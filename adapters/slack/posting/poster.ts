import type { webApi } from '@slack/bolt';
import {
  type Conversation,
  DetenteError,
  InOrder,
  type IsoInstant,
  mustBeMine,
  type Reply,
  type Sent,
} from '../../../src/index.ts';
import { explained } from '../connection/explained.ts';
import type { Failure } from '../connection/failure.ts';
import type { Message, Render } from '../render.ts';
import { bodyOf, deliveryOf } from './body.ts';
import { Deliveries, newProgress, type Progress, sentOf } from './deliveries.ts';
import type { PostQueue } from './post-queue.ts';
import type { Standing } from './standing.ts';

export interface PosterOptions {
  readonly client: webApi.WebClient;
  readonly queue: PostQueue;
  readonly render: Render;
  readonly standing: Standing;
  /** Milliseconds since 1970. */
  now(): number;
  /** Told of each call that failed for good, before the error is thrown. */
  onFailure(failure: Failure, conversation: Conversation): void;
}

/** Shows replies in Slack: the first message in the channel or thread, what belongs to it in its thread. */
export class Poster {
  readonly #options: PosterOptions;
  readonly #deliveries = new Deliveries();
  /** What is done under a key is done one after the other. */
  readonly #order = new InOrder();

  constructor(options: PosterOptions) {
    this.#options = options;
  }

  /**
   * Posts a reply for all to see. With a key that was sent, posts nothing; with one that was sent by half, the rest.
   * @throws DetenteError `not-found` where the channel takes no posts; `internal` otherwise, also where an earlier
   * attempt under the key may have posted what is not known: it must be recalled first.
   */
  async post(conversation: Conversation, reply: Reply, key?: string, mayPost?: () => boolean): Promise<Sent> {
    const messages = this.#options.render(reply);
    if (key !== undefined) return this.#order.run(key, () => this.#deliver(conversation, messages, key, mayPost));
    const progress = newProgress();
    await this.#post(conversation, messages, progress, {});
    return sentOf(conversation, progress);
  }

  /**
   * Looks up in Slack what stands under a key; `post` goes on from there.
   * @throws DetenteError where it cannot be looked up
   */
  async recall(conversation: Conversation, key: string, since: IsoInstant): Promise<Sent | undefined> {
    const { standing, onFailure } = this.#options;
    const find = () => standing.delivery(conversation, key, since);
    return this.#order.run(key, async () => {
      const found = await explained(find, (failure) => onFailure(failure, conversation));
      const progress = this.#deliveries.set(key, newProgress(found));
      return found[0] === undefined ? undefined : sentOf(conversation, progress);
    });
  }

  /** A message that one user alone sees. */
  async whisper(conversation: Conversation, user: string, reply: Reply): Promise<void> {
    const { client, queue, render, onFailure } = this.#options;
    const [message] = render(reply);
    const { channel, thread } = conversation;
    const place = { channel, user, ...(thread && { thread_ts: thread }) };
    const show = () => client.chat.postEphemeral({ ...place, ...bodyOf(message) });
    await explained(
      () => queue.run(channel, 'answer', show),
      (failure) => onFailure(failure, conversation),
    );
  }

  async #deliver(
    conversation: Conversation,
    messages: readonly Message[],
    key: string,
    mayPost?: () => boolean,
  ): Promise<Sent> {
    const progress = this.#deliveries.of(key);
    if (progress.isDoubtful)
      throw new DetenteError('internal', `Slack: ${key} may have been posted already: recall it first`);
    if (!progress.isComplete) await this.#post(conversation, messages, progress, { key, mayPost });
    progress.isComplete = true;
    return sentOf(conversation, progress);
  }

  async #post(
    conversation: Conversation,
    messages: readonly Message[],
    progress: Progress,
    { key, mayPost }: { readonly key?: string; readonly mayPost?: (() => boolean) | undefined },
  ): Promise<void> {
    const failed = (failure: Failure) => {
      progress.isDoubtful = failure.kind === 'unknown';
      this.#options.onFailure(failure, conversation);
    };
    for (const [part, message] of messages.entries()) {
      if (progress.posted[part] !== undefined) continue;
      const thread = conversation.thread ?? progress.posted[0];
      const metadata = key === undefined ? {} : { metadata: deliveryOf(key, part) };
      const send = async () => {
        mustBeMine(mayPost);
        return this.#send(conversation.channel, message, thread, metadata);
      };
      const urgency = key === undefined ? 'answer' : 'scheduled';
      progress.posted[part] = await explained(
        () => this.#options.queue.run(conversation.channel, urgency, send),
        failed,
      );
      if (part === 0) progress.at = new Date(this.#options.now()).toISOString();
    }
  }

  async #send(channel: string, message: Message, thread: string | undefined, metadata: object): Promise<string> {
    const place = { channel, ...(thread && { thread_ts: thread }) };
    const { ts } = await this.#options.client.chat.postMessage({ ...place, ...bodyOf(message), ...metadata });
    return ts ?? '';
  }
}
