import { createHash, randomUUID } from 'node:crypto';
import { type Conversation, DetenteError, formatDay, InOrder, type Reply, type Sent } from '../../../src/index.ts';
import { cut } from '../components/escape.ts';
import { MOST_THREAD_NAME } from '../components/limits.ts';
import type { DiscordApi, PostOptions } from '../connection/api.ts';
import { type Failure, failureOf } from '../connection/failure.ts';
import { type DiscordMessage, render } from '../render.ts';
import { again } from './again.ts';
import { isQuiet, type QuietHours } from './quiet-hours.ts';

export interface PosterOptions {
  readonly api: DiscordApi;
  /** Milliseconds since 1970. */
  now(): number;
  readonly quietHours: QuietHours;
  readonly againMs: number;
  /** Whether the bot may begin a thread in a channel. */
  canThread(channel: string): boolean;
  /** Told of each call that failed for good, before the error is thrown. */
  onFailure(failure: Failure, conversation: Conversation): void;
}

export interface PostingOptions {
  readonly key?: string | undefined;
  /** The message that is answered. */
  readonly answers?: string | undefined;
  /** The id of the request that got the reply. */
  readonly request?: string;
}

/** Posts that were made under a key, so that a second attempt goes on where the first one stopped. */
interface Progress {
  sent?: Sent;
  /** Where what belongs to the first post goes. */
  place?: string;
  posted: number;
}

/** Keys are of one day and channel; more than this are never on their way. */
const MOST_KEYS = 1_000;

/** Shows replies in Discord: the first message in the channel, what belongs to it in a thread, or after it. */
export class Poster {
  readonly #options: PosterOptions;
  readonly #queue = new InOrder();
  readonly #progress = new Map<string, Progress>();
  readonly #underWay = new Map<string, Promise<Sent>>();

  constructor(options: PosterOptions) {
    this.#options = options;
  }

  /**
   * Posts a reply for all in the conversation to see. With a key that was sent, posts nothing.
   * @throws DetenteError `not-found` where the channel takes no posts; `internal` otherwise
   */
  post(conversation: Conversation, reply: Reply, options: PostingOptions = {}): Promise<Sent> {
    const { key } = options;
    if (key === undefined) return this.#post(conversation, reply, options, { posted: 0 });
    const running = this.#underWay.get(key) ?? this.#post(conversation, reply, options, this.#progressOf(key));
    this.#underWay.set(key, running);
    const done = () => void this.#underWay.delete(key);
    running.then(done, done);
    return running;
  }

  /** To a user's direct messages. */
  async tell(user: string, reply: Reply): Promise<void> {
    const direct: Conversation = { adapter: 'discord', workspace: '@me', channel: user };
    const channel = await this.#called(direct, () => this.#options.api.openDirect(user));
    await this.post({ ...direct, channel }, reply);
  }

  /**
   * What belongs to a message that stands already, in its thread.
   * @returns how many were posted, or may have been where it is not sure: the others go elsewhere
   */
  async postInThread(
    thread: string,
    messages: readonly DiscordMessage[],
  ): Promise<{ readonly count: number; readonly isSure: boolean }> {
    for (const [at, message] of messages.entries())
      try {
        await this.#sent(thread, message, { nonce: nonceOf(undefined, 0), isSilent: true });
      } catch (error) {
        const isSure = failureOf(error).kind !== 'doubtful';
        return { count: isSure ? at : at + 1, isSure };
      }
    return { count: messages.length, isSure: true };
  }

  /** Where the rest of a reply goes whose first message is this one: a thread of it where that may be. */
  async threadOf(channel: string, message: string, reply: Reply): Promise<string | undefined> {
    if (!this.#options.canThread(channel)) return undefined;
    try {
      return await again(
        () => this.#options.api.startThread(channel, message, threadName(reply)),
        this.#options.againMs,
      );
    } catch (error) {
      // there is one already, and its id is the message's; or there can be none, and the channel will do
      return (error as { readonly code?: unknown }).code === THREAD_EXISTS ? message : undefined;
    }
  }

  #progressOf(key: string): Progress {
    const progress = this.#progress.get(key) ?? { posted: 0 };
    this.#progress.set(key, progress);
    const [oldest] = this.#progress.keys();
    if (this.#progress.size > MOST_KEYS && oldest !== undefined) this.#progress.delete(oldest);
    return progress;
  }

  #post(conversation: Conversation, reply: Reply, options: PostingOptions, progress: Progress): Promise<Sent> {
    const messages = render(reply, options.request === undefined ? {} : { request: options.request });
    const post = () => this.#postAll(conversation, reply, messages, options, progress);
    return this.#queue.run(conversation.thread ?? conversation.channel, () => this.#called(conversation, post));
  }

  async #postAll(
    { channel, thread }: Conversation,
    reply: Reply,
    [first, ...rest]: readonly [DiscordMessage, ...DiscordMessage[]],
    { key, answers }: PostingOptions,
    progress: Progress,
  ): Promise<Sent> {
    const home = thread ?? channel;
    if (progress.sent === undefined) {
      const id = await this.#sent(home, first, { nonce: nonceOf(key, 0), answers, isSilent: this.#isSilent(reply) });
      progress.sent = { id, at: new Date(this.#options.now()).toISOString() };
    }
    if (rest.length > 0) progress.place ??= (await this.#restPlace(home, thread, reply, progress.sent)) ?? home;
    for (const message of rest.slice(progress.posted)) {
      const nonce = nonceOf(key, progress.posted + 1);
      await this.#sentInPlace(progress, home, message, { nonce, isSilent: true });
      progress.posted += 1;
    }
    return progress.sent;
  }

  #restPlace(home: string, thread: string | undefined, reply: Reply, { id }: Sent): Promise<string | undefined> {
    return thread === undefined && reply.kind === 'brief' ? this.threadOf(home, id, reply) : Promise.resolve(undefined);
  }

  /** A brief that nobody asked for at this hour wakes nobody. */
  #isSilent(reply: Reply): boolean {
    return reply.kind === 'brief' && isQuiet(this.#options.quietHours, reply.brief.zone, this.#options.now());
  }

  /** A thread that takes no posts gives way to the channel. */
  async #sentInPlace(progress: Progress, home: string, message: DiscordMessage, options: PostOptions): Promise<void> {
    try {
      await this.#sent(progress.place ?? home, message, options);
    } catch (error) {
      if (progress.place === home || failureOf(error).kind !== 'closed') throw error;
      progress.place = home;
      await this.#sent(home, message, options);
    }
  }

  #sent(channel: string, message: DiscordMessage, options: PostOptions): Promise<string> {
    return again(() => this.#options.api.post(channel, message, options), this.#options.againMs);
  }

  async #called<Result>(conversation: Conversation, call: () => Promise<Result>): Promise<Result> {
    try {
      return await call();
    } catch (error) {
      const failure = failureOf(error);
      this.#options.onFailure(failure, conversation);
      throw failure.kind === 'closed'
        ? new DetenteError('not-found', `I cannot post here: ${failure.reason}.`, { cause: error })
        : new DetenteError('internal', `Discord: ${failure.reason}`, { cause: error });
    }
  }
}

const THREAD_EXISTS = 160004;

function threadName(reply: Reply): string {
  if (reply.kind !== 'brief') return 'More';
  const { situation, date } = reply.brief;
  return cut([situation?.name, formatDay(date)].filter(Boolean).join(' · '), MOST_THREAD_NAME);
}

/** The key itself for the first post, so that it can be found again; at most 25 characters in any case. */
function nonceOf(key: string | undefined, part: number): string {
  if (key !== undefined && part === 0) return key;
  return createHash('sha256')
    .update(`${key ?? randomUUID()} ${part}`)
    .digest('base64url')
    .slice(0, 25);
}
