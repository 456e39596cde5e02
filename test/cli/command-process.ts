import { run } from '../../src/cli/run.ts';

/*
 * A process that runs one call of the command line after the other, as it is told to, and tells what each said: most of
 * what a call costs is the start of its process.
 */

/** What the process is told, and what it tells. */
export interface Told {
  readonly args: readonly string[];
  /** Servers of this machine, `host:port`, that it may fetch from. */
  readonly fetchAllow?: readonly string[];
}
export interface Said {
  readonly code: number;
  readonly out: string;
  readonly err: string;
}

const said = { out: '', err: '' };
process.stdout.write = (text: string | Uint8Array, ...given: unknown[]) => add('out', text, given);
process.stderr.write = (text: string | Uint8Array, ...given: unknown[]) => add('err', text, given);
// each call listens for what nobody handled, for as long as its process lives
process.setMaxListeners(0);
process.stdout.setMaxListeners(0);
process.stderr.setMaxListeners(0);

process.on('message', ({ args, ...hooks }: Told) => {
  Object.assign(said, { out: '', err: '' });
  void run(args, hooks).then((code) => process.send?.({ code, ...said }));
});

/** @param given what else a stream takes: an encoding, and whom to tell that the text is written */
function add(stream: keyof typeof said, text: string | Uint8Array, given: readonly unknown[]): true {
  said[stream] += text;
  const written = given.at(-1);
  if (typeof written === 'function') setImmediate(() => written());
  return true;
}
