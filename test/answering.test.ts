import { expect, test, vi } from 'vitest';
import { Answering } from '../src/answering.ts';
import type { ChatRequest, RequestHandler } from '../src/domain/chat.ts';
import type { Reply } from '../src/domain/reply.ts';
import { silentLogger } from '../src/logger.ts';

const conversation = { adapter: 'a', workspace: 'w', channel: 'c' };
const request = (id: string): ChatRequest => {
  return { kind: 'question', id, conversation, user: 'u', at: '2031-04-12T07:00:00Z', text: id };
};
const after = (milliseconds: number) => new Promise((resolve) => setTimeout(resolve, milliseconds));

function answering(handle: RequestHandler, patienceMs = 5_000) {
  const error = vi.fn();
  return { of: new Answering({ adapter: 'a', handle, logger: { ...silentLogger, error }, patienceMs }), error };
}

test('a bot that rejects, or takes longer than is waited for, is answered for in plain words', async () => {
  const { of, error } = answering(
    (one) => (one.id === 'reject' ? Promise.reject(new Error('no')) : (after(200) as never)),
    50,
  );
  for (const id of ['reject', 'hang'])
    expect(await of.inTurn(request(id))).toMatchObject({ kind: 'failure', text: expect.stringContaining('Try again') });
  expect(error).toHaveBeenCalledTimes(2);
});

test('answers begin one after the other, and what waits for something else holds up none', async () => {
  const begun: string[] = [];
  const { of } = answering(async ({ id }) => {
    begun.push(id);
    if (id === 'slow') await after(300);
    return { kind: 'notice', text: id };
  });
  const slow = of.inTurn(request('slow'));
  const began = performance.now();
  expect(await of.inTurn(request('quick'))).toEqual({ kind: 'notice', text: 'quick' });
  expect(performance.now() - began).toBeLessThan(200);
  await slow;
  expect(begun).toEqual(['slow', 'quick']);
});

test('no answer begins while a platform waits to be acknowledged, for half a second at most', async () => {
  const { of } = answering(async () => ({ kind: 'notice', text: 'x' }));
  let isAcknowledged = false;
  const acknowledgement = of.first(
    after(100).then(() => {
      isAcknowledged = true;
    }),
  );
  await of.inTurn(request('one'));
  expect(isAcknowledged).toBe(true);
  await acknowledgement;
  void of.first(new Promise(() => {}));
  const began = performance.now();
  await of.inTurn(request('two'));
  expect(performance.now() - began).toBeGreaterThan(400);
  await Promise.all(['three', 'four', 'five', 'six'].map((id) => of.inTurn(request(id))));
  expect(performance.now() - began).toBeLessThan(1_000);
});

const notice = (text: string): Reply => ({ kind: 'notice', text });
type Update = NonNullable<Parameters<RequestHandler>[1]>;

/** What is shown after a request whose handler is given its `update`. */
function replaceable(handle: (update: Update) => Promise<Reply | undefined>, wanted: { isOver?: () => boolean } = {}) {
  const warn = vi.fn();
  const logger = { ...silentLogger, warn };
  const given: RequestHandler = async (_, update = async () => {}) => handle(update);
  const of = new Answering({ adapter: 'a', handle: given, logger, patienceMs: 5_000, ...wanted });
  const shown: string[] = [];
  const show = async (reply: Reply) => {
    if (reply.kind !== 'notice' || reply.text === 'break') throw new Error('refused');
    shown.push(reply.text);
  };
  const ask = () =>
    of.replaceably(request('one'), async (answering) => {
      const reply = await answering;
      if (reply === undefined) return undefined;
      await show(reply);
      return show;
    });
  return { of, ask, shown, warn };
}

test('better replies wait for the first and keep their order, and one that cannot be shown is logged', async () => {
  let updated: Promise<unknown> | undefined;
  const { of, ask, shown, warn } = replaceable(async (update) => {
    updated = Promise.all(['second', 'break', 'third'].map((text) => update(notice(text))));
    await after(20);
    return notice('first');
  });
  await ask();
  await Promise.all([updated, of.replaced()]);
  expect(shown).toEqual(['first', 'second', 'third']);
  expect(warn).toHaveBeenCalledTimes(1);
});

test.for([
  ['nothing is to be shown', async (): Promise<undefined> => undefined],
  ['the first could not be shown', async () => notice('break')],
] as const)('where %s a better reply does nothing and is waited for by nobody', async ([, first]) => {
  let better: Update | undefined;
  const { of, ask, shown, warn } = replaceable(async (update) => {
    better = update;
    return first();
  });
  await ask().catch(() => {});
  await better?.(notice('better'));
  await of.replaced();
  expect(shown).toEqual([]);
  expect(warn).not.toHaveBeenCalled();
});

test('when all is over a better reply is not shown', async () => {
  let isOver = false;
  let better: Update | undefined;
  const { ask, shown } = replaceable(
    async (update) => {
      better = update;
      return notice('first');
    },
    { isOver: () => isOver },
  );
  await ask();
  isOver = true;
  await better?.(notice('better'));
  expect(shown).toEqual(['first']);
});

test('a reply that comes after all patience takes the place of the failure', async () => {
  let better: Update | undefined;
  const handle: RequestHandler = (_, update) => {
    better = update;
    return new Promise(() => {});
  };
  const { of } = answering(handle, 20);
  const shown: Reply[] = [];
  await of.replaceably(request('hang'), async (reply) => {
    shown.push((await reply) ?? notice('nothing'));
    return async (next) => void shown.push(next);
  });
  await better?.(notice('late'));
  expect(shown).toEqual([expect.objectContaining({ kind: 'failure' }), notice('late')]);
});
