import { createHash } from 'node:crypto';
import { closeSync, fstatSync, openSync, readSync } from 'node:fs';
import type { Output } from './screen.ts';

/** Where a text is about to be written. */
export interface Place {
  /** Bytes that stood in the file before it. */
  readonly from: number;
  /** Bytes of the text. */
  readonly length: number;
  /** SHA-256 of the text, in hexadecimal. */
  readonly digest: string;
}

/** Others may have written before it: so many bytes are looked through. */
const MOST_BYTES = 8 * 1024 * 1024;

const NEWLINE = 0x0a;

/** A file that an output goes to. Unlike a terminal and a pipe it can be asked later what was written. */
export class OutputFile {
  readonly #descriptor: number;

  /** Undefined where it goes elsewhere. */
  static of(output: Output & { readonly fd?: unknown }): OutputFile | undefined {
    const { fd } = output;
    return typeof fd === 'number' && fstatSync(fd).isFile() ? new OutputFile(fd) : undefined;
  }

  /** @param descriptor of a file that is open for appending */
  constructor(descriptor: number) {
    this.#descriptor = descriptor;
  }

  placeFor(text: string): Place {
    const bytes = Buffer.from(text);
    return { from: fstatSync(this.#descriptor).size, length: bytes.length, digest: digestOf(bytes) };
  }

  /** Whether the text stands at a line's beginning there, or behind what others wrote first. False where it cannot be read. */
  holds({ from, length, digest }: Place): boolean {
    const bytes = this.#read(from);
    for (let at = 0; at >= 0 && at + length <= bytes.length; at = lineAfter(bytes, at))
      if (digestOf(bytes.subarray(at, at + length)) === digest) return true;
    return false;
  }

  #read(from: number): Buffer {
    try {
      // it may be open for writing only
      const copy = openSync(`/dev/fd/${this.#descriptor}`, 'r');
      try {
        const bytes = Buffer.alloc(Math.min(MOST_BYTES, Math.max(0, fstatSync(copy).size - from)));
        return bytes.subarray(0, readSync(copy, bytes, 0, bytes.length, from));
      } finally {
        closeSync(copy);
      }
    } catch {
      return Buffer.alloc(0);
    }
  }
}

/** -1 where there is none. */
function lineAfter(bytes: Buffer, at: number): number {
  const end = bytes.indexOf(NEWLINE, at);
  return end < 0 ? -1 : end + 1;
}

function digestOf(bytes: Buffer): string {
  return createHash('sha256').update(bytes).digest('hex');
}
