import { openSqliteArchive } from '../src/archive/sqlite-archive.ts';
import { createBot } from '../src/bot.ts';
import { clockFrom } from '../src/clock.ts';
import { silentLogger } from '../src/logger.ts';
import { percentile, ratio, rounded, type Section } from './figures.ts';

const COMPLETIONS = 500;

/** Milliseconds to complete what is typed, from an archive on disk, against reading the events that it is made from. */
export async function completionSection(path: string): Promise<Section> {
  const archive = await openSqliteArchive(path);
  const clock = clockFrom('2031-04-12T07:00:00Z');
  const none = () => Promise.reject(new Error('not asked'));
  const bot = createBot({ archive, clock, logger: silentLogger, brief: none, ask: none });
  const base = { conversation: { adapter: 'discord', workspace: '1', channel: '2' }, user: '3', at: '2031-04-12' };
  const complete = (text: string) =>
    took(() => bot.handle({ ...base, id: text, kind: 'complete', what: 'situation', text }));
  const first = await complete('');
  const times: number[] = [];
  for (let at = 0; at < COMPLETIONS; at += 1) times.push(await complete(String.fromCharCode(97 + (at % 26))));
  const rows = await took(() => archive.ledger.entries());
  const { total } = await archive.articles.tally();
  await archive.close();
  return {
    heading: 'Completion of what is typed',
    about: `Milliseconds to complete a situation, ${total} articles. The first makes the index; at most 50 ms is the goal.`,
    headings: ['the first', `p50 of ${COMPLETIONS}`, 'p99', 'p99 against reading the events'],
    rows: [
      [
        rounded(first),
        rounded(percentile(times, 0.5)),
        rounded(percentile(times, 0.99)),
        ratio(percentile(times, 0.99), rows),
      ],
    ],
  };
}

async function took(work: () => Promise<unknown>): Promise<number> {
  const began = performance.now();
  await work();
  return performance.now() - began;
}
