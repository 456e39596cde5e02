import { logKey, readConfiguration } from '../config.ts';
import { DetenteError, type ErrorCode, reasonOf } from '../errors.ts';
import { createLogger } from '../logger.ts';
import { say } from './output.ts';

/** sysexits.h: EX_CONFIG. */
const wrongConfiguration = 78;
const exitCodes: Partial<Record<ErrorCode, number>> = { 'bad-usage': 2, 'bad-configuration': wrongConfiguration };

/** The exit code that an error ends the program with. Help and version are errors to commander and none to us. */
export function exitCodeOf(error: unknown): number {
  if (isHelp(error)) return 0;
  return error instanceof DetenteError ? (exitCodes[error.code] ?? 1) : 1;
}

/** Says an error on standard error, one line (wrong configuration: one a key). The stack goes to the debug log alone. */
export async function report(error: unknown): Promise<void> {
  if (isHelp(error)) return;
  const lines = error instanceof DetenteError && error.code === 'bad-configuration' ? error.message : reasonOf(error);
  say(lines.replace(/^/gm, 'detente: '));
  await logStack(error).catch(() => {});
}

function isHelp(error: unknown): boolean {
  const failure = error as { readonly name?: unknown; readonly exitCode?: unknown } | null;
  return failure?.name === 'CommanderError' && failure.exitCode === 0;
}

async function logStack(error: unknown): Promise<void> {
  const configuration = readConfiguration([]);
  const level = configuration.need(logKey);
  if (level !== 'debug' && level !== 'trace') return;
  const { secrets } = configuration;
  (await createLogger({ level, secrets })).error({ error }, 'the command failed');
}
