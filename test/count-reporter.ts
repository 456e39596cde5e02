import type { Reporter, TestModule } from 'vitest/node';

/** Ends a run with one plain line, "N passed, N failed, N skipped", that scripts can read. */
export class CountReporter implements Reporter {
  onTestRunEnd(modules: readonly TestModule[], errors: readonly unknown[]): void {
    const counts = { passed: 0, failed: 0, skipped: 0 };
    for (const module of modules) count(module, counts);
    counts.failed += errors.length;
    // After the other reporters, which may still have lines to write in this turn.
    setImmediate(() => process.stdout.write(lineOf(counts)));
  }
}

interface Counts {
  passed: number;
  failed: number;
  skipped: number;
}

function count(module: TestModule, counts: Counts): void {
  for (const test of module.children.allTests()) {
    const { state } = test.result();
    counts[state === 'pending' ? 'skipped' : state]++;
  }
  // A file that does not load, and a hook that fails, has no failed test: it counts as one.
  if (!module.ok() && ![...module.children.allTests('failed')].length) counts.failed++;
}

function lineOf({ passed, failed, skipped }: Counts): string {
  return `${passed} passed, ${failed} failed, ${skipped} skipped\n`;
}
