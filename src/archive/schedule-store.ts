import type { Conversation } from '../domain/chat.ts';
import type { Weekday } from '../domain/day.ts';
import { type Schedule, type ScheduleName, type ScheduleStore, scheduleKey } from '../domain/schedule.ts';
import type { Connection } from './connection.ts';
import { scheduleStatements as sql } from './desk-statements.ts';

/** When briefs are posted by themselves. Nothing else in the archive rests on these rows. */
export class SqliteScheduleStore implements ScheduleStore {
  readonly #connection: Connection;

  constructor(connection: Connection) {
    this.#connection = connection;
  }

  async list(): Promise<readonly Schedule[]> {
    return this.#connection.all<ScheduleRow>(sql.list).map(scheduleOf);
  }

  async of({ workspace, adapter, channel, thread }: Conversation): Promise<readonly Schedule[]> {
    return this.#connection.all<ScheduleRow>(sql.of, workspace, adapter, channel, thread ?? '').map(scheduleOf);
  }

  async save(schedule: Schedule, replaced: ScheduleName = schedule): Promise<void> {
    const { definition, situation, time, zone, days, weekend, pausedUntil, since, madeBy, environment } = schedule;
    const rest = [time, zone, days.join(','), weekend ?? null, pausedUntil ?? null, since, madeBy, environment ?? null];
    const isRenamed = scheduleKey(replaced) !== scheduleKey(schedule);
    this.#connection.writeAside(() => {
      if (isRenamed) this.#connection.run(sql.rename, definition, situation, ...nameValues(replaced));
      this.#connection.run(sql.save, ...nameValues(schedule), ...rest);
    });
  }

  async remove(name: ScheduleName): Promise<boolean> {
    return this.#connection.writeAside(() => this.#connection.run(sql.remove, ...nameValues(name)).changes > 0);
  }

  async revision(): Promise<number> {
    return this.#connection.get<{ revision: number }>(sql.revision)?.revision ?? 0;
  }
}

export interface ScheduleNameRow {
  readonly workspace: string;
  readonly adapter: string;
  readonly channel: string;
  readonly thread: string;
  readonly definition: string;
  readonly situation: string;
}

interface ScheduleRow extends ScheduleNameRow {
  readonly time: string;
  readonly zone: string;
  readonly days: string;
  readonly weekend: string | null;
  readonly paused_until: string | null;
  readonly since: number;
  readonly made_by: Schedule['madeBy'];
  readonly environment: string | null;
}

/** In the order of the tables' columns. */
export function nameValues({ conversation, definition, situation }: ScheduleName): string[] {
  const { workspace, adapter, channel, thread } = conversation;
  return [workspace, adapter, channel, thread ?? '', definition, situation];
}

export function nameOf(row: ScheduleNameRow): ScheduleName {
  const { workspace, adapter, channel, thread, definition, situation } = row;
  return { conversation: { adapter, workspace, channel, ...(thread !== '' && { thread }) }, definition, situation };
}

function scheduleOf(row: ScheduleRow): Schedule {
  const { time, zone, days, weekend, paused_until: pausedUntil, since, made_by: madeBy, environment } = row;
  const kept = {
    ...(weekend !== null && { weekend }),
    ...(pausedUntil !== null && { pausedUntil }),
    ...(environment !== null && { environment }),
  };
  return { ...nameOf(row), time, zone, days: days.split(',') as Weekday[], ...kept, since, madeBy };
}
