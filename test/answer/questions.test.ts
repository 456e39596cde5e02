import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { openSqliteArchive } from '../../src/archive/sqlite-archive.ts';
import { readSources } from '../../src/ingest/sources.ts';
import { takeIn } from '../../src/intake.ts';
import { scoreQuestions } from '../eval/questions.ts';

const second = join(import.meta.dirname, '../fixtures/second-crisis');
const shared = join(import.meta.dirname, '../../../shared');
if (!existsSync(shared)) console.warn('the questions on real articles are skipped: ../shared is missing');

async function scoreOf(articles: string, questions: string) {
  const archive = await openSqliteArchive(':memory:');
  await takeIn(archive, readSources([articles]));
  const score = await scoreQuestions(archive, questions);
  await archive.close();
  return score;
}

/** Floors, a little under what was measured: quality cannot slip unseen. */
describe('labelled questions', () => {
  it('on the second crisis: at least 31 of 37 right, none wrong, all that has no answer refused', async () => {
    const score = await scoreOf(join(second, 'articles'), join(second, 'questions.json'));
    expect(score).toMatchObject({ answerable: 37, unanswerable: 17, wrong: [] });
    expect(score.refused).toHaveLength(17);
    expect(score.right.length).toBeGreaterThanOrEqual(31);
  });

  it.skipIf(!existsSync(shared))('on five real articles: at least 22 of 24 right, none wrong, 10 refused', async () => {
    const score = await scoreOf(join(shared, 'articles'), join(shared, 'gold/questions.json'));
    expect(score).toMatchObject({ answerable: 24, unanswerable: 10, wrong: [] });
    expect(score.refused).toHaveLength(10);
    expect(score.right.length).toBeGreaterThanOrEqual(22);
  });
});
