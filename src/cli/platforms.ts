import { dirname } from 'node:path';
import type { Configuration } from '../config.ts';
import type { AdapterDefinition, AdapterOptions } from '../domain/adapter-definition.ts';
import type { ChatAdapter } from '../domain/chat.ts';
import { formatConversation } from '../domain/conversation-name.ts';
import type { Logger } from '../domain/logger.ts';
import type { Schedule } from '../domain/schedule.ts';
import { DetenteError } from '../errors.ts';
import type { Call } from './call.ts';

export interface Platforms {
  /** Requests come in by these. */
  readonly open: readonly ChatAdapter[];
  /** All that briefs can be posted by. */
  readonly all: readonly ChatAdapter[];
}

/** What every adapter of a call is made from. */
export function adapterOptions(call: Call, configuration: Configuration, logger: Logger): AdapterOptions {
  const folder = call.archivePath === ':memory:' ? {} : { folder: dirname(call.archivePath) };
  return { configuration, clock: call.clock, logger, ...folder };
}

/**
 * Loads the platforms to serve: those that are configured, and those that schedules post by and that need no
 * configuration, as the terminal, whose input is not read.
 * @throws DetenteError `bad-configuration` where there is none
 */
export async function loadPlatforms(
  definitions: readonly AdapterDefinition[],
  configuration: Configuration,
  schedules: readonly Schedule[],
  options: AdapterOptions,
): Promise<Platforms> {
  const load = async (one: AdapterDefinition) => (await one.load())(options);
  const named = new Set(schedules.map(({ conversation }) => conversation.adapter));
  const configured = configuration.adapters.filter(needsConfiguration);
  const free = definitions.filter((one) => !needsConfiguration(one) && named.has(one.name));
  if (configured.length + free.length === 0)
    throw new DetenteError(
      'bad-configuration',
      'no platform is configured: set the tokens of Slack or Discord (docs/slack.md, docs/discord.md), or run "detente start" for the terminal',
    );
  const open = await Promise.all(configured.map(load));
  const all = [...open, ...(await Promise.all(free.map(load)))];
  tellOrphans(schedules, all, options.logger);
  return { open, all };
}

/** Names of the platforms that a process posts by: those that are configured, and those that need no configuration. */
export function servedBy(
  definitions: readonly AdapterDefinition[],
  configuration: Configuration | undefined,
): ReadonlySet<string> {
  const free = definitions.filter((one) => !needsConfiguration(one));
  return new Set([...free, ...(configuration?.adapters ?? [])].map(({ name }) => name));
}

/** Whether an adapter is on only where something is set. */
function needsConfiguration({ configuration }: AdapterDefinition): boolean {
  return configuration.some(({ required }) => required);
}

function tellOrphans(schedules: readonly Schedule[], adapters: readonly ChatAdapter[], logger: Logger): void {
  for (const { conversation } of schedules) {
    if (adapters.some(({ name }) => name === conversation.adapter)) continue;
    logger.warn(
      { conversation: formatConversation(conversation) },
      'a schedule names a platform that is not configured here: set its tokens, let another process serve it, or remove it with "detente schedule remove"',
    );
  }
}
