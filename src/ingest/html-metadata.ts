import type { IsoDate } from '../domain/article.ts';
import { isArticle, jsonLdNodes, type Node, nameOf } from './json-ld.ts';
import { languageTag } from './language.ts';
import { lineOf, type Page } from './page-element.ts';
import { dateOfLine, dateOfUrl, dateOfValue } from './stated-date.ts';
import { withoutOutletTail } from './title.ts';

/** What a page says of itself outside its story. */
export interface PageMetadata {
  readonly title?: string | undefined;
  readonly outlet?: string | undefined;
  readonly author?: string | undefined;
  readonly url?: string | undefined;
  readonly publishedAt?: IsoDate | undefined;
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
const DATE_CLASS =
  /(?:^|[\s_-])(?:date|datum|fecha|data|time|timestamp|publish(?:ed)?|posted|pubdate|byline|meta|dateline|entry-date|updated)(?:$|[\s_-])/iu;
const LONGEST_TITLE = 400;

/** Reads metadata in the order of trust: JSON-LD, Open Graph and meta elements, marked elements, the address. */
export function metadataOf(page: Page, now: number, address?: string): PageMetadata {
  const nodes = jsonLdNodes(page);
  const article = nodes.find(isArticle);
  const metas = metasOf(page);
  const url =
    webAddress(page.querySelector('link[rel~="canonical"]')?.getAttribute('href')) ?? webAddress(metas.get('og:url'));
  const outlet = metas.get('og:site_name') ?? nameOf(article?.['publisher']);
  const title = titleOf(page, metas, article);
  return {
    title: title === undefined ? undefined : withoutOutletTail(title, outlet).slice(0, LONGEST_TITLE),
    outlet,
    author: nameOf(article?.['author']) ?? nameOf(metas.get('author')) ?? nameOf(metas.get('article:author')),
    url,
    publishedAt: publicationDate({ page, nodes, metas, now, addresses: [address, url] }),
    language: languageTag(page.documentElement?.getAttribute('lang') ?? metas.get('og:locale') ?? undefined),
  };
}

/** An absolute http address, or undefined. */
export function webAddress(value: string | null | undefined): string | undefined {
  const url = URL.parse(value?.trim() ?? '');
  return url !== null && /^https?:$/u.test(url.protocol) ? value?.trim() : undefined;
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
  return (
    (ofNodes(evidence, 'datePublished') ??
      ofMetas(evidence, PUBLISHED_META) ??
      ofMarkedElements(evidence) ??
      evidence.addresses.map((url) => url && dateOfUrl(url, evidence.now)).find((date) => date) ??
      ofDateLines(evidence) ??
      ofNodes(evidence, 'dateModified') ??
      ofMetas(evidence, MODIFIED_META)) ||
    undefined
  );
}

function ofNodes({ nodes, now }: Evidence, key: string): IsoDate | undefined {
  const dates = [...nodes.filter(isArticle), ...nodes.filter((node) => node['@type'] === 'WebPage')].map(
    (node) => node[key],
  );
  return firstDate(dates, now);
}

function ofMetas({ metas, now }: Evidence, names: readonly string[]): IsoDate | undefined {
  return firstDate(
    names.map((name) => metas.get(name)),
    now,
  );
}

/** Elements that say themselves that they hold the date of publication, then the first time element of the story. */
function ofMarkedElements({ page, now }: Evidence): IsoDate | undefined {
  const marked = [
    '[itemprop~="datePublished"]',
    'time[pubdate]',
    'time[class*="publish"]',
    'time.entry-date',
    'abbr.published',
    'article time[datetime]',
    'main time[datetime]',
    'time[datetime]',
  ];
  for (const selector of marked) {
    const element = page.querySelector(selector);
    const date =
      firstDate(
        [element?.getAttribute('content'), element?.getAttribute('datetime'), element?.getAttribute('title')],
        now,
      ) ?? dateOfLine(lineOf(element) ?? '', now)?.date;
    if (date !== undefined) return date;
  }
  return undefined;
}

/** The first line of an element classed as a date, outside lists of other stories, that says nothing but a date. */
function ofDateLines({ page, now }: Evidence): IsoDate | undefined {
  for (const element of page.querySelectorAll('[class],[id]')) {
    const marks = `${element.getAttribute('class') ?? ''} ${element.getAttribute('id') ?? ''}`;
    const line = DATE_CLASS.test(marks) ? lineOf(element) : undefined;
    const date = line === undefined ? undefined : dateOfLine(line, now);
    if (date !== undefined && date.basis !== 'updated' && element.closest('aside,nav,footer') === null)
      return date.date;
  }
  return undefined;
}

function firstDate(values: readonly unknown[], now: number): IsoDate | undefined {
  for (const value of values.flat()) {
    const date = typeof value === 'string' || typeof value === 'number' ? dateOfValue(value, now) : undefined;
    if (date !== undefined) return date;
  }
  return undefined;
}
