import { expect, onTestFinished, test, vi } from 'vitest';
import { openSqliteArchive } from '../src/archive/sqlite-archive.ts';
import { type BotParts, createBot } from '../src/bot.ts';
import { clockFrom } from '../src/clock.ts';
import { aboutAnswer } from '../src/desk/feedback.ts';
import type { DeskStore } from '../src/domain/archive.ts';
import type { ChatRequest, Conversation } from '../src/domain/chat.ts';
import type { Logger } from '../src/domain/logger.ts';
import type { Reply } from '../src/domain/reply.ts';
import { DetenteError } from '../src/errors.ts';
import { addTo } from './archive-of.ts';
import { brief, quoted, report, sources, statement } from './contract/replies.ts';

const conversation: Conversation = { adapter: 'slack', workspace: 'T1', channel: 'C1' };
const base = { conversation, user: 'U1', at: '2031-04-12T07:00:00Z' };
const question = (text: string, id = text): ChatRequest => ({ ...base, id, kind: 'question', text });
const command = (name: string, text: string, more: Partial<ChatRequest> = {}): ChatRequest => {
  return { ...base, id: `${name} ${text}`, kind: 'command', name, text, ...more } as ChatRequest;
};
const answered = report({
  kind: 'answered',
  statements: [statement('It did.', quoted(1, 'Arland'))],
  confidence: 'moderate',
});

async function botWith(parts: Partial<BotParts> = {}) {
  const archive = await openSqliteArchive(':memory:');
  onTestFinished(() => archive.close());
  const log: Readonly<Record<string, unknown>>[] = [];
  const logger: Logger = { info: () => {}, warn: () => {}, error: (fields) => void log.push(fields) };
  const asked: unknown[][] = [];
  const told: string[] = [];
  const all: BotParts = {
    archive,
    clock: clockFrom('2031-04-12T07:00:00Z'),
    logger,
    brief: async (options) => {
      asked.push(['brief', options]);
      return brief;
    },
    ask: async (text, asker) => {
      asked.push(['ask', text, asker]);
      return answered;
    },
    tellAdmin: async (text) => void told.push(text),
    ...parts,
  };
  return { bot: createBot(all), all, archive, desk: archive.desk, schedules: archive.schedules, asked, log, told };
}

function textOf(reply: Reply | undefined): string {
  return reply && 'text' in reply ? reply.text : '';
}

test('a question is asked with its conversation and user, and answered', async () => {
  const { bot, asked } = await botWith();
  expect(await bot.handle(question('  did it?\u0007 '))).toEqual({ kind: 'answer', report: answered });
  expect(asked).toEqual([['ask', 'did it?', { conversation, user: 'U1' }]]);
});

test('a better answer takes the place of the first, also where it is shared later', async () => {
  const better = { ...answered, engine: 'language-model' as const };
  const late = Promise.withResolvers<void>();
  const { bot } = await botWith({
    ask: async (_text, _asker, update) => {
      void late.promise.then(() => update?.(better));
      return answered;
    },
  });
  const shown = Promise.withResolvers<Reply>();
  const request = question('did it?');
  expect(await bot.handle(request, async (reply) => shown.resolve(reply))).toEqual({
    kind: 'answer',
    report: answered,
  });
  late.resolve();
  expect(await shown.promise).toEqual({ kind: 'answer', report: better });
  await new Promise((resolve) => setImmediate(resolve));
  expect(await bot.handle({ ...request, id: 'share', kind: 'share', of: request.id })).toEqual({
    kind: 'answer',
    report: better,
  });
});

test('where a platform cannot replace a reply, no better answer is asked for', async () => {
  const updates: unknown[] = [];
  const { bot } = await botWith({
    ask: async (_text, _asker, update) => {
      updates.push(update);
      return answered;
    },
  });
  await bot.handle(question('did it?'));
  expect(updates).toEqual([undefined]);
});

test('a redelivered request acts once, and nothing is to be shown for it', async () => {
  const { bot, asked } = await botWith();
  const [first, second] = await Promise.all([bot.handle(question('did it?')), bot.handle(question('did it?'))]);
  expect(first).toMatchObject({ kind: 'answer' });
  expect(second).toBeUndefined();
  expect(await bot.handle(question('did it?'))).toBeUndefined();
  expect(asked).toHaveLength(1);
});

test('a request redelivered after a restart is not acted on again', async () => {
  const { bot, all, asked } = await botWith();
  await bot.handle(question('did it?'));
  expect(await createBot(all).handle(question('did it?'))).toBeUndefined();
  expect(asked).toHaveLength(1);
});

test('one id on two platforms is two requests', async () => {
  const { bot, asked } = await botWith();
  await bot.handle(question('did it?', '1'));
  await bot.handle({ ...question('did it?', '1'), conversation: { ...conversation, adapter: 'other' } });
  expect(asked).toHaveLength(2);
});

test.for([
  ['today', {}],
  ['since 2031-04-01', { since: '2031-04-01' }],
  ['SINCE <2031-04-01>', { since: '2031-04-01' }],
  ['since 2028-02-29', { since: '2028-02-29' }],
] as const)('/brief %s gives a brief', async ([text, options]) => {
  const { bot, asked } = await botWith();
  expect(await bot.handle(command('brief', text))).toEqual({ kind: 'brief', brief });
  expect(asked).toEqual([['brief', options]]);
});

test('/brief sources of one outlet lists its articles alone, however its name is written', async () => {
  const { bot, asked } = await botWith();
  const reply = await bot.handle(command('brief', 'sources 2031-04-12 for Arland–Belmar from the arland post'));
  expect(reply).toMatchObject({
    kind: 'sources',
    heading: 'Sources of the edition of 12 April 2031 from The Arland Post',
  });
  expect(reply?.kind === 'sources' && reply.brief.sources).toEqual([sources[0]]);
  expect(asked.at(-1)).toEqual(['brief', { date: '2031-04-12', situation: 'Arland–Belmar' }]);
  expect(textOf(await bot.handle(command('brief', 'sources from The Moon')))).toMatch(
    /rests on no article from The Moon/,
  );
});

test('what is typed is completed from the archive, and nothing is kept of it', async () => {
  const { bot, archive, desk } = await botWith({ situations: ['The lake'] });
  await addTo(archive, [
    { id: 'a', publishedAt: '2031-04-10', outlet: 'Belmar Wire', text: 'Kenya attacked Uganda on Tuesday.' },
    {
      id: 'b',
      publishedAt: '2031-04-11',
      outlet: 'Lake Post',
      text: 'Kenya met Uganda. Sudan attacked Chad on Monday.',
    },
  ]);
  const complete = async (what: 'situation' | 'date' | 'outlet' | 'actor' | 'question', text: string) => {
    const request: ChatRequest = { ...base, id: 'one id', kind: 'complete', what, text };
    const reply = await bot.handle(request);
    return reply?.kind === 'choices' ? reply.values : [];
  };
  expect(await complete('situation', '')).toEqual(['The lake', 'Kenya–Uganda', 'Chad–Sudan']);
  expect(await complete('situation', 'ugan')).toEqual(['Kenya–Uganda']);
  expect(await complete('date', '2031-04-1')).toEqual(['2031-04-11', '2031-04-10']);
  expect(await complete('outlet', 'post')).toEqual(['Lake Post']);
  expect(await complete('actor', 'ken')).toEqual(['Kenya']);
  expect(await complete('question', 'what did KEN')).toEqual(['what did Kenya']);
  expect(await complete('question', 'what did ')).toEqual([]);
  expect(await desk.firstSeen('slack', 'one id', base.at)).toBe(true);
});

test('workspaces that the bot is no longer in are purged', async () => {
  const { bot, desk } = await botWith();
  for (const workspace of ['T1', 'T2']) {
    await desk.saveSettings({ ...conversation, workspace }, { time: '07:00' });
    await desk.saveQuestion({ conversation: { ...conversation, workspace }, user: 'U', text: 'who?', at: base.at });
  }
  expect(await bot.handle({ ...base, id: 'here', kind: 'present', workspaces: ['T2'] })).toBeUndefined();
  expect(await desk.workspaces('slack')).toEqual(['T2']);
});

test('feedback on what a request got is about exactly that, while it is at hand', async () => {
  const { bot, desk } = await botWith();
  await bot.handle(question('did it?', 'asked'));
  const said = { ...base, kind: 'feedback', verdict: 'wrong', about: 'It did.' } as const;
  await bot.handle({ ...said, id: 'f1', of: 'asked' });
  await bot.handle({ ...said, id: 'f2', of: 'long ago' });
  const kept = await desk.feedback('slack', 'T1');
  expect(kept.map(({ about }) => about).sort()).toEqual(['It did.', aboutAnswer(answered)].sort());
});

test('a group that the settings name may change them, and so may who runs the bot everywhere', async () => {
  const { bot, desk } = await botWith({ admins: [{ adapter: 'slack', workspace: '@me', channel: 'U9' }] });
  await desk.saveSettings(conversation, { managers: 'R1' });
  const settings = (user: string, groups: string[]) => {
    const profile = { isAdmin: false, groups };
    return bot.handle(command('brief', 'settings', { id: `${user} ${groups}`, user, profile }));
  };
  expect(await settings('U1', ['R2'])).toMatchObject({ kind: 'notice' });
  expect(await settings('U1', ['R2', 'R1'])).toMatchObject({ kind: 'form' });
  expect(await settings('U9', [])).toMatchObject({ kind: 'form' });
});

test('/brief sources lists what the edition cites', async () => {
  const { bot } = await botWith();
  expect(await bot.handle(command('brief', 'sources'))).toMatchObject({ kind: 'sources', brief });
});

test.for(['', 'help', 'since', 'since 2031-02-30', 'since then', 'tomorrow', 'today please'])(
  '/brief %s gives help',
  async (text) => {
    const { bot, asked } = await botWith();
    expect(await bot.handle(command('brief', text))).toMatchObject({ kind: 'help' });
    expect(asked).toEqual([]);
  },
);

test('a day that has not come is said so', async () => {
  const { bot } = await botWith();
  expect(await bot.handle(command('brief', 'since 2031-05-01'))).toMatchObject({ kind: 'notice' });
});

test.for([
  ['ask', ''],
  ['ask', 'help'],
  ['help', ''],
  ['', ''],
  ['dance', 'now'],
] as const)('/%s %s gives help with every usage', async ([name, text]) => {
  const { bot } = await botWith();
  const reply = await bot.handle(command(name, text));
  expect(reply?.kind === 'help' && reply.entries.map((entry) => entry.usage)).toContain('/ask <question>');
});

test('/ask is a question', async () => {
  const { bot, asked } = await botWith();
  await bot.handle(command('ask', 'who met?'));
  expect(asked).toEqual([['ask', 'who met?', { conversation, user: 'U1' }]]);
});

test('a question of more than 10,000 characters is not asked', async () => {
  const { bot, asked } = await botWith();
  expect(await bot.handle(question('a'.repeat(10_001), 'long'))).toMatchObject({ kind: 'notice' });
  expect(await bot.handle(question('a'.repeat(10_000), 'just'))).toMatchObject({ kind: 'answer' });
  expect(asked).toHaveLength(1);
});

test('a question of control characters alone gives help', async () => {
  const { bot, asked } = await botWith();
  expect(await bot.handle(question('\u0000\u001b\u009b \n'))).toMatchObject({ kind: 'help' });
  expect(asked).toEqual([]);
});

const admin = { isAdmin: true, zone: 'Asia/Karachi' };

test('the settings form is preset from what is set, else with seven in the zone of the user', async () => {
  const { bot } = await botWith({ situations: ['Red Sea'] });
  const form = async (id: string) => {
    const reply = await bot.handle(command('brief', 'settings', { id, profile: admin }));
    if (reply?.kind !== 'form') throw new Error('no form');
    return Object.fromEntries(reply.form.fields.map((field) => [field.name, field]));
  };
  expect(await form('1')).toMatchObject({
    situation: { value: 'auto' },
    time: { value: '07:00' },
    zone: { value: 'Asia/Karachi' },
    quiet: { values: [] },
  });
  const given = { situation: 'Arland–Belmar', time: '06:30', zone: 'UTC', quiet: 'sat,sun' };
  await bot.handle(settings('set', given, { profile: admin }));
  const fields = await form('2');
  expect(fields).toMatchObject({ time: { value: '06:30' }, zone: { value: 'UTC' }, quiet: { values: ['sat', 'sun'] } });
  const { situation } = fields;
  const labels = situation?.kind === 'choice' ? situation.options.map(({ label }) => label) : [];
  expect(labels).toEqual(['What the archive is most about', 'Red Sea', 'Arland–Belmar']);
});

const settings = (id: string, given: Record<string, string>, more: Partial<ChatRequest> = {}) =>
  ({ ...base, id, kind: 'settings', settings: given, ...more }) as ChatRequest;

test('settings are stored for the channel, from any of its threads, and the rest stays', async () => {
  const { bot, desk, schedules } = await botWith();
  const thread = { conversation: { ...conversation, thread: '17.1' }, profile: admin };
  const reply = await bot.handle(settings('1', { time: '07:00', zone: 'Asia/Karachi' }, thread));
  expect(textOf(reply)).toMatch(/07:00 Asia\/Karachi/);
  await bot.handle(settings('2', { quiet: 'sat,sun', situation: 'auto' }, { profile: admin }));
  expect(await desk.settings(conversation)).toEqual({ zone: 'Asia/Karachi' });
  const days = ['mon', 'tue', 'wed', 'thu', 'fri'];
  expect(await schedules.list()).toMatchObject([{ conversation, time: '07:00', zone: 'Asia/Karachi', days }]);
});

test('settings can be typed', async () => {
  const { bot, schedules } = await botWith();
  await bot.handle(command('brief', 'settings time=06:45 situation=Iran and Pakistan', { direct: true }));
  expect(await schedules.of(conversation)).toMatchObject([{ time: '06:45', situation: 'Iran–Pakistan' }]);
});

test.for([
  [{ time: '25:00' }, '07:00'],
  [{ zone: 'Mars/Base' }, 'Asia/Karachi'],
  [{ quiet: 'someday' }, 'sat,sun'],
  [{ situation: 'peace' }, 'two parties'],
  [{ colour: 'red' }, 'situation, time'],
  [{ managers: '<@U1>' }, 'ids'],
  [{ constructor: 'abc' }, 'situation, time'],
] as const)('a setting %j is refused with what it takes, and nothing is stored', async ([given, remedy]) => {
  const { bot, desk, schedules } = await botWith();
  expect(textOf(await bot.handle(settings('1', { time: '07:00', ...given }, { profile: admin })))).toContain(remedy);
  expect(await desk.settings(conversation)).toEqual({});
  expect(await schedules.list()).toEqual([]);
});

test('in a channel only admins, who runs the bot and those whom it names change its settings; others are told', async () => {
  const admins = [{ adapter: 'slack', workspace: 'T1', channel: 'U9' }];
  const { bot, desk } = await botWith({ admins });
  const change = async (user: string, more: Partial<ChatRequest> = {}) =>
    textOf(await bot.handle(settings(`${user}`, { time: '08:00' }, { user, ...more })));
  expect(await change('U2')).toMatch(/can be changed by the admins/);
  expect(await change('U2 elsewhere', { user: 'U9', conversation: { ...conversation, workspace: 'T2' } })).toMatch(
    /can be/,
  );
  expect(await desk.settings(conversation)).toEqual({});
  expect(await bot.handle(command('brief', 'settings', { user: 'U2' }))).toMatchObject({ kind: 'notice' });
  expect(await change('U9')).toMatch(/Saved/);
  await desk.saveSettings(conversation, { managers: 'U3,U4' });
  expect(await change('U4')).toMatch(/Saved/);
  expect(await change('U5', { direct: true })).toMatch(/Saved/);
});

test('a brief is of the situation and zone of its conversation, and remembered as the last one', async () => {
  const { bot, desk, asked } = await botWith();
  await desk.saveSettings(conversation, { situation: 'Iran–Pakistan', zone: 'Asia/Karachi' });
  await bot.handle(command('brief', 'today'));
  await bot.handle(command('brief', 'since 2031-04-01 for Chad–Sudan'));
  expect(asked).toEqual([
    ['brief', { situation: 'Iran–Pakistan', zone: 'Asia/Karachi' }],
    ['brief', { since: '2031-04-01', situation: 'Chad–Sudan', zone: 'Asia/Karachi' }],
  ]);
  expect(await bot.handle(command('brief', 'status'))).toMatchObject({ status: { lastBrief: '2031-04-12' } });
});

test('the status tells schedule, archive, outlets and the questions of today', async () => {
  const { bot, archive } = await botWith();
  await addTo(archive, [
    { id: 'a', text: 'Arland met Belmar.', outlet: 'Post', publishedAt: '2031-04-10' },
    { id: 'b', text: 'Belmar left Arland.', outlet: 'Post', publishedAt: '2031-04-11' },
    { id: 'c', text: 'Coralia watched them both.', outlet: 'Wire' },
  ]);
  await bot.handle(question('who met?'));
  await bot.handle(settings('1', { time: '07:00', zone: 'UTC', quiet: 'sun' }, { profile: admin }));
  expect(await bot.handle(command('brief', 'status'))).toEqual({
    kind: 'status',
    status: {
      schedules: [
        {
          definition: 'de-escalation',
          time: '07:00',
          zone: 'UTC',
          quietDays: ['sun'],
          next: '2031-04-14T07:00:00.000Z',
        },
      ],
      deliveries: [],
      archive: { articles: 3, newest: '2031-04-11' },
      outlets: [
        { outlet: 'Post', articles: 2, newest: '2031-04-11' },
        { outlet: 'Wire', articles: 1 },
      ],
      questionsToday: 1,
    },
  });
});

test('an export is the whole edition as Markdown, with every quote', async () => {
  const { bot } = await botWith();
  const text = textOf(await bot.handle(command('brief', 'export 2031-04-12')));
  for (const source of sources) expect(text).toContain(source.title);
  for (const quote of ['offered to host further talks', 'a resident said']) expect(text).toContain(`"${quote}"`);
});

test('a sample says that it is one, and there may be none', async () => {
  const { bot } = await botWith({ sample: async () => brief });
  expect(await bot.handle(command('brief', 'sample'))).toEqual({ kind: 'brief', brief, sample: true });
  const { bot: bare } = await botWith();
  expect(await bare.handle(command('brief', 'sample'))).toMatchObject({ kind: 'notice' });
});

test.for([
  ['tody', 'today'],
  ['source', 'sources'],
  ['statsu', 'status'],
  ['sittings', 'settings'],
  ['forgot me', 'forget me'],
] as const)('/brief %s gives the help and means %s', async ([typed, meant]) => {
  const { bot } = await botWith();
  const reply = await bot.handle(command('brief', typed));
  expect(reply).toMatchObject({ kind: 'help', heading: expect.stringContaining(`Did you mean /brief ${meant}?`) });
});

test('a date that is none is told with what was understood and an example', async () => {
  const { bot } = await botWith();
  const reply = await bot.handle(command('brief', 'since last tuesday'));
  expect(reply).toMatchObject({ kind: 'help', heading: expect.stringMatching(/"last tuesday" is no day.*2024-01-18/) });
});

test.for([
  ['brief', {}],
  ['Brief today', {}],
  ['/brief today', {}],
  ['brief since 2031-04-01', { since: '2031-04-01' }],
] as const)('a message %j is the command, not a question', async ([text, options]) => {
  const { bot, asked } = await botWith();
  expect(await bot.handle(question(text))).toMatchObject({ kind: 'brief' });
  expect(asked).toEqual([['brief', options]]);
});

test('a question about a brief stays a question', async () => {
  const { bot, asked } = await botWith();
  await bot.handle(question('brief me on who met whom'));
  expect(asked[0]?.[0]).toBe('ask');
});

test('what was asked and answered is shared as it was read, within its workspace', async () => {
  const { bot } = await botWith();
  const read = await bot.handle(question('did it?', 'q1'));
  const share = (id: string, workspace = 'T1'): ChatRequest => {
    return { ...base, id, kind: 'share', of: 'q1', conversation: { ...conversation, workspace } };
  };
  expect(await bot.handle(share('s1'))).toBe(read);
  expect(await bot.handle(share('s1'))).toBeUndefined();
  expect(await bot.handle(share('s2', 'T2'))).toMatchObject({ kind: 'notice' });
  expect(await bot.handle({ ...base, id: 's3', kind: 'share', of: 'unknown' })).toMatchObject({ kind: 'notice' });
});

test('feedback is stored with what it is about, who gave it and when', async () => {
  const { bot, desk } = await botWith();
  const about = aboutAnswer(answered);
  await bot.handle({ ...base, id: 'f', kind: 'feedback', about, verdict: 'wrong', text: 'it was\u0007Monday' });
  const at = expect.stringContaining('2031-04-12');
  const said = { conversation, user: 'U1', verdict: 'wrong', text: 'it was Monday', at };
  expect(await desk.feedback('slack', 'T1')).toEqual([{ ...said, about }]);
  expect(about).toBe('who offered to host talks? -> It did. [article-1 0-6]');
});

test('feedback on a sentence of an edition is stored with its words and citations', async () => {
  const { bot, desk } = await botWith();
  const reply = await bot.handle(command('brief', 'wrong 2031-04-12'));
  if (reply?.kind !== 'form') throw new Error('no form');
  const [which] = reply.form.fields;
  const option = which?.kind === 'choice' ? which.options.find(({ label }) => label.includes('host talks')) : undefined;
  await bot.handle({ ...base, id: 'f', kind: 'feedback', about: option?.value ?? '', verdict: 'wrong' });
  expect((await desk.feedback('slack', 'T1'))[0]?.about).toMatch(
    /^edition of 2031-04-12: Coralia offered to host talks between Arland and Belmar\. \[article-3 8-37; article-1 /,
  );
});

test('the form for a sentence that is wrong waits for no model, which a platform would not wait for', async () => {
  const readers: unknown[] = [];
  const { bot } = await botWith({
    brief: async (_options, reader) => {
      readers.push(reader);
      return brief;
    },
  });
  expect(await bot.handle(command('brief', 'wrong'))).toMatchObject({ kind: 'form' });
  expect(await bot.handle(command('brief', 'today'))).toMatchObject({ kind: 'brief' });
  expect(readers).toEqual([undefined, { conversation, user: 'U1' }]);
});

test('"forget me" deletes what a user asked and said, and says how much', async () => {
  const forgotten: unknown[][] = [];
  const { bot, desk } = await botWith({ forget: (...whose) => void forgotten.push(whose) });
  await bot.handle(question('did it?'));
  await bot.handle({ ...base, id: 'f', kind: 'feedback', about: 'e', verdict: 'right' });
  expect(textOf(await bot.handle(command('brief', 'forget me')))).toMatch(/2 in all/);
  expect(await desk.feedback('slack', 'T1')).toEqual([]);
  expect(await desk.lastQuestion(conversation, '2031-04-12T00:00:00Z')).toBeUndefined();
  expect(forgotten).toEqual([['slack', 'T1', 'U1']]);
  expect(await bot.handle({ ...base, id: 's', kind: 'share', of: 'did it?' })).toMatchObject({ kind: 'notice' });
  expect(textOf(await bot.handle(command('brief', 'forget me', { id: 'again' })))).toMatch(/Nothing is kept/);
});

test('a better answer that comes after "forget me" is shown, and not kept', async () => {
  const late = Promise.withResolvers<void>();
  const { bot } = await botWith({
    ask: async (_text, _asker, update) => {
      void late.promise.then(() => update?.(answered));
      return answered;
    },
  });
  const shown = Promise.withResolvers<Reply>();
  await bot.handle(question('did it?'), async (reply) => shown.resolve(reply));
  await bot.handle(command('brief', 'forget me'));
  late.resolve();
  await shown.promise;
  await new Promise((resolve) => setImmediate(resolve));
  expect(await bot.handle({ ...base, id: 's', kind: 'share', of: 'did it?' })).toMatchObject({ kind: 'notice' });
});

test('a removed app purges its workspace, and what memory holds of it', async () => {
  const { bot, desk } = await botWith();
  await bot.handle(question('did it?', 'q1'));
  await desk.saveSettings(conversation, { zone: 'UTC' });
  await bot.handle({ ...base, id: 'r', kind: 'removed' });
  expect(await desk.settings(conversation)).toEqual({});
  expect(await desk.countQuestions('slack', 'T1', '2031-04-12T00:00:00Z')).toBe(0);
  expect(await bot.handle({ ...base, id: 's', kind: 'share', of: 'q1' })).toMatchObject({ kind: 'notice' });
});

test('a conversation that takes no posts any more is marked, and who runs the bot is told once', async () => {
  const { bot, desk, told } = await botWith();
  const never: ChatRequest = { ...base, id: '0', kind: 'gone', reason: 'channel_not_found' };
  expect(await bot.handle(never)).toBeUndefined();
  await bot.handle({ ...base, id: 'invited', kind: 'installed' });
  const gone = (id: string): ChatRequest => ({ ...base, id, kind: 'gone', reason: 'is_archived' });
  await bot.handle(gone('1'));
  expect(await bot.handle(gone('2'))).toBeUndefined();
  expect(told).toEqual([expect.stringMatching(/slack:T1:C1.*is_archived/)]);
  expect(await desk.settings(conversation)).toMatchObject({ gone: 'is_archived' });
  await bot.handle({ ...base, id: '3', kind: 'installed' });
  expect(await desk.settings(conversation)).not.toHaveProperty('gone');
});

test('a channel is greeted at each invitation, a person once', async () => {
  const { bot } = await botWith();
  const installed = (id: string, direct: boolean): ChatRequest => ({ ...base, id, kind: 'installed', direct });
  expect(await bot.handle(installed('1', false))).toMatchObject({ kind: 'welcome', status: { questionsToday: 0 } });
  expect(await bot.handle(installed('2', false))).toMatchObject({ kind: 'welcome' });
  const direct = { ...conversation, channel: 'D1' };
  expect(await bot.handle({ ...installed('3', true), conversation: direct })).toMatchObject({ kind: 'welcome' });
  expect(await bot.handle({ ...installed('4', true), conversation: direct })).toBeUndefined();
});

test('home offers questions that were asked before, and only those that have an answer', async () => {
  const ask: BotParts['ask'] = async (text) =>
    /Arland/.test(text) ? answered : report({ kind: 'unanswered', reason: 'no-evidence', message: 'No.', nearest: [] });
  const counted = vi.fn(ask);
  const { bot } = await botWith({ ask: counted });
  const reply = await bot.handle({ ...base, id: 'h', kind: 'home' });
  const times = counted.mock.calls.length;
  expect(await bot.handle({ ...base, id: 'again', kind: 'home' })).toEqual(reply);
  expect(counted).toHaveBeenCalledTimes(times);
  expect(reply).toMatchObject({
    kind: 'home',
    questions: ['What did Arland say?', 'Who called on Arland for restraint?'],
  });
});

test('what goes wrong inside is answered in plain words with a reference to the log', async () => {
  const cause = new Error('SQLITE_CORRUPT at /somewhere');
  const { bot, log } = await botWith({ ask: () => Promise.reject(cause) });
  const reply = await bot.handle(question('did it?'));
  expect(reply?.kind === 'failure' && reply.text).not.toContain('SQLITE');
  expect(log).toEqual([
    expect.objectContaining({ error: cause, reference: reply?.kind === 'failure' && reply.reference }),
  ]);
});

test("a mistake of the user's is answered with what to do", async () => {
  const { bot, log } = await botWith({
    brief: () => Promise.reject(new DetenteError('bad-usage', 'no article is older than 2031-04-10')),
  });
  const reply = await bot.handle(command('brief', 'since 2020-01-01'));
  expect(reply).toEqual({ kind: 'notice', text: 'no article is older than 2031-04-10' });
  expect(log).toEqual([]);
});

test('an archive that cannot be asked is a failure, not a crash', async () => {
  const { all, archive } = await botWith();
  const desk: DeskStore = {
    ...all.archive.desk,
    firstSeen: () => Promise.reject(new DetenteError('archive-unusable', 'locked')),
  };
  const { articles, ledger, schedules, outbox } = archive;
  const broken = createBot({ ...all, archive: { articles, ledger, schedules, outbox, desk } });
  expect(await broken.handle(question('did it?'))).toMatchObject({ kind: 'failure' });
});
