import { getEventListeners } from 'node:events';
import { expect, onTestFinished, test, vi } from 'vitest';
import { openSqliteArchive } from '../../src/archive/sqlite-archive.ts';
import type { Task } from '../../src/domain/model.ts';
import type { ModelStore } from '../../src/domain/model-store.ts';
import { cached } from '../../src/model/cached.ts';
import { readArticle } from '../archive/articles.ts';
import { ada, asking, callOf, HandClock, HandModel, outcomeOf, replyOf, settledDown } from './hand-model.ts';

const HOUR = 3_600_000;
const day = () => new HandClock('2031-05-09T12:00:00Z');

function cache(parts: { readonly name?: string; readonly store?: ModelStore } = {}) {
  const { name, store } = parts;
  const [model, clock] = [new HandModel(name), day()];
  let hits = 0;
  const onHit = () => {
    hits += 1;
  };
  const again = cached(model, { clock, onHit, ...(store && { store }) });
  return { model, clock, again, hits: () => hits };
}

async function storeInMemory() {
  const archive = await openSqliteArchive(':memory:');
  onTestFinished(() => archive.close());
  return archive;
}

const reading: Task<'events'> = { kind: 'events', sentences: [{ id: 1, text: 'Norway hosted talks.' }] };

test('the same question gets the same drafts without a call', async () => {
  const { model, again, hits } = cache();
  const first = await replyOf(again, asking('who met?'));
  expect(first).toHaveLength(1);
  expect(await replyOf(again, asking('who met?'), callOf({}))).toEqual(first);
  expect([model.made.length, hits()]).toEqual([1, 1]);
});

test('another question, other passages or another kind of task are another call', async () => {
  const { model, again } = cache();
  const sentence = { id: 1, text: 'Norway hosted talks.' };
  const answer = (more: object = {}): Task<'answer'> => ({
    ...{ kind: 'answer', question: 'who met?', sentences: [{ ...sentence, ...more }] },
  });
  const tasks = [answer(), answer({ text: 'Sweden did.' }), answer({ outlet: 'Harbour Gazette' }), answer({ id: 2 })];
  for (const task of tasks) await replyOf(again, task);
  await replyOf(again, { ...answer(), question: 'who left?' });
  await replyOf(again, asking('who met?'));
  expect(model.made).toHaveLength(6);
  for (const task of tasks) await replyOf(again, task);
  expect(model.made).toHaveLength(6);
});

test('a reply that failed, was given up or was not read to the end is no reply', async () => {
  const { model, again } = cache();
  model.manner = (at) => (at === 0 ? new Error('broken') : 'at once');
  expect(await outcomeOf(again, 'who met?')).toBe('broken');
  for await (const _ of again.compose(asking('who met?'), callOf())) break;
  expect(await replyOf(again, asking('who met?'))).toEqual([{ id: 3, text: 'reply 3' }]);
});

test('that nothing answers a question is a reply too', async () => {
  let calls = 0;
  const again = cached(
    {
      name: 'silent',
      // biome-ignore lint/correctness/useYield: the model has nothing to say
      async *compose() {
        calls += 1;
      },
    },
    { clock: day() },
  );
  expect([await replyOf(again, asking('q')), await replyOf(again, asking('q'))]).toEqual([[], []]);
  expect(calls).toBe(1);
});

test('what is asked by many at once is asked once', async () => {
  const { model, again, hits } = cache();
  const replies = await Promise.all(Array.from({ length: 50 }, () => replyOf(again, asking('who met?'))));
  expect(new Set(replies.map((reply) => JSON.stringify(reply))).size).toBe(1);
  expect([model.made.length, hits()]).toEqual([1, 49]);
});

test('where the first of many fails or goes away, the next one asks', async () => {
  const { model, again } = cache();
  model.manner = (at) => (at < 2 ? 'by hand' : 'at once');
  const leaving = new AbortController();
  const first = outcomeOf(again, 'who met?', callOf(ada, leaving.signal));
  const others = [1, 2, 3].map(() => outcomeOf(again, 'who met?'));
  await settledDown();
  leaving.abort();
  expect(await first).toBe('left');
  await settledDown();
  model.made[1]?.fail(new Error('broken'));
  expect((await Promise.all(others)).sort()).toEqual(['broken', 'done', 'done']);
  expect(model.made).toHaveLength(3);
});

test('whoever gives up while another reads the reply waits no longer', async () => {
  const { model, again } = cache();
  model.manner = () => 'by hand';
  const first = outcomeOf(again, 'who met?');
  const leaving = new AbortController();
  const second = outcomeOf(again, 'who met?', callOf(ada, leaving.signal));
  await settledDown();
  leaving.abort();
  expect(await second).toBe('the same was asked before and is not answered yet');
  expect(getEventListeners(leaving.signal, 'abort')).toEqual([]);
  model.made[0]?.answer();
  expect(await first).toBe('done');
});

test('a reply is forgotten after a day', async () => {
  const { model, clock, again } = cache();
  await replyOf(again, asking('who met?'));
  clock.pass(24 * HOUR - 1);
  await replyOf(again, asking('who met?'));
  expect(model.made).toHaveLength(1);
  clock.pass(1);
  await replyOf(again, asking('who met?'));
  expect(model.made).toHaveLength(2);
});

test('a reply is gone after a day also where nobody asks again', async () => {
  vi.useFakeTimers({ toFake: ['setTimeout'] });
  onTestFinished(() => void vi.useRealTimers());
  const { model, again } = cache();
  await replyOf(again, asking('who met?'));
  await vi.advanceTimersByTimeAsync(24 * HOUR);
  await replyOf(again, asking('who met?'));
  expect(model.made).toHaveLength(2);
});

test('500 replies are kept, those that are asked for again the longest', async () => {
  const { model, again } = cache();
  for (let at = 0; at < 500; at += 1) await replyOf(again, asking(`${at}`));
  await replyOf(again, asking('0'));
  await replyOf(again, asking('500'));
  await replyOf(again, asking('0'));
  expect(model.made).toHaveLength(501);
  await replyOf(again, asking('1'));
  expect(model.made).toHaveLength(502);
});

test('what was read out of an article is kept in the archive for the next process, and for its model alone', async () => {
  const { model: store } = await storeInMemory();
  const [one, next, other] = [cache({ store }), cache({ store }), cache({ store, name: 'other' })];
  const drafts = await replyOf(one.again, reading);
  expect(await replyOf(next.again, reading)).toEqual(drafts);
  await replyOf(other.again, reading);
  expect([one, next, other].map(({ model }) => model.made.length)).toEqual([1, 0, 1]);
  expect(next.hits()).toBe(1);
});

test('an answer is in no archive', async () => {
  const { model: store } = await storeInMemory();
  const [one, next] = [cache({ store }), cache({ store })];
  await replyOf(one.again, asking('who met?'));
  await replyOf(next.again, asking('who met?'));
  expect(next.model.made).toHaveLength(1);
});

test('once an article is removed, articles are read anew', async () => {
  const archive = await storeInMemory();
  await archive.articles.put([readArticle({ id: 'a', text: 'Norway hosted talks.' })]);
  const { model, again } = cache({ store: archive.model });
  await replyOf(again, reading);
  await archive.articles.remove('a', 'taken down', '2031-05-09T12:00:00Z');
  await replyOf(again, reading);
  expect(model.made).toHaveLength(2);
});

test('an archive that fails, or holds what is no reply, costs a call and nothing else', async () => {
  const archive = await openSqliteArchive(':memory:');
  const { model, again } = cache({ store: archive.model });
  await replyOf(again, reading);
  const broken = cache({ store: { ...archive.model, reply: async () => '{"drafts"', saveReply: async () => {} } });
  await replyOf(broken.again, reading);
  await archive.close();
  await replyOf(again, reading);
  expect([model.made.length, broken.model.made.length]).toEqual([2, 1]);
});
