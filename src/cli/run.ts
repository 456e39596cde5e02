import { findAdapters } from '../config.ts';
import type { Outcome } from './adding.ts';
import { pluggedFolder } from './bundle.ts';
import { exitCodeOf, report } from './exit.ts';
import { endQuietlyOnClosedOutput } from './output.ts';
import { createProgram } from './program.ts';

/**
 * Runs one call of the command line.
 * @param args what follows the program's name
 * @param hooks what the entry of a test lets it do beside
 * @returns the exit code: 0 done, 1 a failure, 2 wrong use, 78 wrong configuration, 130 interrupted
 */
export async function run(args: readonly string[], hooks: Omit<Outcome, 'exitCode'> = {}): Promise<number> {
  endQuietlyOnClosedOutput();
  process.on('uncaughtException', endAtOnce);
  process.on('unhandledRejection', endAtOnce);
  const outcome = { exitCode: 0, ...hooks };
  try {
    // a broken definition is told by the commands that need it
    const adapters = await findAdapters(pluggedFolder('adapters')).catch(() => []);
    await createProgram(outcome, adapters).parseAsync([...args], { from: 'user' });
    return outcome.exitCode;
  } catch (error) {
    await report(error);
    return exitCodeOf(error);
  }
}

/** What nobody awaited has left the program in a state that nobody knows: it ends, in one line. */
function endAtOnce(error: unknown): void {
  void report(error).finally(() => process.exit(1));
}
