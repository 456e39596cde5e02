import { expect, onTestFinished, test } from 'vitest';
import { openSqliteArchive } from '../../src/archive/sqlite-archive.ts';
import { editionsOf } from '../../src/cli/editions.ts';
import { wordingOf } from '../../src/cli/wording.ts';
import type { Brief } from '../../src/domain/brief.ts';
import { readSources } from '../../src/ingest/sources.ts';
import { takeIn } from '../../src/intake.ts';
import { silentLogger } from '../../src/logger.ts';
import { createLanguageModel } from '../../src/model/language-model.ts';
import { holds } from '../../src/verify/citation.ts';
import { delivering, HandClock, HOUR_MS, Platform, scheduled } from '../schedule/under-test.ts';
import { withFaults } from './faults.ts';
import { type ModelServer, startModelServer } from './model-server.ts';
import { sloppy } from './stand-ins/sloppy.ts';

/** Reliability row 12: 200 briefs, a tenth of them in the short form; each zone has editions of its own. */
const [ZONES, DAYS] = process.env['DETENTE_LONG'] ? [50, 4] : [10, 2];
const FIRST = '2024-01-18T10:30:00Z';
const HANG_MS = 60_000;

/** Different offsets first, so that the hours of the day share the work. */
const zones = Intl.supportedValuesOf('timeZone')
  .filter((_, at, all) => at % Math.floor(all.length / ZONES) === 0)
  .slice(0, ZONES);

test.each([0.3, 1])(
  'every scheduled brief is delivered and fully cited at a share of %d faults',
  async (share) => {
    await using server = await startModelServer(sloppy(12));
    withFaults(server, { share, seed: 12, ms: HANG_MS });
    const { archive, briefs } = await delivered(server);
    expect(briefs).toHaveLength(ZONES * DAYS);
    for (const brief of briefs) expect(await uncited(brief, archive)).toEqual([]);
    const worded = briefs.filter(({ engine }) => engine === 'language-model');
    const noted = briefs.filter(({ notices }) => notices.some(({ code }) => code === 'unworded'));
    console.log(`${briefs.length} delivered: ${worded.length} worded, ${noted.length} say that a part could not be`);
    expect(noted.length).toBeGreaterThan(0);
    // a reply that breaks off behind its first drafts has worded these
    if (share === 1) expect(noted.length).toBeGreaterThan(worded.length * 4);
    else expect(worded.length).toBeGreaterThan(0);
  },
  600_000,
);

async function delivered(server: ModelServer) {
  const archive = await openSqliteArchive(':memory:');
  onTestFinished(() => archive.close());
  await takeIn(archive, readSources(['samples']));
  const clock = new HandClock(FIRST);
  const platform = new Platform(clock);
  for (const zone of zones) await archive.schedules.save(scheduled(zone, { zone, since: clock.now() }));
  const found = createLanguageModel(server.settings());
  const wording = wordingOf({ settings: server.settings(), found, logger: silentLogger, briefWaitMs: 1_000 });
  const call = { archivePath: ':memory:', defaultArchive: false, format: 'text', clock, speed: 1 } as const;
  const keyless = { vectors: 'off', feeds: 'off', retentionDays: 400 } as const;
  const compose = editionsOf({ ...call, ...keyless, staleAfterDays: 30, quiet: true }, archive, wording);
  const { tick } = delivering(archive, clock, [platform], { compose });
  for (let hour = 0; hour < 24 * DAYS; hour += 1) {
    clock.pass(HOUR_MS);
    await tick();
  }
  return { archive, briefs: zones.flatMap((zone) => platform.briefsIn(zone)) };
}

/** Sentences of a brief that no stored words carry; what is unknown alone may have none. */
async function uncited({ bottomLine, sections }: Brief, archive: Awaited<ReturnType<typeof openSqliteArchive>>) {
  const statements = [...bottomLine, ...sections.flatMap(({ items }) => items.filter((item) => 'origins' in item))];
  const wrong: string[] = [];
  for (const { text, citations } of statements) {
    const held = await Promise.all(citations.map((citation) => holds(archive, citation)));
    if (held.length === 0 || held.includes(false)) wrong.push(text);
  }
  return wrong;
}
