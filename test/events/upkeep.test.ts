import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { openSqliteArchive } from '../../src/archive/sqlite-archive.ts';
import type { Archive } from '../../src/domain/archive.ts';
import { eventsOf } from '../../src/events/ledger.ts';
import { eventsAsOf } from '../../src/events/view.ts';
import { removeArticle } from '../../src/intake.ts';
import { addTo, type Report } from '../archive-of.ts';

/** Reports that merge, look back, name persons in full and in short, and state no date. */
const REPORTS: readonly Report[] = [
  ['a', '2031-05-06', 'Ethiopia launched missile attacks on military bases in Eritrea on Monday.'],
  ['b', '2031-05-06', 'Ethiopian jets bombed Eritrea on Monday, killing 12 people.'],
  [
    'c',
    '2031-05-07',
    'Eritrea fired missiles at an airbase inside Ethiopia on Tuesday. Eritrea recalled its ambassador.',
  ],
  [
    'd',
    '2031-05-08',
    "Kenya offered to mediate between Ethiopia and Eritrea. Kenya's foreign minister Musa Dalo visited Ethiopia.",
  ],
  ['e', '2031-05-09', 'Musa Dalo met the Eritrean foreign minister in Asmara on Friday.'],
  ['f', '2031-05-12', "Neither side has answered Kenya's offer of mediation. Ethiopia struck Eritrea."],
  ['g', '2031-05-12', 'Ethiopia and Eritrea held talks by telephone on Sunday.'],
  ['h', '2031-05-13', 'The foreign ministers of Ethiopia and Eritrea spoke by telephone on Sunday.'],
  [
    'i',
    undefined,
    'Eritrea fired missiles at Ethiopia on Tuesday. On Wednesday Ethiopia closed its border with Eritrea.',
  ],
  ['j', undefined, 'Ethiopia condemned the Eritrean strikes.'],
  ['k', '2031-06-20', 'The Ethiopian strikes had shaken the region. Ethiopia and Eritrea agreed to de-escalate.'],
  ['l', '2031-05-05', 'Kenyan foreign minister Musa Dalo warned Eritrea on Monday. Ethiopia warned Eritrea on Monday.'],
].map(([id, publishedAt, text]) => ({ id: id as string, text: text as string, ...(publishedAt && { publishedAt }) }));

async function taken(batches: readonly (readonly Report[])[]): Promise<Archive> {
  const archive = await openSqliteArchive(':memory:');
  for (const batch of batches) await addTo(archive, batch);
  return archive;
}

/** The reports in some order, cut into batches. */
const someBatches = fc
  .tuple(
    fc.shuffledSubarray([...REPORTS], { minLength: REPORTS.length }),
    fc.array(fc.integer({ min: 1, max: REPORTS.length - 1 }), { maxLength: 4 }),
  )
  .map(([reports, cuts]) => {
    const at = [0, ...new Set(cuts.sort((a, b) => a - b)), reports.length];
    return at.slice(1).map((end, index) => reports.slice(at[index], end));
  });

describe('the stored ledger', () => {
  it('is the same whatever the order and the batches that articles come in, and that of merging all at once', async () => {
    const whole = await taken([REPORTS]);
    const expected = await eventsOf(whole);
    expect(expected.length).toBeGreaterThan(8);
    await fc.assert(
      fc.asyncProperty(someBatches, async (batches) => {
        const archive = await taken(batches);
        expect(await eventsOf(archive)).toEqual(expected);
        expect(await eventsOf(archive, { scope: {} })).toEqual(expected);
        await archive.close();
      }),
      { seed: 11, numRuns: 60 },
    );
    await whole.close();
  });

  it('forgets an article as if it had never come', async () => {
    for (const gone of REPORTS) {
      const archive = await taken([REPORTS]);
      await removeArticle(archive, gone.id, 'a test', '2031-07-01T00:00:00Z');
      const without = await taken([REPORTS.filter((report) => report !== gone)]);
      expect(await eventsOf(archive), gone.id).toEqual(await eventsOf(without));
      await archive.close();
      await without.close();
    }
  });

  it('shows a day what the articles up to then tell, as if no later one had come', async () => {
    // the day of an article that states none may be found by later ones
    const archive = await taken([REPORTS.filter((report) => report.publishedAt !== undefined)]);
    for (const day of ['2031-05-06', '2031-05-08', '2031-05-12']) {
      const early = REPORTS.filter(({ publishedAt }) => publishedAt !== undefined && publishedAt <= day);
      const then = await taken([early]);
      const outlines = async (from: Archive) =>
        (await eventsAsOf(from, await from.ledger.entries(), day))
          .map(({ outline }) => outline)
          .sort((one, other) => (one.id < other.id ? -1 : 1));
      expect(await outlines(archive), day).toEqual(await outlines(then));
      expect(await eventsOf(archive, { scope: { asOf: day } }), day).toEqual(await eventsOf(then));
      await then.close();
    }
    await archive.close();
  });
});
