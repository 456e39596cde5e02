import { fork } from 'node:child_process';
import { once } from 'node:events';
import { join } from 'node:path';
import { afterAll } from 'vitest';
import { checkout, type Ran, temporaryFolder } from './command-line.ts';
import type { Said, Told } from './command-process.ts';

interface WarmCommandLine {
  /** Runs one call to its end; one after the other. @param fetchAllow servers of this machine that it may fetch from */
  readonly detente: (args: readonly string[], fetchAllow?: readonly string[]) => Promise<Ran>;
  /** Its output as JSON. @throws Error with what it said where it failed */
  readonly json: (args: readonly string[], fetchAllow?: readonly string[]) => Promise<unknown>;
}

/**
 * The command line in a process of its own that is started once, without archive and configuration: for tests of what
 * commands say and do. What lies outside of them, as how a process ends, is for `detente` of `command-line.ts`.
 * @param env what the process finds beside the path
 */
export function warmCommandLine(env: Readonly<Record<string, string>> = {}): WarmCommandLine {
  const child = fork(join(checkout, 'test/cli/command-process.ts'), {
    cwd: temporaryFolder(),
    env: { PATH: process.env['PATH'], NO_COLOR: '1', DETENTE_HTTP: 'off', ...env },
    execArgv: ['--import', join(checkout, 'src/compile-cache.mjs')],
  });
  const ended = once(child, 'exit').then(([code, signal]) => {
    throw new Error(`the command line ended by itself: ${code ?? signal}`);
  });
  const gone = ended.catch(() => {});
  afterAll(async () => {
    child.kill('SIGKILL');
    await gone;
  });
  const detente = async (args: readonly string[], fetchAllow?: readonly string[]) => {
    child.send({ args, ...(fetchAllow && { fetchAllow }) } satisfies Told);
    const [said] = (await Promise.race([once(child, 'message'), ended])) as [Said];
    return said;
  };
  const json = async (args: readonly string[], fetchAllow?: readonly string[]) => {
    const { code, out, err } = await detente([...args, '--format', 'json'], fetchAllow);
    if (code !== 0) throw new Error(`detente ${args.join(' ')} exited ${code}: ${err}`);
    return JSON.parse(out) as unknown;
  };
  return { detente, json };
}
