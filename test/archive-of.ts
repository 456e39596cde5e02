import { openSqliteArchive } from '../src/archive/sqlite-archive.ts';
import type { Archive } from '../src/domain/archive.ts';
import type { SourceItem } from '../src/ingest/sources.ts';
import { type IntakeOptions, takeIn } from '../src/intake.ts';

/** An invented report: what a test says of it, the rest is filled in. */
export interface Report {
  readonly id: string;
  readonly text: string;
  readonly publishedAt?: string;
  readonly outlet?: string;
  readonly title?: string;
  readonly url?: string;
  readonly language?: string;
  /** Where the headline ends, in characters; 0, no headline, where it is left out. */
  readonly bodyStart?: number;
}

export async function addTo(archive: Archive, reports: readonly Report[], options: IntakeOptions = {}) {
  return takeIn(archive, items(reports), options);
}

/** A fresh archive in memory with these reports in it. */
export async function archiveOf(reports: readonly Report[]): Promise<Archive> {
  const archive = await openSqliteArchive(':memory:');
  await addTo(archive, reports);
  return archive;
}

async function* items(reports: readonly Report[]): AsyncGenerator<SourceItem> {
  for (const report of reports)
    yield { path: `${report.id}.txt`, draft: { title: report.id, bodyStart: 0, language: 'en', ...report } };
}
