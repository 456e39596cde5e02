import { randomUUID } from 'node:crypto';
import { hostname } from 'node:os';
import type { Lease } from '../domain/delivery.ts';
import type { Feed, FeedClaim, FeedUrl, PollOutcome } from '../domain/feed.ts';
import { isArchiveFailure, reasonOf } from '../errors.ts';
import { shownAddress, withoutQueries } from './address.ts';
import { FeedHold } from './hold.ts';
import { IntakeTurns } from './intake-turns.ts';
import { afterFailure } from './interval.ts';
import type { PollingParts } from './parts.ts';
import { Poll } from './poll.ts';
import { RecentPages } from './recent-pages.ts';

/** Feeds that are polled at once: most of a poll is waiting, and a host has a pace of its own. */
const WIDTH = 8;
/** Of these at one host: one that is slow, and has many feeds, must not hold up all others. */
const PER_HOST = 3;
/** Due feeds that are read at once; what is left waits for the next tick. */
const MOST_DUE = 1_000;
const MINUTE_MS = 60_000;
const DAY_MS = 24 * 60 * MINUTE_MS;
/** So long before a brief its feeds are polled, each installation at a moment of its own. */
const LEAD_MS = 10 * MINUTE_MS;
const SHORTEST_LEAD_MS = 6 * MINUTE_MS;
/** What was not in its feed for so long is forgotten; its article is known by its address still. */
const FORGET_MS = 60 * DAY_MS;
/** Nothing is fetched while the archive cannot take it: first for so long, then twice as long each time, up to a limit. */
const UNWRITABLE_MS = MINUTE_MS;
const LONGEST_UNWRITABLE_MS = 15 * MINUTE_MS;

/** Polls the feeds that are due, several at a time, whatever one of them does. */
export class Poller {
  readonly #parts: PollingParts;
  readonly #shared: { readonly intake: IntakeTurns; readonly recent: RecentPages };
  readonly #stopped = new AbortController();
  readonly #owner = `${hostname()} ${process.pid} ${randomUUID().slice(0, 8)}`;
  readonly #underWay = new Map<FeedUrl, Promise<PollOutcome | undefined>>();
  /** Polls that are under way at each host. */
  readonly #hosts = new Map<string, number>();
  readonly #idle: (() => void)[] = [];
  #waiting: Feed[] = [];
  #isClosed = false;
  #hastenedFor: number | undefined;
  #leadMs: number;
  #expiredAt: number | undefined;
  /** By the clock of the machine. */
  #unwritableUntil = 0;
  #unwritable = 0;

  constructor(parts: PollingParts) {
    this.#parts = parts;
    const intake = new IntakeTurns(parts, this.#stopped.signal);
    this.#shared = { intake, recent: new RecentPages() };
    this.#leadMs = this.#lead();
  }

  /** Looks at the clock once, and begins the polls that are due. They go on after it. Never rejects. */
  async tick(): Promise<void> {
    const { archive, clock, machineClock } = this.#parts;
    if (this.#isClosed || machineClock.now() < this.#unwritableUntil) return;
    const now = clock.now();
    try {
      await this.#hasten(now);
      await this.#expire(now);
      const due = await archive.feeds.due(now, this.#lease(), MOST_DUE);
      this.#waiting = due.filter(({ url }) => !this.#underWay.has(url));
      this.#beginNext();
    } catch (error) {
      this.#pause(error);
    }
  }

  /**
   * Polls a feed at once, whether or not it is due. Undefined where it is paused or there is none, another process polls
   * it, or it was stopped. Never rejects.
   */
  async pollNow(url: FeedUrl): Promise<PollOutcome | undefined> {
    if (this.#isClosed) return undefined;
    return this.#underWay.get(url) ?? this.#begin(url);
  }

  /** Resolves once no feed is being polled and none that was due waits. */
  async settled(): Promise<void> {
    if (this.#underWay.size > 0) await new Promise<void>((resolve) => this.#idle.push(resolve));
  }

  /** Begins nothing new; polls that are under way have this many milliseconds, then they are given up. */
  async stop(milliseconds: number): Promise<void> {
    this.#isClosed = true;
    this.#waiting = [];
    await this.#settledWithin(milliseconds);
    this.#stopped.abort();
    // an article that is being taken in is taken in
    await this.#settledWithin(milliseconds);
  }

  async #settledWithin(milliseconds: number): Promise<void> {
    const { promise: over, resolve } = Promise.withResolvers<void>();
    const timer = setTimeout(resolve, milliseconds);
    await Promise.race([this.settled(), over]);
    clearTimeout(timer);
  }

  /** Once for each brief, so that what has come in since the last poll is in it. */
  async #hasten(now: number): Promise<void> {
    const slot = this.#parts.nextSlot?.(now);
    if (slot === undefined || slot === this.#hastenedFor || slot - now > this.#leadMs) return;
    await this.#parts.archive.feeds.hasten(slot - LEAD_MS, now);
    this.#hastenedFor = slot;
    this.#leadMs = this.#lead();
  }

  #lead(): number {
    const random = (this.#parts.random ?? Math.random)();
    return SHORTEST_LEAD_MS + random * (LEAD_MS - SHORTEST_LEAD_MS);
  }

  async #expire(now: number): Promise<void> {
    if (this.#expiredAt !== undefined && Math.abs(now - this.#expiredAt) < DAY_MS) return;
    await this.#parts.archive.feeds.expire(now - FORGET_MS);
    this.#expiredAt = now;
  }

  #beginNext(): void {
    while (!this.#isClosed && this.#underWay.size < (this.#parts.width ?? WIDTH)) {
      const at = this.#waiting.findIndex(({ url }) => this.#mayBegin(url));
      if (at < 0) return;
      const [next] = this.#waiting.splice(at, 1);
      if (next !== undefined) void this.#begin(next.url, this.#parts.clock.now());
    }
  }

  #mayBegin(url: FeedUrl): boolean {
    return !this.#underWay.has(url) && (this.#hosts.get(hostOf(url)) ?? 0) < PER_HOST;
  }

  /** @param dueAt when it must be due still; undefined where it is polled in any case */
  #begin(url: FeedUrl, dueAt?: number): Promise<PollOutcome | undefined> {
    const poll = this.#polled(url, dueAt).finally(() => this.#leave(url));
    this.#underWay.set(url, poll);
    this.#count(url, 1);
    return poll;
  }

  #leave(url: FeedUrl): void {
    this.#underWay.delete(url);
    this.#count(url, -1);
    this.#beginNext();
    if (this.#underWay.size === 0) for (const resolve of this.#idle.splice(0)) resolve();
  }

  #count(url: FeedUrl, change: number): void {
    const [host, count] = [hostOf(url), (this.#hosts.get(hostOf(url)) ?? 0) + change];
    if (count > 0) this.#hosts.set(host, count);
    else this.#hosts.delete(host);
  }

  /** Never rejects: what goes wrong is noted with the feed, or in the log. */
  async #polled(url: FeedUrl, dueAt: number | undefined): Promise<PollOutcome | undefined> {
    try {
      const claim = await this.#parts.archive.feeds.claim(url, this.#lease(), dueAt);
      this.#parts.onStep?.('claimed');
      return claim && (await this.#pollClaimed(claim));
    } catch (error) {
      this.#pause(error);
      return undefined;
    }
  }

  async #pollClaimed(claim: FeedClaim): Promise<PollOutcome | undefined> {
    const hold = new FeedHold(claim, () => this.#lease(), this.#parts);
    const signal = AbortSignal.any([hold.lost, this.#stopped.signal]);
    try {
      const outcome = await new Poll(this.#parts, this.#shared, claim, signal).run();
      if (outcome !== undefined) await this.#report(claim.feed, outcome);
      this.#unwritable = 0;
      return outcome;
    } catch (error) {
      if (isArchiveFailure(error)) throw error;
      return await this.#fail(claim, error);
    } finally {
      hold.end();
    }
  }

  /** A fault of our own with one feed must not be met again at every tick. */
  async #fail(claim: FeedClaim, error: unknown): Promise<PollOutcome> {
    const { archive, clock, logger, random = Math.random } = this.#parts;
    logger.error({ feed: shownAddress(claim.feed.url), error }, 'a feed could not be polled');
    const [now, { interval, failures }] = [clock.now(), claim.feed];
    const next = afterFailure(interval, { failures: failures + 1 }, random());
    const reason = `it could not be dealt with: ${reasonOf(error)}`;
    const times = { at: now, nextAt: now + next.wait, interval: next.interval };
    const outcome: PollOutcome = { kind: 'failure', reason, ...times };
    await archive.feeds.settle(claim, outcome);
    return outcome;
  }

  /** One line where a feed begins to fail, one where it works again, and one where it has moved. */
  async #report({ url, failures }: Feed, outcome: PollOutcome): Promise<void> {
    const { logger, archive } = this.#parts;
    const feed = shownAddress(url);
    if (outcome.kind === 'failure') {
      if (failures === 0) logger.warn({ feed, reason: withoutQueries(outcome.reason) }, 'a feed cannot be read');
    } else if (failures > 0) logger.info({ feed, failures }, 'a feed can be read again');
    const { movedTo } = outcome;
    // it stays where it is while another feed has that address
    if (movedTo !== undefined && (await archive.feeds.get(url)) === undefined)
      logger.info({ feed, to: shownAddress(movedTo) }, 'a feed has moved for good');
  }

  /** Where the archive cannot be written, publishers are not asked over and over for what cannot be kept. */
  #pause(error: unknown): void {
    const { logger, machineClock } = this.#parts;
    const now = machineClock.now();
    if (now < this.#unwritableUntil) return;
    logger.error({ error }, 'feeds are not polled for a while: the archive cannot be used');
    this.#waiting = [];
    this.#unwritableUntil = now + Math.min(LONGEST_UNWRITABLE_MS, UNWRITABLE_MS * 2 ** this.#unwritable);
    this.#unwritable += 1;
  }

  #lease(): Lease {
    return { owner: this.#owner, now: this.#parts.machineClock.now(), milliseconds: this.#parts.leaseMs };
  }
}

function hostOf(url: FeedUrl): string {
  return URL.parse(url)?.host ?? '';
}
