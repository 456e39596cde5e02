import { setTimeout as delay } from 'node:timers/promises';
import { expect, test, vi } from 'vitest';
import { percentile } from '../../bench/figures.ts';
import { withFaults } from './faults.ts';
import { type Asked, answerTo, STATES, serving } from './served-on-both.ts';

/** Reliability row 11: 30 questions, five in each of six ways; two of them in the short form. */
const ROUNDS = process.env['DETENTE_LONG'] ? 5 : 2;
const HANG_MS = 60_000;
/** Slack's and Discord's own limit, and ours. */
const [ACK_MS, GOOD_ACK_MS] = [3_000, 300];
/** Within it the keyless answer is promised. */
const ANSWER_MS = 10_000;
/** The default of DETENTE_MODEL_WAIT_MS. */
const WAIT_MS = 6_000;

test('while the model hangs for a minute each question is acknowledged at once and answered by rule within ten seconds', {
  timeout: 120_000,
}, async () => {
  const { model, ways, slack, discord } = await serving();
  // the first one after a start loads what reads English
  await answerTo(await ways['Discord direct message']?.('Who recalled its ambassador?'));
  withFaults(model, { inTurn: ['hang-before'], again: true, ms: HANG_MS });
  const asked: Promise<Asked>[] = [];
  // by the state that is asked for each answer is known
  for (const ask of Array.from({ length: ROUNDS }, () => Object.values(ways)).flat()) {
    const state = STATES[asked.length] ?? '';
    asked.push(ask(`Who offered to mediate? Did ${state} offer to mediate?`));
    await delay(250);
  }
  const questions = await Promise.all(asked);
  expect(model.requests().some(({ fault }) => fault !== undefined)).toBe(true);
  const acks = questions.flatMap(({ ackMs = [] }) => ackMs);
  expect(acks).toHaveLength(4 * ROUNDS);
  expect(Math.max(...acks)).toBeLessThan(ACK_MS);
  expect(percentile(acks, 0.99)).toBeLessThan(GOOD_ACK_MS);
  const waits: number[] = [];
  for (const question of questions) {
    const { text, at } = await answerTo(question);
    waits.push(at - question.at);
    expect(text).toMatch(/On 18 January 2024 China offered to mediate .* Worded by rule: /);
  }
  expect(Math.max(...waits)).toBeLessThan(ANSWER_MS);
  console.log(told('acknowledgements', acks), told('keyless answers', waits));
  expect([...slack.broken, ...discord.broken]).toEqual([]);
});

test('an answer by rule is replaced by the worded one that comes later, with the same quotes, where that can be done', {
  timeout: 60_000,
}, async () => {
  const { model, ways, slack, discord, process } = await serving({ DETENTE_MODEL_CALLS: '20' });
  withFaults(model, { inTurn: ['hang-before'], again: true, ms: WAIT_MS + 2_000 });
  const questions = await Promise.all(Object.values(ways).map((ask) => ask('Who offered to mediate?')));
  const first = await Promise.all(questions.map(answerTo));
  for (const [at, { text, at: then }] of first.entries()) {
    expect(then - (questions[at]?.at ?? 0)).toBeGreaterThan(WAIT_MS - 100);
    expect(text).toMatch(/On 18 January 2024 China offered to mediate .* Worded by rule: /);
  }
  const texts = () => questions.map(({ shown }) => shown()?.text ?? '');
  const isWorded = (text: string) => text.includes('offered on 18 January 2024 to mediate');
  await vi.waitUntil(() => texts().filter(isWorded).length === 5, { timeout: 10_000 }).catch(() => {});
  expect(process.err()).not.toMatch(/"level":"(?:warn|error)"/);
  const stays = Object.keys(ways).indexOf('Slack /ask');
  for (const [at, text] of texts().entries()) {
    if (at === stays) expect(text).toBe(first[at]?.text);
    else
      expect(text).toMatch(
        /^China\. China offered on 18 January 2024 to mediate between Pakistan and Iran (?!.*by rule)/,
      );
    expect(quotesIn(text)).toEqual(quotesIn(first[at]?.text ?? ''));
    expect(quotesIn(text).length).toBeGreaterThan(2);
  }
  expect([...slack.broken, ...discord.broken]).toEqual([]);
});

test('told to stop while the model hangs, the process answers who waits by rule and is gone within seconds', {
  timeout: 60_000,
}, async () => {
  const { model, ways, process } = await serving();
  withFaults(model, { inTurn: ['hang-before'], again: true, ms: HANG_MS });
  const questions = await Promise.all(Object.values(ways).map((ask) => ask('Who offered to mediate?')));
  await vi.waitUntil(() => model.requests().some(({ fault }) => fault !== undefined), { timeout: 5_000 });
  await delay(1_000);
  const at = performance.now();
  process.child.kill('SIGTERM');
  expect(await process.exit).toEqual([0, null]);
  expect(performance.now() - at).toBeLessThan(ANSWER_MS);
  for (const { text } of await Promise.all(questions.map(answerTo)))
    expect(text).toMatch(/China offered to mediate .* Worded by rule: the bot is being restarted\./);
  expect(process.err()).not.toMatch(/"level":"(?:warn|error)"/);
});

/** The words of articles that an answer shows, with the numbers that they have in it. */
function quotesIn(text: string): string[] {
  return text.match(/\[\d+\] "[^"]*"/g) ?? [];
}

function told(what: string, milliseconds: readonly number[]): string {
  const [middle, most] = [0.5, 0.99].map((share) => Math.round(percentile(milliseconds, share)));
  return `${milliseconds.length} ${what}: p50 ${middle} ms, p99 ${most} ms;`;
}
