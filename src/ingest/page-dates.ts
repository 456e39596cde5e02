import type { IsoDate } from '../domain/article.ts';
import { type DatedElement, type DateReader, datedElements } from './date-elements.ts';
import { BARE_METAS, MODIFIED_METAS, PUBLISHED_METAS } from './date-metas.ts';
import { dateOfChange, dateOfHead, dateOfPosting, labelledDates } from './date-prose.ts';
import { paragraphsOf } from './html-paragraphs.ts';
import { isArticle, type Node } from './json-ld.ts';
import { lineOf, type Page, type PageElement } from './page-element.ts';
import { aroundHeadline, partBegunBy } from './page-parts.ts';
import { dateInState } from './page-state.ts';
import { dateOfUrl, dateOfValue } from './stated-date.ts';

/** What a date rests on, the surest first. */
export type DateEvidence =
  | 'metadata'
  | 'markup'
  | 'address'
  | 'label'
  | 'headline'
  | 'state'
  | 'sentence'
  | 'image'
  | 'change';

export interface PageDates {
  readonly publishedAt?: IsoDate | undefined;
  readonly publishedBy?: DateEvidence | undefined;
  /** An instant in UTC where the page states one, else a day. */
  readonly modifiedAt?: string | undefined;
}

/** What the dates of a page are read from. */
export interface DateSources extends DateReader {
  readonly page: Page;
  readonly nodes: readonly Node[];
  readonly metas: ReadonlyMap<string, string>;
  readonly headline: PageElement | undefined;
  /** Where the page was found, and where it says that it is. */
  readonly addresses: readonly (string | undefined)[];
}

interface Stated {
  readonly date: IsoDate;
  readonly source: string;
}

interface Evidence extends DateSources {
  readonly elements: readonly DatedElement[];
  readonly lines: readonly string[];
  readonly inAddress: IsoDate | undefined;
}

const DAY_MS = 86_400_000;
const UTC = /(?:Z|[+-]00:?00|\bGMT|\bUTC)\s*$/u;
/** How far around the headline, in elements, a date without a label is surely, and likely, the story's. */
const NEAR = 60;
const FAR = 300;

/** When a page says that its article was published and changed. A change is the date of publication only where nothing else is stated. */
export function datesOf(sources: DateSources): PageDates {
  const evidence = evidenceOf(sources);
  const changed = changeOf(evidence);
  for (const [publishedBy, read] of READERS) {
    const publishedAt = read(evidence);
    if (publishedAt !== undefined) return { publishedAt, publishedBy, modifiedAt: changed?.at };
  }
  return { publishedAt: changed?.date, publishedBy: changed && 'change', modifiedAt: changed?.at };
}

const READERS: readonly (readonly [DateEvidence, (evidence: Evidence) => IsoDate | undefined])[] = [
  ['metadata', ofMetadata],
  ['markup', (evidence) => nearest(evidence, 'published')],
  ['address', ({ inAddress }) => inAddress],
  ['label', ofLabels],
  ['markup', (evidence) => nearest(evidence, 'alone', NEAR)],
  ['metadata', ofBareMetas],
  ['markup', (evidence) => nearest(evidence, 'alone', FAR)],
  ['headline', (evidence) => dateOfHead(evidence.lines, lineOf(evidence.headline), evidence)?.date],
  ['state', ({ page, now }) => dateInState(page, now)],
  ['sentence', (evidence) => dateOfPosting(evidence.lines, evidence)],
  ['markup', ofSide],
  ['image', ({ metas, now }) => dateOfUrl(metas.get('og:image') ?? '', now)],
];

function evidenceOf(sources: DateSources): Evidence {
  const around = aroundHeadline(sources.headline);
  const body = sources.page.querySelector('body');
  const text =
    body === null ? '' : paragraphsOf(body, (element) => !around.has(element) && partBegunBy(element) === 'other');
  return {
    ...sources,
    elements: datedElements(sources.page, sources.headline, around, sources),
    lines: text.split(/\n+/u),
    inAddress: sources.addresses.map((one) => one && dateOfUrl(one, sources.now)).find((date) => date !== undefined) as
      | IsoDate
      | undefined,
  };
}

function ofMetadata(evidence: Evidence): IsoDate | undefined {
  const stated = firstDate(
    [
      ...evidence.nodes.filter(isArticle).map((node) => node['datePublished']),
      ...PUBLISHED_METAS.map((name) => evidence.metas.get(name)),
      ...pagesOf(evidence.nodes).map((node) => node['datePublished']),
    ],
    evidence,
  );
  return stated && localDay(stated, evidence);
}

function ofBareMetas(evidence: Evidence): IsoDate | undefined {
  const stated = firstDate(
    BARE_METAS.map((name) => evidence.metas.get(name)),
    evidence,
  );
  return stated && localDay(stated, evidence);
}

function pagesOf(nodes: readonly Node[]): Node[] {
  return nodes.filter((node) => /^(?:WebPage|ItemPage|AboutPage)$/u.test(String([node['@type']].flat()[0])));
}

/**
 * An instant in UTC may lie in the next or last day of the newsroom: its own day stands in the address, in another
 * writing of the same instant, or in what it shows to readers.
 */
function localDay(stated: Stated, { inAddress, elements }: Evidence): IsoDate {
  if (!UTC.test(stated.source)) return stated.date;
  const near = (date: IsoDate | undefined): date is IsoDate =>
    date !== undefined && Math.abs(Date.parse(stated.date) - Date.parse(date)) <= DAY_MS;
  if (near(inAddress)) return inAddress;
  const same = elements.find(
    ({ source }) =>
      !UTC.test(source) &&
      Math.abs(Date.parse(source) - Date.parse(stated.source)) < 60_000 &&
      /[+-]\d{2}:?\d{2}$/u.test(source),
  );
  const shown = elements.find(
    (one) =>
      one.shown && one.part === undefined && one.basis !== 'updated' && Math.abs(one.place) <= NEAR && near(one.date),
  );
  return same?.date ?? shown?.date ?? stated.date;
}

/** The nearest behind the headline, else the nearest before it, within so many elements. */
function nearest(
  { elements, headline }: Evidence,
  basis: 'published' | 'alone',
  within = Number.POSITIVE_INFINITY,
): IsoDate | undefined {
  const fits = elements.filter((one) => one.basis === basis && one.part === undefined);
  const reach = headline === undefined ? Number.POSITIVE_INFINITY : within;
  const after = fits.find((one) => one.place >= 0 && one.place <= reach);
  const before = fits.findLast((one) => one.place < 0 && one.place >= -reach);
  return (after ?? before)?.date;
}

/** The one day that all elements beside the story state. */
function ofSide({ elements }: Evidence): IsoDate | undefined {
  const days = new Set(
    elements.filter((one) => one.part === 'beside' && one.basis !== 'updated').map(({ date }) => date),
  );
  return days.size === 1 ? [...days][0] : undefined;
}

function ofLabels(evidence: Evidence): IsoDate | undefined {
  return labelledDates(evidence.lines, evidence).find(({ basis }) => basis === 'published')?.date;
}

interface Change {
  readonly date: IsoDate;
  readonly at: string;
}

function changeOf(evidence: Evidence): Change | undefined {
  const { nodes, metas, elements, lines } = evidence;
  const stated = firstDate(
    [
      ...nodes.filter(isArticle).map((node) => node['dateModified']),
      ...MODIFIED_METAS.map((name) => metas.get(name)),
      ...pagesOf(nodes).map((node) => node['dateModified']),
      ...elements
        .filter((one) => one.basis === 'updated' && one.part === undefined)
        .map(({ source, date }) => (Number.isNaN(Date.parse(source)) ? date : source)),
    ],
    evidence,
  );
  if (stated !== undefined) return { date: localDay(stated, evidence), at: instantOr(stated) };
  const date =
    labelledDates(lines, evidence).find(({ basis }) => basis === 'updated')?.date ?? dateOfChange(lines, evidence);
  return date === undefined ? undefined : { date, at: date };
}

/** The instant where the value has a clock and a zone, else its day. */
function instantOr({ date, source }: Stated): string {
  const zoned = /\d{2}:\d{2}.*(?:Z|[+-]\d{2}:?\d{2}|GMT|UTC)\s*$/u.test(source) ? Date.parse(source) : Number.NaN;
  return Number.isNaN(zoned) ? date : new Date(zoned).toISOString();
}

function firstDate(values: readonly unknown[], { now, order }: DateReader): Stated | undefined {
  for (const value of values.flat()) {
    const date = typeof value === 'string' || typeof value === 'number' ? dateOfValue(value, now, order) : undefined;
    if (date !== undefined) return { date, source: String(value) };
  }
  return undefined;
}
