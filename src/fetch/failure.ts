import type { FetchFailure, FetchFailureCode } from '../domain/fetching.ts';

/** @param retryAfter milliseconds */
export function failed(code: FetchFailureCode, reason: string, retryAfter?: number): FetchFailure {
  return { kind: 'failed', code, reason, ...(retryAfter === undefined ? {} : { retryAfter }) };
}

/** A failure on its way out of a stream or a socket. */
export class Failed extends Error {
  readonly failure: FetchFailure;

  constructor(failure: FetchFailure) {
    super(failure.reason);
    this.name = 'Failed';
    this.failure = failure;
  }
}

export const aborted = failed('aborted', 'it was given up before the answer came');

export function notPublic(host: string): FetchFailure {
  return failed(
    'forbidden-address',
    `${host} is not on the public internet: nothing within a network of one's own is read`,
  );
}

export function tooLarge(most: number): FetchFailure {
  return failed('too-large', `it is larger than the ${Math.round(most / 1024)} KB that are read of one document`);
}
