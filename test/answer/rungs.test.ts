import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { ask } from '../../src/answer/ask.ts';
import type { Answer } from '../../src/domain/answer.ts';
import type { Archive } from '../../src/domain/archive.ts';
import { archiveOf } from '../archive-of.ts';
import { strait } from './reports.ts';

let archive: Archive;
beforeAll(async () => {
  archive = await archiveOf(strait);
});
afterAll(() => archive.close());

async function answerTo(question: string): Promise<Answer> {
  return (await ask(archive, question, { today: '2031-03-13' })).answer;
}

function quotesOf(answer: Answer): string {
  const cited = answer.kind === 'answered' ? answer.statements.flatMap(({ citations }) => citations) : [];
  return cited.map(({ quote }) => quote).join('\n');
}

describe('from events', () => {
  it.each([
    ['Who offered to mediate?', 'Argentina'],
    ['Did Buenos Aires offer to broker talks?', 'Yes'],
    ['When did Peru recall its ambassador?', '4 March 2031'],
    ['Whom did Peru condemn?', 'Chile'],
    ['Who urged restraint?', 'European Union'],
    ['When will the foreign ministers meet?', '20 March 2031'],
    ['Where will the foreign ministers meet?', 'Montevideo'],
  ])('%s %s', async (question, short) => {
    expect(await answerTo(question)).toMatchObject({ kind: 'answered', short: expect.stringContaining(short) });
  });

  it('reports that count differently are shown side by side', async () => {
    const answer = await answerTo('How many people were killed?');
    expect(answer).toMatchObject({ kind: 'answered', short: expect.stringMatching(/2.*4|4.*2/) });
    expect(answer.kind === 'answered' && answer.statements.length).toBeGreaterThan(1);
  });
});

describe('from single sentences', () => {
  it.each([
    ['Who chartered the Almirante?', 'Andes Geophysical'],
    ['How many fishermen died?', 'two'],
    ['Which ship did Chile seize?', undefined],
  ])('%s', async (question, short) => {
    const answer = await answerTo(question);
    expect(answer.kind).toBe('answered');
    if (short !== undefined) expect(answer).toMatchObject({ short: expect.stringContaining(short) });
  });

  it.each([
    ['Which ship did Chile seize this month?', 'answered'],
    ['Which ship did Chile seize last month?', 'unanswered'],
    ['Which ship did Chile seize in 2019?', 'unanswered'],
    ['Which bank did Chile seize?', 'unanswered'],
    ['What did Quispe say this month?', 'answered'],
    ['What did Quispe say on 11 March?', 'unanswered'],
  ])('of the days and the kind that are asked about: %s %s', async (question, kind) => {
    expect((await answerTo(question)).kind).toBe(kind);
  });

  it('a reason is given in the words that give it', async () => {
    expect(quotesOf(await answerTo('Why did Chile suspend imports of fruit?'))).toContain(
      'because Peru had closed its ports',
    );
  });
});

describe('from what people said', () => {
  it('the words of the one who is asked about, about what is asked', async () => {
    const answer = await answerTo('What did Quispe say?');
    expect(answer).toMatchObject({ statements: [{ attribution: 'Elena Quispe (Peru)' }] });
    expect(quotesOf(answer)).toContain('pushed out of our own sea');
  });

  it('nobody else’s', async () => {
    expect(quotesOf(await answerTo('What did Fuentes say?'))).not.toContain('our own sea');
  });
});

describe('words that are somebody else’s', () => {
  const text =
    'Peru withdrew its consul on Friday, a day after Chilean missiles hit Tacna, and told Santiago that its own should ' +
    'stay away. The inquiry that Chile promised has yet to report on the crash. Chile refused to say who had fired. ' +
    'Chile and Peru called their captains home. In a statement it warned that no ship would be spared.';

  it('are not given as those of the one who is asked about', async () => {
    const other = await archiveOf([{ id: 'notes', publishedAt: '2031-03-14', text }]);
    const { answer } = await ask(other, 'What did Chile say?', { today: '2031-03-15' });
    await other.close();
    expect(answer).toMatchObject({ kind: 'unanswered' });
  });
});

describe('from offices, order, steps, reactions and changes', () => {
  it.each([
    ['Who is Peru’s foreign minister?', 'Elena Quispe'],
    ['Who is the foreign minister of Chile?', 'Andrés Fuentes'],
  ])('%s %s', async (question, short) => {
    expect(await answerTo(question)).toMatchObject({ kind: 'answered', short: expect.stringContaining(short) });
  });

  it('which of two acts came first', async () => {
    const answer = await answerTo('Did the release of the crew come before or after the recall of the ambassador?');
    expect(answer).toMatchObject({ kind: 'answered', short: 'After' });
  });

  it('the steps that eased and those that raised tension are not mixed up', async () => {
    const eased = quotesOf(await answerTo('List the steps that eased tension.'));
    const raised = quotesOf(await answerTo('List the steps that raised tension.'));
    expect(eased).toContain('released the crew');
    expect(eased).not.toContain('recalled its ambassador');
    expect(raised).toContain('recalled its ambassador');
    expect(raised).not.toContain('offered to mediate');
  });

  it('what happened on a day is what the ledger has of that day, and a day without any is told', async () => {
    const quotes = quotesOf(await answerTo('What happened on 4 March 2031?'));
    expect(quotes).toContain('recalled its ambassador');
    expect(quotes).toContain('appealed for restraint');
    expect(quotes).not.toContain('offered to mediate');
    expect(quotesOf(await answerTo('What happened on Wednesday?'))).toContain('offered to mediate');
    expect(await answerTo('What happened on 9 March 2031?')).toMatchObject({ kind: 'unanswered' });
    expect(await answerTo('What happened to the fruit on 4 March 2031?')).toMatchObject({ kind: 'unanswered' });
  });

  it('who reacted are those outside the quarrel', async () => {
    const answer = await answerTo('Which other states and organisations responded?');
    const short = answer.kind === 'answered' ? (answer.short ?? '') : '';
    expect(short).toContain('Argentina');
    expect(short).toContain('European Union');
    expect(short).not.toMatch(/Chile|Peru/);
  });

  it('what is new since a day leaves out what was before', async () => {
    const quotes = quotesOf(await answerTo('What is new since 10 March?'));
    expect(quotes).toContain('offered to mediate');
    expect(quotes).not.toContain('recalled its ambassador');
  });
});

describe('refused, with what was looked for', () => {
  it.each([
    ['Did Bolivia offer to mediate?', 'no stored article mentions Bolivia'],
    ['Did Peru accept the offer of Argentina?', 'no stored article says so'],
    ['Did Chile recall its ambassador?', 'no stored article says so'],
    ['Who chartered the Santa Rosa?', 'no stored article says so'],
    ['How many Peruvian soldiers died?', 'no stored article says so'],
    ['Was a treaty signed?', 'Not in the archive'],
  ])('%s', async (question, words) => {
    expect(await answerTo(question)).toMatchObject({ kind: 'unanswered', message: expect.stringContaining(words) });
  });
});
