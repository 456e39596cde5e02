import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, onTestFinished, test } from 'vitest';
import {
  archiveKey,
  configurationKeys,
  configurationTable,
  contactKey,
  envExample,
  findAdapters,
  httpKey,
  logKey,
  readConfiguration,
  readEnvironment,
} from '../src/config.ts';
import type { AdapterDefinition } from '../src/domain/adapter-definition.ts';
import type { ConfigurationKey } from '../src/domain/configuration.ts';
import { DetenteError } from '../src/errors.ts';

const port: ConfigurationKey<number> = {
  key: 'PIGEON_PORT',
  help: 'The door of the loft.',
  required: true,
  parse: (raw) => {
    if (!/^\d+$/.test(raw)) throw new Error('must be a number');
    return Number(raw);
  },
};
const token: ConfigurationKey<string> = {
  key: 'PIGEON_TOKEN',
  help: 'The ring.',
  required: true,
  secret: true,
  parse: (raw) => {
    if (!raw.startsWith('ring-')) throw new Error('must begin with ring-');
    return raw;
  },
};
const load = async () => () => {
  throw new Error('not loaded here');
};
const pigeon: AdapterDefinition = { name: 'pigeon', title: 'Pigeon', configuration: [port, token], load };
const mouth: AdapterDefinition = { name: 'mouth', title: 'Mouth', configuration: [], load };

function problemsOf(environment: Record<string, string>): string[] {
  try {
    readConfiguration([mouth, pigeon], environment);
    return [];
  } catch (error) {
    expect(error).toBeInstanceOf(DetenteError);
    expect(error).toMatchObject({ code: 'bad-configuration' });
    return (error as Error).message.split('\n');
  }
}

test('without any variable the defaults hold, and only the adapter without required keys is on', () => {
  const configuration = readConfiguration([mouth, pigeon], {});
  expect(configuration.need(archiveKey)).toBe('./data/detente.sqlite');
  expect(configuration.need(logKey)).toBe('info');
  expect(configuration.get(port)).toBeUndefined();
  expect(configuration.adapters).toEqual([mouth]);
});

test('an adapter with its required keys is on, and then the keyless one is not', () => {
  const configuration = readConfiguration([mouth, pigeon], { PIGEON_PORT: '7', PIGEON_TOKEN: 'ring-of-gold' });
  expect(configuration.adapters).toEqual([pigeon]);
  expect(configuration.need(port)).toBe(7);
  expect(configuration.secrets).toEqual(['ring-of-gold']);
});

test('an empty variable counts as not set', () => {
  expect(readConfiguration([mouth, pigeon], { PIGEON_PORT: ' ', DETENTE_LOG: '' }).adapters).toEqual([mouth]);
});

test('every problem is told, one line each, and no secret is in it', () => {
  expect(problemsOf({ DETENTE_LOG: 'loud', PIGEON_PORT: 'seven', PIGEON_TOKEN: 'stolen' })).toEqual([
    'DETENTE_LOG must be one of trace, debug, info, warn, error, silent, not "loud"',
    'PIGEON_PORT must be a number, not "seven"',
    'PIGEON_TOKEN must begin with ring-',
  ]);
});

test('half a set of required keys is a mistake', () => {
  expect(problemsOf({ PIGEON_PORT: '7' })).toEqual(['PIGEON_TOKEN is missing: Pigeon needs it beside PIGEON_PORT']);
});

test('a missing value that is needed names its key', () => {
  expect(() => readConfiguration([mouth], {}).need(port)).toThrow('PIGEON_PORT is missing');
});

test.for([
  [undefined, { host: '127.0.0.1', port: 9464 }],
  ['0.0.0.0:80', { host: '0.0.0.0', port: 80 }],
  ['[::1]:9464', { host: '::1', port: 9464 }],
  ['localhost:65535', { host: 'localhost', port: 65_535 }],
  ['OFF', 'off'],
] as const)('DETENTE_HTTP=%s is %j', ([raw, address]) => {
  const environment = raw === undefined ? {} : { DETENTE_HTTP: raw };
  expect(readConfiguration([mouth], environment).need(httpKey)).toEqual(address);
});

test.for([
  '9464',
  '127.0.0.1',
  '127.0.0.1:',
  ':9464',
  '127.0.0.1:0',
  '127.0.0.1:65536',
  '::1:9464',
  'http://127.0.0.1:9464',
  'no',
])('DETENTE_HTTP=%s is wrong, and its form is told', (raw) => {
  expect(problemsOf({ DETENTE_HTTP: raw })).toEqual([
    `DETENTE_HTTP must be HOST:PORT, such as 127.0.0.1:9464 or [::1]:9464 with a port from 1 to 65535, or off, not "${raw}"`,
  ]);
});

test('editions are kept for longer than they are corrected', () => {
  expect(problemsOf({ DETENTE_KEEP_DAYS: '7' })).toEqual([
    'DETENTE_KEEP_DAYS must be a number from 8 to 3650, not "7"',
  ]);
});

test('articles are kept for longer than a brief looks back', () => {
  expect(problemsOf({ DETENTE_RETENTION_DAYS: '30' })).toEqual([
    'DETENTE_RETENTION_DAYS must be a number from 45 to 36500, not "30"',
  ]);
});

test.for(['https://example.org/bot', 'desk@news.example.org'])('DETENTE_CONTACT takes %s', (raw) => {
  expect(readConfiguration([mouth], { DETENTE_CONTACT: raw }).get(contactKey)).toBe(raw);
});

test.for(['me', 'ftp://example.org', 'https://example.org/ Host: evil', 'desk@example.org\r\nHost: evil', 'a@b@c.d'])(
  'DETENTE_CONTACT=%j is no address, and one is shown',
  (raw) => {
    expect(problemsOf({ DETENTE_CONTACT: raw })).toEqual([
      `DETENTE_CONTACT must be an address such as https://example.org/bot or desk@example.org, not ${JSON.stringify(raw)}`,
    ]);
  },
);

function temporaryFolder(): string {
  const folder = mkdtempSync(join(tmpdir(), 'detente-config-'));
  onTestFinished(() => rmSync(folder, { recursive: true, force: true }));
  return folder;
}

test('a file .env is read, and the environment goes before it', () => {
  const file = join(temporaryFolder(), '.env');
  writeFileSync(file, 'PATH=nowhere\nPIGEON_PORT="9"\n');
  expect(readEnvironment(file)).toMatchObject({ PIGEON_PORT: '9', PATH: process.env['PATH'] });
});

test('every folder of adapters is found, by name', async () => {
  const folder = temporaryFolder();
  for (const name of ['zebra', 'ant']) {
    mkdirSync(join(folder, name));
    const text = `export const definition = { name: '${name}', title: '', configuration: [], load: async () => {} };`;
    writeFileSync(join(folder, name, 'definition.ts'), text);
  }
  writeFileSync(join(folder, 'README.md'), '');
  expect((await findAdapters(folder)).map((adapter) => adapter.name)).toEqual(['ant', 'zebra']);
});

test('a folder without a definition of its name is told', async () => {
  const folder = temporaryFolder();
  mkdirSync(join(folder, 'ghost'));
  await expect(findAdapters(folder)).rejects.toThrow('adapters/ghost');
});

test('.env.example is what the configuration table says', async () => {
  const keys = configurationKeys(await findAdapters(new URL('../adapters', import.meta.url)));
  // Written anew by `npx vitest run test/config.test.ts --update`.
  await expect(envExample(keys)).toMatchFileSnapshot('../.env.example');
});

test('the Markdown table has a row for every key, and a key that two share once', () => {
  const keys = configurationKeys([pigeon, { ...mouth, configuration: [port] }]);
  const rows = configurationTable(keys).split('\n').slice(2);
  expect(rows).toHaveLength(keys.length);
  expect(rows.filter((row) => row.includes('PIGEON_PORT'))).toEqual([
    '| `PIGEON_PORT` |  | The door of the loft. Required for its part. |',
  ]);
});
