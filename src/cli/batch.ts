import { open } from 'node:fs/promises';
import { DetenteError, reasonOf } from '../errors.ts';
import { isRecord } from './fields.ts';
import { printLine, say } from './output.ts';

/**
 * Answers a file of JSON Lines line by line, in order. A line that cannot be read is said on standard error with its
 * number and left out: the others still get their answers.
 * @param path the file, `-` for standard input
 * @param answer gives the line that is printed; throws where the line lacks something
 * @returns 0, or 1 where a line was left out
 */
export async function answerLines(
  path: string,
  answer: (line: Record<string, unknown>) => Promise<object> | object,
): Promise<number> {
  let exitCode = 0;
  let number = 0;
  for await (const line of linesOf(await source(path))) {
    number += 1;
    if (line.trim() === '') continue;
    try {
      printLine(await answer(parsed(line)));
    } catch (error) {
      say(`detente: line ${number}: ${reasonOf(error)}`);
      exitCode = 1;
    }
  }
  return exitCode;
}

async function source(path: string): Promise<AsyncIterable<Uint8Array>> {
  if (path === '-') return process.stdin;
  try {
    const file = await open(path);
    if ((await file.stat()).isDirectory()) throw new DetenteError('bad-input', 'it is a folder');
    return file.createReadStream();
  } catch (error) {
    const missing = (error as NodeJS.ErrnoException).code === 'ENOENT';
    throw new DetenteError('bad-input', `cannot read ${path}: ${missing ? 'no such file' : reasonOf(error)}`, {
      cause: error,
    });
  }
}

/** Parted at line feeds alone: node:readline also parts at U+2028, which JSON strings may hold as they are. */
async function* linesOf(bytes: AsyncIterable<Uint8Array>): AsyncGenerator<string> {
  const decoder = new TextDecoder();
  let rest = '';
  for await (const chunk of bytes) {
    const lines = (rest + decoder.decode(chunk, { stream: true })).split('\n');
    rest = lines.pop() ?? '';
    yield* lines;
  }
  rest += decoder.decode();
  if (rest !== '') yield rest;
}

function parsed(line: string): Record<string, unknown> {
  let value: unknown;
  try {
    value = JSON.parse(line);
  } catch {
    throw new DetenteError('bad-input', 'not JSON');
  }
  if (!isRecord(value)) throw new DetenteError('bad-input', 'not a JSON object');
  return value;
}
