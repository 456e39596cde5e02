import {
  type AtomFeed,
  type JsonFeed,
  parseAtomFeed,
  parseJsonFeed,
  parseRdfFeed,
  parseRssFeed,
  type RdfFeed,
  type RssFeed,
} from 'feedsmith';

/** Words of a feed: HTML unless they are said to be plain. */
export interface Words {
  readonly value: string;
  readonly plain?: boolean;
}

/** An item as its format states it. */
export interface StatedItem {
  readonly id?: string | undefined;
  /** Addresses, the best first; may be relative. */
  readonly links: readonly (string | undefined)[];
  /** Where relative addresses of the item begin. */
  readonly base?: string | undefined;
  readonly title?: string | undefined;
  readonly summary?: Words | undefined;
  readonly content?: Words | undefined;
  readonly authors: readonly (string | undefined)[];
  /** Times, the best first. */
  readonly published: readonly (string | undefined)[];
  readonly updated: readonly (string | undefined)[];
}

/** A feed as its format states it, the four formats told in one way. */
export interface StatedFeed {
  readonly title?: string | undefined;
  readonly links: readonly (string | undefined)[];
  readonly base?: string | undefined;
  readonly language?: string | undefined;
  readonly items: readonly StatedItem[];
  /** Minutes that it wants to be left alone. */
  readonly ttl?: number | undefined;
  readonly updatePeriod?: string | undefined;
  readonly updateFrequency?: number | undefined;
}

type AnyRss = RssFeed.Feed<string>;
type AnyRdf = RdfFeed.Feed<string>;
type Namespaces = Pick<RssFeed.Item<string>, 'dc' | 'dcterms' | 'atom' | 'media' | 'content'>;

/** @throws where it holds no feed of that format */
export function statedRss(xml: string): StatedFeed {
  const feed: AnyRss = parseRssFeed(xml);
  return {
    ...ofChannel(feed),
    ttl: feed.ttl,
    language: feed.language ?? feed.dc?.languages?.[0],
    items: (feed.items ?? []).map(ofRss),
  };
}

/** @throws where it holds no feed of that format */
export function statedRdf(xml: string): StatedFeed {
  const feed: AnyRdf = parseRdfFeed(xml);
  return {
    ...ofChannel(feed),
    language: feed.dc?.languages?.[0] ?? feed.xml?.lang,
    items: (feed.items ?? []).map(ofRdf),
  };
}

/** @throws where it holds no feed of that format */
export function statedAtom(xml: string): StatedFeed {
  const feed: AtomFeed.Feed<string> = parseAtomFeed(xml);
  return {
    title: feed.title?.value ?? '',
    links: pagesOf(feed.links),
    base: feed.xml?.base,
    language: feed.xml?.lang ?? feed.dc?.languages?.[0],
    updatePeriod: feed.sy?.updatePeriod,
    updateFrequency: feed.sy?.updateFrequency,
    items: (feed.entries ?? []).map((entry) => ofAtom(entry, feed.authors)),
  };
}

/** @throws where it holds no feed of that format */
export function statedJson(value: object): StatedFeed {
  const feed: JsonFeed.Feed<string> = parseJsonFeed(value);
  return {
    title: feed.title,
    links: [feed.home_page_url],
    language: feed.language,
    items: (feed.items ?? []).map(ofJson),
  };
}

function ofChannel(feed: AnyRss | AnyRdf): Omit<StatedFeed, 'items'> {
  return {
    title: feed.title,
    links: [feed.link, ...pagesOf(feed.atom?.links)],
    base: feed.xml?.base,
    updatePeriod: feed.sy?.updatePeriod,
    updateFrequency: feed.sy?.updateFrequency,
  };
}

function ofRss(item: RssFeed.Item<string>): StatedItem {
  const guid = item.guid?.isPermaLink === false ? undefined : item.guid?.value;
  return {
    ...ofNamespaces(item),
    id: item.guid?.value ?? item.atom?.id,
    links: [item.link, ...pagesOf(item.atom?.links), /^https?:/iu.test(guid ?? '') ? guid : undefined],
    base: item.xml?.base,
    title: item.title ?? item.dc?.titles?.[0] ?? item.media?.title?.value,
    summary: words(
      item.description ?? item.atom?.summary?.value ?? item.dc?.descriptions?.[0] ?? item.media?.description?.value,
    ),
    authors: [
      ...(item.dc?.creators ?? []),
      ...(item.authors ?? []).map(({ name }) => name),
      ...namesOf(item.atom?.authors),
    ],
    published: [item.pubDate, ...timesOf(item)],
  };
}

function ofRdf(item: RdfFeed.Item<string>): StatedItem {
  return {
    ...ofNamespaces(item),
    id: item.rdf?.about,
    links: [item.link, item.rdf?.about],
    base: item.xml?.base,
    title: item.title ?? item.dc?.titles?.[0],
    summary: words(item.description ?? item.dc?.descriptions?.[0]),
    authors: item.dc?.creators ?? [],
    published: timesOf(item),
  };
}

function ofNamespaces(item: Namespaces): Pick<StatedItem, 'content' | 'updated'> {
  return {
    content: words(item.content?.encoded ?? item.atom?.content?.value),
    updated: [item.atom?.updated, item.dcterms?.modified?.[0]],
  };
}

function timesOf({ dc, dcterms, atom }: Namespaces): (string | undefined)[] {
  return [...(dc?.dates ?? []), dcterms?.issued?.[0], dcterms?.created?.[0], atom?.published, atom?.updated];
}

function ofAtom(entry: AtomFeed.Entry<string>, authors: AtomFeed.Feed<string>['authors']): StatedItem {
  return {
    id: entry.id,
    links: [...pagesOf(entry.links), entry.content?.src, /^https?:/iu.test(entry.id ?? '') ? entry.id : undefined],
    base: entry.xml?.base,
    title: entry.title?.value,
    summary:
      ofText(entry.summary) ?? words(entry.media?.description?.value ?? entry.media?.groups?.[0]?.description?.value),
    content: ofText(entry.content),
    authors: [
      ...namesOf(entry.authors),
      ...(entry.dc?.creators ?? []),
      ...(entry.authors ? [] : namesOf(entry.source?.authors ?? authors)),
    ],
    published: [entry.published, ...(entry.dc?.dates ?? []), entry.updated],
    updated: [entry.updated],
  };
}

/** A content of another type, a picture or a PDF in base64, is no text. */
function ofText(text: { readonly value?: string; readonly type?: string } | undefined): Words | undefined {
  if (text?.value === undefined) return undefined;
  const type = text.type?.toLowerCase() ?? 'text';
  if (type === 'text' || type === 'text/plain')
    return { value: text.value, plain: !/<(?:p|br|div|a|ul|strong|em)\b[^<>]*>/iu.test(text.value) };
  return /html|xml/u.test(type) ? words(text.value) : undefined;
}

function ofJson(item: JsonFeed.Item<string>): StatedItem {
  return {
    id: item.id,
    links: [item.url, item.external_url, /^https?:/iu.test(item.id ?? '') ? item.id : undefined],
    title: item.title,
    summary: item.summary === undefined ? undefined : { value: item.summary, plain: true },
    content:
      words(item.content_html) ??
      (item.content_text === undefined ? undefined : { value: item.content_text, plain: true }),
    authors: (item.authors ?? []).map(({ name }) => name),
    published: [item.date_published, item.date_modified],
    updated: [item.date_modified],
  };
}

function words(value: string | undefined): Words | undefined {
  return value === undefined ? undefined : { value };
}

interface Link {
  readonly href?: string;
  readonly rel?: string;
  readonly type?: string;
}

/** Links to what a reader opens: not the feed itself, its hub, pictures or replies. */
function pagesOf(links: readonly Link[] | undefined): (string | undefined)[] {
  const pages = (links ?? []).filter(({ rel = 'alternate' }) => rel.toLowerCase() === 'alternate');
  const isPage = ({ type }: Link): boolean => type === undefined || /html/iu.test(type);
  return [...pages.filter(isPage), ...pages.filter((link) => !isPage(link))].map(({ href }) => href);
}

function namesOf(people: readonly { readonly name?: string }[] | undefined): (string | undefined)[] {
  return (people ?? []).map(({ name }) => name);
}
