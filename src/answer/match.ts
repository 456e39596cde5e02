import type { Event, EventDate } from '../domain/event.ts';
import { nameIn, stateIn } from '../events/signature.ts';
import { coverage } from './leftover.ts';
import type { Question } from './question.ts';
import { isOf } from './relations.ts';

/** Share of a question's other words that an event's quotes must hold. */
const COVERED = 0.5;

/** The events that fill a question's frame: relation, sides and date all fit. */
export function matching(question: Question, events: readonly Event[]): Event[] {
  const { relation } = question;
  if (relation === undefined) return [];
  return events.filter(
    (event) =>
      isOf(event, relation) &&
      event.status !== 'hypothetical' &&
      sidesFit(question, event) &&
      coverage(question.leftover, event.claims.map((claim) => claim.citation.quote).join(' ')) >= COVERED &&
      dateFits(question.date, event.date),
  );
}

/** Names before the relation act, names behind it are acted on; where both act together the side does not matter. */
function sidesFit(question: Question, event: Event): boolean {
  const actors = event.actors.flatMap(namesOf);
  const targets = event.targets.flatMap(namesOf);
  const all = [...actors, ...targets, ...(event.place === undefined ? [] : [event.place])];
  if (!question.agents.every((name) => actors.includes(name))) return false;
  const acts = event.targets.length === 0 || question.hole === 'how-many' ? all : actors;
  if (question.hole === 'whom')
    return question.subjects.concat(question.objects).every((name) => actors.includes(name));
  return question.subjects.every((name) => acts.includes(name)) && question.objects.every((name) => all.includes(name));
}

function namesOf(actor: string): string[] {
  return [actor, nameIn(actor), stateIn(actor)];
}

function dateFits(asked: EventDate | undefined, date: EventDate): boolean {
  if (asked === undefined) return true;
  if (date.precision === 'unknown') return false;
  return (asked.from ?? '') <= (date.to ?? '9999') && (date.from ?? '') <= (asked.to ?? '9999');
}
