import { PassThrough } from 'node:stream';
import { stripVTControlCharacters } from 'node:util';
import { expect, onTestFinished, test, vi } from 'vitest';
import { createTerminalAdapter } from '../../adapters/terminal/index.ts';
import { silentLogger } from '../../src/logger.ts';
import { sampleDesk } from '../desk.ts';
import { FeedsInMemory, failingAt, feedAt } from '../desk-feeds.ts';

const now = Date.parse('2024-01-29T08:00:00Z');
const FEED = 'https://lake.example/feed.xml';
const works = feedAt(now, 'Hill Lantern');

/** Somebody at a terminal, with the whole bot behind it. */
async function atTerminal() {
  const feeds = new FeedsInMemory(now, [works, failingAt(now, '\u001b]0;owned\u0007Ledger\u202e', 3)]);
  feeds.trials.set(FEED, { kind: 'feed', url: FEED, title: 'The Lake Wire', items: [], total: 0 });
  const { bot, clock } = await sampleDesk({ feeds });
  const input = Object.assign(new PassThrough(), { isTTY: true, setRawMode: () => {} });
  const output = Object.assign(new PassThrough(), { isTTY: true, columns: 110 });
  let raw = '';
  output.on('data', (chunk) => {
    raw += chunk;
  });
  const adapter = createTerminalAdapter({ clock, logger: silentLogger, input, output });
  onTestFinished(() => adapter.stop());
  await adapter.start(bot.handle);
  const sees = (text: string) =>
    vi.waitFor(() => expect(stripVTControlCharacters(raw).replace(/\s+/g, ' ')).toContain(text), { timeout: 5_000 });
  return { feeds, input, sees, raw: () => raw };
}

test('feeds are listed, added and removed by whoever sits there', async () => {
  const { feeds, input, sees, raw } = await atTerminal();
  input.write('/brief sources feeds\r');
  await sees('• Hill Lantern https://hill-lantern.example/feed.xml: works, last new item on 29 January 2024');
  expect(raw()).toContain(`\u001b]8;;${works.url}\u001b\\${works.url}`);
  for (const live of ['\u001b]0;', '\u202e']) expect(raw()).not.toContain(live);
  input.write(`/brief sources add ${FEED}\r`);
  await sees('Taken up: The Lake Wire');
  input.write('brief sources remove the lake wire\r');
  await sees('Removed: The Lake Wire. Its articles stay.');
  expect(await feeds.list()).toHaveLength(2);
});

test('the tabulator completes what is done with feeds, and then their names', async () => {
  const { feeds, input, sees } = await atTerminal();
  input.write('/brief sources pa\t');
  await sees('/brief sources pause ');
  input.write('lant\t');
  await sees('/brief sources pause Hill Lantern');
  input.write('\r');
  await sees('Paused: Hill Lantern.');
  expect(await feeds.find(works.url)).toMatchObject({ paused: true });
});
