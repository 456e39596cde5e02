import { PassThrough } from 'node:stream';
import { setTimeout } from 'node:timers/promises';
import { expect, onTestFinished, test, vi } from 'vitest';
import { createTerminalAdapter } from '../../adapters/terminal/index.ts';
import { clockFrom } from '../../src/clock.ts';
import type { RequestHandler } from '../../src/index.ts';
import { silentLogger } from '../../src/logger.ts';

const repeat: RequestHandler = async (request) => ({
  kind: 'notice',
  text: request.kind === 'question' ? `heard ${request.text}` : `did ${JSON.stringify(request)}`,
});

/** @param terminal whether both streams call themselves a terminal, as a terminal's do. */
async function session(terminal: boolean, handle: RequestHandler = repeat) {
  const input = Object.assign(new PassThrough(), terminal ? { isTTY: true, setRawMode: () => {} } : {});
  const output = Object.assign(new PassThrough(), terminal ? { isTTY: true, columns: 80 } : {});
  let raw = '';
  output.on('data', (chunk) => {
    raw += chunk;
  });
  const clock = clockFrom('2031-04-12T07:00:00Z');
  const adapter = createTerminalAdapter({ clock, logger: silentLogger, input, output });
  onTestFinished(() => adapter.stop());
  await adapter.start(handle);
  const sees = (text: string) => vi.waitFor(() => expect(raw).toContain(text), { timeout: 3000, interval: 5 });
  return { adapter, input, output, sees, raw: () => raw };
}

test('piped lines are answered in order, and the end of the input ends the session', async () => {
  const { adapter, input, raw } = await session(false, async (request, ...rest) => {
    await setTimeout(request.kind === 'question' && request.text === 'one' ? 30 : 0);
    return repeat(request, ...rest);
  });
  input.end('one\n\n  two  \r\nthree');
  await adapter.ended;
  expect(raw()).toBe('heard one\n\nheard two\n\nheard three\n\n');
});

test('a typed command comes as a command', async () => {
  const { input, sees } = await session(false);
  input.write('/brief since 2031-04-01\n');
  await sees('"kind":"command","name":"brief","text":"since 2031-04-01"');
});

test('a terminal shows a prompt, answers, and shows it again', async () => {
  const { input, sees, raw } = await session(true);
  await sees('> ');
  input.write('did it end?\r');
  await sees('heard did it end?');
  await vi.waitFor(() => expect(raw().endsWith('> ') || raw().endsWith('\u001b[3G')).toBe(true));
});

test('the tabulator completes a command', async () => {
  const { input, sees } = await session(true);
  input.write('/brief so');
  await sees('/brief so');
  input.write('\t');
  await sees('/brief sources');
  input.write('\r');
  await sees('"text":"sources"');
});

test('a post leaves what is being typed alone', async () => {
  const { adapter, input, sees, raw } = await session(true);
  input.write('did it');
  await sees('did it');
  await adapter.send({ adapter: 'terminal', workspace: '', channel: '' }, { kind: 'notice', text: 'the edition' });
  await sees('the edition');
  expect(raw().slice(raw().indexOf('the edition'))).toContain('did it');
  input.write(' end?\r');
  await sees('heard did it end?');
});

test.for([
  ['Ctrl-C', '\u0003'],
  ['Ctrl-C twice', '\u0003\u0003'],
  ['Ctrl-D', '\u0004'],
] as const)('%s ends the session', async ([, key]) => {
  const { adapter, input, sees } = await session(true);
  await sees('> ');
  input.write(key);
  await adapter.ended;
});

test('Ctrl-C ends the session while a request is running', async () => {
  const handle = vi.fn<RequestHandler>(() => new Promise(() => {}));
  const { adapter, input } = await session(true, handle);
  input.write('what?\r');
  await vi.waitFor(() => expect(handle).toHaveBeenCalled());
  input.write('\u0003');
  await adapter.ended;
});

test('a reader that goes away ends the session', async () => {
  const { adapter, output } = await session(false);
  output.destroy(new Error('EPIPE'));
  await adapter.ended;
});
