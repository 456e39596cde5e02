import { editionsOf } from '../../src/cli/editions.ts';
import type { Archive } from '../../src/domain/archive.ts';
import type { Brief } from '../../src/domain/brief.ts';
import type { ChatAdapter, Conversation, RecallingAdapter, Sent } from '../../src/domain/chat.ts';
import type { Clock } from '../../src/domain/clock.ts';
import { everyDay } from '../../src/domain/day.ts';
import type { Reply } from '../../src/domain/reply.ts';
import type { Schedule } from '../../src/domain/schedule.ts';
import { silentLogger } from '../../src/logger.ts';
import type { SchedulingParts } from '../../src/schedule/parts.ts';
import { Scheduler } from '../../src/schedule/scheduler.ts';

export const [SECOND_MS, MINUTE_MS, HOUR_MS, DAY_MS] = [1_000, 60_000, 3_600_000, 86_400_000];

/** Stands still until it is moved, either way. */
export class HandClock implements Clock {
  #now: number;

  constructor(at: string | number) {
    this.#now = typeof at === 'number' ? at : Date.parse(at);
  }

  now(): number {
    return this.#now;
  }

  pass(milliseconds: number): void {
    this.#now += milliseconds;
  }
}

export interface Post {
  readonly channel: string;
  readonly reply: Reply;
  readonly key: string | undefined;
  /** By the clock in hand. */
  readonly at: number;
}

/** A platform that keeps what is posted. As after a restart, a key is known once it was looked up, and not before. */
export class Platform implements ChatAdapter, RecallingAdapter {
  readonly name: string;
  readonly posts: Post[] = [];
  /** Calls of `send`, also those that came to nothing. */
  readonly tried: { readonly channel: string; readonly at: number }[] = [];
  recalls = 0;
  /** Awaited before anything is posted. */
  before: (channel: string) => Promise<void> = async () => {};
  readonly #clock: Clock;
  readonly #byKey = new Map<string, Sent>();
  readonly #recalled = new Set<string>();

  constructor(clock: Clock, name = 'fake') {
    this.#clock = clock;
    this.name = name;
  }

  async start(): Promise<void> {}

  async stop(): Promise<void> {}

  async send({ channel }: Conversation, reply: Reply, key?: string): Promise<Sent> {
    this.tried.push({ channel, at: this.#clock.now() });
    await this.before(channel);
    const known = key !== undefined && this.#recalled.has(key) ? this.#byKey.get(key) : undefined;
    if (known !== undefined) return known;
    this.posts.push({ channel, reply, key, at: this.#clock.now() });
    const sent = { id: String(this.posts.length), at: new Date(this.#clock.now()).toISOString() };
    if (key !== undefined) this.#byKey.set(key, sent);
    return sent;
  }

  async recall(_: Conversation, key: string): Promise<Sent | undefined> {
    this.recalls += 1;
    this.#recalled.add(key);
    return this.#byKey.get(key);
  }

  /** What was posted, in the memory of the test: a year of it is much. */
  forget(): void {
    this.tried.length = 0;
    this.posts.length = 0;
    this.#byKey.clear();
    this.#recalled.clear();
  }

  briefsIn(channel: string): (Brief & { readonly at: number })[] {
    return this.posts
      .filter((post) => post.channel === channel)
      .flatMap(({ reply, at }) => (reply.kind === 'brief' ? [{ ...reply.brief, at }] : []));
  }
}

export function placeIn(channel: string, adapter = 'fake', workspace = 'w'): Conversation {
  return { adapter, workspace, channel };
}

/** Every day at 07:00 UTC since the beginning of time, of what the archive is most about. */
export function scheduled(channel: string, more: Partial<Schedule> = {}): Schedule {
  const name = { conversation: placeIn(channel), definition: 'de-escalation', situation: '' };
  return { ...name, time: '07:00', zone: 'UTC', days: everyDay, since: 0, madeBy: 'command-line', ...more };
}

/** A process that delivers: what it was told, and what it tells those who run the bot. */
export function delivering(
  archive: Archive,
  clock: HandClock,
  platforms: readonly ChatAdapter[],
  more: Partial<SchedulingParts> = {},
) {
  const told: string[] = [];
  const call = { archivePath: ':memory:', defaultArchive: false, format: 'text', clock, speed: 1 } as const;
  const scheduler = new Scheduler({
    outbox: archive.outbox,
    schedules: archive.schedules,
    adapters: new Map(platforms.map((platform) => [platform.name, platform])),
    clock,
    machineClock: clock,
    logger: silentLogger,
    compose: editionsOf(
      { ...call, staleAfterDays: 3, quiet: true, vectors: 'off', feeds: 'off', retentionDays: 400 },
      archive,
    ),
    tellAdmin: async (text) => void told.push(text),
    lateMs: 6 * HOUR_MS,
    leaseMs: 40 * SECOND_MS,
    ...more,
  });
  /** Ticks once, and waits for what that began. */
  const tick = async () => {
    await scheduler.tick();
    await scheduler.settled();
  };
  return { scheduler, told, tick };
}
