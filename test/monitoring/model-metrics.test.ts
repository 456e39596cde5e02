import { expect, test } from 'vitest';
import { openSqliteArchive } from '../../src/archive/sqlite-archive.ts';
import { sampleOf } from '../../src/cli/health.ts';
import { ModelCounts } from '../../src/model/counts.ts';
import { Metrics } from '../../src/monitoring/metrics.ts';
import { parseExposition } from './exposition.ts';

async function scraped(metrics: Metrics, counts?: ModelCounts) {
  const archive = await openSqliteArchive(':memory:');
  const sample = await sampleOf(archive, { now: () => 0 }, counts);
  await archive.close();
  return parseExposition(await metrics.textOf(sample));
}

test('without a language model there is no family of it', async () => {
  const names = [...(await scraped(new Metrics())).keys()];
  expect(names.filter((name) => name.includes('model'))).toEqual([]);
});

test('a scrape tells what was asked of the language model, as counters that only grow', async () => {
  const [metrics, counts] = [new Metrics(), new ModelCounts()];
  const settled = { inputTokens: 700, outputTokens: 300, microDollars: 1_250 };
  const use = () => {
    counts.call('answer', 'done');
    counts.settled(settled);
    counts.claim();
    counts.claim('number');
    counts.cacheHit();
  };
  use();
  await scraped(metrics, counts);
  use();
  counts.call('events', 'budget');
  counts.paused(true);
  const families = await scraped(metrics, counts);
  const read = (name: string) => {
    const { type, samples } = families.get(`detente_model_${name}`) ?? {};
    return [type, ...(samples ?? []).map(({ labels, value }) => [labels, value])];
  };
  expect(read('calls_total')).toEqual([
    'counter',
    [{ kind: 'answer', outcome: 'done' }, 2],
    [{ kind: 'events', outcome: 'budget' }, 1],
  ]);
  expect(read('tokens_total')).toEqual(['counter', [{ direction: 'input' }, 1_400], [{ direction: 'output' }, 600]]);
  expect(read('dollars_total')).toEqual(['counter', [{}, 0.0025]]);
  expect(read('claims_total')).toEqual([
    'counter',
    [{ outcome: 'passed', fault: '' }, 2],
    [{ outcome: 'dropped', fault: 'number' }, 2],
  ]);
  expect(read('cache_hits_total')).toEqual(['counter', [{}, 2]]);
  expect(read('breaker_open')).toEqual(['gauge', [{}, 1]]);
  counts.paused(false);
  expect((await scraped(metrics, counts)).get('detente_model_breaker_open')?.samples).toEqual([
    { labels: {}, value: 0 },
  ]);
});
