import { randomUUID } from 'node:crypto';
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { SignatureCheck } from '../../adapters/slack/connection/signature.ts';
import { systemClock } from '../../src/clock.ts';
import { adapterContract } from '../contract/adapter.ts';
import { freePort } from '../free-port.ts';
import { deskInSlack, settled } from '../slack/desk.ts';
import { hazardsIn, shownText } from '../slack/reading.ts';
import { bodyOf, byHttp, SECRET, signed } from '../slack/signed-requests.ts';
import { SlackUser } from '../slack/slack-user.ts';
import { slackUnderTest } from '../slack/under-test.ts';

async function byHttpOnly() {
  const port = await freePort();
  const environment = { SLACK_APP_TOKEN: '', SLACK_SIGNING_SECRET: SECRET, SLACK_PORT: String(port) };
  return { environment, address: `http://127.0.0.1:${port}/slack/events` };
}

adapterContract('slack by HTTP', async () => {
  const { environment, address } = await byHttpOnly();
  const { slack, adapter } = await slackUnderTest({ environment });
  const ada = new SlackUser(slack, slack.ada, byHttp(address, Date.now));
  const thread = '1700000000.000001';
  return {
    adapter,
    conversation: { adapter: 'slack', workspace: slack.team, channel: slack.direct, thread },
    type: async (text) => void (await ada.write(text, { thread_ts: thread })),
    shown: () =>
      slack.posts
        .filter((post) => !slack.isDeleted(post))
        .map((post) => shownText(slack.asAmended(post).body.blocks))
        .join(' '),
    hazards: () => [
      ...slack.posts.flatMap(({ body }) => hazardsIn(body, (url) => url.startsWith('https://news.example/arland/'))),
      ...slack.broken,
    ],
    dispose: () => adapter.stop(),
    again: async () => {
      const { adapter: fresh } = await slackUnderTest({ slack, environment: (await byHttpOnly()).environment });
      await fresh.start(async () => undefined);
      return fresh;
    },
    interrupt: (after) => slack.interrupt(after),
  };
});

/** A desk by HTTP; its clock is the machine's, as Slack's is. */
async function deskByHttp() {
  const { environment, address } = await byHttpOnly();
  const desk = await deskInSlack({ environment, clock: systemClock() });
  const deliver = byHttp(address, Date.now);
  return { ...desk, address, ada: new SlackUser(desk.slack, desk.slack.ada, deliver) };
}

test('a command, a button and a form work by HTTP', async () => {
  const { slack, ada } = await deskByHttp();
  await ada.command('/ask who offered mediation?');
  const [answer] = await settled(() => slack.whispers, 1);
  expect(shownText(answer?.body.blocks)).toMatch(/^China/);
  await ada.command('/brief settings');
  const [opened] = await settled(() => slack.called('views.open'), 1);
  await ada.submit(opened?.body.view, { time: { selected_time: '07:00' } });
  const [saved] = await settled(() => slack.called('chat.postEphemeral'), 1);
  expect(shownText(saved?.body.blocks)).toMatch(/Saved/);
});

const event = (text: string) => {
  const said = { type: 'message', channel_type: 'im', channel: 'D1', user: 'U1', text, ts: '1.1' };
  return bodyOf('events_api', { type: 'event_callback', event_id: randomUUID(), team_id: 'T1', event: said }).body;
};

async function status(address: string, body: string, headers: Record<string, string>, method = 'POST') {
  const sent = {
    method,
    headers: { 'content-type': 'application/json', ...headers },
    ...(method === 'POST' && { body }),
  };
  return (await fetch(address, sent)).status;
}

test('what is unsigned, forged, stale, from the future, or comes twice is refused at the door', async () => {
  const { slack, address } = await deskByHttp();
  const body = event('who offered mediation?');
  const now = Date.now();
  expect(await status(address, body, {})).toBe(401);
  expect(await status(address, body, signed(body, now, 'another-secret'))).toBe(401);
  expect(await status(address, body.replace('who', 'whom'), signed(body, now))).toBe(401);
  expect(await status(address, body, signed(body, now - 301_000))).toBe(401);
  expect(await status(address, body, signed(body, now + 301_000))).toBe(401);
  expect(await status(address, body, signed(body, now))).toBe(200);
  expect(await status(address, body, signed(body, now))).toBe(401);
  expect(await status(`${address}x`, body, signed(body, now))).toBe(404);
  expect(await status(address, '', {}, 'GET')).toBe(404);
  const huge = event('x'.repeat(1_100_000));
  expect(await status(address, huge, signed(huge, now)).catch(() => 413)).toBe(413);
  await settled(() => slack.called('chat.postMessage'), 1);
  expect(slack.called('chat.postMessage').filter(({ body }) => body.channel === 'D1')).toHaveLength(1);
});

test('a port that is taken is told with its variable', async () => {
  const { environment } = await byHttpOnly();
  const [one, other] = [await slackUnderTest({ environment }), await slackUnderTest({ environment })];
  await one.adapter.start(async () => undefined);
  await expect(other.adapter.start(async () => undefined)).rejects.toThrow(/SLACK_PORT \d+ cannot be had/);
});

test("Slack's address check is answered with its challenge", async () => {
  const { address } = await deskByHttp();
  const body = JSON.stringify({ type: 'url_verification', challenge: 'abc' });
  const headers = { 'content-type': 'application/json', ...signed(body, Date.now()) };
  expect(await (await fetch(address, { method: 'POST', headers, body })).text()).toContain('abc');
});

const runs = process.env['DETENTE_LONG'] ? 100_000 : 10_000;

test(`${runs} altered, stale, future and replayed requests: none is accepted`, { timeout: 120_000 }, () => {
  const now = Date.parse('2031-04-12T07:00:00Z');
  const check = new SignatureCheck(SECRET, () => now);
  const good = event('who offered mediation?');
  const first = signed(good, now);
  const judge = (headers: ReturnType<typeof signed>, body: string) =>
    check.judge({ timestamp: headers['x-slack-request-timestamp'], signature: headers['x-slack-signature'], body });
  expect(judge(first, good)).toBe('good');
  const altered = fc
    .record({ at: fc.nat(good.length - 1), sign: fc.string({ minLength: 1, maxLength: 3 }) })
    .map(({ at, sign }) => ({ headers: first, body: good.slice(0, at) + sign + good.slice(at + 1) }));
  const skewed = fc
    .record({ body: fc.string(), by: fc.integer({ min: 301_000, max: 10 ** 11 }), isPast: fc.boolean() })
    .map(({ body, by, isPast }) => ({ headers: signed(body, isPast ? now - by : now + by), body }));
  const forged = fc.record({ body: fc.string(), secret: fc.string() }).map(({ body, secret }) => {
    return { headers: signed(body, now, `${secret}x`), body };
  });
  const nonsense = fc.record({ body: fc.string(), timestamp: fc.string(), signature: fc.string() }).map((one) => {
    return {
      headers: { 'x-slack-request-timestamp': one.timestamp, 'x-slack-signature': one.signature },
      body: one.body,
    };
  });
  const replayed = fc.constant({ headers: first, body: good });
  fc.assert(
    fc.property(fc.oneof(altered, skewed, forged, nonsense, replayed), ({ headers, body }) => {
      // an alteration may by chance put the same sign there
      if (body === good && headers === first) return judge(headers, body) === 'replayed';
      return judge(headers, body) !== 'good';
    }),
    { numRuns: runs, seed: 20_310_412 },
  );
});

test('a signature is known for as long as its time would be taken', () => {
  let now = Date.parse('2031-04-12T07:00:00Z');
  const check = new SignatureCheck(SECRET, () => now);
  const judge = (body: string, at: number) => {
    const headers = signed(body, at);
    return check.judge({
      timestamp: headers['x-slack-request-timestamp'],
      signature: headers['x-slack-signature'],
      body,
    });
  };
  expect(judge('a', now + 299_000)).toBe('good');
  now += 301_000;
  expect(judge('b', now)).toBe('good');
  expect(judge('a', now - 2_000)).toBe('replayed');
  now += 400_000;
  expect(judge('c', now)).toBe('good');
  expect(judge('a', now - 402_000)).toBe('stale');
});
