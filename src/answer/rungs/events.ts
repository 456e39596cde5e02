import { statementOf } from '../../brief/statement.ts';
import type { Answer, Confidence } from '../../domain/answer.ts';
import type { Statement } from '../../domain/brief.ts';
import { type Citation, isNonEmpty } from '../../domain/citation.ts';
import type { Event, EventDate } from '../../domain/event.ts';
import { mediumOf } from '../../events/same-act.ts';
import { nameIn, stateIn } from '../../events/signature.ts';
import { formatEventDate } from '../../text/dates.ts';
import { findNames, sameName } from '../../text/names.ts';
import { numberOf } from '../../text/numbers.ts';
import { stemLine } from '../../text/thesaurus.ts';
import { stem } from '../../text/words.ts';
import { verbsOf } from '../act.ts';
import { isWordOf } from '../cover.ts';
import type { Ground } from '../ground.ts';
import { type Match, matching } from '../match.ts';
import type { Question } from '../question/frame.ts';
import { coverage } from '../question/terms.ts';
import { inQuotes, oneEach } from '../quoted.ts';
import { relationNamed } from '../relations.ts';
import { ANYONE, ownerOfCounted } from '../values.ts';

/** Statements of one answer at most. */
const STATEMENTS = 4;
/** Of a list of values more are shown. */
const LISTED = 8;
const CITED = 4;

/** The answer that the ledger gives, if events fill the question's hole. */
export async function fromEvents(question: Question, ground: Ground): Promise<Answer | undefined> {
  const { relation, hole } = question;
  if (relation === undefined || question.quoted.length > 0 || NOT_HERE.has(hole)) return undefined;
  if (relation.name === 'toll' ? hole !== 'how-many' : hole === 'how-many') return undefined;
  const matches = await matching(question, ground);
  const certain = matches.filter(({ nearby }) => !nearby).map(({ event }) => event);
  if (certain.length === 0 && matches.length > 0) return inContext(question, matches);
  const matched = certain;
  if (hole === 'yes-no')
    return whether(question, matched) ?? (await contradicted(question, ground)) ?? (await otherwise(question, ground));
  const told = matched.filter((event) => event.status !== 'denied' && isAsPlanned(question, event));
  const plans = question.ahead ? told.filter(({ status }) => status === 'planned') : [];
  const done = plans.length > 0 ? plans : told;
  if (done.length === 0) return undefined;
  const values = valued(question, done)?.filter(({ value }) => !question.except.includes(value));
  if (values === undefined) return asTold(question, byFit(question, done));
  return values.length === 0 ? undefined : withValues(question, values, ground);
}

/** The body asked about is named near the words and not in them: the words alone, without a short answer. */
function inContext(question: Question, matches: readonly Match[]): Answer | undefined {
  const events = matches
    .map(({ event }) => event)
    .filter((event) => event.status !== 'denied' && isAsPlanned(question, event));
  const shown = events.map((event) => worded(statementOf(event)));
  const answer = answered(undefined, shown, events);
  return answer?.kind === 'answered' ? { ...answer, confidence: 'low' } : undefined;
}

const NOT_HERE: ReadonlySet<Question['hole']> = new Set([
  'order',
  'said',
  'speaker',
  'changes',
  'steps',
  'reactions',
  'why',
]);

/** What is to come answers questions about what is to come, and what is done those about what is done. */
function isAsPlanned({ ahead, hole }: Question, { status }: Event): boolean {
  if (status !== 'planned') return true;
  return ahead || hole === 'list' || hole === 'topic' || hole === 'what';
}

/** Yes on an act that is told as done, no on one that is told as not done. */
function whether(question: Question, matched: readonly Event[]): Answer | undefined {
  const done = matched.filter((event) => event.status !== 'denied' && isAsPlanned(question, event));
  const denied = matched.filter((event) => event.status === 'denied');
  if (question.negated) return done.length > 0 ? asTold(question, done) : undefined;
  if (done.length > 0 && denied.length > 0) return differing(done, denied);
  if (done.length > 0) return answered('Yes', done.map(statementOf), done);
  return denied.length > 0 ? answered('No', denied.map(statementOf), denied) : undefined;
}

/** Asked whether they accepted, they rejected it: no. */
async function contradicted(question: Question, ground: Ground): Promise<Answer | undefined> {
  const contrary = relationNamed(question.relation?.contrary ?? '');
  if (contrary === undefined || question.negated) return undefined;
  const events = (await matching({ ...question, relation: contrary }, ground)).map(({ event }) => event);
  const done = events.filter(({ status }) => status === 'reported');
  return answered('No', done.map(statementOf), done);
}

/** Asked whether they met on a day, they spoke by phone: no, where every contact of that day was of another kind. */
async function otherwise(question: Question, ground: Ground): Promise<Answer | undefined> {
  const { manner, date, negated } = question;
  if (manner === undefined || date === undefined || date.from !== date.to || negated) return undefined;
  const { manner: _, ...anyhow } = question;
  // a contact as asked about that only may have been on that day leaves it open
  if ((await matching({ ...question, hole: 'what' }, ground)).length > 0) return undefined;
  const contacts = (await matching(anyhow, ground)).map(({ event }) => event);
  const done = contacts.filter(
    (event) => event.status === 'reported' && mediumOf(event) !== 'written' && event.date.precision === 'day',
  );
  return answered('No', done.map(statementOf), done);
}

function differing(done: readonly Event[], denied: readonly Event[]): Answer | undefined {
  const readings = [done[0], denied[0]].flatMap((event) => (event === undefined ? [] : [statementOf(event)]));
  const [first, ...rest] = readings;
  if (first === undefined) return undefined;
  return answered(undefined, [{ ...first, text: `Reports differ: ${first.text}` }, ...rest], [...done, ...denied]);
}

/** A value of the hole, and who gives it. */
interface Value {
  readonly value: string;
  readonly event: Event;
  /** The claims whose words hold the value; all where it is in none. */
  readonly citations: readonly Citation[];
}

/** The values of the hole, in the order of the events; `undefined` where the statements are the answer. */
function valued(question: Question, events: readonly Event[]): Value[] | undefined {
  switch (question.hole) {
    case 'who':
      return events.flatMap((event) =>
        named(
          event,
          event.actors.filter((actor) => !isAsked(actor, [...question.objects, ...question.proper])),
        ),
      );
    case 'whom':
      return events.flatMap((event) =>
        named(
          event,
          event.targets.length > 0
            ? aimedAt(question, event)
            : event.actors.filter((actor) => !isAsked(actor, [...question.subjects, ...question.proper])),
        ),
      );
    case 'when':
      return bestReported(inItsWord(question, events))
        .map((event) => ({ event, date: dayAsked(question, event) }))
        .filter(({ date }) => date.precision !== 'unknown')
        .map(({ event, date }) => ({ value: formatEventDate(date), event, citations: allOf(event) }));
    case 'where':
      return events.flatMap((event) => (event.place === undefined ? [] : named(event, [event.place])));
    case 'how-many':
      return events
        .filter((event) => isOfVictims(question, event))
        .flatMap((event) =>
          event.tolls.map((toll) => ({ value: String(toll), event, citations: counting(event, toll) })),
        );
    default:
      return undefined;
  }
}

/** "When did they invade?": where reports say "invaded", others of other strikes tell of another day. */
function inItsWord(question: Question, events: readonly Event[]): readonly Event[] {
  const verbs = verbsOf(question);
  const isSaid = (line: string) => verbs.some((verb) => line.includes(` ${verb} `));
  const said = events.filter(({ claims }) => claims.some(({ citation: { quote } }) => isSaid(stemLine(quote))));
  return said.length > 0 ? said : events;
}

/** Of more than a reader takes in those that most origins report, in their order. */
function bestReported(events: readonly Event[]): readonly Event[] {
  const best = events.toSorted((one, other) => other.origins - one.origins).slice(0, STATEMENTS);
  return events.filter((event) => best.includes(event));
}

/** Of what is to come the day on which it will be, and not the day on which it was announced. */
function dayAsked({ ahead }: Question, { date, due, status }: Event): EventDate {
  if (!ahead || status !== 'planned') return date;
  return due ?? { from: null, to: null, precision: 'unknown' };
}

/** "Pakistani soldiers": of those of whom the question asks, in the words of a report; those of a state were struck. */
function isOfVictims({ counted, names, text }: Question, event: Event): boolean {
  if (counted === undefined) return true;
  const noun = counted.split(' ').at(-1) ?? '';
  const near = ownerOfCounted({ counted, names, text });
  if (near !== undefined && !event.targets.some((target) => stateIn(target) === near)) return false;
  return ANYONE.test(noun) || event.claims.some(({ citation: { quote } }) => coverage([stem(noun)], quote) === 1);
}

/** "Which group": a group is asked for, and not the state it is in. */
function aimedAt({ text }: Question, { targets }: Event): readonly string[] {
  const groups = /\b(group|organi[sz]ation|militia|movement)s?\b/i.test(text)
    ? targets.filter((name) => findNames(name)[0]?.kind === 'group')
    : [];
  return groups.length > 0 ? groups : targets;
}

function isAsked(actor: string, asked: readonly string[]): boolean {
  return asked.some(
    (name) => sameName(name, nameIn(actor)) || name === stateIn(actor) || isWordOf(name, nameIn(actor)),
  );
}

function named(event: Event, names: readonly string[]): Value[] {
  return names.map((value) => {
    const holding = event.claims.map(({ citation }) => citation).filter(({ quote }) => holdsName(quote, value));
    return { value, event, citations: holding.length > 0 ? holding : allOf(event) };
  });
}

function holdsName(quote: string, value: string): boolean {
  const surname = nameIn(value).split(' ').at(-1) ?? value;
  return quote.includes(surname) || findNames(quote).some(({ name }) => name === value || name === nameIn(value));
}

function counting(event: Event, toll: number): Citation[] {
  const own = event.claims
    .map(({ citation }) => citation)
    .filter(({ quote }) => (quote.match(/[\d,]+|\p{L}+/gu) ?? []).some((word) => numberOf(word) === toll));
  return own.length > 0 ? own : allOf(event);
}

function allOf(event: Event): Citation[] {
  return event.claims.map(({ citation }) => citation);
}

/** One statement an event, cited for its values alone; numbers of one act that differ are told as differing. */
function withValues(question: Question, values: readonly Value[], ground: Ground): Answer | undefined {
  const events = [...new Set(values.map(({ event }) => event))];
  const shown = events.slice(0, LISTED);
  const statements = shown.flatMap((event) => {
    const own = values.filter((one) => one.event === event);
    if (question.hole === 'how-many' && own.length > 1) return own.flatMap((one, at) => counted(one, at));
    const citations = oneEach(
      own.flatMap((one) => one.citations),
      CITED,
    );
    if (citations === undefined) return [];
    // a number of one report is not better sourced for the act that others report too
    const origins = question.hole === 'how-many' ? originsOf(citations, ground) : event.origins;
    return [{ ...statementOf(event), citations, origins }];
  });
  const short = [...new Set(values.filter(({ event }) => shown.includes(event)).map(({ value }) => value))].join('; ');
  const more = events.length - shown.length;
  const answer = answered(short, statements, shown, LISTED);
  return answer?.kind === 'answered' && more > 0
    ? { ...answer, message: `${more} more are in the archive: ask for a day or a party.` }
    : answer;
}

function originsOf(citations: readonly Citation[], { outlines }: Ground): number {
  return new Set(citations.map(({ articleId }) => outlines.get(articleId)?.origin ?? articleId)).size;
}

function counted({ value, event, citations }: Value, at: number): Statement[] {
  const cited = oneEach(citations, CITED);
  const { text } = statementOf(event);
  const act = text.replace(/; reports differ on the deaths:.*$/, '');
  return cited === undefined
    ? []
    : [
        {
          ...statementOf(event),
          text: `${at === 0 ? 'Reports differ: ' : ''}${act}; ${value} deaths by this report.`,
          citations: cited,
        },
      ];
}

/** What was said or threatened is in the quote: our own summary would leave it out. */
function asTold(question: Question, events: readonly Event[]): Answer | undefined {
  const statements = events.map(statementOf);
  return answered(undefined, question.hole === 'what' ? statements.map(worded) : statements, events);
}

function worded(statement: Statement): Statement {
  const { quote } = statement.citations[0];
  return { ...statement, text: `${statement.text.replace(/\.$/, '')}: ${inQuotes(quote)}` };
}

/** What was agreed is what both did, where something is; then by the number of origins. */
function byFit(question: Question, events: readonly Event[]): Event[] {
  const joint = events.filter((event) => event.targets.length === 0 && event.actors.length > 1);
  const fitting = question.relation?.name === 'agreement' && joint.length > 0 ? joint : events;
  return fitting.toSorted((one, other) => other.origins - one.origins);
}

function answered(
  short: string | undefined,
  statements: readonly Statement[],
  events: readonly Event[],
  most = STATEMENTS,
): Answer | undefined {
  const kept = statements.slice(0, most);
  if (!isNonEmpty(kept)) return undefined;
  const confidence = confidenceOf(kept, events);
  return { kind: 'answered', ...(short !== undefined && { short }), statements: kept, confidence };
}

/** Two independent origins are high, one is moderate, a plan is low. */
function confidenceOf(statements: readonly Statement[], events: readonly Event[]): Confidence {
  if (events.every((event) => event.status === 'planned')) return 'low';
  return statements.some(({ origins }) => origins >= 2) ? 'high' : 'moderate';
}
