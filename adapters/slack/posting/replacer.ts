import type { webApi } from '@slack/bolt';
import { type Conversation, type Replace, type Sent, type StandingMessage, StandingReply } from '../../../src/index.ts';
import { explained } from '../connection/explained.ts';
import { type Failure, failureOf } from '../connection/failure.ts';
import type { RepeatableCalls } from '../connection/repeatable-calls.ts';
import type { Message, Render } from '../render.ts';
import { bodyOf } from './body.ts';
import type { PostQueue } from './post-queue.ts';

export interface ReplacerOptions {
  readonly client: webApi.WebClient;
  readonly calls: RepeatableCalls;
  readonly queue: PostQueue;
  readonly render: Render;
  onFailure(failure: Failure, conversation: Conversation): void;
}

/** Puts better replies in the place of one that was just posted for all to see: what stands of it is known. */
export class Replacer {
  readonly #options: ReplacerOptions;

  constructor(options: ReplacerOptions) {
    this.#options = options;
  }

  /** @param sent what was posted, without a key */
  of(conversation: Conversation, { id, parts = [], thread = id }: Sent): Replace {
    const { render, onFailure } = this.#options;
    const { channel } = conversation;
    const standing = new StandingReply([id, ...parts].map((ts) => this.#message(channel, ts)));
    const add = (messages: readonly Message[]) => this.#add(channel, thread, messages);
    return (better) =>
      explained(
        () => standing.replace(render(better), add),
        (failure) => onFailure(failure, conversation),
      );
  }

  #message(channel: string, ts: string): StandingMessage<Message> {
    const { chat } = this.#options.client;
    return {
      edit: (message) => this.#found('chat.update', () => chat.update({ channel, ts, ...bodyOf(message) })),
      remove: async () => void (await this.#found('chat.delete', () => chat.delete({ channel, ts }))),
    };
  }

  /** False where the message is gone. Made once more where the answer was lost: it comes to the same. */
  async #found(name: string, call: () => Promise<unknown>, again = true): Promise<boolean> {
    try {
      await this.#options.calls.run(name, call);
      return true;
    } catch (error) {
      const failure = failureOf(error);
      if (failure.kind === 'unknown' && again) return this.#found(name, call, false);
      if (failure.kind === 'declined' && failure.reason === 'message_not_found') return false;
      throw error;
    }
  }

  async #add(channel: string, thread: string, messages: readonly Message[]): Promise<StandingMessage<Message>[]> {
    const { client, queue } = this.#options;
    const added: StandingMessage<Message>[] = [];
    for (const message of messages) {
      const body = { channel, thread_ts: thread, ...bodyOf(message) };
      const { ts = '' } = await queue.run(channel, 'answer', () => client.chat.postMessage(body));
      added.push(this.#message(channel, ts));
    }
    return added;
  }
}
