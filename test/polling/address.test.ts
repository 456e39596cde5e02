import fc from 'fast-check';
import { expect, test } from 'vitest';
import { shownAddress, typedAddresses } from '../../src/polling/address.ts';

test.for([
  ['https://example.org/feed', ['https://example.org/feed']],
  [' <https://example.org/feed> ', ['https://example.org/feed']],
  ['<https://example.org/feed|example.org>', ['https://example.org/feed']],
  ['"https://example.org/feed"', ['https://example.org/feed']],
  ['HTTPS://Example.ORG', ['https://example.org/']],
  ['feed://example.org/rss', ['https://example.org/rss', 'http://example.org/rss']],
  ['feed:https://example.org/rss', ['https://example.org/rss']],
  ['feed://https://example.org/rss', ['https://example.org/rss']],
  ['example.org/feed', ['https://example.org/feed', 'http://example.org/feed']],
  ['example.org:8080/feed', ['https://example.org:8080/feed', 'http://example.org:8080/feed']],
  ['//example.org/feed', ['https://example.org/feed', 'http://example.org/feed']],
  ['münchen.example/feed', ['https://xn--mnchen-3ya.example/feed', 'http://xn--mnchen-3ya.example/feed']],
  ['https://example.org/feed#top', ['https://example.org/feed']],
  ['http://127.0.0.1:80/feed', ['http://127.0.0.1/feed']],
] as const)('%s may mean %o', ([typed, addresses]) => {
  expect(typedAddresses(typed)).toEqual(addresses);
});

test.for([
  '',
  '   ',
  'news',
  'the news of today',
  'https://',
  'ftp://example.org/feed',
  'file:///etc/passwd',
  'javascript:alert(1)',
  'mailto:desk@example.org',
  'https://exa mple.org/feed',
])('%o is no address of the web', (typed) => {
  expect(typedAddresses(typed)).toEqual([]);
});

test('whatever is typed, only addresses of the web come of it, and each means itself', () => {
  fc.assert(
    fc.property(fc.oneof(fc.string({ unit: 'binary-ascii' }), fc.webUrl({ size: 'xsmall' })), (typed) => {
      for (const address of typedAddresses(typed)) {
        expect(address).toMatch(/^https?:\/\/[^/]/);
        expect(typedAddresses(address)[0]).toBe(address);
      }
    }),
  );
});

test('what a log shows of an address holds no name, password, or what stands behind a question mark', () => {
  expect(shownAddress('https://user:word@example.org/a?key=1#b')).toBe('example.org/a');
  expect(shownAddress('no address')).toBe('');
});
