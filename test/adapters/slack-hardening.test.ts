import { expect, test, vi } from 'vitest';
import type { ChatRequest, Conversation, Reply, RequestHandler } from '../../src/index.ts';
import { clockFrom, createBot, silentLogger } from '../../src/index.ts';
import { deskInSlack, settled } from '../slack/desk.ts';
import { shownText } from '../slack/reading.ts';
import { BOT, SlackServer } from '../slack/slack-server.ts';
import { slackUnderTest } from '../slack/under-test.ts';

const isLong = Boolean(process.env['DETENTE_LONG']);
const notice = (text: string): Reply => ({ kind: 'notice', text });
const after = (milliseconds: number) => new Promise((resolve) => setTimeout(resolve, milliseconds));

test('fifty commands at once, with answers that take five seconds, are acknowledged in the three that Slack waits', async () => {
  const { slack, adapter, ada } = await slackUnderTest();
  await adapter.start(async () => {
    await after(5_000);
    return notice('slow');
  });
  // the triggers are asked for before the clock runs
  const trigger_id = await slack.trigger(slack.ada);
  const sent = Array.from({ length: 50 }, (_, at) => ada.command('/ask who?', { trigger_id: `${trigger_id}${at}` }));
  const acknowledged = await Promise.all(sent);
  expect(Math.max(...acknowledged)).toBeLessThan(3_000);
  expect(slack.whispers).toEqual([]);
});

test('fifty commands at once, whose answers keep the processor busy, are acknowledged in the three seconds too', async () => {
  const { slack, adapter, ada } = await slackUnderTest();
  await adapter.start(async () => {
    const until = performance.now() + 100;
    while (performance.now() < until);
    return notice('thought about');
  });
  const sent = Array.from({ length: 50 }, async (_, at) => {
    await after(at);
    return ada.command('/ask who?', { trigger_id: `t${at}` });
  });
  const acknowledged = await Promise.all(sent);
  expect(Math.max(...acknowledged)).toBeLessThan(3_000);
  await vi.waitUntil(() => slack.whispers.length === 50, { timeout: 10_000 });
});

test('an event that comes again acts once, also while the first is worked on and after a restart', async () => {
  const slack = await SlackServer.start();
  try {
    const clock = clockFrom('2024-01-29T08:00:00Z');
    const { adapter, ada, bot, archive } = await deskInSlack({ slack, clock });
    const event = { type: 'message', channel_type: 'im', channel: slack.direct, user: slack.ada, ts: '1.1' };
    const asked = { ...event, text: 'who offered mediation?' };
    await Promise.all([ada.event(asked, 'Ev-1'), ada.event(asked, 'Ev-1')]);
    expect(await settled(() => slack.posts, 1)).toHaveLength(1);
    await ada.event(asked, 'Ev-1');
    await after(100);
    expect(slack.posts).toHaveLength(1);
    await adapter.stop();

    const again = await slackUnderTest({ slack });
    const parts = { archive, clock, logger: silentLogger };
    const restarted = createBot({ ...parts, brief: () => Promise.reject(), ask: () => Promise.reject() });
    expect(restarted).not.toBe(bot);
    await again.adapter.start(restarted.handle);
    await again.ada.event(asked, 'Ev-1');
    await after(200);
    expect(slack.posts).toHaveLength(1);
  } finally {
    await slack.close();
  }
});

const drops = isLong ? 100 : 10;

test(`${drops} drops of the socket lose nothing and act on nothing twice`, { timeout: 120_000 }, async () => {
  const heard: string[] = [];
  const { slack, adapter, ada } = await deskInSlack({
    parts: {
      ask: async (question) => {
        heard.push(question);
        throw new Error('not to be answered here');
      },
    },
  });
  for (let drop = 0; drop < drops; drop += 1) {
    await vi.waitUntil(() => slack.socket.isConnected, { timeout: 5_000, interval: 2 });
    const sent = [ada.write(`before ${drop}`), ada.write(`with ${drop}`)];
    if (drop % 2 === 0) slack.socket.drop();
    else slack.socket.refresh();
    sent.push(ada.write(`after ${drop}`));
    await Promise.all(sent);
  }
  await vi.waitUntil(() => heard.length >= 3 * drops, { timeout: 5_000 });
  await after(100);
  expect(new Set(heard).size).toBe(3 * drops);
  expect(heard).toHaveLength(3 * drops);
  expect(slack.socket.connections).toBeGreaterThan(drops);
  await adapter.stop();
});

test('a dropped socket is back about a second later', async () => {
  const { slack, adapter } = await slackUnderTest({ tuning: { reconnectMs: 1_000 } });
  await adapter.start(async () => notice('x'));
  const began = performance.now();
  slack.socket.drop();
  await vi.waitUntil(() => slack.socket.connections === 2, { timeout: 5_000, interval: 10 });
  expect(performance.now() - began).toBeLessThan(3_000);
});

test('while Slack cannot be reached the process goes on, and connects when it can', async () => {
  const { slack, adapter, ada, log } = await slackUnderTest();
  await adapter.start(async (request) => notice(request.kind === 'question' ? `heard ${request.text}` : ''));
  slack.fault = (method) => (method === 'apps.connections.open' ? { status: 503 } : undefined);
  slack.socket.drop();
  await vi.waitUntil(() => slack.called('apps.connections.open').length > 3, { timeout: 5_000 });
  expect(log.length).toBeGreaterThan(1);
  slack.fault = () => undefined;
  await ada.write('after the storm');
  const [post] = await settled(() => slack.posts, 1);
  expect(shownText(post?.body.blocks)).toBe('heard after the storm');
});

test('what is being answered when it stops is answered first', async () => {
  const { slack, adapter, ada } = await slackUnderTest({ tuning: { drainMs: 5_000 } });
  await adapter.start(async () => {
    await after(300);
    return notice('just in time');
  });
  await ada.write('who?');
  await adapter.stop();
  expect(slack.posts.map(({ body }) => shownText(body.blocks))).toEqual(['just in time']);
});

test.for(['auth.test', 'apps.connections.open'])('it stops while it still waits for %s', async (method) => {
  const { slack, adapter } = await slackUnderTest();
  slack.fault = (called) => (called === method ? { status: 503 } : undefined);
  const started = adapter.start(async () => notice('x'));
  await vi.waitUntil(() => slack.called(method).length > 1, { timeout: 5_000 });
  await adapter.stop();
  await started;
  const calls = slack.calls.length;
  await after(300);
  expect(slack.calls).toHaveLength(calls);
});

test('a connection that Slack closes before it greets is none: it is tried again ever more slowly', async () => {
  const { slack, adapter, ada } = await slackUnderTest();
  slack.socket.isShut = true;
  let isStarted = false;
  const started = adapter
    .start(async () => notice('here'))
    .then(() => {
      isStarted = true;
    });
  await after(1_000);
  expect(isStarted).toBe(false);
  expect(slack.socket.connections).toBeGreaterThan(2);
  expect(slack.socket.connections).toBeLessThan(12);
  slack.socket.isShut = false;
  await started;
  await ada.write('who?');
  await settled(() => slack.posts, 1);
});

test('an address that Slack gives after the stop is not connected to', async () => {
  const { slack, adapter } = await slackUnderTest();
  slack.fault = (method) => (method === 'apps.connections.open' ? { delayMs: 400 } : undefined);
  const started = adapter.start(async () => notice('x'));
  await after(150);
  await adapter.stop();
  await started;
  await after(600);
  expect(slack.socket.connections).toBe(0);
});

test('it stops while auth.test is under way, whatever comes then', async () => {
  const { slack, adapter } = await slackUnderTest();
  slack.fault = (method) => (method === 'auth.test' ? { delayMs: 300 } : { status: 503 });
  const started = adapter.start(async () => notice('x'));
  await after(50);
  await adapter.stop();
  await started;
  await after(400);
  expect(slack.called('apps.connections.open')).toEqual([]);
});

test('Retry-After is obeyed when connecting too', async () => {
  const { slack, adapter } = await slackUnderTest();
  const limited = { status: 429, headers: { 'retry-after': '1' }, body: { ok: false, error: 'ratelimited' } };
  slack.fault = (method) =>
    method === 'apps.connections.open' && slack.called(method).length < 2 ? limited : undefined;
  await adapter.start(async () => notice('x'));
  const times = slack.called('apps.connections.open').map(({ at }) => at);
  expect(times).toHaveLength(3);
  expect(Math.min((times[1] ?? 0) - (times[0] ?? 0), (times[2] ?? 0) - (times[1] ?? 0))).toBeGreaterThan(980);
});

test('what Slack forbids in one channel ends nothing', async () => {
  const { slack, adapter } = await slackUnderTest();
  await adapter.start(async () => notice('x'));
  slack.fault = (method, body) => {
    const forbidden = method === 'chat.postMessage' && body.channel === slack.channel;
    return forbidden ? { body: { ok: false, error: 'no_permission' } } : undefined;
  };
  const place = (channel: string): Conversation => ({ adapter: 'slack', workspace: slack.team, channel });
  await expect(adapter.send(place(slack.channel), notice('one'))).rejects.toThrow(/no_permission/);
  await adapter.send(place(slack.direct), notice('two'));
  expect(slack.posts).toHaveLength(1);
});

test('a revoked token, a busy archive and an answer under way leave no row of a removed workspace', async () => {
  const slow = async () => {
    await after(300);
    throw new Error('too late');
  };
  const { slack, ada, adapter, archive } = await deskInSlack({ parts: { ask: slow }, tuning: { drainMs: 2_000 } });
  await archive.desk.saveSettings({ adapter: 'slack', workspace: slack.team, channel: 'C9' }, { time: '07:00' });
  const purge = vi.spyOn(archive.desk, 'purge').mockRejectedValueOnce(new Error('busy'));
  await ada.write('who offered mediation?');
  await ada.command('/brief status');
  await settled(() => slack.whispers, 1);
  slack.fault = (method) => (/^chat/.test(method) ? { body: { ok: false, error: 'token_revoked' } } : undefined);
  const place: Conversation = { adapter: 'slack', workspace: slack.team, channel: slack.channel };
  await expect(adapter.send(place, notice('one'))).rejects.toThrow(/token_revoked/);
  await adapter.ended;
  purge.mockRestore();
  expect(await archive.desk.purge('slack', slack.team)).toBe(0);
});

test('a file that comes again is told of once', async () => {
  const { slack, ada } = await deskInSlack();
  const event = { type: 'message', subtype: 'file_share', channel_type: 'im', channel: slack.direct, user: slack.ada };
  const sent = { ...event, ts: '1.1', text: '', files: [{ id: 'F1' }] };
  await Promise.all([ada.event(sent, 'Ev-file'), ada.event(sent, 'Ev-file')]);
  expect(await settled(() => slack.posts, 1)).toHaveLength(1);
});

test('a failure is never shared', async () => {
  const { slack, ada, archive } = await deskInSlack();
  await ada.command('/ask who offered mediation?');
  const [answer] = await settled(() => slack.whispers, 1);
  const share = answer?.body.blocks.at(-1).elements[0];
  vi.spyOn(archive.desk, 'firstSeen').mockRejectedValueOnce(new Error('busy'));
  await ada.click({ action_id: share.action_id, value: share.value });
  await settled(() => slack.whispers, 2);
  expect(slack.posts).toEqual([]);
});

test('a Slack that is not there at the start is waited for', async () => {
  const { slack, adapter, ada } = await slackUnderTest();
  slack.fault = () => ({ status: 500 });
  const started = adapter.start(async () => notice('here'));
  await vi.waitUntil(() => slack.called('auth.test').length > 2, { timeout: 5_000 });
  slack.fault = () => undefined;
  await started;
  await ada.write('who?');
  await settled(() => slack.posts, 1);
});

test.for([
  ['auth.test', 'invalid_auth', 'SLACK_BOT_TOKEN'],
  ['auth.test', 'account_inactive', 'SLACK_BOT_TOKEN'],
  ['apps.connections.open', 'not_allowed_token_type', 'SLACK_APP_TOKEN'],
  ['apps.connections.open', 'missing_scope', 'SLACK_APP_TOKEN'],
] as const)('%s refused with %s ends the start and names %s', async ([refusing, error, variable]) => {
  const { slack, adapter } = await slackUnderTest();
  slack.fault = (method) => (method === refusing ? { body: { ok: false, error } } : undefined);
  const started = adapter.start(async () => notice('x'));
  await expect(started).rejects.toMatchObject({
    code: 'bad-configuration',
    message: expect.stringContaining(variable),
  });
  expect(slack.called(refusing)).toHaveLength(1);
});

test('a token that is revoked later ends the adapter with the reason, after one refused call', async () => {
  const { slack, adapter, log } = await slackUnderTest();
  await adapter.start(async () => notice('x'));
  slack.fault = (method) =>
    /chat|connections/.test(method) ? { body: { ok: false, error: 'token_revoked' } } : undefined;
  const place: Conversation = { adapter: 'slack', workspace: slack.team, channel: slack.channel };
  await expect(adapter.send(place, notice('one'))).rejects.toThrow(/token_revoked/);
  await adapter.ended;
  await expect(adapter.send(place, notice('two'))).rejects.toThrow(/stopped/);
  expect(slack.called('chat.postMessage')).toHaveLength(1);
  expect(JSON.stringify(log)).toContain('token_revoked');
  expect(JSON.stringify(log)).not.toContain(BOT.token);
});

const posts = isLong ? 1_000 : 100;

test(`${posts} posts with 30 % refused for their rate: none before its time, order kept`, {
  timeout: 900_000,
}, async () => {
  const { slack, adapter } = await slackUnderTest();
  await adapter.start(async () => notice('x'));
  const refusals: { readonly channel: string; readonly at: number }[] = [];
  let random = 7;
  const draw = () => {
    random = (random * 1_103_515_245 + 12_345) % 2 ** 31;
    return random / 2 ** 31;
  };
  slack.fault = (method, body) => {
    if (method !== 'chat.postMessage' || draw() >= 0.3) return undefined;
    refusals.push({ channel: body.channel, at: performance.now() });
    return { status: 429, headers: { 'retry-after': '1' }, body: { ok: false, error: 'ratelimited' } };
  };
  const places = (await slack.makeChannels(10)).map((channel): Conversation => {
    return { adapter: 'slack', workspace: slack.team, channel };
  });
  const sent = Array.from({ length: posts }, (_, at) =>
    adapter.send(places[at % places.length] as Conversation, notice(`post ${at}`)),
  );
  await Promise.all(sent);
  for (const place of places) {
    const shown = slack.posts.filter(({ body }) => body.channel === place.channel).map(({ body }) => body.text);
    const numbers = shown.map((text: string) => Number(/\d+/.exec(text)?.[0]));
    expect(numbers).toEqual([...numbers].sort((a, b) => a - b));
  }
  expect(slack.posts).toHaveLength(posts);
  expect(refusals.length).toBeGreaterThan(posts / 5);
  const calls = slack.called('chat.postMessage').map(({ at, body }) => ({ at, channel: body.channel as string }));
  for (const refused of refusals) {
    const early = calls.filter(({ at }) => at > refused.at && at < refused.at + 990).map(({ channel }) => channel);
    // another channel's call, one at most, may be on its way when the refusal comes
    expect(early).not.toContain(refused.channel);
    expect(new Set(early).size).toBe(early.length);
  }
});

test('a channel gets one message in the interval, and does not hold up another', async () => {
  const { slack, adapter } = await slackUnderTest({ tuning: { intervalMs: 150 } });
  await adapter.start(async () => notice('x'));
  const place = (channel: string): Conversation => ({ adapter: 'slack', workspace: slack.team, channel });
  const began = performance.now();
  const sends = [slack.channel, slack.channel, slack.channel, slack.direct].map((channel, at) =>
    adapter.send(place(channel), notice(`post ${at}`)),
  );
  await sends[3];
  expect(performance.now() - began).toBeLessThan(150);
  await Promise.all(sends);
  const times = slack.posts.filter(({ body }) => body.channel === slack.channel).map(({ at }) => at);
  const gaps = times.slice(1).map((at, index) => at - (times[index] ?? 0));
  expect(Math.min(...gaps)).toBeGreaterThan(140);
});

test('a click that comes again shares once', async () => {
  const { slack, ada } = await deskInSlack();
  await ada.command('/ask who offered mediation?');
  const [answer] = await settled(() => slack.whispers, 1);
  const share = answer?.body.blocks.at(-1).elements[0];
  const click = { action_id: share.action_id, value: share.value, action_ts: '17.1' };
  await Promise.all([ada.click(click), ada.click(click)]);
  expect(await settled(() => slack.posts, 1)).toHaveLength(1);
});

test('odd payloads are survived', async () => {
  const handle = vi.fn<RequestHandler>(async () => notice('still here'));
  const { slack, adapter, ada } = await slackUnderTest();
  await adapter.start(handle);
  const odd: readonly (readonly ['events_api' | 'interactive' | 'slash_commands', object])[] = [
    ['events_api', {}],
    ['events_api', { type: 'event_callback', event: { type: 'message' } }],
    ['events_api', { type: 'event_callback', event: { type: 'app_home_opened' }, event_id: 'E', team_id: 'T' }],
    ['interactive', { type: 'block_actions', user: { id: 'U' }, actions: [] }],
    [
      'interactive',
      { type: 'view_submission', user: { id: 'U' }, view: { private_metadata: '{', callback_id: 'settings' } },
    ],
    ['interactive', { type: 'shortcut' }],
    ['slash_commands', { command: '/brief' }],
  ];
  for (const [type, payload] of odd) void slack.socket.deliver(type, payload);
  await ada.write('and now?');
  const posts = await settled(() => slack.posts, 1);
  expect(posts.map(({ body }) => shownText(body.blocks))).toContain('still here');
});

test('the id of a request is the platform’s own', async () => {
  const requests: ChatRequest[] = [];
  const { slack, adapter, ada } = await slackUnderTest();
  await adapter.start(async (request) => {
    requests.push(request);
    return undefined;
  });
  const trigger_id = await slack.trigger(slack.ada);
  await ada.event({ type: 'message', channel_type: 'im', channel: 'D1', user: 'U1', ts: '1.1', text: 'hi' }, 'Ev-7');
  await ada.command('/ask who?', { trigger_id });
  await vi.waitUntil(() => requests.length === 2);
  expect(requests.map(({ id }) => id)).toEqual(['Ev-7', trigger_id]);
});
