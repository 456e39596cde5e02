import { describe, expect, it } from 'vitest';
import { definition } from '../../briefs/de-escalation.ts';
import { composeBrief } from '../../src/brief/compose.ts';
import { archiveOf, type Report } from '../archive-of.ts';

async function unknown(...reports: readonly Report[]): Promise<string> {
  const archive = await archiveOf(reports);
  try {
    const brief = await composeBrief(archive, definition, { date: '2031-05-08', zone: 'UTC' });
    return (brief.sections.find(({ id }) => id === 'unknown')?.items ?? []).map(({ text }) => text).join('\n');
  } finally {
    await archive.close();
  }
}

const report = (id: string, text: string, publishedAt = '2031-05-06'): Report => ({ id, text, publishedAt });

const STRIKE = report('strike', 'Turkey launched air strikes on military bases in Greece on Monday.');
const SAID = 'death toll for what Turkey did';

describe('that no stored article gives a death toll', () => {
  it('is said where no sentence gives one', async () => {
    expect(await unknown(STRIKE)).toContain(SAID);
  });

  it.each([
    'Four hundred civilians were killed in the strikes, sources said.',
    'Dozens were killed in the strikes, sources said.',
    'Scores of people died.',
    'Hundreds are dead, a nurse in Athens said.',
    'The strikes took the lives of several guards.',
    'A teacher was killed, her school said.',
    'Two thousand three hundred people perished in the fires.',
    'Rescuers pulled forty bodies from the barracks.',
    'The army lost a hundred and ten men.',
    'No casualties were reported.',
    'The number of dead rose to a thousand.',
    'Greek officials put the fatalities in the low hundreds.',
  ])('is not said beside "%s", in the article or in another one', async (sentence) => {
    expect(await unknown({ ...STRIKE, text: `${STRIKE.text} The wind was strong. ${sentence}` })).not.toContain(SAID);
    expect(await unknown(STRIKE, report('other', `The Greek parliament met. ${sentence}`))).not.toContain(SAID);
  });

  it('is not said where only a title gives one', async () => {
    const title = 'Four hundred dead in Turkish strikes';
    expect(await unknown({ ...STRIKE, title })).not.toContain(SAID);
    expect(await unknown(STRIKE, { ...report('other', 'The Greek parliament met.'), title })).not.toContain(SAID);
  });

  it('is not said where the toll is read as that of the act told of before it', async () => {
    const answer = report(
      'answer',
      'Greece fired missiles at an airbase in Turkey on Tuesday. Nine soldiers were killed in the strikes.',
    );
    expect(await unknown(STRIKE, answer)).not.toContain(SAID);
  });

  it('is not said where one sentence gives the tolls of both', async () => {
    const both = report(
      'both',
      'Greece fired missiles at an airbase in Turkey on Tuesday, killing nine people, after hundreds were killed in Athens.',
    );
    expect(await unknown(STRIKE, both)).not.toContain(SAID);
  });

  it('is said where a sentence gives the toll of what the other side did', async () => {
    const answer = report('answer', 'Greece fired missiles at an airbase in Turkey on Tuesday, killing 12 people.');
    expect(await unknown(STRIKE, answer)).toContain(SAID);
  });

  it('is said beside deaths in an article that is on neither side, or that is older than the act', async () => {
    const flood = report('flood', 'Forty people were killed by a flood in Chad on Monday.');
    const older = report('older', 'The Greek parliament mourned the dead of a fire in Athens.', '2031-05-01');
    expect(await unknown(STRIKE, flood, older)).toContain(SAID);
  });
});
