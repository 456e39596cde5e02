import type { IsoDate } from '../domain/article.ts';
import { paragraphsOf } from './html-paragraphs.ts';
import { isArticle, jsonLdNodes, type Node, nameOf } from './json-ld.ts';
import { languageTag } from './language.ts';
import { folded } from './lines.ts';
import { canonicalAddress } from './page-address.ts';
import { lineOf, type Page } from './page-element.ts';
import { dateAmongWords, dateOfLine, dateOfUrl, dateOfValue } from './stated-date.ts';
import { withoutOutletTail } from './title.ts';

/** What a page says of itself outside its story. */
export interface PageMetadata {
  readonly title?: string | undefined;
  readonly outlet?: string | undefined;
  readonly author?: string | undefined;
  readonly url?: string | undefined;
  readonly publishedAt?: IsoDate | undefined;
  /** The day or instant of its last change, as the page states it. */
  readonly modifiedAt?: string | undefined;
  readonly language?: string | undefined;
}

const PUBLISHED_META = [
  'article:published_time',
  'article:published',
  'og:article:published_time',
  'og:published_time',
  'og:pubdate',
  'datepublished',
  'parsely-pub-date',
  'sailthru.date',
  'publication_date',
  'publish-date',
  'publish_date',
  'publishdate',
  'published-date',
  'published_time',
  'pubdate',
  'pub_date',
  'article.published',
  'cxenseparse:recs:publishtime',
  'citation_publication_date',
  'citation_date',
  'dc.date.issued',
  'dcterms.issued',
  'dc.date.created',
  'dcterms.created',
  'dc.date',
  'dcterms.date',
  'dcsext.articlefirstpublished',
  'originalpublicationdate',
  'displaydate',
  'date',
  'article:create_at',
  'bt:pubdate',
];
const MODIFIED_META = [
  'article:modified_time',
  'og:updated_time',
  'lastmod',
  'last-modified',
  'dc.date.modified',
  'dcterms.modified',
];
const MARKED = [
  '[itemprop~="datePublished"]',
  '[property="schema:dateCreated"]',
  'time[pubdate]',
  'time[class*="publish"]',
  'time.entry-date',
  'abbr.published',
  'article time[datetime]',
  'main time[datetime]',
  'time[datetime]',
];
const DATE_CLASSES = ['date', 'Date', 'datum', 'ublish', 'posted', 'time', 'submitted', 'authored', 'created']
  .map((part) => `[class*="${part}"]`)
  .join(',');
/** Lines before and after the headline that may hold the date. */
const HEAD_LINES = 10;
const UTC = /(?:Z|[+-]00:?00|\bGMT|\bUTC)\s*$/u;
const LONGEST_TITLE = 400;

/** Reads metadata in the order of trust: JSON-LD, Open Graph and meta elements, marked elements, the address. */
export function metadataOf(page: Page, now: number, address?: string): PageMetadata {
  const nodes = jsonLdNodes(page);
  const article = nodes.find(isArticle);
  const metas = metasOf(page);
  const canonical = page.querySelector('link[rel~="canonical"]')?.getAttribute('href');
  const url = canonicalAddress([canonical, metas.get('og:url')], address);
  const outlet = metas.get('og:site_name') ?? nameOf(article?.['publisher']);
  const title = titleOf(page, metas, article);
  return {
    title: title === undefined ? undefined : withoutOutletTail(title, outlet).slice(0, LONGEST_TITLE),
    outlet,
    author: nameOf(article?.['author']) ?? nameOf(metas.get('author')) ?? nameOf(metas.get('article:author')),
    url,
    modifiedAt: modificationDate(nodes, metas, now),
    publishedAt: publicationDate({ page, nodes, metas, now, addresses: [address, url] }),
    language: languageTag(page.documentElement?.getAttribute('lang') ?? metas.get('og:locale') ?? undefined),
  };
}

/** Content by name, property or itemprop in lower case; the first one of a name. */
function metasOf(page: Page): ReadonlyMap<string, string> {
  const metas = new Map<string, string>();
  for (const meta of page.querySelectorAll('meta')) {
    const name = (
      meta.getAttribute('property') ??
      meta.getAttribute('name') ??
      meta.getAttribute('itemprop')
    )?.toLowerCase();
    const content = meta.getAttribute('content')?.replace(/\s+/gu, ' ').trim();
    if (name !== undefined && content && !metas.has(name)) metas.set(name, content);
  }
  return metas;
}

function titleOf(page: Page, metas: ReadonlyMap<string, string>, article: Node | undefined): string | undefined {
  const headline = article?.['headline'] ?? article?.['name'];
  return (
    metas.get('og:title') ??
    (typeof headline === 'string' && headline.trim() !== '' ? headline.trim() : undefined) ??
    lineOf(page.querySelector('h1')) ??
    lineOf(page.querySelector('title'))
  );
}

interface Evidence {
  readonly page: Page;
  readonly nodes: readonly Node[];
  readonly metas: ReadonlyMap<string, string>;
  readonly now: number;
  readonly addresses: readonly (string | undefined)[];
}

/** The first date that holds; a date of change only where nothing states one of publication. */
function publicationDate(evidence: Evidence): IsoDate | undefined {
  const { nodes, metas, now } = evidence;
  const inAddress = evidence.addresses.map((url) => url && dateOfUrl(url, now)).find((date) => date) || undefined;
  const stated = firstDate(
    articleValues(nodes, 'datePublished').concat(PUBLISHED_META.map((name) => metas.get(name))),
    now,
  );
  return (
    (stated && localDay(stated, inAddress)) ??
    ofMarkedElements(evidence) ??
    inAddress ??
    ofDateElements(evidence) ??
    ofHeadLines(evidence) ??
    modificationDate(nodes, metas, now)
  );
}

function modificationDate(
  nodes: readonly Node[],
  metas: ReadonlyMap<string, string>,
  now: number,
): IsoDate | undefined {
  return firstDate(articleValues(nodes, 'dateModified').concat(MODIFIED_META.map((name) => metas.get(name))), now)
    ?.date;
}

/** An instant in UTC may lie in the next or last day of the newsroom, whose own day stands in the address. */
function localDay(stated: Stated, inAddress: IsoDate | undefined): IsoDate {
  const apart =
    inAddress === undefined ? Number.POSITIVE_INFINITY : Math.abs(Date.parse(stated.date) - Date.parse(inAddress));
  return UTC.test(stated.source) && apart <= 86_400_000 && inAddress !== undefined ? inAddress : stated.date;
}

function articleValues(nodes: readonly Node[], key: string): unknown[] {
  return [...nodes.filter(isArticle), ...nodes.filter((node) => node['@type'] === 'WebPage')].map((node) => node[key]);
}

/** Elements that say themselves that they hold the date of publication, then the first time element of the story. */
function ofMarkedElements({ page, now }: Evidence): IsoDate | undefined {
  for (const selector of MARKED) {
    const element = page.querySelector(selector);
    const values = ['content', 'datetime', 'title'].map((name) => element?.getAttribute(name));
    const date = firstDate(values, now)?.date ?? dateOfLine(lineOf(element) ?? '', now)?.date;
    if (date !== undefined) return date;
  }
  return undefined;
}

/** The first element classed as a date that says nothing but a date, outside the parts about other stories. */
function ofDateElements({ page, now }: Evidence): IsoDate | undefined {
  for (const element of page.querySelectorAll(DATE_CLASSES)) {
    const line = lineOf(element);
    const date = line === undefined ? undefined : dateOfLine(line, now);
    if (date !== undefined && date.basis !== 'updated' && element.closest('aside,nav,footer,li') === null)
      return date.date;
  }
  return undefined;
}

/** The first short line around the headline that states a date and little else; dates in sentences are none. */
function ofHeadLines({ page, now }: Evidence): IsoDate | undefined {
  const headline = lineOf(page.querySelector('h1')) ?? lineOf(page.querySelector('h2'));
  const body = page.querySelector('body');
  if (headline === undefined || body === null) return undefined;
  const lines = paragraphsOf(body).split(/\n+/u);
  const at = lines.findIndex((line) => folded(line) === folded(headline));
  const head =
    at < 0 ? [] : [...lines.slice(at + 1, at + 1 + HEAD_LINES), ...lines.slice(Math.max(0, at - HEAD_LINES), at)];
  const dates = head
    .map((line) => dateOfLine(line, now) ?? dateAmongWords(line, now))
    .filter((date) => date !== undefined);
  return (dates.find((date) => date.basis !== 'updated') ?? dates[0])?.date;
}

interface Stated {
  readonly date: IsoDate;
  readonly source: string;
}

function firstDate(values: readonly unknown[], now: number): Stated | undefined {
  for (const value of values.flat()) {
    const date = typeof value === 'string' || typeof value === 'number' ? dateOfValue(value, now) : undefined;
    if (date !== undefined) return { date, source: String(value) };
  }
  return undefined;
}
