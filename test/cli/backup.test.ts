import { type ChildProcess, spawn } from 'node:child_process';
import { createHash } from 'node:crypto';
import { once } from 'node:events';
import {
  chmodSync,
  copyFileSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  statSync,
  truncateSync,
  writeFileSync,
} from 'node:fs';
import { join } from 'node:path';
import { DatabaseSync, type SQLInputValue } from 'node:sqlite';
import { setTimeout as sleep } from 'node:timers/promises';
import { beforeAll, expect, onTestFinished, test, vi } from 'vitest';
import { MIGRATIONS } from '../../src/archive/migrations.ts';
import { openSqliteArchive } from '../../src/archive/sqlite-archive.ts';
import { writeArticles } from './articles.ts';
import { checkout, detente as detenteAsProcess, startDetente, temporaryFolder } from './command-line.ts';
import { warmCommandLine } from './warm-command-line.ts';

const KILLS = process.env['DETENTE_LONG'] ? 100 : 8;
const folder = temporaryFolder();
const { detente } = warmCommandLine({ DETENTE_VECTORS: 'off' });
const news = writeArticles(join(folder, 'news'));
const at = ['--now', '2019-05-08T07:00:00Z'];

/** Of a reading, all but how long it took. */
function timeless(json: string): string {
  return json.replace(/"elapsedMs": \d+/, '"elapsedMs": 0');
}

interface Said {
  readonly brief: string;
  readonly answer: string;
  readonly found: string;
}

/** Runs commands on an archive, and asks it what a reader would. */
function readerOf(archive: string) {
  const run = (...args: string[]) => detente([...args, '--archive', archive, '--quiet']);
  const said = async (): Promise<Said> => ({
    brief: (await run('brief', '--date', '2019-05-07', '--format', 'json', ...at)).out,
    answer: timeless((await run('ask', 'who offered to mediate?', '--format', 'json', ...at)).out),
    found: (await run('search', 'ambassador Athens', '--format', 'json', ...at)).out,
  });
  return { run, said };
}

const early = join(folder, 'early.sqlite');
const saved = join(folder, 'saved.sqlite');
const late = join(folder, 'late.sqlite');
let before: Said;

beforeAll(async () => {
  const { run, said } = readerOf(early);
  expect(await run('ingest', news)).toMatchObject({ code: 0 });
  before = await said();
  expect(await run('backup', saved)).toMatchObject({ code: 0 });
  copyFileSync(saved, late);
  const later = readerOf(late);
  expect(await later.run('articles', 'remove', 'ferry-2', '--yes')).toMatchObject({ code: 0 });
  expect(await later.run('ingest', join(checkout, 'samples'))).toMatchObject({ code: 0 });
}, 60_000);

/** A new folder with an archive of three articles and a backup of it. */
function desk(contents = early) {
  const place = mkdtempSync(join(folder, 'desk-'));
  const [archive, backup] = [join(place, 'archive.sqlite'), join(place, 'backup.sqlite')];
  copyFileSync(contents, archive);
  copyFileSync(saved, backup);
  return { archive, backup, place, ...readerOf(archive) };
}

/** The archive has gone on since: an article less, a dozen more. */
const deskGoneOn = () => desk(late);

/** Writes articles until it is killed. */
async function startWriter(archive: string, name: string): Promise<{ child: ChildProcess; acknowledged(): string[] }> {
  const script = join(checkout, 'test/archive/put-loop.ts');
  const child = spawn(process.execPath, ['--disable-warning=ExperimentalWarning', script, archive, name, '1000000'], {
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  onTestFinished(() => void child.kill('SIGKILL'));
  let output = '';
  child.stdout.setEncoding('utf8').on('data', (part: string) => {
    output += part;
  });
  await once(child.stdout, 'data');
  return { child, acknowledged: () => output.split('\n').slice(0, -1) };
}

async function idsIn(file: string): Promise<string[]> {
  const archive = await openSqliteArchive(file);
  const outlines = await archive.articles.outline();
  await archive.close();
  return outlines.map(({ id }) => id);
}

/** No page is damaged, and the index of words holds what the rows hold. */
function expectWhole(file: string): void {
  const database = new DatabaseSync(file);
  expect(database.prepare('PRAGMA integrity_check').get()?.['integrity_check']).toBe('ok');
  database.exec("INSERT INTO passage_words (passage_words, rank) VALUES ('integrity-check', 1)");
  database.close();
}

/** A row of a table, whatever its columns are, with these values. */
function insertRow(file: string, table: string, values: Readonly<Record<string, string | number>>): void {
  const database = new DatabaseSync(file, { timeout: 10_000 });
  const columns = database.prepare(`SELECT name, type FROM pragma_table_info('${table}') WHERE "notnull" = 1`).all();
  const row: Record<string, SQLInputValue> = {
    ...Object.fromEntries(columns.map(({ name, type }) => [name, type === 'TEXT' ? 'x' : 0])),
    ...values,
  };
  const names = Object.keys(row);
  const marks = names.map(() => '?').join(', ');
  database.prepare(`INSERT INTO ${table} (${names.join(', ')}) VALUES (${marks})`).run(...Object.values(row));
  database.close();
}

function column(file: string, table: string, name: string): unknown[] {
  const database = new DatabaseSync(file, { readOnly: true });
  const rows = database.prepare(`SELECT ${name} AS value FROM ${table} ORDER BY 1`).all();
  database.close();
  return rows.map(({ value }) => value);
}

test('what is restored says the same, byte for byte, and what was there is kept beside it', async () => {
  const { archive, backup, run, said } = deskGoneOn();
  const between = await said();
  expect(between.brief).not.toBe(before.brief);
  expect(between.answer).not.toBe(before.answer);
  const { code, out, err } = await run('restore', backup, '--yes');
  expect(code).toBe(0);
  expect(out).toBe(
    `restored 3 articles and 7 passages from ${backup}; what was there is in ${archive}.before-restore\n`,
  );
  expect(err).toBe('detente: back are articles that were removed since: ferry-2 (`detente articles remove`)\n');
  expect(await said()).toEqual(before);
  expectWhole(archive);
  expect(await run('restore', `${archive}.before-restore`, '--yes')).toMatchObject({ code: 0 });
  expect(await said()).toEqual(between);
  expect(existsSync(`${archive}.before-restore-2`)).toBe(true);
});

test('a process that has the archive open sees what was restored, and goes on', async () => {
  const { archive, backup, run } = deskGoneOn();
  const open = await openSqliteArchive(archive);
  onTestFinished(() => open.close());
  const find = async (word: string) => (await open.passages.find({ terms: [word], limit: 50 })).length;
  expect(await open.articles.outline()).toHaveLength(14);
  expect([await find('Islamabad'), await find('Norway')].map(Boolean)).toEqual([true, false]);
  expect(await run('restore', backup, '--yes')).toMatchObject({ code: 0 });
  expect(await open.articles.outline()).toHaveLength(3);
  expect([await find('Islamabad'), await find('Norway')].map(Boolean)).toEqual([false, true]);
  expect(await open.articles.remove('ferry-1', 'test', '2019-05-08T07:00:00Z')).toBe(true);
  expect(await run('ingest', join(checkout, 'samples'))).toMatchObject({ code: 0 });
  expect(await open.articles.outline()).toHaveLength(14);
  expectWhole(archive);
});

test('backups while two processes write are whole and hold all that was acknowledged before', async () => {
  const { archive, backup, run } = desk();
  const writers = await Promise.all(['north', 'south'].map((name) => startWriter(archive, name)));
  for (let round = 0; round < 2; round += 1) {
    const acknowledged = writers.flatMap((writer) => writer.acknowledged());
    expect(await run('backup', backup, '--force')).toMatchObject({ code: 0, err: '' });
    const held = new Set(await idsIn(backup));
    expect(acknowledged.filter((id) => !held.has(id))).toEqual([]);
    expectWhole(backup);
  }
  expect(writers.map(({ child }) => child.exitCode)).toEqual([null, null]);
}, 60_000);

test('a restore while two processes write waits for its turn, and they write on', async () => {
  const { archive, backup, run } = desk();
  const writers = await Promise.all(['north', 'south'].map((name) => startWriter(archive, name)));
  expect(await run('restore', backup, '--yes')).toMatchObject({ code: 0 });
  const counts = writers.map((writer) => writer.acknowledged().length);
  await vi.waitFor(
    () => expect(writers.map((writer, at) => writer.acknowledged().length > (counts[at] ?? 0))).toEqual([true, true]),
    { timeout: 15_000 },
  );
  for (const { child } of writers) child.kill('SIGKILL');
  await Promise.all(writers.map(({ child }) => child.exitCode ?? child.signalCode ?? once(child, 'close')));
  expect(await idsIn(archive)).toEqual(expect.arrayContaining(['ferry-1', 'ferry-2', 'ferry-3']));
  expect((await idsIn(archive)).includes('north-0')).toBe(false);
  expectWhole(archive);
}, 60_000);

test(`${KILLS} restores that are killed leave the one state or the other`, async () => {
  const { archive, backup } = deskGoneOn();
  const seen = new Set<number>();
  for (let kill = 0; kill < KILLS; kill += 1) {
    const child = startDetente(['restore', backup, '--yes', '--archive', archive]);
    await Promise.race([sleep(100 + (400 * kill) / KILLS), once(child, 'close')]);
    child.kill('SIGKILL');
    if (child.exitCode === null && child.signalCode === null) await once(child, 'close');
    seen.add((await idsIn(archive)).length);
    expectWhole(archive);
  }
  expect([...seen].filter((count) => count !== 14 && count !== 3)).toEqual([]);
  expect(await detente(['restore', backup, '--yes', '--archive', archive])).toMatchObject({ code: 0 });
  expect(await idsIn(archive)).toHaveLength(3);
}, 120_000);

test.for([
  ['delivery', 'date', { delivery_key: 'of-1' }, { delivery_key: 'of-2' }],
  ['edition', 'id', {}, {}],
  ['seen_request', 'request_id', {}, {}],
] as const)('what was done since the backup stays done: %s', async ([table, name, first, second]) => {
  const { archive, backup, run } = desk();
  insertRow(archive, table, { [name]: '1', ...first });
  expect(await run('backup', backup, '--force')).toMatchObject({ code: 0 });
  insertRow(archive, table, { [name]: '2', ...second });
  expect(await run('restore', backup, '--yes')).toMatchObject({ code: 0 });
  expect(column(archive, table, name)).toEqual(['1', '2']);
});

test('what the archive says of a delivery holds, and what only the backup knows is taken', async () => {
  const { archive, backup, run } = desk();
  insertRow(archive, 'delivery', { date: '1', delivery_key: 'a', state: 'waiting' });
  insertRow(archive, 'delivery', { date: '2', delivery_key: 'b', state: 'sent' });
  expect(await run('backup', backup, '--force')).toMatchObject({ code: 0 });
  const database = new DatabaseSync(archive);
  database.exec("UPDATE delivery SET state = 'sent' WHERE date = '1'; DELETE FROM delivery WHERE date = '2'");
  database.close();
  expect(await run('restore', backup, '--yes')).toMatchObject({ code: 0 });
  expect(column(archive, 'delivery', 'state')).toEqual(['sent', 'sent']);
});

test('where there is no archive yet a restore makes it', async () => {
  const { backup, place } = deskGoneOn();
  const archive = join(place, 'new', 'archive.sqlite');
  const restored = await detenteAsProcess(['restore', backup, '--yes', '--archive', archive, '--format', 'json']);
  expect(JSON.parse(restored.out)).toEqual({ file: backup, articles: 3, passages: 7, returned: [] });
  const brief = ['brief', '--date', '2019-05-07', '--format', 'json', ...at, '--archive', archive];
  expect((await detente(brief)).out).toBe(before.brief);
  expect(readdirSync(join(place, 'new'))).toEqual(['archive.sqlite']);
});

test('a backup of the first version of the tables is brought up to date', async () => {
  const { archive, place, run } = desk();
  const old = join(place, 'old.sqlite');
  const database = new DatabaseSync(old);
  for (const sql of MIGRATIONS[0] ?? []) database.exec(sql);
  database.exec("PRAGMA application_id = 0x4465746e; INSERT INTO schema_version VALUES ('default', 1)");
  database.close();
  insertRow(old, 'article_version', { id: 'old-1', workspace: 'default', is_current: 1, version: 1, language: 'en' });
  expect(await run('restore', old, '--yes')).toMatchObject({ code: 0, err: '' });
  expect(await idsIn(archive)).toEqual(['old-1']);
  expect(column(archive, 'schema_version', 'version')).toEqual([MIGRATIONS.length]);
});

test('a backup is one file that only its owner may read, and says what it holds', async () => {
  const { archive, place, run } = desk();
  const backup = join(place, 'one.sqlite');
  const open = await openSqliteArchive(archive);
  const { code, out } = await run('backup', backup);
  await open.close();
  expect(code).toBe(0);
  expect(out).toMatch(/^backed up 3 articles and 7 passages to .*one\.sqlite \(\d+ kB\), which was checked\n$/);
  expect(statSync(backup).mode & 0o777).toBe(0o600);
  expect(readdirSync(place).sort()).toEqual(['archive.sqlite', 'backup.sqlite', 'one.sqlite']);
  const again = await run('backup', backup, '--force', '--format', 'json');
  expect(JSON.parse(again.out)).toEqual({ file: backup, bytes: statSync(backup).size, articles: 3, passages: 7 });
});

/** Exits 1 with one line, and nothing in the folder has changed. */
async function expectRefusal(place: string, args: readonly string[], said: RegExp): Promise<void> {
  const digest = (file: string) => createHash('sha256').update(readFileSync(file)).digest('hex');
  const contents = () =>
    readdirSync(place).map((name) => [name, statSync(join(place, name)).isFile() && digest(join(place, name))]);
  const untouched = contents();
  const { code, out, err } = await detente(args);
  expect({ code, out }).toEqual({ code: 1, out: '' });
  expect(err).toMatch(/^detente: [^\n]*\n$/);
  expect(err).toMatch(said);
  expect(contents()).toEqual(untouched);
}

test.for([
  ['cut short', /is damaged: take another/, (file: string) => truncateSync(file, 80_000)],
  ['cut within a page', /is damaged: take another/, (file: string) => truncateSync(file, 83_001)],
  ['with bytes turned over', /is damaged: take another/, (file: string) => damage(file)],
  ['empty', /is no archive of Détente/, (file: string) => truncateSync(file, 0)],
  ['a text', /is damaged|is no archive/, (file: string) => writeFileSync(file, 'no database '.repeat(5000))],
  ['of another program', /is no archive of Détente/, (file: string) => alter(file, 'PRAGMA application_id = 7')],
  [
    'of a newer program',
    /newer Détente.*update Détente first/,
    (file: string) => alter(file, 'UPDATE schema_version SET version = 999'),
  ],
  ['a folder', /cannot be read/, (file: string) => mkdirSync(file)],
  ['not there', /there is no file/, () => {}],
] as const)('a backup that is %s is refused', async ([what, said, spoil]) => {
  const { archive, backup, place } = desk();
  const spoilt = join(place, 'spoilt.sqlite');
  if (what !== 'a folder' && what !== 'not there') copyFileSync(backup, spoilt);
  spoil(spoilt);
  await expectRefusal(place, ['restore', spoilt, '--yes', '--archive', archive], said);
});

function damage(file: string): void {
  const bytes = readFileSync(file);
  for (let at = 8192; at < bytes.length; at += 4096) bytes.fill(0xa5, at, at + 64);
  writeFileSync(file, bytes);
}

function alter(file: string, sql: string): void {
  const database = new DatabaseSync(file);
  database.exec(sql);
  database.close();
}

test("an archive that is damaged, or another program's, is not written over", async () => {
  const { archive, backup, place } = desk();
  alter(archive, 'PRAGMA application_id = 7');
  await expectRefusal(
    place,
    ['restore', backup, '--yes', '--archive', archive],
    /nothing is restored: .*is no archive of Détente; stop the bot, move .* away/,
  );
  alter(archive, `PRAGMA application_id = ${0x4465746e}`);
  damage(archive);
  await expectRefusal(
    place,
    ['restore', backup, '--yes', '--archive', archive],
    /nothing is restored: .*is damaged; stop the bot, move .* away/,
  );
});

test('a backup goes over no file unasked, and never over the archive or a folder', async () => {
  const { archive, backup, place } = desk();
  const to = (file: string, ...flags: string[]) => ['backup', file, ...flags, '--archive', archive];
  await expectRefusal(place, to(backup), /is there.*--force/);
  await expectRefusal(place, to(archive, '--force'), /is the archive itself/);
  await expectRefusal(place, to(place, '--force'), /is no file/);
  await expectRefusal(place, to(join(place, 'nosuch', 'b.sqlite')), /cannot be written/);
  await expectRefusal(
    place,
    ['backup', join(place, 'b'), '--archive', join(place, 'nosuch')],
    /no archive at .*nosuch/,
  );
});

test('a restore without --yes says what it would do', async () => {
  const { archive, backup, place, run } = desk();
  const { code, out, err } = await run('restore', backup);
  expect({ code, out }).toEqual({ code: 2, out: '' });
  expect(err).toBe(
    `detente: it puts 3 articles and 7 passages of ${backup} in the place of what ${archive} holds: say so with --yes. See: detente restore --help\n`,
  );
  expect(readdirSync(place).sort()).toEqual(['archive.sqlite', 'backup.sqlite']);
});

test('the help says what becomes of what was there', async () => {
  expect((await detente(['backup', '--help'])).out).toMatch(/--force +write over a file that is there/);
  expect((await detente(['restore', '--help'])).out).toMatch(/--yes +do it[\s\S]*What was there is kept/);
});

/** Runs shell lines beside a file system of its own of so many bytes at `full`. */
async function onSmallDisk(full: string, size: string, lines: string) {
  const script = `mount -t tmpfs -o size=${size} tmpfs ${full} || exit 77\n${lines}`;
  const child = spawn('unshare', ['--map-root-user', '--mount', 'sh', '-c', script], {
    env: { PATH: process.env['PATH'] ?? '', DETENTE_HTTP: 'off' },
  });
  let text = '';
  for (const stream of [child.stdout, child.stderr])
    stream.setEncoding('utf8').on('data', (part: string) => {
      text += part;
    });
  const code = await new Promise<number | null>((done) => child.on('close', done).on('error', () => done(77)));
  return { code, text };
}

test('a disk that is full: one line, nothing left behind, the archive as it was', async ({ skip }) => {
  const { archive, backup, place, run } = deskGoneOn();
  const full = join(place, 'full');
  mkdirSync(full);
  chmodSync(full, 0o700);
  const program = `${process.execPath} ${join(checkout, 'src/cli.ts')}`;
  const outcome = await onSmallDisk(
    full,
    '900k',
    `${program} backup ${full}/a.sqlite --archive ${archive}; echo "code $?"
     head -c 400000 /dev/zero > ${full}/filler 2> /dev/null
     ${program} backup ${full}/b.sqlite --archive ${archive}; echo "code $?"
     ls -A ${full}
     rm ${full}/*; cp ${archive} ${full}/live.sqlite
     ${program} restore ${backup} --yes --archive ${full}/live.sqlite; echo "code $?"
     ls -A ${full}; cmp ${archive} ${full}/live.sqlite; echo "same $?"`,
  );
  if (outcome.code === 77) return skip('no file system of its own can be had here (unshare, mount)');
  const lines = outcome.text.split('\n').filter((line) => !/^backed up|ExperimentalWarning|trace-warnings/.test(line));
  expect(lines).toEqual([
    'code 0',
    expect.stringMatching(/^detente: the disk of .*b\.sqlite is full: free some space/),
    'code 1',
    'a.sqlite',
    'filler',
    expect.stringMatching(/^detente: the disk of .* is full: free some space/),
    'code 1',
    'live.sqlite',
    'same 0',
    '',
  ]);
  expect((await run('articles', '--format', 'json')).code).toBe(0);
});
