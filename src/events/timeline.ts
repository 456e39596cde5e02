import type { IsoDate } from '../domain/article.ts';
import type { EventDate } from '../domain/event.ts';
import type { DatedMention, Mention } from '../domain/mention.ts';
import { addDays } from '../text/calendar.ts';
import { resolveTime } from '../text/dates.ts';
import { signatureOf, statesIn } from './signature.ts';

/** How far back an undated act of a report can lie: a report tells of its own episode. */
export const EPISODE_DAYS = 7;

/**
 * Dates the mentions of one article against the article's own day: what the words state; what another mention of the
 * same act in the same article states; days counted from another act; else an interval that ends with the article.
 * @param publishedAt absent where the article's day is not known: then only absolute dates come out.
 */
export function datedMentions(mentions: readonly Mention[], publishedAt: IsoDate | undefined): DatedMention[] {
  const dates = new Map<Mention, EventDate>();
  for (const mention of mentions) if (isDirect(mention)) dates.set(mention, resolveTime(mention.time, publishedAt));
  shareDays(mentions, dates);
  countFromActs(mentions, dates);
  shareDays(mentions, dates);
  shareContactDay(mentions, dates);
  const floor = episodeFloor(dates, publishedAt);
  return mentions.map((mention) => ({
    mention,
    date: dates.get(mention) ?? undatedOf(mention, floor, publishedAt),
    ...dueOf(mention, publishedAt),
    ...(publishedAt !== undefined && { reportedOn: publishedAt }),
  }));
}

function dueOf({ due }: Mention, publishedAt: IsoDate | undefined): { due?: EventDate } {
  const date = due && resolveTime(due, publishedAt);
  const passed = (date?.to ?? '9999') < (publishedAt ?? '');
  return date === undefined || date.precision === 'unknown' || passed ? {} : { due: date };
}

function isDirect(mention: Mention): boolean {
  return mention.time.kind !== 'unstated' && mention.time.kind !== 'after-act';
}

/** The mentions of one act in one article share the day that one of them states, unless two state different ones. */
function shareDays(mentions: readonly Mention[], dates: Map<Mention, EventDate>): void {
  const stated = new Map<string, EventDate | null>();
  for (const mention of mentions) {
    const date = dates.get(mention);
    if (date?.precision !== 'day') continue;
    const signature = signatureOf(mention);
    const known = stated.get(signature);
    stated.set(signature, known === undefined || known?.from === date.from ? date : null);
  }
  for (const mention of mentions) {
    const date = stated.get(signatureOf(mention));
    if (date && !dates.has(mention) && mention.status !== 'planned' && mention.type === 'ASSAULT')
      dates.set(mention, date);
  }
}

function countFromActs(mentions: readonly Mention[], dates: Map<Mention, EventDate>): void {
  for (const mention of mentions) {
    if (mention.time.kind !== 'after-act') continue;
    const { actAt } = mention.time;
    const base = mentions.find((one) => one.at === actAt);
    const date = base && dates.get(base);
    if (date?.precision === 'day') dates.set(mention, resolveTime(mention.time, undefined, new Map([[actAt, date]])));
  }
}

/** What two sides agreed in a contact was agreed on its day, where the article tells of contacts on one day only. */
function shareContactDay(mentions: readonly Mention[], dates: Map<Mention, EventDate>): void {
  const days = new Map<string, EventDate | null>();
  for (const mention of mentions) {
    const date = dates.get(mention);
    if (mention.type !== 'CONSULT' || mention.status !== 'reported' || date?.precision !== 'day') continue;
    const sides = statesIn(mention).join();
    const known = days.get(sides);
    days.set(sides, known === undefined || known?.from === date.from ? date : null);
  }
  for (const mention of mentions) {
    const agreed = mention.type === 'AGREE' || mention.sense === 'discussReturn';
    const date = agreed && mention.status === 'reported' ? days.get(statesIn(mention).join()) : undefined;
    if (date && !dates.has(mention) && mention.actors.length > 1) dates.set(mention, date);
  }
}

/** The first day of the episode, before the report's own, that the article dates an act on. */
function episodeFloor(dates: ReadonlyMap<Mention, EventDate>, publishedAt: IsoDate | undefined): IsoDate | null {
  if (publishedAt === undefined) return null;
  const earliest = addDays(publishedAt, -EPISODE_DAYS);
  const days = [...dates.values()].flatMap((date) =>
    date.precision === 'day' && date.from !== null ? [date.from] : [],
  );
  return days.filter((day) => day >= earliest && day < publishedAt).sort()[0] ?? null;
}

function undatedOf(mention: Mention, floor: IsoDate | null, publishedAt: IsoDate | undefined): EventDate {
  if (publishedAt === undefined) return { from: null, to: null, precision: 'unknown' };
  // a plan is dated by the report of it
  if (mention.status === 'planned') return { from: publishedAt, to: publishedAt, precision: 'day' };
  return { from: floor, to: publishedAt, precision: 'interval' };
}
