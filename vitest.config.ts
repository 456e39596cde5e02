import { defineConfig } from 'vitest/config';
import { CountReporter } from './test/count-reporter.ts';
import { LongFirst } from './test/long-first.ts';

export default defineConfig({
  test: {
    include: ['test/**/*.test.ts'],
    pool: 'forks',
    // some wait more than they work: on two cores a third one finds room
    maxWorkers: 3,
    testTimeout: 20_000,
    hookTimeout: 20_000,
    sequence: { sequencer: LongFirst },
    reporters: ['default', new CountReporter()],
  },
});
