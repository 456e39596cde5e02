import type { Standing } from '../domain/archive.ts';
import type { ArticleId } from '../domain/article.ts';
import { nameOf } from '../ingest/identity.ts';
import { wordCount } from '../ingest/lines.ts';
import { type FoundArticle, placed } from '../ingest/placing.ts';
import type { SourceItem } from '../ingest/sources.ts';
import { takeIn } from '../intake.ts';
import type { PollingParts } from './parts.ts';
import { dayOf } from './reasons.ts';

/** Drafts that are taken in together: what rests on several articles is set anew once for all of them. */
const MOST_AT_ONCE = 64;

/** A feed's text of fewer words than this share of its article's is a part of it, not what has become of it. */
const LEAST_SHARE = 0.8;

/** An article that is ready to be taken in. */
export interface ReadyDraft extends FoundArticle {
  /** Its text is what a feed says, not what stands under its address. */
  readonly isFeedsWord: boolean;
}

/** Work on a feed was given up: the claim was lost, or the process is to end. Nothing more of it is written down. */
export class Abandoned extends Error {}

/** What became of a draft: the article that has its text, or why there is none. */
export type TakenDraft =
  | {
      readonly article: ArticleId;
      /** The article was there, with another text. */
      readonly isNewVersion?: boolean;
    }
  | { readonly refused: string };

interface JudgedDraft extends ReadyDraft {
  /** What the archive knew of it before. */
  readonly before: Standing;
}

interface Turn {
  readonly ready: ReadyDraft;
  readonly done: PromiseWithResolvers<TakenDraft>;
}

/**
 * Takes articles into the archive for all polls of a process, one batch after the other. What comes while a batch is taken
 * in waits for the next one, so that a morning with a thousand feeds sets the ledger anew some dozen times.
 */
export class IntakeTurns {
  readonly #parts: Pick<PollingParts, 'archive' | 'clock' | 'model'>;
  readonly #signal: AbortSignal;
  readonly #waiting: Turn[] = [];
  #isRunning = false;

  /** @param signal once aborted, what is at hand is stored and the rest abandoned */
  constructor(parts: Pick<PollingParts, 'archive' | 'clock' | 'model'>, signal: AbortSignal) {
    this.#parts = parts;
    this.#signal = signal;
  }

  /** Resolves once it is in the archive. @throws Abandoned, or what the archive throws where it cannot be written */
  take(ready: ReadyDraft): Promise<TakenDraft> {
    const done = Promise.withResolvers<TakenDraft>();
    this.#waiting.push({ ready, done });
    if (!this.#isRunning) void this.#run();
    return done.promise;
  }

  async #run(): Promise<void> {
    this.#isRunning = true;
    while (this.#waiting.length > 0) {
      const batch = this.#nextBatch();
      try {
        const taken = await this.#taken(batch.map(({ ready }) => ready));
        for (const [at, { done }] of batch.entries()) done.resolve(taken[at] as TakenDraft);
      } catch (error) {
        for (const { done } of batch) done.reject(error);
      }
    }
    this.#isRunning = false;
  }

  /** No address twice: what a feed says must not replace what the page behind it said a moment ago. */
  #nextBatch(): readonly Turn[] {
    const urls = new Set<string>();
    const end = this.#waiting.findIndex(({ ready: { draft } }, at) => {
      const isOver = at >= MOST_AT_ONCE || (draft.url !== undefined && urls.has(draft.url));
      if (draft.url !== undefined) urls.add(draft.url);
      return isOver;
    });
    return this.#waiting.splice(0, end < 0 ? this.#waiting.length : end);
  }

  async #taken(waiting: readonly ReadyDraft[]): Promise<readonly TakenDraft[]> {
    const { archive, clock, model } = this.#parts;
    const batch: JudgedDraft[] = [];
    for (const ready of waiting) {
      const draft = await placed(archive.articles, ready);
      batch.push({ ...ready, draft, before: await archive.articles.standing(nameOf(draft)) });
    }
    const faults: (string | undefined)[] = [];
    for (const ready of batch) faults.push(await this.#faultOf(ready));
    const items = batch.flatMap(({ draft }, at) => (faults[at] === undefined ? [{ path: String(at), draft }] : []));
    const options = { signal: this.#signal, today: dayOf(clock.now()), ...(model && { model }) };
    const { rejected } = await takeIn(archive, each(items), options);
    for (const { path, reason } of rejected) faults[Number(path)] = reason;
    const taken: TakenDraft[] = [];
    for (const [at, ready] of batch.entries()) taken.push(await this.#takenAs(ready, faults[at]));
    return taken;
  }

  async #faultOf({ draft, isFeedsWord, own, before }: JudgedDraft): Promise<string | undefined> {
    if (!isFeedsWord || before.kind !== 'changed') return undefined;
    const { articles } = this.#parts.archive;
    if (before.id !== own && before.id !== draft.id)
      return 'the archive has an article under its address already, and what a feed says does not replace it';
    const words = wordCount((await articles.get(before.id))?.text ?? '');
    return wordCount(draft.text) < LEAST_SHARE * words ? 'the article in the archive says more' : undefined;
  }

  async #takenAs({ draft, before }: JudgedDraft, fault: string | undefined): Promise<TakenDraft> {
    if (fault !== undefined) return { refused: fault };
    const standing = await this.#parts.archive.articles.standing(nameOf(draft));
    if (standing.kind === 'known')
      return { article: standing.id, ...(before.kind === 'changed' && { isNewVersion: true }) };
    if (this.#signal.aborted) throw new Abandoned('the process is to end');
    return { refused: 'it was taken out again at once' };
  }
}

async function* each(items: readonly SourceItem[]): AsyncGenerator<SourceItem> {
  yield* items;
}
