import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterAll, onTestFinished } from 'vitest';

export const checkout = join(import.meta.dirname, '../..');
export const shared = join(checkout, '../shared');

export interface Ran {
  readonly code: number | null;
  readonly out: string;
  readonly err: string;
}

export interface RunOptions {
  readonly input?: string;
  readonly env?: Readonly<Record<string, string>>;
  readonly cwd?: string;
  /** Servers of this machine, `host:port`, that it may fetch from. */
  readonly fetchAllow?: readonly string[];
}

/** A folder that goes when the test file is done. */
export function temporaryFolder(): string {
  const folder = mkdtempSync(join(tmpdir(), 'detente-cli-'));
  afterAll(() => rmSync(folder, { recursive: true, force: true }));
  return folder;
}

const command = join(checkout, 'src/cli.ts');
const loopbackCommand = fileURLToPath(new URL('loopback-command.ts', import.meta.url));
const elsewhere = temporaryFolder();

/** Starts the real command line in a folder without archive and configuration, with an environment of its own. */
export function startDetente(args: readonly string[], { env = {}, cwd = elsewhere, fetchAllow }: RunOptions = {}) {
  const own = Object.fromEntries(Object.entries(process.env).filter(([key]) => /^(PATH|HOME|TMPDIR|LANG)$/.test(key)));
  const entry = fetchAllow === undefined ? [command] : [loopbackCommand, fetchAllow.join()];
  return spawn(process.execPath, [...entry, ...args], {
    cwd,
    // no port: tests that run beside each other would fight for it
    env: { ...own, NO_COLOR: '1', DETENTE_HTTP: 'off', ...env },
  });
}

/** Starts it as an operator does who lets it run; killed after the test, where it still does. */
export function serveDetente(args: readonly string[], { env = {}, ...options }: RunOptions) {
  const child = startDetente(args, { ...options, env: { DETENTE_VECTORS: 'off', ...env } });
  onTestFinished(() => void child.kill('SIGKILL'));
  let [out, err] = ['', ''];
  child.stdout.setEncoding('utf8').on('data', (text: string) => {
    out += text;
  });
  child.stderr.setEncoding('utf8').on('data', (text: string) => {
    err += text;
  });
  return { child, exit: once(child, 'exit') as Promise<[number, string | null]>, out: () => out, err: () => err };
}

/** Runs it to its end. */
export async function detente(args: readonly string[], options: RunOptions = {}): Promise<Ran> {
  const child = startDetente(args, options);
  let out = '';
  let err = '';
  child.stdout.setEncoding('utf8').on('data', (part: string) => {
    out += part;
  });
  child.stderr.setEncoding('utf8').on('data', (part: string) => {
    err += part;
  });
  child.stdin.on('error', () => {});
  child.stdin.end(options.input ?? '');
  const code = await new Promise<number | null>((done) => child.on('close', done));
  return { code, out, err };
}

/** Its output as JSON. @throws Error with what it said where it failed */
export async function json(args: readonly string[], options: RunOptions = {}): Promise<unknown> {
  return JSON.parse(await succeed([...args, '--format', 'json'], options));
}

/** Its output as JSON Lines. @throws Error with what it said where it failed */
export async function jsonLines(args: readonly string[], options: RunOptions = {}): Promise<Record<string, unknown>[]> {
  const out = await succeed(args, options);
  return out
    .split('\n')
    .filter(Boolean)
    .map((line) => JSON.parse(line) as Record<string, unknown>);
}

async function succeed(args: readonly string[], options: RunOptions): Promise<string> {
  const ran = await detente(args, options);
  if (ran.code !== 0) throw new Error(`detente ${args.join(' ')} exited ${ran.code}: ${ran.err}`);
  return ran.out;
}
