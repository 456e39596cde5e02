import { readFileSync } from 'node:fs';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { readRawText } from '../../src/ingest/raw-text.ts';

const now = Date.parse('2024-06-01T00:00:00Z');
const read = (text: string) => readRawText(text, now);
const fixture = read(readFileSync(new URL('../fixtures/ingest/harbour-courier.txt', import.meta.url), 'utf8'));

const FIRST =
  'Karvia and Ostmark agreed on Tuesday to reopen the crossing to lorries after nine days of closure and quarrel.';
const SECOND = 'The ministers signed the accord in a motorway hotel and left without a word to the waiting reporters.';

describe('a page of scraped text', () => {
  it('begins with its headline, and the story begins behind deck, byline and dateline', () => {
    expect(fixture.title).toBe('Karvia and Ostmark agree to reopen the Selin crossing');
    expect(fixture.text.startsWith(fixture.title)).toBe(true);
    expect(fixture.text).toContain('Lorries had queued for nine days');
    expect(fixture.text.slice(fixture.bodyStart)).toMatch(/^Karvia and Ostmark agreed on Tuesday/);
  });

  it('states its outlet, author and date of publication, not of change, and never a copyright year', () => {
    expect(fixture).toMatchObject({ outlet: 'Harbour Courier', author: 'Mira Oldacre', publishedAt: '2024-03-05' });
  });

  it('keeps every sentence and subheading of the story and nothing behind its end', () => {
    expect(fixture.text.slice(fixture.bodyStart).split(/\n+/)).toHaveLength(5);
    expect(fixture.text).toContain('\n\nWhat the accord says\n\n');
    expect(fixture.text).toMatch(/handed to reporters\.$/);
    expect(fixture.text).not.toMatch(/queue of lorries at|Port Selin|Also Read|Story continues|Carnival|Lottery|2019/);
  });
});

describe('a headline', () => {
  it('is the first sentence where the text runs straight into prose, which is left whole', () => {
    const story = read(`${FIRST}\n${SECOND}`);
    expect(story).toMatchObject({ bodyStart: 0, text: `${FIRST}\n${SECOND}` });
    expect(story.title.length).toBeLessThanOrEqual(101);
    expect(FIRST.startsWith(story.title.replace('…', ''))).toBe(true);
  });

  it('stands once, and ends the head where it comes again', () => {
    const story = read(`Crossing reopens\n\n${SECOND}\n\nCrossing reopens\n\n${FIRST}`);
    expect(story.text).toBe(`Crossing reopens\n\n${SECOND}\n\n${FIRST}`);
    expect(story.text.slice(story.bodyStart)).toBe(FIRST);
  });

  it('may begin like a pointer to another story', () => {
    expect(read(`Watch: Barrier lifted at dawn\n\n${FIRST}`).title).toBe('Watch: Barrier lifted at dawn');
  });
});

describe('lines that come twice', () => {
  it('are a caption and go, when they have no full stop and stand together', () => {
    expect(read(`Title here\n${FIRST}\nA lorry waits\nA lorry waits\n${SECOND}`).text).not.toContain('lorry waits');
  });

  it('are kept once, when they are paragraphs', () => {
    expect(read(`Title here\n${FIRST}\n${SECOND}\n${FIRST}`).text).toBe(`Title here\n${FIRST}\n${SECOND}`);
  });
});

it('a deck that the story repeats is no body', () => {
  const story = read(`Title here\n\n${FIRST}\n\n${SECOND}\n\n${FIRST} It was a long night.`);
  expect(story.text.slice(story.bodyStart)).toMatch(/^The ministers signed/);
});

it('a date that stands alone counts in the head, not under other stories', () => {
  expect(read(`Title here\nMarch 5, 2024\n${FIRST}`).publishedAt).toBe('2024-03-05');
  expect(read(`Title here\n${FIRST}\nAnother headline\nMarch 5, 2024`).publishedAt).toBeUndefined();
  expect(read(`Title here\n${FIRST}\nRelated\nAnother headline\nPublished: March 5, 2024`).publishedAt).toBeUndefined();
});

it('lines wrapped at a column are one paragraph', () => {
  const wrapped =
    'Karvia and Ostmark agreed on Tuesday to reopen the\ncrossing to lorries after nine days of closure and\nquarrel.';
  expect(read(`Title here\n\n${wrapped}`).text).toBe(`Title here\n\n${wrapped.replaceAll('\n', ' ')}`);
});

it('a headline alone is stored as it is', () => {
  expect(read('Crossing reopens')).toMatchObject({ title: 'Crossing reopens', text: 'Crossing reopens', bodyStart: 0 });
  expect(read('')).toMatchObject({ text: '', bodyStart: 0 });
});

it('whatever furniture stands between them, sentences are kept in order', () => {
  const furniture = fc.constantFrom(
    'Advertisement',
    'Read Time: 3 mins',
    'Also Read: Another one',
    '',
    'Share',
    '#tag',
  );
  fc.assert(
    fc.property(fc.array(furniture, { maxLength: 5 }), fc.array(furniture, { maxLength: 5 }), (before, between) => {
      const { text } = read(['Title here', ...before, FIRST, ...between, SECOND].join('\n'));
      expect(text.split(/\n+/)).toEqual(['Title here', FIRST, SECOND]);
    }),
    { seed: 11, numRuns: 100 },
  );
});

it('a date alone on a line within the story is a heading of a chronology and stays', () => {
  const story = read(`Title here\n\n${FIRST}\n\nDate: March 5, 2024\n\n${SECOND}\n\n6 March 2024\n\n${SECOND} Again.`);
  expect(story.text).toMatch(/\n\nDate: March 5, 2024\n\n[\s\S]*\n\n6 March 2024\n\n/);
  expect(story).not.toHaveProperty('publishedAt');
});
