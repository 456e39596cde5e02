import { type AdapterOptions, commands, type Finding, reasonOf } from '../../src/index.ts';
import { apiUrl, appToken, botToken, commandPrefix, configToken, signingSecret } from './definition.ts';
import own from './manifest.json' with { type: 'json' };

/** The part of a Slack app's manifest that is looked at. https://docs.slack.dev/reference/app-manifest */
interface Manifest {
  readonly features: { readonly slash_commands: readonly { readonly command: string }[] };
  readonly oauth_config: { readonly scopes: { readonly bot: readonly string[] } };
  readonly settings: { readonly event_subscriptions: { readonly bot_events: readonly string[] } };
}

/** Asks Slack about the tokens, the scopes and, with a configuration token, the commands and events. */
export async function checkSlack(options: AdapterOptions): Promise<readonly Finding[]> {
  const bot = await call(options, 'auth.test', options.configuration.need(botToken));
  const findings = [botFinding(bot)];
  if (bot.ok) findings.push(scopesFinding(bot.scopes));
  findings.push(await doorFinding(options));
  if (bot.ok) findings.push(await commandsFinding(options, bot));
  return findings;
}

interface Called {
  readonly ok: boolean;
  readonly error: string;
  readonly isReached: boolean;
  readonly body: Readonly<Record<string, unknown>>;
  readonly scopes: readonly string[] | undefined;
}

const TIMEOUT_MS = 10_000;

async function call(
  { configuration }: AdapterOptions,
  method: string,
  token: string,
  form: Readonly<Record<string, string>> = {},
): Promise<Called> {
  try {
    const response = await fetch(`${configuration.need(apiUrl)}${method}`, {
      method: 'POST',
      headers: { authorization: `Bearer ${token}` },
      body: new URLSearchParams(form),
      signal: AbortSignal.timeout(TIMEOUT_MS),
    });
    const body = (await response.json()) as Record<string, unknown>;
    const scopes = response.headers.get('x-oauth-scopes')?.split(/\s*,\s*/);
    return { ok: body['ok'] === true, error: String(body['error'] ?? ''), isReached: true, body, scopes };
  } catch (error) {
    const reason = `Slack cannot be reached at ${configuration.need(apiUrl)} (${reasonOf(error)})`;
    return { ok: false, error: reason, isReached: false, body: {}, scopes: undefined };
  }
}

/** What went wrong and what to do; where Slack was not reached the tokens are not to blame. */
function remedied({ error, isReached }: Called, remedy: string): string {
  return `${error}: ${isReached ? remedy : 'look at the network of this machine'}`;
}

function botFinding(called: Called): Finding {
  const { ok, body } = called;
  const name = 'slack bot token';
  if (ok) return { name, ok, finding: `${body['user']} in ${body['team']} (${body['team_id']})` };
  return {
    name,
    ok,
    finding: remedied(called, 'set SLACK_BOT_TOKEN to the Bot User OAuth Token of the installed app'),
  };
}

function scopesFinding(scopes: readonly string[] | undefined): Finding {
  const name = 'slack scopes';
  if (scopes === undefined) return { name, ok: true, finding: 'Slack does not say which scopes the token has' };
  const wanted = own.oauth_config.scopes.bot;
  const missing = wanted.filter((scope) => !scopes.includes(scope));
  if (missing.length === 0) return { name, ok: true, finding: `all ${wanted.length} are granted` };
  const remedy = 'add it under "OAuth & Permissions" (or paste adapters/slack/manifest.json) and install the app again';
  return { name, ok: false, finding: `${missing.join(', ')} missing: ${remedy}` };
}

async function doorFinding(options: AdapterOptions): Promise<Finding> {
  const token = options.configuration.get(appToken);
  const name = 'slack door';
  if (token === undefined) {
    const isSet = options.configuration.get(signingSecret) !== undefined;
    return { name, ok: isSet, finding: 'HTTP: the address of /slack/events must stand in the app as its request URL' };
  }
  const called = await call(options, 'apps.connections.open', token);
  if (called.ok) return { name, ok: true, finding: 'Socket Mode: Slack gives a connection' };
  const remedy = 'set SLACK_APP_TOKEN to an app-level token with connections:write, and turn Socket Mode on';
  return { name, ok: false, finding: remedied(called, remedy) };
}

/** Slack shows an app's commands to a configuration token alone. */
async function commandsFinding(options: AdapterOptions, bot: Called): Promise<Finding> {
  const name = 'slack commands';
  const prefix = options.configuration.get(commandPrefix) ?? '';
  const wanted = commands.map((command) => `/${prefix}${command.name}`);
  const token = options.configuration.get(configToken);
  if (token === undefined) {
    const finding = `cannot be looked up without SLACK_CONFIG_TOKEN: ${wanted.join(' and ')} must stand under "Slash Commands"`;
    return { name, ok: true, finding };
  }
  const info = await call(options, 'bots.info', options.configuration.need(botToken), {
    bot: String(bot.body['bot_id'] ?? ''),
  });
  const { app_id } = (info.body['bot'] ?? {}) as { readonly app_id?: string };
  const exported = await call(options, 'apps.manifest.export', token, { app_id: app_id ?? '' });
  if (!exported.ok) return { name, ok: false, finding: remedied(exported, 'make a new SLACK_CONFIG_TOKEN') };
  return compared(exported.body['manifest'] as Partial<Manifest>, wanted);
}

function compared(manifest: Partial<Manifest>, wanted: readonly string[]): Finding {
  const name = 'slack commands';
  const set = manifest.features?.slash_commands?.map(({ command }) => command) ?? [];
  const heard = manifest.settings?.event_subscriptions?.bot_events ?? [];
  const events = own.settings.event_subscriptions.bot_events.filter((event) => !heard.includes(event));
  const unset = wanted.filter((command) => !set.includes(command));
  const problems = [
    ...(unset.length > 0 ? [`${unset.join(', ')} not set: add it under "Slash Commands"`] : []),
    ...(events.length > 0 ? [`${events.join(', ')} not subscribed: add it under "Event Subscriptions"`] : []),
  ];
  return { name, ok: problems.length === 0, finding: problems.join('; ') || `${wanted.join(' and ')} are set` };
}
