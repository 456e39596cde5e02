import type { Archive } from '../domain/archive.ts';
import type { ChatRequest } from '../domain/chat.ts';
import { fold } from '../text/words.ts';
import { type CompletionIndex, completionIndex } from './completion-index.ts';

/** Platforms show no more. https://discord.com/developers/docs/interactions/application-commands#autocomplete */
const MOST = 25;

/** The archive is asked at most this often whether it has grown; until then the index answers. */
const FRESH_MS = 10_000;

/**
 * Completes what is typed into an option of a command, from an index in memory: whoever types gets an answer in
 * milliseconds, also while the index is made anew.
 */
export class Completions {
  readonly #archive: Pick<Archive, 'articles' | 'ledger'>;
  readonly #situations: readonly string[];
  #index: Promise<CompletionIndex> | undefined;
  #size = -1;
  #checkedAt = Number.NEGATIVE_INFINITY;

  /** @param situations names of the configured ones, which come first */
  constructor(archive: Pick<Archive, 'articles' | 'ledger'>, situations: readonly string[] = []) {
    this.#archive = archive;
    this.#situations = situations;
  }

  /** At most 25 values, the likeliest first. */
  async of({ what, text }: Extract<ChatRequest, { kind: 'complete' }>): Promise<readonly string[]> {
    const index = await this.#current();
    return (what === 'question' ? withActor(index.actor, text) : matching(index[what], text)).slice(0, MOST);
  }

  /** Nobody who types waits for a second index: the first answers until the next is there. */
  async #current(): Promise<CompletionIndex> {
    if (this.#index !== undefined && performance.now() - this.#checkedAt < FRESH_MS) return this.#index;
    const renewed = this.#renewed();
    this.#index ??= renewed;
    renewed.then(
      () => {
        this.#index = renewed;
      },
      () => {
        if (this.#index === renewed) this.#index = undefined;
      },
    );
    return this.#index;
  }

  async #renewed(): Promise<CompletionIndex> {
    this.#checkedAt = performance.now();
    const known = this.#index;
    const { total } = await this.#archive.articles.tally();
    if (total === this.#size && known !== undefined) return known;
    this.#size = total;
    return completionIndex(this.#archive, this.#situations);
  }
}

/** Values of which a word begins with what is typed, in their order. */
function matching(values: readonly string[], typed: string): string[] {
  const start = fold(typed.trim());
  return values.filter((value) => wordsOf(value).some((word) => word.startsWith(start)));
}

/** The question as it stands, with its last word completed to an actor's name. */
function withActor(actors: readonly string[], typed: string): string[] {
  const [, head = '', word = ''] = /^(.*?)([^\s]*)$/s.exec(typed) ?? [];
  if (word.length < 2) return [];
  return matching(actors, word).map((actor) => `${head}${actor}`);
}

/** The text from each of its words on, so that "abdollahian" and "iran–p" are found. */
function wordsOf(value: string): string[] {
  const text = fold(value);
  return [...text.matchAll(/[\p{L}\p{N}]+/gu)].map(({ index }) => text.slice(index));
}
