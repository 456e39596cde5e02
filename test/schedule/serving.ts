import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { fileURLToPath } from 'node:url';
import { vi } from 'vitest';

/** What a process of `serving-process.ts` is told. */
export interface Order {
  readonly serve?: { readonly archive: string; readonly now: string; readonly speed: number };
  /** It kills itself when it reaches this step of a delivery for the so-manieth time. */
  readonly dieAt?: { readonly step: string; count: number; readonly by?: 'SIGSTOP' };
  /** A thread of it kills it, so long after it has first reached this step. */
  readonly dieWithin?: { readonly step: string; readonly milliseconds: number };
}

const script = fileURLToPath(new URL('serving-process.ts', import.meta.url));
const compileCache = fileURLToPath(new URL('../../src/compile-cache.mjs', import.meta.url));

/** A real process that serves, and what it has told of itself. */
export class Serving {
  /** Steps of its deliveries, in order. */
  readonly steps: string[] = [];
  err = '';
  readonly #child: ChildProcess;
  readonly #exit: Promise<unknown>;
  readonly #ready: Promise<unknown>;
  #heard = 0;
  #told = 0;

  /** @param output a file that its standard output is added to */
  constructor(env: Readonly<Record<string, string>>, cwd: string, output: number) {
    this.#child = spawn(process.execPath, ['--import', compileCache, script], {
      cwd,
      env: { PATH: process.env['PATH'], NO_COLOR: '1', ...env },
      stdio: ['ignore', output, 'pipe', 'ipc'],
    });
    this.#exit = once(this.#child, 'exit');
    this.#ready = Promise.race([once(this.#child, 'message'), this.#exit]);
    this.#child.stderr?.setEncoding('utf8').on('data', (text: string) => {
      this.err += text;
    });
    this.#child.on('message', ({ step, heard }: { readonly step?: string; readonly heard?: true }) => {
      if (step !== undefined) this.steps.push(step);
      if (heard) this.#heard += 1;
    });
  }

  get pid(): number {
    return this.#child.pid ?? 0;
  }

  /** Its platforms run, and it looks at the clock. */
  get isServing(): boolean {
    return this.err.includes('"msg":"serving"');
  }

  get isOver(): boolean {
    return this.#child.exitCode !== null || this.#child.signalCode !== null;
  }

  /** Resolves once it has heard it. */
  async tell(order: Order): Promise<void> {
    await this.#ready;
    this.#told += 1;
    const told = this.#told;
    this.#child.send(order, () => {});
    await vi.waitUntil(() => this.#heard >= told || this.isOver, { timeout: 30_000, interval: 2 });
  }

  /** @returns false where it was over before */
  signal(signal: NodeJS.Signals): boolean {
    return this.#child.kill(signal);
  }

  async kill(): Promise<void> {
    this.signal('SIGKILL');
    await this.#exit;
  }

  async ended(): Promise<void> {
    await this.#exit;
  }
}
