import { statementOf } from '../brief/statement.ts';
import type { Answer, Confidence } from '../domain/answer.ts';
import type { Statement } from '../domain/brief.ts';
import { isNonEmpty } from '../domain/citation.ts';
import type { Event } from '../domain/event.ts';
import { formatEventDate } from '../text/dates.ts';
import { matching } from './match.ts';
import type { Question } from './question.ts';

/** Statements of one answer at most. */
const STATEMENTS = 4;

/** The answer that the ledger gives, if events fill the question's hole. */
export function fromEvents(question: Question, events: readonly Event[]): Answer | undefined {
  if (question.hole === 'order') return undefined;
  if (question.hole === 'how-many' && !isCounted(question)) return undefined;
  const matched = matching(question, events);
  const done = matched.filter((event) => event.status !== 'denied');
  const denied = matched.filter((event) => event.status === 'denied');
  if (question.hole === 'yes-no')
    return done.length > 0 ? answered('Yes', done) : denied.length > 0 ? answered('No', denied) : undefined;
  if (done.length === 0) return undefined;
  if (question.relation?.name === 'toll' && question.hole !== 'how-many') return undefined;
  const values = valuesOf(question, done);
  if (values === undefined) return inWordsOfTheSource(answered(undefined, byFit(question, done)), question);
  const telling = done.filter((event) => valuesOf(question, [event])?.length);
  return values.length === 0 ? undefined : answered(values.join('; '), telling);
}

/** The distinct values of the hole, in the order of the events; `undefined` where the statements are the answer. */
function valuesOf(question: Question, events: readonly Event[]): string[] | undefined {
  const all = (() => {
    switch (question.hole) {
      case 'who':
        return events.flatMap((event) => event.actors).filter((actor) => !question.objects.includes(actor));
      case 'whom':
        return events.flatMap((event) =>
          event.targets.length > 0 ? event.targets : event.actors.filter((actor) => !question.subjects.includes(actor)),
        );
      case 'when':
        return events.filter((event) => event.date.precision !== 'unknown').map((event) => formatEventDate(event.date));
      case 'where':
        return events.flatMap((event) => event.place ?? []);
      case 'how-many':
        return events.flatMap((event) => event.tolls.map(String));
      default:
        return undefined;
    }
  })();
  return all && [...new Set(all)];
}

/** Of numbers the ledger knows deaths only. */
function isCounted(question: Question): boolean {
  return question.relation?.name === 'toll';
}

/** What was said or threatened is in the quote: our own summary would leave it out. */
function inWordsOfTheSource(answer: Answer | undefined, question: Question): Answer | undefined {
  if (answer?.kind !== 'answered' || question.hole !== 'what') return answer;
  const [first, ...rest] = answer.statements;
  return { ...answer, statements: [worded(first), ...rest.map(worded)] };
}

function worded(statement: Statement): Statement {
  const { quote } = statement.citations[0];
  const marked = /^[“"]/.test(quote) ? quote : `“${quote}”`;
  return { ...statement, text: `${statement.text.replace(/\.$/, '')}: ${marked}` };
}

/** What was agreed is what both did, where something is; then by the number of origins. */
function byFit(question: Question, events: readonly Event[]): Event[] {
  const joint = events.filter((event) => event.targets.length === 0 && event.actors.length > 1);
  const fitting = question.relation?.name === 'agreement' && joint.length > 0 ? joint : events;
  return fitting.toSorted((one, other) => other.origins - one.origins);
}

function answered(short: string | undefined, events: readonly Event[]): Answer | undefined {
  const told = events.slice(0, STATEMENTS);
  const statements = told.map(statementOf);
  if (!isNonEmpty(statements)) return undefined;
  return { kind: 'answered', ...(short !== undefined && { short }), statements, confidence: confidenceOf(told) };
}

/** Two independent origins are high, one is moderate, an interval or a plan is low. */
function confidenceOf(events: readonly Event[]): Confidence {
  const best = Math.max(...events.map((event) => event.origins));
  if (events.every((event) => event.status === 'planned')) return 'low';
  return best >= 2 ? 'high' : 'moderate';
}
