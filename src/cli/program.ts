import { Command } from 'commander';
import type { AdapterDefinition } from '../domain/adapter-definition.ts';
import { USUAL_DEFINITION } from '../domain/schedule.ts';
import { add, failOf, type Outcome } from './adding.ts';
import { programVersion } from './bundle.ts';
import { addHouseCommands } from './house-commands.ts';
import { addScheduleCommands } from './schedule-commands.ts';
import { addSourceCommands } from './source-commands.ts';
import { parseDay, parseFormat, parseInstant, parseLimit, parseZoneName } from './values.ts';

/**
 * The table of commands. What a command needs is loaded when it is called: `ask` never waits for `ingest`.
 * @param adapters whose own commands stand under their names
 */
export function createProgram(outcome: Outcome, adapters: readonly AdapterDefinition[] = []): Command {
  const program = rootCommand();
  addArchiveCommands(program, outcome);
  addSafetyCommands(program, outcome);
  addReadingCommands(program, outcome);
  addBatchCommands(program, outcome);
  addHouseCommands(program, outcome);
  addScheduleCommands(program, outcome);
  addSourceCommands(program, outcome);
  for (const adapter of adapters) addAdapterCommands(program, outcome, adapter);
  return program;
}

function rootCommand(): Command {
  return new Command('detente')
    .description('Reads news about a crisis into an archive; briefs and answers with citations.')
    .version(programVersion(), '--version', 'print the version')
    .helpOption('--help', 'print this help')
    .option('--archive <path>', 'the archive (default: $DETENTE_ARCHIVE, else ./data/detente.sqlite)')
    .option('--format <format>', 'text, markdown or json (default: text on a terminal, else markdown)', parseFormat)
    .option('--now <instant>', 'fix the clock, such as 2024-01-19T07:00:00Z', parseInstant)
    .option('--quiet', 'no progress')
    .configureHelp({ showGlobalOptions: true })
    .configureOutput({ outputError: () => {} })
    .exitOverride(failOf('detente'));
}

function addArchiveCommands(program: Command, outcome: Outcome): void {
  add(program, 'ingest <path...>', 'take in files, folders and links of articles', outcome, async (call, paths) =>
    (await import('./ingest.ts')).ingest(call, paths),
  ).addHelpText(
    'after',
    '\nReads .txt .md .html .htm .json .jsonl, pages by http(s)://...; - reads JSON Lines from standard input.',
  );
  const articles = add<{ text?: boolean }>(
    program,
    'articles',
    'list the articles',
    outcome,
    async (call, _, options) => (await import('./articles.ts')).listArticles(call, options),
  ).option('--text', 'with the stored text, in json');
  add<{ yes?: boolean; reason: string }>(
    articles,
    'remove <id>',
    'take an article out for good',
    outcome,
    async (call, words, options) => (await import('./articles.ts')).removeOne(call, words[0] ?? '', options),
  )
    .option('--yes', 'do it')
    .option('--reason <text>', 'kept in its place', 'removed by hand');
  add<{ vectors?: boolean }>(
    program,
    'reindex',
    'rebuild every index from the rows',
    outcome,
    async (call, _, options) => (await import('./reindex.ts')).reindex(call, options),
  ).option('--vectors', 'only make the token vectors that are missing, newest articles first');
}

function addSafetyCommands(program: Command, outcome: Outcome): void {
  add<{ force?: boolean }>(
    program,
    'backup <file>',
    'copy the archive into one file, also while it is served',
    outcome,
    async (call, words, options) => (await import('./backup.ts')).backupTo(call, words[0] ?? '', options),
  ).option('--force', 'write over a file that is there');
  add<{ yes?: boolean }>(
    program,
    'restore <file>',
    'put a backup in the place of what the archive holds, also while it is served',
    outcome,
    async (call, words, options) => (await import('./backup.ts')).restoreFrom(call, words[0] ?? '', options),
  )
    .option('--yes', 'do it')
    .addHelpText('after', '\nWhat was there is kept beside the archive; what was posted counts as posted still.');
}

const inLanguage = 'what it is said in, by a language model (default: English)';

interface BriefOptions {
  date?: string;
  zone: string;
  situation?: string;
  definition: string;
  since?: string;
  language?: string;
}

function addReadingCommands(program: Command, outcome: Outcome): void {
  add<BriefOptions>(program, 'brief', 'print the brief of a day', outcome, async (call, _, options) =>
    (await import('./brief.ts')).brief(call, options),
  )
    .option('--date <day>', 'the edition (default: today in the zone)', parseDay)
    .option('--zone <iana>', 'whose day it is', parseZoneName, 'UTC')
    .option('--situation <name>', 'what it is about (default: the largest in the archive)')
    .option('--definition <name>', 'a file of briefs/', USUAL_DEFINITION)
    .option('--since <day>', 'the edition to compare with (default: the day before)', parseDay)
    .option('--language <name>', inLanguage);
  add<{ from?: string; to?: string; situation?: string }>(
    program,
    'events',
    'list what happened',
    outcome,
    async (call, _, options) => (await import('./events.ts')).listEvents(call, options),
  )
    .option('--from <day>', 'events of this day and later', parseDay)
    .option('--to <day>', 'events up to this day', parseDay)
    .option('--situation <name>', 'events between its parties');
}

function addBatchCommands(program: Command, outcome: Outcome): void {
  const batch = 'a file of JSON Lines, - for standard input';
  add<{ batch?: string; asOf?: string; language?: string }>(
    program,
    'ask [question...]',
    'answer from the archive, with citations',
    outcome,
    async (call, words, options) => (await import('./ask.ts')).askCommand(call, words, options),
  )
    .option('--as-of <day>', 'articles after it are not seen', parseDay)
    .option('--language <name>', inLanguage)
    .option('--batch <file>', `${batch}: {"id","question","asOf"?,"without"?}`);
  add<{ batch?: string; limit: number }>(
    program,
    'search [query...]',
    'find the best passages',
    outcome,
    async (call, words, options) => (await import('./search.ts')).searchCommand(call, words, options),
  )
    .option('--limit <n>', 'hits at most', parseLimit, 10)
    .option('--batch <file>', `${batch}: {"id","query"}`);
  add<{ batch: string }>(program, 'code', 'code the event of single sentences', outcome, async (_call, _, options) =>
    (await import('./code.ts')).codeBatch(options.batch),
  ).requiredOption('--batch <file>', `${batch}: {"id","sentence","source"?,"target"?,"date"?}`);
}

function addAdapterCommands(program: Command, outcome: Outcome, { name, title, tools = [] }: AdapterDefinition): void {
  if (tools.length === 0) return;
  const group = program
    .command(name)
    .description(`what else can be done with ${title}`)
    .exitOverride(failOf(`detente ${name}`));
  for (const tool of tools) {
    const command = add<Readonly<Record<string, boolean | undefined>>>(
      group,
      tool.name,
      tool.summary,
      outcome,
      async (call, _, options) => (await import('./adapter-tool.ts')).runTool(call, name, tool, options),
    );
    for (const { flag, summary } of tool.flags ?? []) command.option(flag, summary);
  }
}
