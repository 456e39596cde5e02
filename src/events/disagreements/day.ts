import type { DatedMention } from '../../domain/mention.ts';
import { daysBetween } from '../../text/calendar.ts';
import { formatEventDate } from '../../text/dates.ts';
import { isMaterial } from '../codes.ts';
import { signatureOf } from '../signature.ts';
import type { ToldEvent } from '../view.ts';
import { undated } from '../wording.ts';
import { between, type Detector, mentionsOf, reading, spansOf } from './ground.ts';

/** Days of two reports of one act can differ by that many. */
const NEAR_DAYS = 2;

/** The same deed on two days close together, each told by articles that know nothing of the other day. */
export const days: Detector = ({ told }) => {
  const deeds = told.filter(({ event }) => isDeed(event) && event.status === 'reported' && isDay(event.date));
  const groups = Map.groupBy(deeds, ({ event }) => signatureOf(event));
  return [...groups.values()].flatMap((group) => {
    const [one, other] = group;
    if (one === undefined || other === undefined || group.length !== 2 || !canBeOne(one, other)) return [];
    return between(
      `${undated((one.reports[0] as DatedMention).mention)}: on which day?`,
      [one, other].map((each) => reading(formatEventDate(each.event.date), spansOf(mentionsOf(each)))),
      'Told as two acts until a report settles it.',
    );
  });
};

/** An ambassador's return is no material act for PLOVER, but happens on one day as one does. */
function isDeed({ type, sense }: ToldEvent['event']): boolean {
  return isMaterial(type) || sense === 'ambassadorBack';
}

function isDay(date: ToldEvent['event']['date']): boolean {
  return date.precision === 'day';
}

/** No article tells both, and all were written when both days were past. */
function canBeOne(one: ToldEvent, other: ToldEvent): boolean {
  const [from, to] = [one.event.date.from ?? '', other.event.date.from ?? ''].sort() as [string, string];
  if (from === to || daysBetween(from, to) > NEAR_DAYS) return false;
  if (one.event.articles.some((id) => other.event.articles.includes(id))) return false;
  return [...one.reports, ...other.reports].every(({ reportedOn }) => (reportedOn ?? '') >= to);
}
