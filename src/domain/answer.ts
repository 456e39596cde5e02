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
    }
  | {
      readonly kind: 'unanswered';
      readonly reason: UnansweredReason;
      /** The plain words of the refusal. */
      readonly message: string;
      readonly nearest: readonly Citation[];
    };

/** An answer with all that a renderer needs. */
export interface AnswerReport {
  readonly question: string;
  readonly answer: Answer;
  readonly sources: readonly Source[];
  readonly engine: 'extractive' | 'language-model';
  readonly tier: 'lexical' | 'vectors';
  readonly elapsedMs: number;
  /** One answer a question, when several were asked. */
  readonly parts?: readonly AnswerReport[];
}
