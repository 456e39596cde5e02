import type { FeedReading, FoundFeed } from '../domain/reading.ts';
import { absolute } from './addresses.ts';
import { resolved } from './character-references.ts';
import { lineOf } from './plain-words.ts';
import { attributesOf, type Piece, piecesOf } from './tags.ts';

const FEED_TYPE =
  /^(?:application|text)\/(?:rss|atom|rdf|feed)\+(?:xml|json)\b|^application\/(?:x-rss\+xml|json\+feed)\b/iu;
/** Types that feeds share with other documents: the address or the title must say that it is one. */
const LOOSE_TYPE = /^(?:application|text)\/(?:xml|json)\b/iu;
const FEED_ADDRESS = /(?:^|[/._=-])(?:rss2?|atom|rdf|feeds?|feed\d|newsfeed)(?:$|[/._?&=-])/iu;
const COMMENTS = /comment|kommentar|coment|discussion/iu;
const MOST_FEEDS = 30;
/** Tags looked at: busy pages have 20,000. */
const MOST_TAGS = 60_000;

interface Sight {
  title?: string;
  base: string;
  password: boolean;
  readonly named: FoundFeed[];
  readonly linked: FoundFeed[];
}

/**
 * A web page where a feed was looked for: what it is called and the feeds that it names, its own articles before
 * comments, what it declares before what it only links to. A page that names none and asks for a password is rejected.
 */
export function readPageForFeeds(markup: string, url: string): Extract<FeedReading, { kind: 'page' | 'rejected' }> {
  const sight = look(markup, url);
  const feeds = once([...sight.named, ...sight.linked], url)
    .toSorted((a, b) => Number(isOfComments(a)) - Number(isOfComments(b)))
    .slice(0, MOST_FEEDS);
  if (sight.password && feeds.length === 0)
    return {
      kind: 'rejected',
      reason: `the address leads to a login page${sight.title ? ` ("${sight.title}")` : ''}, not to a feed`,
    };
  return { kind: 'page', ...(sight.title === undefined ? {} : { title: sight.title }), feeds };
}

/** Whether a page asks for a password. */
function asksForPassword(markup: string): boolean {
  return /<input\b[^<>]{0,500}?\btype\s*=\s*["']?password\b/iu.test(markup);
}

function look(markup: string, url: string): Sight {
  const sight: Sight = { base: url, password: asksForPassword(markup), named: [], linked: [] };
  let tags = 0;
  let inTitle = false;
  for (const piece of piecesOf(markup, true)) {
    if (inTitle && piece.kind === 'text')
      sight.title ??= lineOf(markup.slice(piece.start, piece.end))?.slice(0, 200) ?? '';
    inTitle = piece.kind === 'open' && piece.name.toLowerCase() === 'title';
    if (piece.kind !== 'open') continue;
    tags += 1;
    if (tags > MOST_TAGS) break;
    lookAt(piece, markup, sight);
  }
  if (sight.title === '') delete sight.title;
  return sight;
}

function lookAt(tag: Extract<Piece, { kind: 'open' }>, markup: string, sight: Sight): void {
  const name = tag.name.toLowerCase();
  if (name !== 'link' && name !== 'a' && name !== 'base') return;
  const attributes = attributesOf(markup, tag);
  const href = resolved(attributes.get('href') ?? '');
  if (name === 'base') sight.base = absolute(href, sight.base) ?? sight.base;
  else if (name === 'link' && isNamed(attributes, href)) add(sight.named, href, attributes.get('title'), sight.base);
  else if (name === 'a' && isLinked(href)) add(sight.linked, href, attributes.get('title'), sight.base);
}

function isNamed(attributes: ReadonlyMap<string, string>, href: string): boolean {
  const rel = (attributes.get('rel') ?? '').toLowerCase().split(/\s+/u);
  if (!rel.includes('alternate') && !rel.includes('feed')) return false;
  const type = (attributes.get('type') ?? '').trim();
  return FEED_TYPE.test(type) || rel.includes('feed') || (LOOSE_TYPE.test(type) && FEED_ADDRESS.test(href));
}

/** Links say nothing of their type, so that their path must: the query of a link to a platform may hold anything. */
function isLinked(href: string): boolean {
  const path = href.split(/[?#]/u, 1)[0] ?? '';
  return FEED_ADDRESS.test(path.replace(/^https?:\/\/[^/]*/iu, '')) || /^https?:\/\/(?:feeds?|rss)\./iu.test(path);
}

function add(feeds: FoundFeed[], href: string, title: string | undefined, base: string): void {
  const url = absolute(href, base);
  const line = lineOf(title)?.slice(0, 200);
  if (url !== undefined && feeds.length < 10 * MOST_FEEDS)
    feeds.push({ url, ...(line === undefined ? {} : { title: line }) });
}

function isOfComments({ url, title = '' }: FoundFeed): boolean {
  return COMMENTS.test(title) || COMMENTS.test(new URL(url).pathname);
}

/** Each address once; the page itself is no feed. */
function once(feeds: readonly FoundFeed[], page: string): FoundFeed[] {
  const found = new Map<string, FoundFeed>();
  for (const feed of feeds) {
    const known = found.get(feed.url);
    if (feed.url !== page && (known === undefined || known.title === undefined))
      found.set(feed.url, { ...known, ...feed });
  }
  return [...found.values()];
}
