import type { IsoDate } from '../domain/article.ts';
import type { Statement } from '../domain/brief.ts';
import type { Event } from '../domain/event.ts';
import { lastDay } from '../events/last-day.ts';
import { namesOthers } from '../events/same-act.ts';
import { statesIn } from '../events/signature.ts';
import { addDays } from '../text/calendar.ts';
import { statementOf } from './statement.ts';

/** A plan without a day is news for that long. */
const UNDATED_DAYS = 7;
/** How long the reader is asked whether what was due has happened. */
const ASKED_DAYS = 14;

/** What is planned, the next day due first; what was due and is not told as done asks whether it happened. */
export function nextOf(events: readonly Event[], date: IsoDate): Statement[] {
  const planned = events.filter((event) => event.status === 'planned' && !isDone(event, events));
  const ahead = planned.filter((event) => (event.due === undefined ? isRecent(event, date) : dueDay(event) >= date));
  const passed = planned.filter((event) => dueDay(event) < date && dueDay(event) >= addDays(date, -ASKED_DAYS));
  const byDue = (one: Event, other: Event) =>
    (dueDay(one) || '9999').localeCompare(dueDay(other) || '9999') || (one.id < other.id ? -1 : 1);
  return [...passed.sort(byDue).map(asked), ...ahead.sort(byDue).map(statementOf)];
}

/** Whether a plan is told as done. */
export function isDone(plan: Event, events: readonly Event[]): boolean {
  return plan.status === 'planned' && events.some((one) => isDoneBy(plan, one));
}

/** The last day that it is due on; the empty string where no day is told. */
function dueDay({ due }: Event): IsoDate {
  return due?.to ?? due?.from ?? '';
}

function isRecent(event: Event, date: IsoDate): boolean {
  return lastDay(event) > addDays(date, -UNDATED_DAYS);
}

function asked(event: Event): Statement {
  const statement = statementOf(event);
  return { ...statement, text: `${statement.text} Did it happen? No stored article tells.` };
}

/** A meeting that was planned is done by any contact in person from its day on; another deed by one of its own kind. */
function isDoneBy(plan: Event, done: Event): boolean {
  if (done.status !== 'reported' || lastDay(done) < (plan.due?.from ?? plan.date.from ?? '')) return false;
  const states = statesIn(plan);
  if (!states.every((state) => statesIn(done).includes(state)) || namesOthers(plan, done)) return false;
  return isMeeting(plan) ? done.type === 'CONSULT' && !done.modes.includes('phone') : done.sense === plan.sense;
}

function isMeeting({ sense }: Event): boolean {
  return sense === 'planMeeting' || sense === 'planVisit';
}
