import type { DatabaseSync, SQLInputValue, StatementSync } from 'node:sqlite';
import { DetenteError } from '../errors.ts';
import { archiveFailure } from './failure.ts';

/** One open SQLite database: prepared statements are kept, and every failure leaves as a DetenteError. */
export class Connection {
  readonly #database: DatabaseSync;
  readonly #statements = new Map<string, StatementSync>();
  /** Rows changed by `writeAside`. */
  #aside = 0;

  constructor(database: DatabaseSync) {
    this.#database = database;
  }

  /** Every row, as an object of its columns: the caller names the columns' type. */
  all<Row>(sql: string, ...values: SQLInputValue[]): Row[] {
    return this.#guard(() => this.#prepared(sql).all(...values)) as Row[];
  }

  /** The first row, if there is one. */
  get<Row>(sql: string, ...values: SQLInputValue[]): Row | undefined {
    return this.#guard(() => this.#prepared(sql).get(...values)) as Row | undefined;
  }

  /** Gives how many rows changed, and the number of the row that an INSERT made. */
  run(sql: string, ...values: SQLInputValue[]): { readonly changes: number; readonly row: number } {
    const done = this.#guard(() => this.#prepared(sql).run(...values));
    return { changes: Number(done.changes), row: Number(done.lastInsertRowid) };
  }

  exec(sql: string): void {
    this.#guard(() => this.#database.exec(sql));
  }

  /** All of `work` or nothing; other processes write before or after it. `work` must not wait for anything. */
  write<Result>(work: () => Result): Result {
    return this.#transaction('BEGIN IMMEDIATE', work);
  }

  /** As `write`, for what is derived from the rows and read through no memory: `state` stays the same. */
  writeAside<Result>(work: () => Result): Result {
    const before = this.#changes();
    try {
      return this.write(work);
    } finally {
      this.#aside += this.#changes() - before;
    }
  }

  /** `work` reads one state of the archive, whatever other processes write meanwhile. */
  read<Result>(work: () => Result): Result {
    return this.#transaction('BEGIN', work);
  }

  /**
   * As `write`, but overwrites the texts it deletes, in the file and in the write-ahead log. Folded words of
   * the index, and runs of them, may
   * stay in pages of the index until those are used again. https://www.sqlite.org/pragma.html#pragma_secure_delete
   */
  erase<Result>(work: () => Result): Result {
    this.exec('PRAGMA secure_delete = ON');
    try {
      return this.write(work);
    } finally {
      this.exec('PRAGMA secure_delete = OFF');
      this.all('PRAGMA wal_checkpoint(TRUNCATE)');
    }
  }

  /** Another value once this or another connection has written. https://www.sqlite.org/pragma.html#pragma_data_version */
  state(): string {
    const others = this.get<{ data_version: number }>('PRAGMA data_version')?.data_version;
    return `${others} ${this.#changes() - this.#aside}`;
  }

  #changes(): number {
    return this.get<{ changes: number }>('SELECT total_changes() AS changes')?.changes ?? 0;
  }

  /** Twice is as good as once. */
  close(): void {
    this.#statements.clear();
    if (this.#database.isOpen) this.#database.close();
  }

  #transaction<Result>(begin: string, work: () => Result): Result {
    this.exec(begin);
    try {
      const result = work();
      this.exec('COMMIT');
      return result;
    } catch (error) {
      if (this.#database.isTransaction) this.#database.exec('ROLLBACK');
      throw error;
    }
  }

  #prepared(sql: string): StatementSync {
    const known = this.#statements.get(sql);
    if (known !== undefined) return known;
    const statement = this.#database.prepare(sql);
    this.#statements.set(sql, statement);
    return statement;
  }

  #guard<Result>(work: () => Result): Result {
    if (!this.#database.isOpen) throw new DetenteError('archive-unusable', 'the archive is closed: open it again');
    try {
      return work();
    } catch (error) {
      throw archiveFailure(error);
    }
  }
}
