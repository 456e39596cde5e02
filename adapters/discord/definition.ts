import type { AdapterDefinition, ConfigurationKey } from '../../src/index.ts';
import type { QuietHours } from './posting/quiet-hours.ts';

export const token: ConfigurationKey<string> = {
  key: 'DISCORD_TOKEN',
  help: 'Token of the Discord bot (docs/discord.md).',
  required: true,
  secret: true,
  parse: (raw) => {
    if (!/^[\w-]{10,}\.[\w-]+\.[\w-]+$/.test(raw))
      throw new Error(
        'must have three parts with dots between them: it is the token under "Bot", not an id or a secret',
      );
    return raw;
  },
};

export const apiUrl: ConfigurationKey<string> = {
  key: 'DISCORD_API_URL',
  help: "Base of Discord's API, without its version.",
  default: 'https://discord.com/api',
  parse: (raw) => {
    if (!/^https?:$/.test(URL.parse(raw)?.protocol ?? '')) throw new Error('must be an http(s) address');
    return raw.replace(/\/+$/, '').replace(/\/v\d+$/, '');
  },
};

export const quietHours: ConfigurationKey<QuietHours> = {
  key: 'DISCORD_QUIET_HOURS',
  help: "Hours, on a brief's own clock, in which a brief makes no phone ring.",
  default: '22-7',
  parse: (raw) => {
    const [, from, until] = /^(\d{1,2})-(\d{1,2})$/.exec(raw) ?? [];
    if (from === undefined || Number(from) > 23 || Number(until) > 24)
      throw new Error('must be two hours, such as 22-7');
    return { from: Number(from), until: Number(until) };
  },
};

export const definition: AdapterDefinition = {
  name: 'discord',
  title: 'Discord',
  configuration: [token, apiUrl, quietHours],
  load: async () => (await import('./index.ts')).createDiscordAdapter,
  check: async (options) => (await import('./check.ts')).checkDiscord(options),
  refusal: async (...asked) => (await import('./refusal.ts')).refusalFromOutside(...asked),
  tools: [
    {
      name: 'register',
      summary: "make Discord's list of commands the bot's own; serve does it too",
      flags: [{ flag: '--dry-run', summary: 'only say what would change' }],
      run: async (options, { dryRun = false }) => (await import('./tools.ts')).registerCommands(options, dryRun),
    },
    {
      name: 'invite',
      summary: 'print the links that add the bot to a server, or to yourself',
      run: async (options) => (await import('./tools.ts')).inviteLinks(options),
    },
  ],
};
