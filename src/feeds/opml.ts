import { type Opml, parseOpml } from 'feedsmith';
import { visibleLine, visibleText } from '../ingest/encoding.ts';
import { absolute } from './addresses.ts';
import { documentText } from './charset.ts';
import { MAX_BYTES, MAX_DEPTH, MIB } from './limits.ts';
import { mendedXml } from './mended-xml.ts';

/** A feed as a list names it. */
export interface ListedFeed {
  readonly url: string;
  readonly title?: string;
  /** The web page that it belongs to. */
  readonly site?: string;
}

/** A list of feeds as read. */
export interface OpmlReading {
  /** In the list's order, each address once. */
  readonly feeds: readonly ListedFeed[];
  /** What was left out, and why in plain words. */
  readonly left: readonly { readonly address: string; readonly reason: string }[];
  /** Why nothing could be read, one line without full stop; absent where it is a list, be it an empty one. */
  readonly rejected?: string;
}

const MAX_FEEDS = 2000;
const LONGEST_TITLE = 500;
const LIMITS = { depth: MAX_DEPTH, tags: 50_000, tag: 64 * 1024, item: new Set<string>(), items: 0 };

type Outline = Opml.Outline<string>;

/** Reads a list of feeds (OPML) with its folders, however deep. Never throws: a file may hold anything. */
export function readOpml(bytes: Uint8Array): OpmlReading {
  try {
    return reading(bytes);
  } catch {
    return none('the file is called OPML, but it cannot be read as a list of feeds');
  }
}

function reading(bytes: Uint8Array): OpmlReading {
  if (bytes.length > MAX_BYTES) return none(`the file is larger than ${MAX_BYTES / MIB} MiB`);
  const text = documentText({ body: bytes });
  if (text === undefined) return none('the file is a binary file, no list of feeds (OPML)');
  const at = text.search(/<(?:!doctype\s|opml[\s>])/iu);
  if (at < 0) return none('the file is no list of feeds (OPML)');
  const mended = mendedXml(visibleText(text.slice(at)), LIMITS);
  if ('rejected' in mended) return none(mended.rejected.replace('the document', 'the file'));
  return mended.root === 'opml' ? listed(mended.text) : none('the file is no list of feeds (OPML)');
}

function listed(xml: string): OpmlReading {
  const feeds = new Map<string, ListedFeed>();
  const left: { address: string; reason: string }[] = [];
  for (const outline of flattened(parseOpml(xml)?.body?.outlines)) {
    const address = (outline.xmlUrl ?? outline.url ?? '').slice(0, 2000);
    const url = feedAddress(address);
    if (url === undefined)
      left.push({ address, reason: 'it is no web address: it must begin with http:// or https://' });
    else if (url.username !== '' || url.password !== '')
      left.push({ address, reason: "it holds a user's name or password: give it without" });
    else if (feeds.size >= MAX_FEEDS) left.push({ address, reason: `a list may name ${MAX_FEEDS} feeds` });
    else if (!feeds.has(url.href)) feeds.set(url.href, { url: url.href, ...namesOf(outline, address) });
  }
  return { feeds: [...feeds.values()], left };
}

/** Without a fragment, which no server is told: one feed is not to be taken up twice. */
function feedAddress(address: string): URL | undefined {
  const written = absolute(
    address.replace(/^feed:(?:\/\/(?=https?:))?/iu, (scheme) => (scheme.endsWith('//') ? '' : schemeless(address))),
  );
  if (written === undefined) return undefined;
  const url = new URL(written);
  url.hash = '';
  return url;
}

/** `feed:https://…` names its protocol behind it, `feed://…` names none. */
function schemeless(address: string): string {
  return /^feed:https?:/iu.test(address) ? '' : 'http:';
}

function namesOf({ title, text, htmlUrl }: Outline, address: string): Omit<ListedFeed, 'url'> {
  const line = visibleLine(title ?? text ?? '').slice(0, LONGEST_TITLE);
  const site = absolute(htmlUrl);
  return { ...(line === '' || line === address ? {} : { title: line }), ...(site === undefined ? {} : { site }) };
}

/** Outlines that name a feed, folders opened in their place. */
function flattened(outlines: readonly Outline[] | undefined): Outline[] {
  return (outlines ?? []).flatMap((outline) => {
    const own =
      outline.xmlUrl !== undefined || (/^(?:rss|atom)$/iu.test(outline.type ?? '') && outline.url !== undefined);
    return [...(own ? [outline] : []), ...flattened(outline.outlines)];
  });
}

function none(rejected: string): OpmlReading {
  return { feeds: [], left: [], rejected };
}

/** A list of feeds as OPML 2.0, which every reader of feeds imports. Written by hand: feedsmith writes no empty list. */
export function writeOpml(feeds: readonly ListedFeed[]): string {
  const outlines = feeds.map(({ url, title, site }) => {
    const names = { text: title ?? url, title, xmlUrl: url, htmlUrl: site };
    return `    <outline type="rss"${Object.entries(names).map(attribute).join('')}/>\n`;
  });
  return [
    '<?xml version="1.0" encoding="utf-8"?>\n<opml version="2.0">\n',
    '  <head>\n    <title>Feeds of Détente</title>\n  </head>\n',
    `  <body>\n${outlines.join('')}  </body>\n</opml>\n`,
  ].join('');
}

/** Control characters may stand in no XML, whatever way they are written. */
function attribute([name, value]: readonly [string, string | undefined]): string {
  if (value === undefined) return '';
  const line = value.replace(/[\p{Cc}\uFFFE\uFFFF]|\p{Cs}/gu, ' ');
  return ` ${name}="${line.replace(/[&<>"]/gu, (sign) => ESCAPES[sign] ?? sign)}"`;
}

const ESCAPES: Readonly<Record<string, string>> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;' };
