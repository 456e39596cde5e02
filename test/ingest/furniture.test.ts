import { describe, expect, it } from 'vitest';
import { bylineOf, isDatelineOnly } from '../../src/ingest/byline.ts';
import { furnitureOf } from '../../src/ingest/furniture.ts';

const now = Date.parse('2024-06-01T00:00:00Z');

const FURNITURE = [
  'Advertisement',
  'ADVERTISEMENT',
  'Advertisementp',
  '- Advertisement -',
  'Advertisement - Scroll to continue',
  'Story continues below this ad',
  'Article continues after advertisement',
  'Read Time: 3 mins',
  '4 min read',
  'Estimated reading time: 5 minutes',
  'Follow us on: Facebook, Twitter, Google News',
  'Follow Harbour Courier on Twitter and Instagram',
  'Join our official WhatsApp channel (@harbourcourier) for updates',
  'Subscribe to our daily newsletter',
  'Sign up for the Morning Briefing newsletter',
  'Download our app for breaking alerts.',
  'Get the latest headlines delivered straight to your inbox',
  'Share this article',
  'Facebook Twitter WhatsApp',
  'POST A COMMENT',
  'Comments',
  '12 Comments',
  'Edited By: Orla Finch',
  'Published On: Jan 29, 2024',
  'Last updated: 5 March 2024 10:30 IST',
  'Copyright © 2021 Harbour Courier | All rights reserved',
  '© 2024 Harbour Courier. All rights reserved.',
  'Also Read: Ferry fares to rise in spring',
  'Read more: Why the bridge closed',
  'Related: The long quarrel over the marsh',
  'Trending',
  'Most Read',
  'You may also like',
  'Topics mentioned in this article',
  'Featured Video Of The Day',
  'Click here to read the full statement',
  'Image: A ferry at the quay',
  'Photo: Reuters',
  'REUTERS/Orla Finch',
  '(Reporting by Orla Finch in Port Selin; Editing by Tam Wickett)',
  'With inputs from agencies',
  'This story is published from a syndicated feed without edits',
  '#Karvia #Ostmark #Ferries',
  'Tags: Karvia, Ostmark, ferries',
  'Werbung',
  'Lire aussi',
];

const PROSE = [
  'The minister said that an advertisement had appeared in the state newspaper on Monday.',
  'Follow us on this road to peace, the delegate told the crowd that had gathered at the quay.',
  'Sign up for emergency alerts by e-mail, the embassy told its citizens in a note on Tuesday.',
  'Join our brothers on the border, the militia urged young men in a leaflet.',
  'Reporting by journalists on the ground suggests that 40 people died.',
  'Copyright law was the first subject that the two delegations took up on Friday.',
  'Photos from the scene showed smoke rising over the marsh and the chandlery.',
  'Stay informed and avoid the area, the ministry urged residents in its latest statement.',
  'Share prices fell by four percent after the crossing was closed.',
  'Related attacks were reported from two villages near the river on Sunday night.',
  'On 5 March 2024 the two sides signed a protocol on the marsh.',
  'Updated figures put the number of displaced people at 4,000.',
  'By Friday the barrier had been lifted and the lorries were moving again.',
  'Fears of a wider quarrel',
  'No comment.',
];

describe('page furniture', () => {
  it.each(FURNITURE)('is seen in %j', (line) => {
    expect(furnitureOf(line, now)).toBeDefined();
  });

  it.each(PROSE)('is not seen in %j', (line) => {
    expect(furnitureOf(line, now)).toBeUndefined();
  });

  it('is never a long line', () => {
    expect(furnitureOf(`© ${'word '.repeat(80)}`, now)).toBeUndefined();
  });

  it('names the outlet where it says who did not edit the story, who owns it, or whose channel it is', () => {
    const outlet = (line: string) => furnitureOf(line, now)?.outlet?.name;
    expect(
      outlet('(Except for the headline, this story has not been edited by the Orne Lantern staff and is published.)'),
    ).toBe('Orne Lantern');
    expect(outlet('Copyright © 2021 Harbour Courier | All rights reserved')).toBe('Harbour Courier');
    expect(outlet('© 2018-2024 The Marsh Observer Pvt. Ltd. All rights reserved.')).toBe('The Marsh Observer');
    expect(outlet('Join our official telegram channel (@marshobserver) and stay updated')).toBe('Marsh Observer');
    expect(outlet('Follow us on: Facebook, Twitter')).toBeUndefined();
  });
});

describe('a byline', () => {
  it('names the author', () => {
    expect(bylineOf('By Staff Reporter', now)).toEqual({ author: 'Staff Reporter' });
    expect(bylineOf('By Ana Reyes and Tam Wickett', now)?.author).toBe('Ana Reyes and Tam Wickett');
    expect(bylineOf('Written by Ana Reyes | 5 March 2024', now)).toEqual({
      author: 'Ana Reyes',
      date: { date: '2024-03-05', basis: 'alone' },
    });
  });

  it('is not a phrase that begins with "by"', () => {
    for (const line of ['By failing to respond', 'By Friday', 'By contrast', 'By Ana, who was there.'])
      expect(bylineOf(line, now)).toBeUndefined();
  });
});

it('a place alone with a colon is a dateline', () => {
  expect(['Port Selin:', 'KHARTOUM:', 'Key points:', 'Port Selin'].map(isDatelineOnly)).toEqual([
    true,
    true,
    false,
    false,
  ]);
});
