import fc from 'fast-check';
import { expect, test } from 'vitest';
import type { SeenItem } from '../../src/domain/feed.ts';
import type { FeedItem } from '../../src/domain/reading.ts';
import { digestOf, isWorthNoting, judge, MOST_TRIES } from '../../src/polling/judge.ts';
import { at, DAY, HOUR, itemOf, MINUTE, NOW, seenOf, words } from './items.ts';

const by = { now: NOW, retentionDays: 365 };

test('an item that was not seen before is open', () => {
  expect(judge(itemOf(), undefined, by)).toEqual({ kind: 'open' });
});

test('one that was taken or refused is looked at again only where its feed says something else of it', () => {
  for (const state of ['taken', 'refused'] as const) {
    const seen = seenOf(itemOf(), { state, seenAt: NOW - 2 * HOUR });
    expect(judge(itemOf(), seen, by)).toEqual({ kind: 'unchanged' });
    for (const change of [{ title: 'New' }, { summary: 'New' }, { publishedAt: at(-MINUTE) }, { content: 'New' }])
      expect(judge(itemOf(change), seen, by)).toEqual({ kind: 'open' });
  }
});

test('a page that was read is not read again within the hour, however often its feed touches it', () => {
  const seen = seenOf(itemOf(), { seenAt: NOW - 10 * MINUTE });
  expect(judge(itemOf({ title: 'New' }), seen, by)).toEqual({ kind: 'later', at: NOW + 50 * MINUTE });
});

test.for([
  [{ publishedAt: at(61 * MINUTE) }, 'dated more than an hour ahead'],
  [{ publishedAt: at(5 * HOUR) }, 'dated 5 hours ahead'],
  [{ publishedAt: at(3 * DAY) }, 'dated 3 days ahead'],
] as const)('an item of %o waits: %s', ([item, reason]) => {
  expect(judge(itemOf(item), undefined, by)).toMatchObject({ kind: 'waiting', reason });
});

test('an item that waits for its date is open from an hour before it', () => {
  const item = itemOf({ publishedAt: at(5 * HOUR) });
  const seen = seenOf(item, { state: 'waiting', seenAt: NOW });
  expect(judge(item, seen, by)).toMatchObject({ kind: 'waiting', at: NOW + 4 * HOUR });
  expect(judge(item, seen, { ...by, now: NOW + 4 * HOUR })).toEqual({ kind: 'open' });
});

test('for a date years ahead nobody waits: the item waits without a time', () => {
  expect(judge(itemOf({ publishedAt: at(3000 * DAY) }), undefined, by)).toEqual({
    kind: 'waiting',
    reason: 'dated 3000 days ahead',
  });
});

test('an article that was taken stays, though its feed dates it ahead afterwards', () => {
  const seen = seenOf(itemOf(), { seenAt: NOW - 2 * HOUR });
  expect(judge(itemOf({ publishedAt: at(9 * HOUR) }), seen, by)).toEqual({ kind: 'open' });
});

test.for([
  [
    { publishedAt: at(-366 * DAY), publishedOn: '2030-05-08' },
    'dated 2030-05-08, older than the 365 days that articles are kept',
  ],
  [{ link: undefined }, 'it has no link and no text'],
  [{ link: undefined, content: words(79) }, 'it has no link, and its text has only 79 words'],
  [{ link: undefined, linkScheme: 'mailto:' }, 'its link leads to no web page, but to mailto:, and it has no text'],
  [
    { link: undefined, linkScheme: 'javascript:', content: words(79) },
    'its link leads to no web page, but to javascript:, and its text has only 79 words',
  ],
  [{ link: 'mailto:desk@news.example' }, 'its link leads to no web page, but to mailto:'],
  [{ link: 'javascript:alert(1)' }, 'its link leads to no web page, but to javascript:'],
  [{ link: 'not an address' }, 'its link is no address'],
] as const)('an item of %o is refused: %s', ([change, reason]) => {
  const { link: _, ...bare } = itemOf();
  const item =
    'link' in change && change.link === undefined
      ? { ...bare, ...change, link: undefined }
      : itemOf(change as Partial<FeedItem>);
  expect(judge(item as FeedItem, undefined, by)).toEqual({ kind: 'refused', reason });
});

test('an item without a link is open where its feed carries the article', () => {
  const { link: _, ...bare } = itemOf({ content: words(80) });
  expect(judge(bare, undefined, by)).toEqual({ kind: 'open' });
});

test('an item without a date is as good as any other, and nothing is too old where all is kept', () => {
  const { publishedAt: _, publishedOn: __, ...undated } = itemOf();
  expect(judge(undated, undefined, by)).toEqual({ kind: 'open' });
  expect(judge(itemOf({ publishedAt: at(-9999 * DAY) }), undefined, { now: NOW })).toEqual({ kind: 'open' });
});

test('a page that was asked for in vain is asked for less and less often', () => {
  const pauses = Array.from({ length: MOST_TRIES }, (_, tries) => {
    const verdict = judge(itemOf(), seenOf(itemOf(), { state: 'waiting', tries: tries + 1, seenAt: NOW }), by);
    return verdict.kind === 'later' ? (verdict.at - NOW) / MINUTE : undefined;
  });
  expect(pauses).toEqual([15, 30, 60, 120, 240, 480, 960, 1920]);
});

test('what is judged again without a change is never open twice, unless it waits', () => {
  const text = fc.option(fc.string(), { nil: undefined });
  const item = fc
    .record({ title: text, summary: text, content: text })
    .map((said) => itemOf(said as Partial<FeedItem>));
  const state = fc.constantFrom<SeenItem['state']>('taken', 'refused');
  fc.assert(
    fc.property(item, state, fc.integer({ min: -DAY, max: 400 * DAY }), (one, was, ago) => {
      expect(judge(one, seenOf(one, { state: was, seenAt: NOW - ago }), by)).toEqual({ kind: 'unchanged' });
    }),
  );
});

test('a digest tells any two items apart that say different things', () => {
  const digests = [{}, { title: 'b' }, { summary: 'b' }, { content: 'b' }, { author: 'b' }, { updatedAt: at(0) }].map(
    (change) => digestOf(itemOf(change)),
  );
  expect(new Set(digests).size).toBe(digests.length);
});

test('an item is written down where it says something new, and once a day, so that it is not forgotten', () => {
  const seen = seenOf(itemOf(), { seenAt: NOW });
  expect(isWorthNoting(undefined, seen)).toBe(true);
  expect(isWorthNoting(seen, { ...seen, seenAt: NOW + 23 * HOUR })).toBe(false);
  expect(isWorthNoting(seen, { ...seen, seenAt: NOW + 25 * HOUR })).toBe(true);
  expect(isWorthNoting(seen, { ...seen, reason: 'other' })).toBe(true);
});
