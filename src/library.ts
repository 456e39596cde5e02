import type { AskOptions } from './answer/ask.ts';
import type { BriefOptions } from './brief/compose.ts';
import type { AnswerReport } from './domain/answer.ts';
import type { Archive } from './domain/archive.ts';
import type { Brief, BriefDefinition } from './domain/brief.ts';
import type { IngestReport } from './intake.ts';

/*
 * The engines behind the public door. Each is loaded when it is first called, so that an adapter that only renders
 * pays for none of them.
 */

/** Opens an archive, made where the path is missing; `:memory:` lives as long as the process. Close it. */
export async function openArchive(path: string): Promise<Archive> {
  return (await import('./archive/sqlite-archive.ts')).openSqliteArchive(path);
}

/** Takes files and folders in. A file that cannot be read is listed with its reason and stops no other. */
export async function ingest(archive: Archive, paths: readonly string[]): Promise<IngestReport> {
  const [{ readSources }, { takeIn }] = await Promise.all([import('./ingest/sources.ts'), import('./intake.ts')]);
  return takeIn(archive, readSources(paths));
}

/** The edition of a day. */
export async function brief(archive: Archive, definition: BriefDefinition, options: BriefOptions): Promise<Brief> {
  return (await import('./brief/compose.ts')).composeBrief(archive, definition, options);
}

/** An answer from the archive, or the reason why there is none. */
export async function ask(archive: Archive, question: string, options: AskOptions): Promise<AnswerReport> {
  return (await import('./answer/ask.ts')).ask(archive, question, options);
}
