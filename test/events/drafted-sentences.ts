import type { EventType } from '../../src/domain/event.ts';

/** A sentence, and what an honest model reads out of it: type, who acts, on whom, the verb as it stands there. */
export interface DraftedRow {
  readonly sentence: string;
  readonly type: EventType;
  readonly actors: readonly string[];
  readonly targets: readonly string[];
  readonly verb: string;
}

/** `&` parts several names of one side. */
export const row = (sentence: string, type: EventType, actor: string, verb: string, target?: string): DraftedRow => ({
  sentence,
  type,
  actors: actor.split(' & '),
  targets: target === undefined ? [] : target.split(' & '),
  verb,
});

/** Written before the gate, with verbs that the lexicon does not know in that use. */
export const HONEST: readonly DraftedRow[] = [
  row('Ethiopian jets strafed two hamlets in Eritrea on Monday.', 'ASSAULT', 'Ethiopian jets', 'strafed', 'Eritrea'),
  row('Sudan torched a customs post inside Chad on Friday.', 'ASSAULT', 'Sudan', 'torched', 'Chad'),
  row('Rwandan gunners peppered Congolese trenches with mortar rounds.', 'ASSAULT', 'Rwandan', 'peppered', 'Congolese'),
  row('Russia razed a grain silo in southern Ukraine overnight.', 'ASSAULT', 'Russia', 'razed', 'Ukraine'),
  row('Armenia mined the road into Azerbaijan last week.', 'ASSAULT', 'Armenia', 'mined', 'Azerbaijan'),
  row('Hezbollah ambushed an Israeli patrol near the fence on Sunday.', 'ASSAULT', 'Hezbollah', 'ambushed', 'Israeli'),
  row('The Houthis scuttled a Greek freighter in the Red Sea.', 'ASSAULT', 'The Houthis', 'scuttled', 'Greek'),
  row('Two farms in Lebanon were strafed by Israel on Tuesday.', 'ASSAULT', 'Israel', 'were strafed', 'Lebanon'),
  row('Egypt airlifted tents and blankets to Sudan on Wednesday.', 'AID', 'Egypt', 'airlifted', 'Sudan'),
  row('Norway bankrolled field hospitals in Ukraine.', 'AID', 'Norway', 'bankrolled', 'Ukraine'),
  row('Japan earmarked 40 million dollars for flood victims in Pakistan.', 'AID', 'Japan', 'earmarked', 'Pakistan'),
  row('Kenya shipped maize to Somalia on Thursday.', 'AID', 'Kenya', 'shipped', 'Somalia'),
  row('Qatar resupplied clinics in Lebanon with fuel.', 'AID', 'Qatar', 'resupplied', 'Lebanon'),
  row('Germany rebuked Serbia over the barricades.', 'ACCUSE', 'Germany', 'rebuked', 'Serbia'),
  row('Guyana lambasted Venezuela on Monday for redrawing its maps.', 'ACCUSE', 'Guyana', 'lambasted', 'Venezuela'),
  row('Poland castigated Belarus over the border crossings.', 'ACCUSE', 'Poland', 'castigated', 'Belarus'),
  row('Colombia chided Ecuador for the delay.', 'ACCUSE', 'Colombia', 'chided', 'Ecuador'),
  row('Cyprus excoriated Turkey after the survey ship sailed.', 'ACCUSE', 'Cyprus', 'excoriated', 'Turkey'),
  row('Ghana lauded Nigeria for freeing the fishermen.', 'SUPPORT', 'Ghana', 'lauded', 'Nigeria'),
  row('Greece commended Albania on Friday.', 'SUPPORT', 'Greece', 'commended', 'Albania'),
  row('Jordan congratulated Iraq on the peaceful vote.', 'SUPPORT', 'Jordan', 'congratulated', 'Iraq'),
  row('Oman feted Yemen at a dinner in Muscat.', 'SUPPORT', 'Oman', 'feted', 'Yemen'),
  row('Serbia hobnobbed with Kosovo in Vienna on Tuesday.', 'CONSULT', 'Serbia', 'hobnobbed', 'Kosovo'),
  row('Thailand huddled with Cambodia in Penang on Saturday.', 'CONSULT', 'Thailand', 'huddled', 'Cambodia'),
  row('India parleyed with China about the ridge on Sunday.', 'CONSULT', 'India', 'parleyed', 'China'),
  row('Armenia and Azerbaijan conferred in Tbilisi on Thursday.', 'CONSULT', 'Armenia & Azerbaijan', 'conferred'),
  row('Malaysia briefed Indonesia on the patrols.', 'CONSULT', 'Malaysia', 'briefed', 'Indonesia'),
  row('Algeria bristled at Morocco and threatened it with nothing.', 'ACCUSE', 'Algeria', 'bristled', 'Morocco'),
  row('Eritrea spurned Djibouti on Wednesday.', 'REJECT', 'Eritrea', 'spurned', 'Djibouti'),
  row('Mali rebuffed Senegal after a week of letters.', 'REJECT', 'Mali', 'rebuffed', 'Senegal'),
  row('Hungary stonewalled Romania over the pipeline.', 'REJECT', 'Hungary', 'stonewalled', 'Romania'),
  row('Israel implored Egypt to keep the crossing open.', 'REQUEST', 'Israel', 'implored', 'Egypt'),
  row('Chad beseeched Libya for fuel on Monday.', 'REQUEST', 'Chad', 'beseeched', 'Libya'),
  row('Burundi pestered Rwanda for the return of the cattle.', 'REQUEST', 'Burundi', 'pestered', 'Rwanda'),
  row('China menaced Taiwan on Thursday.', 'THREATEN', 'China', 'menaced', 'Taiwan'),
  row('North Korea browbeat South Korea over the leaflets.', 'THREATEN', 'North Korea', 'browbeat', 'South Korea'),
  row('Ukraine massed armour along the frontier of Moldova.', 'MOBILIZE', 'Ukraine', 'massed', 'Moldova'),
  row('Peru garrisoned the river bank facing Ecuador.', 'MOBILIZE', 'Peru', 'garrisoned', 'Ecuador'),
  row('Bahrain ostracised Qatar for three weeks.', 'SANCTION', 'Bahrain', 'ostracised', 'Qatar'),
  row('Tunisia snubbed Libya at the ceremony on Friday.', 'SANCTION', 'Tunisia', 'snubbed', 'Libya'),
  row('Uganda impounded Kenyan trucks at the border on Monday.', 'COERCE', 'Uganda', 'impounded', 'Kenyan'),
  row('Myanmar jailed Bangladeshi fishermen on Tuesday.', 'COERCE', 'Myanmar', 'jailed', 'Bangladeshi'),
  row('Nicaragua confiscated Honduran boats in the gulf.', 'COERCE', 'Nicaragua', 'confiscated', 'Honduran'),
  row('Pakistan repatriated Indian pilgrims on Wednesday.', 'RETREAT', 'Pakistan', 'repatriated', 'Indian'),
  row('Kyrgyzstan decamped from Tajikistan at dawn.', 'RETREAT', 'Kyrgyzstan', 'decamped', 'Tajikistan'),
  row('Zambia capitulated to Zimbabwe on the water fees.', 'CONCEDE', 'Zambia', 'capitulated', 'Zimbabwe'),
  row('Georgia acquiesced to Armenia on the railway.', 'CONCEDE', 'Georgia', 'acquiesced', 'Armenia'),
  row('Bolivia collaborated with Paraguay on the dam.', 'COOPERATE', 'Bolivia', 'collaborated', 'Paraguay'),
  row('Finland teamed up with Estonia to guard the cable.', 'COOPERATE', 'Finland', 'teamed', 'Estonia'),
  row('Vietnam consented to the Philippines keeping the buoys.', 'AGREE', 'Vietnam', 'consented', 'the Philippines'),
];

/** A text in the manner of news, and an honest draft of its sentence at a place, from 0. */
interface PlacedRow extends DraftedRow {
  readonly at: number;
}

const story = (text: string, ...drafts: readonly [at: number, ...row: Drafted][]): PlacedRow[] =>
  drafts.map(([at, type, actor, verb, target]) => ({ ...row(text, type, actor, verb, target), at }));

type Drafted = [type: EventType, actor: string, verb: string, target?: string];

/** Written after the gate. */
export const HELD_OUT: readonly PlacedRow[] = [
  ...story(
    'Relief flights to Port Sudan resume\n\nEgyptian transport planes ferried 60 tonnes of medicine to Sudan on Thursday, the health ministry in Cairo said. The cargo will be trucked to Kassala. Ethiopia, which shares the border, hampered the first convoy in May.',
    [1, 'AID', 'Egyptian', 'ferried', 'Sudan'],
    [3, 'COERCE', 'Ethiopia', 'hampered', 'the first convoy'],
  ),
  ...story(
    'Kosovo police handcuffed two Serbian officials at the Jarinje crossing early on Friday, hours after Belgrade had derided the new plates as a provocation.',
    [0, 'COERCE', 'Kosovo police', 'handcuffed', 'Serbian officials'],
    [0, 'ACCUSE', 'Belgrade', 'derided'],
  ),
  ...story(
    'Speaking in Yerevan, Prime Minister Aram Petrosyan of Armenia eulogised the Georgian mediators and thanked Georgia for its patience.',
    [0, 'SUPPORT', 'Aram Petrosyan', 'eulogised', 'Georgian mediators'],
    [0, 'SUPPORT', 'Aram Petrosyan', 'thanked', 'Georgia'],
  ),
  ...story(
    'The Philippine coast guard said a Chinese vessel had rammed a resupply boat near the shoal on Sunday and doused its crew with water cannon.',
    [0, 'ASSAULT', 'a Chinese vessel', 'rammed', 'Philippine'],
  ),
  ...story(
    'Venezuelan marines overran a Guyanese outpost on the Cuyuni river, Georgetown said. Caracas called the report a fantasy.',
    [0, 'ASSAULT', 'Venezuelan marines', 'overran', 'Guyanese'],
  ),
  ...story(
    'A delegation from Mali sojourned in Algiers for two days and dined with Algerian generals, according to the state news agency.',
    [0, 'CONSULT', 'Mali', 'dined', 'Algerian generals'],
  ),
  ...story('Denmark and Canada, long at odds over the islet, have now shaken hands on a boundary.', [
    0,
    'AGREE',
    'Denmark & Canada',
    'shaken',
  ]),
  ...story('Lebanon upbraided Syria on Tuesday after smugglers dug a tunnel under the wall.', [
    0,
    'ACCUSE',
    'Lebanon',
    'upbraided',
    'Syria',
  ]),
  ...story('Turkmenistan cajoled Afghanistan into clearing the canal, two engineers told the paper.', [
    0,
    'REQUEST',
    'Turkmenistan',
    'cajoled',
    'Afghanistan',
  ]),
  ...story('The African Union beseeched the Rapid Support Forces to spare the hospital in El Fasher.', [
    0,
    'REQUEST',
    'The African Union',
    'beseeched',
    'the Rapid Support Forces',
  ]),
  ...story('Nigerien troops pelted a Beninese river post with stones before dawn.', [
    0,
    'ASSAULT',
    'Nigerien troops',
    'pelted',
    'Beninese',
  ]),
  ...story('Honduras has padlocked the consulate of Nicaragua in Choluteca.', [
    0,
    'SANCTION',
    'Honduras',
    'padlocked',
    'Nicaragua',
  ]),
  ...story('Azerbaijan’s navy shadowed an Iranian frigate for nine hours on Saturday.', [
    0,
    'MOBILIZE',
    'Azerbaijan’s navy',
    'shadowed',
    'Iranian',
  ]),
  ...story('On Monday, South Sudan decried what it called theft by Uganda of its teak.', [
    0,
    'ACCUSE',
    'South Sudan',
    'decried',
    'Uganda',
  ]),
  ...story('Slovenia and Croatia hammered out a fishing calendar in Piran last week.', [
    0,
    'AGREE',
    'Slovenia & Croatia',
    'hammered',
  ]),
  ...story('Oman has quietly shepherded envoys of Saudi Arabia and Yemen into one room.', [
    0,
    'CONSULT',
    'Oman',
    'shepherded',
    'Saudi Arabia & Yemen',
  ]),
  ...story('Rwandan officers tutored Mozambican recruits in Nacala, and Mozambique paid for the rations.', [
    0,
    'COOPERATE',
    'Rwandan officers',
    'tutored',
    'Mozambican',
  ]),
  ...story('Cuba scoffed at the United States over the lists of ships.', [
    0,
    'REJECT',
    'Cuba',
    'scoffed',
    'the United States',
  ]),
  ...story('Iraq loaned Jordan four water tankers on Wednesday.', [0, 'AID', 'Iraq', 'loaned', 'Jordan']),
  ...story('Estonian customs impounded a Latvian tug; Latvia shrugged the matter off.', [
    0,
    'COERCE',
    'Estonian customs',
    'impounded',
    'Latvian',
  ]),
  ...story('Ecuador waylaid a Peruvian timber convoy at Huaquillas, the Peruvian interior ministry said on Monday.', [
    0,
    'ASSAULT',
    'Ecuador',
    'waylaid',
    'Peruvian',
  ]),
  ...story('The foreign minister of Qatar, Hamad al-Sulaiti, mollified Chad by releasing the visas.', [
    0,
    'CONCEDE',
    'Hamad al-Sulaiti',
    'mollified',
    'Chad',
  ]),
  ...story('Paraguay vaccinated Bolivian herders along the Pilcomayo for free.', [
    0,
    'AID',
    'Paraguay',
    'vaccinated',
    'Bolivian herders',
  ]),
  ...story('Sri Lanka shooed Indian trawlers away from Delft island.', [0, 'COERCE', 'Sri Lanka', 'shooed', 'Indian']),
  ...story(
    'Myanmar vacated the ridge on Friday and handed Thailand the keys to the customs shed.',
    [0, 'RETREAT', 'Myanmar', 'vacated'],
    [0, 'CONCEDE', 'Myanmar', 'handed', 'Thailand'],
  ),
];
