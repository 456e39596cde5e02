import { definition } from '../../briefs/de-escalation.ts';
import { openSqliteArchive } from '../../src/archive/sqlite-archive.ts';
import { composeBrief } from '../../src/brief/compose.ts';
import { readSources } from '../../src/ingest/sources.ts';
import { takeIn } from '../../src/intake.ts';

/** The index of each day between the parties, from the articles of a folder: its own edition's, else as a later one tells it. */
export async function indexOfDays(folder: string, parties: readonly string[], days: readonly string[]) {
  const archive = await openSqliteArchive(':memory:');
  await takeIn(archive, readSources([folder]));
  const situation = { name: parties.join('–'), parties };
  const known = new Map<string, number>();
  for (const date of days) {
    const { tension } = await composeBrief(archive, definition, { date, zone: 'UTC', situation });
    for (const point of tension?.series ?? []) if (!known.has(point.date)) known.set(point.date, point.index);
  }
  await archive.close();
  return days.map((day) => known.get(day));
}
