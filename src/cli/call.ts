import { existsSync } from 'node:fs';
import { clockFrom, systemClock } from '../clock.ts';
import {
  archiveKey,
  contactKey,
  feedsKey,
  readConfiguration,
  readEnvironment,
  retentionKey,
  situationsKey,
  staleKey,
  vectorsKey,
} from '../config.ts';
import type { Archive } from '../domain/archive.ts';
import type { Clock } from '../domain/clock.ts';
import type { ConfigurationKey, ConfigurationValues } from '../domain/configuration.ts';
import { type ModelSettings, modelKeys, modelSettings } from '../model/keys.ts';
import type { Format } from './values.ts';

export interface GlobalOptions {
  readonly archive?: string;
  readonly format?: Format;
  readonly now?: string;
  readonly quiet?: boolean;
  /** How many times as fast a clock fixed with `now` runs. */
  readonly speed?: number;
}

/** One call of the command line: what its global options and the environment say. */
export interface Call {
  readonly archivePath: string;
  /** Nobody chose an archive: the path is the one that stands for "where it always is". */
  readonly defaultArchive: boolean;
  readonly format: Format;
  readonly clock: Clock;
  /** How many times as fast as the machine's that clock runs. */
  readonly speed: number;
  /** Days without a new article after which a brief says so. */
  readonly staleAfterDays: number;
  /** Path of the file that defines situations, where there is one. */
  readonly situationsFile?: string;
  readonly quiet: boolean;
  /** Whether serving fetches the feeds of the archive. */
  readonly feeds: 'on' | 'off';
  /** Days that articles are kept from their own day, or from the one they came in on where that is later. */
  readonly retentionDays: number;
  /** Where publishers can ask about what is fetched. */
  readonly contact?: string;
  /** Servers within the own network that may be fetched from all the same, `host:port`: given by tests alone. */
  readonly fetchAllow?: readonly string[];
  /** Ranking by meaning: where it can be had, or never. */
  readonly vectors: 'auto' | 'off';
  /** Absent where no language model is wanted. */
  readonly model?: ModelSettings;
}

/** @throws DetenteError `bad-configuration` where the environment holds what no key takes. */
export function startCall(options: GlobalOptions): Call {
  return callOf(options, readConfiguration([]));
}

/** For `check`, which must come as far as saying what is wrong: what cannot be read is left out. */
export function startCheck(options: GlobalOptions): Call {
  const environment = readEnvironment();
  return callOf(
    options,
    readConfiguration([], {
      [archiveKey.key]: environment[archiveKey.key],
      [feedsKey.key]: sound(feedsKey, environment[feedsKey.key]),
      [vectorsKey.key]: environment[vectorsKey.key]?.trim().toLowerCase() === 'off' ? 'off' : undefined,
      ...Object.fromEntries(modelKeys.map((key) => [key.key, sound(key, environment[key.key])])),
    }),
  );
}

/** The value of a key as it stands in the environment, where it can be read. */
function sound({ parse }: ConfigurationKey, raw: string | undefined): string | undefined {
  try {
    parse(raw?.trim() ?? '');
    return raw;
  } catch {
    return undefined;
  }
}

function callOf(options: GlobalOptions, configuration: ConfigurationValues): Call {
  const archivePath = options.archive ?? configuration.need(archiveKey);
  const situationsFile = configuration.get(situationsKey);
  const model = modelSettings(configuration);
  const contact = configuration.get(contactKey);
  return {
    archivePath,
    defaultArchive: archivePath === archiveKey.default,
    format: options.format ?? (process.stdout.isTTY ? 'text' : 'markdown'),
    clock: options.now === undefined ? systemClock() : clockFrom(options.now, options.speed),
    speed: options.now === undefined ? 1 : (options.speed ?? 1),
    staleAfterDays: configuration.need(staleKey),
    ...(situationsFile !== undefined && { situationsFile }),
    ...(model !== undefined && { model }),
    feeds: configuration.need(feedsKey),
    retentionDays: configuration.need(retentionKey),
    ...(contact !== undefined && { contact }),
    quiet: options.quiet ?? false,
    vectors: configuration.need(vectorsKey),
  };
}

/** Opens the archive for as long as `use` takes. */
export async function withArchive<T>(call: Call, use: (archive: Archive) => Promise<T>): Promise<T> {
  const { openSqliteArchive } = await import('../archive/sqlite-archive.ts');
  const archive = await openSqliteArchive(call.archivePath);
  try {
    return await use(archive);
  } finally {
    await archive.close();
  }
}

/** What only looks makes no archive: a file that is not there is as good as an empty one. */
export function withStored<T>(call: Call, use: (archive: Archive) => Promise<T>): Promise<T> {
  return withArchive(existsSync(call.archivePath) ? call : { ...call, archivePath: ':memory:' }, use);
}

/** The calendar day in a zone: the day its clocks show. */
export function dayIn(zone: string, clock: Clock): string {
  const now = new Date(clock.now());
  if (zone === 'UTC') return now.toISOString().slice(0, 10);
  // Swedish dates are written as ISO 8601 writes them.
  return new Intl.DateTimeFormat('sv-SE', { timeZone: zone, dateStyle: 'short' }).format(now);
}
