import { expect, test } from 'vitest';
import { type BotParts, createBot } from '../src/bot.ts';
import { clockFrom } from '../src/clock.ts';
import type { DeskStore } from '../src/domain/archive.ts';
import type { ChatRequest, Conversation } from '../src/domain/chat.ts';
import type { Logger } from '../src/domain/logger.ts';
import { DetenteError } from '../src/errors.ts';
import { brief, quoted, report, sources, statement } from './contract/replies.ts';

const conversation: Conversation = { adapter: 'terminal', workspace: 'w1', channel: 'c1' };
const base = { conversation, user: 'u1', at: '2031-04-12T07:00:00Z' };
const question = (text: string, id = text): ChatRequest => ({ ...base, id, kind: 'question', text });
const command = (name: string, text: string): ChatRequest => ({
  ...base,
  id: `${name} ${text}`,
  kind: 'command',
  name,
  text,
});
const answered = report({
  kind: 'answered',
  statements: [statement('It did.', quoted(1, 'Arland'))],
  confidence: 'low',
});

/** A desk in memory: what the archive's contract says of it, and no more. */
function memoryDesk() {
  const seen = new Set<string>();
  const calls: unknown[][] = [];
  const desk: DeskStore = {
    firstSeen: async (adapter, id) => seen.size !== seen.add(`${adapter} ${id}`).size,
    saveSettings: async (...call) => void calls.push(['settings', ...call]),
    settings: async () => ({}),
    saveFeedback: async (feedback) => void calls.push(['feedback', feedback]),
    purge: async (...call) => calls.push(['purge', ...call]),
  };
  return { desk, calls };
}

function botWith(parts: Partial<BotParts> = {}) {
  const { desk, calls } = memoryDesk();
  const log: Readonly<Record<string, unknown>>[] = [];
  const logger: Logger = { info: () => {}, warn: () => {}, error: (fields) => void log.push(fields) };
  const asked: unknown[][] = [];
  const all: BotParts = {
    archive: { desk },
    clock: clockFrom('2031-04-12T07:00:00Z'),
    logger,
    brief: async (options) => {
      asked.push(['brief', options]);
      return brief;
    },
    ask: async (...call) => {
      asked.push(['ask', ...call]);
      return answered;
    },
    ...parts,
  };
  return { bot: createBot(all), all, calls, asked, log };
}

test('a question is asked with its conversation and user, and answered', async () => {
  const { bot, asked } = botWith();
  expect(await bot.handle(question('  did it?\u0007 '))).toEqual({ kind: 'answer', report: answered });
  expect(asked).toEqual([['ask', 'did it?', { conversation, user: 'u1' }]]);
});

test('a redelivered request gets the same reply and acts once', async () => {
  const { bot, asked } = botWith();
  const [first, second] = await Promise.all([bot.handle(question('did it?')), bot.handle(question('did it?'))]);
  expect(await bot.handle(question('did it?'))).toBe(first);
  expect(second).toBe(first);
  expect(asked).toHaveLength(1);
});

test('a request redelivered after a restart is not acted on again', async () => {
  const { bot, all, asked } = botWith();
  await bot.handle(question('did it?'));
  expect(await createBot(all).handle(question('did it?'))).toMatchObject({ kind: 'notice' });
  expect(asked).toHaveLength(1);
});

test('one id on two platforms is two requests', async () => {
  const { bot, asked } = botWith();
  await bot.handle(question('did it?', '1'));
  await bot.handle({ ...question('did it?', '1'), conversation: { ...conversation, adapter: 'other' } });
  expect(asked).toHaveLength(2);
});

test.for([
  ['today', {}],
  ['since 2031-04-01', { since: '2031-04-01' }],
  ['SINCE <2031-04-01>', { since: '2031-04-01' }],
] as const)('/brief %s gives a brief', async ([text, options]) => {
  const { bot, asked } = botWith();
  expect(await bot.handle(command('brief', text))).toEqual({ kind: 'brief', brief });
  expect(asked).toEqual([['brief', options]]);
});

test('/brief sources lists what the edition cites', async () => {
  const { bot } = botWith();
  expect(await bot.handle(command('brief', 'sources'))).toMatchObject({ kind: 'sources', sources });
});

test.for(['', 'help', 'since', 'since 2031-02-30', 'since then', 'tomorrow', 'today please'])(
  '/brief %s gives help',
  async (text) => {
    const { bot, asked } = botWith();
    expect(await bot.handle(command('brief', text))).toMatchObject({ kind: 'help' });
    expect(asked).toEqual([]);
  },
);

test('a day that has not come is said so', async () => {
  const { bot } = botWith();
  expect(await bot.handle(command('brief', 'since 2031-05-01'))).toMatchObject({ kind: 'notice' });
});

test.for([
  ['ask', ''],
  ['ask', 'help'],
  ['help', ''],
  ['', ''],
  ['dance', 'now'],
] as const)('/%s %s gives help with every usage', async ([name, text]) => {
  const { bot } = botWith();
  const reply = await bot.handle(command(name, text));
  expect(reply.kind === 'help' && reply.entries.map((entry) => entry.usage)).toContain('/ask <question>');
});

test('/ask is a question', async () => {
  const { bot, asked } = botWith();
  await bot.handle(command('ask', 'who met?'));
  expect(asked).toEqual([['ask', 'who met?', { conversation, user: 'u1' }]]);
});

test('a question of more than 10,000 characters is not asked', async () => {
  const { bot, asked } = botWith();
  expect(await bot.handle(question('a'.repeat(10_001), 'long'))).toMatchObject({ kind: 'notice' });
  expect(await bot.handle(question('a'.repeat(10_000), 'just'))).toMatchObject({ kind: 'answer' });
  expect(asked).toHaveLength(1);
});

test('a question of control characters alone gives help', async () => {
  const { bot, asked } = botWith();
  expect(await bot.handle(question('\u0000\u001b\u009b \n'))).toMatchObject({ kind: 'help' });
  expect(asked).toEqual([]);
});

test('settings are stored for their conversation', async () => {
  const { bot, calls } = botWith();
  await bot.handle({ ...base, id: 's', kind: 'settings', settings: { at: '07:00' } });
  expect(calls).toEqual([['settings', conversation, { at: '07:00' }]]);
});

test('feedback is stored with what it is about, who gave it and when', async () => {
  const { bot, calls } = botWith();
  await bot.handle({ ...base, id: 'f', kind: 'feedback', about: 'edition 1', verdict: 'wrong', text: 'it was Monday' });
  expect(calls).toEqual([
    [
      'feedback',
      expect.objectContaining({
        conversation,
        user: 'u1',
        about: 'edition 1',
        verdict: 'wrong',
        text: 'it was Monday',
      }),
    ],
  ]);
});

test('a removed app purges its workspace, and what memory holds of it', async () => {
  const { bot, calls } = botWith();
  const first = await bot.handle(question('did it?'));
  await bot.handle({ ...base, id: 'r', kind: 'removed' });
  expect(calls).toEqual([['purge', 'terminal', 'w1']]);
  expect(await bot.handle(question('did it?'))).not.toBe(first);
});

test.for(['installed', 'home'] as const)('%s greets with what the bot does', async (kind) => {
  const { bot } = botWith();
  const reply = await bot.handle({ ...base, id: kind, kind });
  expect(reply).toMatchObject({ kind: 'help', heading: expect.stringContaining('cooling down') });
});

test('what goes wrong inside is answered in plain words with a reference to the log', async () => {
  const cause = new Error('SQLITE_CORRUPT at /somewhere');
  const { bot, log } = botWith({ ask: () => Promise.reject(cause) });
  const reply = await bot.handle(question('did it?'));
  expect(reply.kind === 'failure' && reply.text).not.toContain('SQLITE');
  expect(log).toEqual([
    expect.objectContaining({ error: cause, reference: reply.kind === 'failure' && reply.reference }),
  ]);
});

test("a mistake of the user's is answered with what to do", async () => {
  const { bot } = botWith({
    brief: () => Promise.reject(new DetenteError('bad-usage', 'no article is older than 2031-04-10')),
  });
  const reply = await bot.handle(command('brief', 'since 2020-01-01'));
  expect(reply).toMatchObject({ kind: 'failure', text: 'no article is older than 2031-04-10' });
});

test('an archive that cannot be asked is a failure, not a crash', async () => {
  const { all } = botWith();
  const desk: DeskStore = {
    ...all.archive.desk,
    firstSeen: () => Promise.reject(new DetenteError('archive-unusable', 'locked')),
  };
  expect(await createBot({ ...all, archive: { desk } }).handle(question('did it?'))).toMatchObject({ kind: 'failure' });
});
