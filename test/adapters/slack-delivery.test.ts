import { describe, expect, test } from 'vitest';
import { definition } from '../../adapters/slack/definition.ts';
import manifest from '../../adapters/slack/manifest.json' with { type: 'json' };
import { systemClock } from '../../src/clock.ts';
import { readConfiguration } from '../../src/config.ts';
import type { Conversation, Reply } from '../../src/index.ts';
import { silentLogger } from '../../src/logger.ts';
import { brief, longBrief } from '../contract/replies.ts';
import { shownText } from '../slack/reading.ts';
import { APP_TOKEN, BOT, type LostAnswer, SlackServer } from '../slack/slack-server.ts';
import { slackUnderTest, type Wanted } from '../slack/under-test.ts';

const notice = (text: string): Reply => ({ kind: 'notice', text });
const whole: Reply = { kind: 'brief', brief: longBrief() };
const anHourAgo = () => new Date(Date.now() - 3_600_000).toISOString();
const limited = { status: 429, headers: { 'retry-after': '1' }, body: { ok: false, error: 'ratelimited' } };

async function begin(wanted: Wanted = {}) {
  const under = await slackUnderTest(wanted);
  await under.adapter.start(async () => undefined);
  const place = (channel: string, thread?: string): Conversation => {
    return { adapter: 'slack', workspace: under.slack.team, channel, ...(thread && { thread }) };
  };
  const messages = async (channel: string) => (await under.slack.standing(channel)) as readonly Message[];
  return { ...under, place, messages, channel: place(under.slack.channel) };
}

interface Message {
  readonly ts: string;
  readonly thread_ts?: string;
  readonly blocks: readonly object[];
  readonly metadata?: { readonly event_payload: { readonly key: string; readonly part: number } };
}

const partsOf = (messages: readonly Message[]) => messages.map(({ metadata }) => metadata?.event_payload.part);

describe('a delivery', () => {
  test('carries its key and part in every message, and is told with its parts and thread', async () => {
    const { slack, adapter, channel, messages } = await begin();
    const sent = await adapter.send(channel, whole, 'key-1');
    const standing = await messages(slack.channel);
    expect(standing.length).toBeGreaterThan(2);
    expect(standing.map(({ metadata }) => metadata)).toEqual(
      standing.map((_, part) => ({ event_type: 'detente_delivery', event_payload: { key: 'key-1', part } })),
    );
    expect([sent.id, ...(sent.parts ?? [])]).toEqual(standing.map(({ ts }) => ts));
    expect(sent.thread).toBe(sent.id);
  });

  test('in a thread belongs to that thread', async () => {
    const { slack, adapter, channel, place } = await begin();
    const { id } = await adapter.send(channel, notice('what it is about'));
    const sent = await adapter.send(place(slack.channel, id), whole, 'key-1');
    expect(sent.thread).toBe(id);
    expect(new Set(slack.posts.slice(1).map(({ body }) => body.thread_ts))).toEqual(new Set([id]));
  });

  test('goes on where it stopped when Slack surely took nothing', async () => {
    const { slack, adapter, channel, messages } = await begin();
    slack.fault = (method, body) =>
      method === 'chat.postMessage' && body.thread_ts ? { body: { ok: false, error: 'msg_too_long' } } : undefined;
    await expect(adapter.send(channel, whole, 'key-1')).rejects.toThrow(/msg_too_long/);
    slack.fault = () => undefined;
    const sent = await adapter.send(channel, whole, 'key-1');
    const standing = await messages(slack.channel);
    expect(partsOf(standing)).toEqual(standing.map((_, part) => part));
    expect(sent.parts).toHaveLength(standing.length - 1);
  });
});

describe.for(['reset', '502', 'hang', 'cut body'] as const)('an answer that is lost (%s)', (how: LostAnswer) => {
  test.for([0, 2])('at part %i is recalled, and what stands is not posted again', async (part) => {
    const { slack, adapter, channel, messages } = await begin({ environment: { DETENTE_TIMEOUT_MS: '300' } });
    let left = part;
    slack.fault = (method) => {
      const isNow = method === 'chat.postMessage' && left-- === 0;
      return isNow ? { lost: how } : undefined;
    };
    await expect(adapter.send(channel, whole, 'key-1')).rejects.toMatchObject({ code: 'internal' });
    const before = await messages(slack.channel);
    expect(partsOf(before)).toEqual([0, 1, 2].slice(0, part + 1));
    await expect(adapter.send(channel, whole, 'key-1')).rejects.toThrow(/recall it first/);
    expect(await messages(slack.channel)).toHaveLength(part + 1);

    const found = await adapter.recall(channel, 'key-1', anHourAgo());
    expect([found?.id, ...(found?.parts ?? [])]).toEqual(before.map(({ ts }) => ts));
    const sent = await adapter.send(channel, whole, 'key-1');
    expect(sent.id).toBe(found?.id);
    const standing = await messages(slack.channel);
    expect(standing.length).toBeGreaterThan(3);
    expect(partsOf(standing)).toEqual(standing.map((_, at) => at));
  });

  test('without a key is not posted again', async () => {
    const { slack, adapter, channel } = await begin({ environment: { DETENTE_TIMEOUT_MS: '300' } });
    slack.fault = (method) => (method === 'chat.postMessage' ? { lost: how } : undefined);
    await expect(adapter.send(channel, notice('once'))).rejects.toThrow(/Slack/);
    await new Promise((resolve) => setTimeout(resolve, 400));
    expect(slack.called('chat.postMessage')).toHaveLength(1);
  });
});

test('the time that a platform has is configured', async () => {
  const { slack, adapter, channel } = await begin({
    environment: { DETENTE_TIMEOUT_MS: '200' },
  });
  slack.fault = (method) => (method === 'chat.postMessage' ? { delayMs: 1_000 } : undefined);
  const began = performance.now();
  await expect(adapter.send(channel, notice('late'))).rejects.toThrow(/Slack/);
  expect(performance.now() - began).toBeLessThan(900);
});

describe('a recall', () => {
  test('finds nothing under a key that nothing was posted under', async () => {
    const { adapter, channel } = await begin();
    await adapter.send(channel, whole, 'key-1');
    expect(await adapter.recall(channel, 'key-2', anHourAgo())).toBeUndefined();
  });

  test('follows pages, of a channel and of a thread', async () => {
    const { slack, adapter, channel, place } = await begin();
    const first = await adapter.send(channel, notice('the one'), 'key-1');
    await slack.chatter(slack.channel, 450);
    const thread = place(slack.channel, first.id);
    await slack.chatter(slack.channel, 250, first.id);
    const last = await adapter.send(thread, notice('the other'), 'key-2');
    const again = await begin({ slack });
    expect((await again.adapter.recall(channel, 'key-1', anHourAgo()))?.id).toBe(first.id);
    expect(slack.called('conversations.history')).toHaveLength(3);
    expect((await again.adapter.recall(thread, 'key-2', anHourAgo()))?.id).toBe(last.id);
    await again.adapter.send(channel, notice('the one'), 'key-1');
    await again.adapter.send(thread, notice('the other'), 'key-2');
    expect(slack.posts).toHaveLength(2);
  });

  test('reads no message from before', async () => {
    const { slack, adapter, channel } = await begin();
    const { id } = await adapter.send(channel, notice('old'), 'key-1');
    const later = new Date(1_000 * Number(id) + 120_000).toISOString();
    expect(await adapter.recall(channel, 'key-1', later)).toBeUndefined();
    expect(Number(slack.called('conversations.history')[0]?.body.oldest)).toBeGreaterThan(Number(id));
  });

  test('gives up aloud where too much was said since', async () => {
    const { slack, adapter, channel } = await begin();
    let page = 0;
    slack.fault = (method) => {
      if (method !== 'conversations.history') return undefined;
      page += 1;
      return {
        body: { ok: true, messages: [], has_more: true, response_metadata: { next_cursor: String(page) } },
      };
    };
    await expect(adapter.recall(channel, 'key-1', anHourAgo())).rejects.toThrow(/look for the post yourself/);
    expect(page).toBe(50);
  });

  test('believes the bot’s own messages alone', async () => {
    const { slack, adapter, channel } = await begin();
    const metadata = { event_type: 'detente_delivery', event_payload: { key: 'key-1', part: 0 } };
    await slack.asAda('chat.postMessage', { channel: slack.channel, text: 'forged', metadata });
    expect(await adapter.recall(channel, 'key-1', anHourAgo())).toBeUndefined();
  });

  test('of a direct message by the user’s id looks into the channel that Slack keeps for it, asked for once', async () => {
    const { slack, adapter, place } = await begin();
    const ada = place(slack.ada);
    const sent = await adapter.send(ada, whole, 'key-1');
    const again = await begin({ slack });
    expect(await again.adapter.recall(ada, 'key-1', anHourAgo())).toMatchObject({ id: sent.id, parts: sent.parts });
    await again.adapter.recall(ada, 'key-2', anHourAgo());
    expect(slack.called('conversations.open')).toHaveLength(1);
    const read = slack.called('conversations.history').map(({ body }) => body.channel);
    expect(read).toEqual([slack.direct, slack.direct]);
  });

  test.for(['conversations.history', 'conversations.replies'])(
    'waits as long as Slack wants it for %s',
    async (slow) => {
      const { slack, adapter, channel } = await begin();
      const sent = await adapter.send(channel, whole, 'key-1');
      slack.fault = (method) => (method === slow && slack.called(slow).length === 0 ? limited : undefined);
      expect(await adapter.recall(channel, 'key-1', anHourAgo())).toMatchObject({ id: sent.id, parts: sent.parts });
      const [first, second] = slack.called(slow).map(({ at }) => at);
      expect((second ?? 0) - (first ?? 0)).toBeGreaterThan(990);
    },
  );

  test.for([
    ['channels:history', 'channel'],
    ['groups:history', 'foreignChannel'],
    ['im:history', 'direct'],
    ['im:write', 'ada'],
  ] as const)('without the scope %s says which one to add', async ([scope, place]) => {
    const slack = await SlackServer.start(manifest.oauth_config.scopes.bot.filter((one) => one !== scope));
    const under = await begin({ slack });
    try {
      const recalled = under.adapter.recall(under.place(slack[place]), 'key-1', anHourAgo());
      await expect(recalled).rejects.toMatchObject({
        code: 'internal',
        message: `Slack: the app lacks the scope ${scope}: add what adapters/slack/manifest.json asks for and install the app again`,
      });
    } finally {
      await under.adapter.stop();
      await slack.close();
    }
  });

  test('meets a refusal for its rate with a few calls only', async () => {
    const { slack, adapter, channel } = await begin();
    let isHeld = true;
    slack.fault = (method) => (method === 'conversations.history' && isHeld ? limited : undefined);
    const recalled = Array.from({ length: 50 }, (_, at) => adapter.recall(channel, `key-${at}`, anHourAgo()));
    await new Promise((resolve) => setTimeout(resolve, 500));
    expect(slack.called('conversations.history')).toHaveLength(4);
    isHeld = false;
    expect(new Set(await Promise.all(recalled))).toEqual(new Set([undefined]));
    expect(slack.called('conversations.history')).toHaveLength(54);
  });

  test.for([{ status: 500 }, { lost: 'reset' }, { body: { ok: false, error: 'internal_error' } }] as const)(
    'that fails (%o) leaves the doubt',
    async (fault) => {
      const { slack, adapter, channel } = await begin();
      slack.fault = (method) => (method === 'chat.postMessage' ? { lost: 'reset' } : undefined);
      await expect(adapter.send(channel, notice('x'), 'key-1')).rejects.toThrow();
      slack.fault = (method) => (method === 'conversations.history' ? fault : undefined);
      await expect(adapter.recall(channel, 'key-1', anHourAgo())).rejects.toMatchObject({ code: 'internal' });
      await expect(adapter.send(channel, notice('x'), 'key-1')).rejects.toThrow(/recall it first/);
    },
  );
});

describe('an amendment', () => {
  const shown = (messages: readonly Message[]) => messages.map(({ blocks }) => shownText(blocks));

  test('puts other words into every message, which keep their key and part', async () => {
    const { slack, adapter, channel, messages } = await begin();
    const sent = await adapter.send(channel, whole, 'key-1');
    const before = await messages(slack.channel);
    await adapter.amend(channel, sent, { kind: 'brief', brief: { ...longBrief(), date: '2031-04-13' } });
    const after = await messages(slack.channel);
    expect(after.map(({ ts, metadata }) => [ts, metadata])).toEqual(before.map(({ ts, metadata }) => [ts, metadata]));
    expect(shown(after)[0]).toContain('13 April 2031');
    expect(slack.called('chat.update')).toHaveLength(before.length);
    expect(slack.broken).toEqual([]);
  });

  test('with less to say withdraws the rest, with more adds it once, also when it is made twice', async () => {
    const { slack, adapter, channel, messages } = await begin();
    const sent = await adapter.send(channel, { kind: 'brief', brief }, 'key-1');
    const count = 1 + (sent.parts?.length ?? 0);
    expect(count).toBeGreaterThan(1);
    await adapter.amend(channel, sent, notice('nothing of it holds'));
    const withdrawn = Array.from({ length: count - 1 }, () => 'Withdrawn: see the correction.');
    expect(shown(await messages(slack.channel))).toEqual(['nothing of it holds', ...withdrawn]);

    await adapter.amend(channel, sent, whole);
    await adapter.amend(channel, sent, whole);
    const standing = await messages(slack.channel);
    expect(standing.length).toBeGreaterThan(count);
    expect(partsOf(standing)).toEqual(standing.map((_, part) => part));
    expect(new Set(standing.slice(1).map(({ thread_ts }) => thread_ts))).toEqual(new Set([sent.id]));
    expect(shown(standing)).not.toContain('Withdrawn: see the correction.');
  });

  test('of what was sent without a key adds once, too', async () => {
    const { slack, adapter, place, messages } = await begin();
    const ada = place(slack.ada);
    const sent = await adapter.send(ada, notice('short'));
    await adapter.amend(ada, sent, whole);
    const standing = await messages(slack.direct);
    await adapter.amend(ada, sent, whole);
    expect(standing.length).toBeGreaterThan(2);
    expect(await messages(slack.direct)).toHaveLength(standing.length);
  });

  test('whose added message lost its answer does not add it again', async () => {
    const { slack, adapter, channel, messages } = await begin();
    const sent = await adapter.send(channel, notice('short'), 'key-1');
    slack.fault = (method) => (method === 'chat.postMessage' ? { lost: 'reset' } : undefined);
    await expect(adapter.amend(channel, sent, whole)).rejects.toMatchObject({ code: 'internal' });
    slack.fault = () => undefined;
    await adapter.amend(channel, sent, whole);
    const standing = await messages(slack.channel);
    expect(partsOf(standing)).toEqual(standing.map((_, part) => part));
  });

  test('waits as long as Slack wants it, and says where the message is gone', async () => {
    const { slack, adapter, channel, messages } = await begin();
    const sent = await adapter.send(channel, notice('short'), 'key-1');
    slack.fault = (method) =>
      method === 'chat.update' && slack.called('chat.update').length === 0 ? limited : undefined;
    await adapter.amend(channel, sent, notice('other'));
    expect(shown(await messages(slack.channel))).toEqual(['other']);
    const gone = adapter.amend(channel, { id: '1700000000.000001', at: sent.at }, notice('x'));
    await expect(gone).rejects.toMatchObject({ code: 'not-found' });
  });
});

describe('a refusal', () => {
  test('is none where the bot can post: a channel, a person, their direct messages', async () => {
    const { slack, adapter, channel, place } = await begin();
    expect(await adapter.refusal(channel)).toBeUndefined();
    expect(await adapter.refusal(place(slack.ada))).toBeUndefined();
    expect(await adapter.refusal(place(slack.direct))).toBeUndefined();
    expect(slack.posts).toEqual([]);
  });

  test('says why nothing can be posted, as a post that fails does', async () => {
    const { slack, adapter, place } = await begin();
    const { channel: open } = await slack.asAda('conversations.create', { name: 'without-the-bot' });
    const [archived = ''] = await slack.makeChannels(1);
    await slack.asAda('conversations.archive', { channel: archived });
    const reasonIn = (channel: string) => adapter.refusal(place(channel));
    expect(await reasonIn(open.id)).toMatch(/not in this channel.*\/invite/);
    expect(await reasonIn(slack.foreignChannel)).toMatch(/not in this channel|private and I am not in it/);
    expect(await reasonIn('C0NOWHERE')).toMatch(/the channel is gone/);
    expect(await reasonIn(archived)).toBe('I cannot post here: the channel is archived.');
    expect(await reasonIn('U0NOBODY')).toMatch(/no such person/);
    await expect(adapter.send(place(archived), notice('x'))).rejects.toThrow(/the channel is archived/);
  });

  test('tells the wrong workspace and a conversation of several people', async () => {
    const { slack, adapter, channel, place } = await begin();
    expect(await adapter.refusal({ ...channel, workspace: 'T0OTHER' })).toBe(
      `I cannot post here: T0OTHER is another workspace, I am in ${slack.team}.`,
    );
    const { channel: several } = await slack.asAda('conversations.open', { users: `${BOT.user},${slack.ben}` });
    expect(await adapter.refusal(place(several.id))).toMatch(/not among several people/);
  });

  test('throws where Slack does not tell', async () => {
    const { slack, adapter, channel } = await begin();
    slack.fault = (method) => (method === 'conversations.info' ? { status: 500 } : undefined);
    await expect(adapter.refusal(channel)).rejects.toMatchObject({ code: 'internal' });
  });

  test('can be asked for by the command line, which starts nothing', async () => {
    const slack = await SlackServer.start();
    const environment = { SLACK_BOT_TOKEN: BOT.token, SLACK_APP_TOKEN: APP_TOKEN, SLACK_API_URL: slack.apiUrl };
    const configuration = readConfiguration([definition], environment);
    const options = { configuration, clock: systemClock(), logger: silentLogger };
    const place = { adapter: 'slack', workspace: slack.team, channel: slack.channel };
    expect(await definition.refusal?.(options, place)).toBeUndefined();
    expect(await definition.refusal?.(options, { ...place, channel: 'C0NOWHERE' })).toMatch(/the channel is gone/);
    expect(slack.socket.connections).toBe(0);
    await slack.close();
  });
});

describe('the pace of a workspace', () => {
  test('is so many posts a second, answers before scheduled ones, and a channel keeps its order', async () => {
    const { slack, adapter, place } = await begin({ tuning: { perSecond: 50 } });
    const channels = await slack.makeChannels(40);
    const scheduled = channels.map((channel, at) => adapter.send(place(channel), notice(`brief ${at}`), `key-${at}`));
    await scheduled[2];
    const asked = performance.now();
    await adapter.send(place(slack.channel), notice('the answer'));
    expect(performance.now() - asked).toBeLessThan(400);
    await adapter.send(place(channels[39] ?? ''), notice('after the brief'));
    await Promise.all(scheduled);
    const texts = slack.posts.map(({ body }) => body.text);
    expect(texts.indexOf('the answer.')).toBeLessThan(20);
    const [one, other] = ['brief 39.', 'after the brief.'].map((text) => texts.indexOf(text));
    expect(other).toBeGreaterThan(one ?? Number.POSITIVE_INFINITY);
    const times = slack.posts.map(({ at }) => at);
    const within = times.map((from) => times.filter((at) => at >= from && at < from + 500).length);
    expect(Math.max(...within)).toBeLessThanOrEqual(30);
    expect(slack.posts).toHaveLength(42);
  });

  test('a thousand scheduled posts make no answer wait for them', { timeout: 30_000 }, async () => {
    const { slack, adapter, place } = await begin({ tuning: { perSecond: 20 } });
    const channels = await slack.makeChannels(100);
    const scheduled = Array.from({ length: 1_000 }, (_, at) =>
      adapter.send(place(channels[at % 100] ?? ''), notice(`brief ${at}`), `key-${at}`).catch(() => undefined),
    );
    await scheduled[0];
    const before = slack.posts.length;
    await adapter.send(place(slack.direct), notice('the answer'));
    expect(slack.posts.length - before).toBeLessThan(5);
    await adapter.stop();
    await Promise.all(scheduled);
    expect(slack.posts.length).toBeLessThan(100);
  });
});
