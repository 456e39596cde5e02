import fc from 'fast-check';
import { expect, test } from 'vitest';
import { type StandingMessage, StandingReply } from '../src/standing-reply.ts';

/** A platform that shows messages in the order of their posting, and how a reply stands on it. */
function platform(first: readonly string[]) {
  const shown = new Map<number, string>();
  let count = 0;
  const post = (text: string): StandingMessage<string> => {
    const id = count++;
    shown.set(id, text);
    return {
      edit: async (next) => shown.has(id) && shown.set(id, next) && true,
      remove: async () => void shown.delete(id),
    };
  };
  const reply = new StandingReply(first.map(post));
  const add = async (messages: readonly string[]) => messages.map(post);
  return { shown, reply, add, read: () => [...shown.values()], posted: () => count };
}

const messages = fc.array(fc.string(), { minLength: 1, maxLength: 6 });

test('whatever replaces whatever, what came last stands, whole, in order and alone', async () => {
  const law = fc.asyncProperty(messages, fc.array(messages, { minLength: 1, maxLength: 5 }), async (first, others) => {
    const { reply, add, read } = platform(first);
    for (const other of others) await reply.replace(other, add);
    expect(read()).toEqual(others.at(-1));
  });
  await fc.assert(law, { seed: 8, numRuns: 200 });
});

test('the same once more posts nothing', async () => {
  const { reply, add, read, posted } = platform(['a']);
  await reply.replace(['b', 'c', 'd'], add);
  await reply.replace(['b', 'c', 'd'], add);
  expect(read()).toEqual(['b', 'c', 'd']);
  expect(posted()).toBe(3);
});

test('where somebody took the first message away nothing is changed and nothing is posted', async () => {
  const { shown, reply, add, read } = platform(['a', 'b']);
  shown.delete(0);
  await reply.replace(['c', 'd', 'e'], add);
  expect(read()).toEqual(['b']);
});

test('a later message that somebody took away stays away', async () => {
  const { shown, reply, add, read } = platform(['a', 'b', 'c']);
  shown.delete(1);
  await reply.replace(['d', 'e', 'f'], add);
  expect(read()).toEqual(['d', 'f']);
});

test('after a post that may have been made nothing is posted any more', async () => {
  const { reply, add, read } = platform(['a']);
  const lost = async (more: readonly string[]) => {
    await add(more);
    throw new Error('the answer was lost');
  };
  await expect(reply.replace(['b', 'c'], lost)).rejects.toThrow(/lost/);
  await expect(reply.replace(['d', 'e'], add)).rejects.toThrow(/more of the reply may stand/);
  expect(read()).toEqual(['b', 'c']);
});
