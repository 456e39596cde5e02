import { expect, onTestFinished, test } from 'vitest';
import { openSqliteArchive } from '../src/archive/sqlite-archive.ts';
import { type BotParts, createBot } from '../src/bot.ts';
import type { ChatRequest, Conversation } from '../src/domain/chat.ts';
import { silentLogger } from '../src/logger.ts';
import { brief } from './contract/replies.ts';

const conversation: Conversation = { adapter: 'slack', workspace: 'T1', channel: 'C1' };
const everyDay = ['mon', 'tue', 'wed', 'thu', 'fri', 'sat', 'sun'];
const MORNING = '2031-04-12T07:30:00Z';

/** A bot whose settings are typed; each call is one request of an admin's. */
async function settingsDesk(parts: Partial<BotParts> = {}) {
  const archive = await openSqliteArchive(':memory:');
  onTestFinished(() => archive.close());
  let at = Date.parse(MORNING);
  const bot = createBot({
    archive,
    clock: { now: () => at },
    logger: silentLogger,
    brief: async () => brief,
    ask: () => Promise.reject(new Error('nobody asks')),
    definitions: ['de-escalation', 'weekly'],
    ...parts,
  });
  let count = 0;
  const handle = (text: string, more: Partial<ChatRequest> = {}) => {
    count += 1;
    const base = { id: String(count), conversation, user: 'U1', at: MORNING, profile: { isAdmin: true } };
    return bot.handle({ ...base, kind: 'command', name: 'brief', text, ...more } as ChatRequest);
  };
  const set = async (given: string, more: Partial<ChatRequest> = {}) => {
    const reply = await handle(`settings ${given}`, more);
    if (reply === undefined || !('text' in reply)) throw new Error(`no words: ${JSON.stringify(reply)}`);
    return reply.text;
  };
  const offered = async (name: string) => {
    const reply = await handle('settings');
    if (reply?.kind !== 'form') throw new Error('no form');
    const field = reply.form.fields.find((one) => one.name === name);
    return { note: reply.form.note, value: field && 'value' in field ? field.value : undefined };
  };
  const move = (milliseconds: number) => {
    at += milliseconds;
  };
  return { archive, set, offered, move, schedules: archive.schedules, now: () => at };
}

test('a time alone makes a schedule of every day from now on', async () => {
  const { set, schedules, now } = await settingsDesk();
  expect(await set('time=07:00 zone=Asia/Karachi')).toBe(
    'Saved: what the archive is most about, at 07:00 Asia/Karachi, every day.',
  );
  expect(await schedules.list()).toEqual([
    {
      ...{ conversation, definition: 'de-escalation', situation: '', time: '07:00', zone: 'Asia/Karachi' },
      ...{ days: everyDay, since: now(), madeBy: 'chat' },
    },
  ]);
});

test('a conversation has several schedules: brief=new makes one beside, a number changes that one', async () => {
  const { set, schedules, offered } = await settingsDesk();
  await set('time=07:00 zone=Asia/Karachi');
  const both = await set('brief=new time=08:00 situation=Iran and Pakistan quiet=sat,sun');
  expect(both).toBe(
    'Saved: what the archive is most about, at 07:00 Asia/Karachi, every day; ' +
      'Iran–Pakistan, at 08:00 Asia/Karachi, not on Saturday, Sunday.',
  );
  await set('brief=2 time=09:00');
  expect(await schedules.of(conversation)).toMatchObject([
    { situation: '', time: '07:00', days: everyDay },
    { situation: 'Iran–Pakistan', time: '09:00', zone: 'Asia/Karachi', days: everyDay.slice(0, 5) },
  ]);
  expect((await offered('time')).note).toContain('1 more are listed by /brief status');
  await set('brief=2 time=');
  expect(await schedules.of(conversation)).toMatchObject([{ situation: '' }]);
});

test('the settings of a second schedule are not those of the conversation', async () => {
  const { set, archive } = await settingsDesk();
  await set('time=07:00 zone=Asia/Karachi situation=Chad and Sudan');
  await set('brief=new time=08:00 zone=UTC situation=Iran and Pakistan');
  expect(await archive.desk.settings(conversation)).toEqual({ zone: 'Asia/Karachi', situation: 'Chad–Sudan' });
});

test('a schedule whose subject changes keeps its number', async () => {
  const { set, schedules } = await settingsDesk();
  await set('time=07:00');
  await set('brief=new time=08:00 situation=Iran and Pakistan');
  await set('brief=1 situation=Chad and Sudan');
  expect(await schedules.of(conversation)).toMatchObject([
    { situation: 'Chad–Sudan', time: '07:00' },
    { situation: 'Iran–Pakistan', time: '08:00' },
  ]);
});

test.for([
  ['brief=2 time=08:00', /no brief 2 here: there are 1, or write new/],
  ['brief=0 time=08:00', /"0" is not a brief/],
  ['brief=new time=08:00', /Brief 1 here is about the same/],
  ['brief=new situation=Iran and Pakistan', /A new brief needs a time/],
] as const)('%s is refused, and nothing is saved', async ([given, said]) => {
  const { set, schedules } = await settingsDesk();
  await set('time=07:00');
  const before = await schedules.list();
  expect(await set(given)).toMatch(said);
  expect(await schedules.list()).toEqual(before);
});

test('definition, weekend and pause are set and taken away', async () => {
  const { set, schedules } = await settingsDesk();
  expect(await set('time=07:00 weekend=weekly pause=2031-05-01')).toBe(
    'Saved: what the archive is most about, at 07:00 UTC, every day, weekly at weekends, paused until 1 May 2031.',
  );
  expect(await schedules.list()).toMatchObject([{ weekend: 'weekly', pausedUntil: '2031-05-01' }]);
  await set('weekend= pause=');
  const [plain] = await schedules.list();
  expect(plain).not.toHaveProperty('weekend');
  expect(plain).not.toHaveProperty('pausedUntil');
  expect(await set('definition=weekly')).toBe(
    'Saved: what the archive is most about (weekly), at 07:00 UTC, every day.',
  );
});

test.for([
  ['time=7pm', /"7pm" is no time of day: write it as 19:00/],
  ['time=25:00', /"25:00" is no time of day: write it as 07:00/],
  ['time=morning', /"morning" is no time of day: write it as 07:00/],
  ['time=noon', /write it as 12:00/],
  ['time=07:00 zone=Asia/Karatchi', /Asia\/Karachi/],
  ['time=07:00 zone=Atlantis', /Atlantis/],
  ['time=07:00 quiet=mon,tue,wed,thu,fri,sat,sun', /No day is left to post on: take the time away instead/],
  ['time=07:00 quiet=someday', /"someday" is not a day/],
  ['time=07:00 definition=monthly', /"monthly" is not a kind of brief: there are de-escalation, weekly/],
  ['time=07:00 weekend=monthly', /there are de-escalation, weekly/],
  ['time=07:00 pause=2024-01-01', /2024-01-01 is past: write pause= to end a pause/],
  ['time=07:00 pause=2031-02-30', /is not a day: write the first day on which it posts again/],
] as const)('%s is refused with what to write, and nothing is saved', async ([given, said]) => {
  const { set, schedules, archive } = await settingsDesk();
  expect(await set(given)).toMatch(said);
  expect(await schedules.list()).toEqual([]);
  expect(await archive.desk.settings(conversation)).toEqual({});
});

test('a time that was taken away is not offered again; one that is set is', async () => {
  const { set, offered, schedules } = await settingsDesk();
  expect((await offered('time')).value).toBe('07:00');
  await set('time=06:30');
  expect((await offered('time')).value).toBe('06:30');
  expect(await set('time=')).toMatch(/^Saved\. There is no schedule/);
  expect(await schedules.list()).toEqual([]);
  expect((await offered('time')).value).toBeUndefined();
  await set('time=08:00');
  expect((await offered('time')).value).toBe('08:00');
});

test('a conversation that takes no posts is refused at once, and nothing is saved', async () => {
  const asked: Conversation[] = [];
  const refusal: BotParts['refusal'] = async (one) => {
    asked.push(one);
    return 'I am not in that channel: invite me first.';
  };
  const { set, schedules, archive } = await settingsDesk({ refusal });
  expect(await set('time=07:00 zone=Asia/Karachi')).toBe(
    'I am not in that channel: invite me first. Nothing was saved.',
  );
  expect(asked).toEqual([conversation]);
  expect(await schedules.list()).toEqual([]);
  expect(await archive.desk.settings(conversation)).toEqual({});
  expect(await set('zone=Asia/Karachi')).toMatch(/^Saved\./);
  expect(asked).toHaveLength(1);
});

test('whether it takes posts cannot be found out now: that refuses nothing', async () => {
  const { set, schedules } = await settingsDesk({ refusal: () => Promise.reject(new Error('Slack is down')) });
  expect(await set('time=07:00')).toMatch(/^Saved: /);
  expect(await schedules.list()).toHaveLength(1);
});

test('nothing is saved where the bot is a guest, or for somebody who may not change it', async () => {
  const { set, schedules } = await settingsDesk();
  expect(await set('time=07:00', { guest: true })).toMatch(/I am no member here/);
  expect(await set('time=07:00', { profile: { isAdmin: false } })).toMatch(/can be changed by the admins/);
  expect(await schedules.list()).toEqual([]);
});

test('a pause that is ended early and quiet days that are taken back begin with now', async () => {
  const { set, schedules, move, now } = await settingsDesk();
  await set('time=07:00 pause=2031-05-01');
  move(60 * 60_000);
  await set('pause=');
  expect((await schedules.list()).map((one) => one.since)).toEqual([now()]);
  await set('quiet=mon,tue,wed,thu,fri,sat');
  move(60 * 60_000);
  await set('quiet=');
  expect((await schedules.list()).map((one) => one.since)).toEqual([now()]);
});

test.for([
  ['time=08:00', true],
  ['zone=Asia/Karachi', true],
  ['situation=Iran and Pakistan', true],
  ['definition=weekly', true],
  ['time=07:00 zone=UTC', false],
  ['quiet=sat,sun', false],
  ['weekend=weekly', false],
  ['pause=2031-05-01', false],
  ['managers=U7', false],
] as const)('%s an hour later begins anew: %s', async ([given, isNew]) => {
  const { set, schedules, move, now } = await settingsDesk();
  await set('time=07:00 zone=UTC');
  const since = now();
  move(60 * 60_000);
  await set(given);
  expect((await schedules.list()).map((one) => one.since)).toEqual([isNew ? now() : since]);
});

test('a language is set by its code or name, and English takes it away', async () => {
  const { set, archive, offered } = await settingsDesk({ languages: ['fa', 'de'] });
  expect(await set('language=fa')).toContain('Briefs and answers come in Persian');
  expect(await archive.desk.settings(conversation)).toEqual({ language: 'fa' });
  expect((await offered('language')).value).toBe('fa');
  await set('language=Deutsch');
  expect(await archive.desk.settings(conversation)).toEqual({ language: 'de' });
  await set('time=07:00 language=de-AT');
  expect(await archive.desk.settings(conversation)).toEqual({ language: 'de' });
  expect(await set('language=English')).not.toContain('come in');
  expect(await archive.desk.settings(conversation)).toEqual({});
});

test.for([
  [
    { languages: ['fa', 'de'] },
    'language=klingon',
    '"klingon" is not a language I can write: there are en, fa, de, or their names.',
  ],
  [
    { languages: ['fa', 'de'] },
    'language=ru',
    '"ru" is not a language I can write: there are en, fa, de, or their names.',
  ],
  [{}, 'language=fa', 'A language needs a language model: set OPENAI_API_KEY or OPENAI_BASE_URL.'],
] as const)('%j: %s is refused, and nothing is saved', async ([parts, given, said]) => {
  const { set, archive } = await settingsDesk(parts);
  expect(await set(given)).toBe(said);
  expect(await archive.desk.settings(conversation)).toEqual({});
});

test('without a model no language is offered', async () => {
  const { offered } = await settingsDesk();
  expect((await offered('language')).value).toBeUndefined();
});
