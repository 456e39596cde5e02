import { describe, expect, test } from 'vitest';
import { readArticle } from '../../src/events/extract.ts';
import { actsIn, mentionsIn } from './acts.ts';
import { eventsIn } from './stories.ts';

const PARAGRAPH =
  'Thailand shelled Cambodian positions on Thursday, the army said. Cambodia recalled its ambassador from Bangkok. Malaysia offered to mediate between Thailand and Cambodia.\n';

describe('input that is no ordinary article', () => {
  test('an empty text has neither sentences nor acts', () => {
    expect(readArticle({ id: 'a', text: '', bodyStart: 0, language: 'en' })).toEqual({ sentences: [], mentions: [] });
  });

  test('one endless sentence is read without fault', () => {
    const text = `Thailand shelled Cambodia ${'and the border and the hills '.repeat(3000)}`;
    expect(actsIn(text).length).toBeLessThan(5);
  });

  test('quotations without an owner have no owner', () => {
    for (const { speaker } of mentionsIn('"Thailand shelled Cambodia." "Cambodia shelled Thailand."'))
      expect(speaker).toBeUndefined();
  });

  test('nothing is read of another language', () => {
    const text = 'Thailand beschoss am Donnerstag Kambodscha. La Thaïlande a bombardé le Cambodge.';
    expect(readArticle({ id: 'a', text, bodyStart: 0, language: 'de' }).mentions).toEqual([]);
    expect(actsIn(text)).toEqual([]);
  });

  test('every citation is the text at its offsets', () => {
    const text = PARAGRAPH.repeat(3);
    for (const { span, at } of mentionsIn(text)) {
      expect(text.slice(span.start, span.end)).toBe(span.quote);
      expect(at).toBeGreaterThanOrEqual(span.start);
      expect(at).toBeLessThan(span.end);
    }
  });

  test('an act of a day to come is planned on the day that tells of it, and due on its own', async () => {
    const events = await eventsIn([
      { id: 'a', text: 'Thailand will withdraw its troops from Cambodia on 3 March 2031.', publishedAt: '2025-07-25' },
    ]);
    expect(events.map(({ status, date, due }) => [status, date.from, due?.from])).toEqual([
      ['planned', '2025-07-25', '2031-03-03'],
    ]);
  });

  test('headlines make no events', async () => {
    const text = 'Thailand strikes Cambodia\nThe weather was fine in Bangkok.';
    const { mentions } = readArticle({ id: 'a', text, bodyStart: 26, language: 'en' });
    expect(mentions.every((one) => one.headline)).toBe(true);
  });

  test('fifty thousand words take time in proportion', () => {
    const words = PARAGRAPH.split(/\s+/).length - 1;
    const timeOf = (count: number) => {
      const text = PARAGRAPH.repeat(Math.ceil(count / words));
      const begin = performance.now();
      readArticle({ id: 'a', text, bodyStart: 0, language: 'en' });
      return performance.now() - begin;
    };
    timeOf(5_000);
    const [small, large] = [timeOf(10_000), timeOf(50_000)];
    expect(large).toBeLessThan(small * 12);
  });
});
