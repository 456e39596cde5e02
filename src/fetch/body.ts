import type { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import type { Ask, Reply } from './exchange.ts';
import { Failed, failed, tooLarge } from './failure.ts';
import { isDamage, unpackerFor } from './unpacking.ts';

/** Times that a document may be larger than what came over the wire; feeds that repeat themselves reach 50. */
const MOST_RATIO = 200;
/** Below this many bytes the ratio says nothing. */
const RATIO_FROM = 1024 * 1024;

type Limit = Pick<Ask, 'most' | 'over'>;

/**
 * Reads the document of an answer, and stops where its limits are passed: of its own size, of what came over the wire,
 * and of the one by the other. What an answer without a document sends is left unread, and its connection ends.
 * @throws Failed `too-large`, `unreadable`; what the connection throws
 */
export async function bodyOf(
  source: Readable,
  { status, headers }: Omit<Reply, 'body'>,
  limit: Limit,
  signal: AbortSignal,
): Promise<Uint8Array> {
  const reading = new Reading(limit);
  try {
    if (status !== 200 && status !== 203) return await withoutDocument(source, status);
    reading.expect(Number(headers.get('content-length')));
    return await reading.read(source, headers.get('content-encoding') ?? '', signal);
  } catch (error) {
    throw isDamage(error) ? new Failed(damaged) : error;
  } finally {
    // does nothing where it was read to its end
    source.on('error', () => {}).destroy();
  }
}

const damaged = failed('unreadable', 'the answer arrives damaged: it cannot be unpacked');

async function withoutDocument(source: Readable, status: number): Promise<Uint8Array> {
  // "not modified" ends with its head: read to its end, its connection is kept
  if (status === 304) await source.toArray();
  return new Uint8Array();
}

/** Ends the streams where enough was read. */
class Enough extends Error {}

class Reading {
  readonly #limit: Limit;
  readonly #parts: Uint8Array[] = [];
  #packed = 0;
  #size = 0;

  constructor(limit: Limit) {
    this.#limit = limit;
  }

  async read(source: Readable, coding: string, signal: AbortSignal): Promise<Uint8Array> {
    const unpacker = unpackerFor(coding);
    const counted = (parts: AsyncIterable<Uint8Array>) => this.#counted(parts);
    const keep = (parts: AsyncIterable<Uint8Array>) => this.#keep(parts);
    try {
      if (unpacker === undefined) await pipeline(source, counted, keep, { signal });
      else await pipeline(source, counted, unpacker, keep, { signal });
    } catch (error) {
      // nothing at all is no damage, whatever it is said to be packed by
      if (!(error instanceof Enough || (this.#packed === 0 && isDamage(error)))) throw error;
    }
    return joined(this.#parts);
  }

  /** Of what is said to come over the wire. */
  expect(bytes: number): void {
    if (bytes > this.#limit.most && this.#limit.over === 'fail') throw new Failed(tooLarge(this.#limit.most));
  }

  async *#counted(parts: AsyncIterable<Uint8Array>): AsyncGenerator<Uint8Array> {
    for await (const part of parts) {
      this.#packed += part.length;
      this.expect(this.#packed);
      yield part;
    }
  }

  async #keep(parts: AsyncIterable<Uint8Array>): Promise<void> {
    for await (const part of parts) this.#take(part);
  }

  #take(part: Uint8Array): void {
    const { most, over } = this.#limit;
    const room = most - this.#size;
    this.#size += part.length;
    if (this.#size > RATIO_FROM && this.#size > this.#packed * MOST_RATIO) throw new Failed(tooTight);
    this.#parts.push(part.subarray(0, room));
    if (part.length <= room) return;
    throw over === 'cut' ? new Enough() : new Failed(tooLarge(most));
  }
}

/** In memory of its own, so that it can be handed over to a thread. */
function joined(parts: readonly Uint8Array[]): Uint8Array {
  const whole = new Uint8Array(parts.reduce((size, part) => size + part.length, 0));
  parts.reduce((at, part) => {
    whole.set(part, at);
    return at + part.length;
  }, 0);
  return whole;
}

const tooTight = failed('too-large', 'it is packed so tightly that it can be no document');
