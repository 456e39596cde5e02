import { byteOrderMark, decoded } from './encoding.ts';

/** One line of a stream, numbered from 1; without text where it is longer than the limit. */
export interface NumberedLine {
  readonly number: number;
  readonly text?: string;
}

const NEWLINE = 0x0a;

/**
 * Lines of a stream of bytes or text, one at a time: memory is bounded by `limit` bytes for a line and one chunk,
 * whatever the stream's length. Blank lines are counted and left out. Each line is decoded by itself, as UTF-8 where valid.
 */
export async function* linesOfStream(
  chunks: AsyncIterable<Uint8Array | string>,
  limit: number,
): AsyncGenerator<NumberedLine> {
  let pending: Uint8Array[] = [];
  let size = 0;
  let number = 1;
  const take = (piece: Uint8Array): void => {
    size += piece.length;
    if (size <= limit) pending.push(piece);
    else pending = [];
  };
  for await (const chunk of inUtf8(chunks)) {
    let from = 0;
    for (let end = chunk.indexOf(NEWLINE); end >= 0; end = chunk.indexOf(NEWLINE, from)) {
      take(chunk.subarray(from, end));
      yield* lineFrom(pending, size > limit, number);
      [pending, size, number, from] = [[], 0, number + 1, end + 1];
    }
    take(chunk.subarray(from));
  }
  yield* lineFrom(pending, size > limit, number);
}

function* lineFrom(pieces: readonly Uint8Array[], tooLong: boolean, number: number): Generator<NumberedLine> {
  const text = tooLong ? undefined : decoded(Buffer.concat(pieces)).trim();
  if (text !== '') yield text === undefined ? { number } : { number, text };
}

/** Bytes of a stream; text and UTF-16, told by its byte order mark, become UTF-8. */
async function* inUtf8(chunks: AsyncIterable<Uint8Array | string>): AsyncGenerator<Uint8Array> {
  let wide: InstanceType<typeof TextDecoder> | undefined;
  let first = true;
  for await (const chunk of chunks) {
    const bytes = typeof chunk === 'string' ? Buffer.from(chunk) : chunk;
    const mark = first ? byteOrderMark(bytes) : undefined;
    first &&= bytes.length === 0;
    if (mark !== undefined && mark !== 'utf-8') wide = new TextDecoder(mark);
    yield wide === undefined ? bytes : Buffer.from(wide.decode(bytes, { stream: true }));
  }
}
