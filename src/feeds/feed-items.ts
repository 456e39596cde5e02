import { present } from '../domain/present.ts';
import type { FeedItem, ReadFeed } from '../domain/reading.ts';
import { contentHash } from '../ingest/identity.ts';
import { languageTag } from '../ingest/language.ts';
import { dateOfUrl } from '../ingest/stated-date.ts';
import { absolute, withoutTracking } from './addresses.ts';
import { newsroomDay, timeOf } from './feed-dates.ts';
import type { StatedFeed, StatedItem, Words } from './feed-formats.ts';
import { LONGEST_MARKUP, lineOf, paragraphsOf, paragraphsOfText } from './plain-words.ts';

const LONGEST = { title: 500, summary: 2000, content: 200_000, author: 200, id: 500, scheme: 40 } as const;
/** Fewer characters are a teaser, whatever the feed calls them. */
const SHORTEST_CONTENT = 500;
/** More in a teaser's place are the article. */
const LONG_SUMMARY = 1500;
/** Says that the article goes on elsewhere. */
const CUT =
  /(?:\u2026|\.\.\.|\[(?:\u2026|\.{3}|&hellip;)\])\W*$|\b(?:read|continue|see|learn)\b.{0,30}\b(?:more|reading|full (?:story|article))\W*$|\(more\W*\)$/iu;
/** The line that WordPress adds to what it feeds. */
const FED_BY =
  /\n*^(?:The post .{1,400} (?:appeared first on|first appeared on) .{1,200}|(?:Read more|Continue reading)\b.{0,300})$/gimu;
const PERIOD_MINUTES: Readonly<Record<string, number>> = {
  hourly: 60,
  daily: 1440,
  weekly: 10_080,
  monthly: 10_080,
  yearly: 10_080,
};
const LONGEST_QUIET = 10_080;

/** Where a document was found, and by which clock its dates are judged. */
export interface Place {
  readonly url: string;
  readonly now: number;
  /** What relative addresses begin with where nothing nearer is said; by default the document's own address. */
  readonly base?: string | undefined;
}

/** What a feed states, as plain text with absolute addresses, each item once. */
export function readStated(feed: StatedFeed, place: Place, most: number): Omit<ReadFeed, 'format' | 'total'> {
  const base = absolute(feed.base, place.base ?? place.url) ?? place.base ?? place.url;
  const site = feed.links.map((link) => absolute(link, base)).find((link) => link !== undefined);
  const quiet = quietMinutes(feed);
  const shared = sharedIds(feed.items);
  const read = feed.items.map((item) => itemOf(item, { ...place, base }, feed.language, shared));
  const items = new Map<string, FeedItem>();
  for (const item of read) if (item !== undefined && !items.has(item.key)) items.set(item.key, item);
  return {
    ...present({
      title: cutAtWord(lineOf(feed.title), LONGEST.title),
      site,
      language: languageTag(feed.language),
      quietMinutes: quiet,
    }),
    items: [...items.values()].slice(0, most),
  };
}

/** Ids that stand for several addresses: software that gives each item the same one names none of them by it. */
function sharedIds(items: readonly StatedItem[]): ReadonlySet<string> {
  const links = new Map<string, string | undefined>();
  const shared = new Set<string>();
  for (const item of items) {
    const id = idOf(item);
    const [link] = item.links;
    if (id === undefined) continue;
    if (links.has(id) && links.get(id) !== link) shared.add(id);
    links.set(id, link);
  }
  return shared;
}

function itemOf(
  item: StatedItem,
  place: Place,
  language: string | undefined,
  shared: ReadonlySet<string>,
): FeedItem | undefined {
  const base = absolute(item.base, place.base) ?? place.base;
  const stated = item.links.map((link) => absolute(link, base)).find((link) => link !== undefined);
  const link = stated === undefined ? undefined : withoutTracking(stated);
  const title = cutAtWord(lineOf(item.title), LONGEST.title);
  const texts = textsOf(item);
  const words = [title, texts.summary, texts.content].filter((text) => text !== undefined).join('\n');
  const named = idOf(item);
  const id = named !== undefined && !shared.has(named) ? named : undefined;
  if (id === undefined && link === undefined && words === '') return undefined;
  return {
    key: id ?? link ?? `words:${contentHash(words)}`,
    ...present({ link, linkScheme: link === undefined ? schemeOf(item) : undefined, title }),
    ...texts,
    ...present({ author: authorsOf(item) }),
    ...timesOf(item, link, place.now, language),
  };
}

/** Of links that lead to no web page; one without a scheme was no address at all. */
function schemeOf({ links }: StatedItem): string | undefined {
  const schemes = links.map((link) => URL.parse(link?.trim() ?? '')?.protocol);
  return schemes.find(
    (scheme) => scheme !== undefined && scheme.length <= LONGEST.scheme && !/^https?:$/u.test(scheme),
  );
}

/** An id of any length as one that can be stored, without the count of changes that some add to an address (`#2`). */
function idOf({ id }: StatedItem): string | undefined {
  const line = lineOf(id)?.replace(/^(https?:\S+)#\d{1,3}$/iu, '$1');
  return line === undefined || line.length <= LONGEST.id ? line : `id:${contentHash(line)}`;
}

function textsOf({ summary, content }: StatedItem): Pick<FeedItem, 'summary' | 'content'> {
  const teaser = textOf(summary);
  const text = textOf(content);
  const whole = isWhole(text, content, Math.max(SHORTEST_CONTENT, teaser?.length ?? 0));
  const article = whole ? text : isWhole(teaser, summary, LONG_SUMMARY) ? teaser : undefined;
  return present({ summary: cutAtWord(teaser ?? text, LONGEST.summary), content: article });
}

/** Whether it is the whole article, and not what is shown of it. */
function isWhole(text: string | undefined, { value }: Words = { value: '' }, shortest: number): boolean {
  if (text === undefined || value.length > LONGEST_MARKUP) return false;
  return text.length >= shortest && text.length <= LONGEST.content && !CUT.test(text.slice(-200));
}

function textOf(words: Words | undefined): string | undefined {
  const text = words?.plain ? paragraphsOfText(words.value) : paragraphsOf(words?.value);
  const own = text?.replace(FED_BY, '').trim();
  return own === '' ? undefined : own;
}

function cutAtWord(text: string | undefined, most: number): string | undefined {
  if (text === undefined || text.length <= most) return text;
  const at = text.lastIndexOf(' ', most);
  return `${text.slice(0, at > most / 2 ? at : most).replace(/[\s\uD800-\uDBFF]+$/u, '')}…`;
}

function authorsOf({ authors }: StatedItem): string | undefined {
  const names = authors.map((name) => lineOf(name)).filter((name) => name !== undefined && !/^\S+@\S+$/u.test(name));
  return names.length === 0 ? undefined : [...new Set(names)].join(', ').slice(0, LONGEST.author);
}

function timesOf(
  item: StatedItem,
  link: string | undefined,
  now: number,
  language: string | undefined,
): Pick<FeedItem, 'publishedAt' | 'updatedAt' | 'publishedOn'> {
  const first = (values: readonly (string | undefined)[]) =>
    values.map((value) => timeOf(value, language)).find((time) => time !== undefined);
  const published = first(item.published);
  const inAddress = link === undefined ? undefined : dateOfUrl(link, now);
  return present({
    publishedAt: published?.at,
    updatedAt: first(item.updated)?.at,
    publishedOn: published === undefined ? inAddress : newsroomDay(published, inAddress),
  });
}

function quietMinutes({ ttl, updatePeriod, updateFrequency }: StatedFeed): number | undefined {
  const period = PERIOD_MINUTES[updatePeriod?.toLowerCase() ?? ''];
  const often = updateFrequency !== undefined && updateFrequency >= 1 ? updateFrequency : 1;
  const minutes = Math.round(ttl ?? (period === undefined ? 0 : period / often));
  return minutes >= 1 ? Math.min(minutes, LONGEST_QUIET) : undefined;
}
