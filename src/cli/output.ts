/** Results go to standard output, all else to standard error. */

/** Prints a result; the line ends here. */
export function print(text: string): void {
  process.stdout.write(text.endsWith('\n') ? text : `${text}\n`);
}

export function printJson(value: unknown): void {
  print(JSON.stringify(value, null, 2));
}

/** One line of JSON Lines. */
export function printLine(value: unknown): void {
  print(JSON.stringify(value));
}

/** Says something about the run. */
export function say(text: string): void {
  process.stderr.write(`${text}\n`);
}

/** `detente articles | head` is no failure: the reader has what it wanted. */
export function endQuietlyOnClosedOutput(): void {
  process.stdout.on('error', (error: NodeJS.ErrnoException) => {
    process.exit(error.code === 'EPIPE' ? 0 : 1);
  });
  process.stderr.on('error', () => {});
}
