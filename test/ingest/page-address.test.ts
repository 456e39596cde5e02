import { expect, test } from 'vitest';
import { draftOf } from '../../src/ingest/draft.ts';
import { canonicalAddress } from '../../src/ingest/page-address.ts';

test.for([
  ['https://post.example/2031/talks', 'https://post.example/2031/talks?utm_source=rss'],
  ['https://post.example/2031/talks', 'https://post.example/2031/talks/amp'],
  ['https://post.example/talks', 'https://post.example/talks/amp/'],
  ['https://post.example/talks', 'https://post.example/talks/page/2'],
  ['https://www.post.example/talks', 'https://m.post.example/talks'],
  ['https://post.example/story/1234', 'https://post.example/story/1234/some-words-of-the-title'],
  ['https://post.example/?p=12', 'https://post.example/?p=12&utm_source=rss'],
  ['https://post.example/index.php?id=12', 'https://post.example/index.php?id=12&sid=4'],
  ['https://culture.post.example/talks', 'https://post.example/culture/talks'],
] as const)('the address %s of a page is believed that was found at %s', ([stated, found]) => {
  expect(canonicalAddress([stated], found)).toBe(stated);
});

test.for([
  ['https://post.example/', 'https://post.example/2031/talks'],
  ['https://post.example/', 'https://post.example/?p=12'],
  ['https://post.example/en/', 'https://post.example/en/2031/talks'],
  ['https://post.example/en-GB', 'https://post.example/2031/talks'],
  ['https://post.example/index.html', 'https://post.example/2031/talks.html'],
  ['https://post.example/index.php', 'https://post.example/index.php?id=12'],
  ['https://post.example/home', 'https://post.example/2031/talks'],
  ['https://post.example/news/', 'https://post.example/news/talks'],
  ['https://post.example/story/', 'https://post.example/story/1002'],
] as const)('%s is the front of a site or a section, not the article at %s', ([stated, found]) => {
  expect(canonicalAddress([stated], found)).toBeUndefined();
});

test.for([
  ['https://other.example/talks', 'https://post.example/talks'],
  ['https://post.platform.example/talks', 'https://forger.platform.example/talks'],
  ['https://post.platform.example/talks', 'https://web.platform.example/talks'],
  ['https://mofa.gov.pk/talks', 'https://ispr.gov.pk/talks'],
  ['https://post.example.forger.test/talks', 'https://post.example/talks'],
  ['http://127.0.0.1:81/talks', 'http://127.0.0.1:82/talks'],
  ['https://name@post.example/talks', 'https://post.example/talks'],
  ['javascript:alert(1)', 'https://post.example/talks'],
] as const)(
  'an article of somebody else is not replaced by a page that calls itself so: %s at %s',
  ([stated, found]) => {
    expect(canonicalAddress([stated], found)).toBeUndefined();
  },
);

test('an address too long to keep is left out whole, not cut to one that many articles share', () => {
  const url = `https://post.example/?key=${'k'.repeat(2000)}`;
  const made = draftOf({ title: 'Talks', text: 'Norway offered Sweden talks.', url });
  expect('draft' in made && made.draft.url).toBeUndefined();
});
