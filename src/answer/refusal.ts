import type { Answer, UnansweredReason } from '../domain/answer.ts';
import type { Citation } from '../domain/citation.ts';

/** An honest refusal: why, in plain words, and the nearest evidence. */
export function refused(reason: UnansweredReason, message: string, nearest: readonly Citation[]): Answer {
  return { kind: 'unanswered', reason, message, nearest };
}
