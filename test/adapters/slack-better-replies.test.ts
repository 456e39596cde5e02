import { expect, test, vi } from 'vitest';
import { percentile } from '../../bench/figures.ts';
import type { Reply, RequestHandler } from '../../src/index.ts';
import { answer, brief, longBrief, refusal } from '../contract/replies.ts';
import { settled } from '../desk.ts';
import { shownText } from '../slack/reading.ts';
import { slackUnderTest, type Wanted } from '../slack/under-test.ts';

const after = (milliseconds: number) => new Promise((resolve) => setTimeout(resolve, milliseconds));
const notice = (text: string): Reply => ({ kind: 'notice', text });
type Update = NonNullable<Parameters<RequestHandler>[1]>;

/** Slack with a bot that replies with this, and the updates of what it was asked, in order. */
async function slackWith(first: Reply, wanted: Wanted = {}) {
  const under = await slackUnderTest(wanted);
  const updates: (Update | undefined)[] = [];
  await under.adapter.start(async (_, update) => {
    updates.push(update);
    return first;
  });
  return { ...under, updates };
}

type Under = Awaited<ReturnType<typeof slackWith>>;

/** Ada asks in a thread of the channel, and is answered. */
async function asked({ slack, ada }: Under) {
  const { ts } = await slack.asAda('chat.postMessage', { channel: slack.channel, text: 'good morning' });
  await ada.mention('did Coralia offer anything?', { thread_ts: ts });
  return settled(() => slack.posts, 1);
}

/** What the channel and its threads show now of the bot's, in order. */
async function standing({ slack }: Under) {
  return (await slack.standing(slack.channel)).map(({ blocks }) => shownText(blocks));
}

test('a mention shows the better answer in the place of the first, and its feedback is about the better one', async () => {
  const under = await slackWith(refusal);
  const { slack, updates } = under;
  await asked(under);
  await updates[0]?.(answer);
  const [shown, ...more] = await standing(under);
  expect(shown).toContain('Coralia offered to host talks between Arland and Belmar');
  expect(more).toEqual([]);
  const [change] = slack.called('chat.update');
  expect(JSON.stringify(change?.body.blocks)).toContain('wrong who offered to host talks? -> Coralia offered to host');
  expect(slack.broken).toEqual([]);
});

test('/brief today is replaced with all that stands in its thread, and keeps its place and its buttons', async () => {
  const under = await slackWith({ kind: 'brief', brief });
  const { slack, ada, updates } = under;
  await ada.command('/brief today');
  const posts = await settled(() => slack.posts, 2);
  await updates[0]?.({ kind: 'brief', brief: longBrief() });
  const [parent, ...rest] = await slack.standing(slack.channel);
  expect(parent.ts).toBe(posts[0]?.answer.ts);
  expect(JSON.stringify(parent.blocks)).toContain('sources 2031-04-12 for Arland–Belmar');
  expect(rest.length).toBeGreaterThan(posts.length - 1);
  expect(rest.every(({ thread_ts }) => thread_ts === parent.ts)).toBe(true);
  await updates[0]?.({ kind: 'brief', brief });
  expect(await standing(under)).toEqual(posts.map(({ body }) => shownText(body.blocks)));
  expect(slack.broken).toEqual([]);
});

test('what one user alone sees cannot be replaced, and the bot is told so beforehand', async () => {
  const { slack, ada, updates } = await slackWith(answer);
  await ada.command('/ask who?');
  await ada.command('/brief sources');
  await ada.click({ action_id: 'brief.new', value: 'since 2031-04-12' });
  await settled(() => slack.whispers, 3);
  expect(updates).toEqual([undefined, undefined, undefined]);
});

test('an answer that somebody took away is not posted again', async () => {
  const under = await slackWith(notice('the first words'));
  const { slack, updates, log } = under;
  const [post] = await asked(under);
  await slack.asBot('chat.delete', { channel: slack.channel, ts: post?.answer.ts });
  await updates[0]?.({ kind: 'brief', brief: longBrief() });
  expect(await standing(under)).toEqual([]);
  expect(slack.posts).toHaveLength(1);
  expect(log).toEqual([]);
});

test('an answer that could not be posted is not posted by a better one', async () => {
  const { slack, ada, updates } = await slackWith({ kind: 'brief', brief });
  await ada.command('/brief today', { channel_id: slack.foreignChannel });
  await settled(() => slack.whispers, 1);
  const calls = slack.calls.length;
  await updates[0]?.({ kind: 'brief', brief: longBrief() });
  expect(slack.calls).toHaveLength(calls);
});

test.for(['reset', '502', 'hang', 'cut body'] as const)(
  'a change whose answer is lost (%s) is made once more',
  async (lost) => {
    const under = await slackWith(notice('the first words'), { tuning: { timeoutMs: 300 } });
    const { slack, updates, log } = under;
    await asked(under);
    let losses = 1;
    slack.fault = (method) => (method === 'chat.update' && losses-- > 0 ? { lost } : undefined);
    await updates[0]?.(notice('the better words'));
    expect(await standing(under)).toEqual(['the better words']);
    expect(slack.called('chat.update')).toHaveLength(2);
    expect(JSON.stringify(log)).not.toContain('a better reply');
  },
);

test('a change that Slack refuses is logged and leaves what stands, and the next one is shown', async () => {
  const under = await slackWith(notice('the first words'));
  const { slack, updates, log } = under;
  await asked(under);
  slack.fault = (method) =>
    method === 'chat.update' ? { body: { ok: false, error: 'edit_window_closed' } } : undefined;
  await updates[0]?.(notice('refused words'));
  expect(await standing(under)).toEqual(['the first words']);
  expect(JSON.stringify(log)).toContain('a better reply could not be shown');
  slack.fault = () => undefined;
  await updates[0]?.(notice('the better words'));
  expect(await standing(under)).toEqual(['the better words']);
});

test('Retry-After is obeyed by a change too', async () => {
  const under = await slackWith(notice('the first words'));
  const { slack, updates } = under;
  await asked(under);
  let refusals = 1;
  slack.fault = (method) =>
    method === 'chat.update' && refusals-- > 0 ? { status: 429, headers: { 'retry-after': '1' } } : undefined;
  const began = performance.now();
  await updates[0]?.(notice('the better words'));
  expect(performance.now() - began).toBeGreaterThan(900);
  expect(await standing(under)).toEqual(['the better words']);
});

test('a part whose posting may have failed is not posted twice by the next better reply', async () => {
  const under = await slackWith(notice('the first words'));
  const { slack, updates, log } = under;
  await asked(under);
  slack.fault = (method) => (method === 'chat.postMessage' ? { lost: 'reset' } : undefined);
  await updates[0]?.({ kind: 'brief', brief: longBrief() });
  slack.fault = () => undefined;
  const before = await standing(under);
  await updates[0]?.({ kind: 'brief', brief: longBrief() });
  expect(await standing(under)).toEqual(before);
  expect(new Set(before).size).toBe(before.length);
  expect(log.at(-1)).toMatchObject({ error: { message: expect.stringContaining('more of the reply may stand') } });
});

test('a change that is under way when it stops is made, and then nothing more', async () => {
  const under = await slackWith(notice('the first words'), { tuning: { drainMs: 5_000 } });
  const { slack, adapter, updates } = under;
  await asked(under);
  slack.fault = (method) => (method === 'chat.update' ? { delayMs: 300 } : undefined);
  const updated = updates[0]?.(notice('the better words'));
  await adapter.stop();
  expect(slack.called('chat.update')).toHaveLength(1);
  await updated;
  const calls = slack.calls.length;
  await updates[0]?.(notice('too late'));
  expect(slack.calls).toHaveLength(calls);
  expect(await standing(under)).toEqual(['the better words']);
});

test('a workspace that removed the app is left alone', async () => {
  const under = await slackWith(notice('the first words'));
  const { slack, adapter, ada, updates } = under;
  await asked(under);
  await ada.event({ type: 'app_uninstalled' });
  await vi.waitUntil(() => !slack.socket.isConnected, { timeout: 5_000 });
  await adapter.ended;
  const calls = slack.calls.length;
  await updates[0]?.(notice('never'));
  expect(slack.calls).toHaveLength(calls);
});

test('a change that hangs holds up no answer in its channel', async () => {
  const under = await slackWith(notice('the first words'));
  const { slack, ada, updates } = under;
  await asked(under);
  slack.fault = (method) => (method === 'chat.update' ? { lost: 'hang' } : undefined);
  const updated = updates[0]?.(notice('the better words'));
  await ada.mention('and who else?');
  await settled(() => slack.posts, 2);
  slack.fault = () => undefined;
  await updated;
});

test('while better replies hang for a minute and answers take five seconds, 99 of 100 acknowledgements come within 300 ms', async () => {
  const { slack, adapter, ada } = await slackUnderTest({ tuning: { timeoutMs: 60_000 } });
  slack.fault = (method) => (method === 'chat.update' ? { delayMs: 60_000 } : undefined);
  let replacing = 0;
  await adapter.start(async (request, update) => {
    if (request.kind === 'command') await after(5_000);
    setTimeout(() => {
      replacing += 1;
      void update?.(notice('better'));
    }, 20);
    return notice('first');
  });
  for (let at = 0; at < 10; at += 1) await ada.mention('who?');
  await settled(() => slack.posts, 10);
  const trigger_id = await slack.trigger(slack.ada);
  const acknowledged = Array.from({ length: 120 }, async (_, at) => {
    await after(25 * at);
    return ada.command('/ask who?', { trigger_id: `${trigger_id}${at}` });
  });
  expect(percentile(await Promise.all(acknowledged), 0.99)).toBeLessThan(300);
  expect(replacing).toBe(10);
  expect(slack.whispers).toEqual([]);
});
