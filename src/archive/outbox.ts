import { createHash } from 'node:crypto';
import type { ArticleId, IsoDate } from '../domain/article.ts';
import type { Conversation, DeliveryKey, Sent } from '../domain/chat.ts';
import type {
  Claim,
  Delivery,
  DeliveryState,
  DeliveryTally,
  Edition,
  EditionId,
  Lease,
  OpenDelivery,
  Outbox,
  Outcome,
} from '../domain/delivery.ts';
import { type ScheduleName, scheduleKey } from '../domain/schedule.ts';
import type { Connection } from './connection.ts';
import { deliveryStatements as sql } from './desk-statements.ts';
import { endOf, free } from './lease.ts';
import { citedStatements } from './retention-statements.ts';
import { nameOf, nameValues, type ScheduleNameRow } from './schedule-store.ts';
import { ARTICLES } from './statements.ts';

/** The longest pause before a delivery is tried again: what waits longer was set before the clock was put back. */
const LONGEST_PAUSE_MS = 60 * 60_000;

/** Deliveries, one row each. The file's journal is synced at every commit: what was written down outlives a power cut. */
export class SqliteOutbox implements Outbox {
  readonly #connection: Connection;

  constructor(connection: Connection) {
    this.#connection = connection;
  }

  async open(deliveries: readonly OpenDelivery[]): Promise<void> {
    this.#insert(sql.open, deliveries);
  }

  async record(deliveries: readonly OpenDelivery[]): Promise<void> {
    this.#insert(sql.record, deliveries);
  }

  async openCorrection(correction: OpenDelivery, of: DeliveryKey): Promise<boolean> {
    return this.#connection.writeAside(() => {
      const values = [...nameValues(correction), correction.date];
      const last = this.#connection.get<Pick<DeliveryRow, 'delivery_key' | 'state'>>(sql.last, ...values);
      if (last?.state !== 'sent' || last.delivery_key !== of) return false;
      this.#insertOne(sql.open, correction);
      return true;
    });
  }

  async revive(delivery: OpenDelivery, lease: Lease): Promise<void> {
    this.#connection.writeAside(() => this.#connection.run(sql.revive, ...valuesOf(delivery, null), ...free(lease)));
  }

  async waiting(adapter: string, now: number, lease: Lease, limit: number): Promise<readonly Delivery[]> {
    const values = [adapter, now, now + LONGEST_PAUSE_MS, ...free(lease), limit];
    return this.#connection.all<DeliveryRow>(sql.waiting, ...values).map(deliveryOf);
  }

  async claim({ key }: Delivery, lease: Lease): Promise<Claim | undefined> {
    return this.#connection.writeAside(() => {
      const values = [lease.owner, endOf(lease), key, ...free(lease)];
      if (this.#connection.run(sql.claim, ...values).changes === 0) return undefined;
      const row = this.#connection.get<DeliveryRow & { fence: number }>(sql.claimed, key);
      return row && { delivery: deliveryOf(row), fence: row.fence };
    });
  }

  async renew({ delivery, fence }: Claim, lease: Lease): Promise<boolean> {
    return this.#changed(sql.renew, endOf(lease), delivery.key, fence);
  }

  async prepare({ delivery, fence }: Claim, edition: Edition, late: boolean): Promise<boolean> {
    return this.#connection.writeAside(() => {
      const body = bodyOf(edition);
      const isHeld = this.#connection.run(sql.prepare, body.id, Number(late), delivery.key, fence).changes > 0;
      // of one that was purged meanwhile nothing is kept
      if (isHeld) this.#keep(body);
      return isHeld;
    });
  }

  async settle({ delivery, fence }: Claim, outcome: Outcome): Promise<boolean> {
    const { state } = outcome;
    const sent = state === 'sent' ? JSON.stringify(outcome.sent) : null;
    const settledAt = state === 'waiting' ? null : outcome.at;
    const reason = state === 'sent' ? null : (outcome.reason ?? null);
    const nextAt = state === 'waiting' ? outcome.nextAt : null;
    return this.#changed(sql.settle, state, sent, settledAt, reason, nextAt, delivery.key, fence);
  }

  async edition(id: EditionId): Promise<Edition | undefined> {
    const row = this.#connection.get<{ body: string }>(sql.edition, ARTICLES, id);
    return row && (JSON.parse(row.body) as Edition);
  }

  async lastDone(dueBy: number, conversation?: Conversation): Promise<ReadonlyMap<string, IsoDate>> {
    type Row = ScheduleNameRow & { readonly date: string | null };
    const rows =
      conversation === undefined
        ? this.#connection.all<Row>(sql.lastDone, dueBy)
        : this.#connection.all<Row>(sql.lastDoneIn, dueBy, ...placeValues(conversation));
    return byKey(rows, ({ date }) => date);
  }

  async recent({ conversation, limit }: { readonly conversation?: Conversation; readonly limit: number }) {
    if (conversation === undefined) return this.#connection.all<DeliveryRow>(sql.recent, limit).map(deliveryOf);
    return this.#connection.all<DeliveryRow>(sql.recentOf, ...placeValues(conversation), limit).map(deliveryOf);
  }

  async dueSince(at: number): Promise<readonly Delivery[]> {
    return this.#connection.all<DeliveryRow>(sql.dueSince, at).map(deliveryOf);
  }

  async overdue(dueBefore: number, limit: number): Promise<readonly Delivery[]> {
    return this.#connection.all<DeliveryRow>(sql.overdue, dueBefore, limit).map(deliveryOf);
  }

  async since(name: ScheduleName, date: IsoDate): Promise<readonly Delivery[]> {
    return this.#connection.all<DeliveryRow>(sql.since, ...nameValues(name), date).map(deliveryOf);
  }

  async lastSent(name: ScheduleName, before: IsoDate = '9999-12-31'): Promise<Delivery | undefined> {
    const row = this.#connection.get<DeliveryRow>(sql.lastSent, ...nameValues(name), before);
    return row && deliveryOf(row);
  }

  async lastSentAt(): Promise<ReadonlyMap<string, number>> {
    const rows = this.#connection.all<ScheduleNameRow & { readonly at: number | null }>(sql.lastSentAt);
    return byKey(rows, ({ at }) => at);
  }

  async tally(): Promise<readonly DeliveryTally[]> {
    return this.#connection.all<DeliveryTally>(sql.tally);
  }

  async expire(before: number): Promise<number> {
    return this.#connection.writeAside(() => {
      const gone = this.#connection.run(sql.expire, before).changes;
      const editions = this.#connection.run(sql.dropEditions, ARTICLES).changes;
      this.#connection.run(citedStatements.drop, ARTICLES);
      return gone + editions;
    });
  }

  #insert(statement: string, deliveries: readonly OpenDelivery[]): void {
    this.#connection.writeAside(() => {
      for (const delivery of deliveries) this.#insertOne(statement, delivery);
    });
  }

  #insertOne(statement: string, delivery: OpenDelivery): void {
    const { content } = delivery;
    const body = content && bodyOf(content);
    const isWritten = this.#connection.run(statement, ...valuesOf(delivery, body?.id ?? null)).changes > 0;
    if (isWritten && body !== undefined) this.#keep(body);
  }

  /** An edition that goes to many conversations stands once. */
  #keep({ id, text, articles }: EditionBody): void {
    this.#connection.run(sql.saveEdition, ARTICLES, id, text);
    for (const article of articles) this.#connection.run(citedStatements.save, ARTICLES, article, id);
  }

  #changed(statement: string, ...values: readonly (string | number | null)[]): boolean {
    return this.#connection.writeAside(() => this.#connection.run(statement, ...values).changes > 0);
  }
}

interface EditionBody {
  readonly id: EditionId;
  readonly text: string;
  /** What it cites: kept as long as it is. */
  readonly articles: ReadonlySet<ArticleId>;
}

function bodyOf(edition: Edition): EditionBody {
  const articles = new Set<ArticleId>();
  const text = JSON.stringify(edition, (name, value: unknown) => {
    if (name === 'articleId') articles.add(value as ArticleId);
    return value;
  });
  return { id: createHash('sha256').update(text).digest('hex'), text, articles };
}

/** In the order of the tables' columns. */
function placeValues({ workspace, adapter, channel, thread }: Conversation): string[] {
  return [workspace, adapter, channel, thread ?? ''];
}

/** By `scheduleKey`, without schedules that have none. */
function byKey<Row extends ScheduleNameRow, Value>(
  rows: readonly Row[],
  pick: (row: Row) => Value | null,
): ReadonlyMap<string, Value> {
  const entries = rows.flatMap((row): [string, Value][] => {
    const value = pick(row);
    return value === null ? [] : [[scheduleKey(nameOf(row)), value]];
  });
  return new Map(entries);
}

function valuesOf(delivery: OpenDelivery, edition: EditionId | null): (string | number | null)[] {
  const { date, revision, key, state, dueAt, nextAt, openedAt, sent, settledAt, reason } = delivery;
  const name = [...nameValues(delivery), date, revision, key, state, dueAt, nextAt, openedAt];
  return [...name, edition, sent ? JSON.stringify(sent) : null, settledAt ?? null, reason ?? null];
}

interface DeliveryRow extends ScheduleNameRow {
  readonly date: string;
  readonly revision: string;
  readonly delivery_key: string;
  readonly state: DeliveryState;
  readonly due_at: number;
  readonly next_at: number;
  readonly opened_at: number;
  readonly attempts: number;
  readonly late: number;
  readonly edition_id: string | null;
  readonly sent: string | null;
  readonly settled_at: number | null;
  readonly reason: string | null;
}

function deliveryOf(row: DeliveryRow): Delivery {
  const { date, revision, delivery_key: key, state, due_at: dueAt, next_at: nextAt, opened_at: openedAt } = row;
  const { attempts, edition_id: edition, sent, settled_at: settledAt, reason } = row;
  const times = { dueAt, nextAt, openedAt, ...(settledAt !== null && { settledAt }) };
  return {
    ...nameOf(row),
    ...{ date, revision, key, state, attempts, late: row.late === 1 },
    ...times,
    ...(edition !== null && { edition }),
    ...(sent !== null && { sent: JSON.parse(sent) as Sent }),
    ...(reason !== null && { reason }),
  };
}
