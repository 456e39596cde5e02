import { readFileSync } from 'node:fs';
import { Command, type CommanderError } from 'commander';
import type { AdapterDefinition } from '../domain/adapter-definition.ts';
import { DetenteError } from '../errors.ts';
import { bundled } from './bundle.ts';
import { type Call, type GlobalOptions, startCall, startCheck } from './call.ts';
import { parseDay, parseFormat, parseInstant, parseLimit, parseSpeed, parseZone } from './values.ts';

/** What a command does with its words and options; a number is its exit code, else it is 0. */
type Action<Options> = (call: Call, words: readonly string[], options: Options) => Promise<number> | Promise<void>;

interface Outcome {
  exitCode: number;
}

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
  for (const adapter of adapters) addAdapterCommands(program, outcome, adapter);
  return program;
}

function rootCommand(): Command {
  const { version } = JSON.parse(readFileSync(bundled('package.json'), 'utf8')) as { version: string };
  return new Command('detente')
    .description('Reads news about a crisis into an archive; briefs and answers with citations.')
    .version(version, '--version', 'print the version')
    .helpOption('--help', 'print this help')
    .option('--archive <path>', 'the archive (default: $DETENTE_ARCHIVE, else ./data/detente.sqlite)')
    .option('--format <format>', 'text, markdown or json (default: text on a terminal, else markdown)', parseFormat)
    .option('--now <instant>', 'fix the clock, such as 2024-01-19T07:00:00Z', parseInstant)
    .option('--quiet', 'no progress')
    .configureHelp({ showGlobalOptions: true })
    .configureOutput({ outputError: () => {} })
    .exitOverride(failOf('detente'));
}

/** Commander's failures in one line, with the way out. Help and version pass through. */
function failOf(path: string): (error: CommanderError) => never {
  return (error) => {
    if (error.exitCode === 0) throw error;
    if (error.code === 'commander.help') throw wrongUse('no command given.', path, error);
    throw wrongUse(error.message.replace(/^error: /, '').replaceAll('\n', ' '), path, error);
  };
}

function wrongUse(message: string, path: string, cause: unknown): DetenteError {
  return new DetenteError('bad-usage', `${message.replace(/[^.?!)]$/, '$&.')} See: ${path} --help`, { cause });
}

function add<Options>(parent: Command, usage: string, summary: string, outcome: Outcome, action: Action<Options>) {
  const command = parent.command(usage).description(summary);
  const path = `${parent.parent ? `detente ${parent.name()}` : 'detente'} ${command.name()}`;
  return command.exitOverride(failOf(path)).action(async () => {
    const start = command.name() === 'check' ? startCheck : startCall;
    const options = command.optsWithGlobals<Options & GlobalOptions>();
    try {
      const exitCode = await action(start(options), command.args, options);
      outcome.exitCode = exitCode ?? 0;
    } catch (error) {
      throw error instanceof DetenteError && error.code === 'bad-usage' ? wrongUse(error.message, path, error) : error;
    }
  });
}

function addArchiveCommands(program: Command, outcome: Outcome): void {
  add(program, 'ingest <path...>', 'take in files and folders of articles', outcome, async (call, paths) =>
    (await import('./ingest.ts')).ingest(call, paths),
  ).addHelpText('after', '\nReads .txt .md .html .htm .json .jsonl; - reads JSON Lines from standard input.');
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

interface BriefOptions {
  date?: string;
  zone: string;
  situation?: string;
  definition: string;
  since?: string;
}

function addReadingCommands(program: Command, outcome: Outcome): void {
  add<BriefOptions>(program, 'brief', 'print the brief of a day', outcome, async (call, _, options) =>
    (await import('./brief.ts')).brief(call, options),
  )
    .option('--date <day>', 'the edition (default: today in the zone)', parseDay)
    .option('--zone <iana>', 'whose day it is', parseZone, 'UTC')
    .option('--situation <name>', 'what it is about (default: the largest in the archive)')
    .option('--definition <name>', 'a file of briefs/', 'de-escalation')
    .option('--since <day>', 'the edition to compare with (default: the day before)', parseDay);
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
  add<{ batch?: string; asOf?: string }>(
    program,
    'ask [question...]',
    'answer from the archive, with citations',
    outcome,
    async (call, words, options) => (await import('./ask.ts')).askCommand(call, words, options),
  )
    .option('--as-of <day>', 'articles after it are not seen', parseDay)
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

function addHouseCommands(program: Command, outcome: Outcome): void {
  add(program, 'start', 'the brief, then questions: what `npm start` runs', outcome, async (call) =>
    (await import('./start.ts')).start(call),
  );
  add<{ speed?: number }>(program, 'serve', 'run the configured chat platforms until stopped', outcome, async (call) =>
    (await import('./serve.ts')).serve(call),
  ).option('--speed <n>', 'with --now: the clock runs this many times as fast', parseSpeed);
  add(program, 'check', 'say what works and what to do about the rest', outcome, async (call) =>
    (await import('./check.ts')).check(call),
  );
  add(program, 'completion', 'print a completion script for bash and zsh', outcome, async () =>
    (await import('./completion.ts')).printCompletion(program),
  ).addHelpText('after', '\nFor example: source <(detente completion)');
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
