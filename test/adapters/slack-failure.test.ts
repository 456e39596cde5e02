import { expect, test } from 'vitest';
import { failureOf } from '../../adapters/slack/connection/failure.ts';

/** As the Web API client hands over what ended a request. */
async function ended(signal: AbortSignal): Promise<unknown> {
  const original = await fetch('data:,x', { signal }).catch((error: unknown) => error);
  return Object.assign(new Error('A request error occurred'), { original });
}

test('a call that Slack does not answer in time is said to be that, in words', async () => {
  const signal = AbortSignal.timeout(1);
  await new Promise((resolve) => signal.addEventListener('abort', resolve));
  expect(failureOf(await ended(signal))).toEqual({ kind: 'unknown', reason: 'it did not answer in time' });
});

test('a server that is not there was sent nothing', () => {
  const original = Object.assign(new TypeError('fetch failed'), { cause: { code: 'ECONNREFUSED' } });
  expect(failureOf({ original })).toEqual({ kind: 'not-sent', reason: 'ECONNREFUSED' });
});
