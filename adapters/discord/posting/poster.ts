import { type Conversation, DetenteError, formatDay, mustBeMine, type Reply, type Sent } from '../../../src/index.ts';
import { cut } from '../components/escape.ts';
import { MOST_THREAD_NAME } from '../components/limits.ts';
import type { DiscordApi, PostOptions } from '../connection/api.ts';
import { failureOf } from '../connection/failure.ts';
import { type DiscordMessage, render } from '../render.ts';
import { again } from './again.ts';
import { type Calls, homeOf } from './calls.ts';
import type { History } from './history.ts';
import { marked, markOf, stampsOf } from './marks.ts';
import type { Pace } from './pace.ts';
import { begun, type Progress, ProgressOfKeys, sentOf } from './progress.ts';
import { isQuiet, type QuietHours } from './quiet-hours.ts';

export interface PosterOptions {
  readonly api: DiscordApi;
  readonly calls: Calls;
  readonly history: History;
  /** Of the calls for posts under a key: nobody waits for these. */
  readonly pace: Pace;
  /** Milliseconds since 1970. */
  now(): number;
  readonly quietHours: QuietHours;
  readonly againMs: number;
  /** Whether the bot is in a workspace still. */
  isIn(workspace: string): boolean;
  /** Whether the bot may begin a thread in a channel. */
  canThread(channel: string): Promise<boolean>;
}

export interface PostingOptions {
  readonly key?: string | undefined;
  /** The message that is answered. */
  readonly answers?: string | undefined;
  /** The id of the request that got the reply. */
  readonly request?: string;
  /** Asked before each message under a key. */
  readonly mayPost?: (() => boolean) | undefined;
}

/** One delivery while it is posted. */
interface Delivery {
  readonly conversation: Conversation;
  readonly reply: Reply;
  readonly options: PostingOptions;
  readonly progress: Progress;
}

/** Shows replies in Discord: the first message in the channel, what belongs to it in a thread, or after it. */
export class Poster {
  readonly #options: PosterOptions;
  readonly #progress = new ProgressOfKeys();

  constructor(options: PosterOptions) {
    this.#options = options;
  }

  /**
   * Posts a reply for all in the conversation to see. With a key that was sent, posts nothing.
   * @throws DetenteError `not-found` where the channel takes no posts; `internal` otherwise, also where it may have been
   * posted and nobody has looked
   */
  post(conversation: Conversation, reply: Reply, options: PostingOptions = {}): Promise<Sent> {
    return this.#options.calls.inTurn(conversation, 'post', () => {
      const { key } = options;
      const { thread } = conversation;
      const progress = key === undefined ? begun(thread) : this.#progress.of(key, thread);
      return this.#post({ conversation, reply, options, progress });
    });
  }

  /**
   * Looks up what stands under a key; `post` goes on from there.
   * @param since milliseconds since 1970: nothing was posted under the key before
   * @returns undefined where nothing stands
   * @throws DetenteError where that cannot be told
   */
  recall(conversation: Conversation, key: string, since: number): Promise<Sent | undefined> {
    const { thread } = conversation;
    return this.#options.calls.inTurn(conversation, 'look back', async () => {
      const found = await this.#options.history.delivery(homeOf(conversation), thread, markOf(key), since);
      this.#progress.set(key, found ?? begun(thread));
      return found && sentOf(found.first, found);
    });
  }

  /** To a user's direct messages. */
  async tell(user: string, reply: Reply): Promise<void> {
    const direct: Conversation = { adapter: 'discord', workspace: '@me', channel: user };
    const channel = await this.#options.calls.told(direct, 'post', () => this.#options.api.openDirect(user));
    await this.post({ ...direct, channel }, reply);
  }

  /**
   * What belongs to a message that stands already, in its thread.
   * @returns the ids of those that were posted; where it is not sure, one more may have been: the others go elsewhere
   */
  async postInThread(
    thread: string,
    messages: readonly DiscordMessage[],
  ): Promise<{ readonly ids: readonly string[]; readonly isSure: boolean }> {
    const ids: string[] = [];
    for (const [at, message] of messages.entries())
      try {
        const { nonce } = stampsOf(undefined)(at);
        const post = (within?: AbortSignal) =>
          this.#options.api.post(thread, message, { nonce, isSilent: true, within });
        ids.push(await again(post, this.#againMs));
      } catch (error) {
        return { ids, isSure: failureOf(error).kind !== 'doubtful' };
      }
    return { ids, isSure: true };
  }

  /** Where the rest of a reply goes whose first message is this one: a thread of it where that may be. */
  async threadOf(channel: string, message: string, reply: Reply): Promise<string | undefined> {
    // whatever it fails with, the channel will do
    if (!(await this.#options.canThread(channel).catch(() => false))) return undefined;
    return this.#threadBegun(channel, message, reply, begun(undefined)).catch(() => undefined);
  }

  get #againMs(): number {
    return this.#options.againMs;
  }

  async #post({ conversation, reply, options, progress }: Delivery): Promise<Sent> {
    const { first: known, isDoubtful, isWhole } = progress;
    if (isWhole && known !== undefined) return sentOf(known, progress);
    if (isDoubtful) throw new DetenteError('internal', DOUBTFUL);
    const [first, ...rest] = render(reply, options.request === undefined ? {} : { request: options.request });
    const delivery = { conversation, reply, options, progress };
    progress.first ??= await this.#sent(delivery, homeOf(conversation), 0, first);
    if (rest.some((_, at) => !progress.parts.has(at + 1)))
      progress.place ??= await this.#restPlace(delivery, progress.first);
    for (const [at, message] of rest.entries())
      if (!progress.parts.has(at + 1)) progress.parts.set(at + 1, await this.#sentInPlace(delivery, at + 1, message));
    progress.isWhole = true;
    return sentOf(progress.first, progress);
  }

  /** A thread that is begun under a key is begun for sure, or not: its posts wait for that. */
  async #restPlace({ conversation, reply, options, progress }: Delivery, first: string): Promise<string> {
    const home = homeOf(conversation);
    if (reply.kind !== 'brief' || !(await this.#options.canThread(home))) return home;
    this.#mustBeIn(conversation);
    try {
      if (options.key !== undefined) await this.#options.pace.turn();
      progress.thread = await this.#threadBegun(home, first, reply, progress);
      return progress.thread;
    } catch (error) {
      if (options.key !== undefined && !isRefusal(error, progress)) throw error;
      progress.isDoubtful = false;
      return home;
    }
  }

  async #threadBegun(channel: string, message: string, reply: Reply, progress: Progress): Promise<string> {
    try {
      const begin = (within?: AbortSignal) =>
        this.#options.api.startThread(channel, message, threadName(reply), within);
      return await this.#surely(begin, progress);
    } catch (error) {
      if ((error as { readonly code?: unknown }).code !== THREAD_EXISTS) throw error;
      progress.isDoubtful = false;
      // its id is the message's
      return message;
    }
  }

  /** A brief that nobody asked for at this hour wakes nobody. */
  #isSilent(reply: Reply): boolean {
    return reply.kind === 'brief' && isQuiet(this.#options.quietHours, reply.brief.zone, this.#options.now());
  }

  /** A thread that takes no posts gives way to the channel. */
  async #sentInPlace(delivery: Delivery, part: number, message: DiscordMessage): Promise<string> {
    const { conversation, progress } = delivery;
    const home = homeOf(conversation);
    try {
      return await this.#sent(delivery, progress.place ?? home, part, message);
    } catch (error) {
      const isClosed = failureOf(error).kind === 'closed' && isRefusal(error, progress);
      if (progress.place === home || !isClosed) throw error;
      progress.place = home;
      return this.#sent(delivery, home, part, message);
    }
  }

  async #sent(delivery: Delivery, place: string, part: number, message: DiscordMessage): Promise<string> {
    const { reply, options, progress } = delivery;
    const { nonce, mark } = stampsOf(options.key)(part);
    const isSilent = part > 0 || this.#isSilent(reply);
    const given: PostOptions = { nonce, isSilent, answers: part === 0 ? options.answers : undefined };
    if (options.key !== undefined) await this.#options.pace.turn();
    this.#mustBeIn(delivery.conversation);
    mustBeMine(options.mayPost);
    return this.#surely(
      (within) => this.#options.api.post(place, marked(message, mark), { ...given, within }),
      progress,
    );
  }

  /** What waits for its turn while the bot is removed is not posted. */
  #mustBeIn({ workspace }: Conversation): void {
    if (this.#options.isIn(workspace)) return;
    throw new DetenteError('not-found', 'I cannot post here: I was removed from the server.');
  }

  /** In doubt from an answer that was lost until one comes. */
  async #surely<Result>(call: (within?: AbortSignal) => Promise<Result>, progress: Progress): Promise<Result> {
    const result = await again(call, this.#againMs, () => {
      progress.isDoubtful = true;
    });
    progress.isDoubtful = false;
    return result;
  }
}

const DOUBTFUL =
  'Discord lost its answer to this post, which may stand there already: recall it before it is sent again';

const THREAD_EXISTS = 160004;

/** Discord has said no, and no earlier attempt is in doubt. */
function isRefusal(error: unknown, { isDoubtful }: Progress): boolean {
  const { kind } = failureOf(error);
  return !isDoubtful && (kind === 'closed' || kind === 'unknown');
}

function threadName(reply: Reply): string {
  if (reply.kind !== 'brief') return 'More';
  const { situation, date } = reply.brief;
  return cut([situation?.name, formatDay(date)].filter(Boolean).join(' · '), MOST_THREAD_NAME);
}
