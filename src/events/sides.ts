import type { Sentence } from '../text/sentences.ts';
import type { ReadingContext } from './context.ts';
import type { ActorPhrase } from './phrase.ts';
import type { Predicate } from './predicate.ts';

/** A predicate where it stands. */
export interface Clause {
  readonly sentence: Sentence;
  readonly phrases: readonly ActorPhrase[];
  readonly predicate: Predicate;
  readonly context: ReadingContext;
  readonly speaker?: ActorPhrase;
  /** The words are somebody's whom we have no name for. */
  readonly strangerSpeaks?: true;
}

/** Who acts, and on whom, by their canonical names. */
export interface Sides {
  readonly actors: readonly string[];
  readonly targets: readonly string[];
}
