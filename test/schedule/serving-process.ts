import { flushCompileCache } from 'node:module';
import { Worker } from 'node:worker_threads';
import { startCall } from '../../src/cli/call.ts';
import { serve } from '../../src/cli/serve.ts';
import type { Order } from './serving.ts';

/*
 * A process that serves an archive as `detente serve` does, once it is told to; it reports each step of a delivery, and
 * dies where it is told to. Crashes do not depend on the platforms' rates, only the time that a test takes does: calls
 * follow each other faster than usual.
 */

if (process.env['SLACK_BOT_TOKEN']) {
  const { definition } = await import('../../adapters/slack/definition.ts');
  const { createSlackAdapter } = await import('../../adapters/slack/index.ts');
  const tuning = { intervalMs: 5, perSecond: 200 };
  definition.load = async () => (options) => createSlackAdapter({ ...options, tuning });
}
if (process.env['DISCORD_TOKEN']) {
  const { definition } = await import('../../adapters/discord/definition.ts');
  const { createDiscordAdapter } = await import('../../adapters/discord/index.ts');
  definition.load = async () => (options) => createDiscordAdapter({ ...options, tuning: { paceMs: 5 } });
}

let dieAt: Order['dieAt'];
let dieWithin: Order['dieWithin'];
let clock: Int32Array | undefined;

process.on('message', ({ serve: served, ...death }: Order) => {
  ({ dieAt, dieWithin } = death);
  if (dieWithin !== undefined) clock = executioner(dieWithin.milliseconds);
  if (served !== undefined) void serve(startCall(served), { onStep }).finally(() => process.disconnect());
  process.send?.({ heard: true });
});
// written at the end of a process else, which those that are killed never reach
flushCompileCache();
process.send?.({ ready: true });

function onStep(step: string): void {
  process.send?.({ step });
  if (step === 'settled') flushCompileCache();
  if (step === dieWithin?.step && clock !== undefined) {
    Atomics.store(clock, 0, 1);
    Atomics.notify(clock, 0);
  }
  if (step !== dieAt?.step) return;
  dieAt.count -= 1;
  if (dieAt.count === 0) process.kill(process.pid, dieAt.by ?? 'SIGKILL');
}

/** A thread that kills the process in the middle of whatever it does, a time after it was woken. */
function executioner(milliseconds: number): Int32Array {
  const shared = new Int32Array(new SharedArrayBuffer(8));
  const code = `
    const { workerData: { shared, milliseconds } } = require('node:worker_threads');
    Atomics.wait(shared, 0, 0);
    Atomics.wait(shared, 1, 0, milliseconds);
    process.kill(process.pid, 'SIGKILL');`;
  new Worker(code, { eval: true, workerData: { shared, milliseconds } });
  return shared;
}
