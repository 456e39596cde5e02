import type { IsoDate } from '../../domain/article.ts';
import type { Word } from './word.ts';

/** How a source tells what a claim is held against. */
export interface Telling {
  readonly publishedAt: IsoDate | undefined;
  /** Both are words of one speaker: their tenses may be counted from the speaking. */
  readonly reported: boolean;
  /** The source gives the speaker's own words: "we" is the speaker's side. */
  readonly quoted: boolean;
  /** Who says it in the source. */
  readonly speaker: readonly Word[];
  /** For whom the speaker speaks, as the source begins. */
  readonly self?: readonly Word[];
}
