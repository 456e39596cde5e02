import { expect, onTestFinished, test } from 'vitest';
import type { Archive } from '../../src/domain/archive.ts';
import { addDays } from '../../src/domain/day.ts';
import { markdown } from '../../src/outline/markdown.ts';
import { briefParts } from '../../src/outline/parent.ts';
import { addTo, archiveOf } from '../archive-of.ts';
import { crisis } from '../brief/reports.ts';
import { DAY_MS, delivering, HandClock, MINUTE_MS, Platform, SECOND_MS, scheduled } from './under-test.ts';

/** The briefs of so many mornings from this day on, each posted when it was due. */
async function mornings(
  archive: Archive,
  from: string,
  days: number,
  before: (day: number) => Promise<void> = async () => {},
) {
  onTestFinished(() => archive.close());
  const clock = new HandClock(`${from}T06:59:45Z`);
  await archive.schedules.save(scheduled('desk', { since: clock.now() }));
  const platform = new Platform(clock);
  const process = delivering(archive, clock, [platform]);
  for (let day = 0; day < days; day += 1) {
    await before(day);
    for (let at = 0; at < 4; at += 1) {
      await process.tick();
      clock.pass(30 * SECOND_MS);
    }
    clock.pass(DAY_MS - 2 * MINUTE_MS);
  }
  const briefs = platform.briefsIn('desk');
  expect(briefs.map(({ date }) => date)).toEqual(Array.from({ length: days }, (_, day) => addDays(from, day)));
  for (const { at, date } of briefs) expect(at - Date.parse(`${date}T07:00:00Z`)).toBeLessThan(15 * MINUTE_MS);
  return briefs.map((brief) => ({ brief, parent: markdown(briefParts(brief, false).parent) }));
}

test('when nothing comes in any more, the channel is told from the fourth day on how old the news is', async () => {
  const told = await mornings(await archiveOf(crisis), '2031-05-10', 7);
  const stale = told.map(({ brief }) => brief.notices.find(({ code }) => code === 'stale')?.text);
  expect(stale).toEqual([
    ...[undefined, undefined, undefined, undefined],
    'Nothing came in for 4 days: the newest article is of 10 May 2031.',
    'Nothing came in for 5 days: the newest article is of 10 May 2031.',
    'Nothing came in for 6 days: the newest article is of 10 May 2031.',
  ]);
  for (const [at, text] of stale.entries()) if (text !== undefined) expect(told[at]?.parent).toContain(text);
});

test('a day without news has its brief, which says that nothing is new', async () => {
  const told = await mornings(await archiveOf(crisis), '2031-05-10', 3);
  for (const { brief, parent } of told.slice(1)) {
    expect(brief.notices).toContainEqual({
      code: 'nothing-new',
      text: 'No new events; no new article speaks of the situation.',
    });
    expect(parent).toContain('No new events');
  }
});

test('an empty archive has its brief, which says so and what to do', async () => {
  const [first] = await mornings(await archiveOf([]), '2031-05-10', 2);
  expect(first?.parent).toContain('The archive is empty');
});

test('articles without two parties have their brief, which says what is missing', async () => {
  const archive = await archiveOf([
    { id: 'rain', publishedAt: '2031-05-09', text: 'It rained all week in the hills.' },
  ]);
  const [first] = await mornings(archive, '2031-05-10', 1);
  expect(first?.parent).toContain('The one stored article reports no act between two parties');
});

test('what came in after yesterday’s brief and is dated yesterday is new today', async () => {
  const archive = await archiveOf(crisis);
  const late = {
    id: 'lantern-3',
    outlet: 'Hill Lantern',
    publishedAt: '2031-05-11',
    text: 'Eritrea released 20 Ethiopian prisoners on Sunday. Ethiopia welcomed the release on Sunday.',
  };
  const told = await mornings(archive, '2031-05-10', 4, async (day) => {
    if (day === 2) await addTo(archive, [late]);
  });
  const news = told.map(
    ({ brief }) =>
      brief.sections
        .find(({ id }) => id === 'new')
        ?.items.map(({ text }) => text)
        .join(' ') ?? '',
  );
  expect(news[1]).toBe('');
  expect(news[2]).toMatch(/prisoners|releas/);
  expect(news[3]).toBe('');
});
