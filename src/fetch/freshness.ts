import type { Reply } from './exchange.ts';
import { httpDate } from './http-date.ts';

type Headers = Reply['headers'];

/** Bytes of what a server names its answer by: it is stored, and sent back each time. */
const MOST_VALIDATOR = 512;
const printable = /^[\x20-\x7e]+$/;

/** What a server names its answer by, where it can be sent back as it is. */
export function validatorsOf(headers: Headers): { readonly etag?: string; readonly lastModified?: string } {
  const etag = sendable(headers.get('etag'));
  const lastModified = sendable(headers.get('last-modified'));
  return { ...(etag === undefined ? {} : { etag }), ...(lastModified === undefined ? {} : { lastModified }) };
}

/** A header's value that can be sent; undefined where it cannot. */
export function sendable(value: string | undefined): string | undefined {
  const text = value?.trim() ?? '';
  return text.length <= MOST_VALIDATOR && printable.test(text) ? text : undefined;
}

/**
 * Seconds that an answer stays as it is, from now on. https://www.rfc-editor.org/rfc/rfc9111#section-4.2.1
 * @param now epoch milliseconds, for servers that say a date and not their own
 */
export function maxAgeOf(headers: Headers, now: number): number | undefined {
  const directives = (headers.get('cache-control') ?? '').toLowerCase().split(',');
  const has = (name: string) => directives.some((directive) => directive.split('=', 1)[0]?.trim() === name);
  if (has('no-store') || has('no-cache')) return 0;
  const stated = directives.map((one) => /^\s*max-age\s*=\s*"?(\d{1,10})"?\s*$/.exec(one)?.[1]).find((one) => one);
  if (stated === undefined) return untilExpiry(headers, now);
  return Math.max(0, Number(stated) - seconds(headers.get('age')));
}

function untilExpiry(headers: Headers, now: number): number | undefined {
  const expires = httpDate(headers.get('expires') ?? '');
  if (expires === undefined) return undefined;
  const date = httpDate(headers.get('date') ?? '') ?? now;
  return Math.max(0, Math.floor((expires - date) / 1000) - seconds(headers.get('age')));
}

function seconds(text = ''): number {
  return /^\d{1,10}$/.test(text) ? Number(text) : 0;
}

/** A server that names a later day is asked after so many milliseconds all the same. */
const LONGEST_RETRY = 30 * 24 * 3_600_000;

/**
 * Milliseconds after which a server wants to be asked again. https://www.rfc-editor.org/rfc/rfc9110#field.retry-after
 * @param now epoch milliseconds
 */
export function retryAfterOf(headers: Headers, now: number): number | undefined {
  const text = headers.get('retry-after')?.trim() ?? '';
  const wait = /^\d{1,10}$/.test(text) ? Number(text) * 1000 : (httpDate(text) ?? Number.NaN) - now;
  return Number.isNaN(wait) ? undefined : Math.min(Math.max(0, wait), LONGEST_RETRY);
}
