import type { Event, EventDate } from '../domain/event.ts';
import { firstDay, overlap } from '../events/days.ts';
import { mediumOf } from '../events/same-act.ts';
import { nameIn, stateIn } from '../events/signature.ts';
import { isWordOf } from './cover.ts';
import type { Ground } from './ground.ts';
import { asksForKind, type Question } from './question/frame.ts';
import { coverage } from './question/terms.ts';
import { isOf } from './relations.ts';

/** Share of a question's other words that an event's quotes must hold; all of them where the answer is yes. */
const COVERED = 0.5;

/** An event that fills a question's frame. */
export interface Match {
  readonly event: Event;
  /** A body of the question ("the security committee") stands near the quotes and not in them: the words alone can be shown. */
  readonly nearby: boolean;
}

/** The events that fill a question's frame: relation, sides, date and the other words all fit. */
export async function matching(question: Question, ground: Ground): Promise<Match[]> {
  const { relation } = question;
  if (relation === undefined) return [];
  const both = question.pair && question.names.length === 0 ? await ground.pair() : [];
  const found: Match[] = [];
  for (const event of await ground.events()) {
    if (!means(question, event) || event.status === 'hypothetical') continue;
    const parties = [...event.actors, ...event.targets].map(stateIn);
    if (!both.every((party) => parties.includes(party))) continue;
    if (!sidesFit(question, event) || !wordsFit(question, event) || !isOnDays(question, event)) continue;
    const proper = question.proper.filter((word) => !isTold(event, word));
    const places = question.places.filter((name) => !isPlaceOf(event, name));
    if (!(await standNear(places, event, ground))) continue;
    if (await standNear(proper, event, ground)) found.push({ event, nearby: proper.length > 0 });
  }
  return found;
}

/** Meetings and visits to come are told as plans. */
const PLANS: ReadonlySet<string> = new Set(['planMeeting', 'planVisit', 'invite']);

/** Whether an event is of the act that is asked about: planned where the question looks ahead, in the manner it names. */
function means({ relation, ahead, manner }: Question, event: Event): boolean {
  if (relation === undefined) return false;
  const contact = relation.types.includes('CONSULT');
  if (ahead && contact && PLANS.has(event.sense ?? '')) return true;
  if (!isOf(event, relation)) return false;
  return manner === undefined || !contact || mediumOf(event) === manner || mediumOf(event) === 'any';
}

function isPlaceOf(event: Event, name: string): boolean {
  return event.place === name || event.claims.some(({ citation }) => citation.quote.includes(name));
}

/** Names before the relation act, names behind it are acted on; where both act together the side does not matter. */
function sidesFit(question: Question, event: Event): boolean {
  const actors = event.actors.flatMap(namesOf);
  const targets = event.targets.flatMap(namesOf);
  const place = event.place === undefined ? [] : [event.place];
  const sides = [...actors, ...targets, ...place];
  if (!question.agents.every((name) => actors.includes(name))) return false;
  const acts = event.targets.length === 0 || question.hole === 'how-many' ? sides : actors;
  if (question.hole === 'whom')
    return question.subjects.concat(question.objects).every((name) => actors.includes(name) || place.includes(name));
  // an act that a sentence about them tells is theirs only as far as its words can be read beside it
  const reached = QUOTED.has(question.hole) ? [...sides, ...event.named.flat()] : sides;
  return (
    question.subjects.every((name) => acts.includes(name)) && question.objects.every((name) => reached.includes(name))
  );
}

/** Questions that are answered in the words of the source. */
const QUOTED: ReadonlySet<Question['hole']> = new Set(['what', 'list', 'topic']);

function namesOf(actor: string): string[] {
  return [actor, nameIn(actor), stateIn(actor)];
}

/** What the question says besides names and act must stand in a quote. */
function wordsFit(question: Question, event: Event): boolean {
  const quotes = event.claims.map((claim) => claim.citation.quote);
  const share = coverage(question.leftover, [...quotes, event.summary].join(' '));
  return isExact(question) ? share === 1 : share >= COVERED;
}

/** A yes, a number and one of a kind ("which document was targeted?") are wrong where another word is meant. */
function isExact({ hole, text }: Question): boolean {
  return hole === 'yes-no' || hole === 'how-many' || asksForKind(text);
}

function isTold({ claims, actors, targets }: Event, word: string): boolean {
  return [...claims.map(({ citation }) => citation.quote), ...actors, ...targets].some((text) => isWordOf(word, text));
}

/** UTF-16 code units before and behind a quote in which "the forum" was or will be named. */
const NEAR = { before: 1_200, behind: 500 };

async function standNear(words: readonly string[], event: Event, ground: Ground): Promise<boolean> {
  if (words.length === 0) return true;
  for (const { articleId, citation } of event.claims) {
    const text = (await ground.article(articleId))?.text ?? '';
    const near = text.slice(Math.max(0, citation.start - NEAR.before), citation.end + NEAR.behind);
    if (words.every((word) => isWordOf(word, near))) return true;
  }
  return false;
}

/** A yes and a number need an act that surely fell on the days asked about; for the rest it is enough that it can have. */
function isOnDays({ hole, date }: Question, event: Event): boolean {
  if ((hole !== 'yes-no' && hole !== 'how-many') || date === undefined) return dateFits(date, event.date);
  const { to } = event.date;
  const from = firstDay(event.date);
  if (date.from !== null && (from === null || from < date.from)) return false;
  return date.to === null || (to !== null && to <= date.to);
}

/** Whether an act can have happened on the days that are asked about; any day where none is. */
export function dateFits(asked: EventDate | undefined, date: EventDate): boolean {
  if (asked === undefined) return true;
  if (date.precision === 'unknown') return false;
  return overlap(asked, { ...date, from: firstDay(date) });
}
