import { describe, expect, test } from 'vitest';
import { read } from './documents.ts';

function page(inner: string, body = '<p>Hello</p>'): string {
  return `<!doctype html><html><head><title>Harbour &amp; Courier</title>${inner}</head><body>${body}</body></html>`;
}

function feedsOf(inner: string, body?: string, url = 'https://courier.example/news/'): readonly string[] {
  const reading = read(page(inner, body), { url });
  if (reading.kind !== 'page') throw new Error(JSON.stringify(reading));
  return reading.feeds.map((feed) => feed.url);
}

describe('a web page where a feed was looked for', () => {
  test('says what it is called and which feeds it names', () => {
    expect(
      read(
        page('<link rel="alternate" type="application/rss+xml" title="World &amp; more" href="../rss?a=1&amp;b=2">'),
      ),
    ).toEqual({
      kind: 'page',
      title: 'Harbour & Courier',
      feeds: [{ url: 'https://courier.example/rss?a=1&b=2', title: 'World & more' }],
    });
  });

  test.each([
    'application/rss+xml',
    'application/atom+xml',
    'application/rdf+xml',
    'application/feed+json',
    'application/json+feed',
    'text/rss+xml',
    'Application/RSS+XML; charset=utf-8',
  ])('a feed of type %s', (type) => {
    expect(feedsOf(`<link href=/f rel="alternate" type="${type}">`)).toEqual(['https://courier.example/f']);
  });

  test('types that other documents have too name a feed only where the address does', () => {
    expect(
      feedsOf(
        '<link rel="alternate" type="application/json" href="/wp-json/posts/1"><link rel="alternate" type="application/json" href="/feed.json">',
      ),
    ).toEqual(['https://courier.example/feed.json']);
  });

  test('comments come behind articles, links behind what is declared', () => {
    const declared =
      '<link rel="alternate" type="application/rss+xml" title="Courier &raquo; Comments Feed" href="/comments/feed/"><link rel="alternate" type="application/rss+xml" title="Courier &raquo; Feed" href="/feed/">';
    expect(feedsOf(declared, '<a href="/rss/africa">Africa</a><a href="/about">About</a>')).toEqual([
      'https://courier.example/feed/',
      'https://courier.example/rss/africa',
      'https://courier.example/comments/feed/',
    ]);
  });

  test('links that lead to a feed by their address', () => {
    const body = [
      '<a href="https://feeds.courier.example/world">World</a>',
      '<a href="asia.rss">Asia</a>',
      '<a href="/services/xml/europe.xml?feed=1">no</a>',
      '<a href="https://social.example/share?u=https://courier.example/feed">share</a>',
      '<a href="/feedback">Feedback</a>',
      '<a href="javascript:rss()">no</a>',
    ].join('');
    expect(feedsOf('', body)).toEqual(['https://feeds.courier.example/world', 'https://courier.example/news/asia.rss']);
  });

  test('base moves relative addresses; the page itself is no feed; each is named once', () => {
    const inner =
      '<base href="https://cdn.example/x/"><link rel=alternate type=application/rss+xml href=a><link rel=alternate type=application/rss+xml href=a><link rel=alternate type=application/rss+xml href=https://courier.example/news/>';
    expect(feedsOf(inner)).toEqual(['https://cdn.example/x/a']);
  });

  test('what stands in scripts and comments is not named', () => {
    expect(
      feedsOf(
        '<script>"<link rel=alternate type=application/rss+xml href=/a>"</script><!-- <link rel=alternate type=application/rss+xml href=/b> -->',
      ),
    ).toEqual([]);
  });

  test('a login page is called one', () => {
    expect(read(page('', '<form><input name="p" type="password"></form>'))).toEqual({
      kind: 'rejected',
      reason: 'the address leads to a login page ("Harbour & Courier"), not to a feed',
    });
  });

  test('a page that names a feed may have a field for a password', () => {
    expect(feedsOf('<link rel=alternate type=application/rss+xml href=/f>', '<input type=password>')).toEqual([
      'https://courier.example/f',
    ]);
  });

  test('XHTML and pages without a head are pages', () => {
    expect(
      read('<?xml version="1.0"?><!DOCTYPE html PUBLIC "a" "b"><html xmlns="x"><head><title>T</title></head></html>'),
    ).toMatchObject({ kind: 'page', title: 'T' });
    expect(read('<div>Loading</div>', { type: 'text/html' })).toEqual({ kind: 'page', feeds: [] });
  });

  test('thirty are enough', () => {
    const links = Array.from({ length: 500 }, (_, at) => `<a href="/rss/${at}">x</a>`).join('');
    expect(feedsOf('', links)).toHaveLength(30);
  });
});
