import type { FeedReading, RawDocument, ReadFeed } from '../domain/reading.ts';
import { visibleText } from '../ingest/encoding.ts';
import { documentText } from './charset.ts';
import { type StatedFeed, statedAtom, statedJson, statedRdf, statedRss } from './feed-formats.ts';
import { type Place, readStated } from './feed-items.ts';
import { parsedJson } from './guarded-json.ts';
import { MAX_BYTES, MAX_DEPTH, MAX_ITEMS, MIB } from './limits.ts';
import { type MendedXml, mendedXml, type XmlLimits } from './mended-xml.ts';
import { newest } from './newest.ts';
import { readPageForFeeds } from './web-page.ts';

const LIMITS: XmlLimits = {
  depth: MAX_DEPTH,
  tags: 150_000,
  tag: 64 * 1024,
  item: new Set(['item', 'entry']),
  items: MAX_ITEMS,
  // RDF lists its items a second time; where that list names what is not there, items would be lost by it
  without: new Set(['items']),
};

const FEED_ROOT = /<(?:[\w-]+:)?(?:rss|feed|rdf|channel)(?=[\s>])/iu;
const PAGE_ROOT = /<(?:!doctype\s+html|html|head|body)(?=[\s>])/iu;
const DOCTYPE = /<!doctype\s/iu;
const FIRST_TAG = /<(?:[\w-]+:)?([A-Za-z][\w-]*)/u;
/** Beginnings of files that are no text, and what people call them. */
const FILES: readonly (readonly [string, string])[] = [
  ['%PDF', 'a PDF file'],
  ['PK\u0003\u0004', 'a ZIP or Office file'],
  ['\u001f\u008b', 'a packed file (gzip)'],
  ['\u0089PNG', 'a picture'],
  ['\u00ff\u00d8\u00ff', 'a picture'],
  ['GIF8', 'a picture'],
];
/** Other documents in XML, and what people call them. */
const OTHER_XML: Readonly<Record<string, string>> = {
  urlset: 'a sitemap, not a feed',
  sitemapindex: 'a list of sitemaps, not a feed',
  opml: 'a list of feeds (OPML), not a feed: it can be imported as a whole',
  svg: 'a picture, not a feed',
  error: 'an error message of the server, not a feed',
};

/**
 * Reads a document where a feed was looked for: RSS 0.9 to 2.0, RDF, Atom, JSON Feed, or the web page that stands in
 * its place with the feeds that it names. Of a broken feed it reads what can be read. The reason why not is one line
 * without full stop. Never throws. Takes time and memory that only the guard of a thread bounds in the worst case.
 */
export function readFeed(document: RawDocument): FeedReading {
  try {
    return reading(document);
  } catch {
    return rejected('the document is called a feed, but it cannot be read as one');
  }
}

function reading(document: RawDocument): FeedReading {
  const text = textOf(document);
  if (typeof text !== 'string') return text;
  const feedAt = text.search(FEED_ROOT);
  const pageAt = text.search(PAGE_ROOT);
  if (/^\s*[{[]/u.test(text)) return ofJson(text, document);
  if (feedAt >= 0 && (pageAt < 0 || feedAt < pageAt)) return ofXml(text, feedAt, document);
  if (pageAt >= 0 || (/html/iu.test(document.type ?? '') && FIRST_TAG.test(text)))
    return readPageForFeeds(text, document.url);
  return rejected(`the document is ${nameOfOther(text)}`);
}

/** The text of a document, or why it has none that could be read. */
export function textOf(document: RawDocument): string | Extract<FeedReading, { kind: 'rejected' }> {
  const { body } = document;
  if (body.length > MAX_BYTES) return rejected(`the document is larger than ${MAX_BYTES / MIB} MiB`);
  const file = fileOf(body);
  if (file !== undefined) return rejected(`the document is ${file}`);
  const text = documentText(document);
  if (text === undefined) return rejected('the document is a binary file, no text');
  const visible = visibleText(text).replaceAll('\0', '');
  return visible.trim() === '' ? rejected('the document is empty') : visible;
}

function fileOf(body: Uint8Array): string | undefined {
  const head = String.fromCharCode(...body.subarray(0, 8));
  return FILES.find(([mark]) => head.startsWith(mark))?.[1];
}

function ofXml(text: string, feedAt: number, document: RawDocument): FeedReading {
  const doctypeAt = text.slice(0, feedAt).search(DOCTYPE);
  const mended = mendedXml(text.slice(doctypeAt < 0 ? feedAt : doctypeAt), LIMITS);
  if ('rejected' in mended) return rejected(mended.rejected);
  if (mended.total === 0 && mended.brokenOff)
    return rejected('the document breaks off before its first item is complete');
  const [format, feed] = stated(mended);
  const base = mended.attributes.get('xml:base');
  const place = { url: document.url, now: document.now, base: placeOf(feed, format, base, document.url) };
  const language = feed.language ?? mended.attributes.get('xml:lang');
  return { kind: 'feed', format, ...readStated({ ...feed, language }, place, MAX_ITEMS), total: mended.total };
}

function stated(mended: MendedXml): [ReadFeed['format'], StatedFeed] {
  if (mended.root === 'feed') return ['atom', statedAtom(mended.text)];
  if (mended.root === 'rdf') return ['rdf', statedRdf(mended.text)];
  const bare = mended.root === 'channel';
  return ['rss', statedRss(bare ? `<rss version="2.0">${mended.text}</rss>` : mended.text)];
}

/** RSS does not say what relative addresses begin with: its publishers mean their site. */
function placeOf(
  feed: StatedFeed,
  format: ReadFeed['format'],
  base: string | undefined,
  url: string,
): string | undefined {
  const stated = base === undefined ? undefined : URL.parse(base, url)?.href;
  const site = format === 'atom' ? undefined : URL.parse(feed.links[0] ?? '')?.href;
  return stated ?? site;
}

function ofJson(text: string, document: RawDocument): FeedReading {
  const value = parsedJson(text);
  if ('rejected' in value) return rejected(value.rejected);
  if (typeof value.json !== 'object' || value.json === null || Array.isArray(value.json))
    return rejected('the document is JSON, but no JSON Feed');
  const json = value.json as { readonly items?: unknown };
  const all: readonly unknown[] = Array.isArray(json.items) ? json.items : [];
  const kept = newest(all, MAX_ITEMS, timeOfJson);
  const feed = jsonFeed({ ...json, items: all.filter((item) => kept.has(item)).slice(0, MAX_ITEMS) });
  if (feed === undefined) return rejected('the document is JSON, but no JSON Feed');
  const place: Place = { url: document.url, now: document.now };
  return { kind: 'feed', format: 'json', ...readStated(feed, place, MAX_ITEMS), total: all.length };
}

function timeOfJson(item: unknown): number | undefined {
  const date = (item as { readonly date_published?: unknown } | null)?.date_published;
  return typeof date === 'string' ? Date.parse(date) : undefined;
}

function jsonFeed(value: object): StatedFeed | undefined {
  try {
    return statedJson(value);
  } catch {
    return undefined;
  }
}

function nameOfOther(text: string): string {
  const name = /^\s*</u.test(text) ? FIRST_TAG.exec(text.replace(/<[?!][^<>]*>/gu, ''))?.[1]?.toLowerCase() : undefined;
  if (name === undefined) return 'plain text, not a feed';
  return OTHER_XML[name] ?? `XML of another kind (${name.slice(0, 40)}), not a feed`;
}

function rejected(reason: string): Extract<FeedReading, { kind: 'rejected' }> {
  return { kind: 'rejected', reason };
}
