import type { DatabaseSync, SQLInputValue, StatementSync } from 'node:sqlite';
import { DetenteError } from '../errors.ts';
import { archiveFailure, primaryCode, unwritable } from './failure.ts';

/** How a database that cannot be written is opened again. */
export interface Reopening {
  /** It was opened as a file that nobody writes. */
  readonly isImmutable: boolean;
  /** @throws what SQLite throws, or a DetenteError, where it still cannot be */
  open(): DatabaseSync;
}

const READ_ONLY = 8;
/** Between two attempts to open it anew while it is only read. */
const REOPEN_MS = 30_000;

/**
 * One open SQLite database: prepared statements are kept, and every failure leaves as a DetenteError. One that cannot be
 * written is opened anew now and then, so that a file system that was mended needs no restart.
 */
export class Connection {
  #database: DatabaseSync;
  readonly #reopening: Reopening | undefined;
  #isImmutable: boolean;
  #isUnwritable: boolean;
  #isClosed = false;
  #triedAt = performance.now();
  #openings = 0;
  readonly #statements = new Map<string, StatementSync>();
  /** Rows changed by `writeAside`. */
  #aside = 0;

  constructor(database: DatabaseSync, reopening?: Reopening) {
    this.#database = database;
    this.#reopening = reopening;
    this.#isImmutable = reopening?.isImmutable ?? false;
    this.#isUnwritable = this.#isImmutable;
  }

  /** Every row, as an object of its columns: the caller names the columns' type. */
  all<Row>(sql: string, ...values: SQLInputValue[]): Row[] {
    this.#lookAgain();
    return this.#guard(() => this.#prepared(sql).all(...values)) as Row[];
  }

  /** The first row, if there is one. */
  get<Row>(sql: string, ...values: SQLInputValue[]): Row | undefined {
    this.#lookAgain();
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
    if (this.#isUnwritable) this.#openAnew();
    try {
      return this.#transaction('BEGIN IMMEDIATE', work);
    } catch (error) {
      if (error instanceof DetenteError && primaryCode(error.cause) === READ_ONLY)
        this.#isUnwritable = this.#reopening !== undefined;
      throw error;
    }
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
    return `${this.#openings} ${others} ${this.#changes() - this.#aside}`;
  }

  #lookAgain(): void {
    if (!this.#isUnwritable || (this.#database.isOpen && this.#database.isTransaction)) return;
    if (this.#database.isOpen && performance.now() - this.#triedAt < REOPEN_MS) return;
    try {
      this.#openAnew();
    } catch {
      // it is read as it was
    }
  }

  #openAnew(): void {
    if (this.#reopening === undefined || this.#isClosed) return;
    this.#triedAt = performance.now();
    this.#statements.clear();
    const before = this.#database;
    // the index of a journal stays read-only for the whole process as long as it is open
    if (!this.#isImmutable && before.isOpen) before.close();
    this.#database = this.#opened(this.#reopening);
    if (before.isOpen) before.close();
    this.#isImmutable = false;
    this.#isUnwritable = false;
    this.#openings += 1;
  }

  #opened(reopening: Reopening): DatabaseSync {
    try {
      return reopening.open();
    } catch (error) {
      throw unwritable(error);
    }
  }

  #changes(): number {
    return this.get<{ changes: number }>('SELECT total_changes() AS changes')?.changes ?? 0;
  }

  /** Twice is as good as once. */
  close(): void {
    this.#isClosed = true;
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
