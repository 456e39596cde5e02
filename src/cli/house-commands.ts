import type { Command } from 'commander';
import { add, type Outcome } from './adding.ts';
import { parseSpeed } from './values.ts';

/** Commands that run the bot, and those that say how it is. */
export function addHouseCommands(program: Command, outcome: Outcome): void {
  add(program, 'start', 'the brief, then questions: what `npm start` runs', outcome, async (call) =>
    (await import('./start.ts')).start(call),
  );
  add<{ speed?: number }>(program, 'serve', 'run the configured chat platforms until stopped', outcome, async (call) =>
    (await import('./serve.ts')).serve(call),
  ).option('--speed <n>', 'with --now: the clock runs this many times as fast', parseSpeed);
  add(program, 'status', 'schedules, what was delivered where, what failed and why', outcome, async (call) =>
    (await import('./status.ts')).status(call),
  );
  add(program, 'check', 'say what works and what to do about the rest', outcome, async (call) =>
    (await import('./check.ts')).check(call),
  );
  add(program, 'completion', 'print a completion script for bash and zsh', outcome, async () =>
    (await import('./completion.ts')).printCompletion(program),
  ).addHelpText('after', '\nFor example: source <(detente completion)');
}
