import { expect, test, vi } from 'vitest';
import { Answering } from '../src/answering.ts';
import type { ChatRequest, RequestHandler } from '../src/domain/chat.ts';
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
