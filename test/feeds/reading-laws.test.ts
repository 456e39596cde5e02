import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { FeedReading } from '../../src/domain/reading.ts';
import { fixture, read } from './documents.ts';

const originals = ['rss-vesna.xml', 'atom-samir.xml', 'rdf-aoba.xml', 'feed-lagos.json'].map((name) =>
  new TextDecoder().decode(fixture(name)),
);
const scraps = fc.constantFrom(
  '<',
  '>',
  '&',
  '"',
  "'",
  '</item>',
  '<item>',
  '<entry>',
  ']]>',
  '<![CDATA[',
  '<!--',
  '\uFEFF',
  '\0',
  '&amp;lt;',
  '<title>',
  '</',
  '<!DOCTYPE x [',
  '{',
  '\uD800',
);
const run = { numRuns: 400, seed: 9 };

/** A feed that lost a stretch, or had one put elsewhere, or something odd put in, several times over. */
const damaged = fc
  .tuple(
    fc.constantFrom(...originals),
    fc.array(
      fc.record({
        at: fc.nat(),
        length: fc.nat(300),
        put: fc.oneof(fc.constant(''), scraps, fc.string({ unit: 'binary' })),
        to: fc.nat(),
      }),
      { maxLength: 6 },
    ),
  )
  .map(([text, changes]) =>
    changes.reduce((whole, { at, length, put, to }) => {
      const from = at % (whole.length + 1);
      const rest = whole.slice(0, from) + put + whole.slice(from + length);
      const place = to % (rest.length + 1);
      return to % 3 === 0 ? rest.slice(0, place) + whole.slice(from, from + length) + rest.slice(place) : rest;
    }, text),
  );

function holds(reading: FeedReading): void {
  if (reading.kind === 'rejected') {
    expect(reading.reason).toMatch(/^\S[^\n]*[^.\s]$/u);
    return;
  }
  if (reading.kind === 'page') return;
  expect(reading.items.length).toBeLessThanOrEqual(500);
  expect(reading.total).toBeGreaterThanOrEqual(reading.items.length);
  expect(new Set(reading.items.map(({ key }) => key)).size).toBe(reading.items.length);
  for (const { key, link, title, publishedAt, publishedOn } of reading.items) {
    expect(key).not.toBe('');
    if (title !== undefined) expect(title).not.toMatch(/<\/?[a-z][^<>]*>|\n|\uFEFF/iu);
    if (link !== undefined) expect(new URL(link).protocol).toMatch(/^https?:$/u);
    if (publishedAt !== undefined) expect(new Date(publishedAt).getUTCFullYear()).toBeGreaterThanOrEqual(1990);
    if (publishedOn !== undefined) expect(publishedOn).toMatch(/^\d{4}-\d{2}-\d{2}$/u);
  }
}

describe('whatever a document holds', () => {
  test('a damaged feed is read within the limits or rejected with a reason', () => {
    fc.assert(
      fc.property(damaged, (text) => holds(read(text))),
      run,
    );
  });

  test('a feed that breaks off anywhere gives the items before, unchanged', () => {
    const whole = read(originals[0] ?? '');
    const text = originals[0] ?? '';
    fc.assert(
      fc.property(fc.nat(text.length), (end) => {
        const cut = read(text.slice(0, end));
        holds(cut);
        if (cut.kind === 'feed' && whole.kind === 'feed')
          expect(whole.items.slice(0, cut.items.length)).toEqual(cut.items);
      }),
      run,
    );
  });

  test('bytes without sense are rejected with a reason, or read', () => {
    fc.assert(
      fc.property(fc.uint8Array({ maxLength: 200 }), (bytes) => holds(read(bytes))),
      run,
    );
  });

  test('a title of any signs comes out as one line without markup', () => {
    const signs = fc.array(
      fc.oneof(scraps, fc.string(), fc.constantFrom('<b>', '&lt;b&gt;', '&amp;lt;i&amp;gt;', '<script>', '&#60;')),
      { maxLength: 12 },
    );
    fc.assert(
      fc.property(signs, fc.boolean(), (parts, cdata) => {
        const title = cdata ? `<![CDATA[${parts.join('').replaceAll(']]>', '')}]]>` : parts.join('');
        holds(
          read(
            `<rss version="2.0"><channel><title>x</title><item><guid>1</guid><title>${title}</title></item></channel></rss>`,
          ),
        );
      }),
      run,
    );
  });

  test('titles of a JSON Feed too', () => {
    fc.assert(
      fc.property(
        fc.array(fc.record({ id: fc.string(), title: fc.string({ unit: 'binary' }), url: fc.string() })),
        (items) => holds(read(JSON.stringify({ version: 'https://jsonfeed.org/version/1.1', title: 'x', items }))),
      ),
      run,
    );
  });
});
