import type { Source, Statement } from './brief.ts';
import type { Citation, NonEmpty } from './citation.ts';

/**
 * Why a question stays unanswered: the topic is there, the relation or value is not; an actor or the topic stands
 * nowhere; there is no article; no question was understood.
 */
export type UnansweredReason = 'no-evidence' | 'not-mentioned' | 'empty-archive' | 'unclear';

/** How well sourced an answer is. Never a likelihood. */
export type Confidence = 'high' | 'moderate' | 'low';

export type Answer =
  | {
      readonly kind: 'answered';
      /** The answer itself where it is a name, date, number, yes or no, or a list joined by "; ". */
      readonly short?: string;
      readonly statements: NonEmpty<Statement>;
      readonly confidence: Confidence;
      /** A false premise, named. */
      readonly message?: string;
      readonly original?: OriginalWords;
    }
  | {
      readonly kind: 'unanswered';
      readonly reason: UnansweredReason;
      /** The plain words of the refusal. */
      readonly message: string;
      readonly nearest: readonly Citation[];
      readonly original?: OriginalWords;
    };

/** The English of what is in another language. */
export interface OriginalWords {
  readonly short?: string;
  readonly message?: string;
}

/** An answer with all that a renderer needs. */
export interface AnswerReport {
  readonly question: string;
  readonly answer: Answer;
  readonly sources: readonly Source[];
  readonly engine: 'extractive' | 'language-model';
  readonly tier: 'lexical' | 'vectors';
  readonly elapsedMs: number;
  /** Where a language model was asked. */
  readonly elapsed?: Elapsed;
  /** Speaks of how the answer was made, never of the world, such as that the model did not answer in time. */
  readonly notice?: string;
  /** BCP 47, where a model put it into another language than English; quotes and titles stay in their own. */
  readonly language?: string;
  /** One answer a question, when several were asked. */
  readonly parts?: readonly AnswerReport[];
}

/** What a language model was asked for an answer, and what became of it. */
interface Elapsed {
  /** Milliseconds until the model was asked, and from then on. */
  readonly searchMs: number;
  readonly modelMs: number;
  /** Claims that it made, and those of them that the gate did not pass, by what was wrong with them. */
  readonly claims: number;
  readonly dropped: Readonly<Record<string, number>>;
}
