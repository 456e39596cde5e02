import { PassThrough } from 'node:stream';
import { expect, test, vi } from 'vitest';
import { createTerminalAdapter } from '../../adapters/terminal/index.ts';
import { silentLogger } from '../../src/logger.ts';
import { sampleDesk, settled, turns } from '../desk.ts';
import { deskInDiscord } from '../discord/desk.ts';
import { shownText as shownInDiscord } from '../discord/reading.ts';
import { deskInSlack } from '../slack/desk.ts';
import { shownText as shownInSlack } from '../slack/reading.ts';

const places: Readonly<Record<string, () => Promise<string[]>>> = {
  'at the terminal': async () => {
    const { bot, clock } = await sampleDesk();
    const [input, output] = [new PassThrough(), new PassThrough()];
    let raw = '';
    output.on('data', (chunk) => {
      raw += chunk;
    });
    const adapter = createTerminalAdapter({ clock, logger: silentLogger, input, output, format: 'text' });
    await adapter.start(bot.handle);
    const answers: string[] = [];
    for (const turn of turns) {
      const before = raw.length;
      input.write(`${turn}\n`);
      await vi.waitUntil(() => /\n\s*$/.test(raw.slice(before)), { timeout: 5_000 });
      await new Promise((resolve) => setTimeout(resolve, 100));
      answers.push(raw.slice(before));
    }
    await adapter.stop();
    return answers;
  },
  'in Slack': async () => {
    const { slack, ada } = await deskInSlack();
    const answers: string[] = [];
    for (const turn of turns) {
      const before = slack.posts.length;
      await ada.write(turn, { thread_ts: '1706515200.000100' });
      const posts = (await settled(() => slack.posts, before + 1)).slice(before);
      answers.push(posts.map(({ body }) => shownInSlack(body.blocks)).join(' '));
    }
    return answers;
  },
  'in Discord': async () => {
    const { discord, ada } = await deskInDiscord();
    const answers: string[] = [];
    for (const turn of turns) {
      const before = discord.posts.length;
      ada.write(turn);
      const posts = (await settled(() => discord.posts, before + 1)).slice(before);
      answers.push(posts.map(({ body }) => shownInDiscord(body.components)).join(' '));
    }
    return answers;
  },
};

/** What is said, without how it is set. */
function wordsOf(text: string): string {
  return (text.match(/[\p{L}\p{N}]+/gu) ?? []).join(' ').replace(/ Right Wrong$/, '');
}

test('five turns, each on the one before, get the same answers at the terminal, in Slack and in Discord', {
  timeout: 60_000,
}, async () => {
  const answers: Record<string, string[]> = {};
  for (const [place, converse] of Object.entries(places)) answers[place] = (await converse()).map(wordsOf);
  const [first, ...others] = Object.values(answers);
  expect(first).toHaveLength(turns.length);
  expect(new Set(first).size).toBe(turns.length);
  expect(first?.[0]).toMatch(/^China On 18 January 2024 China offered to mediate/);
  expect(first?.[1]).toMatch(/^18 January 2024/);
  for (const other of others) expect(other).toEqual(first);
});
