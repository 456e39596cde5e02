import type { Command, CommanderError } from 'commander';
import { DetenteError } from '../errors.ts';
import { type Call, type GlobalOptions, startCall, startCheck } from './call.ts';

/** What a command does with its words and options; a number is its exit code, else it is 0. */
type Action<Options> = (call: Call, words: readonly string[], options: Options) => Promise<number> | Promise<void>;

/** What a call of the command line comes to, and what it was let do. */
export interface Outcome {
  exitCode: number;
  /** Servers within the own network that may be fetched from: given by the entry of a test, and by no one else. */
  readonly fetchAllow?: readonly string[];
}

/** Commander's failures in one line, with the way out. Help and version pass through. */
export function failOf(path: string): (error: CommanderError) => never {
  return (error) => {
    if (error.exitCode === 0) throw error;
    if (error.code === 'commander.help') throw wrongUse('no command given.', path, error);
    throw wrongUse(error.message.replace(/^error: /, '').replaceAll('\n', ' '), path, error);
  };
}

function wrongUse(message: string, path: string, cause: unknown): DetenteError {
  return new DetenteError('bad-usage', `${message.replace(/[^.?!)]$/, '$&.')} See: ${path} --help`, { cause });
}

/** Adds a command; its name is the first word of its usage. */
export function add<Options>(
  parent: Command,
  usage: string,
  summary: string,
  outcome: Outcome,
  action: Action<Options>,
): Command {
  const command = parent.command(usage).description(summary);
  const path = `${parent.parent ? `detente ${parent.name()}` : 'detente'} ${command.name()}`;
  return command.exitOverride(failOf(path)).action(async () => {
    const start = command.name() === 'check' ? startCheck : startCall;
    const options = command.optsWithGlobals<Options & GlobalOptions>();
    try {
      const { fetchAllow } = outcome;
      const call = { ...start(options), ...(fetchAllow && { fetchAllow }) };
      const exitCode = await action(call, command.args, options);
      outcome.exitCode = exitCode ?? 0;
    } catch (error) {
      throw error instanceof DetenteError && error.code === 'bad-usage' ? wrongUse(error.message, path, error) : error;
    }
  });
}
