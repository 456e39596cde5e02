import { expect, onTestFinished, test } from 'vitest';
import { definition } from '../../briefs/de-escalation.ts';
import { type BriefOptions, composeBrief } from '../../src/brief/compose.ts';
import type { Brief } from '../../src/domain/brief.ts';
import { addTo, archiveOf } from '../archive-of.ts';
import { crisis } from './reports.ts';

const late = {
  id: 'lantern-3',
  outlet: 'Hill Lantern',
  publishedAt: '2031-05-11',
  text: 'Eritrea released 20 Ethiopian prisoners on Sunday. Ethiopia welcomed the release on Sunday.',
};

async function deskWithLate() {
  const archive = await archiveOf(crisis);
  onTestFinished(() => archive.close());
  const mark = await archive.articles.mark();
  await addTo(archive, [late]);
  return { archive, unseen: new Set(await archive.articles.storedAfter(mark)) };
}

const newIn = (brief: Brief) => brief.sections.find(({ id }) => id === 'new')?.items.map(({ text }) => text) ?? [];

test('an article that was stored after an edition of its own day is new in the next one', async () => {
  const { archive, unseen } = await deskWithLate();
  expect([...unseen]).toEqual(['lantern-3']);
  const options: BriefOptions = { date: '2031-05-12', zone: 'UTC', since: '2031-05-11' };
  const without = await composeBrief(archive, definition, options);
  expect(newIn(without)).toEqual([]);
  expect(without.notices.map(({ code }) => code)).toContain('nothing-new');
  const brief = await composeBrief(archive, definition, { ...options, unseen });
  expect(newIn(brief).join(' ')).toMatch(/prisoners|releas/);
  expect(brief.notices.map(({ code }) => code)).not.toContain('nothing-new');
});

test('an event that an earlier edition could read is not new because another article told it late', async () => {
  const archive = await archiveOf([...crisis, late]);
  onTestFinished(() => archive.close());
  const mark = await archive.articles.mark();
  await addTo(archive, [{ ...late, id: 'harbour-3', outlet: 'Harbour Sheet', text: `On Sunday, ${late.text}` }]);
  const unseen = new Set(await archive.articles.storedAfter(mark));
  expect(unseen.size).toBe(1);
  const brief = await composeBrief(archive, definition, {
    date: '2031-05-12',
    zone: 'UTC',
    since: '2031-05-11',
    unseen,
  });
  expect(newIn(brief)).toEqual([]);
});

test.for([
  [3, '2031-05-13', undefined],
  [3, '2031-05-14', 'Nothing came in for 4 days: the newest article is of 10 May 2031.'],
  [0, '2031-05-11', 'Nothing came in for 1 days: the newest article is of 10 May 2031.'],
  [undefined, '2031-06-30', undefined],
] as const)('with %s days allowed, the edition of %s says: %s', async ([staleAfterDays, date, text]) => {
  const archive = await archiveOf(crisis);
  onTestFinished(() => archive.close());
  const brief = await composeBrief(archive, definition, {
    ...{ date, zone: 'UTC' },
    ...(staleAfterDays !== undefined && { staleAfterDays }),
  });
  expect(brief.notices.find(({ code }) => code === 'stale')?.text).toBe(text);
});
