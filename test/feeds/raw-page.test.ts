import { describe, expect, test } from 'vitest';
import { readRawPage } from '../../src/feeds/raw-page.ts';
import { documentOf, rss } from './documents.ts';

const words = 'Envoys of both sides met at the river on Tuesday and said that the truce holds for now. ';
const url = 'https://www.courier.example/2024/03/05/talks?utm_source=rss';
const story = `<article><h1>Gespräche am Fluss</h1>${`<p>${words.repeat(4)}</p>`.repeat(5)}</article>`;

function page(head = ''): string {
  return `<html><head><title>Gespräche am Fluss</title>${head}</head><body>${story}</body></html>`;
}

async function addressOf(canonical: string): Promise<string | undefined> {
  const reading = await readRawPage(documentOf(page(`<link rel="canonical" href="${canonical}">`), { url }));
  return reading.kind === 'article' ? reading.draft.url : undefined;
}

describe('the page behind an item', () => {
  test('is an article with title, text and address, and without a path', async () => {
    const reading = await readRawPage(documentOf(page(), { url }));
    expect(reading).toMatchObject({
      kind: 'article',
      draft: { title: 'Gespräche am Fluss', url: 'https://www.courier.example/2024/03/05/talks' },
    });
    expect(reading.kind === 'article' && reading.draft.text).toContain(words.trim());
    expect(reading.kind === 'article' && reading.draft.path).toBeUndefined();
  });

  test.each([
    ['https://www.courier.example/talks', 'https://www.courier.example/talks'],
    ['https://amp.courier.example/talks?id=1&fbclid=x', 'https://amp.courier.example/talks?id=1'],
    ['https://www.courier.example/', 'https://www.courier.example/2024/03/05/talks'],
    ['https://evil.test/talks', 'https://www.courier.example/2024/03/05/talks'],
    ['javascript:alert(1)', 'https://www.courier.example/2024/03/05/talks'],
  ])('whose canonical address is %s', async (canonical, expected) => {
    expect(await addressOf(canonical)).toBe(expected);
  });

  test('is read in the encoding that its header names', async () => {
    const body = Buffer.from(page(), 'latin1');
    const reading = await readRawPage(documentOf(body, { url, type: 'text/html; charset=iso-8859-1' }));
    expect(reading).toMatchObject({ draft: { title: 'Gespräche am Fluss' } });
  });

  test('may be plain text', async () => {
    const reading = await readRawPage(
      documentOf(`Talks at the river\n\n${words.repeat(6)}`, { url, type: 'text/plain' }),
    );
    expect(reading).toMatchObject({ kind: 'article', draft: { title: 'Talks at the river' } });
  });

  test.each([
    ['a feed', rss('<title>A</title>'), 'the document is a feed, not an article'],
    ['JSON', '{"a":1}', 'the document is data (JSON), not an article'],
    ['a PDF', '%PDF-1.7', 'the document is a PDF file'],
    ['nothing', '', 'the document is empty'],
    [
      'data nested without end',
      `<html><script type="application/ld+json">${'['.repeat(100)}</script>${story}`,
      "the page's data (JSON-LD) are nested too deep to be read",
    ],
  ])('%s is none', async (_, body, reason) => {
    expect(await readRawPage(documentOf(body))).toEqual({ kind: 'rejected', reason });
  });
});
