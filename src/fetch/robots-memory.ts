import type { Clock } from '../domain/clock.ts';
import type { Fetcher, FetchFailure } from '../domain/fetching.ts';
import { RobotsRules } from './robots-rules.ts';

/** What is known of an origin: its rules, or why nobody knows them. */
type Robots = RobotsRules | FetchFailure;

interface Entry {
  readonly robots: Promise<Robots>;
  /** Absent while it is on its way. */
  until?: number;
  size: number;
}

/** https://www.rfc-editor.org/rfc/rfc9309#section-2.4 */
const LONGEST = 24 * 3_600_000;
/** Until it is asked for again where a server has a fault of its own, or is not reached. */
const FAULTY = 10 * 60_000;
const UNREACHED = 60_000;
/** Rules of all origins together: tens of megabytes. */
const MOST_RULES = 200_000;

/**
 * Remembers what each origin's robots.txt says; whoever asks at the same time asks once. None there (4xx) allows all,
 * a fault of the server (5xx, 429) forbids all for a while, unless older rules are known.
 * https://www.rfc-editor.org/rfc/rfc9309#section-2.3.1
 */
export class RobotsMemory {
  readonly #fetcher: Fetcher;
  readonly #product: string;
  readonly #clock: Clock;
  readonly #entries = new Map<string, Entry>();
  #size = 0;

  /** @param fetcher does not ask this memory in its turn */
  constructor(fetcher: Fetcher, product: string, clock: Clock) {
    this.#fetcher = fetcher;
    this.#product = product;
    this.#clock = clock;
  }

  of(origin: string): Promise<Robots> {
    const known = this.#entries.get(origin);
    if (known !== undefined && this.#isFresh(known)) return known.robots;
    const robots = this.#read(origin, known);
    const entry: Entry = { robots, size: 1 };
    this.#forget(origin);
    this.#remember(origin, entry);
    void robots.then((read) => this.#settle(origin, entry, read));
    return robots;
  }

  close(): Promise<void> {
    return this.#fetcher.close();
  }

  #isFresh({ until }: Entry): boolean {
    const left = until === undefined ? 1 : until - this.#clock.now();
    // further ahead than any is set: the clock was set back
    return left > 0 && left <= LONGEST;
  }

  async #read(origin: string, old: Entry | undefined): Promise<Robots> {
    const read = await this.#fetch(origin);
    if (read instanceof RobotsRules || old === undefined) return read;
    const known = await old.robots;
    return known instanceof RobotsRules ? known : read;
  }

  async #fetch(origin: string): Promise<Robots> {
    const rules = (text: string) => new RobotsRules(text, this.#product);
    const fetched = await this.#fetcher.get({ url: `${origin}/robots.txt`, accept: 'text/plain, */*;q=0.5' });
    if (fetched.kind === 'body') return rules(new TextDecoder().decode(fetched.body));
    if (fetched.kind === 'unchanged' || allowsAll.includes(fetched.code)) return rules('');
    return fetched;
  }

  #settle(origin: string, entry: Entry, read: Robots): void {
    if (this.#entries.get(origin) !== entry) return;
    this.#forget(origin);
    entry.until = this.#clock.now() + timeOf(read);
    entry.size = read instanceof RobotsRules ? read.size : 1;
    if (entry.size < MOST_RULES) this.#remember(origin, entry);
  }

  #remember(origin: string, entry: Entry): void {
    this.#entries.set(origin, entry);
    this.#size += entry.size;
    for (const oldest of this.#entries.keys()) {
      if (this.#size <= MOST_RULES) return;
      this.#forget(oldest);
    }
  }

  #forget(origin: string): void {
    this.#size -= this.#entries.get(origin)?.size ?? 0;
    this.#entries.delete(origin);
  }
}

/** Where no file can be had, there are no rules; nor where there is one that cannot be read. */
const allowsAll: readonly string[] = ['denied', 'missing', 'gone', 'redirects', 'unreadable'];

function timeOf(read: Robots): number {
  if (read instanceof RobotsRules) return LONGEST;
  if (read.code === 'aborted') return 0;
  return read.code === 'server' || read.code === 'busy' ? Math.min(read.retryAfter ?? FAULTY, LONGEST) : UNREACHED;
}
