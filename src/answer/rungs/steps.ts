import { statementOf } from '../../brief/statement.ts';
import type { Answer } from '../../domain/answer.ts';
import { isNonEmpty } from '../../domain/citation.ts';
import type { Event, Stance } from '../../domain/event.ts';
import { statesIn } from '../../events/signature.ts';
import { fold } from '../../text/words.ts';
import type { Ground } from '../ground.ts';
import { dateFits } from '../match.ts';
import type { Question } from '../question/frame.ts';

/** Statements of a list at most: it is complete up to here, and says so where it is not. */
const STATEMENTS = 12;

/** The acts that eased or raised tension: of those whom the question names, else of the parties, in the days it names. */
export async function fromSteps(question: Question, ground: Ground): Promise<Answer | undefined> {
  if (question.hole !== 'steps') return undefined;
  return listOf((await actsAsked(question, ground)).filter(({ stance }) => stance === stanceAsked(question)));
}

/** What happened on the days that a question names, where it asks for nothing more: every act that can have fallen on them. */
export async function fromDays(question: Question, ground: Ground): Promise<Answer | undefined> {
  const { hole, date, relation, leftover, proper, places } = question;
  if (hole !== 'what' || date === undefined || relation !== undefined) return undefined;
  if (leftover.length + proper.length + places.length > 0) return undefined;
  return listOf(await actsAsked(question, ground));
}

/** What was done or planned in the days that a question names, by those it names, else by the parties. */
async function actsAsked({ names, date }: Question, ground: Ground): Promise<Event[]> {
  const named = names.map(({ name }) => name);
  const parties = named.length > 0 ? named : await ground.pair();
  return (await ground.events()).filter(
    (event) =>
      (event.status === 'reported' || event.status === 'planned') &&
      dateFits(date, event.date) &&
      (parties.length === 0 || statesIn(event).some((state) => parties.includes(state))),
  );
}

function stanceAsked({ text }: Question): Stance {
  const away = /\b(rais|escalat|increas|worsen|heighten|stok|fuel)/.test(fold(text).replace(/de-?escalat\w*/g, ''));
  return away ? 'escalation' : 'de-escalation';
}

/** Every event as a statement, in the order of their days; how many are left out is said. */
export function listOf(events: readonly Event[]): Answer | undefined {
  const shown = events.slice(0, STATEMENTS);
  const statements = shown.map(statementOf);
  if (!isNonEmpty(statements)) return undefined;
  const more = events.length - shown.length;
  const confidence = events.every(({ origins }) => origins > 1) ? 'high' : 'moderate';
  return {
    kind: 'answered',
    statements,
    confidence,
    ...(more > 0 && { message: `${more} more are in the archive: ask for a day or a party.` }),
  };
}
