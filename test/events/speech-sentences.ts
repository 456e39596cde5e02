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
/** Owners that no gazetteer knows are named by the words for them; a ministry stands for who spoke before. */
export const OWNERS: readonly Row[] = [
  [
    'Malaysia offered to mediate between Thailand and Cambodia. Thailand shelled Cambodia on Thursday, the army said.',
    'AGREE Malaysia > Thailand & Cambodia',
    'ASSAULT Thailand > Cambodia [Thailand]',
  ],
  ['Residents said Russia had shelled Kherson.', 'ASSAULT Russia > Ukraine [residents]'],
  ['A rights group reported that Myanmar had bombed Thailand.', 'ASSAULT Myanmar > Thailand [a rights group]'],
  [
    'The UN said 40 civilians were killed in an RSF attack on El Fasher.',
    'ASSAULT Rapid Support Forces > Sudan [United Nations]',
  ],
  [
    '"We will respond with full force," Iranian Defence Minister Aziz Nasirzadeh said.',
    'THREATEN Iran [Aziz Nasirzadeh (Iran)]',
  ],
  [
    '"India attacked us at night," said Pakistan\'s army spokesman Ahmed Sharif Chaudhry.',
    'ASSAULT India > Pakistan [Ahmed Sharif Chaudhry (Pakistan)]',
  ],
  ['Eritrea accused Ethiopia of preparing for war, a charge that Addis Ababa denied.', 'ACCUSE Eritrea > Ethiopia'],
  ['The Houthis said they had attacked a US warship in the Red Sea.', 'ASSAULT Houthis > United States [Houthis]'],
  ['Cambodia said it would withdraw its troops from Thailand.', 'RETREAT Cambodia > Thailand (planned) [Cambodia]'],
  ['Sudan said Chad had closed the border and that it was attacking villages.', 'SANCTION Chad [Sudan]'],
  [
    'Sudan has repeatedly denied it is planning to attack Chad, despite the massing of troops.',
    'ASSAULT Sudan > Chad (denied) [Sudan]',
  ],
];

export const RUNNING: readonly Row[] = [
  [
    'Polish Foreign Minister Jan Lis visited Minsk. He and Belarusian Foreign Minister Olga Vasko agreed to share intelligence.',
    'CONSULT Jan Lis (Poland) > Belarus',
    'AGREE Jan Lis (Poland) & Olga Vasko (Belarus)',
  ],
  [
    'Polish Foreign Minister Jan Lis flew to Minsk on Monday, where he and his host, Belarusian minister Olga Vasko, discussed the border.',
    'CONSULT Jan Lis (Poland) > Belarus',
    'CONSULT Jan Lis (Poland) & Olga Vasko (Belarus)',
  ],
  ['Kenyan President William Ruto left. She and Ruto discussed the harvest.'],
  ['Chad and Niger filled their embassies again. The two ambassadors returned last week.', 'SUPPORT Chad & Niger'],
  [
    'Georgian Foreign Minister Maka Botchorishvili spoke in Batumi. She condemned Russia.',
    'ACCUSE Maka Botchorishvili (Georgia) > Russia',
  ],
  ['Ethiopia issued a statement. It recalled its ambassador from Eritrea.', 'SANCTION Ethiopia > Eritrea'],
  ['Serbia and Kosovo sent envoys to Brussels. The two countries held talks on Monday.', 'CONSULT Kosovo & Serbia'],
  [
    '“Rwanda attacked Congo,” President Felix Tshisekedi said. “Rwanda seized Congolese trucks.”',
    'ASSAULT Rwanda > Democratic Republic of the Congo [Felix Tshisekedi (Democratic Republic of the Congo)]',
    'COERCE Rwanda > Democratic Republic of the Congo [Felix Tshisekedi (Democratic Republic of the Congo)]',
  ],
  ['Iran fired on a ship. Late on Friday a committee of fishermen met in Basra. It condemned Kuwait.', 'ASSAULT Iran'],
  ['Armenia shelled Azerbaijan. The army retaliated with strikes.', 'ASSAULT Armenia > Azerbaijan'],
  ['Syria and Israel are neighbours. Turkey is not. They held talks.'],
  [
    'The European Union will help, said Danish minister Anna Holm, after Russian president Vladimir Putin spoke of war. “We are also supporting Ukraine,” she said.',
    'SUPPORT Denmark > Ukraine [Anna Holm (Denmark)]',
  ],
];
