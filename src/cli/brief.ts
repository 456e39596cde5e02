import { readdir } from 'node:fs/promises';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { composeBrief } from '../brief/compose.ts';
import type { FeedsNow } from '../brief/feed-notices.ts';
import { situationNamed } from '../brief/situation.ts';
import { readSituations } from '../brief/situation-file.ts';
import type { Archive } from '../domain/archive.ts';
import type { Brief, BriefDefinition } from '../domain/brief.ts';
import type { Situation } from '../domain/situation.ts';
import { DetenteError } from '../errors.ts';
import { moduleEnding, pluggedFolder } from './bundle.ts';
import { type Call, dayIn, withArchive } from './call.ts';
import { printJson } from './output.ts';
import { languageCode, lineLogger, startWording } from './wording.ts';

interface BriefOptions {
  readonly date?: string;
  readonly zone: string;
  readonly situation?: string;
  readonly definition: string;
  readonly since?: string;
  readonly language?: string;
}

/** Prints the brief of a day; stores nothing. */
export async function brief(call: Call, options: BriefOptions): Promise<void> {
  const { zone, since } = options;
  const language = await languageCode(call, options.language);
  const date = options.date ?? dayIn(zone, call.clock);
  const definition = await loadDefinition(options.definition);
  const composed = await withArchive(call, async (archive) => {
    const situation = chosenSituation(call, options.situation);
    const one = await composeBrief(archive, definition, {
      ...{ date, zone, staleAfterDays: call.staleAfterDays },
      ...(situation && { situation }),
      ...(since && { since }),
      feeds: await feedsNow(call, archive),
    });
    return (await startWording(call, { archive, logger: lineLogger() })?.brief(one, {}, { language })) ?? one;
  });
  await printBrief(call, composed);
}

/** The feeds as they are at this moment: an edition of today says which of them bring nothing. */
export async function feedsNow({ clock }: Pick<Call, 'clock'>, { feeds }: Pick<Archive, 'feeds'>): Promise<FeedsNow> {
  return { list: await feeds.list(), now: clock.now() };
}

/** The one that was asked for, else the first that the configuration defines, else what the archive is most about. */
export function chosenSituation({ situationsFile }: Call, name?: string): Situation | undefined {
  const situations = situationsFile === undefined ? [] : readSituations(situationsFile);
  return name === undefined ? situations[0] : situationNamed(name, situations);
}

async function printBrief(call: Call, composed: Brief): Promise<void> {
  if (call.format === 'json') printJson((await import('../brief/json.ts')).briefJson(composed));
  else (await import('./reply.ts')).printReply(call, { kind: 'brief', brief: composed });
}

/**
 * Loads a file of briefs/ by its name.
 * @throws DetenteError `bad-usage` naming the ones there are
 */
export async function loadDefinition(name: string): Promise<BriefDefinition> {
  const folder = pluggedFolder('briefs');
  const known = (await readdir(folder))
    .filter((file) => file.endsWith(moduleEnding) && !file.endsWith('.d.ts'))
    .map((file) => file.slice(0, -moduleEnding.length));
  if (!known.includes(name))
    throw new DetenteError('bad-usage', `no definition is called ${name}: there are ${known.join(', ')}.`);
  const address = pathToFileURL(join(folder, name + moduleEnding)).href;
  const { definition } = (await import(address)) as { readonly definition: BriefDefinition };
  return definition;
}
