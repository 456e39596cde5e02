import type { Command } from 'commander';
import { add, failOf, type Outcome } from './adding.ts';
import type { ListOptions } from './source.ts';
import { parsePages } from './values.ts';

/** `detente source ...`: the feeds that articles come from. */
export function addSourceCommands(program: Command, outcome: Outcome): void {
  const group = program
    .command('source')
    .description('the feeds that articles come from')
    .exitOverride(failOf('detente source'))
    .addHelpText('after', '\n"detente serve" fetches them; docs/sources.md tells how, and what is refused.');
  addTakingUp(group, outcome);
  addKeeping(group, outcome);
  addLists(group, outcome);
}

const naming = `
An address is that of a feed (RSS, Atom, JSON Feed) or of a page that names its feed. The title of a starter
will do too: "detente source list --starters" shows them.`;

function addTakingUp(group: Command, outcome: Outcome): void {
  add(group, 'add <address...>', 'try feeds, and take up those that are', outcome, async (call, words) =>
    (await import('./source-adding.ts')).addSources(call, words),
  ).addHelpText('after', naming);
  add<{ pages: number }>(
    group,
    'test <address>',
    'show what would be taken in, and why an item would not; stores no article',
    outcome,
    async (call, words, options) => (await import('./source-test.ts')).testSource(call, words[0] ?? '', options),
  )
    .option('--pages <n>', 'pages behind the items that are read too; others are judged by the feed', parsePages, 5)
    .addHelpText('after', naming);
}

const byName = '\nGive its address, or its title where only one has it: "detente source list" shows both.';

function addKeeping(group: Command, outcome: Outcome): void {
  add<ListOptions>(group, 'list', 'show all feeds and how they are', outcome, async (call, _, options) =>
    (await import('./source.ts')).listSources(call, options),
  )
    .option('--starters', 'the feeds that come as a suggestion; none is fetched before you add it')
    .option('--addresses', 'only the addresses, one a line');
  add(group, 'poll [feed]', 'take in now what is new, of one feed or of all', outcome, async (call, words) =>
    (await import('./source-poll.ts')).pollSources(call, words[0]),
  ).addHelpText('after', '\n"detente serve" does so by itself.');
  add(group, 'remove <feed>', 'fetch it no more; its articles stay', outcome, async (call, words) =>
    (await import('./source.ts')).removeSource(call, words[0] ?? ''),
  ).addHelpText('after', byName);
  add(group, 'pause <feed>', 'fetch it no more for now', outcome, async (call, words) =>
    (await import('./source.ts')).pauseSource(call, words[0] ?? '', true),
  ).addHelpText('after', byName);
  add(group, 'resume <feed>', 'end a pause', outcome, async (call, words) =>
    (await import('./source.ts')).pauseSource(call, words[0] ?? '', false),
  ).addHelpText('after', byName);
}

function addLists(group: Command, outcome: Outcome): void {
  add<{ untested?: boolean }>(
    group,
    'import <file>',
    'take up the feeds of an OPML file, - for standard input',
    outcome,
    async (call, words, options) => (await import('./source-import.ts')).importSources(call, words[0] ?? '', options),
  ).option('--untested', 'without trying each of them first');
  add<{ force?: boolean }>(
    group,
    'export [file]',
    'write the feeds as OPML, to standard output without a file',
    outcome,
    async (call, words, options) => (await import('./source-import.ts')).exportSources(call, words[0], options),
  ).option('--force', 'write over a file that is there');
}
