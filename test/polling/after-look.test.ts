import { expect, test } from 'vitest';
import { afterLook, stillThere } from '../../src/polling/after-look.ts';
import { digestOf, isWorthNoting, MOST_TRIES, MOST_VAIN, pauseOf } from '../../src/polling/judge.ts';
import { DAY, HOUR, itemOf, NOW, seenOf } from './items.ts';

const item = itemOf();
const named = { key: item.key, digest: digestOf(item), seenAt: NOW };
const changed = itemOf({ title: 'New' });

test('an item that was taken is remembered with its article', () => {
  const waited = seenOf(item, { state: 'waiting', reason: 'slow', tries: 3 });
  expect(afterLook(item, waited, { article: 'a1' }, NOW)).toEqual({
    ...named,
    state: 'taken',
    article: 'a1',
    tries: 0,
  });
});

test('one that waits is counted, and refused with its reason after the last look', () => {
  let seen = afterLook(item, undefined, { waiting: 'slow' }, NOW);
  expect(seen).toEqual({ ...named, state: 'waiting', reason: 'slow', tries: 1 });
  for (let look = 2; look < MOST_TRIES; look += 1) seen = afterLook(item, seen, { waiting: 'slow' }, NOW);
  expect(seen).toMatchObject({ state: 'waiting', tries: MOST_TRIES - 1 });
  const last = { ...named, state: 'refused', reason: 'slow (asked for 8 times)', tries: 0 };
  expect(afterLook(item, seen, { waiting: 'slow' }, NOW)).toEqual(last);
});

test('an item that touches its date at every poll is given up all the same', () => {
  let seen = afterLook(item, undefined, { waiting: 'slow' }, NOW);
  for (let look = 2; look <= MOST_TRIES; look += 1)
    seen = afterLook(itemOf({ title: `New ${look}` }), seen, { waiting: 'slow' }, NOW);
  expect(seen.state).toBe('refused');
});

test('an article stays taken though its page is refused or does not answer', () => {
  const taken = seenOf(item, { seenAt: NOW - HOUR });
  const refused = afterLook(changed, taken, { refused: 'gone' }, NOW);
  expect(refused).toEqual({ ...taken, digest: digestOf(changed), seenAt: NOW, tries: 1 });
  // what it was changed to is looked for again
  const waits = afterLook(changed, taken, { waiting: 'slow' }, NOW);
  expect(waits).toEqual({ ...taken, seenAt: NOW, tries: 1 });
  const over = afterLook(changed, { ...waits, tries: MOST_TRIES - 1 }, { waiting: 'slow' }, NOW);
  expect(over).toEqual({ ...taken, digest: digestOf(changed), seenAt: NOW, tries: MOST_VAIN });
});

test('a page that says the same whenever its feed touches its item is read again ever more rarely, down to once a day', () => {
  let seen = afterLook(item, undefined, { article: 'a1' }, NOW);
  const pauses = [pauseOf(seen)];
  for (let look = 1; look <= 7; look += 1) {
    seen = afterLook(itemOf({ title: `New ${look}` }), seen, { article: 'a1' }, NOW);
    pauses.push(pauseOf(seen));
  }
  expect(pauses.map((pause) => pause / HOUR)).toEqual([1, 2, 4, 8, 16, 24, 24, 24]);
});

test('a new text ends that, and so does a day on which its feed leaves the item alone', () => {
  const touched = seenOf(item, { tries: 4 });
  expect(afterLook(changed, touched, { article: 'a1', isNewVersion: true }, NOW)).toMatchObject({ tries: 0 });
  expect(afterLook(changed, touched, { article: 'a2' }, NOW)).toMatchObject({ tries: 0 });
  const soon = stillThere(touched, touched.seenAt + HOUR);
  expect(isWorthNoting(touched, soon)).toBe(false);
  const later = stillThere(touched, touched.seenAt + DAY + 1);
  expect(later).toMatchObject({ state: 'taken', tries: 0 });
  expect(isWorthNoting(touched, later)).toBe(true);
});

test('an item that waits is not asked for more often because it is in its feed still', () => {
  const waits = seenOf(item, { state: 'waiting', tries: 4 });
  expect(stillThere(waits, waits.seenAt + 2 * DAY)).toMatchObject({ tries: 4 });
});
