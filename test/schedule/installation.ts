import {
  closeSync,
  copyFileSync,
  existsSync,
  mkdtempSync,
  openSync,
  readdirSync,
  readFileSync,
  rmSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, onTestFinished, vi } from 'vitest';
import { openSqliteArchive } from '../../src/archive/sqlite-archive.ts';
import type { Archive } from '../../src/domain/archive.ts';
import type { Brief } from '../../src/domain/brief.ts';
import type { Conversation } from '../../src/domain/chat.ts';
import { weekdayOf } from '../../src/domain/day.ts';
import type { Delivery, Edition } from '../../src/domain/delivery.ts';
import type { ScheduleName } from '../../src/domain/schedule.ts';
import { readSources } from '../../src/ingest/sources.ts';
import { takeIn } from '../../src/intake.ts';
import { deliveryKey } from '../../src/schedule/delivery-key.ts';
import { checkout } from '../cli/command-line.ts';
import { type Order, Serving } from './serving.ts';

const START = Date.parse('2024-01-29T07:00:00Z');
/** A tick comes every 50 ms, a first pause takes as long, and the late limit of 23 hours is over after 138 s. */
const SPEED = 600;
const DAY_MS = 86_400_000;
/** The least that may be set is 100. */
const TIMEOUT_MS = 200;
/** The day before the first one. */
const YESTERDAY = '2024-01-28';

const MOST_DESKS = 400;

let sample: Promise<string> | undefined;

/** Each process composes anew: of the last three articles in the short form, of all that are bundled in the long one. */
const samples = readdirSync(join(checkout, 'samples')).filter(
  (name) => process.env['DETENTE_LONG'] || /^2024-01-2[89]/.test(name),
);

/** In memory where there is such a folder: what was written outlives the process there too, and costs no wait for a disk. */
function scratchFolder(name: string): string {
  return mkdtempSync(join(existsSync('/dev/shm') ? '/dev/shm' : tmpdir(), name));
}

/** The archive that every installation begins with, made once. */
async function samplePath(): Promise<string> {
  const folder = scratchFolder('detente-sample-');
  afterAll(() => rmSync(folder, { recursive: true, force: true }));
  const path = join(folder, 'sample.sqlite');
  const archive = await openSqliteArchive(path);
  await takeIn(archive, readSources(samples.map((name) => join(checkout, 'samples', name))));
  await archive.close();
  return path;
}

/** The bot as it is installed somewhere: an archive, a configuration, and processes one after the other. */
export class Installation {
  readonly archive: Archive;
  /** That a platform may take for a call. A lease is four of these, and told by the machine's clock. */
  readonly timeoutMs: number;
  /** What was scheduled. */
  made = 0;
  readonly #folder: string;
  readonly #output: number;
  readonly #env: Readonly<Record<string, string>>;
  readonly #begun = performance.now();
  readonly #processes: Serving[] = [];
  #standby: Serving | undefined;

  /** Gone after the test, with its processes. */
  static async make(env: Readonly<Record<string, string>>, timeoutMs = TIMEOUT_MS): Promise<Installation> {
    sample ??= samplePath();
    const folder = scratchFolder('detente-deliveries-');
    copyFileSync(await sample, join(folder, 'a.sqlite'));
    const desks = Array.from({ length: MOST_DESKS }, (_, at) => ({ name: desk(at), parties: ['Iran', 'Pakistan'] }));
    writeFileSync(join(folder, 'situations.json'), JSON.stringify(desks));
    const made = new Installation(folder, await openSqliteArchive(join(folder, 'a.sqlite')), timeoutMs, env);
    onTestFinished(() => made.#remove());
    return made;
  }

  private constructor(folder: string, archive: Archive, timeoutMs: number, env: Readonly<Record<string, string>>) {
    this.#folder = folder;
    this.archive = archive;
    this.timeoutMs = timeoutMs;
    this.#output = openSync(join(folder, 'out'), 'a');
    this.#env = {
      DETENTE_HTTP: 'off',
      DETENTE_VECTORS: 'off',
      DETENTE_LATE_HOURS: '23',
      DETENTE_TIMEOUT_MS: String(timeoutMs),
      DETENTE_SITUATIONS: join(folder, 'situations.json'),
      ...env,
    };
    this.#standby = this.#spawned();
  }

  /** All that its processes have written to standard output. */
  get output(): string {
    return readFileSync(join(this.#folder, 'out'), 'utf8');
  }

  get path(): string {
    return join(this.#folder, 'a.sqlite');
  }

  /** By the clock of the schedules. */
  get now(): number {
    return START + Math.floor((performance.now() - this.#begun) * SPEED);
  }

  /** The next process serves from now on; the one after it is made ready meanwhile, unless this is the last. */
  async serve(order: Omit<Order, 'serve'> = {}, { isLast = false } = {}): Promise<Serving> {
    const serving = this.#standby ?? this.#spawned();
    this.#standby = isLast ? undefined : this.#spawned();
    await serving.tell({});
    await serving.tell({
      ...order,
      serve: { archive: this.path, now: new Date(this.now).toISOString(), speed: SPEED },
    });
    return serving;
  }

  /**
   * A brief of its own, due at once and not again for a week.
   * @param before what was delivered under the same schedule the day before
   */
  async schedule(conversation: Conversation, before?: Edition): Promise<void> {
    const { now } = this;
    const instant = new Date(now).toISOString();
    const name = { conversation, definition: 'de-escalation', situation: desk(this.made) };
    if (before !== undefined) await this.#record(name, before);
    await this.archive.schedules.save({
      ...{ ...name, zone: 'UTC' },
      ...{ time: instant.slice(11, 16), days: [weekdayOf(instant.slice(0, 10))], since: now - DAY_MS },
      madeBy: 'command-line',
    });
    this.made += 1;
  }

  async deliveries(): Promise<readonly Delivery[]> {
    return (await this.archive.outbox.recent({ limit: 10_000 })).filter(({ date }) => date > YESTERDAY);
  }

  /** Where briefs were scheduled that are not settled. */
  async waiting(): Promise<readonly Conversation[]> {
    const settled = (await this.deliveries()).filter(({ state }) => state !== 'waiting');
    const done = new Set(settled.map(({ situation }) => situation));
    const schedules = await this.archive.schedules.list();
    return schedules.filter(({ situation }) => !done.has(situation)).map(({ conversation }) => conversation);
  }

  async unsettled(): Promise<number> {
    const settled = (await this.deliveries()).filter(({ state }) => state !== 'waiting');
    return this.made - settled.length;
  }

  /** Resolves once nothing waits any more, or the process is over. */
  async settled(serving?: Serving): Promise<void> {
    const isSettled = async () => serving?.isOver || (await this.unsettled()) === 0;
    await vi.waitUntil(isSettled, { timeout: 60_000, interval: 10 });
  }

  /** What was to be posted: the edition that was written down with each delivery. */
  async editions(): Promise<readonly { readonly delivery: Delivery; readonly brief: Brief }[]> {
    const found = (await this.deliveries()).map(async (delivery) => {
      const edition = await this.archive.outbox.edition(delivery.edition ?? '');
      if (edition === undefined) throw new Error(`${delivery.key} is ${delivery.state} without an edition`);
      return { delivery, brief: edition.brief };
    });
    return Promise.all(found);
  }

  async #record(schedule: ScheduleName, content: Edition): Promise<void> {
    const name = { ...schedule, date: YESTERDAY, revision: '' };
    const at = START - DAY_MS;
    const sent = { id: 'yesterday', at: new Date(at).toISOString() };
    const times = { dueAt: at, nextAt: at, openedAt: at, settledAt: at };
    await this.archive.outbox.open([{ ...name, key: deliveryKey(name), state: 'sent', ...times, sent, content }]);
  }

  #spawned(): Serving {
    const serving = new Serving(this.#env, this.#folder, this.#output);
    this.#processes.push(serving);
    return serving;
  }

  async #remove(): Promise<void> {
    await Promise.all(this.#processes.map((one) => one.kill()));
    await this.archive.close();
    closeSync(this.#output);
    rmSync(this.#folder, { recursive: true, force: true });
  }
}

/** Each has a name of its own, by which its brief is known. */
function desk(at: number): string {
  return `Desk ${at + 1}`;
}
