import type { Row } from './sentences.ts';

/** Sentences written for these tests in which somebody says that something was done. */

export const REPORTED: readonly Row[] = [
  ['Ukraine said that Russia had shelled the town.', 'ASSAULT Russia [Ukraine]'],
  ['Russia has attacked Ukraine with drones, Kyiv said.', 'ASSAULT Russia > Ukraine [Ukraine]'],
  [
    'According to the Sudanese army, the Rapid Support Forces attacked a market.',
    'ASSAULT Rapid Support Forces [Sudan]',
  ],
  ['Thai officials said Cambodia fired rockets at Thailand.', 'ASSAULT Cambodia > Thailand [Thailand]'],
  [
    '"Armenia opened fire on Azerbaijan," said the defence ministry of Azerbaijan.',
    'ASSAULT Armenia > Azerbaijan [Azerbaijan]',
  ],
  ['The Israeli army said it had struck targets in Lebanon.', 'ASSAULT Israel > Lebanon [Israel]'],
  [
    'Islamabad said India struck three bases in Pakistan, while New Delhi said Pakistan attacked Indian posts.',
    'ASSAULT India > Pakistan [Pakistan]',
    'ASSAULT Pakistan > India [India]',
  ],
  ['Kyiv reported that it had shot down drones.'],
  [
    'Rwandan Foreign Minister Olivier Nduhungirehe told reporters that Congo had attacked Rwanda.',
    'ASSAULT Democratic Republic of the Congo > Rwanda [Olivier Nduhungirehe (Rwanda)]',
  ],
];

/** Several sentences each. */
export const RUNNING: readonly Row[] = [
  [
    'Georgian Foreign Minister Maka Botchorishvili spoke in Batumi. She condemned Russia.',
    'ACCUSE Maka Botchorishvili (Georgia) > Russia',
  ],
  ['Ethiopia issued a statement. It recalled its ambassador from Eritrea.', 'SANCTION Ethiopia > Eritrea'],
  ['Serbia and Kosovo sent envoys to Brussels. The two countries held talks on Monday.', 'CONSULT Kosovo & Serbia'],
  [
    '“Rwanda attacked Congo,” President Felix Tshisekedi said. “Rwanda seized Congolese trucks.”',
    'ASSAULT Rwanda > Democratic Republic of the Congo [Felix Tshisekedi]',
    'COERCE Rwanda > Democratic Republic of the Congo [Felix Tshisekedi]',
  ],
  ['Syria and Israel are neighbours. Turkey is not. They held talks.'],
];
