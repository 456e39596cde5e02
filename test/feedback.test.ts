import { expect, onTestFinished, test } from 'vitest';
import { openSqliteArchive } from '../src/archive/sqlite-archive.ts';
import { type BotParts, createBot } from '../src/bot.ts';
import { confirmedFor, decide } from '../src/desk/decisions.ts';
import type { Conversation } from '../src/domain/chat.ts';
import { silentLogger } from '../src/logger.ts';
import { brief, report } from './contract/replies.ts';
import { HandClock } from './schedule/under-test.ts';

/*
 * What users say of sentences, who is told of it and how often, and what comes of a decision.
 */

const conversation: Conversation = { adapter: 'slack', workspace: 'T1', channel: 'C1' };
const ADMIN: Conversation = { adapter: 'slack', workspace: 'T1', channel: 'U9' };

/** A desk at which sentences of an edition are marked. */
async function marking(more: Partial<BotParts> = {}) {
  const archive = await openSqliteArchive(':memory:');
  onTestFinished(() => archive.close());
  const clock = new HandClock('2031-04-12T07:00:00Z');
  const told: string[] = [];
  const bot = createBot({
    ...{ archive, clock, logger: silentLogger, brief: async () => brief, admins: [ADMIN] },
    ask: async () => report({ kind: 'unanswered', reason: 'no-evidence', message: 'No.', nearest: [] }),
    tellAdmin: async (text) => void told.push(text),
    ...more,
  });
  let requests = 0;
  const request = () => {
    requests += 1;
    return { id: `r${requests}`, at: new Date(clock.now()).toISOString() };
  };
  const form = await bot.handle({
    ...{ ...request(), conversation, user: 'U1', kind: 'command', name: 'brief', text: 'wrong 2031-04-12' },
  });
  const [which] = form?.kind === 'form' ? form.form.fields : [];
  const sentences = which?.kind === 'choice' ? which.options : [];
  /** @param at which sentence of the edition */
  const mark = async (at: number, text: string, said: { verdict?: 'right' | 'wrong'; user?: string } = {}) => {
    const { verdict = 'wrong', user = 'U1' } = said;
    const about = sentences[at]?.value ?? '';
    const reply = await bot.handle({ ...request(), conversation, user, kind: 'feedback', about, verdict, text });
    return reply?.kind === 'notice' ? reply.text : '';
  };
  const confirm = async (id: string, user = ADMIN.channel) => {
    const said = { kind: 'command', name: 'brief', text: `confirm ${id}` } as const;
    const reply = await bot.handle({ ...request(), conversation: { ...conversation, channel: user }, user, ...said });
    return reply && 'text' in reply ? reply.text : '';
  };
  const decisions = async () => (await archive.desk.feedback()).map(({ decision = 'open' }) => decision);
  return { archive, clock, told, mark, confirm, decisions, sentences };
}

function idIn(text = ''): string {
  return /feedback confirm ([0-9a-f]{8})/.exec(text)?.[1] ?? '';
}

test('who runs the bot is told once of what is said once more, and again of what has changed', async () => {
  const { told, mark } = await marking();
  for (const text of ['not so', 'not so', 'it was Monday']) await mark(0, text);
  expect(told.map((text) => /They say: "(.*?)"/.exec(text)?.[1])).toEqual(['not so', 'it was Monday']);
});

test('a decision stands when the same is said again, and falls with the verdict', async () => {
  const { told, mark, confirm, decisions } = await marking();
  await mark(0, 'not so');
  await confirm(idIn(told[0]));
  await mark(0, 'really not so');
  expect(await decisions()).toEqual(['confirmed']);
  await mark(0, 'it is so', { verdict: 'right' });
  expect(await decisions()).toEqual(['open']);
});

test('of one user who runs the bot is told five times a day; the user is told so, and all is kept', async () => {
  const { archive, clock, told, mark } = await marking();
  const replies: string[] = [];
  for (const text of ['1', '2', '3', '4', '5', '6', '7']) replies.push(await mark(0, text));
  expect(told).toHaveLength(5);
  expect(replies[4]).toBe('Thank you: it is noted as wrong, with what it was about.');
  expect(replies[5]).toMatch(/noted as wrong.*told of five of yours today/);
  expect((await archive.desk.feedback())[0]?.text).toBe('7');
  await mark(0, 'so says another', { user: 'U2' });
  expect(told).toHaveLength(6);
  clock.pass(24 * 60 * 60_000);
  await mark(0, 'a day later');
  expect(told).toHaveLength(7);
});

test('what a reader found right cannot be confirmed as wrong', async () => {
  const { archive, told, mark, confirm } = await marking();
  await mark(0, 'not so');
  const id = idIn(told[0]);
  await mark(0, 'it is so after all', { verdict: 'right' });
  expect(await confirm(id)).toMatch(/No sentence was marked as wrong/);
  await expect(decide(archive.desk, id, 'dismissed')).rejects.toMatchObject({ code: 'not-found' });
  expect(await archive.desk.confirmed()).toEqual([]);
});

test('who may not confirm in the chat is not told to', async () => {
  const named = await marking();
  await named.mark(0, 'not so');
  expect(named.told[0]).toMatch(/tell me "brief confirm [0-9a-f]{8}", or run "detente feedback confirm/);
  expect(await named.confirm(idIn(named.told[0]), 'U1')).toMatch(/Only whoever runs/);
  const unnamed = await marking({ admins: [] });
  await unnamed.mark(0, 'not so');
  expect(unnamed.told[0]).not.toContain('tell me');
  expect(unnamed.told[0]).toMatch(/To withdraw it where it was posted, run "detente feedback confirm [0-9a-f]{8}"/);
});

test('what was confirmed holds in its workspace; of direct messages in that one conversation', async () => {
  const { archive } = await marking();
  const said = {
    user: 'U1',
    about: 'x',
    verdict: 'wrong',
    at: '2031-04-12T07:00:00Z',
    statement: 'It rained.',
  } as const;
  const private_ = { adapter: 'discord', workspace: '@me', channel: 'alice' };
  for (const place of [conversation, private_]) {
    await archive.desk.saveFeedback({ ...said, conversation: place });
    await archive.desk.decide({ ...said, conversation: place }, 'confirmed');
  }
  const confirmed = await archive.desk.confirmed();
  const holds = (place: Conversation) => confirmedFor(confirmed, place).has('It rained.');
  expect([conversation, { ...conversation, channel: 'C2' }, private_].map(holds)).toEqual([true, true, true]);
  const others = [
    { ...conversation, workspace: 'T2' },
    { ...private_, channel: 'bob' },
    { ...conversation, adapter: 'x' },
  ];
  expect(others.map(holds)).toEqual([false, false, false]);
});
