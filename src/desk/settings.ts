import { situationNamed } from '../brief/situation.ts';
import type { ChatRequest } from '../domain/chat.ts';
import type { NonEmpty } from '../domain/citation.ts';
import { isZone, weekdayNames } from '../domain/day.ts';
import type { Form, Option } from '../domain/form.ts';
import type { Reply } from '../domain/reply.ts';
import { DetenteError } from '../errors.ts';
import { scheduleWords } from '../outline/desk.ts';
import type { BotParts, KeptName } from './desk.ts';
import { notice } from './plain-replies.ts';
import { NO_WORKSPACE, placeOf, scheduleOf } from './status.ts';

type Settings = Readonly<Record<string, string>>;

/** Stands for the situation that the archive is most about. */
const AUTO = 'auto';

const GUEST = 'I am no member here, so nothing can be posted by itself. Add me first, then set a time.';

/** The settings of a conversation as a form, for those who may change them; others are told who can. */
export async function settingsForm(parts: BotParts, request: ChatRequest): Promise<Reply> {
  if (request.guest) return notice(GUEST);
  const current = await parts.archive.desk.settings(placeOf(request.conversation));
  if (!mayChange(parts, request, current)) return notice(whoMay(parts));
  return { kind: 'form', form: formOf(parts, request, current) };
}

/** Checks and stores what was filled in; what was left out stays as it is. */
export async function saveSettings(parts: BotParts, request: ChatRequest, given: Settings): Promise<Reply> {
  if (request.guest) return notice(GUEST);
  const place = placeOf(request.conversation);
  const current = await parts.archive.desk.settings(place);
  if (!mayChange(parts, request, current)) return notice(whoMay(parts));
  const checked = Object.fromEntries(
    Object.entries(given).map(([name, value]) => [name, checkedValue(parts, name, value)]),
  );
  const merged = merge(current, checked);
  await parts.archive.desk.saveSettings(place, merged);
  return notice(savedWords(merged));
}

/**
 * In a channel: admins of the workspace, whoever runs the bot, and those whom the channel's settings name. Users of
 * Discord have one id in all servers, and are written `discord:@me:<user>`.
 */
function mayChange({ admins = [] }: BotParts, request: ChatRequest, { managers = '' }: Settings): boolean {
  const { user, conversation, direct, profile } = request;
  const runsBot = admins.some(
    ({ adapter, workspace, channel }) =>
      adapter === conversation.adapter &&
      (workspace === conversation.workspace || workspace === NO_WORKSPACE) &&
      channel === user,
  );
  const named = managers.split(',').filter(Boolean);
  const isNamed = [user, ...(profile?.groups ?? [])].some((id) => named.includes(id));
  return direct === true || profile?.isAdmin === true || runsBot || isNamed;
}

function whoMay({ admins = [] }: BotParts): string {
  const runner = admins.length > 0 ? ', whoever installed Détente' : '';
  return `The settings of this channel can be changed by the admins here${runner} and those whom its settings name. Ask one of them.`;
}

function formOf({ situations = [] }: BotParts, { profile }: ChatRequest, current: Settings): Form {
  const chosen = current['situation'];
  const names = [...new Set([...situations, ...(chosen ? [chosen] : [])])];
  const zone = current['zone'] ?? profile?.zone ?? 'UTC';
  return {
    kind: 'settings',
    title: 'Settings',
    note: 'When the brief is posted here, and about what. Without a time nothing is posted unasked.',
    submit: 'Save',
    fields: [
      {
        kind: 'choice',
        name: 'situation',
        label: 'Situation',
        options: [
          { value: AUTO, label: 'What the archive is most about' },
          ...names.map((name) => ({ value: name, label: name })),
        ],
        value: chosen ?? AUTO,
      },
      { kind: 'time', name: 'time', label: 'Time', ...(current['time'] && { value: current['time'] }) },
      { kind: 'choice', name: 'zone', label: 'Time zone', options: zoneOptions(zone), value: zone },
      {
        kind: 'choices',
        name: 'quiet',
        label: 'Quiet days',
        options: dayOptions,
        values: (current['quiet'] ?? '').split(',').filter(Boolean),
      },
      {
        kind: 'people',
        name: 'managers',
        label: 'Who else may change this',
        values: (current['managers'] ?? '').split(',').filter(Boolean),
      },
    ],
  };
}

const [monday, ...laterDays] = Object.entries(weekdayNames).map(([value, label]): Option => ({ value, label }));
const dayOptions: NonEmpty<Option> = [monday as Option, ...laterDays];

/** The zones of IANA by region; the one that is set comes first, whether or not it is listed. */
function zoneOptions(first: string): NonEmpty<Option> {
  const rest = [...new Set(['UTC', ...Intl.supportedValuesOf('timeZone')])].filter((zone) => zone !== first);
  const optionOf = (zone: string): Option => ({ value: zone, label: zone, group: zone.split('/')[0] ?? zone });
  return [{ value: first, label: first, group: 'Now' }, ...rest.map(optionOf)];
}

/** @throws DetenteError `bad-input` with what a setting takes. */
function checkedValue({ situations = [] }: BotParts, name: string, raw: string): string {
  const value = raw.trim();
  const check = Object.hasOwn(checks, name) ? checks[name] : undefined;
  if (check === undefined)
    throw new DetenteError(
      'bad-input',
      `There is no setting ${JSON.stringify(name)}: there are ${Object.keys(checks).join(', ')}.`,
    );
  return value === '' ? '' : check(value, situations);
}

const checks: Readonly<Record<string, (value: string, situations: readonly string[]) => string>> = {
  situation: (value, known) => {
    if (value === AUTO) return '';
    return known.find((name) => name.toLowerCase() === value.toLowerCase()) ?? situationNamed(value).name;
  },
  time: (value) => {
    if (!/^([01]\d|2[0-3]):[0-5]\d$/.test(value)) throw wrong(value, 'a time of day: write it as 07:00');
    return value;
  },
  zone: (value) => {
    if (!isZone(value)) throw wrong(value, 'a time zone: write it as Asia/Karachi');
    return value;
  },
  quiet: (value) => {
    const days = value.toLowerCase().split(/[\s,]+/);
    const unknown = days.find((day) => !Object.hasOwn(weekdayNames, day));
    if (unknown !== undefined)
      throw wrong(unknown, `a day: write quiet days as sat,sun, of ${Object.keys(weekdayNames).join(', ')}`);
    return days.join(',');
  },
  managers: (value) => {
    if (!/^[\w-]+(,[\w-]+)*$/.test(value)) throw wrong(value, 'a list of user ids');
    return value;
  },
};

function wrong(value: string, what: string): DetenteError {
  return new DetenteError('bad-input', `${JSON.stringify(value)} is not ${what}.`);
}

function savedWords(settings: Settings): string {
  const schedule = scheduleOf(settings);
  if (schedule === undefined) return 'Saved. There is no schedule yet: without a time nothing is posted unasked.';
  return `Saved: ${scheduleWords(schedule)}. This version does not post by itself yet; /brief today posts at once.`;
}

/** Changes what the bot keeps for itself of a conversation; what users set stays. */
export async function keep(
  { archive }: Pick<BotParts, 'archive'>,
  request: Pick<ChatRequest, 'conversation'>,
  kept: Partial<Record<KeptName, string>>,
): Promise<void> {
  const place = placeOf(request.conversation);
  await archive.desk.saveSettings(place, merge(await archive.desk.settings(place), kept));
}

/** An empty text deletes. */
function merge(current: Settings, changed: Settings): Settings {
  return Object.fromEntries(Object.entries({ ...current, ...changed }).filter(([, value]) => value !== ''));
}
