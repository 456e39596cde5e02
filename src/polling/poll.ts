import type { FeedClaim, FeedUrl, PollOutcome, PollSuccess, SeenItem } from '../domain/feed.ts';
import type { Fetched, FetchedBody, FetchFailure } from '../domain/fetching.ts';
import { present } from '../domain/present.ts';
import type { FeedItem, ReadFeed } from '../domain/reading.ts';
import { afterLook, type Done, stillThere, triesOf, vainly } from './after-look.ts';
import { type Drafted, drafted, type PageBehind } from './draft.ts';
import { Abandoned, type IntakeTurns } from './intake-turns.ts';
import { afterFailure, afterSuccess, type NextPoll } from './interval.ts';
import { digestOf, isFresh, isWorthNoting, judge, MOST_TRIES, pauseOf } from './judge.ts';
import { newestFirst, type OpenItem } from './order.ts';
import { lookBehind } from './page.ts';
import type { PollingParts } from './parts.ts';
import { noFeed } from './reasons.ts';
import type { RecentPages } from './recent-pages.ts';

export const FEED_ACCEPT =
  'application/rss+xml,application/atom+xml,application/feed+json,application/rdf+xml,application/xml;q=0.9,text/xml;q=0.9,application/json;q=0.8,*/*;q=0.1';
/** Pages behind items that are read in one poll, where the parts say nothing else. */
const PAGES = 20;
/** Articles that are taken in and noted together: few enough to lose little time when killed. */
const BATCH = 8;
/** No poll keeps its place for longer with pages: the other feeds wait. */
const LONGEST_MS = 120_000;
/** Pages that fail one after the other before the rest is left for later. */
const MOST_FAILED = 3;
/** How long the rest is left where a site does not answer. */
const UNWELL_MS = 10 * 60_000;

/** What the polls of a process share. */
interface Shared {
  readonly intake: IntakeTurns;
  readonly recent: RecentPages;
}

/**
 * One poll of a feed: fetches it, judges its items, reads the pages behind those that are open, takes their articles in,
 * notes what became of each, and settles. What is noted is in the archive before. Every step ends in `#step`, so that a
 * test can let the process die after any of them.
 */
export class Poll {
  readonly #parts: PollingParts;
  readonly #intake: IntakeTurns;
  readonly #recent: RecentPages;
  readonly #claim: FeedClaim;
  readonly #signal: AbortSignal;
  readonly #until: number;
  /** The address that speaks: from the answer on that says so, the one to which the feed has moved for good. */
  #url: FeedUrl;
  #fresh = 0;
  #updated = 0;
  /** When something that was left over can be looked at, in milliseconds since 1970. */
  #leftAt: number | undefined;
  /** Items were left that tell nothing of what the feed brings anew. */
  #isCutShort = false;
  #failedInRow = 0;
  /** Until then the feed's host wants to be left alone. */
  #quietUntil = 0;

  constructor(parts: PollingParts, { intake, recent }: Shared, claim: FeedClaim, signal: AbortSignal) {
    this.#parts = parts;
    this.#intake = intake;
    this.#recent = recent;
    this.#claim = claim;
    this.#url = claim.feed.url;
    this.#signal = signal;
    this.#until = parts.machineClock.now() + LONGEST_MS;
  }

  /** Undefined where it was not brought to its end. @throws where the archive cannot be written */
  async run(): Promise<PollOutcome | undefined> {
    const { archive } = this.#parts;
    try {
      const outcome = await this.#step('ended', this.#outcome());
      if (outcome === undefined) return undefined;
      const isSettled = await this.#step('settled', archive.feeds.settle(this.#claim, outcome));
      return isSettled ? outcome : undefined;
    } catch (error) {
      if (error instanceof Abandoned) return undefined;
      throw error;
    }
  }

  async #outcome(): Promise<PollOutcome | undefined> {
    const { fetcher, reader } = this.#parts;
    const { url, etag, lastModified } = this.#claim.feed;
    const request = { url, accept: FEED_ACCEPT, etag, lastModified, signal: this.#signal };
    const fetched = await this.#step('fetched', fetcher.get(request));
    if (fetched.kind === 'failed') return fetched.code === 'aborted' ? undefined : this.#failure(fetched);
    if (fetched.kind === 'unchanged') return this.#success(fetched);
    this.#url = fetched.movedTo ?? url;
    const now = this.#now();
    const read = await this.#step(
      'read',
      reader.feed({ body: fetched.body, url: fetched.url, type: fetched.type, now }),
    );
    if (read.kind !== 'feed') return this.#failure({ reason: noFeed(fetched, read) });
    await this.#step('looked-through', this.#lookThrough(read));
    return this.#signal.aborted ? undefined : this.#success(fetched, read);
  }

  async #lookThrough(read: ReadFeed): Promise<void> {
    const { items } = read;
    const { feeds } = this.#parts.archive;
    const keys = items.map(({ key }) => key);
    const seen = await this.#step('remembered', feeds.seen(this.#claim.feed.url, keys));
    const open: OpenItem[] = [];
    const noted: Noted[] = [];
    for (const item of items) {
      const before = seen.get(item.key);
      const known = this.#judged(item, before);
      if (known === 'open') open.push({ item, before });
      else if (known !== undefined) noted.push({ before, after: known });
    }
    await this.#step('noted', this.#note(noted));
    await this.#step('opened', this.#readOpen(newestFirst(open), read));
  }

  /** What is known of an item without its page; undefined where it is left as it was. */
  #judged(item: FeedItem, before: SeenItem | undefined): SeenItem | 'open' | undefined {
    const verdict = judge(item, before, this.#by());
    if (verdict.kind === 'open') return 'open';
    if (verdict.kind === 'later' || verdict.kind === 'waiting') this.#leave(verdict.at);
    if (verdict.kind === 'later') return undefined;
    if (verdict.kind === 'unchanged') return before && stillThere(before, this.#now());
    const { kind: state, reason } = verdict;
    return { ...this.#named(item), state, reason, tries: 0 };
  }

  async #readOpen(open: readonly OpenItem[], read: ReadFeed): Promise<void> {
    const most = this.#parts.pages ?? PAGES;
    for (let from = 0; from < open.length; from += BATCH) {
      const batch = open.slice(from, Math.min(from + BATCH, most));
      const ended: Ending[] = [];
      for (const one of batch) {
        const ending = this.#isOver() ? undefined : await this.#step('looked-at', this.#lookAt(one, read));
        if (ending === undefined) break;
        ended.push(ending);
      }
      const noted = await this.#step('taken-in', Promise.all(ended.map((ending) => this.#end(ending))));
      await this.#step('noted', this.#note(noted));
      if (ended.length === BATCH) continue;
      if (from + ended.length < open.length) this.#leaveRest();
      return;
    }
  }

  /** Undefined where this poll looks at nothing more. */
  async #lookAt(one: OpenItem, read: ReadFeed): Promise<Ending | undefined> {
    const { item, before } = one;
    const { link } = item;
    if (link === undefined) return this.#drafted(one, undefined, read);
    const { articles } = this.#parts.archive;
    const known = await this.#step('looked-up', articles.standing({ url: link, contentHash: '' }));
    if (known.kind === 'removed') return { one, end: { refused: `removed before: ${known.reason}` } };
    // another feed has brought it, or this one before it was killed; or its feed has named it anew since it has changed
    const isAsKnown = this.#recent.has(link, this.#now()) || !isFresh(item, this.#now());
    if (known.kind === 'changed' && before?.state !== 'taken' && isAsKnown) return { one, end: { article: known.id } };
    const fault = before === undefined ? this.#recent.faultOf(link, this.#now()) : undefined;
    if (fault !== undefined) return this.#drafted(one, { fault }, read);
    const look = await this.#step('page-looked-at', this.#look(link));
    if (look.kind === 'aborted') return undefined;
    if (look.kind === 'seen') {
      this.#failedInRow = 0;
      this.#recent.add(link, this.#now(), 'fault' in look.page ? look.page.fault : undefined);
      return this.#drafted(one, look.page, read);
    }
    this.#failedInRow = look.isBusy ? MOST_FAILED : this.#failedInRow + 1;
    if (triesOf(before) + 1 >= MOST_TRIES) return this.#drafted(one, { fault: `${look.fault} ${vainly}` }, read);
    if (isOneHost(link, this.#claim.feed.url)) this.#quietUntil = this.#now() + (look.retryAfter ?? 0);
    return { one, end: { waiting: look.fault } };
  }

  #look(link: string) {
    const { fetcher, reader } = this.#parts;
    const step = <Result>(name: string, work: Promise<Result>) => this.#step(name, work);
    return lookBehind(link, { fetcher, reader, now: this.#now(), signal: this.#signal, step });
  }

  #drafted(one: OpenItem, page: PageBehind | undefined, { title = this.#claim.feed.title }: ReadFeed): Ending {
    return { one, end: drafted(one.item, page, { url: this.#url, title }, this.#by()) };
  }

  /** @returns what is to be noted of an item that was looked at */
  async #end({ one, end }: Ending): Promise<Noted> {
    const { before } = one;
    const own = before?.article;
    const done =
      'draft' in end ? await this.#step('taken', this.#intake.take({ ...end, own })) : 'kind' in end ? told(end) : end;
    if (before?.state === 'taken' && 'article' in done && done.isNewVersion) this.#updated += 1;
    return { before, after: this.#after(one, done) };
  }

  #after({ item, before }: OpenItem, done: Done): SeenItem {
    const after = afterLook(item, before, done, this.#now());
    if (after.state === 'waiting') this.#leave(after.seenAt + pauseOf(after));
    return after;
  }

  async #note(noted: readonly Noted[]): Promise<void> {
    const worth = noted.filter(({ before, after }) => isWorthNoting(before, after));
    if (worth.length === 0) return;
    const { feeds } = this.#parts.archive;
    const items = worth.map(({ after }) => after);
    if (!(await this.#step('written-down', feeds.note(this.#claim, items)))) throw new Abandoned('the claim was lost');
    this.#fresh += worth.filter(({ before }) => before === undefined).length;
  }

  #success(fetched: Exclude<Fetched, FetchFailure>, read?: ReadFeed): PollSuccess {
    const { feed } = this.#claim;
    const now = this.#now();
    // what is in a feed when it is taken up, or comes in parts, does not tell how often it brings something
    const fresh = feed.succeededAt === undefined || this.#isCutShort ? undefined : this.#fresh;
    const quiet = Math.max(0, this.#quietUntil - now);
    const left = this.#leftAt === undefined ? undefined : Math.max(quiet, this.#leftAt - now);
    const maxAge = Math.max(quiet / 1_000, (fetched as Partial<FetchedBody>).maxAge ?? 0);
    const next = afterSuccess(feed.interval, { fresh, left, quietMinutes: read?.quietMinutes, maxAge }, this.#random());
    // what was left over is seen again only where the feed is sent again
    const validators = read === undefined ? feed : left === undefined ? (fetched as FetchedBody) : {};
    const { etag, lastModified } = validators as Partial<FetchedBody>;
    return {
      ...{ kind: 'success', fresh: this.#fresh, updated: this.#updated, ...this.#ended(next, now) },
      ...present({ title: read?.title, site: read?.site, movedTo: fetched.movedTo, etag, lastModified }),
    };
  }

  #failure({ reason, retryAfter, code }: Pick<FetchFailure, 'reason'> & Partial<FetchFailure>): PollOutcome {
    const { interval, failures } = this.#claim.feed;
    const trouble = { failures: failures + 1, isGone: code === 'gone', retryAfter };
    const next = afterFailure(interval, trouble, this.#random());
    return { kind: 'failure', reason, ...this.#ended(next, this.#now()) };
  }

  #ended({ interval, wait }: NextPoll, now: number) {
    return { at: now, nextAt: now + wait, interval };
  }

  #named(item: FeedItem): Pick<SeenItem, 'key' | 'digest' | 'seenAt'> {
    return { key: item.key, digest: digestOf(item), seenAt: this.#now() };
  }

  /** Something is left that can be looked at then; undefined where that is not foreseeable. */
  #leave(at: number | undefined): void {
    if (at !== undefined) this.#leftAt = Math.min(this.#leftAt ?? at, at);
  }

  #leaveRest(): void {
    this.#isCutShort = true;
    this.#leave(this.#now() + (this.#failedInRow >= MOST_FAILED ? UNWELL_MS : 0));
  }

  #isOver(): boolean {
    return this.#signal.aborted || this.#failedInRow >= MOST_FAILED || this.#parts.machineClock.now() > this.#until;
  }

  #by() {
    return { now: this.#now(), retentionDays: this.#parts.retentionDays };
  }

  #now(): number {
    return this.#parts.clock.now();
  }

  #random(): number {
    return (this.#parts.random ?? Math.random)();
  }

  async #step<Result>(name: string, work: Promise<Result>): Promise<Result> {
    const result = await work;
    this.#parts.onStep?.(name);
    return result;
  }
}

/** How the look at an item ended, before its article is taken in. */
interface Ending {
  readonly one: OpenItem;
  readonly end: Done | Drafted;
}

interface Noted {
  readonly before: SeenItem | undefined;
  readonly after: SeenItem;
}

function isOneHost(link: string, feed: string): boolean {
  return URL.parse(link)?.host === URL.parse(feed)?.host;
}

function told(end: Exclude<Drafted, { kind: 'draft' }>): Done {
  return end.kind === 'refused' ? { refused: end.reason } : { waiting: end.reason };
}
