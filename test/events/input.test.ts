import { describe, expect, test } from 'vitest';
import { definition } from '../../briefs/de-escalation.ts';
import { composeBrief } from '../../src/brief/compose.ts';
import { readArticle } from '../../src/events/extract.ts';
import { archiveOf } from '../archive-of.ts';
import { actsIn, mentionsIn } from './acts.ts';
import { eventsIn } from './stories.ts';

const PARAGRAPH =
  'Thailand shelled Cambodian positions on Thursday, the army said. Cambodia recalled its ambassador from Bangkok. Malaysia offered to mediate between Thailand and Cambodia.\n';

describe('input that is no ordinary article', () => {
  test('one line is an article as any other', async () => {
    const events = await eventsIn([{ id: 'a', text: 'Thailand shelled Cambodia.', publishedAt: '2025-07-25' }]);
    expect(events.map(({ summary }) => summary)).toEqual(['By 25 July 2025 Thailand shelled Cambodia.']);
  });

  test('dates that contradict each other part the acts, and invent none', async () => {
    const text =
      'Thailand shelled Cambodia on 3 July 2025. Thailand shelled Cambodia on 24 July 2025, a Monday in May.';
    const events = await eventsIn([{ id: 'a', text, publishedAt: '2025-07-25' }]);
    expect(events.map(({ date }) => date.from)).toEqual(['2025-07-03', '2025-07-24']);
  });

  test('an article of a day to come is left to the editions of that day', async () => {
    const archive = await archiveOf([
      { id: 'a', text: 'Thailand shelled Cambodia on Thursday.', publishedAt: '2025-07-25' },
      { id: 'b', text: 'Cambodia expelled the Thai ambassador on Thursday.', publishedAt: '2099-01-02' },
    ]);
    const brief = await composeBrief(archive, definition, { date: '2025-07-25', zone: 'UTC' });
    expect(JSON.stringify(brief)).not.toContain('expelled');
    await archive.close();
  });

  test("nothing but quotations without an owner is nobody's claim", async () => {
    const events = await eventsIn([
      { id: 'a', text: '"We shelled them." "They fled." "Peace now!"', publishedAt: '2025-07-25' },
    ]);
    expect(events).toEqual([]);
  });

  test('two hundred thousand words go in and come out as a brief', { timeout: 120_000 }, async () => {
    const words = PARAGRAPH.split(/\s+/).length - 1;
    const text = PARAGRAPH.repeat(Math.ceil(200_000 / words));
    const archive = await archiveOf([{ id: 'a', text, publishedAt: '2025-07-25' }]);
    const brief = await composeBrief(archive, definition, { date: '2025-07-25', zone: 'UTC' });
    expect(brief.sections.flatMap(({ items }) => items.map((item) => item.text))).toContain(
      'On 24 July 2025 Thailand shelled Cambodia, Thailand said.',
    );
    await archive.close();
  });

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
