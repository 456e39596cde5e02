/**
 * States of the world, and territories that act as states, one a line:
 * canonical name | other names | capitals and seats of power | demonyms | institutions that act for it.
 * Lists are separated by ";"; "+" behind a demonym adds its plural in s. A name here says nothing about recognition.
 */
export const STATES = `
Afghanistan|Islamic Emirate of Afghanistan;Islamic Republic of Afghanistan|Kabul|Afghan+;Afghani|
Albania||Tirana|Albanian+|
Algeria||Algiers|Algerian+|
Andorra||Andorra la Vella|Andorran+|
Angola||Luanda|Angolan+|
Antigua and Barbuda|Antigua|Saint John's|Antiguan+|
Argentina||Buenos Aires;Casa Rosada|Argentine+;Argentinian+|
Armenia||Yerevan|Armenian+|
Australia||Canberra|Australian+;Aussie+|Australian Defence Force
Austria||Vienna;Ballhausplatz|Austrian+|
Azerbaijan|Azerbaidjan|Baku|Azerbaijani+;Azeri+|
Bahamas|The Bahamas|Nassau|Bahamian+|
Bahrain||Manama|Bahraini+|
Bangladesh||Dhaka|Bangladeshi+|Border Guard Bangladesh
Barbados||Bridgetown|Barbadian+|
Belarus|Byelorussia|Minsk|Belarusian+;Belarussian+|
Belgium|||Belgian+|
Belize||Belmopan|Belizean+|
Benin||Porto-Novo;Cotonou|Beninese|
Bhutan||Thimphu|Bhutanese|
Bolivia|Plurinational State of Bolivia|La Paz|Bolivian+|
Bosnia and Herzegovina|Bosnia;Bosnia-Herzegovina;BiH|Sarajevo|Bosnian+|
Botswana||Gaborone|Botswanan+;Batswana;Motswana|
Brazil||Brasilia;Planalto;Itamaraty|Brazilian+|
Brunei|Brunei Darussalam|Bandar Seri Begawan|Bruneian+|
Bulgaria||Sofia|Bulgarian+|
Burkina Faso|Burkina|Ouagadougou|Burkinabe;Burkinabes;Burkinan+|
Burundi||Bujumbura;Gitega|Burundian+|
Cambodia|Kampuchea|Phnom Penh|Cambodian+;Khmer|
Cameroon||Yaounde|Cameroonian+|
Canada||Ottawa;Parliament Hill|Canadian+|Royal Canadian Mounted Police;RCMP;Global Affairs Canada
Cape Verde|Cabo Verde|Praia|Cape Verdean+|
Central African Republic|CAR|Bangui|Central African;Central Africans|
Chad||N'Djamena|Chadian+|
Chile||La Moneda|Chilean+|
China|People's Republic of China;PRC;Mainland China|Beijing;Peking;Zhongnanhai|Chinese|People's Liberation Army;PLA;Communist Party of China;Chinese Communist Party;CCP;Taiwan Affairs Office;PLA Navy;China Coast Guard
Colombia||Bogota;Casa de Narino;Narino Palace|Colombian+|
Comoros||Moroni|Comorian+;Comoran+|
Costa Rica||San Jose|Costa Rican+|
Croatia||Zagreb|Croatian+;Croat+|
Cuba||Havana|Cuban+|
Cyprus|Republic of Cyprus|Nicosia|Cypriot+;Greek Cypriot+|
Czech Republic|Czechia|Prague|Czech+|
Democratic Republic of the Congo|Democratic Republic of Congo;DR Congo;DRC;D.R. Congo;DROC;Congo-Kinshasa;Congo;Zaire|Kinshasa|Congolese|FARDC;Armed Forces of the Democratic Republic of the Congo
Denmark|Kingdom of Denmark|Copenhagen|Danish;Dane+|
Djibouti|||Djiboutian+|
Dominica||Roseau|Dominican islander+|
Dominican Republic||Santo Domingo|Dominican+|
East Timor|Timor-Leste|Dili|East Timorese;Timorese|
Ecuador||Quito;Carondelet|Ecuadorian+;Ecuadorean+|
Egypt|Arab Republic of Egypt|Cairo|Egyptian+|
El Salvador||San Salvador|Salvadoran+;Salvadorean+|
Equatorial Guinea||Malabo|Equatorial Guinean+;Equatoguinean+|
Eritrea||Asmara|Eritrean+|Eritrean Defence Forces;Eritrean Defense Forces
Estonia||Tallinn|Estonian+|
Eswatini|Swaziland|Mbabane|Swazi+|
Ethiopia|Federal Democratic Republic of Ethiopia|Addis Ababa|Ethiopian+|Ethiopian National Defense Force;Ethiopian National Defence Force;ENDF
Fiji||Suva|Fijian+|
Finland||Helsinki|Finnish;Finn+|
France|French Republic|Paris;Elysee;Elysee Palace;Quai d'Orsay;Matignon|French;Frenchman;Frenchmen|
Gabon||Libreville|Gabonese|
Gambia|The Gambia|Banjul|Gambian+|
Georgia||Tbilisi|Georgian+|Georgian Dream
Germany|Federal Republic of Germany|Berlin;Bundestag|German+|Bundeswehr
Ghana||Accra;Jubilee House|Ghanaian+|
Greece|Hellenic Republic|Athens|Greek+|
Grenada||Saint George's|Grenadian+|
Guatemala||Guatemala City|Guatemalan+|
Guinea|Guinea-Conakry|Conakry|Guinean+|
Guinea-Bissau||Bissau|Bissau-Guinean+|
Guyana||Georgetown|Guyanese|
Haiti||Port-au-Prince|Haitian+|
Honduras||Tegucigalpa|Honduran+|
Hungary||Budapest|Hungarian+|
Iceland||Reykjavik|Icelandic;Icelander+|
India|Republic of India;Bharat|New Delhi;Delhi;South Block;Raisina Hill|Indian+|Ministry of External Affairs;MEA;Lok Sabha;Research and Analysis Wing;Border Security Force;BSF;Indian Army;Indian Air Force
Indonesia||Jakarta;Merdeka Palace|Indonesian+|Tentara Nasional Indonesia;TNI
Iran|Islamic Republic of Iran;Persia|Tehran;Teheran|Iranian+|Islamic Revolutionary Guard Corps;Islamic Revolutionary Guards Corps;Islamic Revolution Guards Corps;Iranian Revolutionary Guards;Iranian Revolutionary Guard Corps;Revolutionary Guard;Revolutionary Guards;Revolutionary Guard Corps;Revolutionary Guards Corps;IRGC;IRGC-QF;Quds Force;Qods Force;Basij;Supreme National Security Council;Artesh
Iraq|Republic of Iraq|Baghdad;Green Zone|Iraqi+|
Ireland|Republic of Ireland|Dublin;Leinster House|Irish;Irishman;Irishmen|
Israel|State of Israel;Zionist entity;Zionist regime|Tel Aviv;Knesset|Israeli+|Israel Defense Forces;Israel Defence Forces;Israeli Defense Forces;Israeli Defence Forces;IDF;Mossad;Shin Bet;Shabak;Israel Security Agency;COGAT
Italy||Rome;Farnesina;Palazzo Chigi;Quirinale|Italian+|
Ivory Coast|Cote d'Ivoire;Republic of Cote d'Ivoire|Yamoussoukro;Abidjan|Ivorian+;Ivoirian+|
Jamaica||Kingston|Jamaican+|
Japan||Tokyo;Kantei;Nagatacho|Japanese|Japan Self-Defense Forces;Japan Self-Defence Forces;Japan Coast Guard
Jordan|Hashemite Kingdom of Jordan|Amman|Jordanian+|Royal Hashemite Court
Kazakhstan||Astana;Nur-Sultan|Kazakh+;Kazakhstani+|
Kenya||Nairobi;State House Nairobi|Kenyan+|Kenya Defence Forces
Kiribati||Tarawa|I-Kiribati|
Kosovo|Republic of Kosovo|Pristina;Prishtina|Kosovar+;Kosovan+;Kosovo Albanian+|
Kuwait||Kuwait City|Kuwaiti+|
Kyrgyzstan|Kyrgyz Republic;Kirghizstan|Bishkek|Kyrgyz;Kyrgyzstani+|
Laos|Lao PDR|Vientiane|Laotian+;Lao|
Latvia||Riga|Latvian+|
Lebanon||Beirut;Baabda;Grand Serail|Lebanese|Lebanese Armed Forces;LAF
Lesotho||Maseru|Basotho;Mosotho|
Liberia||Monrovia|Liberian+|
Libya||Tripoli|Libyan+|Government of National Unity
Liechtenstein||Vaduz|Liechtensteiner+|
Lithuania||Vilnius|Lithuanian+|
Luxembourg|||Luxembourgish;Luxembourger+|
Madagascar||Antananarivo|Malagasy;Madagascan+|
Malawi||Lilongwe|Malawian+|
Malaysia||Kuala Lumpur;Putrajaya|Malaysian+|
Maldives|||Maldivian+|
Mali||Bamako;Koulouba|Malian+|FAMa
Malta||Valletta|Maltese|
Marshall Islands||Majuro|Marshallese|
Mauritania||Nouakchott|Mauritanian+|
Mauritius||Port Louis|Mauritian+|
Mexico||Mexico City;Los Pinos|Mexican+|
Micronesia|Federated States of Micronesia|Palikir|Micronesian+|
Moldova|Republic of Moldova|Chisinau;Kishinev|Moldovan+|
Monaco|||Monegasque+|
Mongolia||Ulaanbaatar;Ulan Bator|Mongolian+|
Montenegro||Podgorica|Montenegrin+|
Morocco|Kingdom of Morocco|Rabat|Moroccan+|
Mozambique||Maputo|Mozambican+|
Myanmar|Burma|Naypyidaw;Nay Pyi Taw;Naypyitaw;Rangoon|Burmese|Tatmadaw;State Administration Council;National Unity Government
Namibia||Windhoek|Namibian+|
Nauru|||Nauruan+|
Nepal||Kathmandu;Singha Durbar|Nepali+;Nepalese|
Netherlands|The Netherlands;Holland|Amsterdam;Binnenhof|Dutch;Dutchman|
New Zealand|Aotearoa|Wellington|New Zealander+;Kiwi+|
Nicaragua||Managua|Nicaraguan+|
Niger||Niamey|Nigerien+|
Nigeria||Abuja;Aso Rock;Aso Villa|Nigerian+|
North Korea|Democratic People's Republic of Korea;DPRK;D.P.R.K.;N. Korea;N Korea;NKorea|Pyongyang|North Korean+;N. Korean+;N Korean+|Korean People's Army;KPA;Workers' Party of Korea
North Macedonia|Macedonia|Skopje|Macedonian+;North Macedonian+|
Northern Cyprus|Turkish Republic of Northern Cyprus;TRNC||Turkish Cypriot+|
Norway||Oslo|Norwegian+|
Oman|Sultanate of Oman|Muscat|Omani+|
Pakistan|Islamic Republic of Pakistan;Pak|Islamabad;Rawalpindi;Rawalpindi GHQ;GHQ Rawalpindi|Pakistani+|Inter-Services Public Relations;Inter Services Public Relations;ISPR;Inter-Services Intelligence;ISI;Frontier Corps;Pakistan Army;Pak Army;Pakistan Air Force;Pakistan Armed Forces;MoFA Pakistan
Palau||Ngerulmud|Palauan+|
Palestine|State of Palestine;Palestinian Authority;Palestinian National Authority;Palestinian territories;occupied Palestinian territory|Ramallah|Palestinian+|Palestine Liberation Organization;Palestine Liberation Organisation;PLO
Panama||Panama City|Panamanian+|
Papua New Guinea|PNG|Port Moresby|Papua New Guinean+|
Paraguay||Asuncion|Paraguayan+|
Peru||Lima|Peruvian+|
Philippines|The Philippines|Manila;Malacanang;Malacanan Palace|Filipino+;Philippine;Filipina+|Armed Forces of the Philippines;AFP Western Command;Philippine Coast Guard
Poland||Warsaw|Polish;Pole+|
Portugal||Lisbon|Portuguese|
Qatar|State of Qatar|Doha|Qatari+|
Republic of the Congo|Congo-Brazzaville;Congo Brazzaville;Congo Republic;Republic of Congo|Brazzaville||
Romania|Rumania|Bucharest|Romanian+|
Russia|Russian Federation|Moscow;Kremlin;The Kremlin;Smolenskaya Square|Russian+|Federal Security Service;FSB;GRU;Russian Armed Forces;State Duma;Duma;Roscosmos;Rosgvardia;Black Sea Fleet
Rwanda||Kigali;Urugwiro|Rwandan+;Rwandese|Rwanda Defence Force;Rwandan Defence Force;RDF;Rwandan Patriotic Front
Saint Kitts and Nevis|St. Kitts and Nevis|Basseterre|Kittitian+|
Saint Lucia|St. Lucia|Castries|Saint Lucian+|
Saint Vincent and the Grenadines|St. Vincent and the Grenadines|Kingstown|Vincentian+|
Samoa||Apia|Samoan+|
San Marino|||Sammarinese|
Sao Tome and Principe|||Sao Tomean+|
Saudi Arabia|Kingdom of Saudi Arabia;KSA;Saudi Kingdom;S. Arabia|Riyadh;Jeddah|Saudi+;Saudi Arabian+|Saudi Aramco;Saudi Royal Court
Senegal||Dakar|Senegalese|
Serbia|Republic of Serbia|Belgrade|Serbian+;Serb+|
Seychelles|||Seychellois|
Sierra Leone||Freetown|Sierra Leonean+|
Singapore||Istana|Singaporean+|
Slovakia|Slovak Republic|Bratislava|Slovak+;Slovakian+|
Slovenia||Ljubljana|Slovenian+;Slovene+|
Solomon Islands||Honiara|Solomon Islander+|
Somalia|Federal Republic of Somalia|Mogadishu;Villa Somalia|Somali+;Somalian+|Somali National Army
Somaliland|Republic of Somaliland|Hargeisa|Somalilander+|
South Africa||Pretoria;Tshwane;Union Buildings;Luthuli House|South African+|DIRCO
South Korea|Republic of Korea;ROK;R.O.K.;S. Korea;S Korea;SKorea|Seoul;Blue House;Yongsan|South Korean+;S. Korean+;S Korean+|Joint Chiefs of Staff of South Korea;National Intelligence Service
South Sudan|Republic of South Sudan|Juba|South Sudanese|South Sudan People's Defence Forces;SSPDF
Spain|Kingdom of Spain|Madrid;Moncloa|Spanish;Spaniard+|
Sri Lanka|Ceylon|Colombo;Sri Jayawardenepura Kotte|Sri Lankan+|
Sudan|Republic of the Sudan|Khartoum|Sudanese|Sudanese Armed Forces;Sudan Armed Forces;SAF;Transitional Sovereignty Council;Sovereign Council
Suriname|Surinam|Paramaribo|Surinamese|
Sweden||Stockholm;Rosenbad|Swedish;Swede+|
Switzerland|Swiss Confederation|Bern;Berne|Swiss|
Syria|Syrian Arab Republic|Damascus|Syrian+|Syrian Arab Army;Syrian Arab News Agency
Taiwan|Republic of China;Chinese Taipei;R.O.C.|Taipei|Taiwanese|Mainland Affairs Council;Kuomintang;Democratic Progressive Party
Tajikistan|Tadjikistan|Dushanbe|Tajik+;Tajikistani+|
Tanzania|United Republic of Tanzania|Dodoma;Dar es Salaam|Tanzanian+|
Thailand||Bangkok;Government House Bangkok|Thai+|Royal Thai Army
Togo||Lome|Togolese|
Tonga||Nuku'alofa|Tongan+|
Trinidad and Tobago|Trinidad|Port of Spain|Trinidadian+|
Tunisia||Tunis;Carthage Palace|Tunisian+|
Turkey|Turkiye;Republic of Turkey;Republic of Turkiye|Ankara;Bestepe|Turkish;Turk+|MIT intelligence agency;Turkish Armed Forces
Turkmenistan||Ashgabat|Turkmen+;Turkmenistani+|
Tuvalu||Funafuti|Tuvaluan+|
Uganda||Kampala;Entebbe|Ugandan+|Uganda People's Defence Force;Uganda People's Defence Forces;UPDF
Ukraine||Kyiv;Kiev;Bankova;Verkhovna Rada|Ukrainian+|Armed Forces of Ukraine;Ukrainian Armed Forces;AFU;Security Service of Ukraine;SBU;HUR;GUR
United Arab Emirates|UAE;U.A.E.;Emirates;The Emirates|Abu Dhabi|Emirati+|
United Kingdom|UK;U.K.;Britain;Great Britain;United Kingdom of Great Britain and Northern Ireland|London;Westminster;Downing Street;10 Downing Street;No 10;No. 10;Number 10;Whitehall;House of Commons|British;Briton+;Brit+|Foreign, Commonwealth and Development Office;Foreign, Commonwealth & Development Office;FCDO;Royal Navy;Royal Air Force;RAF;MI6;MI5;GCHQ;Buckingham Palace
United States|United States of America;US;U.S.;USA;U.S.A.;U.S;America|Washington;Washington, D.C.;Washington DC;White House;The White House;Capitol Hill;Foggy Bottom;Pentagon;The Pentagon;Oval Office;Mar-a-Lago|American+|State Department;Department of State;US Central Command;U.S. Central Command;Central Command;CENTCOM;Department of Defense;Department of War;Defense Department;Central Intelligence Agency;CIA;FBI;National Security Council;Treasury Department;US Treasury;U.S. Treasury;US Congress;AFRICOM;INDOPACOM;EUCOM;USAID;House of Representatives;US Navy;U.S. Navy;US Army;U.S. Army;US Air Force;U.S. Air Force;Marine Corps
Uruguay||Montevideo|Uruguayan+|
Uzbekistan||Tashkent|Uzbek+;Uzbekistani+|
Vanuatu||Port Vila|Ni-Vanuatu|
Vatican|Holy See;Vatican City;The Vatican;The Holy See|||
Venezuela|Bolivarian Republic of Venezuela|Caracas;Miraflores;Miraflores Palace|Venezuelan+|
Vietnam|Viet Nam|Hanoi|Vietnamese|
Western Sahara|Sahrawi Arab Democratic Republic;SADR|Laayoune;Tindouf|Sahrawi+;Saharawi+|Polisario Front;Polisario
Yemen|Republic of Yemen|Sanaa;Sana'a|Yemeni+;Yemenite+|Presidential Leadership Council
Zambia||Lusaka|Zambian+|
Zimbabwe|Rhodesia|Harare|Zimbabwean+|
Abkhazia||Sukhumi;Sokhumi|Abkhaz;Abkhazian+|
South Ossetia||Tskhinvali|South Ossetian+|
Transnistria|Transdniestria;Trans-Dniester;Pridnestrovie|Tiraspol|Transnistrian+|
Cook Islands||Avarua|Cook Islander+|
Greenland||Nuuk|Greenlandic;Greenlander+|
Hong Kong|||Hongkonger+;Hong Konger+|
Puntland||Garowe||
Soviet Union|USSR;U.S.S.R.||Soviet+|
Yugoslavia|||Yugoslav+|
`;
