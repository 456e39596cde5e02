import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { closeSync, mkdtempSync, openSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, onTestFinished, test } from 'vitest';

const root = join(import.meta.dirname, '../..');
/** Sends under one key to a file, and dies around the write where it is told to. */
const script = `
  import { writeSync } from 'node:fs';
  import { createTerminalAdapter } from './adapters/terminal/index.ts';
  import { systemClock } from './src/clock.ts';
  import { silentLogger } from './src/logger.ts';
  const [folder, death] = process.argv.slice(1);
  const die = () => process.kill(process.pid, 'SIGKILL');
  const output = Object.assign(Object.create(process.stdout), {
    write: (text, done) => {
      if (death === 'before') die();
      writeSync(1, text);
      if (death === 'after') die();
      done();
    },
  });
  const adapter = createTerminalAdapter({ clock: systemClock(), logger: silentLogger, output, folder });
  const here = { adapter: 'terminal', workspace: '', channel: '' };
  await adapter.send(here, { kind: 'notice', text: 'the morning edition' }, 'key');
  await adapter.stop();
`;

/** @returns how it ended */
async function send(folder: string, death: 'before' | 'after' | 'never') {
  const out = openSync(join(folder, 'out'), 'a');
  const args = ['--input-type=module', '--eval', script, '--', folder, death];
  const child = spawn(process.execPath, args, { cwd: root, stdio: ['ignore', out, 'inherit'] });
  const [code, signal] = await once(child, 'exit');
  closeSync(out);
  return signal ?? code;
}

test.for(['before', 'after'] as const)(
  'a process that is killed right %s it shows a brief: it stands once',
  async (death) => {
    const folder = mkdtempSync(join(tmpdir(), 'detente-killed-'));
    onTestFinished(() => rmSync(folder, { recursive: true, force: true }));
    expect(await send(folder, death)).toBe('SIGKILL');
    expect(readFileSync(join(folder, 'out'), 'utf8').trim()).toBe(death === 'after' ? 'the morning edition' : '');
    expect([await send(folder, 'never'), await send(folder, 'never')]).toEqual([0, 0]);
    expect(readFileSync(join(folder, 'out'), 'utf8').trim()).toBe('the morning edition');
  },
);
