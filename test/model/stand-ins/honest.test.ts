import { describe, expect, it } from 'vitest';
import type { NumberedPassage, Task } from '../../../src/domain/model.ts';
import { parsed } from '../model-request.ts';
import { rewordings } from './faithful-rewordings.ts';
import { honest } from './honest.ts';
import { pseudoTranslated } from './pseudo-translation.ts';

const texts = [
  'Ethiopia closed the border crossing at Metema on Monday.',
  'The African Union has called for calm, while Djibouti has offered to mediate.',
  'Fighting has killed at least 14 people since Tuesday, a hospital director said.',
  'Sudan has not recalled its ambassador, the foreign ministry said.',
  'Wheat prices rose in Gedaref for the third week.',
];
const sentences = texts.map((text, at): NumberedPassage => ({ id: at + 1, text })) as [NumberedPassage];

async function draftsOf(task: Task) {
  return parsed(await honest(task, { system: '', turn: 1 })).drafts;
}

describe('the honest stand-in', () => {
  it('answers with the clause that fits, verbatim under its number', async () => {
    const drafts = await draftsOf({ kind: 'answer', question: 'Who offered mediation?', sentences });
    expect(drafts).toEqual([
      { text: 'Djibouti has offered to mediate.', quotes: [{ id: 2, quote: 'Djibouti has offered to mediate' }] },
    ]);
  });

  it('abstains where no sentence fits', async () => {
    for (const question of ['Who fired the coach of Tottenham?', 'Did Norway offer mediation?'])
      expect(await draftsOf({ kind: 'answer', question, sentences })).toEqual([]);
  });

  it('quotes verbatim whatever it is asked', async () => {
    for (const question of [
      'Who closed the border at Metema?',
      'How many people were killed?',
      'Was the ambassador recalled?',
    ])
      for (const { quotes } of await draftsOf({ kind: 'answer', question, sentences }))
        for (const { id, quote } of quotes) expect(texts[id - 1]).toContain(quote);
  });

  it.each([
    ['On Monday, Chad closed the border.', 'Chad closed the border on Monday.'],
    [
      'Between 3 and 5 May 2023 Chad closed the border, Sudan said.',
      'Chad closed the border between 3 and 5 May 2023, Sudan said.',
    ],
    ['The border is closed, the army said.', 'The army said that the border is closed.'],
    ['Chad condemned the attack.', 'The attack was condemned by Chad.'],
    ['Chad did not agree.', "Chad didn't agree."],
    ['Both sides met on Friday, 5 May.', 'Both sides met on 5 May.'],
    ['The border is closed, according to the army.', 'According to the army, the border is closed.'],
  ])('can say %j as %j', (text, other) => {
    expect(rewordings(text)).toContain(other);
  });

  it.each([
    '“We did not shoot,” the army said.',
    'On Monday, Chad closed the border after Sudan closed its own.',
    'Fired at on Monday, they withdrew on Tuesday.',
  ])('leaves %j as it is', (text) => {
    expect(rewordings(text)).toEqual([]);
  });

  it('words every statement once, under its number', async () => {
    const statements = texts.map((text, at) => ({ id: at + 1, text, quotes: [text] as const }));
    const drafts = await draftsOf({ kind: 'wording', statements: statements as never });
    expect(drafts.map(({ id }: { id: number }) => id)).toEqual([1, 2, 3, 4, 5]);
  });

  it('puts words, but not names and numbers, into another language', () => {
    const text = 'On 19 January 2024 Amina Oduor of Kenya said that 12 people were not killed.';
    const german = pseudoTranslated(text, 'German');
    expect(german).toMatch(/^am 19 Januar 2024 Amina Oduor von Kenia sagte dass 12 Menschen \S+ nicht getötet\.$/);
    expect(pseudoTranslated(text, 'Persian')).toContain('۱۹ ژانویه ۲۰۲۴ Amina Oduor');
    expect(pseudoTranslated(text, 'Klingon')).toBeUndefined();
  });

  it('reads a go-between as an offer of mediation', async () => {
    const question = 'Which nation stepped in as a go-between?';
    expect(await draftsOf({ kind: 'reading', question })).toEqual([
      { question: 'Who offered mediation?', terms: ['offer', 'mediate'] },
    ]);
  });

  it('judges a claim by whether its words, numbers and negation stand in the quotes', async () => {
    const quotes = ['Sudan has not recalled its ambassador, the foreign ministry said.'] as const;
    const claims = [
      "Sudan hasn't recalled its ambassador.",
      'Sudan has recalled its ambassador.',
      'Chad sold 12 trains.',
    ];
    const given = claims.map((text, at) => ({ id: at + 1, text, quotes }));
    const drafts = await draftsOf({ kind: 'judgement', claims: given as never });
    expect(drafts.map(({ supported }: { supported: boolean }) => supported)).toEqual([true, false, false]);
  });

  it('reads who did what to whom where names stand around a verb', async () => {
    const [act] = await draftsOf({
      kind: 'events',
      sentences: [{ id: 4, text: 'On Monday, Serbia accused Kosovo of a raid.' }],
    });
    expect(act).toMatchObject({ id: 4, type: 'ACCUSE', actors: ['Serbia'], targets: ['Kosovo'], verb: 'accused' });
  });
});
