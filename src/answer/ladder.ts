import type { Answer } from '../domain/answer.ts';
import type { Ground } from './ground.ts';
import type { Question } from './question/frame.ts';
import { notInArchive } from './refusal.ts';
import { fromChanges } from './rungs/changes.ts';
import { fromEvents } from './rungs/events.ts';
import { fromOffices } from './rungs/office.ts';
import { fromOrder } from './rungs/order.ts';
import { fromReactions } from './rungs/reactions.ts';
import { fromSpeakers, fromUtterances } from './rungs/said.ts';
import { fromSentences } from './rungs/sentences.ts';
import { fromDays, fromSteps } from './rungs/steps.ts';

/** A rung of the ladder: an answer, or nothing where the next one has to try. */
type Rung = (question: Question, ground: Ground) => Promise<Answer | undefined>;

/** What is surest comes first: what the ledger knows, then what single sentences say. */
const RUNGS: readonly Rung[] = [
  fromChanges,
  fromSteps,
  fromDays,
  fromReactions,
  fromOrder,
  fromOffices,
  fromUtterances,
  fromSpeakers,
  fromEvents,
  fromSentences,
];

/** The answer of the first rung that has one, else "not in the archive". */
export async function climb(question: Question, ground: Ground): Promise<Answer> {
  for (const rung of RUNGS) {
    const answer = await rung(question, ground);
    if (answer !== undefined) return answer;
  }
  return notInArchive(question, ground);
}
