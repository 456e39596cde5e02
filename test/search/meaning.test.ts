import { describe, expect, it } from 'vitest';
import { ask } from '../../src/answer/ask.ts';
import type { SentenceEncoder } from '../../src/domain/encoder.ts';
import { embedMissing } from '../../src/embedding.ts';
import { DetenteError } from '../../src/errors.ts';
import { searchPassages } from '../../src/search/passages.ts';
import { addTo, archiveOf } from '../archive-of.ts';
import { ConceptEncoder } from './concept-encoder.ts';

const reports = [
  { id: 'old', text: 'Envoys spoke about the harbour. The harbour envoys spoke at length.', publishedAt: '2031-03-01' },
  {
    id: 'new',
    text: 'Norway will arbitrate between the islands. Fishermen spoke of the weather.',
    publishedAt: '2031-05-01',
  },
];
const model = 'concepts/q4';

describe('a search with an encoder', () => {
  it('puts the passage that means the same before one that shares more words', async () => {
    const archive = await archiveOf([
      { id: 'same', text: 'Norway will arbitrate.' },
      { id: 'words', text: 'Norway and the envoys spoke.' },
    ]);
    const query = 'Norway envoys mediate';
    expect((await searchPassages(archive, query, { limit: 2 }))[0]?.articleId).toBe('words');
    expect((await searchPassages(archive, query, { limit: 2, encoder: new ConceptEncoder() }))[0]?.articleId).toBe(
      'same',
    );
  });

  it('makes the vectors of its candidates once: a second run encodes the query alone and gives the same', async () => {
    const archive = await archiveOf(reports);
    const encoder = new ConceptEncoder();
    const first = await searchPassages(archive, 'harbour envoys', { limit: 5, encoder });
    const encoded = encoder.texts.length;
    expect(encoded).toBeGreaterThan(1);
    expect(await searchPassages(archive, 'harbour envoys', { limit: 5, encoder })).toEqual(first);
    expect(encoder.texts).toHaveLength(encoded + 1);
  });

  it('is asked no less than without one: all hits quote their article', async () => {
    const archive = await archiveOf(reports);
    const hits = await searchPassages(archive, 'spoke islands', { limit: 9, encoder: new ConceptEncoder() });
    expect(hits.length).toBeGreaterThan(2);
    for (const { articleId, start, end, quote } of hits)
      expect((await archive.articles.get(articleId))?.text.slice(start, end)).toBe(quote);
  });
});

describe('vectors made in the background', () => {
  it('begin with the newest article and leave none out', async () => {
    const archive = await archiveOf(reports);
    const encoder = new ConceptEncoder();
    expect(await embedMissing(archive, encoder)).toBe(4);
    expect(encoder.texts[0]).toContain('arbitrate');
    expect(await archive.vectors.tally(model)).toEqual({ stored: 4, passages: 4 });
    expect(await embedMissing(archive, encoder)).toBe(0);
  });

  it('are made of what came in since a mark, where that is asked for', async () => {
    const archive = await archiveOf(reports);
    const mark = await archive.articles.mark();
    await addTo(archive, [
      { id: 'newer', text: 'Norway will arbitrate again. Envoys spoke.', publishedAt: '2031-06-01' },
    ]);
    expect(await embedMissing(archive, new ConceptEncoder(), { since: mark })).toBe(2);
    expect(await archive.vectors.tally(model)).toEqual({ stored: 2, passages: 6 });
  });

  it('stop when told to, and the next run goes on', async () => {
    const archive = await archiveOf(reports);
    const ending = new AbortController();
    const seen: number[] = [];
    const onProgress = (made: number) => {
      seen.push(made);
      if (made === 2) ending.abort();
    };
    expect(await embedMissing(archive, new ConceptEncoder(), { signal: ending.signal, onProgress })).toBe(2);
    expect(seen).toEqual([1, 2]);
    expect(await embedMissing(archive, new ConceptEncoder())).toBe(2);
  });
});

describe('an answer', () => {
  const offer = [{ id: 'offer', text: 'Norway offered to mediate between Kenya and Somalia on Tuesday.' }];
  const question = 'Who offered to mediate?';

  it('says which tier it comes from', async () => {
    const archive = await archiveOf(offer);
    expect((await ask(archive, question, { today: '2031-05-02' })).tier).toBe('lexical');
    expect((await ask(archive, question, { today: '2031-05-02', encoder: new ConceptEncoder() })).tier).toBe('vectors');
  });

  it('comes by words where the encoder breaks down, and says so', async () => {
    const archive = await archiveOf(offer);
    const broken: SentenceEncoder = {
      model: 'broken',
      encode: () => Promise.reject(new DetenteError('encoder-unusable', 'gone')),
      close: () => Promise.resolve(),
    };
    const report = await ask(archive, 'Who painted the boats of Norway?', { today: '2031-05-02', encoder: broken });
    expect(report).toMatchObject({
      tier: 'lexical',
      answer: { kind: 'unanswered', nearest: [{ articleId: 'offer' }] },
    });
  });
});
