import fc from 'fast-check';
import { expect, test } from 'vitest';
import { addressIn, unwrapped } from '../../src/desk/typed-address.ts';

const FEED = 'https://www.example.org/feed.xml?a=1&b=2';

test.for([
  FEED,
  `<${FEED}>`,
  `<${FEED}|example.org/feed>`,
  `[our feed](${FEED})`,
  `[our feed](<${FEED}>)`,
  `“${FEED}”`,
  `‘${FEED}’`,
  `"<${FEED}>"`,
  `\`${FEED}\``,
  ` ${FEED}. `,
  `feed:${FEED}`,
  'HTTPS://WWW.EXAMPLE.ORG/feed.xml?a=1&b=2',
])('the address is found in %s', (typed) => {
  expect(addressIn(typed)).toBe(FEED);
});

test.for(['www.example.org/feed?a=1', 'example.org', 'bücher.example/feed'])(
  '%s may be of http or https, and stays as it is typed',
  (typed) => {
    expect(addressIn(`<${typed}>`)).toBe(typed);
    expect(addressIn(`//${typed}`)).toBe(typed);
    expect(addressIn(`feed://${typed}`)).toBe(typed);
  },
);

test.for([
  'http://example.org/rss',
  'https://example.org/a_(b)/feed',
  'https://[2001:db8::1]/feed',
  'https://example.org/feed/%D8%A7',
])('%s stays as it is', (address) => {
  expect(addressIn(address)).toBe(address);
});

test.for([
  '',
  'the lake wire',
  'javascript:alert(1)',
  'file:///etc/passwd',
  'ftp://example.org/feed',
  'mailto:a@example.org',
  `https://example.org/${'a'.repeat(2_100)}`,
  'https://example.org/feed and more',
])('%j is no address', (typed) => {
  const address = addressIn(typed);
  expect(address === undefined || !address.includes(' and')).toBe(true);
  if (!typed.includes(' and ')) expect(address).toBeUndefined();
});

test('whatever is typed, what comes out is an address of the web or nothing', () => {
  fc.assert(
    fc.property(
      fc.oneof(fc.string({ unit: 'binary' }), fc.domain(), fc.webUrl({ withQueryParameters: true })),
      (typed) => {
        const address = addressIn(typed);
        if (address !== undefined) {
          expect(address).toMatch(/^\S+$/);
          const isWhole = /^https?:/.test(address);
          expect(URL.parse(isWhole ? address : `https://${address}`)?.protocol).toMatch(/^https?:$/);
          if (isWhole) expect(URL.parse(address)?.href).toBe(address);
        }
        expect(unwrapped(unwrapped(typed))).toBe(unwrapped(typed));
      },
    ),
    { seed: 9, numRuns: 500 },
  );
});
