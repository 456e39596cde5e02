import type { ServerResponse } from 'node:http';
import { type Answer, FeedServer, sends, sendsTagged } from './feed-server.ts';
import { HOUR, MINUTE, NOW } from './items.ts';

const COUNTRIES =
  'Norway Sweden Denmark Finland Iceland Estonia Latvia Poland Germany France Spain Portugal Italy Greece Turkey Egypt Chad Sudan Kenya Somalia Ethiopia Ghana Nigeria Angola Zambia Brazil Peru Chile Mexico Cuba Canada Japan China India Nepal Vietnam'.split(
    ' ',
  );
const HOSTS = 10;
/** Items that a feed shows at once. */
const WINDOW = 15;

/** What is wrong with a broken feed: all day, or from time to time. */
const BROKEN: Readonly<Record<string, Answer>> = {
  missing: sends('', 'text/plain', 404),
  'with a fault': sends('', 'text/plain', 500),
  empty: sends('', 'application/rss+xml'),
  'a page': sends('<html><head><title>News</title></head><body>News</body></html>', 'text/html'),
  'a page to log in': sends('<html><body><form><input type=password></form></body></html>', 'text/html'),
  hanging: () => {},
  'cut off': sends('<rss version="2.0"><channel><title>News</title><item><link>https://a', 'application/rss+xml'),
  'asked too often': sends('', 'text/plain', 429, { 'retry-after': '3600' }),
  'sent into the machine': (_, response) => response.writeHead(302, { location: 'http://127.0.0.1:1/' }).end(),
  gone: sends('', 'text/plain', 410),
};
const KINDS = Object.keys(BROKEN);

export interface TownFeed {
  readonly url: string;
  /** Of `BROKEN`; undefined where it works, at least most of the time. */
  readonly broken: string | undefined;
  /** Its items by address, and when each is published. */
  readonly items: ReadonlyMap<string, number>;
}

/** Many publishers on this machine. What they show depends on the time; one in ten is broken, and some of the others odd. */
export class Town {
  readonly feeds: readonly TownFeed[];
  readonly hosts: readonly string[];
  readonly #servers: readonly FeedServer[];

  private constructor(servers: readonly FeedServer[], feeds: readonly TownFeed[]) {
    this.#servers = servers;
    this.feeds = feeds;
    this.hosts = servers.map(({ host }) => host);
  }

  static async build(count: number, now: () => number): Promise<Town> {
    // whoever is asked too often wants to be left alone with all that it has
    const servers = await Promise.all(Array.from({ length: HOSTS + 1 }, () => FeedServer.forTest()));
    const feeds = Array.from({ length: count }, (_, at) => publish(at, servers, now));
    return new Town(servers, feeds);
  }

  /** How often a page was asked for, by address. */
  times(url: string): number {
    const { host, pathname } = new URL(url);
    return this.#servers.find((server) => server.host === host)?.times(pathname) ?? 0;
  }

  requests(): number {
    return this.#servers.flatMap(({ asked }) => [...asked.values()]).reduce((sum, times) => sum + times, 0);
  }
}

function publish(at: number, servers: readonly FeedServer[], now: () => number): TownFeed {
  const broken = at % 10 === 3 ? KINDS[Math.floor(at / 10) % KINDS.length] : undefined;
  const server = servers[broken === 'asked too often' ? HOSTS : at % HOSTS] as FeedServer;
  const path = `/feed-${at}`;
  if (broken !== undefined) server.on(path, BROKEN[broken]);
  const items = broken === undefined ? itemsOf(at, server) : new Map<string, number>();
  if (broken === undefined) server.on(path, feedOf(at, server, items, now));
  return { url: server.url(path), broken, items };
}

/** From two items that are there at the beginning to eight in the course of the day. */
function itemsOf(at: number, server: FeedServer): ReadonlyMap<string, number> {
  const items = new Map<string, number>();
  for (let one = 0; one < 2 + (at % 7); one += 1) {
    const name = `f${at}-i${one}`;
    const story = { name, title: `Report ${name}`, text: reportOf(at, one) };
    server.page(story);
    // of some the first look fails
    if (at % 20 === 7 && one === 1) failFirst(server, `/story/${name}`, () => server.page(story));
    items.set(server.url(`/story/${name}`), NOW + (one < 2 ? -HOUR : ((one * 37 + at * 13) % 22) * HOUR + 5 * MINUTE));
  }
  return items;
}

function failFirst(server: FeedServer, path: string, mend: () => void): void {
  server.on(path, (_, response) => {
    response.writeHead(500).end();
    mend();
  });
}

function feedOf(at: number, server: FeedServer, items: ReadonlyMap<string, number>, now: () => number): Answer {
  let polls = 0;
  return (request, response) => {
    polls += 1;
    // some fail every now and then
    if (at % 10 === 5 && polls % 3 === 2) return fail(response);
    const shown = [...items].filter(([, published]) => published <= now()).slice(-WINDOW);
    // some touch their dates at every poll
    const date = (published: number) => new Date(at % 10 === 6 ? now() : published).toUTCString();
    const stories = shown.map(([link, published]) => {
      const name = link.split('/').at(-1) ?? '';
      return { name, title: `Report ${name}`, date: date(published) };
    });
    const body = server.rss(stories, `Publisher ${at}`);
    sendsTagged(body, 'application/rss+xml', `"${shown.length}-${at % 10 === 6 ? polls : 0}"`)(request, response);
  };
}

function fail(response: ServerResponse): void {
  response.writeHead(502).end();
}

/** Of other states and in other words each time: what is merged, or taken for a copy, is what belongs together. */
export function reportOf(at: number, one: number): string {
  const [left, right] = [COUNTRIES[(at + one) % 36], COUNTRIES[(at * 7 + one * 11 + 1) % 36]];
  const word = wordsFrom(at * 31 + one + 1);
  const sentences = Array.from(
    { length: 4 },
    () => `The ${word()} ${word()} of the ${word()} kept its ${word()} under a ${word()} and ${word()} ${word()}.`,
  );
  return `${left} offered ${right} talks about the ${word()} dues of ${word()} harbour.\n\n${sentences.join(' ')}`;
}

const SYLLABLES = 'ba do ke lu mi na po ra se tu va wo ze chi fa go'.split(' ');

/** Words that nobody else has. */
function wordsFrom(seed: number): () => string {
  let state = seed * 2_654_435_761;
  const syllable = () => {
    state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0;
    return SYLLABLES[state >>> 28];
  };
  return () => `${syllable()}${syllable()}${syllable()}`;
}
