import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { detente, startDetente, temporaryFolder } from './command-line.ts';

const folder = temporaryFolder();
const archive = join(folder, 'archive.sqlite');

/** One line on standard error, nothing on standard output, exit 2, and the way to the help. */
async function expectWrongUse(args: readonly string[], said: RegExp): Promise<void> {
  const { code, out, err } = await detente(args);
  expect({ code, out }).toEqual({ code: 2, out: '' });
  expect(err.trimEnd().split('\n')).toHaveLength(1);
  expect(err).toMatch(said);
  expect(err).toMatch(/See: detente .*--help\n$/);
}

test.each([
  [['aks', 'who?'], /unknown command 'aks' \(Did you mean ask\?\)/],
  [['ask', 'who?', '--formta', 'json'], /unknown option '--formta' \(Did you mean --format\?\)/],
  [['articles', '--format', 'yaml'], /--format.*text, markdown, json/],
  [['brief', '--date', '2019-02-30'], /--date.*YYYY-MM-DD/],
  [['brief', '--zone', 'Atlantis/Capital'], /--zone.*IANA/],
  [['--now', 'noon', 'articles'], /--now.*2024-01-19T07:00:00Z/],
  [['--now', '2019-05-04T07:00:00', 'articles'], /--now/],
  [['search', 'ferry', '--limit', '0'], /--limit.*whole number/],
  [['ask'], /give a question, or --batch/],
  [['ask', 'who?', '--batch', 'x'], /give a question, or --batch/],
  [['search'], /give words/],
  [['code'], /--batch/],
  [['ingest'], /missing required argument 'path'/],
  [['articles', 'rmeove'], /too many arguments/],
  [['articles', 'remove', 'x'], /--yes.*See: detente articles remove --help/],
  [['brief', '--definition', 'nosuch'], /nosuch.*de-escalation, weekly/],
  [['brief', '--definition', '../src/cli'], /there are/],
] as const)('%j is wrong use', async (args, said) => {
  await expectWrongUse([...args, '--archive', archive], said);
});

test('no command shows the help on standard error and is wrong use', async () => {
  const { code, out, err } = await detente([]);
  expect({ code, out }).toEqual({ code: 2, out: '' });
  expect(err).toContain('Commands:');
});

test('help and version are no failures', async () => {
  const help = await detente(['brief', '--help']);
  expect(help).toMatchObject({ code: 0, err: '' });
  expect(help.out).toContain('--archive <path>');
  expect(await detente(['--version'])).toMatchObject({ code: 0, out: expect.stringMatching(/^\d+\.\d+\.\d+\n$/) });
});

test('a wrong value in the environment exits 78 and names its key', async () => {
  const { code, err } = await detente(['articles', '--archive', archive], { env: { DETENTE_LOG: 'loud' } });
  expect(code).toBe(78);
  expect(err).toMatch(/^detente: DETENTE_LOG .*loud.*\n$/);
});

test('a failure is one line without a stack, and with DETENTE_LOG=debug the log has the stack', async () => {
  const file = join(folder, 'no-archive.sqlite');
  writeFileSync(file, 'this is no database, but it is long enough to look like a file of one. '.repeat(20));
  const plain = await detente(['articles', '--archive', file]);
  expect(plain.code).toBe(1);
  expect(plain.err.trimEnd().split('\n')).toHaveLength(1);
  expect(plain.err).not.toMatch(/\bat .*\.ts/);
  const logged = await detente(['articles', '--archive', file], { env: { DETENTE_LOG: 'debug' } });
  expect(logged.err).toMatch(/\bat .*\.ts/);
});

test('a batch file that is missing is a failure that names it', async () => {
  const { code, err } = await detente(['code', '--batch', join(folder, 'nosuch.jsonl')]);
  expect(code).toBe(1);
  expect(err).toMatch(/^detente: cannot read .*nosuch\.jsonl: no such file\n$/);
});

test('the completion script is one that bash takes and that knows every command', async () => {
  const { code, out } = await detente(['completion']);
  expect(code).toBe(0);
  for (const command of ['ingest', 'articles', 'brief', 'ask', 'search', 'events', 'code', 'check', 'start', 'status'])
    expect(out).toContain(`    ${command}) words=`);
  expect(out).toMatch(
    / {4}schedule\) words="add list remove pause resume run --situation --definition --at --zone --days --weekend --until"/,
  );
  expect(out).toMatch(
    / {4}source\) words="add test list poll remove pause resume import export --pages --starters --addresses --untested --force"/,
  );
});

test('a rejection that nobody handles ends in one line and exit 1', async () => {
  const lost = 'setTimeout(() => Promise.reject(new Error("lost on the way")), 300)';
  const child = startDetente(['code', '--batch', '-'], {
    env: { NODE_OPTIONS: `--import data:text/javascript,${lost.replaceAll(' ', '%20').replaceAll('"', '%22')}` },
  });
  let err = '';
  child.stderr.setEncoding('utf8').on('data', (part: string) => {
    err += part;
  });
  const code = await new Promise<number | null>((done) => child.on('close', done));
  expect({ code, err }).toEqual({ code: 1, err: 'detente: lost on the way\n' });
});
