import { describe, expect, it } from 'vitest';
import { eventsOf } from '../../src/events/ledger.ts';
import { archiveOf, type Report } from '../archive-of.ts';

async function summaries(reports: readonly Report[]): Promise<string[]> {
  const archive = await archiveOf(reports);
  const events = await eventsOf(archive);
  await archive.close();
  return events.map((event) => event.summary);
}

const offer = {
  id: 'offer',
  publishedAt: '2030-03-01',
  text: 'On Friday Qatar offered to mediate between Chad and Sudan.',
};

describe('a noun that looks back', () => {
  it('joins the act that was told weeks before', async () => {
    const later = {
      id: 'later',
      publishedAt: '2030-03-28',
      text: "Neither Chad nor Sudan has answered Qatar's offer to mediate.",
    };
    expect(await summaries([offer, later])).toEqual([
      'On 1 March 2030 Qatar offered to mediate between Chad and Sudan.',
    ]);
  });

  it('tells of an act of its own where none was told before', async () => {
    const alone = {
      id: 'alone',
      publishedAt: '2030-03-28',
      text: "Chad and Sudan discussed Qatar's offer to mediate between Chad and Sudan.",
    };
    expect((await summaries([alone])).some((text) => text.includes('Qatar offered to mediate'))).toBe(true);
  });
});

describe('a toll', () => {
  it('is of the attack that the sentence before told of, and cites its own sentence', async () => {
    const archive = await archiveOf([
      {
        id: 'raid',
        publishedAt: '2030-03-02',
        text: 'Sudan shelled a town in Chad on Friday. Six villagers were killed.',
      },
    ]);
    const [event] = await eventsOf(archive);
    await archive.close();
    expect(event).toMatchObject({
      tolls: [6],
      summary: 'On 1 March 2030 Sudan shelled Chad; one report gives 6 deaths.',
    });
    expect(event?.claims[0].citation.quote).toBe('Six villagers were killed.');
  });

  it('is not of an attack that was only the answer to the deadly one', async () => {
    const text = "Sudan's assault on Chad was prompted by a raid on border villages that killed 120 people.";
    const archive = await archiveOf([{ id: 'raid', publishedAt: '2030-03-02', text }]);
    const events = await eventsOf(archive);
    await archive.close();
    expect(events.flatMap(({ tolls }) => tolls)).toEqual([]);
  });

  it('is of no attack where two were told of', async () => {
    const two = {
      id: 'two',
      publishedAt: '2030-03-02',
      text: 'Sudan shelled a town in Chad and Chad bombed a camp in Sudan on Friday. Six villagers were killed.',
    };
    expect((await summaries([two])).join()).not.toContain('6 deaths');
  });
});

it('visits of two persons of one state are two visits', async () => {
  const text =
    'Kenyan President William Ruto visited Somalia on Friday. Kenyan Defence Minister Soipan Tuya visited Somalia on Friday.';
  expect(await summaries([{ id: 'visits', publishedAt: '2030-03-02', text }])).toHaveLength(2);
});
