import { expect, test } from 'vitest';
import { type EvidenceSentence, faultOf, gate } from '../../src/verify/gate.ts';

const port =
  'Rebels from the north attacked the port of Berbera on Tuesday, killing at least 12 sailors and wounding 30.';
const talks =
  'Kenya may host talks between the two armies if both sides accept a truce, the foreign minister said on Friday.';

function passages(...texts: readonly string[]) {
  return texts.map((text, at) => ({ id: at + 1, text, publishedAt: '2024-03-14' }));
}

test('a claim that copies its sentence passes and names the sentence once', () => {
  const quotes = [
    { id: 2, quote: port },
    { id: 2, quote: 'killing at least 12 sailors' },
  ];
  expect(gate({ text: port, quotes }, passages(talks, port))).toEqual({ kind: 'passed', text: port, sentences: [2] });
});

test('sentences that a claim rests on come in ascending order', () => {
  const text =
    'Rebels from the north attacked the port of Berbera, and the foreign minister said Kenya may host talks between the two armies if both sides accept a truce.';
  const quotes = [
    { id: 2, quote: 'Kenya may host talks' },
    { id: 1, quote: 'Rebels from the north' },
  ];
  expect(gate({ text, quotes }, passages(port, talks))).toMatchObject({ kind: 'passed', sentences: [1, 2] });
});

test('a sentence that was not shown, a quote that it has not, and no quote at all are told apart', () => {
  const faults = [
    [{ id: 3, quote: port }],
    [{ id: 1, quote: 'killing at least 13 sailors' }],
    [{ id: 1, quote: ' ' }],
    [],
  ].map((quotes) => gate({ text: port, quotes }, passages(port, talks)));
  expect(faults.map((one) => (one.kind === 'dropped' ? one.fault : one))).toEqual([
    'unknown-sentence',
    'forged-quote',
    'forged-quote',
    'unquoted',
  ]);
});

test('white space, quotation marks and dashes of a quote need not be those of the sentence', () => {
  const sentence = 'The envoy called the plan “a first step – no more”, and left.';
  const quotes = [{ id: 1, quote: 'called the plan "a  first step - no more"' }];
  expect(gate({ text: sentence, quotes }, passages(sentence)).kind).toBe('passed');
});

const backed: readonly (readonly [claim: string, source: string])[] = [
  ['The port of Berbera was attacked by rebels from the north.', port],
  ['An attack by rebels from the north on the port of Berbera killed at least 12 sailors.', port],
  ['The foreign minister said that Kenya might host talks between the two armies if both sides accept a truce.', talks],
  ['Islamabad recalled its ambassador from Iran.', 'Pakistan recalled its ambassador from Tehran on Wednesday.'],
  ['Twelve sailors died on 12 March 2024.', '12 sailors were killed on Tuesday.'],
  ['Ana Ruiz, the mayor of Leticia, resigned.', 'Leticia mayor Ana Ruiz stepped down on Sunday.'],
  ['The two armies did not sign the agreement.', 'The two armies failed to sign the agreement.'],
];

test.each(backed)('%s: carried', (claim, text) => {
  expect(faultOf(claim, [{ text, publishedAt: '2024-03-14' }])).toBeUndefined();
});

const unbacked: readonly (readonly [claim: string, source: string, fault?: string])[] = [
  ['', port, 'empty'],
  ['Rebels attacked the **port** of Berbera.', port, 'markup'],
  ['Rebels attacked the port of Berbera [1].', port, 'markup'],
  ['Rebels attacked the port, see https://example.org for more.', port, 'markup'],
  ['Les rebelles ont attaqué le port de Berbera.', port],
  ['Повстанцы атаковали порт Бербера.', port, 'language'],
  ['Rebels from the north attacked the port of Berbera, killing at least 13 sailors.', port, 'number'],
  ['Rebels from the north attacked the port of Berbera, killing 12 sailors.', port, 'number'],
  ['Rebels from the north attacked the port of Berbera, killing 30 sailors.', port],
  ['Rebels from the north attacked the port of Berbera on Monday.', port, 'date'],
  ['Rebels from the south attacked the port of Berbera.', port, 'word'],
  ['Rebels from the north attacked the port of Mombasa.', port, 'name'],
  ['Rebels from the north defended the port of Berbera.', port, 'predicate'],
  ['Rebels from the north did not attack the port of Berbera.', port, 'negation'],
  ['Rebels from the north may attack the port of Berbera.', port, 'modality'],
  ['Sailors attacked the rebels from the north.', port, 'roles'],
  ['Kenya may host talks between the two armies if both sides accept a truce.', talks],
  ['Kenya may host talks between the two armies, the foreign minister said.', talks],
  ['Kenya will host talks between the two armies if both sides accept a truce, the foreign minister said.', talks],
  ['Ukraine invaded Russia.', "Russia's invasion of Ukraine began in 2022."],
  ["Ukraine's invasion began in 2022.", "Russia's invasion of Ukraine began in 2022."],
  ['Chad struck Niger.', 'Niger struck Mali after Chad threatened Togo.'],
  ['Chad struck Mali.', 'Niger struck Mali after Chad threatened Togo.'],
  ['Niger struck Mali before Chad threatened Togo.', 'Niger struck Mali after Chad threatened Togo.'],
  ['The minister resigned.', 'The deputy minister resigned on Monday.'],
  ['The president resigned.', 'The former president resigned from the party on Monday.'],
  ['Serbia and Kosovo settled the dispute.', 'Serbia and Kosovo failed to settle the dispute.'],
  ['Sudan withdrew its troops.', 'Sudan agreed to withdraw its troops.'],
  ['A ceasefire in Gaza began.', 'Egypt called for a ceasefire in Gaza as shelling began.'],
  ['All villages were evacuated.', 'Some villages were evacuated.'],
  ['All rallies were banned.', 'All rallies in Niamey were banned.'],
  ['An explosion hit a market in Tehran.', 'An explosion hit a market in Iran.'],
  ['The port of Beira was closed on 3 May.', 'The port of Beira was closed between 3 and 9 May.'],
  ['The toll has risen to 45 on Sunday.', 'The toll has risen to 45, up from 31 on Sunday.'],
  ['Mali released the hostages.', 'The hostages were released in Mali.'],
];

test.each(unbacked.map(([claim, text, fault]) => ({ claim, text, fault })))(
  '$claim: not carried',
  ({ claim, text, fault }) => {
    const found = faultOf(claim, [{ text, publishedAt: '2024-03-14' }]);
    expect(found).toBeDefined();
    if (fault !== undefined) expect(found).toBe(fault);
  },
);

test('two sentences carry what each says, and nothing that only both together would say', () => {
  const sources: readonly [EvidenceSentence, EvidenceSentence] = [
    { text: 'Chad closed its border with Sudan on Monday.' },
    { text: 'Libya reopened its embassy in Khartoum.' },
  ];
  expect(
    faultOf('Chad closed its border with Sudan, and Libya reopened its embassy in Khartoum.', sources),
  ).toBeUndefined();
  expect(faultOf('Libya closed its border with Sudan.', sources)).toBeDefined();
  expect(
    faultOf('Chad closed its border with Sudan because Libya reopened its embassy in Khartoum.', sources),
  ).toBeDefined();
});

test('days are counted from the article in which they stand', () => {
  const sources: readonly [EvidenceSentence, EvidenceSentence] = [
    { text: 'Chad closed its border with Sudan on Monday.', publishedAt: '2024-03-14' },
    { text: 'Chad reopened its embassy in Tripoli on Monday.', publishedAt: '2024-02-01' },
  ];
  expect(faultOf('Chad closed its border with Sudan on 11 March 2024.', sources)).toBeUndefined();
  expect(faultOf('Chad closed its border with Sudan on 29 January 2024.', sources)).toBe('roles');
});
