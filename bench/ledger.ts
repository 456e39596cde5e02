import { join } from 'node:path';
import { definition } from '../briefs/de-escalation.ts';
import { openSqliteArchive } from '../src/archive/sqlite-archive.ts';
import { composeBrief } from '../src/brief/compose.ts';
import { situationNamed } from '../src/brief/situation.ts';
import type { Archive } from '../src/domain/archive.ts';
import { formatDay } from '../src/domain/day.ts';
import type { SourceItem } from '../src/ingest/sources.ts';
import { takeIn } from '../src/intake.ts';
import { addDays } from '../src/text/calendar.ts';
import { percentile, ratio, rounded, type Section } from './figures.ts';

const STATES =
  'Armenia Azerbaijan Chad Chile Cuba Egypt Ghana Greece India Iraq Japan Jordan Kenya Laos Libya Mali Nepal Niger Oman Peru'.split(
    ' ',
  );
const ACTS = [
  'shelled',
  'recalled its ambassador from',
  'accused',
  'threatened retaliation against',
  'imposed sanctions on',
  'released prisoners of',
  'sent aid to',
  'apologised to',
  'closed its border with',
  'expelled the ambassador of',
];
/** Half of the acts stand between these two. */
const PARTIES = ['Ethiopia', 'Eritrea'];
const ACTS_AN_ARTICLE = 4;
const ARTICLES_A_DAY = 4;
const FIRST_DAY = '2021-01-01';
const ADDED = 21;
const BRIEFS = 15;

/** The report with that number: four acts of its day, each told with its date, so that few merge. */
function report(number: number): SourceItem {
  const day = addDays(FIRST_DAY, Math.floor(number / ARTICLES_A_DAY));
  const acts = Array.from({ length: ACTS_AN_ARTICLE }, (_, at) => act(number * ACTS_AN_ARTICLE + at, at % 2 === 0));
  const told = acts.map((words) => `${words} on ${formatDay(day)}.`).join(' ');
  const text = `${told} ${filler(number)}`;
  const id = `report-${String(number).padStart(6, '0')}`;
  return { path: id, draft: { id, title: id, text, bodyStart: 0, language: 'en', publishedAt: day } };
}

/** Words of their own, so that no two reports are copies of one text. */
function filler(number: number): string {
  const words = Array.from({ length: 60 }, (_, at) => ((number + 1) * (at + 7) * 2654435761) % 46656);
  return `${words.map((word) => word.toString(36)).join(' ')}.`;
}

function act(number: number, between: boolean): string {
  const [one, other] = between ? PARTIES : [STATES[number % 20], STATES[(number * 7 + 3) % 20]];
  const turned = Math.floor(number / 4) % 2 === 0;
  return `${turned ? one : other} ${ACTS[Math.floor(number / 2) % ACTS.length]} ${turned ? other : one}`;
}

async function* reports(from: number, to: number): AsyncGenerator<SourceItem> {
  for (let number = from; number < to; number += 1) yield report(number);
}

/** Milliseconds to take in one more article, and to write a brief, at growing ledgers. */
export async function ledgerSection(folder: string, sizes: readonly number[]): Promise<Section> {
  const archive = await openSqliteArchive(join(folder, 'ledger.sqlite'));
  const rows: string[][] = [];
  let next = 0;
  let first = Number.NaN;
  for (const size of sizes) {
    next = await grow(archive, size, next);
    const events = (await archive.ledger.entries()).length;
    const added = await timesToAdd(archive, next);
    next += ADDED;
    const add = percentile(added, 0.5);
    if (Number.isNaN(first)) first = add;
    const brief = percentile(await timesToBrief(archive, next), 0.5);
    rows.push([String(events), rounded(add), ratio(add, first), rounded(brief)]);
  }
  await archive.close();
  return {
    heading: 'Ledger',
    about: `One more article of ${ACTS_AN_ARTICLE} acts, median of ${ADDED}; a brief on two parties that half of the events stand between, median of ${BRIEFS}, warm.`,
    headings: ['events', 'one article, ms', 'against the first', 'brief, ms'],
    rows,
  };
}

/** Takes in reports until the ledger holds so many events. */
async function grow(archive: Archive, size: number, from: number): Promise<number> {
  let next = from;
  for (let events = 0; events < size; events = (await archive.ledger.entries()).length) {
    const more = Math.max(25, Math.ceil((size - events) / ACTS_AN_ARTICLE));
    await takeIn(archive, reports(next, next + more));
    next += more;
  }
  return next;
}

async function timesToAdd(archive: Archive, from: number): Promise<number[]> {
  const took: number[] = [];
  for (let number = from; number < from + ADDED; number += 1) {
    const began = performance.now();
    await takeIn(archive, reports(number, number + 1));
    took.push(performance.now() - began);
  }
  return took;
}

async function timesToBrief(archive: Archive, reported: number): Promise<number[]> {
  const date = addDays(FIRST_DAY, Math.floor((reported - 1) / ARTICLES_A_DAY));
  const took: number[] = [];
  for (let round = 0; round < BRIEFS; round += 1) {
    const began = performance.now();
    await composeBrief(archive, definition, { date, zone: 'UTC', situation: situationNamed(PARTIES.join('–')) });
    took.push(performance.now() - began);
  }
  return took;
}
