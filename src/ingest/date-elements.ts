import type { IsoDate } from '../domain/article.ts';
import { lineOf, namesOf, type Page, type PageElement, wordsOf } from './page-element.ts';
import { type Part, partOf } from './page-parts.ts';
import { dateAmongWords, dateOfLine, dateOfShortLine, dateOfValue, type NumberOrder } from './stated-date.ts';

/** An element that holds a date. */
export interface DatedElement {
  readonly date: IsoDate;
  /** `published` says itself what its date is of (schema.org, RDFa, microformats, names that themes give it). */
  readonly basis: 'published' | 'updated' | 'alone';
  /** What was read: an attribute's value, else the element's text. */
  readonly source: string;
  /** It is what readers see. */
  readonly shown: boolean;
  /** The part of the page that it stands in, where that is not the story's. */
  readonly part: Part | undefined;
  /** In the order of the page, from the headline on; below 0 before it. */
  readonly place: number;
}

export interface DateReader {
  readonly now: number;
  readonly order?: NumberOrder | undefined;
}

const PUBLISHED_PROPERTY =
  /(?:^|\s)(?:schema:|dc:|dcterms:)?(?:datePublished|dateCreated|created|issued|date)(?:\s|$)/u;
const UPDATED_PROPERTY = /(?:dateModified|dateUpdated?|modified|updated)/iu;
const PUBLISHED_NAME =
  /[\s_-](?:published(?:[_-]?(?:on|at|date|time))?|dt-published|publish(?:ed)?[_-]?(?:date|time)?|pub[_-]?date|publication[_-]?date|date[_-]?published|publishdate|entry[_-]?date|entry[_-]?time|posted[_-]?on|post[_-]?date|post[_-]?timestamp|article[_-]?date|story[_-]?date|news[_-]?date)[\s_-]|PublishDate|PublishedAt|DatePublished/iu;
const UPDATED_NAME =
  /[\s_-](?:updated?|modified|changed|lastmod|last[_-]?update|dt-updated|revised|edited)[\s_-]|lastUpdated|ModifiedDate/iu;
const DATE_NAME =
  /date|datum|fecha|publish|posted|time|submitted|authored|created|meta|byline|info|post-?footer|dateline/iu;
const VALUES = [
  'datetime',
  'content',
  'title',
  'data-date-time',
  'data-datetime',
  'data-date',
  'data-time',
  'data-timestamp',
  'data-published',
];
const LONGEST_TEXT = 160;
const BARS = /\s*[|•·]\s*/u;

/** Every element of the page that is a date or is named as one and holds one, in the order of the page. */
export function datedElements(
  page: Page,
  headline: PageElement | undefined,
  around: ReadonlySet<PageElement>,
  reader: DateReader,
): DatedElement[] {
  const all = [...(page.querySelector('body')?.querySelectorAll('*') ?? [])];
  const start = headline === undefined ? 0 : Math.max(0, all.indexOf(headline));
  return all.flatMap((element, at) => {
    const read = dateOf(element, reader);
    return read === undefined ? [] : [{ ...read, part: partOf(element, around), place: at - start }];
  });
}

function dateOf(element: PageElement, reader: DateReader): Read | undefined {
  const names = namesOf(element);
  const property = `${element.getAttribute('itemprop') ?? ''} ${element.getAttribute('property') ?? ''}`.trim();
  const isTime = element.localName === 'time' || element.localName === 'abbr';
  const told = isTime || UPDATED_PROPERTY.test(property) || PUBLISHED_PROPERTY.test(property) || DATE_NAME.test(names);
  return told ? readElement(element, basisOf(element, names, property), reader) : undefined;
}

type Read = Pick<DatedElement, 'date' | 'basis' | 'source' | 'shown'>;

function readElement(element: PageElement, basis: DatedElement['basis'], { now, order }: DateReader): Read | undefined {
  const inText = readText(element, { now, order });
  for (const value of VALUES.map((name) => element.getAttribute(name) ?? '')) {
    const date = /\d/u.test(value) ? dateOfValue(value, now, order) : undefined;
    if (date !== undefined)
      return { date, basis: inText?.basis === 'updated' ? 'updated' : basis, source: value, shown: false };
  }
  return inText && { ...inText, basis: inText.basis === 'alone' ? basis : inText.basis };
}

/** Elements within may stand side by side without a space, which readers see apart. */
function readText(element: PageElement, reader: DateReader): Read | undefined {
  const line = lineOf(element) ?? '';
  if (line.length > LONGEST_TEXT || !/\p{Nd}/u.test(line)) return undefined;
  const spaced = wordsOf(element);
  return readLine(spaced, reader) ?? (spaced === line ? undefined : readLine(line, reader));
}

function readLine(line: string, { now, order }: DateReader): Read | undefined {
  const short = dateOfShortLine(line, now);
  const date =
    dateOfLine(line, now, order) ??
    (short === undefined ? undefined : ({ date: short, basis: 'alone' } as const)) ??
    line
      .split(BARS)
      .map((part) => dateAmongWords(part, now, order))
      .find((one) => one !== undefined);
  return date && { ...date, source: line, shown: true };
}

function basisOf(element: PageElement, names: string, property: string): DatedElement['basis'] {
  if (PUBLISHED_PROPERTY.test(property) || PUBLISHED_NAME.test(names) || element.getAttribute('pubdate') !== null)
    return 'published';
  return UPDATED_PROPERTY.test(property) || UPDATED_NAME.test(names) ? 'updated' : 'alone';
}
