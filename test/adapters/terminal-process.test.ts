import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { join } from 'node:path';
import { expect, onTestFinished, test } from 'vitest';

const root = join(import.meta.dirname, '../..');
const script = `
  import { createTerminalAdapter } from './adapters/terminal/index.ts';
  import { systemClock } from './src/clock.ts';
  import { silentLogger } from './src/logger.ts';
  const adapter = createTerminalAdapter({ clock: systemClock(), logger: silentLogger });
  await adapter.start((request) =>
    request.text === 'hang' ? new Promise(() => {}) : Promise.resolve({ kind: 'notice', text: 'heard ' + request.text }),
  );
  console.log('ready');
  await adapter.ended;
  await adapter.stop();
  if (process.argv.includes('--busy')) { console.log('busy'); setInterval(() => {}, 1000); }
`;

/** A process with the terminal adapter on its own standard input and output. */
function processWith(...args: string[]) {
  const child = spawn(process.execPath, ['--input-type=module', '--eval', script, '--', ...args], { cwd: root });
  onTestFinished(() => void child.kill('SIGKILL'));
  let output = '';
  const said = async (text: string) => {
    while (!output.includes(text)) await once(child.stdout, 'data');
  };
  child.stdout.on('data', (chunk) => {
    output += chunk;
  });
  return { child, said, exit: once(child, 'exit'), output: () => output };
}

test('a process ends with 0 at the end of its input, with every line answered', async () => {
  const { child, exit, output } = processWith();
  child.stdin.end('one\ntwo');
  expect(await exit).toEqual([0, null]);
  expect(output()).toMatch(/heard one\n\nheard two\n\n$/);
});

test('an interrupt ends a process with 0, also while a request is running', async () => {
  const { child, exit, said } = processWith();
  await said('ready');
  child.stdin.write('hang\n');
  child.kill('SIGINT');
  expect(await exit).toEqual([0, null]);
});

test('a second interrupt ends a process with 0 that is not done yet', async () => {
  const { child, exit, said } = processWith('--busy');
  await said('ready');
  child.kill('SIGINT');
  await said('busy');
  child.kill('SIGINT');
  expect(await exit).toEqual([0, null]);
});

test('a reader that goes away ends a process without a trace', async () => {
  const { child, exit, said } = processWith();
  let errors = '';
  child.stderr.on('data', (chunk) => {
    errors += chunk;
  });
  await said('ready');
  child.stdout.destroy();
  child.stdin.write('one\ntwo\nthree\n');
  expect(await exit).toEqual([0, null]);
  expect(errors).toBe('');
});
