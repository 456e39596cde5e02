import type { IsoDate } from '../domain/article.ts';
import { isNonEmpty } from '../domain/citation.ts';
import type { EventId, EventOutline } from '../domain/event.ts';
import type {
  EntryQuery,
  HomeQuery,
  LedgerEntry,
  LedgerEvent,
  LedgerStore,
  PlacedArticle,
  Reports,
  UnmergedBlock,
} from '../domain/ledger.ts';
import type { DatedMention, Mention } from '../domain/mention.ts';
import type { Retold } from '../domain/retention.ts';
import type { Connection } from './connection.ts';
import { toMention } from './mention-body.ts';
import type { SqlitePlacementStore } from './placement-store.ts';
import { compare } from './rows.ts';
import { ARTICLES, ledgerStatements as sql } from './statements.ts';

interface ReportRow {
  readonly body: string;
  readonly placed: string;
  readonly order_key: string;
  readonly event_id: string | null;
}

interface EntryRow {
  readonly body: string;
  readonly first_report: string;
  readonly last_report: string;
}

/** The merged events, and which mentions report them. */
export class SqliteLedgerStore implements LedgerStore {
  readonly #connection: Connection;
  readonly #placements: SqlitePlacementStore;
  #last: { readonly state: string; readonly entries: readonly LedgerEntry[] } | undefined;

  constructor(connection: Connection, placements: SqlitePlacementStore) {
    this.#connection = connection;
    this.#placements = placements;
  }

  unplaced(limit: number) {
    return this.#placements.unplaced(limit);
  }

  persons(keys: readonly string[], without: string) {
    return this.#placements.persons(keys, without);
  }

  anchors(keys: readonly string[]) {
    return this.#placements.anchors(keys);
  }

  place(articles: readonly PlacedArticle[]) {
    return this.#placements.place(articles);
  }

  async unmerged(limit: number): Promise<readonly UnmergedBlock[]> {
    const rows = this.#connection.all<{ block: string; order_key: string; marks: number }>(
      sql.unmerged,
      ARTICLES,
      limit,
    );
    return rows.map(({ block, order_key: from, marks }) => ({ block, from, marks }));
  }

  async reports(block: string, from: string): Promise<readonly DatedMention[]> {
    return this.#connection.all<ReportRow>(sql.reports, ARTICLES, block, from).map(toDated);
  }

  async parted(block: string, from: string): Promise<readonly Reports[]> {
    return this.#connection.read(() =>
      this.#connection.all<{ id: string }>(sql.parted, ARTICLES, block, from).map(({ id }) => ({
        id,
        members: this.#rowsOf(id)
          .filter((row) => row.order_key < from)
          .map(toDated),
      })),
    );
  }

  async homes({ block, parties, to, latest, limit }: HomeQuery): Promise<readonly Reports[]> {
    interface Row {
      readonly id: string;
      readonly last_day: string;
    }
    return this.#connection.read(() => {
      const rows = parties.flatMap((party) =>
        this.#connection.all<Row>(sql.homes, ARTICLES, party, block, to.from, to.until, latest),
      );
      const unique = [...new Map(rows.map((row) => [row.id, row])).values()];
      const inOrder = unique.sort((one, other) => compare(other.last_day, one.last_day));
      const last = limit === undefined ? undefined : inOrder[limit - 1]?.last_day;
      const chosen = last === undefined ? inOrder : inOrder.filter((row) => row.last_day >= last);
      return chosen.map(({ id }) => ({ id, members: this.#rowsOf(id).map(toDated) }));
    });
  }

  async merge(unmerged: UnmergedBlock, gone: readonly EventId[], made: readonly LedgerEvent[]): Promise<void> {
    const { block, marks } = unmerged;
    this.#connection.write(() => {
      if (this.#connection.run(sql.unmark, ARTICLES, block, marks).changes === 0) return;
      const staying = new Set(made.map(({ outline }) => outline.id));
      for (const id of new Set(gone)) this.#delete(id, staying.has(id));
      for (const event of made) this.#insert(event);
    });
  }

  /** Reading thousands of outlines takes longer than the brief made of them: the last answer is kept while nothing changes. */
  async entries(query: EntryQuery = {}): Promise<readonly LedgerEntry[]> {
    const state = JSON.stringify([query, this.#connection.state()]);
    if (this.#last?.state !== state) this.#last = { state, entries: this.#read(query) };
    return this.#last.entries;
  }

  /**
   * Tells an event by the reports that are left of it. Without any it goes; so does an act of days before `before` that
   * they would date later. Belongs in a transaction.
   */
  retell(id: EventId, before: IsoDate, retold: Retold): void {
    const row = this.#connection.get<{ block: string; last_day: string }>(sql.born, ARTICLES, id);
    if (row === undefined) return;
    const left = this.#rowsOf(id).map(toDated);
    const told = isNonEmpty(left) ? retold(row.block, left) : undefined;
    const stays = told !== undefined && (row.last_day >= before || told.days.to <= row.last_day);
    this.#delete(id, stays || told === undefined);
    if (stays) this.#insert(told);
  }

  #read({ parties, since = '' }: EntryQuery): readonly LedgerEntry[] {
    const rows =
      parties === undefined
        ? this.#connection.all<EntryRow>(sql.entriesSince, ARTICLES, since)
        : this.#entriesOf(parties, since);
    return rows.map((row) => ({
      outline: JSON.parse(row.body) as EventOutline,
      firstReport: row.first_report,
      lastReport: row.last_report,
    }));
  }

  async members(ids?: readonly EventId[]): Promise<readonly Reports[]> {
    return this.#connection.read(() => {
      if (ids !== undefined) return ids.map((id) => ({ id, members: this.#rowsOf(id).map(toDated) }));
      const rows = this.#connection.all<ReportRow>(sql.allMembers, ARTICLES);
      return [...Map.groupBy(rows, (row) => row.event_id as string)].map(([id, own]) => ({
        id,
        members: own.map(toDated),
      }));
    });
  }

  #rowsOf(id: EventId): ReportRow[] {
    return this.#connection.all<ReportRow>(sql.members, ARTICLES, id);
  }

  #entriesOf(parties: readonly string[], since: string): EntryRow[] {
    const rows = parties.flatMap((party) =>
      this.#connection.all<EntryRow & { readonly id: string }>(sql.entriesOf, ARTICLES, party, since),
    );
    return [...new Map(rows.map((row) => [row.id, row])).values()];
  }

  /** @param stays its reports keep it: it is only told anew. */
  #delete(id: EventId, stays: boolean): void {
    this.#connection.run(sql.delete, ARTICLES, id);
    this.#connection.run(sql.deleteParties, ARTICLES, id);
    if (!stays) this.#connection.run(sql.free, ARTICLES, id);
  }

  #insert({ outline, block, born, days, firstReport, lastReport, parties, members }: LedgerEvent): void {
    const { id } = outline;
    const body = JSON.stringify(outline);
    this.#connection.run(sql.insert, ARTICLES, id, block, born, days.from, days.to, firstReport, lastReport, body);
    for (const party of parties) this.#connection.run(sql.insertParty, ARTICLES, party, block, days.to, id);
    for (const { articleId, order } of members) this.#connection.run(sql.assign, id, ARTICLES, articleId, order, id);
  }
}

function toDated({ body, placed }: ReportRow): DatedMention {
  const { date, due, reportedOn, ...named } = JSON.parse(placed) as Omit<DatedMention, 'mention'> & Partial<Mention>;
  const mention = { ...toMention(body), ...named };
  return { mention, date, ...(due !== undefined && { due }), ...(reportedOn !== undefined && { reportedOn }) };
}
