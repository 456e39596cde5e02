import { createHash } from 'node:crypto';
import type { Clock } from '../domain/clock.ts';
import type { Draft, LanguageModel, ModelCall, Task, TaskKind } from '../domain/model.ts';
import type { ModelStore } from '../domain/model-store.ts';
import { isArchiveFailure } from '../errors.ts';
import { prompts } from './prompts/prompts.ts';
import { Withheld } from './withheld.ts';

const MOST = 500;
const KEPT_MS = 24 * 60 * 60_000;

interface CachedParts {
  readonly clock: Clock;
  /** Without one, replies about events are forgotten with the others. */
  readonly store?: ModelStore;
  readonly onHit?: () => void;
}

/**
 * A model that is not asked the same twice: whoever asks what is being asked already waits for that reply, as a morning's
 * briefs about one situation do. Only replies that ended well are kept, those without a draft too: that nothing answers a
 * question is what was asked for. What was read out of articles is kept in the archive, so that taking them in again
 * costs nothing; all else in memory. A key is a hash and says nothing of who asked; the drafts hold words of an answer
 * and of articles, so those in memory are kept for a day at most.
 */
export function cached(model: LanguageModel, { clock, store, onHit }: CachedParts): LanguageModel {
  const memory = new Replies(clock);
  const placeOf = (kind: TaskKind): Place => (kind === 'events' && store ? storedReplies(store, clock) : memory);
  const underWay = new UnderWay();
  return {
    name: model.name,
    async *compose<Kind extends TaskKind>(task: Task<Kind>, call: ModelCall): AsyncGenerator<Draft<Kind>> {
      const [key, place] = [keyOf(model.name, task), placeOf(task.kind)];
      let known = await place.get(key);
      while (known === undefined && underWay.has(key)) {
        await underWay.end(key, call.signal);
        known = await place.get(key);
      }
      if (known !== undefined) {
        onHit?.();
        yield* known as readonly Draft<Kind>[];
        return;
      }
      const end = underWay.begin(key);
      try {
        const drafts: Draft<Kind>[] = [];
        for await (const draft of model.compose<Kind>(task, call)) {
          drafts.push(draft);
          yield draft;
        }
        await place.set(key, drafts);
      } finally {
        end();
      }
    },
  };
}

/** Replies that somebody reads, by their keys. */
class UnderWay {
  readonly #ends = new Map<string, Promise<void>>();

  has(key: string): boolean {
    return this.#ends.has(key);
  }

  begin(key: string): () => void {
    const { promise, resolve } = Promise.withResolvers<void>();
    this.#ends.set(key, promise);
    return () => {
      this.#ends.delete(key);
      resolve();
    };
  }

  /** @throws Withheld where the signal comes first */
  async end(key: string, signal: AbortSignal): Promise<void> {
    const { promise, resolve } = Promise.withResolvers<void>();
    const stop = () => resolve();
    signal.addEventListener('abort', stop);
    if (!signal.aborted) await Promise.race([this.#ends.get(key), promise]);
    signal.removeEventListener('abort', stop);
    if (signal.aborted)
      throw new Withheld('queue', 'the same was asked before and is not answered yet', { cause: signal.reason });
  }
}

/** Told otherwise, a model may answer otherwise. */
function keyOf(name: string, task: Task): string {
  return createHash('sha256')
    .update(JSON.stringify([name, prompts[task.kind].system, task]))
    .digest('hex');
}

/** Where replies are kept. */
interface Place {
  get(key: string): Promise<readonly unknown[] | undefined>;
  set(key: string, drafts: readonly unknown[]): Promise<void>;
}

interface Kept {
  readonly drafts: readonly unknown[];
  readonly at: number;
  readonly timer: NodeJS.Timeout;
}

/** The last replies, in memory. */
class Replies implements Place {
  readonly #clock: Clock;
  /** Those used last stand last. */
  readonly #kept = new Map<string, Kept>();

  constructor(clock: Clock) {
    this.#clock = clock;
  }

  async get(key: string): Promise<readonly unknown[] | undefined> {
    const kept = this.#kept.get(key);
    if (kept === undefined) return undefined;
    if (this.#clock.now() - kept.at >= KEPT_MS) {
      this.#drop(key);
      return undefined;
    }
    this.#kept.delete(key);
    this.#kept.set(key, kept);
    return kept.drafts;
  }

  async set(key: string, drafts: readonly unknown[]): Promise<void> {
    this.#drop(key);
    // nobody may come to find it too old
    const timer = setTimeout(() => this.#drop(key), KEPT_MS).unref();
    this.#kept.set(key, { drafts, at: this.#clock.now(), timer });
    const [oldest] = this.#kept.keys();
    if (this.#kept.size > MOST && oldest !== undefined) this.#drop(oldest);
  }

  #drop(key: string): void {
    clearTimeout(this.#kept.get(key)?.timer);
    this.#kept.delete(key);
  }
}

/** Replies in the archive. Where it cannot be read or written, the model is asked. */
function storedReplies(store: ModelStore, clock: Clock): Place {
  return {
    get: async (key) => parsed(await unlessFailing(store.reply(key))),
    set: async (key, drafts) =>
      unlessFailing(store.saveReply(key, JSON.stringify(drafts), new Date(clock.now()).toISOString())),
  };
}

async function unlessFailing<Result>(done: Promise<Result>): Promise<Result | undefined> {
  return done.catch((error: unknown) => {
    if (!isArchiveFailure(error)) throw error;
    return undefined;
  });
}

function parsed(reply: string | undefined): readonly unknown[] | undefined {
  try {
    const drafts: unknown = JSON.parse(reply ?? '');
    return Array.isArray(drafts) ? drafts : undefined;
  } catch {
    return undefined;
  }
}
