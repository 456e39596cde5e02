import { findAdapters, readConfiguration } from '../config.ts';
import { scheduleStatus } from '../desk/schedule-status.ts';
import { AUTO } from '../desk/setting-values.ts';
import type { AdapterDefinition } from '../domain/adapter-definition.ts';
import type { Archive } from '../domain/archive.ts';
import type { Conversation } from '../domain/chat.ts';
import { formatConversation, parseConversation } from '../domain/conversation-name.ts';
import { formatInstant, type Weekday } from '../domain/day.ts';
import { type Schedule, type ScheduleName, scheduleKey } from '../domain/schedule.ts';
import { DetenteError, reasonOf } from '../errors.ts';
import { silentLogger } from '../logger.ts';
import { scheduleWords } from '../outline/schedule.ts';
import { sinceAfterChange } from '../schedule/since.ts';
import { localDate } from '../schedule/zone-time.ts';
import { chosenSituation, loadDefinition } from './brief.ts';
import { pluggedFolder } from './bundle.ts';
import { type Call, withArchive } from './call.ts';
import { print, printJson, say } from './output.ts';
import { adapterOptions } from './platforms.ts';

/** What names a schedule on the command line. */
export interface NameOptions {
  readonly situation?: string;
  readonly definition: string;
}

export interface AddOptions extends NameOptions {
  readonly at: string;
  readonly zone: string;
  readonly days: readonly Weekday[];
  readonly weekend?: string;
}

/** Makes a schedule, or changes the one of the same name. A conversation that takes no posts is told of at once. */
export async function addSchedule(call: Call, conversation: string, options: AddOptions): Promise<void> {
  const { at: time, zone, days, weekend } = options;
  const name = await nameOf(call, conversation, options);
  if (weekend !== undefined) await loadDefinition(weekend);
  await refuseUnreachable(call, name.conversation);
  await withArchive(call, async (archive) => {
    const current = await find(archive, name);
    const { weekend: _, ...kept } = current ?? {};
    const changed = {
      ...kept,
      ...{ ...name, time, zone, days },
      ...(weekend !== undefined && { weekend }),
      madeBy: 'command-line' as const,
    };
    await archive.schedules.save({ ...changed, since: sinceAfterChange(current, changed, call.clock.now()) });
    await printSchedules(call, archive, (one) => scheduleKey(one) === scheduleKey(name));
  });
}

export async function listSchedules(call: Call): Promise<void> {
  await withArchive(call, (archive) => printSchedules(call, archive, () => true));
}

export async function removeSchedule(call: Call, conversation: string, options: NameOptions): Promise<void> {
  await changed(call, conversation, options, async (archive, schedule) => {
    await archive.schedules.remove(schedule);
  });
}

/** @param until the first day on which it posts again; absent: it posts again at once */
export async function pauseSchedule(
  call: Call,
  conversation: string,
  { until, ...options }: NameOptions & { readonly until?: string },
): Promise<void> {
  const now = call.clock.now();
  await changed(call, conversation, options, async (archive, current) => {
    const { pausedUntil: _, ...schedule } = current;
    if (until !== undefined && until < localDate(schedule.zone, now))
      throw new DetenteError('bad-usage', `--until ${until} is past: "detente schedule resume" ends a pause`);
    const paused = { ...schedule, ...(until !== undefined && { pausedUntil: until }) };
    await archive.schedules.save({ ...paused, since: sinceAfterChange(current, paused, now) });
  });
}

async function changed(
  call: Call,
  conversation: string,
  options: NameOptions,
  change: (archive: Archive, schedule: Schedule) => Promise<void>,
): Promise<void> {
  const name = await nameOf(call, conversation, options);
  await withArchive(call, async (archive) => {
    await change(archive, await need(archive, name));
    const place = formatConversation(name.conversation);
    await printSchedules(call, archive, (one) => formatConversation(one.conversation) === place);
  });
}

/** @throws DetenteError `bad-usage` for a conversation, a definition or a situation that is none */
export async function nameOf(
  call: Call,
  conversation: string,
  { situation = AUTO, definition }: NameOptions,
): Promise<ScheduleName> {
  await loadDefinition(definition);
  const about = situation === AUTO ? '' : (chosenSituation(call, situation)?.name ?? '');
  return { conversation: conversationOf(conversation), definition, situation: about };
}

function conversationOf(text: string): Conversation {
  try {
    return parseConversation(text);
  } catch (error) {
    throw new DetenteError('bad-usage', reasonOf(error));
  }
}

async function find({ schedules }: Archive, name: ScheduleName): Promise<Schedule | undefined> {
  return (await schedules.of(name.conversation)).find((one) => scheduleKey(one) === scheduleKey(name));
}

/** @throws DetenteError `not-found` naming what there is */
export async function need(archive: Archive, name: ScheduleName): Promise<Schedule> {
  const found = await find(archive, name);
  if (found !== undefined) return found;
  const there = (await archive.schedules.of(name.conversation)).map(
    ({ situation, definition }) => `--situation ${JSON.stringify(situation || AUTO)} --definition ${definition}`,
  );
  const known =
    there.length === 0 ? 'there is none; "detente schedule list" shows all' : `there are: ${there.join('; ')}`;
  throw new DetenteError('not-found', `no such schedule for ${formatConversation(name.conversation)}: ${known}`);
}

/** What is wrong is said now, not at seven in the morning. What cannot be asked now is only told. */
async function refuseUnreachable(call: Call, conversation: Conversation): Promise<void> {
  const definitions = await findAdapters(pluggedFolder('adapters'));
  const configuration = readConfiguration(definitions);
  const definition = definitions.find(({ name }) => name === conversation.adapter);
  if (definition === undefined) throw new DetenteError('bad-usage', `there is no platform ${conversation.adapter}.`);
  const options = adapterOptions(call, configuration, silentLogger);
  const isOn = configuration.adapters.includes(definition);
  const refusal = isOn ? await askedPlatform(definition, () => definition.refusal?.(options, conversation)) : undefined;
  if (refusal !== undefined) throw new DetenteError('bad-input', `nothing was scheduled: ${refusal}`);
  const needsTokens = definition.configuration.some(({ required }) => required);
  if (!isOn && needsTokens)
    say(`not checked whether ${definition.title} takes posts there: its tokens are not set in this environment`);
}

async function askedPlatform(
  { title }: AdapterDefinition,
  ask: () => Promise<string | undefined> | undefined,
): Promise<string | undefined> {
  try {
    return await ask();
  } catch (error) {
    say(`not checked whether ${title} takes posts there: ${reasonOf(error)}`);
    return undefined;
  }
}

async function printSchedules(call: Call, archive: Archive, wanted: (schedule: Schedule) => boolean): Promise<void> {
  const entries = (await scheduleEntries(call, archive)).filter(({ schedule }) => wanted(schedule));
  if (call.format === 'json') return printJson(entries.map(({ json }) => json));
  if (entries.length === 0)
    print('no schedules: "detente schedule add CONVERSATION --at 07:00 --zone Europe/Oslo" makes one');
  for (const { text } of entries) print(text);
}

/** Every schedule as data and in words. */
export async function scheduleEntries({ clock }: Call, { schedules, outbox }: Archive) {
  const lastDone = await outbox.lastDone(clock.now());
  const sentAt = await outbox.lastSentAt();
  return (await schedules.list()).map((schedule) => {
    const key = scheduleKey(schedule);
    const { next, ...status } = scheduleStatus(schedule, lastDone.get(key), clock);
    const conversation = formatConversation(schedule.conversation);
    const at = sentAt.get(key);
    const lastRun = at === undefined ? undefined : runOf(new Date(at).toISOString(), schedule.zone);
    const nextRun = next === undefined ? undefined : runOf(next, schedule.zone);
    return {
      schedule,
      json: { conversation, ...status, days: schedule.days, madeBy: schedule.madeBy, lastRun, nextRun },
      text: `${conversation} · ${scheduleWords(status)}; next ${nextRun?.local ?? 'never'}`,
    };
  });
}

/** An instant by the schedule's own clock and by UTC's. */
function runOf(at: string, zone: string) {
  return { utc: at, local: formatInstant(at, zone) };
}
