import type { Command } from 'commander';
import { add, failOf, type Outcome } from './adding.ts';
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
  addFeedbackCommands(program, outcome);
  add(program, 'check', 'say what works and what to do about the rest', outcome, async (call) =>
    (await import('./check.ts')).check(call),
  );
  add(program, 'completion', 'print a completion script for bash and zsh', outcome, async () =>
    (await import('./completion.ts')).printCompletion(program),
  ).addHelpText('after', '\nFor example: source <(detente completion)');
}

function addFeedbackCommands(program: Command, outcome: Outcome): void {
  const group = program
    .command('feedback')
    .description('what readers marked as wrong')
    .exitOverride(failOf('detente feedback'));
  add(group, 'list', 'show what was said of sentences and answers', outcome, async (call) =>
    (await import('./feedback.ts')).listFeedback(call),
  );
  add(group, 'confirm <id>', 'it is wrong: withdraw the sentence where it was posted', outcome, async (call, words) =>
    (await import('./feedback.ts')).decideOn(call, words[0] ?? '', 'confirmed'),
  );
  add(group, 'dismiss <id>', 'it is right: leave the sentence as it is', outcome, async (call, words) =>
    (await import('./feedback.ts')).decideOn(call, words[0] ?? '', 'dismissed'),
  );
}
