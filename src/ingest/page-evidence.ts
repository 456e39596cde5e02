import type { IsoDate } from '../domain/article.ts';
import { type DatedElement, type DateReader, datedElements } from './date-elements.ts';
import { paragraphsOf } from './html-paragraphs.ts';
import type { Node } from './json-ld.ts';
import type { Page, PageElement } from './page-element.ts';
import { aroundHeadline, partBegunBy } from './page-parts.ts';
import { dateOfUrl, dateOfValue } from './stated-date.ts';

/** What the dates of a page are read from. */
export interface DateSources extends DateReader {
  readonly page: Page;
  /** Objects of the page's JSON-LD that are its article, then those that are the page itself. */
  readonly articles: readonly Node[];
  readonly others: readonly Node[];
  readonly metas: ReadonlyMap<string, string>;
  readonly title: string | undefined;
  readonly headline: PageElement | undefined;
  /** Where the page was found, and where it says that it is. */
  readonly addresses: readonly (string | undefined)[];
}

/** Elements and lines are looked for only where they are asked for: most pages state their date in their metadata. */
export interface Evidence extends DateSources {
  readonly elements: () => readonly DatedElement[];
  /** Lines of the page without those of parts about other things. */
  readonly lines: () => readonly string[];
  readonly inAddress: IsoDate | undefined;
}

/** A day, and the value that states it. */
export interface Stated {
  readonly date: IsoDate;
  readonly source: string;
}

/** Nobody published on the web before: an earlier day in the text of a page is what the page is about. */
export const FIRST_DAY = '1990-01-01';
const DAY_MS = 86_400_000;
const SAME_MS = 60_000;
const UTC = /(?:Z|[+-]00:?00|\bGMT|\bUTC)\s*$/u;
const ZONED = /[+-]\d{2}:?\d{2}$/u;
/** How far from the headline, in elements, what is shown as a date is surely the story's. */
export const NEAR = 60;

export function evidenceOf(sources: DateSources): Evidence {
  const { page, headline, addresses, now } = sources;
  const around = once(() => aroundHeadline(headline));
  const days = addresses.map((one) => (one === undefined ? undefined : dateOfUrl(one, now)));
  return {
    ...sources,
    elements: once(() => datedElements(page, headline, around(), sources).filter(({ date }) => date >= FIRST_DAY)),
    lines: once(() => linesOf(page, around())),
    inAddress: days.find((date) => date !== undefined),
  };
}

function linesOf(page: Page, around: ReadonlySet<PageElement>): readonly string[] {
  const body = page.querySelector('body');
  const isOther = (element: PageElement): boolean => !around.has(element) && partBegunBy(element) === 'other';
  return body === null ? [] : paragraphsOf(body, isOther).split(/\n+/u);
}

function once<T>(make: () => T): () => T {
  let made: { readonly value: T } | undefined;
  return () => {
    made ??= { value: make() };
    return made.value;
  };
}

/** The first of values that is a date. */
export function firstDate(values: readonly unknown[], { now, order }: DateReader): Stated | undefined {
  for (const value of values.flat()) {
    const date = typeof value === 'string' || typeof value === 'number' ? dateOfValue(value, now, order) : undefined;
    if (date !== undefined) return { date, source: String(value) };
  }
  return undefined;
}

/**
 * An instant in UTC may lie in the next or last day of the newsroom: its own day stands in the address, in another
 * writing of the same instant, or in what it shows to readers.
 */
export function localDay(stated: Stated, { inAddress, elements }: Evidence): IsoDate {
  if (!UTC.test(stated.source)) return stated.date;
  const near = (date: IsoDate | undefined): date is IsoDate =>
    date !== undefined && Math.abs(Date.parse(stated.date) - Date.parse(date)) <= DAY_MS;
  if (near(inAddress)) return inAddress;
  const at = Date.parse(stated.source);
  const same = elements().find(({ source }) => ZONED.test(source) && Math.abs(Date.parse(source) - at) < SAME_MS);
  return same?.date ?? elements().find((one) => isShown(one) && near(one.date))?.date ?? stated.date;
}

function isShown({ shown, part, basis, place }: DatedElement): boolean {
  return shown && part === undefined && basis !== 'updated' && Math.abs(place) <= NEAR;
}
