import type { Command } from 'commander';
import { USUAL_DEFINITION } from '../domain/schedule.ts';
import { add, failOf, type Outcome } from './adding.ts';
import type { AddOptions, NameOptions } from './schedule.ts';
import { parseDay, parseDays, parseScheduleTime, parseScheduleZone } from './values.ts';

/** `detente schedule ...`: when briefs are posted by themselves. */
export function addScheduleCommands(program: Command, outcome: Outcome): void {
  const group = program
    .command('schedule')
    .description('when briefs are posted by themselves')
    .exitOverride(failOf('detente schedule'));
  named(
    add<AddOptions>(
      group,
      'add <conversation>',
      'make a schedule, or change it',
      outcome,
      async (call, words, options) => (await import('./schedule.ts')).addSchedule(call, words[0] ?? '', options),
    ),
  )
    .requiredOption('--at <time>', "the time of day on the zone's own clock, such as 07:00", parseScheduleTime)
    .requiredOption('--zone <iana>', 'the time zone, such as Europe/Oslo', parseScheduleZone)
    .option('--days <days>', 'the days on which it posts: mon-fri, or sat,sun, or daily', parseDays, parseDays('daily'))
    .option('--weekend <name>', 'another file of briefs/ on Saturdays and Sundays');
  add(group, 'list', 'show all schedules with their last and next run', outcome, async (call) =>
    (await import('./schedule.ts')).listSchedules(call),
  );
  named(
    add<NameOptions>(group, 'remove <conversation>', 'take a schedule away', outcome, async (call, words, options) =>
      (await import('./schedule.ts')).removeSchedule(call, words[0] ?? '', options),
    ),
  );
  named(
    add<NameOptions & { until?: string }>(
      group,
      'pause <conversation>',
      'post nothing for a while',
      outcome,
      async (call, words, options) => (await import('./schedule.ts')).pauseSchedule(call, words[0] ?? '', options),
    ),
  ).requiredOption('--until <day>', 'the first day on which it posts again', parseDay);
  named(
    add<NameOptions>(group, 'resume <conversation>', 'end a pause', outcome, async (call, words, options) =>
      (await import('./schedule.ts')).pauseSchedule(call, words[0] ?? '', options),
    ),
  );
  named(
    add<NameOptions>(
      group,
      'run <conversation>',
      "post today's edition now, if it was not posted yet",
      outcome,
      async (call, words, options) => (await import('./schedule-run.ts')).runSchedule(call, words[0] ?? '', options),
    ),
  );
}

function named(command: Command): Command {
  return command
    .option('--situation <name>', 'what it is about (default: the largest in the archive)')
    .option('--definition <name>', 'a file of briefs/', USUAL_DEFINITION);
}
