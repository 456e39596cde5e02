import { createHash } from 'node:crypto';
import type { Clock } from '../domain/clock.ts';
import type { Draft, LanguageModel, ModelCall, Task, TaskKind } from '../domain/model.ts';
import type { ModelStore } from '../domain/model-store.ts';
import { isArchiveFailure } from '../errors.ts';
import { prompts } from './prompts/prompts.ts';

const MOST = 500;
const KEPT_MS = 24 * 60 * 60_000;

interface CachedParts {
  readonly clock: Clock;
  /** Without one, replies about events are forgotten with the others. */
  readonly store?: ModelStore;
  readonly onHit?: () => void;
}

/**
 * A model that is not asked the same twice. Only replies that ended well are kept, those without a draft too: that
 * nothing answers a question is what was asked for. What was read out of articles is kept in the archive, so that
 * taking them in again costs nothing; all else in memory. A key is a hash and says nothing of who asked; the drafts
 * hold words of an answer and of articles, so those in memory are kept for a day at most.
 */
export function cached(model: LanguageModel, { clock, store, onHit }: CachedParts): LanguageModel {
  const memory = new Replies(clock);
  const placeOf = (kind: TaskKind): Place => (kind === 'events' && store ? storedReplies(store, clock) : memory);
  return {
    name: model.name,
    async *compose<Kind extends TaskKind>(task: Task<Kind>, call: ModelCall): AsyncGenerator<Draft<Kind>> {
      const [key, place] = [keyOf(model.name, task), placeOf(task.kind)];
      const known = (await place.get(key)) as readonly Draft<Kind>[] | undefined;
      if (known !== undefined) {
        onHit?.();
        yield* known;
        return;
      }
      const drafts: Draft<Kind>[] = [];
      for await (const draft of model.compose<Kind>(task, call)) {
        drafts.push(draft);
        yield draft;
      }
      await place.set(key, drafts);
    },
  };
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

/** The last replies, in memory. */
class Replies implements Place {
  readonly #clock: Clock;
  /** Those used last stand last. */
  readonly #kept = new Map<string, { readonly drafts: readonly unknown[]; readonly at: number }>();

  constructor(clock: Clock) {
    this.#clock = clock;
  }

  async get(key: string): Promise<readonly unknown[] | undefined> {
    const kept = this.#kept.get(key);
    if (kept === undefined) return undefined;
    this.#kept.delete(key);
    if (this.#clock.now() - kept.at >= KEPT_MS) return undefined;
    this.#kept.set(key, kept);
    return kept.drafts;
  }

  async set(key: string, drafts: readonly unknown[]): Promise<void> {
    const kept = { drafts, at: this.#clock.now() };
    this.#kept.set(key, kept);
    // nobody may come to find it too old
    setTimeout(() => this.#kept.get(key) === kept && this.#kept.delete(key), KEPT_MS).unref();
    const [oldest] = this.#kept.keys();
    if (this.#kept.size > MOST && oldest !== undefined) this.#kept.delete(oldest);
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
