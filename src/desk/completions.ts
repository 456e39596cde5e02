import type { Archive } from '../domain/archive.ts';
import type { ChatRequest } from '../domain/chat.ts';
import type { FeedDesk } from '../domain/feed-desk.ts';
import { fold } from '../text/words.ts';
import { type CompletionIndex, completionIndex } from './completion-index.ts';
import { type FeedName, feedNames } from './feed-names.ts';
import { Renewed } from './renewed.ts';

/** Platforms show no more. https://discord.com/developers/docs/interactions/application-commands#autocomplete */
const MOST = 25;

export interface CompletionParts {
  readonly archive: Pick<Archive, 'articles' | 'ledger'>;
  /** Names of the configured ones, which come first. */
  readonly situations?: readonly string[];
  readonly feeds?: Pick<FeedDesk, 'list'>;
}

/**
 * Completes what is typed into an option of a command, from an index in memory: whoever types gets an answer in
 * milliseconds, also while the index is made anew.
 */
export class Completions {
  readonly #index: Renewed<CompletionIndex>;
  readonly #feeds: Renewed<readonly FeedName[]>;
  #size = -1;

  constructor({ archive, situations = [], feeds }: CompletionParts) {
    this.#index = new Renewed(async (known) => {
      const { total } = await archive.articles.tally();
      if (total === this.#size && known !== undefined) return known;
      this.#size = total;
      return completionIndex(archive, situations);
    });
    this.#feeds = new Renewed(() => feedNames(feeds));
  }

  /** At most 25 values, the likeliest first. */
  async of({ what, text }: Extract<ChatRequest, { kind: 'complete' }>): Promise<readonly string[]> {
    if (what === 'feed') return matchingFeeds(await this.#feeds.current(), text).slice(0, MOST);
    const index = await this.#index.current();
    return (what === 'question' ? withActor(index.actor, text) : matching(index[what], text)).slice(0, MOST);
  }
}

/** Values of which a word begins with what is typed, in their order. */
function matching(values: readonly string[], typed: string): string[] {
  const start = fold(typed.trim());
  return values.filter((value) => wordsOf(value).some((word) => word.startsWith(start)));
}

/** The same, by a word of the title or of the address. */
function matchingFeeds(feeds: readonly FeedName[], typed: string): string[] {
  const start = fold(typed.trim());
  return feeds.flatMap(({ value, words }) => (wordsOf(words).some((word) => word.startsWith(start)) ? value : []));
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
