/** Sentences written for these tests, and every act that they tell of. */
export type Row = readonly [sentence: string, ...acts: string[]];

export const ACTIVE: readonly Row[] = [
  ['Russia struck a power station in Kharkiv with missiles on Monday.', 'ASSAULT Russia > Ukraine'],
  ['Ukrainian forces shelled Russian positions near the village on Tuesday.', 'ASSAULT Ukraine > Russia'],
  ['India launched air strikes on militant camps in Pakistan on Wednesday night.', 'ASSAULT India > Pakistan'],
  ['Israel bombed the southern suburbs of Beirut.', 'ASSAULT Israel > Lebanon'],
  ['Hezbollah fired rockets at northern Israel on Sunday.', 'ASSAULT Hezbollah > Israel'],
  ['The Houthis attacked a Greek tanker in the Red Sea.', 'ASSAULT Houthis > Greece'],
  ['North Korea fired artillery shells toward South Korean islands.', 'ASSAULT North Korea > South Korea'],
  ['Azerbaijan invaded Armenia at dawn.', 'ASSAULT Azerbaijan > Armenia'],
  ['Cambodia accused Thailand of planting landmines along the border.', 'ACCUSE Cambodia > Thailand'],
  ['Rwanda expelled the Belgian ambassador on Monday.', 'SANCTION Rwanda > Belgium'],
  ['Kosovo closed its border with Serbia.', 'SANCTION Kosovo > Serbia'],
  ['China imposed sanctions on Taiwan.', 'COERCE China > Taiwan'],
  ['Venezuela moved troops toward the border with Guyana.', 'MOBILIZE Venezuela > Guyana'],
  ['Ethiopia recalled its ambassador from Eritrea.', 'SANCTION Ethiopia > Eritrea'],
  ['Sudan severed diplomatic ties with the United Arab Emirates.', 'SANCTION Sudan > United Arab Emirates'],
  ['Iran seized a South Korean oil tanker in the strait.', 'COERCE Iran > South Korea'],
  ['Thailand withdrew its troops from Cambodia.', 'RETREAT Thailand > Cambodia'],
  ['Hamas released four Israeli hostages on Saturday.', 'RETREAT Hamas > Israel'],
  ['Turkey lifted the embargo on Syria.', 'RETREAT Turkey > Syria'],
  ['Egypt sent medical aid to Sudan.', 'AID Egypt > Sudan'],
  [
    'Qatar offered to mediate between Rwanda and the Democratic Republic of the Congo.',
    'AGREE Qatar > Rwanda & Democratic Republic of the Congo',
  ],
  ['Qatar stands ready to mediate between Sudan and Chad.', 'AGREE Qatar > Sudan & Chad'],
  ['Sudan is ready to accept mediation by Qatar.'],
  ['Norway offered to host talks between Serbia and Kosovo.', 'AGREE Norway > Serbia & Kosovo'],
  ['Armenia rejected the demand of Azerbaijan.', 'REJECT Armenia > Azerbaijan'],
  ['Guyana condemned Venezuela over the referendum.', 'ACCUSE Guyana > Venezuela'],
  ['Serbia put its army on high alert.', 'MOBILIZE Serbia'],
  ['South Korea resumed trade with North Korea.', 'COOPERATE South Korea & North Korea'],
  ['Armenia and Azerbaijan signed a peace treaty in Washington.', 'SUPPORT Armenia & Azerbaijan'],
  ['India summoned the Pakistani high commissioner on Thursday.', 'ACCUSE India > Pakistan'],
  ['Japan lodged a protest with China over the drills.', 'ACCUSE Japan > China'],
  ['The European Union imposed new sanctions on Russia.', 'COERCE European Union > Russia'],
];

export const PASSIVE: readonly Row[] = [
  ['Odesa was struck by Russian drones overnight.', 'ASSAULT Russia > Ukraine'],
  ['Two Armenian soldiers were captured by Azerbaijan.', 'COERCE Azerbaijan > Armenia'],
  ['The Ethiopian ambassador was expelled by Somalia on Thursday.', 'SANCTION Somalia > Ethiopia'],
  ['The Lebanese capital was bombed by Israel.', 'ASSAULT Israel > Lebanon'],
  ['Three civilians were killed in the village.'],
  ['The embassy in Khartoum was attacked on Monday.'],
  ['The port was hit by a missile.'],
  ['Ukraine was accused by Russia of shelling a nuclear plant.', 'ACCUSE Russia > Ukraine'],
  ['The Indian envoy was summoned by Pakistan on Friday.', 'ACCUSE Pakistan > India'],
  ['Guyana was warned.'],
  ['Ships in the Red Sea have been attacked since November.'],
];

export const NOMINAL: readonly Row[] = [
  [
    'Ethiopia has bombed Somalia since May in response to rocket attacks by al-Shabaab.',
    'ASSAULT Ethiopia > Somalia',
    'ASSAULT al-Shabaab',
  ],
  [
    'The council praised its army for answering what Norway called an unlawful violation of its borders by Sweden.',
    'ACCUSE Norway > Sweden',
  ],
  ['Guyana denounced what it described as provocations by Venezuelan forces.', 'ACCUSE Guyana > Venezuela'],
  ['The Israeli air strike on Damascus came at night.', 'ASSAULT Israel > Syria'],
  ['Residents described a Russian missile attack on Dnipro on Saturday.', 'ASSAULT Russia > Ukraine'],
  ['The attack by Azerbaijan on Armenia lasted an hour.', 'ASSAULT Azerbaijan > Armenia'],
  ['Talks between Ethiopia and Eritrea began in Nairobi on Monday.', 'CONSULT Ethiopia & Eritrea'],
  ["Qatar's offer to mediate was announced on Monday.", 'AGREE Qatar'],
  ["Turkey's appeal for restraint came on Sunday.", 'REQUEST Turkey'],
  ['The attack on the convoy killed nobody.'],
  ['Nine soldiers were killed in the Greek strikes on the depot, Turkish officials said.', 'ASSAULT Greece [Turkey]'],
  ['Nine soldiers were killed in the Greek strikes on the depot and Turkey would respond.', 'ASSAULT Greece'],
  ['Nine soldiers were killed on Monday in further Greek strikes on the depot.', 'ASSAULT Greece'],
  ['Dozens died in a second wave of Greek attacks that could have been averted.', 'ASSAULT Greece'],
  ['Further Greek strikes on the depot killed nine soldiers.', 'ASSAULT Greece'],
  ['Nobody was killed in the Greek strikes.', 'ASSAULT Greece'],
  ['The strikes drew a sharp reply.'],
];

export const LIGHT: readonly Row[] = [
  ['India carried out strikes in Pakistan on Wednesday.', 'ASSAULT India > Pakistan'],
  ['Russia launched a massive drone attack on Ukraine.', 'ASSAULT Russia > Ukraine'],
  ['China conducted live-fire military drills near Taiwan.', 'MOBILIZE China > Taiwan'],
  ['The two sides held talks in Doha between Rwanda and Congo.', 'CONSULT Democratic Republic of the Congo & Rwanda'],
  ['Kim held a telephone conversation with nobody.'],
  ['Thai troops opened fire on Cambodian soldiers.', 'ASSAULT Thailand > Cambodia'],
];

export const CAPITALS: readonly Row[] = [
  ['Moscow expelled two Estonian diplomats on Tuesday.', 'SANCTION Russia > Estonia'],
  ['Beijing condemned Washington over the sale of weapons.', 'ACCUSE China > United States'],
  ['Addis Ababa recalled its ambassador from Mogadishu.', 'SANCTION Ethiopia > Somalia'],
  ['Baku accused Yerevan of opening fire.', 'ACCUSE Azerbaijan > Armenia'],
  ['Pyongyang threatened Seoul with military action.', 'THREATEN North Korea > South Korea'],
  ['Caracas and Georgetown agreed to avoid any escalation.', 'AGREE Venezuela & Guyana'],
  ['Kigali rejected talks with Kinshasa.', 'REJECT Rwanda > Democratic Republic of the Congo'],
  ['Belgrade withdrew forces from Kosovo.', 'RETREAT Serbia > Kosovo'],
  ['New Delhi suspended diplomatic contacts with Islamabad.', 'SANCTION India > Pakistan'],
  ['The minister met diplomats in Tehran.'],
];

export const OFFICES: readonly Row[] = [
  [
    'President Samia Suluhu Hassan of Tanzania condemned Burundi over the raid.',
    'ACCUSE Samia Suluhu Hassan (Tanzania) > Burundi',
  ],
  ['Foreign Minister Petra Nowak of the Netherlands visited Ankara.', 'CONSULT Petra Nowak (Netherlands) > Turkey'],
  [
    'Cambodian Prime Minister Hun Manet spoke by telephone with Thai Prime Minister Anutin Charnvirakul.',
    'CONSULT Hun Manet (Cambodia) & Anutin Charnvirakul (Thailand)',
  ],
  ['The Turkish foreign minister visited Damascus on Thursday.', 'CONSULT Turkey > Syria'],
  ["Egypt's president met the president of Sudan in Cairo.", 'CONSULT Egypt & Sudan'],
  ["Lebanon's army shelled Syrian fighters.", 'ASSAULT Lebanon > Syria'],
  ['The Indian army exchanged fire with Pakistani troops across the line.', 'ASSAULT India & Pakistan'],
  [
    "Kenya's President William Ruto called on Rwanda and Congo to hold talks.",
    'REQUEST William Ruto (Kenya) > Rwanda & Democratic Republic of the Congo',
  ],
  [
    'French President Emmanuel Macron urged Israel and Lebanon to show restraint.',
    'REQUEST Emmanuel Macron (France) > Israel & Lebanon',
  ],
];

export const CONTACT: readonly Row[] = [
  ['The foreign ministers of Armenia and Azerbaijan met in Tbilisi on Wednesday.', 'CONSULT Armenia & Azerbaijan'],
  [
    'Syrian Foreign Minister Asaad al-Shaibani was received by Lebanese officials in Beirut.',
    'CONSULT Lebanon > Asaad al-Shaibani (Syria)',
  ],
  ['Eritrea received an Ethiopian delegation on Monday.', 'CONSULT Eritrea > Ethiopia'],
  ['Guyana and Venezuela exchanged letters.', 'CONSULT Guyana & Venezuela'],
  ['A delegation from Rwanda arrived in Kinshasa on Friday.', 'CONSULT Rwanda > Democratic Republic of the Congo'],
];

export const JOINED: readonly Row[] = [
  [
    'Pakistan recalled its envoy from Kabul and closed its border with Afghanistan.',
    'SANCTION Pakistan > Afghanistan',
    'SANCTION Pakistan > Afghanistan',
  ],
  [
    'Egypt, Qatar and the United States appealed to Israel and Hamas for restraint.',
    'REQUEST Egypt & Qatar & United States > Israel & Hamas',
  ],
  [
    'Thailand shelled Cambodia on Thursday, and Cambodia fired rockets at Thailand on Friday.',
    'ASSAULT Thailand > Cambodia',
    'ASSAULT Cambodia > Thailand',
  ],
  [
    'Rwanda, which had expelled the Belgian ambassador, closed its border with Burundi.',
    'SANCTION Rwanda > Belgium',
    'SANCTION Rwanda > Burundi',
  ],
  ['The country that attacked Armenia rejected talks.'],
  [
    'India struck camps in Pakistan on Wednesday, with Pakistan in turn striking Indian airfields on Saturday.',
    'ASSAULT India > Pakistan',
    'ASSAULT Pakistan > India',
  ],
  [
    'Sudan accused the United Arab Emirates of sending arms to the Rapid Support Forces, while Chad condemned the attack.',
    'ACCUSE Sudan > United Arab Emirates',
  ],
  ['China condemned the visit, and Taiwan put its forces on alert.', 'MOBILIZE Taiwan'],
];

export const AGREEMENTS: readonly Row[] = [
  ['Kenya and Uganda pledged on Sunday to crack down on smugglers along the lake.', 'AGREE Kenya & Uganda'],
  ['Nigeria and Chad vowed to fight jihadists together with their neighbours.'],
  ['Ecuador promised to fight drug gangs.'],
  ['Chad and Sudan were committed to a peaceful way out, a joint statement said.', 'AGREE Chad & Sudan'],
  ['Thailand and Cambodia agreed that their patrols would stay five kilometres apart.', 'AGREE Thailand & Cambodia'],
  ['Rwanda said the door to talks with Burundi remained open.', 'AGREE Rwanda [Rwanda]'],
  [
    'Chad and Sudan quarrel. In Khartoum an interior ministry spokesman, Omar Bakri, said the Sudanese ambassador had been instructed to return to Chad.',
    'AGREE Sudan > Chad (planned) [Omar Bakri (Sudan)]',
  ],
  ["Guyana's army came off high alert on Sunday.", 'RETREAT Guyana'],
  ['Guyana denounced the deployment of Venezuelan gunboats.', 'ACCUSE Guyana > Venezuela'],
  [
    'Kosovo and Serbia are at odds. Swiss envoys brokered the swap of detainees.',
    'CONSULT Switzerland > Kosovo & Serbia',
  ],
  ['Israel and Hezbollah declared a ceasefire on Tuesday.', 'RETREAT Israel & Hezbollah'],
  ['Thailand and Cambodia agreed to a ceasefire at talks in Malaysia.', 'AGREE Thailand & Cambodia'],
  ['Ethiopia and Eritrea restored diplomatic relations.', 'SUPPORT Ethiopia & Eritrea'],
  ['India accepted mediation by the United Arab Emirates.', 'AGREE India > United Arab Emirates'],
  ['Congo rejected mediation by Kenya.', 'REJECT Democratic Republic of the Congo > Kenya'],
  ['Armenia freed eight Azerbaijani prisoners.', 'RETREAT Armenia > Azerbaijan'],
];

/** Names beside the act that did not do it, or to whom it was not done. */
export const BESIDE: readonly Row[] = [
  ['Iran struck Erbil on Monday, and Human Rights Watch condemned the attack on Iraq.', 'ASSAULT Iran > Iraq'],
  ['Russia bombed Kharkiv, and protesters attacked a consulate of China.', 'ASSAULT Russia > Ukraine'],
  ['Sudanese protesters attacked the Egyptian consulate.'],
  ['A drone fired from Yemen hit a building in Eilat.'],
  ['A missile from Lebanon struck a school in Haifa.'],
  ['Rebels backed by Rwanda seized Goma from Congo.'],
  ["Myanmar's junta bombed a village near the Thai border.", 'ASSAULT Myanmar'],
  ['Egypt condemned the attack on Israel.'],
  ['Egypt condemned the killing of Palestinians by Israeli forces.', 'ACCUSE Egypt > Israel'],
  ['Kuwait praised its army for answering an attack by Iraq.', 'ASSAULT Iraq'],
  ['Saudi Arabia welcomed the ceasefire in Gaza.'],
  ['After talks in Riyadh, Sudan and Chad reopened their border.', 'CONCEDE Sudan & Chad'],
  ['Iran and its allies threatened Israel.', 'THREATEN Iran > Israel'],
  ['The strikes, by the first Iranian count, left seven dead.'],
  ['North Korea fired missiles into the sea on Thursday.', 'MOBILIZE North Korea'],
  ['Talks between Afghanistan and Pakistan were postponed.'],
  ['Germany sent tanks to Ukraine.', 'AID Germany > Ukraine'],
  ['China held naval drills with Russia.', 'COOPERATE China & Russia'],
  ['Israel killed a Hezbollah commander in Beirut.', 'ASSAULT Israel > Hezbollah & Lebanon'],
  [
    'Iran, which Israel struck in June, has rejected talks with the United States.',
    'ASSAULT Israel > Iran',
    'REJECT Iran > United States',
  ],
  ["China, Taiwan's largest neighbour, sent warships toward the island.", 'MOBILIZE China'],
  [
    'The Rapid Support Forces, accused by the United States of genocide, attacked El Fasher.',
    'ACCUSE United States > Rapid Support Forces',
    'ASSAULT Rapid Support Forces > Sudan',
  ],
  ['Pro-Russian rebels in Ukraine shelled a bus.'],
  ['Turkish-backed fighters attacked Kurdish villages in Syria.'],
  ['Ukrainian opposition leaders condemned Russia.'],
  ['Syrian rebels attacked a Turkish base.'],
  ['Former Thai prime minister Somchai Rattana accused Cambodia of lying.', 'ACCUSE Somchai Rattana > Cambodia'],
  ['The United States vetoed a resolution calling for a ceasefire in Gaza.'],
  ['Libya, in occupied fear of Chad, stayed silent.'],
];

/** What sanctions, captures, releases and envoys are called. */
export const WORDS: readonly Row[] = [
  ['Rwanda sent 1,000 soldiers to Mozambique to help it fight insurgents.', 'AID Rwanda > Mozambique'],
  ['France deployed 2,500 troops to Mali at the request of the president.', 'AID France > Mali'],
  ['Egypt sent troops to the border with Libya to protect a pipeline.', 'MOBILIZE Egypt > Libya'],
  ['The Chinese president sent condolences to Turkey after the earthquake.', 'SUPPORT China > Turkey'],
  ['Malaysia offered its sympathy for the Indonesian victims of the flood.', 'SUPPORT Malaysia > Indonesia'],
  ['Malaysia offered its sympathy to the families.'],
  ['Kigali was held responsible by Kinshasa for the attack.', 'ACCUSE Democratic Republic of the Congo > Rwanda'],
  ['Seoul held Pyongyang responsible for the blast.', 'ACCUSE South Korea > North Korea'],
  ['Washington hit Tehran with new sanctions.', 'COERCE United States > Iran'],
  ['Sanctions on Rwanda were imposed by the European Union.', 'COERCE European Union > Rwanda'],
  ['American prisoners were released by Venezuela.', 'RETREAT Venezuela > United States'],
  ['Russia handed over the bodies of 1,000 soldiers to Ukraine.', 'RETREAT Russia > Ukraine'],
  ['Seoul and Pyongyang exchanged prisoners.', 'RETREAT South Korea & North Korea'],
  ['Colombia ordered the Israeli diplomats to leave the country.', 'SANCTION Colombia > Israel'],
  ['Kenya withdrew its peacekeepers from South Sudan.', 'SANCTION Kenya > South Sudan'],
  ['Ecuador declared a state of siege.', 'COERCE Ecuador'],
  ['Poland closed its airspace to Russian aircraft.', 'SANCTION Poland > Russia'],
  ['Iran summoned the ambassadors of Britain, France and Germany.', 'ACCUSE Iran > United Kingdom & France & Germany'],
  ['Israel blocked aid to Gaza.', 'COERCE Israel > Palestine'],
  ['Azerbaijan captured two Armenian soldiers.', 'COERCE Azerbaijan > Armenia'],
  ["Taiwan's president Lai Ching-te offered talks with China.", 'AGREE Lai Ching-te (Taiwan) > China'],
  ['The Indian foreign minister paid a visit to Kabul.', 'CONSULT India > Afghanistan'],
  ['Uganda sent 1,000 troops into eastern Congo.', 'MOBILIZE Uganda > Democratic Republic of the Congo'],
];
