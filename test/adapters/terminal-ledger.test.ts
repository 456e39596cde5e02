import { appendFileSync, closeSync, mkdtempSync, openSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { PassThrough } from 'node:stream';
import { expect, onTestFinished, test } from 'vitest';
import { createTerminalAdapter } from '../../adapters/terminal/index.ts';
import { TerminalLedger } from '../../adapters/terminal/ledger.ts';
import { OutputFile } from '../../adapters/terminal/output-file.ts';
import { systemClock } from '../../src/clock.ts';
import type { Logger } from '../../src/domain/logger.ts';

const sent = { id: '1', at: '2031-05-09T07:00:00Z' };
const TEXT = '# The edition of Friday\n\nArland met Belmar.\n\n';

function folder(): string {
  const made = mkdtempSync(join(tmpdir(), 'detente-ledger-'));
  onTestFinished(() => rmSync(made, { recursive: true, force: true }));
  return made;
}

/** A file that output is appended to, and that can only be written by its descriptor, as a service's. */
function outputIn(place: string) {
  const path = join(place, 'out');
  const descriptor = openSync(path, 'a');
  onTestFinished(() => closeSync(descriptor));
  return { path, descriptor, file: new OutputFile(descriptor), write: (text: string) => appendFileSync(path, text) };
}

test('what one process notes another one knows that runs already', () => {
  const place = folder();
  const [one, other] = [new TerminalLedger(place), new TerminalLedger(place)];
  one.add('k1', sent);
  expect(other.find('k1')).toEqual(sent);
  other.add('k2', { ...sent, id: '2' });
  expect(one.find('k2')).toEqual({ ...sent, id: '2' });
  expect(one.find('k1')).toEqual(sent);
});

test('a process that died between the showing and the note has shown it, where its output is a file', () => {
  const place = folder();
  const output = outputIn(place);
  output.write('what stood there before\n');
  const dying = new TerminalLedger(place, output.file);
  dying.begin('k1', sent, TEXT);
  expect(new TerminalLedger(place, output.file).find('k1')).toBeUndefined();
  output.write(TEXT);
  expect(new TerminalLedger(place, output.file).find('k1')).toEqual(sent);
  expect(dying.find('k2')).toBeUndefined();
});

test('it is found behind what another process wrote first, and not where only a part of it stands', () => {
  const place = folder();
  const output = outputIn(place);
  const ledger = new TerminalLedger(place, output.file);
  ledger.begin('k1', sent, TEXT);
  output.write('# The edition of another channel\n\nNothing is new.\n\n');
  output.write(TEXT.slice(0, -9));
  expect(ledger.find('k1')).toBeUndefined();
  output.write(`\n${TEXT}`);
  expect(ledger.find('k1')).toEqual(sent);
});

test('the same text of an earlier day is not taken for it', () => {
  const place = folder();
  const output = outputIn(place);
  output.write(TEXT);
  const ledger = new TerminalLedger(place, output.file);
  ledger.begin('k1', sent, TEXT);
  expect(ledger.find('k1')).toBeUndefined();
});

test('an output that is no file is not asked: nothing is noted before the showing', () => {
  const place = folder();
  expect(OutputFile.of(new PassThrough())).toBeUndefined();
  new TerminalLedger(place).begin('k1', sent, TEXT);
  expect(new TerminalLedger(place).find('k1')).toBeUndefined();
});

test('a line that a crash cut short, and more lines than are kept, lose nothing of the latest', () => {
  const place = folder();
  const path = join(place, 'terminal-deliveries.jsonl');
  const lines = Array.from({ length: 1_200 }, (_, at) => `${JSON.stringify({ key: `k${at}`, ...sent })}\n`);
  writeFileSync(path, `${lines.join('')}{"key":"k12`);
  const ledger = new TerminalLedger(place);
  expect(ledger.find('k1199')).toEqual(sent);
  expect(readFileSync(path, 'utf8').trim().split('\n')).toHaveLength(1_000);
  expect(new TerminalLedger(place).find('k0')).toBeUndefined();
});

test('where nothing can be noted the reply is shown all the same, once', async () => {
  const place = join(folder(), 'file');
  writeFileSync(place, 'no folder');
  const warned: string[] = [];
  const logger: Logger = { info: () => {}, warn: (_, message) => void warned.push(message), error: () => {} };
  const output = new PassThrough();
  const options = { clock: systemClock(), logger, input: new PassThrough(), output, folder: place };
  const adapter = createTerminalAdapter(options);
  const conversation = { adapter: 'terminal', workspace: '', channel: '' };
  const send = () => adapter.send(conversation, { kind: 'notice', text: 'the morning edition' }, 'k1');
  expect(await send()).toEqual(await send());
  expect(String(output.read()).split('the morning edition')).toHaveLength(2);
  expect(warned).toEqual(['what is shown could not be noted']);
  await adapter.stop();
});
