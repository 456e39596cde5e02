import { expect, test } from 'vitest';
import type { Conversation } from '../../src/domain/chat.ts';
import type { Payer } from '../../src/domain/model.ts';
import type { Ceiling, ModelStore, Spending } from '../../src/domain/model-store.ts';
import { readArticle } from '../archive/articles.ts';
import type { ArchiveUnderTest } from './archive.ts';

type Begin = () => Promise<ArchiveUnderTest>;

const DAY = '2031-05-09';
const AT = `${DAY}T07:00:00Z`;
const channel: Conversation = { adapter: 'slack', workspace: 'T1', channel: 'C1' };
const ada: Payer = { conversation: channel, user: 'U1' };
const ben: Payer = { conversation: channel, user: 'U2' };

const ofUser: Ceiling = { of: 'user', unit: 'tokens', amount: 1_000 };
const ofChannel: Ceiling = { of: 'channel', unit: 'tokens', amount: 1_500 };
const ofDay: Ceiling = { of: 'day', unit: 'dollars', amount: 0.002 };

const call = (payer: Payer, inputTokens: number, more: Partial<Spending> = {}): Spending => ({
  ...{ day: DAY, payer, calls: 1, inputTokens, outputTokens: 100, microDollars: 500 },
  ...more,
});

/** Tokens of a user, of the channel and of the day. */
async function tokens(store: ModelStore, payer: Payer = ada): Promise<number[]> {
  const spent = (['user', 'channel', 'day'] as const).map((of) => store.spent(DAY, payer, of));
  return (await Promise.all(spent)).map((one) => one.tokens);
}

/** What every archive must do with what calls of a language model took. */
export function modelUseContract(begin: Begin): void {
  reserving(begin);
  naming(begin);
  sharing(begin);
  replies(begin);
}

function reserving(begin: Begin): void {
  test('what a call may take is added up to a ceiling, and not beyond', async () => {
    const { archive } = await begin();
    const { model } = archive;
    expect(await model.reserve(call(ada, 400), [ofUser, ofChannel])).toBeUndefined();
    expect(await model.reserve(call(ada, 400), [ofUser, ofChannel])).toBeUndefined();
    expect(await model.reserve(call(ada, 0), [ofUser, ofChannel])).toEqual(ofUser);
    expect(await model.reserve(call(ben, 500), [ofUser, ofChannel])).toEqual(ofChannel);
    expect(await model.reserve(call(ben, 400), [ofUser, ofChannel])).toBeUndefined();
    expect(await tokens(model)).toEqual([1_000, 1_500, 1_500]);
  });

  test('a ceiling in dollars is counted in millionths', async () => {
    const { archive } = await begin();
    const { model } = archive;
    for (const payer of [ada, ben, {}]) expect(await model.reserve(call(payer, 1), [ofDay])).toBeUndefined();
    expect(await model.reserve(call({}, 1, { microDollars: 501 }), [ofDay])).toEqual(ofDay);
    expect(await model.reserve(call({}, 1), [ofDay])).toBeUndefined();
    expect(await model.spent(DAY, {}, 'day')).toEqual({ tokens: 404, microDollars: 2_000 });
  });

  test('a call for nobody counts for the day alone, and threads count as their channel', async () => {
    const { archive } = await begin();
    const { model } = archive;
    const none = { ...ofUser, amount: 0 };
    expect(await model.reserve(call({}, 400), [none, { ...ofChannel, amount: 0 }])).toBeUndefined();
    expect(await model.reserve(call({ conversation: channel }, 400), [none])).toBeUndefined();
    const thread = { ...channel, thread: '17.1' };
    expect(await model.reserve(call({ conversation: thread, user: 'U1' }, 400), [])).toBeUndefined();
    expect(await tokens(model)).toEqual([500, 1_000, 1_500]);
    expect(await tokens(model, {})).toEqual([0, 0, 1_500]);
  });

  test('what is settled takes back or adds, on the day it was reserved', async () => {
    const { archive } = await begin();
    const { model } = archive;
    await model.reserve(call(ada, 400), []);
    await model.settle(call(ada, -300, { calls: 0, outputTokens: -50, microDollars: -400 }));
    expect(await model.useOf(DAY)).toEqual({
      ...{ calls: 1, inputTokens: 100, outputTokens: 50, microDollars: 100 },
      claims: { passed: 0, dropped: 0 },
      most: { user: { tokens: 150, microDollars: 100 }, channel: { tokens: 150, microDollars: 100 } },
    });
    expect((await model.useOf('2031-05-10')).calls).toBe(0);
  });

  test('the use of a day has the most of one user and of one channel, and the claims', async () => {
    const { archive } = await begin();
    const { model } = archive;
    const other = { conversation: { ...channel, channel: 'C2' }, user: 'U1' };
    for (const payer of [ada, ben, ben, other, {}, {}, {}, {}]) await model.reserve(call(payer, 0), []);
    await model.countClaims(DAY, { passed: 7, dropped: 2 });
    await model.countClaims(DAY, { passed: 1, dropped: 1 });
    expect(await model.useOf(DAY)).toEqual({
      ...{ calls: 8, inputTokens: 0, outputTokens: 800, microDollars: 4_000 },
      claims: { passed: 8, dropped: 3 },
      most: { user: { tokens: 200, microDollars: 1_000 }, channel: { tokens: 300, microDollars: 1_500 } },
    });
  });
}

function naming(begin: Begin): void {
  test('who is forgotten has no row any more, and the channel and the day spent as much as before', async () => {
    const { archive } = await begin();
    const { model, desk } = archive;
    for (const payer of [ada, ada, ben]) await model.reserve(call(payer, 100), []);
    expect(await desk.forget('slack', 'T1', 'U1')).toBe(0);
    expect(await tokens(model)).toEqual([0, 600, 600]);
    expect(await tokens(model, ben)).toEqual([200, 600, 600]);
    expect((await model.useOf(DAY)).calls).toBe(3);
  });

  test('what is under way when its user is forgotten is settled without the name', async () => {
    const { archive } = await begin();
    const { model, desk } = archive;
    await model.reserve(call(ada, 400), []);
    await desk.forget('slack', 'T1', 'U1');
    await model.settle(call(ada, -300, { calls: 0, outputTokens: 0 }));
    expect(await tokens(model)).toEqual([0, 200, 200]);
  });

  test('a conversation that is named by its user is forgotten with the user', async () => {
    const { archive } = await begin();
    const { model, desk } = archive;
    const alone = { ...channel, adapter: 'discord', workspace: '@me', channel: 'U1' };
    await model.reserve(call({ conversation: alone, user: 'U1' }, 400), []);
    await model.reserve(call({ conversation: alone }, 400), []);
    await desk.forget('discord', '@me', 'U1');
    expect(await tokens(model, { conversation: alone, user: 'U1' })).toEqual([0, 0, 1_000]);
  });

  test('a purged workspace has no row any more, also none of what is settled later, and the day spent as much', async () => {
    const { archive } = await begin();
    const { model, desk } = archive;
    const elsewhere = { ...ada, conversation: { ...channel, workspace: 'T2' } };
    for (const payer of [ada, ben, elsewhere]) await model.reserve(call(payer, 400), []);
    expect(await desk.workspaces('slack')).toEqual(['T1', 'T2']);
    expect(await desk.purge('slack', 'T1')).toBe(0);
    await model.settle(call(ada, -300, { calls: 0, outputTokens: 0 }));
    expect(await desk.workspaces('slack')).toEqual(['T2']);
    expect(await tokens(model)).toEqual([0, 0, 1_200]);
    expect(await tokens(model, elsewhere)).toEqual([500, 500, 1_200]);
  });

  test('a day is kept for the next day', async () => {
    const { archive } = await begin();
    const { model, desk } = archive;
    await model.reserve(call(ada, 400), []);
    await desk.expire('2031-05-10T23:59:59Z');
    expect((await model.useOf(DAY)).calls).toBe(1);
    await desk.expire('2031-05-11T00:00:00Z');
    expect((await model.useOf(DAY)).calls).toBe(0);
    expect(await desk.workspaces('slack')).toEqual([]);
  });
}

function sharing(begin: Begin): void {
  test('two connections and a restart share one sum', async (context) => {
    const under = await begin();
    if (under.second === undefined || under.reopen === undefined) return context.skip('gone when closed');
    const second = await under.second();
    const stores = [under.archive.model, second.model];
    const calls = Array.from({ length: 20 }, (_, at) => stores[at % 2]?.reserve(call(ada, 0), [ofUser]));
    const refused = (await Promise.all(calls)).filter((over) => over !== undefined);
    expect(refused).toHaveLength(10);
    const again = await under.reopen();
    expect(await again.model.reserve(call(ada, 0), [ofUser])).toEqual(ofUser);
  });

  test('the last pause is known until it is ended', async () => {
    const { archive } = await begin();
    const { model } = archive;
    expect(await model.pause()).toBeUndefined();
    await model.savePause({ until: AT, reason: 'the server refuses the key' });
    await model.savePause({ until: AT, reason: 'the server is down' });
    expect(await model.pause()).toEqual({ until: AT, reason: 'the server is down' });
    await model.savePause(undefined);
    expect(await model.pause()).toBeUndefined();
  });
}

function replies(begin: Begin): void {
  test('a reply comes back by its key, the last one saved', async () => {
    const { archive } = await begin();
    const { model } = archive;
    await model.saveReply('k', '[1]', AT);
    await model.saveReply('k', '["𝔠"]', AT);
    expect(await model.reply('k')).toBe('["𝔠"]');
    expect(await model.reply('other')).toBeUndefined();
  });

  test('replies are kept for 400 days', async () => {
    const { archive } = await begin();
    const { model } = archive;
    await model.saveReply('old', '[]', '2030-01-01T00:00:00Z');
    await model.saveReply('new', '[]', '2031-02-05T00:00:00Z');
    expect(await model.reply('old')).toBe('[]');
    await model.saveReply('newer', '[]', '2031-02-05T00:00:01Z');
    expect(await model.reply('old')).toBeUndefined();
    expect(await model.reply('new')).toBe('[]');
  });

  test('replies are gone once an article is removed', async () => {
    const { archive } = await begin();
    await archive.articles.put([readArticle({ id: 'a', text: 'Envoys met.' })]);
    await archive.model.saveReply('k', '[{"quote":"Envoys met"}]', AT);
    await archive.articles.remove('nothing', 'taken down', AT);
    expect(await archive.model.reply('k')).toBeDefined();
    await archive.articles.remove('a', 'taken down', AT);
    expect(await archive.model.reply('k')).toBeUndefined();
  });
}
