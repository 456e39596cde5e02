import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { readOpml, writeOpml } from '../../src/feeds/opml.ts';

const opml = (inner: string) =>
  Buffer.from(`<?xml version="1.0"?><opml version="1.0"><head/><body>${inner}</body></opml>`);

describe('a list of feeds', () => {
  test('is read with its folders, however deep, each address once', () => {
    const { feeds, rejected } = readOpml(
      opml(
        '<outline text="World"><outline text="Asia"><outline type="rss" text="Minato" title="Minato News" xmlUrl="https://minato.example/rss?a=1&amp;b=2" htmlUrl="https://minato.example/"/></outline><outline XMLURL="https://liman.example/f"/></outline><outline text="again" xmlUrl="https://liman.example/f"/>',
      ),
    );
    expect(rejected).toBeUndefined();
    expect(feeds).toEqual([
      { url: 'https://minato.example/rss?a=1&b=2', title: 'Minato News', site: 'https://minato.example/' },
      { url: 'https://liman.example/f' },
    ]);
  });

  test('addresses in the way that old readers wrote them', () => {
    const { feeds } = readOpml(
      opml(
        '<outline xmlUrl="feed://a.example/f"/><outline xmlUrl="feed:https://b.example/f"/><outline type="rss" url="https://c.example/f"/>',
      ),
    );
    expect(feeds.map(({ url }) => url)).toEqual(['http://a.example/f', 'https://b.example/f', 'https://c.example/f']);
  });

  test('what is no web address is left out, with the reason', () => {
    expect(readOpml(opml('<outline xmlUrl="file:///etc/passwd"/><outline xmlUrl="https://a.example/f"/>'))).toEqual({
      feeds: [{ url: 'https://a.example/f' }],
      left: [{ address: 'file:///etc/passwd', reason: 'it is no web address: it must begin with http:// or https://' }],
    });
  });

  test('an address with a password is left out, and one with a fragment is that without', () => {
    const list =
      '<outline xmlUrl="https://me:pass@a.example/f"/><outline xmlUrl="https://a.example/f#top"/><outline xmlUrl="https://a.example/f"/>';
    expect(readOpml(opml(list))).toEqual({
      feeds: [{ url: 'https://a.example/f' }],
      left: [{ address: 'https://me:pass@a.example/f', reason: "it holds a user's name or password: give it without" }],
    });
  });

  test('2,000 are the most', () => {
    const { feeds, left } = readOpml(
      opml(Array.from({ length: 2100 }, (_, at) => `<outline xmlUrl="https://a.example/${at}"/>`).join('')),
    );
    expect([feeds.length, left.length]).toEqual([2000, 100]);
    expect(left[0]?.reason).toBe('a list may name 2000 feeds');
  });

  test.each([
    ['nothing', '', 'the file is no list of feeds (OPML)'],
    ['prose', 'These are no feeds.', 'the file is no list of feeds (OPML)'],
    ['a feed', '<rss version="2.0"><channel/></rss>', 'the file is no list of feeds (OPML)'],
    ['zeroes', '\0\0\0\0', 'the file is a binary file, no list of feeds (OPML)'],
    [
      'laughs',
      '<!DOCTYPE opml [<!ENTITY a "lol lol lol"><!ENTITY b "&a;&a;">]><opml><body/></opml>',
      /declares entities of its own/u,
    ],
    ['depth', `<opml><body>${'<outline text="x">'.repeat(200_000)}`, /nested more than 64 deep/u],
    ['size', `<opml><body>${' '.repeat(5 * 1024 * 1024)}`, 'the file is larger than 5 MiB'],
    ['number', `<opml><body>${'<outline/>'.repeat(60_000)}</body></opml>`, /too many elements/u],
  ])('%s is rejected', (_, text, reason) => {
    const reading = readOpml(Buffer.from(text));
    expect(reading.feeds).toEqual([]);
    expect(reading.rejected).toMatch(reason);
  });

  test('an empty list is a list', () => {
    expect(readOpml(Buffer.from(writeOpml([])))).toEqual({ feeds: [], left: [] });
  });

  test('what was written is read again as it was', () => {
    const title = fc
      .string({ minLength: 1, maxLength: 80 })
      .map((text) => text.replace(/[\p{Cc}\p{Z}\uFFFE\uFFFF]+/gu, ' ').trim());
    const site = fc
      .tuple(fc.nat(99), fc.string())
      .map(([at, path]) => new URL(`https://a${at}.example/${encodeURI(path.toWellFormed())}`).href);
    // a fragment is no part of a feed's address
    const url = site.map((address) => address.replace(/#.*$/u, ''));
    const feed = fc.record({ url, title: title.filter((text) => text !== ''), site }, { requiredKeys: ['url'] });
    fc.assert(
      fc.property(fc.uniqueArray(feed, { selector: ({ url }) => url, maxLength: 20 }), (feeds) => {
        expect(readOpml(Buffer.from(writeOpml(feeds)))).toEqual({ feeds, left: [] });
      }),
      { seed: 12, numRuns: 300 },
    );
  });

  test('whatever a file holds, nothing is thrown and only web addresses come out', () => {
    const scraps = fc.constantFrom(
      '<outline ',
      'xmlUrl="',
      '"/>',
      '<body>',
      '</opml>',
      'https://a.example/',
      '&',
      '<',
      '\0',
      ']]>',
      '<!--',
    );
    fc.assert(
      fc.property(fc.array(fc.oneof(scraps, fc.string()), { maxLength: 30 }), (parts) => {
        for (const { url } of readOpml(Buffer.from(`<opml>${parts.join('')}`)).feeds)
          expect(url).toMatch(/^https?:\/\//u);
      }),
      { seed: 3, numRuns: 500 },
    );
  });
});

describe('the list to start from', () => {
  const { feeds, left, rejected } = readOpml(readFileSync(join(import.meta.dirname, '../../samples/feeds.opml')));

  test('is read whole', () => {
    expect([left, rejected]).toEqual([[], undefined]);
    expect(feeds.length).toBeGreaterThanOrEqual(20);
    expect(new Set(feeds.map(({ title }) => title)).size).toBe(feeds.length);
  });

  test.each(feeds.map((feed) => [feed.title, feed] as const))(
    '%s is public, over https, with its page',
    (title, { url, site }) => {
      expect(title).toBeDefined();
      for (const address of [url, site]) {
        const { protocol, hostname, port, username } = new URL(address ?? '');
        expect([protocol, port, username]).toEqual(['https:', '', '']);
        expect(hostname).toMatch(/^(?:[a-z\d-]+\.)+[a-z]{2,}$/u);
        expect(hostname).not.toMatch(/\.(?:local|internal|test|example|localhost|lan)$/u);
      }
    },
  );
});
