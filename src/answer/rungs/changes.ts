import type { Answer } from '../../domain/answer.ts';
import type { IsoDate } from '../../domain/article.ts';
import { formatDay } from '../../domain/day.ts';
import type { Event } from '../../domain/event.ts';
import { statesIn } from '../../events/signature.ts';
import { addDays } from '../../text/calendar.ts';
import type { Ground } from '../ground.ts';
import type { Question } from '../question/frame.ts';
import { refused } from '../refusal.ts';
import { listOf } from './steps.ts';

/** What articles after a day report for the first time; without a day, what the last day's articles do. */
export async function fromChanges(question: Question, ground: Ground): Promise<Answer | undefined> {
  if (question.hole !== 'changes') return undefined;
  const since = question.date?.from ?? lastDayBut(ground);
  const named = question.names.map(({ name }) => name);
  const parties = named.length > 0 ? named : await ground.pair();
  const events = (await ground.events()).filter(
    (event) =>
      event.status !== 'hypothetical' &&
      event.status !== 'historical' &&
      firstReport(event, ground) > since &&
      (parties.length === 0 || statesIn(event).some((state) => parties.includes(state))),
  );
  return (
    listOf(events) ??
    refused(
      'no-evidence',
      `Nothing new: no article after ${formatDay(since)} reports an act that was not known before.`,
      [],
    )
  );
}

/** The day before the archive's last one. */
function lastDayBut({ outlines, today }: Ground): IsoDate {
  const days = [...outlines.values()].flatMap(({ publishedAt }) => publishedAt ?? []).sort();
  return addDays(days.at(-1) ?? today, -1);
}

/** Undated articles may be old: an event of theirs alone is not new. */
function firstReport({ articles }: Event, { outlines }: Ground): string {
  return articles.map((id) => outlines.get(id)?.publishedAt ?? '').sort()[0] ?? '';
}
