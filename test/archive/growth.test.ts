import { mkdtempSync, rmSync, statSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import { expect, onTestFinished, test } from 'vitest';
import { definition } from '../../briefs/de-escalation.ts';
import { ageArticles } from '../../src/ageing.ts';
import { openSqliteArchive } from '../../src/archive/sqlite-archive.ts';
import { composeBrief } from '../../src/brief/compose.ts';
import type { Archive } from '../../src/domain/archive.ts';
import type { Citation } from '../../src/domain/citation.ts';
import type { Edition } from '../../src/domain/delivery.ts';
import { addDays } from '../../src/text/calendar.ts';
import { holds } from '../../src/verify/citation.ts';
import { addTo, type Report } from '../archive-of.ts';

const A_DAY = process.env['DETENTE_LONG'] ? 20 : 2;
const WEEKS = 52;
const RETENTION = 60;
/** Longer than articles are: what old editions cite must outlive its time. */
const EDITIONS_KEPT = 90;
const DAY_MS = 24 * 60 * 60_000;
const FIRST = '2031-01-01';
const FEED = 'https://gazette.example/feed';

const STATES = ['Ethiopia', 'Eritrea', 'Kenya', 'Sudan', 'Chad', 'Niger'];
const ACTS = ['condemned', 'accused', 'warned', 'threatened', 'praised', 'invited'];
const WEEKDAYS = ['Sunday', 'Monday', 'Tuesday', 'Wednesday', 'Thursday', 'Friday', 'Saturday'];

const sent = { id: '1', at: `${FIRST}T07:00:00Z` };

test(
  `a year of ${A_DAY} articles a day takes no more room than the ${RETENTION} days that are kept, and its editions hold`,
  async () => {
    const folder = mkdtempSync(join(tmpdir(), 'detente-'));
    const path = join(folder, 'archive.sqlite');
    const archive = await openSqliteArchive(path);
    onTestFinished(async () => {
      await archive.close();
      rmSync(folder, { recursive: true });
    });
    await archive.feeds.add({ url: FEED, addedAt: 0, nextAt: 0 });
    const weeks: Week[] = [];
    for (let week = 0; week < WEEKS; week += 1) {
      await liveAWeek(archive, week);
      weeks.push(weekOf(path));
    }
    const [half, end] = [weeks[WEEKS / 2] as Week, weeks.at(-1) as Week];
    console.info(`${half.bytes} bytes after half a year, ${end.bytes} after a year; ${JSON.stringify(end.rows)}`);
    expect(end.bytes).toBeLessThan(1.25 * half.bytes);
    for (const [table, count] of Object.entries(end.rows))
      expect([table, count <= 1.25 * (half.rows[table] ?? 0) + 20]).toEqual([table, true]);
    await expectKept(archive);
  },
  A_DAY * 120_000,
);

async function liveAWeek(archive: Archive, week: number): Promise<void> {
  const today = addDays(FIRST, week * 7 + 6);
  const reports = Array.from({ length: 7 * A_DAY }, (_, at) =>
    reportOf(addDays(FIRST, week * 7 + Math.floor(at / A_DAY)), at),
  );
  const undated = { id: `undated-${today}`, text: `Farmers near the lake wait for rain, week ${week}.` };
  const ofYearsAgo = reportOf(addDays(today, -5 * 365), week);
  await addTo(archive, [...reports, undated, ofYearsAgo], { today });
  const live = Array.from({ length: 5 }, (_, at) => ({ ...undated, text: `${undated.text} Update ${at}.` }));
  await addTo(archive, live, { today });
  await poll(archive, reports, Date.parse(today));
  await post(archive, today);
  await archive.outbox.expire(Date.parse(today) - EDITIONS_KEPT * DAY_MS);
  await archive.feeds.expire(Date.parse(today) - 14 * DAY_MS);
  await ageArticles(archive, addDays(today, -RETENTION));
}

function reportOf(day: string, at: number): Report {
  const pick = <Value>(values: readonly Value[], step: number) =>
    values[(Date.parse(day) / DAY_MS + at * step) % values.length] as Value;
  const weekday = WEEKDAYS[new Date(day).getUTCDay()];
  const [one, other] = [pick(STATES, 1), pick(STATES.slice(1), 3)];
  const text = `${one} ${pick(ACTS, 5)} ${other === one ? 'Mali' : other} on ${weekday} over round ${at} of the water talks. `;
  return { id: `${day}-${at}`, publishedAt: day, text: text + 'The river was low. '.repeat(3) };
}

async function poll({ feeds }: Archive, reports: readonly Report[], at: number): Promise<void> {
  const claim = await feeds.claim(FEED, { owner: 'one', now: at, milliseconds: 10_000 });
  if (claim === undefined) throw new Error('the feed is held');
  const items = reports.map(({ id }) => ({ key: id, digest: id, state: 'taken' as const, tries: 0, seenAt: at }));
  await feeds.note(claim, items);
  await feeds.settle(claim, { kind: 'success', at, nextAt: at, interval: DAY_MS, fresh: items.length });
}

async function post(archive: Archive, date: string): Promise<void> {
  const brief = await composeBrief(archive, definition, { date, zone: 'UTC' });
  const content: Edition = { brief, mark: await archive.articles.mark() };
  const conversation = { adapter: 'slack', workspace: 'T1', channel: 'C1' };
  const dueAt = Date.parse(date);
  const times = { dueAt, nextAt: dueAt, openedAt: dueAt, settledAt: dueAt };
  const name = { conversation, definition: 'de-escalation', situation: '', date, revision: '', key: date };
  await archive.outbox.open([{ ...name, state: 'sent', sent, ...times, content }]);
}

interface Week {
  readonly bytes: number;
  readonly rows: Readonly<Record<string, number>>;
}

/** The size of the file, and how many rows each of its tables has. */
function weekOf(path: string): Week {
  const file = new DatabaseSync(path);
  file.exec('PRAGMA wal_checkpoint(TRUNCATE)');
  const tables = file.prepare("SELECT name FROM sqlite_schema WHERE type = 'table'").all() as { name: string }[];
  const rows = tables.map(({ name }) => {
    const { total } = file.prepare(`SELECT count(*) AS total FROM "${name}"`).get() as { total: number };
    return [name, total] as const;
  });
  file.close();
  return { bytes: statSync(path).size, rows: Object.fromEntries(rows) };
}

/** Every edition that is kept is whole: each of its quotes stands where it says, also in what is older than the retention. */
async function expectKept(archive: Archive): Promise<void> {
  const last = addDays(FIRST, WEEKS * 7 - 1);
  const kept = await archive.outbox.recent({ limit: 99 });
  expect(kept.length).toBe(Math.ceil(EDITIONS_KEPT / 7));
  const days = new Set<string>();
  for (const { edition: id } of kept) {
    const citations = citationsIn(await archive.outbox.edition(id ?? ''));
    expect(citations).not.toEqual([]);
    for (const citation of citations) {
      expect([citation, await holds(archive, citation)]).toEqual([citation, true]);
      days.add((await archive.articles.get(citation.articleId))?.publishedAt ?? '');
    }
  }
  expect([...days].filter((day) => day < addDays(last, -RETENTION)).length).toBeGreaterThan(5);
}

function citationsIn(edition: Edition | undefined): Citation[] {
  const found: Citation[] = [];
  JSON.stringify(edition, (_, value) => {
    if (value !== null && typeof value === 'object' && 'quote' in value) found.push(value);
    return value;
  });
  return found;
}
