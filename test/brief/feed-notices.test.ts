import { expect, onTestFinished, test } from 'vitest';
import { definition } from '../../briefs/de-escalation.ts';
import { type BriefOptions, composeBrief } from '../../src/brief/compose.ts';
import { briefJson } from '../../src/brief/json.ts';
import { translatedBrief } from '../../src/brief/translated.ts';
import type { Feed } from '../../src/domain/feed.ts';
import { markdown } from '../../src/outline/markdown.ts';
import { outline } from '../../src/outline/outline.ts';
import { briefParts } from '../../src/outline/parent.ts';
import { archiveOf } from '../archive-of.ts';
import { failingAt, feedAt, silentAt } from '../desk-feeds.ts';
import { DictionaryModel, into } from './dictionary-model.ts';
import { crisis } from './reports.ts';

const now = Date.parse('2031-05-10T06:00:00Z');
const works = feedAt(now, 'Harbour Sheet');

async function editionWith(list: readonly Feed[] | undefined, more: Partial<BriefOptions> = {}, reports = crisis) {
  const archive = await archiveOf(reports);
  onTestFinished(() => archive.close());
  const feeds = list && { feeds: { list, now } };
  return composeBrief(archive, definition, { date: '2031-05-10', zone: 'UTC', ...feeds, ...more });
}

const about = ({ notices }: Awaited<ReturnType<typeof editionWith>>) =>
  notices.filter(({ code }) => code === 'source-silent').map(({ text }) => text);

test('where all feeds work, nothing is said of them', async () => {
  const brief = await editionWith([works, feedAt(now, 'Hill Lantern')]);
  expect(about(brief)).toEqual([]);
  expect(brief).toEqual(await editionWith(undefined));
});

test('a feed that cannot be read is named, with the time since when and the reason', async () => {
  const brief = await editionWith([works, failingAt(now, 'The Meridian Ledger', 3), feedAt(now, 'Nova Wire')]);
  expect(about(brief)).toEqual([
    '1 of 3 feeds could not be read: The Meridian Ledger since 10 May 2031 at 03:00 UTC (the server does not answer).',
  ]);
});

test('three are named, those that fail longest, and the rest counted', async () => {
  const failing = [5, 1, 9, 7, 3].map((hours) => failingAt(now, `Wire ${hours}`, hours, 'the name is not known'));
  const [text = ''] = about(await editionWith([works, ...failing]));
  expect(text).toMatch(
    /^5 of 6 feeds could not be read: Wire 9 since .+; Wire 7 since .+; Wire 5 since .+; and 2 more\.$/,
  );
  expect(text).not.toContain('Wire 3');
});

test('a feed that brings nothing for much longer than it is used to is named', async () => {
  const brief = await editionWith([works, silentAt(now, 'Hill Lantern', 60)]);
  expect(about(brief)).toEqual(['Nothing new came from Hill Lantern since 7 May 2031.']);
});

test.for([
  ['a feed that brought nothing for a day less an hour', silentAt(now, 'Hill Lantern', 23)],
  ['a weekly one that brought nothing for three days', { ...silentAt(now, 'Hill Lantern', 72), seen: 54 }],
  ['a new one that brought nothing for a week', { ...silentAt(now, 'Hill Lantern', 168), seen: 20 }],
  ['a paused one', { ...failingAt(now, 'Hill Lantern', 60), paused: true }],
  ['one that was taken up and is not yet polled', unpolled('Hill Lantern')],
] as const)('%s is not named', async ([, feed]) => {
  expect(about(await editionWith([works, feed]))).toEqual([]);
});

test('a paused feed does not count among those that are read', async () => {
  const paused = { ...works, url: 'https://a.example/', paused: true };
  expect(about(await editionWith([works, paused, failingAt(now, 'Nova Wire', 2)]))[0]).toMatch(/^1 of 2 feeds/);
});

test('a feed that never brought anything is silent since it was taken up', async () => {
  const { newsAt: _, ...never } = feedAt(now, 'Hill Lantern', { addedAt: Date.parse('2031-04-20T05:00:00Z'), seen: 0 });
  expect(about(await editionWith([never]))).toEqual(['Nothing new came from Hill Lantern since 20 April 2031.']);
});

test('the edition of another day says nothing of feeds, whenever it is composed', async () => {
  const failing = [failingAt(now, 'Nova Wire', 60)];
  for (const date of ['2031-05-09', '2031-05-11'])
    expect(await editionWith(failing, { date })).toEqual(await editionWith(undefined, { date }));
});

test('which day it is now is told by the clocks of the edition', async () => {
  const failing = [failingAt(now, 'Nova Wire', 2)];
  const late = { list: failing, now: Date.parse('2031-05-10T20:00:00Z') };
  expect(about(await editionWith(failing, { feeds: late, zone: 'Asia/Karachi' }))).toEqual([]);
  expect(about(await editionWith(failing, { feeds: late, zone: 'Asia/Karachi', date: '2031-05-11' }))).toHaveLength(1);
});

test('an edition is the same when composed twice with the same feeds', async () => {
  const feeds = [failingAt(now, 'Nova Wire', 2), silentAt(now, 'Hill Lantern', 70)];
  expect(await editionWith(feeds)).toEqual(await editionWith(feeds));
});

test('with feeds and no article, the empty edition says whether they were polled', async () => {
  const texts = async (list: readonly Feed[]) => (await editionWith(list, {}, [])).notices.map(({ text }) => text);
  expect(await texts([])).toEqual([expect.stringContaining('detente ingest')]);
  expect(await texts([unpolled('A'), unpolled('B')])).toEqual([
    'The archive is empty: 2 feeds are taken up and not yet polled.',
  ]);
  expect(await texts([{ ...unpolled('A'), paused: true }])).toEqual(['The archive is empty: 1 feed is paused.']);
  expect(await texts([failingAt(now, 'Nova Wire', 2), unpolled('B')])).toEqual([
    'The archive is empty: 1 of 2 feeds was polled, the last on 10 May 2031 at 05:30 UTC, and brought no article.',
    '1 of 2 feeds could not be read: Nova Wire since 10 May 2031 at 04:00 UTC (the server does not answer).',
  ]);
});

test('the notice stands in the JSON, in the whole brief and in the message that a channel sees', async () => {
  const brief = await editionWith([failingAt(now, 'Nova Wire', 2)]);
  const [text = ''] = about(brief);
  expect(briefJson(brief)).toMatchObject({ notices: expect.arrayContaining([{ code: 'source-silent', text }]) });
  expect(markdown(outline({ kind: 'brief', brief }))).toContain(text);
  expect(markdown(briefParts(brief, false).parent)).toContain(text);
});

test('the notice is translated as the others are', async () => {
  const brief = await editionWith([silentAt(now, 'Hill Lantern', 60)]);
  const [text = ''] = about(brief);
  const german = 'Seit dem 7. Mai 2031 kam nichts Neues von Hill Lantern.';
  const said = await translatedBrief(brief, into('de', new DictionaryModel({ [text]: german })));
  expect(said.notices).toContainEqual({ code: 'source-silent', text: german, original: text });
});

test('a name and a reason that want to be more than words are words on one line, cut short', async () => {
  const nasty = `\u202e<!channel> @everyone\n# [x](https://evil.example/) ${'long '.repeat(50)}`;
  const [text = ''] = about(await editionWith([failingAt(now, nasty, 2, `${nasty}.`)]));
  expect(text).not.toMatch(/[\n\u202e]/);
  expect(text.length).toBeLessThan(350);
});

function unpolled(name: string): Feed {
  const { polledAt: _, succeededAt: __, newsAt: ___, ...feed } = feedAt(now, name, { seen: 0, taken: 0 });
  return feed;
}
