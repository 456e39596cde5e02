import { expect, onTestFinished } from 'vitest';
import { definition } from '../../adapters/discord/definition.ts';
import { createDiscordAdapter, type DiscordAdapterOptions } from '../../adapters/discord/index.ts';
import { systemClock } from '../../src/clock.ts';
import { readConfiguration } from '../../src/config.ts';
import type { Logger } from '../../src/domain/logger.ts';
import { BOT, DiscordServer } from './discord-server.ts';
import { DiscordUser } from './discord-user.ts';

/** As fast as a test wants it, with the order and the rules of the real times. */
const quick = {
  restartMs: 20,
  mostRestartMs: 200,
  identifyMs: 0,
  readyMs: 5_000,
  patienceMs: 60_000,
  formMs: 1_500,
  againMs: 20,
  paceMs: 1,
  drainMs: 50,
};

export interface DiscordUnderTest {
  readonly discord: DiscordServer;
  readonly adapter: ReturnType<typeof createDiscordAdapter>;
  readonly ada: DiscordUser;
  readonly ben: DiscordUser;
  /** Everything that was logged above `info`. */
  readonly log: readonly unknown[];
}

export interface Wanted {
  readonly environment?: Readonly<Record<string, string>>;
  readonly tuning?: DiscordAdapterOptions['tuning'];
  readonly clock?: DiscordAdapterOptions['clock'];
  /** In place of a server of its own. */
  readonly discord?: DiscordServer;
}

/**
 * An adapter that is not started, and the Discord it will find. Both are gone after the test, which fails where a body
 * broke a rule of Discord's.
 */
export async function discordUnderTest(wanted: Wanted = {}): Promise<DiscordUnderTest> {
  const discord = wanted.discord ?? (await DiscordServer.start());
  const environment = { DISCORD_TOKEN: BOT.token, DISCORD_API_URL: discord.apiUrl, DETENTE_TIMEOUT_MS: '2000' };
  const configuration = readConfiguration([definition], { ...environment, ...wanted.environment });
  const log: unknown[] = [];
  const keep = (fields: object, message: string) => void log.push({ ...fields, message });
  const logger: Logger = { info: () => {}, warn: keep, error: keep };
  const clock = wanted.clock ?? systemClock();
  const adapter = createDiscordAdapter({ configuration, clock, logger, tuning: { ...quick, ...wanted.tuning } });
  onTestFinished(async () => {
    await adapter.stop();
    const { broken } = discord;
    if (wanted.discord === undefined) await discord.close();
    expect(broken).toEqual([]);
  });
  return {
    discord,
    adapter,
    log,
    ada: new DiscordUser(discord, discord.ada),
    ben: new DiscordUser(discord, discord.ben),
  };
}
