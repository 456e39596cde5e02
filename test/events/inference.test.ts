import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { readRawText } from '../../src/ingest/raw-text.ts';
import { archiveOf, ingest, type Story } from './stories.ts';

/** A border clash of March 2027 between two neighbours; 18 March 2027 is a Thursday. */
const UNDATED: readonly Story[] = [
  {
    id: 'one',
    text: 'A day after Thailand carried out strikes in Cambodia, Cambodian Foreign Minister Vuth Samnang has spoken to his Thai counterpart Prasert Wongsa. Phnom Penh said on Tuesday that it had fired rockets at Thailand.',
  },
  {
    id: 'two',
    text: 'Thailand and Cambodia on Friday agreed to de-escalate. The call came after Thailand struck targets in Cambodia on Thursday. Cambodia attacked Thailand with rockets on Tuesday.',
  },
  {
    id: 'three',
    text: 'Bangkok on Friday called for talks with Phnom Penh. Cambodia fired rockets at Thailand on Tuesday night, with Thailand in turn striking targets inside Cambodia on Thursday.',
  },
  {
    id: 'four',
    text: 'The two neighbours sought to calm tensions on Friday. Thailand and Cambodia discussed the situation in a phone call, a day after Thailand struck Cambodia.',
  },
];
const DATED: Story = {
  id: 'five',
  publishedAt: '2027-03-29',
  text: 'The Thai foreign minister visited Cambodia on Monday. Cambodia launched rocket attacks on Thailand on March 16, prompting Thailand to retaliate with strikes inside Cambodia on March 18.',
};

async function datesOf(stories: readonly Story[]): Promise<Record<string, string>> {
  const archive = await archiveOf(stories);
  try {
    const articles = await archive.articles.outline();
    return Object.fromEntries(
      articles.map(({ id, publishedAt, dateBasis }) => [id, `${publishedAt ?? '-'} ${dateBasis}`]),
    );
  } finally {
    await archive.close();
  }
}

const INFERRED = '2027-03-19 inferred';
const UNKNOWN = '- unknown';
const ALL = { one: INFERRED, two: INFERRED, three: INFERRED, four: INFERRED, five: '2027-03-29 stated' };

describe('the day of an article that states none', () => {
  test('it follows from the acts that a dated article dates, in every order of ingest', async () => {
    for (const stories of orders([...UNDATED, DATED])) expect(await datesOf(stories)).toEqual(ALL);
  });

  test('it is unknown without a dated article', async () => {
    expect(new Set(Object.values(await datesOf(UNDATED)))).toEqual(new Set([UNKNOWN]));
  });

  test('it becomes known when the dated article comes last, and unknown when it goes', async () => {
    const archive = await archiveOf(UNDATED);
    await ingest(archive, [DATED]);
    const known = async () => (await archive.articles.outline()).filter((one) => one.dateBasis === 'inferred').length;
    expect(await known()).toBe(4);
    const { removeArticle } = await import('../../src/intake.ts');
    await removeArticle(archive, 'five', 'test', '2027-04-01T00:00:00Z');
    expect(await known()).toBe(0);
    await archive.close();
  });

  test('two strikes by the same side that both fit leave it unknown', async () => {
    const twice: Story = {
      id: 'five',
      publishedAt: '2027-03-29',
      text: 'Thailand struck Cambodia on March 11. Thailand struck Cambodia on March 18.',
    };
    const undated: Story = { id: 'one', text: 'Thailand struck Cambodia on Thursday. Both sides met.' };
    expect((await datesOf([undated, twice]))['one']).toBe(UNKNOWN);
  });

  test('talks and statements hold nothing in place', async () => {
    const talks: Story = {
      id: 'five',
      publishedAt: '2027-03-29',
      text: 'Thailand and Cambodia held talks on March 18.',
    };
    const undated: Story = { id: 'one', text: 'Thailand and Cambodia held talks on Thursday.' };
    expect((await datesOf([undated, talks]))['one']).toBe(UNKNOWN);
  });

  test('another war says nothing', async () => {
    const other: Story = { id: 'five', publishedAt: '2027-03-29', text: 'Ethiopia struck Eritrea on March 18.' };
    expect((await datesOf([UNDATED[1] as Story, other]))['two']).toBe(UNKNOWN);
  });

  test('a stated day stays as it is stated', async () => {
    const stated: Story = { ...(UNDATED[1] as Story), publishedAt: '2027-03-26' };
    expect((await datesOf([stated, DATED]))['two']).toBe('2027-03-26 stated');
  });
});

const SHARED = '../shared/articles';
if (!existsSync(SHARED)) console.log(`skipped: ${SHARED} is not there, so the dates of its articles are not tried`);

describe.skipIf(!existsSync(SHARED))('the articles of ../shared', () => {
  const stories = (): Story[] =>
    readdirSync(SHARED)
      .filter((file) => file.endsWith('.txt'))
      .sort()
      .map((file, index) => {
        const story = readRawText(readFileSync(join(SHARED, file), 'utf8'), Date.parse('2026-01-01'));
        return {
          id: `${index}`,
          text: story.text,
          bodyStart: story.bodyStart,
          ...(story.publishedAt && { publishedAt: story.publishedAt }),
        };
      });

  test('without the dated one the others are unknown', async () => {
    const undated = stories().filter((story) => story.publishedAt === undefined);
    expect(new Set(Object.values(await datesOf(undated)))).toEqual(new Set([UNKNOWN]));
  });

  test('with it they are of 19 January 2024, in a sample of the orders of ingest', async () => {
    for (const some of orders(stories(), 6)) {
      const dates = Object.values(await datesOf(some)).sort();
      expect(dates).toEqual([...Array.from({ length: 4 }, () => '2024-01-19 inferred'), '2024-01-29 stated']);
    }
  });
});

/** All orders of a list, or as many of them as asked for, the same each time. */
function orders<T>(list: readonly T[], some?: number): T[][] {
  if (some !== undefined)
    return fc.sample(fc.shuffledSubarray([...list], { minLength: list.length }), { seed: 3, numRuns: some });
  if (list.length < 2) return [[...list]];
  return list.flatMap((one, at) => orders(list.toSpliced(at, 1)).map((rest) => [one, ...rest]));
}
