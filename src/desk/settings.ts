import type { ChatRequest, Conversation } from '../domain/chat.ts';
import type { NonEmpty } from '../domain/citation.ts';
import { everyDay, otherDays, weekdayNames } from '../domain/day.ts';
import type { Field, Form, Option } from '../domain/form.ts';
import type { Reply } from '../domain/reply.ts';
import type { Schedule } from '../domain/schedule.ts';
import { reasonOf } from '../errors.ts';
import { scheduleWords } from '../outline/schedule.ts';
import { languageNamed } from '../text/languages.ts';
import { changedSchedule } from './changed-schedule.ts';
import type { BotParts, KeptName } from './desk.ts';
import { mayChange, whoMay } from './permission.ts';
import { notice } from './plain-replies.ts';
import { scheduleStatus } from './schedule-status.ts';
import { AUTO, checkedValue } from './setting-values.ts';
import { placeOf } from './status.ts';

type Settings = Readonly<Record<string, string>>;

const GUEST = 'I am no member here, so nothing can be posted by itself. Add me first, then set a time.';

/** The settings of a conversation as a form, for those who may change them; others are told who can. */
export async function settingsForm(parts: BotParts, request: ChatRequest): Promise<Reply> {
  if (request.guest) return notice(GUEST);
  const place = placeOf(request.conversation);
  const current = await parts.archive.desk.settings(place);
  if (!mayChange(parts, request, current['managers'])) return notice(whoMay(parts));
  return { kind: 'form', form: formOf(parts, request, current, await parts.archive.schedules.of(place)) };
}

/** Checks and stores what was filled in; what was left out stays as it is. */
export async function saveSettings(parts: BotParts, request: ChatRequest, given: Settings): Promise<Reply> {
  if (request.guest) return notice(GUEST);
  const place = placeOf(request.conversation);
  const current = await parts.archive.desk.settings(place);
  if (!mayChange(parts, request, current['managers'])) return notice(whoMay(parts));
  const checked = Object.fromEntries(
    Object.entries(given).map(([name, value]) => [name, checkedValue(parts, name, value)]),
  );
  const refusal = checked['time'] ? await refusalOf(parts, request.conversation) : undefined;
  if (refusal !== undefined) return notice(`${refusal} Nothing was saved.`);
  const schedules = await parts.archive.schedules.of(place);
  const wanted = { conversation: place, given: checked, usual: current, now: parts.clock.now() };
  const changed = changedSchedule(schedules, wanted);
  await parts.archive.desk.saveSettings(place, merge(current, ofConversation(checked)));
  if (changed.kept !== undefined) await parts.archive.schedules.save(changed.kept, changed.gone);
  else if (changed.gone !== undefined) await parts.archive.schedules.remove(changed.gone);
  return notice(await savedWords(parts, place));
}

/** What holds for everything in a conversation; the rest is of its schedules. */
function ofConversation({ managers, situation, zone, time, language, brief = '1' }: Settings): Settings {
  const usual = brief === '1' ? { ...(situation !== undefined && { situation }), ...(zone && { zone }) } : {};
  // a time that was taken away is not offered again
  const off = time === undefined ? {} : { off: time === '' ? 'yes' : '' };
  const ofAll = { ...(managers !== undefined && { managers }), ...(language !== undefined && { language }) };
  return { ...usual, ...off, ...ofAll };
}

/** What cannot be found out now is no reason to refuse. */
async function refusalOf(parts: BotParts, conversation: Conversation): Promise<string | undefined> {
  try {
    return await parts.refusal?.(conversation);
  } catch (error) {
    parts.logger.warn({ reason: reasonOf(error) }, 'whether a conversation takes posts could not be found out');
    return undefined;
  }
}

/** An offer, not a setting: nothing is posted before it is sent off. */
const USUAL_TIME = '07:00';

function formOf(
  { situations = [], languages }: BotParts,
  { profile }: ChatRequest,
  current: Settings,
  [first, ...others]: readonly Schedule[],
): Form {
  const chosen = first?.situation || current['situation'];
  const names = [...new Set([...situations, ...(chosen ? [chosen] : [])])];
  const time = first?.time ?? (current['off'] === undefined ? USUAL_TIME : undefined);
  const zone = first?.zone ?? current['zone'] ?? profile?.zone ?? 'UTC';
  const more = others.length === 0 ? '' : ` ${others.length} more are listed by /brief status.`;
  return {
    kind: 'settings',
    title: 'Settings',
    note: `When the brief is posted here, and about what. Without a time nothing is posted unasked.${more}`,
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
        value: chosen || AUTO,
      },
      { kind: 'time', name: 'time', label: 'Time', ...(time !== undefined && { value: time }) },
      { kind: 'choice', name: 'zone', label: 'Time zone', options: zoneOptions(zone), value: zone },
      {
        kind: 'choices',
        name: 'quiet',
        label: 'Quiet days',
        options: dayOptions,
        values: otherDays(first?.days ?? everyDay),
      },
      {
        kind: 'people',
        name: 'managers',
        label: 'Who else may change this',
        values: (current['managers'] ?? '').split(',').filter(Boolean),
      },
      ...(languages === undefined ? [] : [languageField(languages, current['language'])]),
    ],
  };
}

/** Offered where a model is there; each language by its own name, so that its readers find it. */
function languageField(codes: readonly string[], current = 'en'): Field {
  const others = codes.flatMap((code): Option[] => {
    const language = languageNamed(code);
    return language === undefined ? [] : [{ value: code, label: `${language.english} (${language.own})` }];
  });
  const options: NonEmpty<Option> = [{ value: 'en', label: 'English' }, ...others];
  return { kind: 'choice', name: 'language', label: 'Language', options, value: current };
}

const [monday, ...laterDays] = Object.entries(weekdayNames).map(([value, label]): Option => ({ value, label }));
const dayOptions: NonEmpty<Option> = [monday as Option, ...laterDays];

/** The zones of IANA by region; the one that is set comes first, whether or not it is listed. */
function zoneOptions(first: string): NonEmpty<Option> {
  const rest = [...new Set(['UTC', ...Intl.supportedValuesOf('timeZone')])].filter((zone) => zone !== first);
  const optionOf = (zone: string): Option => ({ value: zone, label: zone, group: zone.split('/')[0] ?? zone });
  return [{ value: first, label: first, group: 'Now' }, ...rest.map(optionOf)];
}

async function savedWords({ archive, clock }: BotParts, place: Conversation): Promise<string> {
  const schedules = await archive.schedules.of(place);
  const language = languageWords((await archive.desk.settings(place))['language']);
  if (schedules.length === 0)
    return `Saved. There is no schedule: without a time nothing is posted unasked.${language}`;
  const lines = schedules.map((one) => scheduleWords(scheduleStatus(one, undefined, clock)));
  return `Saved: ${lines.join('; ')}.${language}`;
}

function languageWords(code: string | undefined): string {
  const language = code === undefined ? undefined : languageNamed(code);
  return language === undefined ? '' : ` Briefs and answers come in ${language.english}, quotes as they stand.`;
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
