import { expect, test } from 'vitest';
import { afterLook } from '../../src/polling/after-look.ts';
import { digestOf, MOST_TRIES } from '../../src/polling/judge.ts';
import { HOUR, itemOf, NOW, seenOf } from './items.ts';

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
  expect(refused).toEqual({ ...taken, digest: digestOf(changed), seenAt: NOW });
  // what it was changed to is looked for again
  const waits = afterLook(changed, taken, { waiting: 'slow' }, NOW);
  expect(waits).toEqual({ ...taken, seenAt: NOW, tries: 1 });
  const over = afterLook(changed, { ...waits, tries: MOST_TRIES - 1 }, { waiting: 'slow' }, NOW);
  expect(over).toEqual({ ...taken, digest: digestOf(changed), seenAt: NOW, tries: 0 });
});
