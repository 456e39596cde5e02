import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';
import { parseEnv } from 'node:util';
import type { AdapterDefinition } from './domain/adapter-definition.ts';
import type { Conversation } from './domain/chat.ts';
import type { ConfigurationKey, ConfigurationValues } from './domain/configuration.ts';
import { formatConversation, parseConversation } from './domain/conversation-name.ts';
import { type LogLevel, logLevels } from './domain/log-level.ts';
import { DetenteError, reasonOf } from './errors.ts';
import { modelKeys } from './model/keys.ts';
import { parseTime } from './schedule/time-of-day.ts';
import { parseZone } from './schedule/zone-name.ts';

type Environment = Readonly<Record<string, string | undefined>>;

export const archiveKey: ConfigurationKey<string> = {
  key: 'DETENTE_ARCHIVE',
  help: 'Path of the archive; made when missing.',
  parse: (raw) => raw,
  default: './data/detente.sqlite',
};

export const logKey: ConfigurationKey<LogLevel> = {
  key: 'DETENTE_LOG',
  help: `Least level that is logged to standard error: ${logLevels.join(', ')}.`,
  parse: (raw) => oneOf(logLevels, raw),
  default: 'info',
};

export const situationsKey: ConfigurationKey<string> = {
  key: 'DETENTE_SITUATIONS',
  help: 'Path of a JSON file of situations, [{"name","parties","words"?}]; the first is the default.',
  parse: (raw) => raw,
};

/** Whether passages are ranked by meaning where the encoder is there, or never. */
export const vectorsKey: ConfigurationKey<'auto' | 'off'> = {
  key: 'DETENTE_VECTORS',
  help: 'Ranking by meaning: auto (where onnxruntime-node is installed) or off.',
  parse: (raw) => oneOf(['auto', 'off'], raw),
  default: 'auto',
};

/** Hours after its time that a scheduled brief is still posted. */
export const lateKey: ConfigurationKey<number> = {
  key: 'DETENTE_LATE_HOURS',
  help: 'Hours after its time that a brief is still posted; later it is left out, and the next one says so.',
  parse: (raw) => numberIn(raw, 0.25, 23),
  default: '6',
};

/** Days without a new article after which a brief says so. */
export const staleKey: ConfigurationKey<number> = {
  key: 'DETENTE_STALE_DAYS',
  help: 'Days without a new article after which a brief says that its archive is stale.',
  parse: (raw) => numberIn(raw, 1, 365),
  default: '2',
};

/** Days that delivered editions are kept. */
export const keepKey: ConfigurationKey<number> = {
  key: 'DETENTE_KEEP_DAYS',
  help: 'Days that delivered editions are kept, to be corrected and looked up.',
  // an edition is corrected for seven days
  parse: (raw) => numberIn(raw, 8, 3_650),
  default: '90',
};

function numberIn(raw: string, least: number, most: number): number {
  const value = Number(raw);
  if (!/^\d+(\.\d+)?$/.test(raw) || value < least || value > most)
    throw new Error(`must be a number from ${least} to ${most}`);
  return value;
}

/** Days that articles are kept. */
export const retentionKey: ConfigurationKey<number> = {
  key: 'DETENTE_RETENTION_DAYS',
  help: 'Days after its own day, or after it came in where that is later, that an article is deleted. What a kept edition cites stays as long as that.',
  // a brief weighs the events of thirty days, and asks what stood before them
  parse: (raw) => numberIn(raw, 45, 36_500),
  default: '400',
};

export const feedsKey: ConfigurationKey<'on' | 'off'> = {
  key: 'DETENTE_FEEDS',
  help: 'Whether "detente serve" fetches the feeds of the archive (docs/sources.md): on or off.',
  parse: (raw) => oneOf(['on', 'off'], raw),
  default: 'on',
};

/** Where a publisher can ask about what is fetched. */
export const contactKey: ConfigurationKey<string> = {
  key: 'DETENTE_CONTACT',
  help: 'Your web or e-mail address, told to the servers that feeds and pages are fetched from, so that they can ask.',
  parse: contactOf,
};

/** It goes into a header that anybody may read. */
function contactOf(raw: string): string {
  const isMail = /^[\w.+-]+@[\w-]+(\.[\w-]+)+$/.test(raw);
  if (!isMail && !/^https?:\/\/[\w.~:/?#@!$&'*+,;=%-]+$/.test(raw))
    throw new Error('must be an address such as https://example.org/bot or desk@example.org');
  return raw;
}

/** Milliseconds that a platform has to answer a call: after it, what became of a post is looked up. */
export const timeoutKey: ConfigurationKey<number> = {
  key: 'DETENTE_TIMEOUT_MS',
  help: 'Milliseconds that a platform may take to answer a call; what became of a post is looked up after that.',
  parse: (raw) => numberIn(raw, 100, 60_000),
  default: '15000',
};

/** Where `GET /healthz` and `GET /metrics` are answered while the bot serves. */
export interface HttpAddress {
  readonly host: string;
  readonly port: number;
}

export const httpKey: ConfigurationKey<HttpAddress | 'off'> = {
  key: 'DETENTE_HTTP',
  help: 'HOST:PORT where "detente serve" answers /healthz and /metrics (docs/operations.md), or off.',
  parse: (raw) => (raw.toLowerCase() === 'off' ? 'off' : parseAddress(raw)),
  default: '127.0.0.1:9464',
};

function parseAddress(raw: string): HttpAddress {
  const [, bracketed, plain, digits] = /^(?:\[([\da-fA-F:.]+)\]|([\w.-]+)):(\d{1,5})$/.exec(raw) ?? [];
  const host = bracketed ?? plain;
  const port = Number(digits);
  if (host === undefined || !(port >= 1 && port <= 65_535))
    throw new Error('must be HOST:PORT, such as 127.0.0.1:9464 or [::1]:9464 with a port from 1 to 65535, or off');
  return { host, port };
}

/** Who is told what only they can mend, and may change the settings of every conversation. */
export const adminKey: ConfigurationKey<readonly Conversation[]> = {
  key: 'DETENTE_ADMIN',
  help: 'Conversations of those who run the bot, parted by ";", such as slack:T0123:U0123 or discord:@me:1234 for a user.',
  parse: (raw) =>
    raw
      .split(';')
      .filter((one) => one.trim() !== '')
      .map(parseConversation),
};

/** A schedule that is made at the start, so that a container needs no chat command. */
export interface WantedBrief {
  readonly conversation: Conversation;
  readonly time: string;
  readonly zone: string;
}

export const briefKey: ConfigurationKey<readonly WantedBrief[]> = {
  key: 'DETENTE_BRIEF',
  help: 'Briefs that are posted by themselves, parted by ";": CONVERSATION HH:MM ZONE, such as slack:T0123:C0123 07:00 Europe/Oslo.',
  parse: (raw) => {
    const entries = raw.split(';').filter((one) => one.trim() !== '');
    return eachOnce(entries.map((one) => wantedBrief(one.trim())));
  },
};

function wantedBrief(text: string): WantedBrief {
  const [conversation = '', time = '', zone = '', ...rest] = text.split(/\s+/);
  const form = 'must be CONVERSATION HH:MM ZONE for each brief';
  if (zone === '' || rest.length > 0) throw new Error(`${form} (${JSON.stringify(text)} is not)`);
  try {
    return { conversation: parseConversation(conversation), time: parseTime(time), zone: parseZone(zone) };
  } catch (error) {
    throw new Error(`${form} (${reasonOf(error).replace(/\.$/, '')})`);
  }
}

function eachOnce(briefs: readonly WantedBrief[]): readonly WantedBrief[] {
  const names = briefs.map(({ conversation }) => formatConversation(conversation));
  const twice = names.find((name, at) => names.indexOf(name) !== at);
  if (twice === undefined) return briefs;
  throw new Error(
    `names ${twice} twice: it can give a conversation one brief ("detente schedule add" makes more of other situations)`,
  );
}

const coreKeys: readonly ConfigurationKey[] = [
  adminKey,
  archiveKey,
  briefKey,
  contactKey,
  feedsKey,
  httpKey,
  keepKey,
  lateKey,
  logKey,
  retentionKey,
  staleKey,
  situationsKey,
  timeoutKey,
  vectorsKey,
  ...modelKeys,
];

function oneOf<T extends string>(allowed: readonly T[], raw: string): T {
  const found = allowed.find((one) => one === raw.toLowerCase());
  if (found === undefined) throw new DetenteError('bad-configuration', `must be one of ${allowed.join(', ')}`);
  return found;
}

/**
 * The definitions of every folder of `adapters/`, by name: a new adapter is a new folder.
 * @param folder holds a folder for each adapter, with `definition.ts`, or `definition.js` where it is built.
 * @throws DetenteError `bad-configuration` for a folder whose definition is not one.
 */
export async function findAdapters(folder: string | URL): Promise<readonly AdapterDefinition[]> {
  const root = typeof folder === 'string' ? folder : fileURLToPath(folder);
  const entries = readdirSync(root, { withFileTypes: true });
  const names = entries.filter((entry) => entry.isDirectory()).map((entry) => entry.name);
  return Promise.all(names.sort().map((name) => loadDefinition(join(root, name), name)));
}

async function loadDefinition(folder: string, name: string): Promise<AdapterDefinition> {
  const path = ['definition.js', 'definition.ts'].map((file) => join(folder, file)).find((file) => existsSync(file));
  const module: { definition?: AdapterDefinition } = path === undefined ? {} : await import(pathToFileURL(path).href);
  const { definition } = module;
  if (definition?.name !== name || typeof definition.load !== 'function' || !Array.isArray(definition.configuration))
    throw new DetenteError(
      'bad-configuration',
      `adapters/${name}: definition.ts must export a definition named ${name}`,
    );
  return definition;
}

/** The one table: core keys, then every adapter's. A key that two parts share stands once. */
export function configurationKeys(adapters: readonly AdapterDefinition[]): readonly ConfigurationKey[] {
  const keys = [...coreKeys, ...adapters.flatMap((adapter) => adapter.configuration)];
  return keys.filter((key, at) => keys.findIndex((other) => other.key === key.key) === at);
}

/** The process's environment over the file `.env` of the working folder, where there is one. The one place that reads it. */
export function readEnvironment(file = '.env'): Environment {
  return existsSync(file) ? { ...parseEnv(readFileSync(file, 'utf8')), ...process.env } : process.env;
}

export interface Configuration extends ConfigurationValues {
  /** The adapters that are on. */
  readonly adapters: readonly AdapterDefinition[];
  /** The values that no log may show. */
  readonly secrets: readonly string[];
}

/**
 * Reads every key once. An empty value counts as not set.
 * @throws DetenteError `bad-configuration`: its message holds every problem, a line per key.
 */
export function readConfiguration(
  adapters: readonly AdapterDefinition[],
  environment: Environment = readEnvironment(),
): Configuration {
  const table = configurationKeys(adapters);
  const problems: string[] = [];
  const values = new Map<string, unknown>();
  for (const key of table) {
    const raw = environment[key.key]?.trim() || key.default;
    if (raw !== undefined) attempt(key, raw, values, problems);
  }
  problems.push(...adapters.flatMap((adapter) => gapsOf(adapter, environment)));
  if (problems.length > 0) throw new DetenteError('bad-configuration', problems.join('\n'));
  const secrets = table.filter((key) => key.secret).map((key) => environment[key.key]?.trim() ?? '');
  return { ...accessTo(values), adapters: switchedOn(adapters, environment), secrets: secrets.filter(Boolean) };
}

function attempt(key: ConfigurationKey, raw: string, values: Map<string, unknown>, problems: string[]): void {
  try {
    values.set(key.key, key.parse(raw));
  } catch (error) {
    problems.push(`${key.key} ${reasonOf(error)}${key.secret ? '' : `, not ${JSON.stringify(raw)}`}`);
  }
}

function isSet(key: ConfigurationKey, environment: Environment): boolean {
  return Boolean(environment[key.key]?.trim());
}

/** Half a set of required keys is a mistake, and silence about it would be a bot that does not come. */
function gapsOf(adapter: AdapterDefinition, environment: Environment): string[] {
  const own = adapter.gaps?.((key) => isSet(key, environment)) ?? [];
  if (own.length > 0) return [...own];
  const required = adapter.configuration.filter((key) => key.required);
  const present = required.filter((key) => isSet(key, environment));
  const missing = required.filter((key) => !present.includes(key));
  return present.length === 0
    ? []
    : missing.map((key) => `${key.key} is missing: ${adapter.title} needs it beside ${present[0]?.key}`);
}

function switchedOn(adapters: readonly AdapterDefinition[], environment: Environment): readonly AdapterDefinition[] {
  const needs = (adapter: AdapterDefinition) => adapter.configuration.filter((key) => key.required);
  const configured = adapters.filter(
    (adapter) => needs(adapter).length > 0 && needs(adapter).every((key) => isSet(key, environment)),
  );
  return configured.length > 0 ? configured : adapters.filter((adapter) => needs(adapter).length === 0);
}

function accessTo(values: ReadonlyMap<string, unknown>): ConfigurationValues {
  const get = <T>(key: ConfigurationKey<T>) => values.get(key.key) as T | undefined;
  return {
    get,
    need: (key) => {
      const value = get(key);
      if (value === undefined) throw new DetenteError('bad-configuration', `${key.key} is missing: ${key.help}`);
      return value;
    },
  };
}

/** The text of `.env.example`: every key, commented out, with its help. */
export function envExample(keys: readonly ConfigurationKey[]): string {
  const entries = keys.map((key) => `# ${noteOf(key)}\n# ${key.key}=${key.default ?? ''}\n`);
  return ['# Copy to .env and uncomment what you need. Made from the configuration table.\n', ...entries].join('\n');
}

function noteOf(key: ConfigurationKey): string {
  return [key.help, key.required ? 'Required for its part.' : '', key.secret ? 'Secret.' : '']
    .filter(Boolean)
    .join(' ');
}

/** The configuration table of the README, in Markdown. */
export function configurationTable(keys: readonly ConfigurationKey[]): string {
  const rows = keys.map((key) => `| \`${key.key}\` | ${key.default ? `\`${key.default}\`` : ''} | ${noteOf(key)} |`);
  return ['| variable | default | what it does |', '|---|---|---|', ...rows].join('\n');
}
