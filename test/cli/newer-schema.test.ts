import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import { expect, test } from 'vitest';
import { openSqliteArchive } from '../../src/archive/sqlite-archive.ts';
import { detente, temporaryFolder } from './command-line.ts';

const folder = temporaryFolder();

async function newer(): Promise<string> {
  const path = join(folder, 'archive.sqlite');
  await (await openSqliteArchive(path)).close();
  const file = new DatabaseSync(path);
  file.exec('UPDATE schema_version SET version = 1000');
  file.close();
  return path;
}

const contents = () => readdirSync(folder).map((name) => [name, readFileSync(join(folder, name)).toString('base64')]);

test('serve, status and schedule refuse an archive of a newer program in one line and leave it byte for byte', async () => {
  const path = await newer();
  const before = contents();
  const add = ['schedule', 'add', 'terminal:', '--at', '07:00', '--zone', 'UTC'];
  const env = { SLACK_BOT_TOKEN: 'xoxb-1', SLACK_APP_TOKEN: 'xapp-1', SLACK_API_URL: 'http://127.0.0.1:9/' };
  for (const args of [['serve'], ['status'], ['schedule', 'list'], add]) {
    const { code, out, err } = await detente([...args, '--archive', path], { env });
    expect(out).toBe('');
    expect(err).toMatch(
      /^detente: .*archive\.sqlite was written by a newer Détente \(version 1000.*: update Détente[^\n]*\n$/,
    );
    expect(code).toBe(1);
    expect(contents()).toEqual(before);
  }
}, 60_000);
