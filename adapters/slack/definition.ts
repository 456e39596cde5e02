import type { AdapterDefinition, ConfigurationKey } from '../../src/index.ts';

export const botToken: ConfigurationKey<string> = {
  key: 'SLACK_BOT_TOKEN',
  help: 'Bot token of the Slack app, xoxb-... (docs/slack.md).',
  required: true,
  secret: true,
  parse: (raw) => tokenOf(raw, /^xoxb-|^xoxe\.xoxb-/, 'xoxb-', 'the Bot User OAuth Token under "OAuth & Permissions"'),
};

export const appToken: ConfigurationKey<string> = {
  key: 'SLACK_APP_TOKEN',
  help: 'App-level token with connections:write, xapp-...: Slack by Socket Mode, which needs no public address.',
  secret: true,
  parse: (raw) => tokenOf(raw, /^xapp-/, 'xapp-', 'an app-level token under "Basic Information"'),
};

export const signingSecret: ConfigurationKey<string> = {
  key: 'SLACK_SIGNING_SECRET',
  help: 'Signing secret of the Slack app: Slack by HTTP, where SLACK_APP_TOKEN is not set.',
  secret: true,
  parse: (raw) => raw,
};

export const port: ConfigurationKey<number> = {
  key: 'SLACK_PORT',
  help: 'Port that Slack by HTTP listens on; requests go to /slack/events.',
  default: '3000',
  parse: (raw) => {
    if (!/^\d{1,5}$/.test(raw) || Number(raw) > 65_535) throw new Error('must be a port number');
    return Number(raw);
  },
};

export const apiUrl: ConfigurationKey<string> = {
  key: 'SLACK_API_URL',
  help: "Base of Slack's Web API.",
  default: 'https://slack.com/api/',
  parse: (raw) => {
    if (!/^https?:$/.test(URL.parse(raw)?.protocol ?? '')) throw new Error('must be an http(s) address');
    return raw.endsWith('/') ? raw : `${raw}/`;
  },
};

/** Command names are shared by a whole workspace: two apps cannot both have /ask. */
export const commandPrefix: ConfigurationKey<string> = {
  key: 'SLACK_COMMAND_PREFIX',
  help: 'Put before the command names where /brief or /ask is taken, as "detente-" for /detente-brief.',
  parse: (raw) => {
    if (!/^[a-z\d_-]{1,20}$/.test(raw)) throw new Error('must be up to 20 small letters, digits, - or _');
    return raw;
  },
};

export const configToken: ConfigurationKey<string> = {
  key: 'SLACK_CONFIG_TOKEN',
  help: 'App configuration token, xoxe.xoxp-...: lets "detente check" compare the commands and events that are set up.',
  secret: true,
  parse: (raw) => tokenOf(raw, /^xoxe\.xoxp-/, 'xoxe.xoxp-', 'an app configuration token of api.slack.com/apps'),
};

export const definition: AdapterDefinition = {
  name: 'slack',
  title: 'Slack',
  configuration: [botToken, appToken, signingSecret, port, apiUrl, commandPrefix, configToken],
  gaps: (isSet) => {
    const way = isSet(appToken) || isSet(signingSecret);
    if (isSet(botToken) && !way)
      return [`SLACK_APP_TOKEN is missing: Slack needs it beside SLACK_BOT_TOKEN (or SLACK_SIGNING_SECRET, for HTTP)`];
    return !isSet(botToken) && way
      ? [`SLACK_BOT_TOKEN is missing: Slack needs it beside the others of its tokens`]
      : [];
  },
  load: async () => (await import('./index.ts')).createSlackAdapter,
  refusal: async (options, conversation) =>
    (await import('./index.ts')).createSlackAdapter(options).refusal(conversation),
  check: async (options) => (await import('./check.ts')).checkSlack(options),
};

/** Tokens of Slack say by their first letters what they are; taking one for the other is the commonest mistake. */
function tokenOf(raw: string, form: RegExp, start: string, where: string): string {
  if (!form.test(raw)) throw new Error(`must begin with ${start}: it is ${where}`);
  return raw;
}
