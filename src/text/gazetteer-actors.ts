/**
 * International bodies and armed groups: canonical name | other names | members and adjectives.
 * Names of two to six capitals stand for themselves only in capitals ("US" is not "us").
 */
export const BODIES = `
United Nations|UN;U.N.;United Nations Organization;Turtle Bay;UN Secretariat|
UN Security Council|United Nations Security Council;U.N. Security Council;Security Council;UNSC|
UN General Assembly|United Nations General Assembly;U.N. General Assembly;General Assembly;UNGA|
UN Human Rights Council|United Nations Human Rights Council;U.N. Human Rights Council;Human Rights Council;UNHRC|
UN Human Rights Office|OHCHR;Office of the High Commissioner for Human Rights;UN Human Rights|
UNHCR|UN refugee agency;U.N. refugee agency;United Nations High Commissioner for Refugees|
World Food Programme|World Food Program;WFP;UN World Food Programme;U.N. World Food Program|
OCHA|UNOCHA;UN OCHA;Office for the Coordination of Humanitarian Affairs|
UNICEF|UN children's agency;U.N. children's agency|
UNESCO||
UNRWA|United Nations Relief and Works Agency|
UNDP|United Nations Development Programme|
UNIFIL|United Nations Interim Force in Lebanon|
MONUSCO||
MINUSMA||
MINUSCA||
UNMISS||
UNAMID||
UNAMA||
UNDOF||
UNFICYP||
UNMOGIP||
World Health Organization|World Health Organisation;WHO|
International Organization for Migration|International Organisation for Migration;IOM|
International Labour Organization|ILO|
European Union|EU;E.U.;Brussels;European bloc|
European Commission||
European Parliament||
European Council||
NATO|N.A.T.O.;North Atlantic Treaty Organization;North Atlantic Treaty Organisation;Atlantic Alliance|
African Union|AU;A.U.;African Union Commission|
Arab League|League of Arab States|
ASEAN|Association of Southeast Asian Nations|
International Atomic Energy Agency|IAEA;I.A.E.A.;UN nuclear watchdog;U.N. nuclear watchdog|
International Criminal Court|ICC;I.C.C.|
International Court of Justice|ICJ;I.C.J.;World Court|
Organisation of Islamic Cooperation|Organization of Islamic Cooperation;OIC|
Shanghai Cooperation Organisation|Shanghai Cooperation Organization;SCO|
BRICS||
Group of Seven|G7;G-7|
Group of Twenty|G20;G-20|
ECOWAS|Economic Community of West African States|
IGAD|Intergovernmental Authority on Development|
SADC|Southern African Development Community|
East African Community|EAC|
OSCE|O.S.C.E.;Organization for Security and Co-operation in Europe;Organization for Security and Cooperation in Europe;Organisation for Security and Co-operation in Europe|
Gulf Cooperation Council|GCC|
Council of Europe||
Commonwealth of Independent States|CIS|
Collective Security Treaty Organization|CSTO;Collective Security Treaty Organisation|
CARICOM|Caribbean Community|
Mercosur|Mercosul|
Organization of American States|OAS;Organisation of American States|
Organization of Turkic States||
South Asian Association for Regional Cooperation|SAARC|
Alliance of Sahel States|AES|
G5 Sahel||
International Committee of the Red Cross|ICRC;I.C.R.C.;Red Cross|
Red Crescent|Iranian Red Crescent;Turkish Red Crescent;Palestine Red Crescent Society;Palestinian Red Crescent|
Doctors Without Borders|Medecins Sans Frontieres;MSF|
Amnesty International||
Human Rights Watch|HRW|
Norwegian Refugee Council|NRC|
International Rescue Committee|IRC|
International Crisis Group||
International Monetary Fund|IMF|
World Bank||
World Trade Organization|WTO;World Trade Organisation|
OPCW|Organisation for the Prohibition of Chemical Weapons;Organization for the Prohibition of Chemical Weapons|
OPEC|OPEC+|
Financial Action Task Force|FATF|
Minsk Group|OSCE Minsk Group|
Quad||
AUKUS||
`;

export const GROUPS = `
Hamas|Islamic Resistance Movement;Izz ad-Din al-Qassam Brigades;Izz al-Din al-Qassam Brigades;Ezzedine al-Qassam Brigades;Qassam Brigades;al-Qassam Brigades|Palestine
Palestinian Islamic Jihad|Islamic Jihad;PIJ;al-Quds Brigades|Palestine
Fatah|al-Aqsa Martyrs Brigades|Palestine
Popular Front for the Liberation of Palestine|PFLP|Palestine
Hezbollah|Hizbullah;Hizballah;Hizbollah;Hezbullah;Hizb Allah|Lebanon
Houthis|Houthi;Huthis;Huthi;Ansar Allah;Ansarallah;Ansarullah;Houthi movement|Yemen
Southern Transitional Council|STC|Yemen
Islamic State|ISIS;ISIL;IS group;Daesh;Da'esh;Islamic State in Iraq and Syria;Islamic State of Iraq and Syria;Islamic State in Iraq and the Levant;Islamic State group;Islamic State of Iraq and the Levant|
Islamic State Khorasan|ISIS-K;ISKP;IS-K;Islamic State Khorasan Province;Islamic State-Khorasan;ISIS Khorasan|Afghanistan
Islamic State West Africa Province|ISWAP|Nigeria
Islamic State in the Greater Sahara|ISGS;Islamic State Sahel Province|
al-Qaeda|al Qaida;al-Qaida;al-Qa'ida|
al-Qaeda in the Arabian Peninsula|AQAP|Yemen
al-Qaeda in the Islamic Maghreb|AQIM|
Taliban|Afghan Taliban;Taleban|Afghanistan
Haqqani network||Afghanistan
Northern Alliance|National Resistance Front|Afghanistan
Tehreek-e-Taliban Pakistan|Tehrik-i-Taliban Pakistan;Tehrik-e-Taliban Pakistan;TTP;Pakistani Taliban;Pakistan Taliban|Pakistan
Jaish al-Adl|Jaish ul-Adl;Jaysh al-Adl;Jaish al-Zulm;Jaish al-Dhulm;Jeish al-Adl;Army of Justice|Iran
Jundallah|Jundullah;Jondollah|Iran
Mujahedin-e-Khalq|MEK;People's Mujahedin of Iran;Mujahideen-e-Khalq;MKO|Iran
Baloch Liberation Army|Balochistan Liberation Army;BLA|Pakistan
Baloch Liberation Front|Balochistan Liberation Front;BLF|Pakistan
Baloch Raji Aajoi Sangar|BRAS|Pakistan
Lashkar-e-Taiba|Lashkar-e-Tayyiba;Lashkar-i-Taiba;LeT|Pakistan
Jaish-e-Mohammed|Jaish-e-Mohammad;Jaish-e-Muhammad;JeM|Pakistan
Hizbul Mujahideen|Hizb-ul-Mujahideen|
The Resistance Front|Resistance Front|
Lashkar-e-Jhangvi||Pakistan
Kurdistan Workers' Party|PKK|Turkey
Kurdistan Democratic Party of Iran|KDPI|Iran
Kurdistan Free Life Party|PJAK|Iran
YPG|People's Protection Units;Kurdish People's Protection Units;YPJ|Syria
Syrian Democratic Forces|SDF|Syria
Hayat Tahrir al-Sham|HTS;Hay'at Tahrir al-Sham;Nusra Front;al-Nusra Front;Jabhat al-Nusra|Syria
Syrian National Army|SNA;Free Syrian Army;FSA|Syria
Peshmerga||Iraq
Popular Mobilization Forces|Popular Mobilisation Forces;PMF;Hashd al-Shaabi;Hashd al-Sha'abi|Iraq
Kataib Hezbollah|Kata'ib Hezbollah;Kataeb Hezbollah;Hezbollah Brigades|Iraq
Islamic Resistance in Iraq||Iraq
Axis of Resistance||
Rapid Support Forces|RSF;Rapid Support Force;Janjaweed|Sudan
Sudan People's Liberation Movement-North|SPLM-N;Sudan People's Liberation Movement North|Sudan
Sudan Liberation Movement|SLM;Sudan Liberation Army;SLA|Sudan
Justice and Equality Movement||Sudan
SPLM-IO|Sudan People's Liberation Movement-in-Opposition;SPLA-IO|South Sudan
M23|March 23 Movement;M23 Movement;M-23;Congo River Alliance|Democratic Republic of the Congo
Allied Democratic Forces|ADF|Democratic Republic of the Congo
CODECO||Democratic Republic of the Congo
FDLR|Democratic Forces for the Liberation of Rwanda|Democratic Republic of the Congo
Wazalendo||Democratic Republic of the Congo
Mai-Mai|Mayi-Mayi|Democratic Republic of the Congo
Lord's Resistance Army|LRA|Uganda
Tigray People's Liberation Front|TPLF|Ethiopia
Tigray Defence Forces|Tigray Defense Forces;TDF|Ethiopia
Oromo Liberation Army|OLA;OLF-Shene;Oromo Liberation Front;OLF|Ethiopia
Fano|Amhara Fano|Ethiopia
Ogaden National Liberation Front|ONLF|Ethiopia
al-Shabaab|al-Shabab;Shabaab;Harakat al-Shabaab;al Shebab;Shebab|Somalia
Boko Haram||Nigeria
Indigenous People of Biafra|IPOB|Nigeria
JNIM|Jama'at Nusrat al-Islam wal-Muslimin;Jamaat Nusrat al-Islam wal Muslimin|
Azawad Liberation Front|FLA;Permanent Strategic Framework;CSP|Mali
Ambazonia Defence Forces|Ambazonia Defense Forces;Ambazonians;Ambazonian|Cameroon
Seleka|Coalition of Patriots for Change|Central African Republic
Anti-balaka||Central African Republic
RENAMO||Mozambique
UNITA||Angola
Libyan National Army|LNA;Libyan Arab Armed Forces|Libya
Wagner Group|Wagner;Africa Corps;PMC Wagner|Russia
Donetsk People's Republic|DNR;DPR|Ukraine
Luhansk People's Republic|Lugansk People's Republic;LNR;LPR|Ukraine
Azov Brigade|Azov Regiment;Azov Battalion|Ukraine
Kosovo Liberation Army|KLA|Kosovo
Irish Republican Army|IRA|United Kingdom
Euskadi Ta Askatasuna|ETA|Spain
FARC|Revolutionary Armed Forces of Colombia;FARC-EP;FARC dissidents;Estado Mayor Central;EMC;Segunda Marquetalia|Colombia
National Liberation Army|ELN|Colombia
Clan del Golfo|Gulf Clan;Gaitanist Self-Defense Forces;AGC|Colombia
Shining Path|Sendero Luminoso|Peru
Zapatistas|Zapatista Army of National Liberation;EZLN;Zapatista|Mexico
Viv Ansanm||Haiti
Liberation Tigers of Tamil Eelam|LTTE;Tamil Tigers|Sri Lanka
Arakan Army||Myanmar
Arakan Rohingya Salvation Army|ARSA|Myanmar
Karen National Union|KNU;Karen National Liberation Army;KNLA|Myanmar
Kachin Independence Army|KIA;Kachin Independence Organisation;Kachin Independence Organization;KIO|Myanmar
Ta'ang National Liberation Army|TNLA|Myanmar
Myanmar National Democratic Alliance Army|MNDAA;Kokang army|Myanmar
Three Brotherhood Alliance|Brotherhood Alliance|Myanmar
United Wa State Army|UWSA|Myanmar
People's Defence Force|People's Defence Forces;People's Defense Forces;People's Defense Force;PDF|Myanmar
Moro Islamic Liberation Front|MILF|Philippines
Moro National Liberation Front|MNLF|Philippines
Abu Sayyaf||Philippines
New People's Army|NPA;Communist Party of the Philippines|Philippines
Free Papua Movement|OPM;West Papua National Liberation Army;TPNPB|Indonesia
Free Aceh Movement|GAM|Indonesia
Naxalites|Maoists;Naxalite;Communist Party of India (Maoist)|India
ULFA|United Liberation Front of Assam|India
NSCN-IM|National Socialist Council of Nagaland|India
Khalistan movement|Sikhs for Justice|
Barisan Revolusi Nasional|BRN|Thailand
Grey Wolves||Turkey
`;

/** Publishers and agencies: no actors of ours, and no persons either. */
export const MEDIA = `
Reuters;Associated Press;AP;AFP;Agence France-Presse;Al Jazeera;BBC;BBC News;CNN;Fox News;NBC News;CBS News;ABC News;Sky News
Bloomberg;Financial Times;The Guardian;New York Times;The New York Times;Washington Post;The Washington Post;Wall Street Journal
Los Angeles Times;The Economist;Le Monde;Der Spiegel;Deutsche Welle;DW;France 24;RFI;Voice of America;VOA;Radio Free Europe
Radio Free Asia;Axios;Politico;USA Today;NPR;PBS;Tasnim;Tasnim News Agency;Fars;Fars News;Fars News Agency;IRNA;ISNA;Mehr;Mehr News Agency
Press TV;IRIB;Iran International;Xinhua;Global Times;CCTV;CGTN;TASS;RIA Novosti;Interfax;RT;Ukrinform;Kyiv Independent;Kyiv Post
Anadolu;Anadolu Agency;TRT;TRT World;Hurriyet;Daily Sabah;Dawn;Dawn News;Geo News;Geo TV;ARY News;Express Tribune;The Express Tribune
Samaa TV;The Hindu;Times of India;The Times of India;Hindustan Times;Indian Express;NDTV;ANI;PTI;Press Trust of India;Haaretz;Times of Israel
The Times of Israel;Jerusalem Post;Ynet;WAFA;Al Arabiya;Al Mayadeen;Al Manar;SANA;SPA;WAM;QNA;KUNA;Middle East Eye;Al-Monitor;Sudan Tribune
Radio Dabanga;Addis Standard;Daily Nation;The East African;Premium Times;Yonhap;KCNA;NHK;Kyodo;Kyodo News;Asahi Shimbun;Nikkei
South China Morning Post;Straits Times;The Straits Times;Jakarta Post;Rappler;Irrawaddy;Myanmar Now;El Pais;El Tiempo;Folha;Daily Mail
The Independent;Daily Telegraph;The Telegraph;Sunday Times;The Sunday Times;Newsweek;Time magazine;Facebook;Twitter;Telegram;WhatsApp;YouTube
Microsoft;Google;Starlink;Instagram;TikTok;Truth Social
`;
