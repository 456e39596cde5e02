import type { Conversation } from '../domain/chat.ts';
import { everyDay, otherDays } from '../domain/day.ts';
import { type Schedule, type ScheduleName, scheduleKey, USUAL_DEFINITION } from '../domain/schedule.ts';
import { DetenteError } from '../errors.ts';
import { sinceAfterChange } from '../schedule/since.ts';
import { localDate } from '../schedule/zone-time.ts';
import { NEW } from './setting-values.ts';

type Settings = Readonly<Record<string, string>>;

/** What a change makes of the schedules of a conversation. */
interface ScheduleChange {
  readonly kept?: Schedule;
  /** The one that it takes the place of, under another name, or that is taken away. */
  readonly gone?: ScheduleName;
}

/** What a change is made of. */
interface Wanted {
  readonly conversation: Conversation;
  /** Checked settings: of the first schedule, of the one whose number `brief` gives, or of a `new` one. */
  readonly given: Settings;
  /** Of the conversation, for a schedule that is new. */
  readonly usual: Settings;
  /** Milliseconds since 1970. */
  readonly now: number;
}

/**
 * The schedule that settings make: what was not given stays; without a time there is none.
 * @throws DetenteError `bad-input` where `brief` gives a number that there is not, or one like the new one is there
 */
export function changedSchedule(schedules: readonly Schedule[], wanted: Wanted): ScheduleChange {
  const { brief = '1', time } = wanted.given;
  const current = brief === NEW ? undefined : schedules[Number(brief) - 1];
  if (current === undefined && brief !== NEW && brief !== '1')
    throw new DetenteError(
      'bad-input',
      `There is no brief ${brief} here: there are ${schedules.length}, or write new.`,
    );
  if (brief === NEW && !time) throw new DetenteError('bad-input', 'A new brief needs a time: add one, as time=07:00.');
  if (time === '') return current === undefined ? {} : { gone: current };
  if (current === undefined && time === undefined) return {};
  const kept = merged(current, wanted);
  const twin = schedules.find((one) => one !== current && scheduleKey(one) === scheduleKey(kept));
  if (twin !== undefined)
    throw new DetenteError(
      'bad-input',
      `Brief ${schedules.indexOf(twin) + 1} here is about the same: give another situation= or definition=, or change that one.`,
    );
  const isRenamed = current !== undefined && scheduleKey(current) !== scheduleKey(kept);
  return { kept, ...(isRenamed && { gone: current }) };
}

function merged(current: Schedule | undefined, { conversation, given, usual, now }: Wanted): Schedule {
  const situation = given['situation'] ?? current?.situation ?? usual['situation'] ?? '';
  const definition = given['definition'] || current?.definition || USUAL_DEFINITION;
  const time = given['time'] ?? current?.time ?? '';
  const zone = given['zone'] || current?.zone || usual['zone'] || 'UTC';
  const weekend = given['weekend'] ?? current?.weekend;
  const pausedUntil = given['pause'] ?? current?.pausedUntil;
  if (given['pause'] && given['pause'] < localDate(zone, now))
    throw new DetenteError('bad-input', `${given['pause']} is past: write pause= to end a pause.`);
  const changed = {
    ...{ conversation, definition, situation },
    ...{ time, zone },
    days: given['quiet'] === undefined ? (current?.days ?? everyDay) : otherDays(given['quiet'].split(',')),
    ...(weekend && { weekend }),
    ...(pausedUntil && { pausedUntil }),
    madeBy: 'chat' as const,
    ...(current?.environment !== undefined && { environment: current.environment }),
  };
  return { ...changed, since: sinceAfterChange(current, changed, now) };
}
