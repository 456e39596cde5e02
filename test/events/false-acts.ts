import type { Row } from './sentences.ts';

/** Sentences written for these tests in which a careless reader sees acts that nobody reports as done. */

export const DENIED: readonly Row[] = [
  ['Russia did not strike the hospital in Kharkiv.', 'ASSAULT Russia > Ukraine (denied)'],
  [
    'Rwanda has never sent troops into Congo, Kigali said.',
    'MOBILIZE Rwanda > Democratic Republic of the Congo (denied) [Rwanda]',
  ],
  [
    'Kigali denied that Rwanda had attacked Congo.',
    'ASSAULT Rwanda > Democratic Republic of the Congo (denied) [Rwanda]',
  ],
  ['Israel denied striking the embassy in Damascus.', 'ASSAULT Israel > Syria (denied) [Israel]'],
  ['No Russian attack on Odesa was reported.', 'ASSAULT Russia > Ukraine (hypothetical)'],
  ['Ethiopia has not recalled its ambassador from Eritrea.', 'SANCTION Ethiopia > Eritrea (denied)'],
  ['Neither Thailand nor Cambodia withdrew troops.', 'RETREAT Thailand & Cambodia (denied)'],
  ['China refused to condemn Russia.'],
  ['India failed to strike the camps in Pakistan.'],
  ['Hamas declined to release the Israeli hostages.'],
  ['The United States stopped short of condemning Israel.'],
  ['NATO is providing no direct assistance to Ukraine.', 'AID NATO > Ukraine (denied)'],
  ['Kenya sent no troops to Somalia.', 'MOBILIZE Kenya > Somalia (denied)'],
  ["Russia's attack on Ukraine was not limited to the east.", 'ASSAULT Russia > Ukraine'],
];

export const IMAGINED: readonly Row[] = [
  ['Analysts fear that China could attack Taiwan.', 'ASSAULT China > Taiwan (hypothetical)'],
  ['If Venezuela invaded Guyana, Brazil would respond.', 'ASSAULT Venezuela > Guyana (hypothetical)'],
  ['Fears of a Chinese attack on Taiwan grew.', 'ASSAULT China > Taiwan (hypothetical)'],
  ['The risk of an Ethiopian attack on Eritrea is rising.', 'ASSAULT Ethiopia > Eritrea (hypothetical)'],
  ['India might strike camps in Pakistan.', 'ASSAULT India > Pakistan (hypothetical)'],
  ['Any Russian attack on Poland would be met with force.', 'ASSAULT Russia > Poland (hypothetical)'],
  ['North Korea has the missiles to strike Japan.'],
  ['Azerbaijan wants to attack Armenia.'],
  ['Serbia would be wrong to attack Kosovo.'],
  ['Ukraine asked Germany to send missiles.', 'REQUEST Ukraine > Germany'],
  ['Lebanon urged Israel to stop the strikes.', 'REQUEST Lebanon > Israel'],
  ['Seoul called on Pyongyang to withdraw its troops.', 'REQUEST South Korea > North Korea'],
  ['The plan would let Rwanda withdraw its forces from Congo.'],
  ['Syria demanded that Israel withdraw its troops.', 'REQUEST Syria > Israel'],
  ['Congo wants Rwanda to withdraw its troops.'],
  ['A Chinese invasion of Taiwan would cost trillions.', 'ASSAULT China > Taiwan (hypothetical)'],
  ['Had Israel struck Beirut, the talks would have ended.', 'ASSAULT Israel > Lebanon (hypothetical)'],
  ['Kosovo would welcome talks with Serbia.', 'CONSULT Kosovo & Serbia (hypothetical)'],
  ['India is not expected to recall its ambassador from Pakistan.'],
  [
    'Unless Serbia withdraws its forces, NATO will send troops to Kosovo.',
    'RETREAT Serbia (hypothetical)',
    'MOBILIZE NATO > Kosovo (planned)',
  ],
  ['Ukraine warned that Russia was preparing to attack Odesa.', 'ASSAULT Russia > Ukraine (planned) [Ukraine]'],
  ['Hundreds would be killed in a Greek strike on the port.', 'ASSAULT Greece (hypothetical)'],
  ['If nine soldiers were killed in a Greek strike, Turkey would respond.', 'ASSAULT Greece (hypothetical)'],
];

/** Acts that are awaited, weighed up or only thinkable. */
export const AWAITED: readonly Row[] = [
  [
    'Families hid in cellars in anticipation of an assault by Ethiopian forces on Mekelle.',
    'ASSAULT Ethiopia (hypothetical)',
  ],
  [
    'Japan would decide what to do in the event of a Chinese attack on Taiwan.',
    'ASSAULT China > Taiwan (hypothetical)',
  ],
  ['India keeps tanks ready in case of an attack by Pakistan.', 'ASSAULT Pakistan (hypothetical)'],
  ['Norwegian officials are considering imposing sanctions on Georgia.', 'COERCE Norway > Georgia (hypothetical)'],
  ['Kenyan officials are weighing closing the border with Somalia.'],
  [
    'The Kenyan president confirmed expected talks with the Somali president.',
    'AGREE Kenya & Somalia (planned) [Kenya]',
  ],
  [
    'An officer said that a Serbian attack on Kosovo is more likely than not.',
    'ASSAULT Serbia > Kosovo (hypothetical) [an officer]',
  ],
  ['Chad announced planned talks with Sudan.', 'AGREE Chad & Sudan (planned) [Chad]'],
];

export const ALLEGED: readonly Row[] = [
  ['Baku accused Yerevan of shelling its positions.', 'ACCUSE Azerbaijan > Armenia'],
  ['Ukraine was accused by Russia of attacking a dam.', 'ACCUSE Russia > Ukraine'],
  ['Qatar condemned Israel for striking Doha.', 'ACCUSE Qatar > Israel'],
  ['Turkey condemned the Israeli strike on Damascus.', 'ACCUSE Turkey > Israel', 'ASSAULT Israel > Syria'],
  ['Thailand warned Cambodia against attacking its soldiers.', 'THREATEN Thailand > Cambodia'],
  ['Kinshasa blamed Kigali for the attack on Goma.', 'ACCUSE Democratic Republic of the Congo > Rwanda'],
];

export const PLANNED: readonly Row[] = [
  ['Russia will withdraw its troops from Syria next month.', 'RETREAT Russia > Syria (planned)'],
  [
    'The foreign ministers of Rwanda and Congo will meet in Doha on Friday.',
    'AGREE Rwanda & Democratic Republic of the Congo (planned)',
  ],
  ['The president of Eritrea is expected to visit Ethiopia on Monday.', 'AGREE Eritrea > Ethiopia (planned)'],
  ['Armenia plans to release Azerbaijani prisoners.', 'RETREAT Armenia > Azerbaijan (planned)'],
  ['India decided to recall its ambassador from Pakistan.', 'SANCTION India > Pakistan (planned)'],
];

export const THREATENED: readonly Row[] = [
  [
    'Pyongyang warned Seoul that any drone flight would meet a military response.',
    'THREATEN North Korea > South Korea',
  ],
  ['Khartoum threatened to expel the Emirati ambassador.', 'THREATEN Sudan > United Arab Emirates'],
  ['The Houthis vowed to retaliate against Israel.', 'THREATEN Houthis > Israel'],
  ['Azerbaijan gave Armenia an ultimatum.', 'THREATEN Azerbaijan > Armenia'],
];

export const APPEALS: readonly Row[] = [
  ['The African Union urged Ethiopia and Eritrea to show restraint.', 'REQUEST African Union > Ethiopia & Eritrea'],
  ['Pope Leo appealed for a ceasefire in Sudan.', 'REQUEST Leo > Sudan'],
  [
    'Brazil called on Venezuela and Guyana to resolve their dispute through dialogue.',
    'REQUEST Brazil > Venezuela & Guyana',
  ],
  ['Cambodia called for talks with Thailand.', 'AGREE Cambodia > Thailand'],
  [
    'The United Nations Security Council called for an immediate ceasefire in Gaza.',
    'REQUEST UN Security Council > Palestine',
  ],
];

export const OTHER_STORIES: readonly Row[] = [
  ['The deal struck by Armenia and Azerbaijan was published.'],
  ['Russia struck a deal with China on gas.'],
  ['Oil prices hit a record high in India.'],
  ['The film won praise in Lebanon.'],
  ['Heavy rain hit Sudan and South Sudan.'],
  ['Sudan hit back at the report.'],
  ['The goal was scored by Israel in the second half.'],
  ['Kosovo police arrested a man for theft.'],
  ['Claim: A photograph shows Ethiopia bombing Eritrea'],
  ['Armenian President Vahagn Khachaturyan left his besieged country.'],
  ['Serbia sold wheat amid tightening sanctions.'],
  ['Thai Prime Minister Paetongtarn Shinawatra met the Cambodian people.'],
  ['A shopkeeper said he will donate money to Sudan.'],
  ['Rwanda does not intend to stop the war in Congo.'],
];

/** Names and verbs that stand near each other without one acting on the other. */
export const NEAR_MISSES: readonly Row[] = [
  ['He ordered strikes in Somalia, Yemen and Libya, plus a drone strike in Iraq that killed a general of Iran.'],
  ['Serbia charged that he had been ousted by a coup.'],
  ['The minister received a letter from Kenyan president William Ruto.'],
  ['Photos: Russia invades Ukraine A boy looks at a tank in Bucha on April 20.'],
  ['In pictures: Sudan shells Chad'],
  ['Lea Okoro/Agency Images Marchers protest against Sudan in Paris on 3 March.'],
  ['Flights are fewer since Rwanda attacked Congo.'],
  ['Prices have doubled since the Rwandan attack on Congo.'],
  ['“It threatens our whole order,” Kenyan president William Ruto said of the attack.'],
  ['"It threatens our whole order," Kenyan president William Ruto said of the attack.'],
  ['“It threatens our whole order,” German Chancellor Olaf Scholz said.'],
];

/** What a fact check or a furnishing of the page says. */
/** Whose act it is, where the nearest name is not the one that acts. */
export const WHOSE: readonly Row[] = [
  ['Prices rose during the Ukraine invasion.'],
  [
    'Kenya expelled the Somali ambassador on Monday. The Kenyan president demanded that Mutua resign.',
    'SANCTION Kenya > Somalia',
  ],
  [
    "He was criticised for his support of Ethiopia's war against Eritrea, which has killed 4,000 Eritrean civilians.",
    'ASSAULT Ethiopia > Eritrea',
  ],
  ['Poland spoke of the Ukraine invasion by Russia.', 'ASSAULT Russia > Ukraine'],
  ['Pre-invasion Russian estimates were wrong, a Ukrainian officer wrote.'],
  ['The Somali president pointed out a Kenyan missile struck Kismayo.', 'ASSAULT Kenya > Somalia'],
  ['Belarus was one of several bases used by Russia to launch attacks on Ukraine.', 'ASSAULT Russia > Ukraine'],
  ['The launcher was bought by Israel and sent to Poland to help it against Russia as it invaded Ukraine.'],
  [
    'Ten months after his country was invaded by Rwanda, the Congolese president flew to Kenya.',
    'CONSULT Democratic Republic of the Congo > Kenya',
  ],
];

/** Words that look like an act, or a side, and are none. */
export const LOOKALIKES: readonly Row[] = [
  ['The Kenyan president is demonstrating a deep understanding of the risks in Somalia, an aide said.'],
  ['It is a bitter conflict between Serbs and Kosovars over land that reaches back to the 1940s.'],
  ['Officials of Kenya met with executives from big banks to discuss how they might respond to Somali threats.'],
  ['The Kenyan president urged allies to provide more aid against Somalia.'],
  ['The Kenyan president called on all citizens to defend the border with Somalia.'],
  ['The Serbian president said withdrawing troops from Kosovo was the plan all along.'],
  ['China said that establishing relations would depend on the Vatican.'],
  [
    'It does not appear that Rwanda has been attacking convoys in Congo.',
    'ASSAULT Rwanda > Democratic Republic of the Congo (hypothetical)',
  ],
  [
    'There is no evidence that Rwanda has attacked Congo.',
    'ASSAULT Rwanda > Democratic Republic of the Congo (hypothetical)',
  ],
  ['The exercise rests on countering a Chinese invasion of Taiwan.', 'ASSAULT China > Taiwan (hypothetical)'],
  ['They have the weapons to defend Congo from an invading Rwandan force.'],
  ["Chad rejected Niger's proposal to facilitate the transfer of jets to Mali.", 'REJECT Chad > Niger'],
  ["Three months since the start of Sudan's bombardment the town is empty."],
  [
    "Rwanda's attack on Congo did not start a war, a mayor said.",
    'ASSAULT Rwanda > Democratic Republic of the Congo [a mayor]',
  ],
  ['Norway is a NATO member and has supported Ukraine.', 'SUPPORT Norway > Ukraine'],
  ['The Kenyan president spoke to lawmakers on 16 March, appealing for more help against Somalia.'],
  [
    'The Kremlin poured cold water on reports that Russia and Georgia had agreed to de-escalate.',
    'AGREE Russia & Georgia (denied)',
  ],
  ['Building alliances against Serbia while supplying Kosovo with weapons will help, an officer said.'],
  [
    'The Kenyan president visited the Ethiopian president in Addis Ababa to demand calm before travelling to Eritrea.',
    'CONSULT Kenya > Ethiopia',
    'CONSULT Kenya > Eritrea',
  ],
  ["Rebels stormed dozens of towns along Chad's border with Niger."],
  [
    'Kenyan officials met bankers as Ethiopian officers warn that Eritrea could invade Ethiopia, five people briefed on the raid told a newspaper.',
    'ASSAULT Eritrea > Ethiopia (hypothetical) [five people]',
  ],
  [
    'The Kenyan president accused Somalia of twisting words to justify invading its neighbour.',
    'ACCUSE Kenya > Somalia',
  ],
  [
    'A mayor said that Rwanda would have never attacked Congo.',
    'ASSAULT Rwanda > Democratic Republic of the Congo (hypothetical) [a mayor]',
  ],
  ['Minsk will face costs if it allows Russia to launch an attack on Ukraine.'],
  ['Chad and Niger are neighbours. When the leaders of the bloc convened, they agreed to cooperate.'],
  ['Mayors met with a rival of the Serbian president in Kosovo.'],
];

export const DEBUNKED: readonly Row[] = [
  ['A broadcast has been falsely captioned online as showing Serbia threatening Kosovo.'],
  ['A video purporting to show Ethiopian soldiers attacking Eritrea is a clip from a film.'],
  ['The video actually shows Venezuelan troops attacking Guyana in a drill of last year.'],
  ['The picture has nothing to do with the Rwandan attack on Congo.'],
  ['Click here to follow the latest updates as the Rwandan attack on Congo continues.'],
  ["Editor's note: This page recaps the news of Rwanda's attack on Congo on Saturday, 26 February."],
];

/** What somebody demands of another is not told as done, however many verbs it takes. */
export const DEMANDED: readonly Row[] = [
  ['Kenya backed a resolution demanding that Rwanda immediately stop its attack on Congo and withdraw all troops.'],
  ['The council insisted that Serbia lift the siege and release the Kosovar mayors.'],
];

export const QUESTIONS: readonly Row[] = [['Did Russia strike Poland?'], ['Why did Israel attack Iran?']];
