import { join } from 'node:path';
import { beforeAll, describe, expect, test } from 'vitest';
import { checkout, detente, json, shared, temporaryFolder } from './command-line.ts';

/*
 * Briefs that were read whole against their sources, sentence by sentence: docs/readings.md. A change here is a change
 * of what readers see, and is read again before it is taken: `npx vitest run test/cli/golden.test.ts --update`.
 */
const folder = temporaryFolder();

async function brief(archive: string, date: string): Promise<string> {
  const { out } = await detente(['brief', '--date', date, '--format', 'text', '--archive', archive]);
  return out;
}

describe.each([
  ['sample', join(checkout, 'samples')],
  ['five articles', join(shared, 'articles')],
])('the brief on the %s', (name, articles) => {
  const archive = join(folder, `${name}.sqlite`);
  // the articles are not ours: their headlines stay where they are
  const ours = (text: string) => (name === 'sample' ? text : text.slice(0, text.indexOf('\nSOURCES\n')));

  beforeAll(() => json(['ingest', articles, '--archive', archive]));

  test.each(['2024-01-19', '2024-01-29'])('of %s is the one that was read', async (date) => {
    const file = join('../golden', `${name.replace(' ', '-')}-${date}.txt`);
    await expect(ours(await brief(archive, date))).toMatchFileSnapshot(file);
  });
});
