import { describe, expect, it } from 'vitest';
import { bylineOf } from '../../src/ingest/byline.ts';
import { furnitureOf } from '../../src/ingest/furniture.ts';
import { isOutlet } from '../../src/ingest/outlet-name.ts';
import { readRawText } from '../../src/ingest/raw-text.ts';

const now = Date.parse('2024-06-01T00:00:00Z');
const HEADLINE = 'Karvia and Ostmark reopen the crossing to lorries';
const FIRST =
  'Karvia and Ostmark agreed on Tuesday to reopen the crossing to lorries after nine days of closure and quarrel.';
const SECOND = 'The ministers signed the accord in a motorway hotel and left without a word to the waiting reporters.';
const page = (...head: string[]) => readRawText([HEADLINE, ...head, '', FIRST, '', SECOND].join('\n'), now);

describe('a name in the head of a page', () => {
  it.each([
    ['before a date', ['Selin Sentinel', '5 March 2024']],
    ['after a date', ['Published: 5 March 2024', 'The Selin Lamp']],
    ['between a byline and a date', ['By Ana Reyes', 'Orne Kettle', 'March 5, 2024']],
    ['with advertising between', ['Kassala Lamp', 'Advertisement', 'March 5, 2024']],
    ['alone before a byline', ['Voice of the Marsh', 'By Our Diplomatic Desk']],
    ['with an ampersand', ['Reed & Willow Gazette', '5 March 2024']],
    ['under a deck', ['Lorries had queued for nine days', 'Orne Daily News', '5 March 2024']],
  ])('%s is the outlet and leaves the text', (_, head) => {
    const story = page(...head);
    const name = head.find((line) => /Sentinel|Lamp|Kettle|Marsh|Gazette|News/.test(line)) ?? '';
    expect(story.outlet).toBe(name);
    expect(story.text).not.toContain(name);
    expect(story.text.slice(story.bodyStart).startsWith(FIRST)).toBe(true);
  });

  it.each([
    ['a person', ['Ana Reyes', '5 March 2024']],
    ['a place', ['Addis Ababa', '5 March 2024']],
    ['a place after a byline', ['By Ana Reyes', 'Addis Ababa', '5 March 2024']],
    ['a section', ['World News', '5 March 2024']],
    ['a section of a place', ['Middle East', '5 March 2024']],
    ['a subject', ['Sudan War', '5 March 2024']],
    ['a role', ['By Ana Reyes', 'Senior Correspondent', '5 March 2024']],
    ['a staff', ['Selin Sentinel Staff', '5 March 2024']],
    ['a headline in capitals', ['Kassala Market Reopens', '5 March 2024']],
    ['a deck before a byline', ['A Long Quarrel', 'By Ana Reyes']],
    ['a sentence', ['The Mirror is back.', '5 March 2024']],
    ['a name that stands beside no date', ['Selin Sentinel', 'Lorries had queued for nine days']],
  ])('that is %s is no outlet and stays', (_, head) => {
    expect(page(...head)).not.toHaveProperty('outlet');
    const line = head.find((each) => !/^By |^\d/.test(each)) ?? '';
    expect(page(...head).text).toContain(line);
  });

  it('is not the headline, and not a heading within the story', () => {
    const short = readRawText(`The Marsh Accord\n5 March 2024\n\n${FIRST}\n\n${SECOND}`, now);
    expect(short).toMatchObject({ title: 'The Marsh Accord', publishedAt: '2024-03-05' });
    expect(short).not.toHaveProperty('outlet');
    const within = readRawText(`${HEADLINE}\n\n${FIRST}\n\nSelin Sentinel\n5 March 2024\n\n${SECOND}`, now);
    expect(within).not.toHaveProperty('outlet');
    expect(within.text).toContain('Selin Sentinel');
  });
});

describe('a byline with an outlet', () => {
  it.each([
    ['By Ana Reyes, The Selin Lamp', 'Ana Reyes', 'The Selin Lamp'],
    ['By Ana Reyes and Tam Wickett, Selin Sentinel', 'Ana Reyes and Tam Wickett', 'Selin Sentinel'],
    ['By Staff Correspondent, Orne Kettle', 'Staff Correspondent', 'Orne Kettle'],
    ['By Ana Reyes | Selin Sentinel', 'Ana Reyes', 'Selin Sentinel'],
  ])('gives author and outlet: %s', (line, author, outlet) => {
    expect(bylineOf(line, now)).toEqual({ author, outlet });
  });

  it.each([
    'By Ana Reyes, Addis Ababa',
    'By Staff Correspondent, New Delhi',
    'By A. B., Senior Correspondent',
    'By Ana Reyes, Political Editor',
    'By Ana Reyes, Tam Wickett',
    'By Ana Reyes, Karvia University',
    'By Ana Reyes, Kabul Bureau Chief',
  ])('is not %s', (line) => {
    expect(bylineOf(line, now)).toEqual({ author: line.slice(3) });
  });
});

describe('a name behind a bar', () => {
  it.each([
    ['Follow us on the town notice board | Orne Kettle', 'Orne Kettle'],
    ['Share this story | The Selin Lamp', 'The Selin Lamp'],
    ['Subscribe to our newsletter | Kettle', 'Kettle'],
  ])('of a line about the page is the outlet: %s', (line, name) => {
    expect(furnitureOf(line, now)).toMatchObject({ kind: 'line', outlet: { name } });
  });

  it.each([
    'Follow us on Facebook | Twitter | Instagram',
    'Follow us | About Us',
    'Share | Print',
    'Share this story | Facebook',
    'Photo: Karvia Ministry | Ana Reyes',
    'Subscribe to our newsletter | Privacy Policy',
    'Share prices fell by four percent | Selin Sentinel said so.',
  ])('is none in %s', (line) => {
    expect(furnitureOf(line, now)?.outlet).toBeUndefined();
  });

  it('is cut from the headline where it shows that it is an outlet', () => {
    const story = readRawText(`${HEADLINE} | Selin Sentinel\n\n${FIRST}\n\n${SECOND}`, now);
    expect(story).toMatchObject({ title: HEADLINE, outlet: 'Selin Sentinel' });
    expect(story.text.split('\n')[0]).toBe(HEADLINE);
    const signed = readRawText(`${HEADLINE} | Ana Reyes\n\n${FIRST}\n\n${SECOND}`, now);
    expect(signed.title).toBe(`${HEADLINE} | Ana Reyes`);
    expect(signed).not.toHaveProperty('outlet');
  });
});

it('who owns the text or syndicated it comes before a name in the head, and a handle before a byline', () => {
  const text = (foot: string, head = 'Selin Sentinel\n5 March 2024') =>
    readRawText(`${HEADLINE}\n${head}\n\n${FIRST}\n\n${SECOND}\n\n${foot}`, now).outlet;
  expect(text('Copyright © 2024 Harbour Courier. All rights reserved.')).toBe('Harbour Courier');
  expect(text('Join our official telegram channel (@orneobserver)')).toBe('Selin Sentinel');
  expect(text('Join our official telegram channel (@orneobserver)', 'By Ana Reyes, Selin Sentinel')).toBe(
    'Orne Observer',
  );
});

it('names of persons, parties and offices that begin as outlets do are none', () => {
  const none = [
    'Democrat Ana Reyes',
    'Express Bus',
    'The Prime Minister',
    'Sydney Reyes',
    'Prince Aldo',
    'If You Watch',
    'Special To The Selin Sentinel',
  ];
  expect(none.filter(isOutlet)).toEqual([]);
});
