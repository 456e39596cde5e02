import type { webApi } from '@slack/bolt';
import type { Conversation } from '../../../src/index.ts';
import type { Failure } from '../connection/failure.ts';
import { RepeatableCalls } from '../connection/repeatable-calls.ts';
import type { Render } from '../render.ts';
import { Amender } from './amender.ts';
import { DirectMessages } from './direct-messages.ts';
import { PostQueue } from './post-queue.ts';
import { Poster } from './poster.ts';
import { Reach } from './reach.ts';
import { Replacer } from './replacer.ts';
import { Standing } from './standing.ts';

export interface PostingOptions {
  readonly client: webApi.WebClient;
  readonly render: Render;
  /** Milliseconds between two messages of a channel. */
  readonly intervalMs: number;
  /** Messages a second in the workspace. */
  readonly perSecond: number;
  /** Milliseconds since 1970. */
  now(): number;
  /** Told of each call that failed for good, before the error is thrown. */
  onFailure(failure: Failure, conversation: Conversation): void;
}

/** All that goes out to conversations, with what it shares: one queue, one look-up, one patience with Slack's limits. */
export class Posting {
  readonly poster: Poster;
  readonly amender: Amender;
  readonly replacer: Replacer;
  readonly reach: Reach;
  readonly #client: webApi.WebClient;
  readonly #calls: RepeatableCalls;
  readonly #queue: PostQueue;
  readonly #ending = new AbortController();
  #identity: Promise<webApi.AuthTestResponse> | undefined;

  constructor({ client, render, intervalMs, perSecond, now, onFailure }: PostingOptions) {
    this.#client = client;
    this.#calls = new RepeatableCalls(this.#ending.signal);
    this.#queue = new PostQueue({ intervalMs, perSecond, retries: 3 });
    const calls = this.#calls;
    const queue = this.#queue;
    const directs = new DirectMessages(client, calls);
    const self = async () => (await this.#whoAmI()).user_id ?? '';
    const standing = new Standing({ client, calls, directs, self });
    this.poster = new Poster({ client, queue, render, standing, now, onFailure });
    this.amender = new Amender({ client, calls, queue, render, standing, directs, onFailure });
    this.replacer = new Replacer({ client, calls, queue, render, onFailure });
    this.reach = new Reach({ client, calls, directs, team: async () => (await this.#whoAmI()).team_id ?? '' });
  }

  /** Nothing is asked or posted any more; what waits is given up. */
  end(): void {
    this.#ending.abort();
    this.#queue.end();
  }

  /** Asked once, but again after a failure. */
  #whoAmI(): Promise<webApi.AuthTestResponse> {
    this.#identity ??= this.#calls.run('auth.test', () => this.#client.auth.test());
    this.#identity.catch(() => {
      this.#identity = undefined;
    });
    return this.#identity;
  }
}
