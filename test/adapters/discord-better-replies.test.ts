import { expect, test, vi } from 'vitest';
import { percentile } from '../../bench/figures.ts';
import type { Reply, RequestHandler } from '../../src/index.ts';
import { answer, brief, longBrief, refusal } from '../contract/replies.ts';
import { settled } from '../desk.ts';
import { after, ask, isMessage, isTheirs, notice } from '../discord/hands.ts';
import { shownText } from '../discord/reading.ts';
import { discordUnderTest, type Wanted } from '../discord/under-test.ts';

type Update = NonNullable<Parameters<RequestHandler>[1]>;

const long: Reply = { kind: 'brief', brief: longBrief() };
const today = { name: 'brief', sub: 'today' } as const;

/** Discord with a bot that replies with this, and the updates of what it was asked, in order. */
async function discordWith(first: Reply, wanted: Wanted = {}) {
  const under = await discordUnderTest(wanted);
  const updates: (Update | undefined)[] = [];
  await under.adapter.start(async (request, update) => {
    if (!isTheirs(request)) return undefined;
    updates.push(update);
    return first;
  });
  return { ...under, updates };
}

/** What stands now, in order. */
function standing({ discord }: Awaited<ReturnType<typeof discordWith>>) {
  return discord.messages.filter(({ deleted }) => !deleted).map(({ body }) => shownText(body.components));
}

test('/ask shows the better answer in the place of the first, to the same user, and its buttons name the same request', async () => {
  const under = await discordWith(refusal);
  const { discord, ada, updates } = under;
  const asked = ada.command(ask);
  await settled(() => discord.replies, 1);
  await updates[0]?.(answer);
  const [shown, ...more] = discord.messages;
  expect(more).toEqual([]);
  expect(shown).toMatchObject({ ephemeral: true, edited: true });
  expect(shownText(shown?.body.components)).toContain('Coralia offered to host talks between Arland and Belmar');
  for (const button of ['share', 'right', 'wrong'])
    expect(JSON.stringify(shown?.body.components)).toContain(`"${button} ${asked}"`);
});

test('a mention shows the better answer where the first stood, and its buttons name the same request', async () => {
  const under = await discordWith(refusal);
  const { discord, ada, updates } = under;
  const asked = ada.mention('did Coralia offer anything?');
  await settled(() => discord.posts, 1);
  await updates[0]?.(answer);
  expect(standing(under)).toEqual([expect.stringContaining('Coralia offered to host talks between')]);
  expect(discord.messages[0]?.body.message_reference).toMatchObject({ message_id: asked });
  expect(JSON.stringify(discord.messages[0]?.body.components)).toContain(`"wrong ${asked}"`);
  expect(discord.called('GET', /messages/)).toEqual([]);
});

test('/brief today is replaced with all that stands in its thread, which is begun once', async () => {
  const under = await discordWith({ kind: 'brief', brief });
  const { discord, ada, updates } = under;
  ada.command(today);
  const before = (await settled(() => discord.messages, 2)).map(({ body }) => shownText(body.components));
  await updates[0]?.(long);
  const [parent, ...rest] = discord.messages;
  expect(rest.length).toBeGreaterThan(before.length - 1);
  expect(rest.every(({ channel }) => channel === parent?.id)).toBe(true);
  await updates[0]?.({ kind: 'brief', brief });
  expect(standing(under)).toEqual(before);
  expect(discord.called('POST', /threads$/).filter(({ status }) => status === 200)).toHaveLength(1);
});

test('an app of the user’s own has five messages more, and a longer reply says that there is more', async () => {
  const under = await discordWith(notice('the first words'));
  const { discord, ada, updates } = under;
  ada.command(ask, { foreign: true });
  await settled(() => discord.replies, 1);
  const words = Array.from({ length: 6_000 }, (_, at) => `word${at}`).join(' ');
  const document: Reply = { kind: 'document', heading: 'All of it', text: words };
  await updates[0]?.(document);
  await updates[0]?.(document);
  expect(discord.called('POST', /^\/webhooks/)).toHaveLength(5);
  expect(standing(under)).toHaveLength(6);
  expect(standing(under).at(-1)).toContain('There is more than fits here');
  await updates[0]?.(notice('short after all'));
  expect(standing(under)).toEqual(['short after all']);
});

test('after Discord’s fifteen minutes nothing takes the place of an answer, and nobody is troubled', async () => {
  const under = await discordWith(notice('the first words'));
  const { discord, ada, updates, log } = under;
  ada.command(ask);
  await settled(() => discord.replies, 1);
  discord.interactions.tokenLifeMs = 0;
  await updates[0]?.(long);
  expect(standing(under)).toEqual(['the first words']);
  expect(log).toEqual([]);
});

test.for(['a command', 'a mention'])('what somebody took away of %s is not posted again', async (way) => {
  const under = await discordWith(notice('the first words'));
  const { discord, ada, updates, log } = under;
  if (way === 'a command') ada.command(today, { direct: true });
  else ada.mention('who?');
  const [message] = await settled(() => discord.messages, 1);
  if (message !== undefined) message.deleted = true;
  await updates[0]?.(long);
  expect(standing(under)).toEqual([]);
  expect(log).toEqual([]);
});

test('what could not be posted is not posted by a better reply', async () => {
  const { discord, ada, updates } = await discordWith(notice('the first words'));
  discord.fault = (method, path) => (isMessage(method, path) ? { status: 403 } : undefined);
  ada.mention('who?');
  await vi.waitUntil(() => discord.calls.some(({ path }) => path === '/users/@me/channels'), { timeout: 5_000 });
  await settled(() => discord.calls, 1);
  discord.fault = () => undefined;
  await updates[0]?.(long);
  expect(discord.messages).toEqual([]);
});

test('a change whose answer is lost is made once more', async () => {
  const under = await discordWith(notice('the first words'));
  const { discord, ada, updates, log } = under;
  ada.mention('who?');
  await settled(() => discord.posts, 1);
  let losses = 1;
  discord.fault = (method) => (method === 'PATCH' && losses-- > 0 ? { loseAnswer: true } : undefined);
  await updates[0]?.(notice('the better words'));
  expect(standing(under)).toEqual(['the better words']);
  expect(discord.called('PATCH', /messages/)).toHaveLength(2);
  expect(log).toEqual([]);
});

test('a change that Discord refuses is logged and leaves what stands, and the next one is shown', async () => {
  const under = await discordWith(notice('the first words'));
  const { discord, ada, updates, log } = under;
  ada.command(ask);
  await settled(() => discord.replies, 1);
  discord.fault = (method) => (method === 'PATCH' ? { status: 400 } : undefined);
  await updates[0]?.(notice('refused words'));
  expect(standing(under)).toEqual(['the first words']);
  expect(JSON.stringify(log)).toContain('a better reply could not be shown');
  discord.fault = () => undefined;
  await updates[0]?.(notice('the better words'));
  expect(standing(under)).toEqual(['the better words']);
});

test('a part whose posting may have failed is not posted twice by the next better reply', async () => {
  const under = await discordWith(notice('the first words'));
  const { discord, ada, updates, log } = under;
  ada.write('who?');
  await settled(() => discord.posts, 1);
  discord.fault = (method, path) => (isMessage(method, path) ? { loseAnswer: true } : undefined);
  await updates[0]?.(long);
  discord.fault = () => undefined;
  const before = standing(under);
  await updates[0]?.(long);
  expect(standing(under)).toEqual(before);
  expect(new Set(before).size).toBe(before.length);
  expect(log.at(-1)).toMatchObject({ error: { message: expect.stringContaining('more of the reply may stand') } });
});

test('a server that removed the bot is left alone', async () => {
  const { discord, ada, updates } = await discordWith(notice('the first words'));
  ada.mention('who?');
  ada.command(ask);
  await settled(() => discord.messages, 2);
  discord.gateway.dispatch('GUILD_DELETE', { id: discord.guild });
  await settled(() => updates, 3);
  const calls = discord.calls.length;
  for (const update of updates.slice(0, 2)) await update?.(notice('never'));
  expect(discord.calls).toHaveLength(calls);
});

test('a change that is under way when it stops is made, and then nothing more', async () => {
  const under = await discordWith(notice('the first words'), { tuning: { drainMs: 5_000 } });
  const { discord, adapter, ada, updates } = under;
  ada.command(ask);
  await settled(() => discord.replies, 1);
  discord.fault = (method) => (method === 'PATCH' ? { delayMs: 300 } : undefined);
  const updated = updates[0]?.(notice('the better words'));
  await adapter.stop();
  expect(standing(under)).toEqual(['the better words']);
  await updated;
  const calls = discord.calls.length;
  await updates[0]?.(notice('too late'));
  expect(discord.calls).toHaveLength(calls);
});

test('a change that hangs holds up no answer in its channel', async () => {
  const { discord, adapter, ada, updates } = await discordWith(notice('the first words'));
  ada.mention('who?');
  await settled(() => discord.posts, 1);
  discord.fault = (method) => (method === 'PATCH' ? { hang: true } : undefined);
  const updated = updates[0]?.(notice('the better words'));
  ada.mention('and who else?');
  await settled(() => discord.posts, 2);
  await adapter.stop();
  await updated;
});

test('while better replies hang for a minute and answers take five seconds, 99 of 100 interactions are answered within 300 ms', async () => {
  const { discord, adapter, ada } = await discordUnderTest({ tuning: { timeoutMs: 60_000 } });
  discord.fault = (method, path) => (method === 'PATCH' && /^.channels/.test(path) ? { delayMs: 60_000 } : undefined);
  let replacing = 0;
  await adapter.start(async (request, update) => {
    if (!isTheirs(request)) return undefined;
    if (request.kind === 'command') await after(5_000);
    setTimeout(() => {
      replacing += 1;
      void update?.(notice('better'));
    }, 20);
    return notice('first');
  });
  for (let at = 0; at < 10; at += 1) ada.mention('who?');
  await vi.waitUntil(() => replacing === 10, { timeout: 5_000 });
  const ids: string[] = [];
  for (let at = 0; at < 120; at += 1) {
    ids.push(ada.command(ask));
    await after(25);
  }
  const waited = await Promise.all(ids.map((id) => discord.responded(id)));
  expect(percentile(waited, 0.99)).toBeLessThan(300);
  expect(discord.replies).toEqual([]);
});
