import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { FeedReading, RawDocument, ReadFeed } from '../../src/domain/reading.ts';
import { readFeed } from '../../src/feeds/read-feed.ts';

export const now = Date.UTC(2026, 10, 29, 12);

export function documentOf(body: string | Uint8Array, rest: Partial<RawDocument> = {}): RawDocument {
  const bytes = typeof body === 'string' ? new TextEncoder().encode(body) : body;
  return { body: bytes, url: 'https://courier.example/feeds/world', now, ...rest };
}

export function fixture(name: string): Uint8Array {
  return readFileSync(join(import.meta.dirname, 'fixtures', name));
}

export function read(body: string | Uint8Array, rest: Partial<RawDocument> = {}): FeedReading {
  return readFeed(documentOf(body, rest));
}

/** @throws where it is no feed */
export function feedOf(body: string | Uint8Array, rest: Partial<RawDocument> = {}): ReadFeed {
  const reading = read(body, rest);
  if (reading.kind !== 'feed') throw new Error(`read as ${JSON.stringify(reading)}`);
  return reading;
}

/** @throws where it is read */
export function reasonOf(body: string | Uint8Array, rest: Partial<RawDocument> = {}): string {
  const reading = read(body, rest);
  if (reading.kind !== 'rejected') throw new Error(`read as ${JSON.stringify(reading)}`);
  return reading.reason;
}

/** RSS with these items, given as what stands in `<item>`. */
export function rss(...items: readonly string[]): string {
  const inner = items.map((item) => `<item>${item}</item>`).join('\n');
  return `<?xml version="1.0"?><rss version="2.0"><channel><title>Harbour Courier</title><link>https://courier.example/</link>${inner}</channel></rss>`;
}
