import { describe, expect, it } from 'vitest';
import { definition } from '../../briefs/de-escalation.ts';
import { composeBrief } from '../../src/brief/compose.ts';
import type { Disagreement } from '../../src/domain/brief.ts';
import { archiveOf, type Report } from '../archive-of.ts';

/** Two outlets on one day, each with its own words. */
function outlets(...texts: readonly string[]): Report[] {
  return texts.map((text, at) => ({ id: `r${at}`, outlet: `Outlet ${at}`, publishedAt: '2031-05-09', text }));
}

async function disagreements(reports: readonly Report[]): Promise<readonly Disagreement[]> {
  const archive = await archiveOf(reports);
  try {
    const { sections } = await composeBrief(archive, definition, { date: '2031-05-09', zone: 'UTC' });
    return sections.flatMap((section) => (section.id === 'disagree' ? section.items : []));
  } finally {
    await archive.close();
  }
}

/** The question of each disagreement and its readings. */
async function told(...texts: readonly string[]): Promise<string[][]> {
  const found = await disagreements(outlets(...texts));
  return found.map(({ text, readings }) => [text, ...readings.map((reading) => reading.text)]);
}

describe('sources disagree', () => {
  it('on a toll, with every number', async () => {
    expect(
      await told(
        'Chad shelled a village in Niger on Tuesday, killing four people.',
        'Chad shelled a village in Niger on Tuesday, killing seven people.',
      ),
    ).toEqual([['How many died in what Chad did on 6 May 2031?', '4 deaths', '7 deaths']]);
  });

  it('on a toll that a line gives without a word of who acted', async () => {
    expect(
      await told(
        'A Chadian patrol boat opened fire on a Nigerien ferry off Bolangi on Tuesday, killing two people.',
        'Niger recalled its ambassador from Chad on Wednesday. Three people died when the ferry came under fire near Bolangi on Tuesday, a nurse said.',
      ),
    ).toEqual([['How many died in what Chad did on 6 May 2031?', '2 deaths', '3 deaths']]);
  });

  it('on the day of a deed that no report tells twice', async () => {
    expect(
      await told(
        'Chad shelled a village in Niger on Tuesday. Chad recalled its ambassador from Niger on Wednesday.',
        'Chad shelled a village in Niger on Tuesday. Chad recalled its ambassador from Niger on Thursday.',
      ),
    ).toEqual([['Chad recalled its ambassador from Niger: on which day?', '7 May 2031', '8 May 2031']]);
  });

  it('on the day on which ambassadors went back', async () => {
    expect(
      await told(
        'Chad and Niger spoke on Monday. The ambassadors of both countries returned to their posts on Tuesday.',
        'Niger and Chad spoke on Monday. The ambassadors of both countries returned to their posts on Wednesday.',
      ),
    ).toEqual([['Chad and Niger sent ambassadors back: on which day?', '6 May 2031', '7 May 2031']]);
  });

  it('on the weapon of an attack', async () => {
    expect(
      await told(
        'Chad struck a camp in Niger with missiles on Tuesday.',
        'Chad struck a camp in Niger with drones on Tuesday.',
      ),
    ).toEqual([['With what did Chad attack on 6 May 2031?', 'with missiles', 'with drones']]);
  });

  it('on a deed that one side denies', async () => {
    expect(
      await told(
        'Chad shelled a village in Niger on Tuesday.',
        'Chad denied that it had shelled a village in Niger on Tuesday.',
      ),
    ).toEqual([['Rival claims about what Chad did on 6 May 2031', 'reported', 'denied by Chad']]);
  });

  it('in a headline and the stories of the day', async () => {
    const headline = 'Ministers of Chad and Niger meet\n';
    const call = 'The foreign ministers of Chad and Niger spoke by telephone on Friday.';
    const [first, second] = outlets(`${headline}${call}`, call) as [Report, Report];
    const found = await disagreements([{ ...first, bodyStart: headline.length }, second]);
    expect(found.map(({ text, readings }) => [text, ...readings.map((reading) => reading.text)])).toEqual([
      ['A meeting or a call on 9 May 2031?', 'a headline has a meeting', 'the stories have a call'],
    ]);
  });

  it('on who agreed, where one side offered', async () => {
    expect(
      await told(
        'Chad said on Friday that it was ready to work with Niger on all issues.',
        'Chad and Niger agreed on Friday to cooperate on security, the foreign ministry of Chad said.',
      ),
    ).toEqual([['Who agreed on 9 May 2031?', 'both sides agreed', 'Chad offered']]);
  });

  it('on what came first', async () => {
    expect(
      await told(
        'Chad and Niger spoke by telephone on Friday. The call came after a meeting of the security council of Chad.',
        'Chad and Niger spoke by telephone on Friday. The call came ahead of a meeting of the security council of Chad.',
      ),
    ).toEqual([
      [
        'Was the meeting in Chad before or after the news of that day?',
        'the meeting came first',
        'the meeting came afterwards',
      ],
    ]);
  });
});

describe('sources do not disagree', () => {
  it.each([
    [
      'a weapon and a word that can mean it',
      'Chad struck a camp in Niger with missiles on Tuesday.',
      'Chad carried out air strikes in Niger on Tuesday.',
    ],
    [
      'one number',
      'Chad shelled Niger on Tuesday, killing four people.',
      'Chad shelled a village in Niger on Tuesday, killing four.',
    ],
    [
      'a state that changed',
      'Chad recalled its ambassador from Niger on Tuesday.',
      'Chad sent its ambassador back to Niger on Thursday.',
    ],
    [
      'both weapons',
      'Chad struck a camp in Niger with missiles and drones on Tuesday.',
      'Chad struck a camp in Niger with drones on Tuesday.',
    ],
  ])('over %s', async (_, one, other) => {
    expect(await told(one, other)).toEqual([]);
  });
});
