import { execFile } from 'node:child_process';
import { promisify } from 'node:util';
import { afterEach, describe, expect, test, vi } from 'vitest';
import { ThreadDocumentReader } from '../../src/feeds/thread-document-reader.ts';
import { documentOf, fixture, rss } from './documents.ts';

// a thread takes seconds to start where others use the processor
vi.setConfig({ testTimeout: 60_000 });

const readers: ThreadDocumentReader[] = [];
const run = promisify(execFile);

function reader(options?: ConstructorParameters<typeof ThreadDocumentReader>[0]): ThreadDocumentReader {
  const made = new ThreadDocumentReader(options);
  readers.push(made);
  return made;
}

afterEach(async () => {
  await Promise.all(readers.splice(0).map((made) => made.close()));
});

/** Takes a second or more: a million and a half tags in the teasers of five hundred items. */
const slow = documentOf(
  rss(...Array.from({ length: 500 }, () => `<description><![CDATA[${'<p>'.repeat(3300)}]]></description>`)),
);
const words = 'Envoys of both sides met at the river on Tuesday and said that the truce holds for now. ';
const article = `<html><head><title>Talks at the river</title><link rel="canonical" href="https://courier.example/1"></head><body><article><h1>Talks at the river</h1>${`<p>${words.repeat(4)}</p>`.repeat(5)}</article></body></html>`;

describe('documents read in a thread', () => {
  test('feeds and pages come back as they are read at home', async () => {
    const feed = await reader().feed(documentOf(fixture('rss-vesna.xml')));
    expect(feed).toMatchObject({ kind: 'feed', title: 'Harbour Courier & Co', total: 2 });
    const page = await readers[0]?.page(documentOf(article, { url: 'https://courier.example/1?utm_source=rss' }));
    expect(page).toMatchObject({
      kind: 'article',
      draft: { title: 'Talks at the river', url: 'https://courier.example/1' },
    });
  });

  test('the bytes stay with whoever asked', async () => {
    const document = documentOf(fixture('rss-vesna.xml'));
    const before = document.body.length;
    await reader().feed(document);
    expect(document.body.length).toBe(before);
  });

  test('one that takes too long is rejected alone, and those that wait go on', async () => {
    const one = reader({ deadline: 250 });
    const asked = [
      one.feed(slow),
      ...Array.from({ length: 5 }, (_, at) => one.feed(documentOf(rss(`<title>${at}</title>`)))),
    ];
    const [held, ...others] = await Promise.all(asked);
    expect(held).toEqual({
      kind: 'rejected',
      reason: 'the document takes too long to be read: it is damaged or built to hold its readers up',
    });
    expect(others.map((reading) => reading.kind === 'feed' && reading.items[0]?.title)).toEqual([
      '0',
      '1',
      '2',
      '3',
      '4',
    ]);
  });

  test('two in a row that take too long do not stop the third', async () => {
    const one = reader({ deadline: 250 });
    const readings = await Promise.all([one.feed(slow), one.feed(slow), one.feed(documentOf(rss('<title>A</title>')))]);
    expect(readings.map(({ kind }) => kind)).toEqual(['rejected', 'rejected', 'feed']);
  });

  test('one that needs too much memory is rejected alone, and those that wait go on', async () => {
    const one = reader({ memory: 40, deadline: 50_000 });
    const large = documentOf(
      `{"version":"https://jsonfeed.org/version/1.1","title":"x","items":[${'{"a":{}},'.repeat(500_000)}{}]}`,
    );
    const [first, second] = await Promise.all([one.feed(large), one.feed(documentOf(rss('<title>A</title>')))]);
    expect(first).toEqual({
      kind: 'rejected',
      reason: 'the document needs more memory to be read than any article or feed does',
    });
    expect(second).toMatchObject({ kind: 'feed', total: 1 });
  });

  test('several threads read at once', async () => {
    const three = reader({ threads: 3 });
    const readings = await Promise.all(
      Array.from({ length: 9 }, () => three.feed(documentOf(fixture('atom-samir.xml')))),
    );
    expect(readings.every(({ kind }) => kind === 'feed')).toBe(true);
  });

  test('a thread that ended for want of work is followed by another', async () => {
    const one = reader({ idle: 1 });
    const first = await one.feed(documentOf(rss('<title>A</title>')));
    await new Promise((resolve) => setTimeout(resolve, 100));
    const second = await one.feed(documentOf(rss('<title>A</title>')));
    expect(second).toEqual(first);
  });

  test('a closed reader rejects what waits, what is read and what comes', async () => {
    const one = reader();
    const asked = Promise.all([one.feed(slow), one.feed(documentOf(rss()))]);
    await one.close();
    const late = await one.feed(documentOf(rss()));
    for (const reading of [...(await asked), late])
      expect(reading).toEqual({ kind: 'rejected', reason: 'the reader of documents is closed' });
  });

  test('a process that forgets to close its reader ends nevertheless', async () => {
    const source = new URL('../../src/feeds/thread-document-reader.ts', import.meta.url).href;
    const script = `
      const { ThreadDocumentReader } = await import('${source}');
      const body = new TextEncoder().encode('<rss version="2.0"><channel><title>Courier</title></channel></rss>');
      const reading = await new ThreadDocumentReader({ idle: 600_000 }).feed({ body, url: 'https://courier.example/', now: 0 });
      console.log(reading.kind, reading.title);`;
    const { stdout } = await run(
      process.execPath,
      ['--disable-warning=ExperimentalWarning', '--input-type=module', '-e', script],
      { timeout: 60_000 },
    );
    expect(stdout.trim()).toBe('feed Courier');
  }, 70_000);
});
