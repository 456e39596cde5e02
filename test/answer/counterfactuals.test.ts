import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { counterfactuals } from '../eval/counterfactuals.ts';

const root = join(import.meta.dirname, '../..');
const shared = join(root, '../shared/articles');

/** Every nth event, so that a check stays short; all of them are asked by `npm run eval`. */
it.each([
  { folder: join(root, 'samples'), every: 3, least: 60 },
  { folder: join(root, 'test/fixtures/second-crisis/articles'), every: 3, least: 50 },
  ...(existsSync(shared) ? [{ folder: shared, every: 2, least: 80 }] : []),
])(
  'of $least and more questions without their evidence, about strangers, or denied, 97 of 100 are not answered: $folder',
  async ({ folder, every, least }) => {
    const cases = await counterfactuals(folder, every);
    const answered = cases.filter(({ refused }) => !refused).map(({ question, said }) => `${question} ${said}`);
    expect(cases.length).toBeGreaterThanOrEqual(least);
    expect(answered.length / cases.length, answered.join('\n')).toBeLessThanOrEqual(0.03);
  },
  60_000,
);
