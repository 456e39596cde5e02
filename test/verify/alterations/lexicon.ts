/** Names that stand for the same state or group: as a noun, as an adjective, and the seat of its government. */
export interface Power {
  readonly noun: string;
  readonly adjective?: string;
  readonly seat?: string;
  readonly also?: readonly string[];
}

const rows = `Sudan,Sudanese,Khartoum|Serbia,Serbian,Belgrade|Armenia,Armenian,Yerevan|Azerbaijan,Azerbaijani,Baku
Ethiopia,Ethiopian,Addis Ababa|Eritrea,Eritrean,Asmara|Colombia,Colombian,Bogota|North Korea,North Korean,Pyongyang
South Korea,South Korean,Seoul|China,Chinese,Beijing|Taiwan,Taiwanese,Taipei|India,Indian,New Delhi
Pakistan,Pakistani,Islamabad|Turkey,Turkish,Ankara|Saudi Arabia,Saudi,Riyadh|Mali,Malian,Bamako|Niger,Nigerien,Niamey
France,French,Paris|Venezuela,Venezuelan,Caracas|Guyana,Guyanese,Georgetown|Rwanda,Rwandan,Kigali
Morocco,Moroccan,Rabat|Algeria,Algerian,Algiers|Moldova,Moldovan,Chisinau|Ukraine,Ukrainian,Kyiv
Russia,Russian,Moscow|Iran,Iranian,Tehran|Israel,Israeli,Jerusalem|Lebanon,Lebanese,Beirut|Syria,Syrian,Damascus
Thailand,Thai,Bangkok|Haiti,Haitian,Port-au-Prince|Kenya,Kenyan,Nairobi|Mozambique,Mozambican,Maputo
Somalia,Somali,Mogadishu|Georgia,Georgian,Tbilisi|the Philippines,Philippine,Manila|Japan,Japanese,Tokyo
Qatar,Qatari,Doha|Egypt,Egyptian,Cairo|Britain,British,London|Jordan,Jordanian,Amman|Iraq,Iraqi,Baghdad
Hungary,Hungarian,Budapest|Tanzania,Tanzanian,Dodoma|Oman,Omani,Muscat|Angola,Angolan,Luanda
Norway,Norwegian,Oslo|Brazil,Brazilian,Brasilia|Vietnam,Vietnamese,Hanoi|Spain,Spanish,Madrid`;

const states: readonly Power[] = rows.split(/[|\n]/).map((row) => {
  const [noun = '', adjective = '', seat = ''] = row.split(',');
  return { noun, adjective, seat };
});

/** States, and the powers that are none. */
export const powers: readonly Power[] = [
  ...states,
  { noun: 'Congo', adjective: 'Congolese', seat: 'Kinshasa', also: ['the Democratic Republic of Congo'] },
  { noun: 'Yemen', adjective: 'Yemeni', seat: 'Aden' },
  { noun: 'Kosovo', seat: 'Pristina' },
  { noun: 'Myanmar', seat: 'Naypyidaw' },
  { noun: 'Cyprus', seat: 'Nicosia' },
  { noun: 'Burkina Faso', seat: 'Ouagadougou' },
  { noun: 'the United States', adjective: 'American', seat: 'Washington', also: ['US'] },
  { noun: 'Hamas' },
  { noun: 'Hezbollah' },
  { noun: 'M23' },
  { noun: 'the Rapid Support Forces', also: ['Rapid Support Forces', 'the RSF'] },
  { noun: 'the ELN', also: ['the National Liberation Army', 'ELN'] },
  { noun: 'the Houthi movement', adjective: 'Houthi' },
  { noun: 'the Polisario Front' },
  { noun: 'al-Shabaab' },
  { noun: 'the Taliban' },
  { noun: 'the European Union', also: ['EU'] },
  { noun: 'the United Nations', also: ['UN'] },
  { noun: 'the African Union' },
  { noun: 'NATO' },
  { noun: 'the Arab League' },
  { noun: 'Somaliland' },
];

/** Names in which a part looks like the name of a state and is none. */
export const protectedNames: readonly string[] = [
  'South China Sea',
  'Taiwan Strait',
  'Port Sudan',
  'South Sudan',
  'Gulf of Oman',
  'Gulf of Aden',
  'Niger river',
  'Turkish Cypriots',
  'Greek Cypriots',
  'Turkish Cypriot',
  'Greek Cypriot',
  'UN Security Council',
  'United Nations Security Council',
  'World Food Programme',
  'United Nations Interim Force in Lebanon',
  'Saudi Arabia',
  'North Korean',
  'South Korean',
  'Myanmar National Democratic Alliance Army',
];

/** Towns, of which none lies in another. */
export const towns: readonly string[] =
  `Goma,Bukavu,Odesa,Jeddah,Geneva,Ohrid,Pretoria,Havana,Kunming,Sochi,Kazan,El Fasher,El Obeid,Umm Rawaba,Laayoune,Dakhla,Smara,Tindouf,Hodeidah,Aden,Sanaa,Sweida,Aleppo,Pemba,Macomia,Mocimboa da Praia,Palma,Quissanga,Mueda,Las Anod,El Buur,Bardhere,Scarborough Shoal,Second Thomas Shoal,Sabina Shoal,Avdiivka,Robotyne,Kidal,Myawaddy,Lashio,Laukkai,Kinmen,Matsu,Pyla,Naqoura,Blida,Majdal Shams,Rafah,Mekelle,Gondar,Shire,Axum,Zalambessa,North Mitrovica,Banjska,Morales,Klintsy,Rubaya,Torkham,Huwara,Ghajar,Pont-Sonde,Tripoli,Shanghai,New York,Port Sudan,Boa Vista,Chushul-Moldo,Gao,Kismayo,Istanbul`.split(
    ',',
  );

/** Regions, of which none lies in another. */
export const regions: readonly string[] =
  `Transnistria,Abkhazia,South Ossetia,Nagorno-Karabakh,Tigray,Amhara,Essequibo,Western Sahara,Cabo Delgado,North Kivu,South Kivu,Darfur,Arauca,Cauca,Idlib,Gaza,Gagauzia,Depsang,Ladakh,Arunachal Pradesh,Crimea,Sagaing,Kachin,Jubaland`.split(
    ',',
  );

/** People whom no sentence of the corpus names. */
export const strangers: readonly string[] = [
  'Viktor Almqvist',
  'Samira Benhaddou',
  'Thomas Okello Ruhindi',
  'Elena Marković-Reyes',
  'Darius Nakhjavani',
  'Park Seo-jin',
  'Ana Lucia Ferreira Pinto',
  'Oskar Lindqvist-Hale',
];
