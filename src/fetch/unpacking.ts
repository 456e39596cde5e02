import type { Duplex } from 'node:stream';
import { constants, createBrotliDecompress, createGunzip, createInflate, createZstdDecompress } from 'node:zlib';
import { Failed, failed } from './failure.ts';

/** What a server may pack an answer by. https://www.rfc-editor.org/rfc/rfc9110#name-content-codings */
export const ACCEPTED_CODINGS = 'gzip, deflate, br, zstd';

/** Large enough that few trips to the thread pool are needed, small enough that one is no burden. */
const chunkSize = 64 * 1024;
/** The window that every receiver has, and no more. https://www.rfc-editor.org/rfc/rfc9659 */
const zstdWindow = { [constants.ZSTD_d_windowLogMax]: 23 };

const unpackers: Readonly<Record<string, () => Duplex>> = {
  gzip: () => createGunzip({ chunkSize }),
  'x-gzip': () => createGunzip({ chunkSize }),
  deflate: () => createInflate({ chunkSize }),
  br: () => createBrotliDecompress({ chunkSize }),
  zstd: () => createZstdDecompress({ chunkSize, params: zstdWindow }),
};

/**
 * What unpacks an answer; undefined where it is not packed.
 * @param coding of `Content-Encoding`
 * @throws Failed `unreadable` where it is packed in another way, or more than once
 */
export function unpackerFor(coding: string): Duplex | undefined {
  const name = coding.trim().toLowerCase();
  if (name === '' || name === 'identity') return undefined;
  const unpacker = Object.hasOwn(unpackers, name) ? unpackers[name] : undefined;
  if (unpacker === undefined)
    throw new Failed(failed('unreadable', 'the server packs its answer in a way that it was not asked for'));
  return unpacker();
}

/** Whether an unpacker threw this: `Z_DATA_ERROR`, `ERR__ERROR_FORMAT_…` (Brotli), `ZSTD_error_…`. */
export function isDamage(error: unknown): boolean {
  const { code } = error as { readonly code?: unknown };
  return typeof code === 'string' && /^(Z_|ERR__|ERR_BROTLI|ZSTD_|ERR_ZSTD)/.test(code);
}
