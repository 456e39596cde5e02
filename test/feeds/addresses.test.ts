import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { likelyFeedAddresses, withoutTracking } from '../../src/feeds/addresses.ts';

describe('an address without what tells where a reader came from', () => {
  test.each([
    ['https://a.example/1?utm_source=rss&utm_medium=feed', 'https://a.example/1'],
    ['https://a.example/1?id=4&utm_campaign=x&page=2#comments', 'https://a.example/1?id=4&page=2'],
    ['https://a.example/1?at_medium=RSS&at_campaign=KARANGA', 'https://a.example/1'],
    ['https://a.example/1?maca=en-rss-en-world-4025-rdf', 'https://a.example/1'],
    ['https://a.example/1?traffic_source=rss', 'https://a.example/1'],
    ['https://a.example/1#xtor=RSS-3', 'https://a.example/1'],
    ['https://a.example/1?partner=rss&emc=rss', 'https://a.example/1'],
    ['https://a.example/1?ref=rss', 'https://a.example/1'],
    ['https://a.example/1?ref=12345', 'https://a.example/1?ref=12345'],
    ['https://a.example/1?source=reuters', 'https://a.example/1?source=reuters'],
    ['https://a.example/1?q=%D0%BC&x=a+b', 'https://a.example/1?q=%D0%BC&x=a+b'],
    ['https://a.example/#!/news/1', 'https://a.example/#!/news/1'],
    ['https://a.example/1?', 'https://a.example/1'],
    ['urn:liman:41', 'urn:liman:41'],
  ])('%s', (address, expected) => {
    expect(withoutTracking(address)).toBe(expected);
  });

  test('is the same the second time', () => {
    const part = fc.constantFrom('?', '&', '=', '#', 'utm_source', 'ref', 'rss', 'id', '%D0', '+', '/', '!', 'ü');
    fc.assert(
      fc.property(fc.array(part, { maxLength: 12 }), (parts) => {
        const once = withoutTracking(`https://a.example/1?${parts.join('')}`);
        expect(withoutTracking(once)).toBe(once);
      }),
      { seed: 4, numRuns: 1000 },
    );
  });
});

describe('where a site that names no feed may have one', () => {
  test('beside the page first, then at the root, each once', () => {
    const found = likelyFeedAddresses('https://courier.example/world?x=1');
    expect(found[0]).toBe('https://courier.example/world/feed');
    for (const path of ['/feed', '/rss', '/rss.xml', '/atom.xml', '/feed.json', '/index.xml'])
      expect(found).toContain(`https://courier.example${path}`);
    expect(new Set(found).size).toBe(found.length);
  });

  test('only on the web', () => {
    expect(likelyFeedAddresses('file:///etc/passwd')).toEqual([]);
    expect(likelyFeedAddresses('courier')).toEqual([]);
  });
});
