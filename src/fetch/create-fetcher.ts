import type { Clock } from '../domain/clock.ts';
import type { Fetcher } from '../domain/fetching.ts';
import { DetenteError } from '../errors.ts';
import { Endpoints } from './endpoints.ts';
import { GuardedExchange } from './guarded-exchange.ts';
import { type FetcherLimits, GuardedFetcher } from './guarded-fetcher.ts';
import type { PaceOptions } from './host-pace.ts';
import type { Lookup } from './lookup.ts';
import { PacedExchange } from './paced-exchange.ts';
import { RobotsExchange } from './robots-exchange.ts';
import { RobotsMemory } from './robots-memory.ts';

export interface FetcherOptions {
  /** Who asks, truthfully: `Detente/1.0 (+https://example.org/bot)`. The name before `/` is the one in a robots.txt. */
  readonly userAgent: string;
  /** Reached beside public addresses, for servers of tests: `127.0.0.1:8080`. */
  readonly allow?: readonly string[];
  /** In place of the machine's own. */
  readonly lookup?: Lookup;
  /** Certificates of authorities (PEM) that are trusted beside those of Node. */
  readonly authorities?: readonly string[];
  /** Bytes of a document, unpacked: 5 MiB. */
  readonly most?: number;
  readonly times?: Partial<Times>;
  readonly pace?: Partial<PaceOptions>;
  /** Whether a robots.txt is asked first: true. */
  readonly robots?: boolean;
  /** By which a robots.txt grows old, and by which a host that asked for it is left alone. */
  readonly clock?: Clock;
}

/** Milliseconds. */
interface Times {
  /** Until a connection stands. */
  readonly connect: number;
  /** Until an answer begins, and between two pieces of it. */
  readonly firstByte: number;
  /** For one document, redirects included. */
  readonly total: number;
}

const TIMES: Times = { connect: 5_000, firstByte: 10_000, total: 20_000 };
const PACE: PaceOptions = { atOnce: 16, perHost: 2, gap: 1_000, burst: 5 };
const MOST = 5 * 1024 * 1024;
/** https://www.rfc-editor.org/rfc/rfc9309#section-2.5 */
const ROBOTS_MOST = 500 * 1024;

/**
 * The fetcher of the whole project: guarded, paced by host, and heeding robots.txt.
 * @throws DetenteError `bad-usage` where `userAgent` is no product with a comment, or `allow` holds no addresses
 */
export function createFetcher(options: FetcherOptions): Fetcher {
  const { allow, clock = { now: () => Date.now() }, robots = true } = options;
  const product = productOf(options.userAgent);
  const pace = { ...PACE, ...options.pace };
  const times = { ...TIMES, ...options.times };
  const endpoints = new Endpoints(allow);
  const fetcherOver = (exchange: PacedExchange | RobotsExchange, limits: Omit<FetcherLimits, 'totalTime'>) =>
    new GuardedFetcher(exchange, endpoints, { ...limits, totalTime: times.total });

  const guarded = new GuardedExchange({
    ...options,
    endpoints,
    connections: pace.perHost,
    connectTime: times.connect,
    firstByteTime: times.firstByte,
  });
  const paced = new PacedExchange(guarded, pace, clock);
  const document: Omit<FetcherLimits, 'totalTime'> = { most: options.most ?? MOST, over: 'fail' };
  if (!robots) return fetcherOver(paced, document);
  const memory = new RobotsMemory(fetcherOver(paced, { most: ROBOTS_MOST, over: 'cut' }), product, clock);
  return fetcherOver(new RobotsExchange(paced, memory), document);
}

/** https://www.rfc-editor.org/rfc/rfc9110#field.user-agent */
function productOf(userAgent: string): string {
  const product = /^([A-Za-z_-]+)(\/[\w.+-]+)?( \([\x20-\x7e]*\))?$/.exec(userAgent)?.[1];
  if (product === undefined)
    throw new DetenteError(
      'bad-usage',
      `${JSON.stringify(userAgent)} is no name of a program: write it as Detente/1.0 (+https://example.org/bot)`,
    );
  return product;
}
