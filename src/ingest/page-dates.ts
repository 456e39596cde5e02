import type { IsoDate } from '../domain/article.ts';
import { BARE_METAS, MODIFIED_METAS, PUBLISHED_METAS } from './date-metas.ts';
import { dateOfChange, dateOfHead, dateOfMonth, dateOfPosting, labelledDates } from './date-prose.ts';
import { lineOf } from './page-element.ts';
import {
  type DateSources,
  type Evidence,
  evidenceOf,
  FIRST_DAY,
  firstDate,
  localDay,
  NEAR,
  type Stated,
} from './page-evidence.ts';
import { dateInState } from './page-state.ts';
import { dateOfUrl, monthOfUrl } from './stated-date.ts';

/** What a date of publication rests on. */
type DateEvidence =
  /** JSON-LD or a meta element. */
  | 'metadata'
  /** An element that says so, or that is named as a date and stands by the story. */
  | 'markup'
  | 'address'
  /** Words such as "Published:". */
  | 'label'
  /** A line by the headline that is a date and little else. */
  | 'headline'
  /** The state of the page's scripts. */
  | 'state'
  /** A sentence in which the page says when it was posted, or the one day of the month in its address. */
  | 'sentence'
  /** The address of the lead image. */
  | 'image'
  /** The day of its last change: nothing else is stated. */
  | 'change';

export interface PageDates {
  readonly publishedAt?: IsoDate | undefined;
  readonly publishedBy?: DateEvidence | undefined;
  /** An instant in UTC where the page states one, else a day; never before the day of publication. */
  readonly modifiedAt?: string | undefined;
}

/** How far from the headline, in elements, a date without a label is likely the story's. */
const FAR = 300;

type Reader = (evidence: Evidence) => IsoDate | undefined;

/** In the order of trust: what says itself that it is the day of publication comes first, what only may be, later. */
const READERS: readonly (readonly [DateEvidence, Reader])[] = [
  ['metadata', ofMetadata],
  ['markup', (evidence) => nearest(evidence, 'published')],
  ['address', ({ inAddress }) => inAddress],
  ['label', (evidence) => labelledDates(evidence.lines(), evidence).find(({ basis }) => basis === 'published')?.date],
  ['markup', (evidence) => nearest(evidence, 'alone', NEAR)],
  ['metadata', ofBareMetas],
  ['markup', (evidence) => nearest(evidence, 'alone', FAR)],
  ['headline', ofHead],
  ['state', ({ page, now }) => dateInState(page, now)],
  ['sentence', (evidence) => dateOfPosting(evidence.lines(), evidence)],
  ['sentence', ofMonthInAddress],
  ['markup', ofSide],
  ['image', ({ metas, now }) => dateOfUrl(metas.get('og:image') ?? '', now)],
];

/** When a page says that its article was published and changed. */
export function datesOf(sources: DateSources): PageDates {
  const evidence = evidenceOf(sources);
  const changed = changeOf(evidence);
  for (const [publishedBy, read] of READERS) {
    const publishedAt = read(evidence);
    const modifiedAt = publishedAt !== undefined && changed && changed.date >= publishedAt ? changed.at : undefined;
    if (publishedAt !== undefined) return { publishedAt, publishedBy, modifiedAt };
  }
  return { publishedAt: changed?.date, publishedBy: changed && 'change', modifiedAt: changed?.at };
}

function ofMetadata(evidence: Evidence): IsoDate | undefined {
  const { articles, others, metas } = evidence;
  const stated = firstDate(
    [
      ...articles.map((node) => node['datePublished']),
      ...PUBLISHED_METAS.map((name) => metas.get(name)),
      ...others.map((node) => node['datePublished']),
      ...articles.map((node) => node['dateCreated']),
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

/** The nearest behind the headline, else the nearest before it, within so many elements. */
function nearest(
  { elements, headline }: Evidence,
  basis: 'published' | 'alone',
  within = Number.POSITIVE_INFINITY,
): IsoDate | undefined {
  const fits = elements().filter((one) => one.basis === basis && one.part === undefined);
  const reach = headline === undefined ? Number.POSITIVE_INFINITY : within;
  const after = fits.find((one) => one.place >= 0 && one.place <= reach);
  return (after ?? fits.findLast((one) => one.place < 0 && one.place >= -reach))?.date;
}

function ofHead(evidence: Evidence): IsoDate | undefined {
  const lines = evidence.lines();
  const by = (headline: string | undefined): IsoDate | undefined => dateOfHead(lines, headline, evidence)?.date;
  return [by(lineOf(evidence.headline)), by(evidence.title)].find((date) => date !== undefined && date >= FIRST_DAY);
}

function ofMonthInAddress(evidence: Evidence): IsoDate | undefined {
  const months = evidence.addresses.map((one) => (one === undefined ? undefined : monthOfUrl(one)));
  const month = months.find((one) => one !== undefined);
  return month === undefined ? undefined : dateOfMonth(evidence.lines(), month, evidence);
}

/** The one day that all elements beside the story state. */
function ofSide({ elements }: Evidence): IsoDate | undefined {
  const beside = elements().filter((one) => one.part === 'beside' && one.basis !== 'updated');
  const days = new Set(beside.map(({ date }) => date));
  return days.size === 1 ? [...days][0] : undefined;
}

interface Change {
  readonly date: IsoDate;
  readonly at: string;
}

function changeOf(evidence: Evidence): Change | undefined {
  const { articles, others, metas, elements, lines } = evidence;
  const inHead = [
    ...articles.map((node) => node['dateModified']),
    ...MODIFIED_METAS.map((name) => metas.get(name)),
    ...others.map((node) => node['dateModified']),
  ];
  const stated =
    firstDate(inHead, evidence) ?? elements().find((one) => one.basis === 'updated' && one.part === undefined);
  if (stated !== undefined) return { date: localDay(stated, evidence), at: instantOr(stated) };
  const labelled = labelledDates(lines(), evidence).find(({ basis }) => basis === 'updated')?.date;
  const date = labelled ?? dateOfChange(lines(), evidence);
  return date === undefined ? undefined : { date, at: date };
}

/** The instant where the value has a clock and a zone, else its day. */
function instantOr({ date, source }: Stated): string {
  const zoned = /\d{2}:\d{2}.*(?:Z|[+-]\d{2}:?\d{2}|GMT|UTC)\s*$/u.test(source) ? Date.parse(source) : Number.NaN;
  return Number.isNaN(zoned) ? date : new Date(zoned).toISOString();
}
