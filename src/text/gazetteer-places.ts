/**
 * Places that conflicts are fought over, and seats of talks: state, then its places, each "name=other=names".
 * "~" marks peoples and adjectives. An empty state: seas, straits, regions of several states, or disputed between states.
 */
export const PLACES = `
Pakistan: Balochistan=Baluchistan;Khyber Pakhtunkhwa=KP=KPK;Punjab province=Pakistani Punjab;Sindh;Karachi;Lahore;Peshawar;Quetta;Panjgur;Turbat;Gwadar;Waziristan;North Waziristan;South Waziristan;Bajaur;Kurram;Parachinar;Azad Kashmir=Azad Jammu and Kashmir=AJK;Pakistan-administered Kashmir;Gilgit-Baltistan;Muzaffarabad;Torkham;Chaman;Taftan;Muridke;Bahawalpur;Mastung;Khuzdar;Zhob;Dera Ismail Khan;Bannu;Swat;Multan;Faisalabad;Koh-e-Sabz
Iran: Sistan and Baluchestan=Sistan-Baluchestan=Sistan-Balochistan=Sistan-o-Balochistan=Sistan va Baluchestan=Sistan and Balochistan=Sistan Baluchestan;Saravan;Zahedan;Chabahar;Rask;Iranshahr;Mirjaveh;Kerman;Isfahan=Esfahan;Natanz;Fordow=Fordo;Bushehr;Tabriz;Mashhad;Shiraz;Qom;Khuzestan;Ahvaz;Bandar Abbas;Kermanshah;Kharg Island;Arak;Parchin;Iranian Kurdistan
Afghanistan: Kandahar=Qandahar;Herat;Mazar-i-Sharif=Mazar-e-Sharif;Kunduz;Jalalabad;Nangarhar;Helmand;Panjshir;Khost;Paktika;Paktia;Kunar;Spin Boldak;Bagram;Badakhshan;Nimroz
India: Jammu and Kashmir=Jammu & Kashmir=J&K;Indian-administered Kashmir=Indian-controlled Kashmir=Indian-occupied Kashmir;Ladakh;Srinagar;Jammu;Pahalgam;Pulwama;Poonch;Galwan=Galwan Valley;Depsang;Demchok;Arunachal Pradesh;Manipur;Nagaland;Assam;Mumbai;Kolkata;Gujarat;Rajasthan;Sikkim;Doklam;Tawang;Amritsar;Attari;Chhattisgarh;Imphal;Chennai;Hyderabad;Bengaluru
: Kashmir=Kashmir Valley=~Kashmiri=~Kashmiris;Line of Control=LoC;Line of Actual Control=LAC;Siachen;Durand Line;Punjab=~Punjabi;Wagah;Indus
Bangladesh: Cox's Bazar;Chittagong=Chattogram;Chittagong Hill Tracts
Sri Lanka: Jaffna;Mullaitivu;Kilinochchi;Trincomalee
Nepal: Lipulekh;Kalapani
Ukraine: Donbas=Donbass;Crimea=Crimean Peninsula=~Crimean;Donetsk;Luhansk=Lugansk;Kherson;Zaporizhzhia=Zaporizhia=Zaporizhzhya;Kharkiv=Kharkov;Odesa=Odessa;Mariupol;Bakhmut;Avdiivka=Avdeevka;Pokrovsk;Kramatorsk;Sloviansk;Kupiansk;Chasiv Yar;Vuhledar;Toretsk;Mykolaiv;Dnipro;Lviv=Lvov;Sumy;Chernihiv;Bucha;Irpin;Sevastopol;Enerhodar;Kerch;Kryvyi Rih;Melitopol;Snake Island;Kerch Bridge;Nova Kakhovka=Kakhovka;Poltava;Vinnytsia;Chernobyl=Chornobyl;Debaltseve;Ilovaisk
Russia: Kursk;Belgorod;Bryansk;Rostov;Rostov-on-Don;Voronezh;Chechnya=~Chechen=~Chechens;Grozny;Dagestan;Ingushetia;North Ossetia;Kaliningrad;Saint Petersburg=St. Petersburg;Sochi;Krasnodar;Novorossiysk;Kuril Islands=Kurils;Vladivostok;Engels;Beslan
: Black Sea;Sea of Azov;Baltic Sea;Arctic;North Atlantic;Nord Stream;Balkans;Caucasus=South Caucasus;Central Asia;Western Balkans;Eastern Europe;Western Europe
Belarus: Brest;Grodno=Hrodna;Gomel=Homel
Moldova: Gagauzia
Palestine: Gaza=Gaza Strip=~Gazan=~Gazans;Gaza City;West Bank;Rafah;Khan Younis=Khan Yunis;Jabalia=Jabaliya;Beit Hanoun;Beit Lahiya;Deir al-Balah;Nuseirat;Jenin;Nablus;Tulkarm=Tulkarem;Hebron;Bethlehem;Jericho;East Jerusalem;al-Aqsa=Al-Aqsa Mosque=Aqsa Mosque;al-Shifa=Shifa Hospital;Al-Mawasi=Mawasi;Netzarim Corridor=Netzarim;Philadelphi Corridor=Philadelphi Route;Kerem Shalom;Sheikh Jarrah;Masafer Yatta;Kamal Adwan Hospital
Israel: Jerusalem;West Jerusalem;Haifa;Eilat;Ashkelon;Sderot;Dimona;Beersheba=Be'er Sheva;Nevatim;Galilee;Metula;Kiryat Shmona;Negev;Majdal Shams
Lebanon: Bekaa=Bekaa Valley=Beqaa;Baalbek;Dahieh=Dahiyeh;Tyre;Sidon;Naqoura;Nabatieh;Litani=Litani River;Marjayoun;Shebaa Farms
: Blue Line
Syria: Golan Heights=Golan;Aleppo;Idlib;Homs;Hama;Latakia;Tartus=Tartous;Raqqa=ar-Raqqa;Deir ez-Zor=Deir al-Zor=Deir Ezzor=Deir el-Zour;Daraa=Deraa;Hasakah=Hasaka;Qamishli;Kobani=Kobane;Afrin;Manbij;Palmyra;Suwayda=Sweida;Quneitra;Ghouta=Eastern Ghouta;al-Tanf;Khmeimim=Hmeimim;Rojava;Mount Hermon
Iraq: Iraqi Kurdistan=Kurdistan Region=Kurdistan Regional Government=KRG;Erbil=Irbil=Arbil;Mosul;Kirkuk;Basra;Fallujah;Ramadi;Tikrit;Anbar;Sinjar;Sulaymaniyah=Sulaimaniya;Najaf;Karbala;Ain al-Asad=Al-Asad;Nineveh;Duhok=Dohuk
: Kurdistan;Levant;Mesopotamia;Middle East=Mideast;Persian Gulf=Arabian Gulf=Gulf;Strait of Hormuz=Hormuz;Red Sea;Gulf of Aden;Bab al-Mandab=Bab el-Mandeb=Bab al-Mandeb;Gulf of Oman;Arabian Sea;Eastern Mediterranean;Mediterranean=Mediterranean Sea;Arabian Peninsula;North Africa;Indian Ocean;Abu Musa;Greater Tunb
Yemen: Hodeidah=Hudaydah=Hodeida=Al Hudaydah;Aden;Marib=Ma'rib;Taiz=Ta'izz;Saada=Saadah=Sa'dah;Hadramawt=Hadhramaut;Socotra;Mocha;Shabwa
Saudi Arabia: Mecca=Makkah;Medina;Abqaiq;Jizan;Najran
United Arab Emirates: Dubai;Fujairah;Sharjah
Turkey: Istanbul;Diyarbakir;Incirlik;Hatay;Gaziantep;Antalya;Izmir
Egypt: Sinai=Sinai Peninsula;Sharm el-Sheikh=Sharm el Sheikh=Sharm al-Sheikh;Suez Canal=Suez;El Arish=al-Arish;Alexandria;Rafah crossing
Libya: Benghazi;Misrata;Sirte;Derna;Tobruk;Fezzan;Cyrenaica;Tarhuna
Sudan: Darfur=~Darfuri=~Darfuris;North Darfur;West Darfur;South Darfur;El Fasher=al-Fashir=El-Fashir=El Fashir;Geneina=El Geneina=al-Geneina;Nyala;Omdurman;Port Sudan;Kordofan;North Kordofan;South Kordofan;El Obeid=al-Obeid;Gezira=Jazira=Al Jazirah;Wad Madani=Wad Medani;Sennar;Blue Nile;Zamzam=Zamzam camp;Kassala;Kadugli;Merowe;Nuba Mountains;Zalingei;Babanusa;Bahri
: Abyei;Halaib Triangle;al-Fashaga=Fashaga;Sahel;Lake Chad=Lake Chad Basin;Horn of Africa;East Africa;West Africa;Great Lakes region=Great Lakes;Southern Africa;Central Africa;Nile;Liptako-Gourma
South Sudan: Malakal;Bentiu;Jonglei;Upper Nile;Nasir;Unity State
Ethiopia: Tigray=~Tigrayan=~Tigrayans;Mekelle=Mekele;Amhara;Oromia=~Oromo;Afar;Ogaden;Gambella;Benishangul-Gumuz;Lalibela;Gondar;Bahir Dar;Axum=Aksum;Welkait=Wolkait;Metema;Grand Ethiopian Renaissance Dam=GERD;Dire Dawa;Adigrat
Eritrea: Badme;Assab;Massawa
Somalia: Jubaland;Kismayo;Baidoa;Beledweyne;Galmudug;Hirshabelle;Gedo;Lower Shabelle;Middle Shabelle
Somaliland: Las Anod=Laascaanood;Berbera
Kenya: Garissa;Lamu;Mandera;Mombasa;Kisumu
Democratic Republic of the Congo: North Kivu;South Kivu;Kivu;Goma;Bukavu;Ituri;Bunia;Beni;Rutshuru;Masisi;Walikale;Uvira;Katanga;Lubumbashi;Kasai;Bunagana;Minova;Butembo;Virunga;Kibumba;Kanyabayonga;Lake Kivu
Rwanda: Gisenyi;Rubavu;Cyangugu
Central African Republic: Bambari;Birao;Bria
Nigeria: Borno;Maiduguri;Lagos;Kaduna;Zamfara;Benue;Plateau State;Biafra;Niger Delta;Kano;Sokoto;Katsina;Adamawa;Yobe;Chibok;Sambisa=Sambisa Forest
Cameroon: Ambazonia;Anglophone regions;Bamenda;Buea
Mali: Timbuktu;Gao;Kidal;Azawad;Mopti;Tinzaouaten;Kati;Kayes;Bandiagara
Burkina Faso: Djibo;Barsalogho;Dori
Niger: Agadez;Tillaberi;Diffa;Arlit
Mozambique: Cabo Delgado;Mocimboa da Praia;Pemba;Nampula
Senegal: Casamance;Ziguinchor
Angola: Cabinda;Luanda talks=Luanda process
Uganda: Karamoja;Kasese;Gulu
Azerbaijan: Nagorno-Karabakh=Nagorny Karabakh=Nagorno Karabakh=Artsakh=Republic of Artsakh=Karabakh;Stepanakert=Khankendi;Shusha=Shushi;Nakhchivan=Nakhichevan;Lachin=Lachin corridor;Kelbajar;Agdam;Ganja
Armenia: Syunik;Zangezur=Zangezur corridor;Gyumri;Vardenis;Jermuk;Tavush;Meghri
Georgia: Gori;Batumi;Ergneti
Kyrgyzstan: Batken;Osh
Tajikistan: Gorno-Badakhshan;Isfara;Vorukh
Uzbekistan: Karakalpakstan;Samarkand
: Fergana Valley=Ferghana Valley
China: Xinjiang=~Uyghur=~Uyghurs=~Uighur=~Uighurs;Tibet=~Tibetan=~Tibetans;Aksai Chin;Shanghai;Fujian;Guangdong;Hainan;Inner Mongolia;Macau=Macao;Shenzhen;Urumqi;Lhasa;Xiamen
Taiwan: Kinmen=Quemoy;Matsu;Kaohsiung;Penghu
: Taiwan Strait=Taiwan Straits;South China Sea=West Philippine Sea;East China Sea;Spratly Islands=Spratlys;Paracel Islands=Paracels;Scarborough Shoal=Bajo de Masinloc;Second Thomas Shoal=Ayungin Shoal;Thitu Island=Pag-asa;Sabina Shoal;Senkaku Islands=Senkakus=Diaoyu Islands;Pratas;Yellow Sea;Sea of Japan=East Sea;Indo-Pacific;Asia-Pacific;Pacific=Pacific Ocean;Southeast Asia;East Asia;South Asia;Korean Peninsula;Malacca Strait=Strait of Malacca
North Korea: Yongbyon;Kaesong;Punggye-ri;Sohae;Wonsan
South Korea: Yeonpyeong=Yeonpyeong Island;Incheon;Busan;Pyeongtaek;Gyeonggi
: Panmunjom;Demilitarized Zone=DMZ=Demilitarised Zone;Northern Limit Line=NLL;Military Demarcation Line;Dokdo=Takeshima
Japan: Okinawa;Hiroshima;Nagasaki;Hokkaido;Osaka
Philippines: Palawan;Mindanao;Marawi;Zamboanga;Sulu;Cotabato;Luzon;Bangsamoro
Myanmar: Rakhine=Arakan=~Rohingya=~Rohingyas;Kachin;Shan State;Shan;Kayah=Karenni;Karen State=Kayin;Chin State;Sagaing;Mandalay;Yangon;Sittwe;Lashio;Myawaddy;Maungdaw;Buthidaung;Laukkai=Laukkaing;Kokang;Loikaw;Kyaukphyu
Thailand: Pattani;Yala;Narathiwat;Surin;Sisaket=Si Sa Ket;Mae Sot;Chiang Mai;Ubon Ratchathani;Buriram
Cambodia: Preah Vihear;Oddar Meanchey;Siem Reap;Battambang;Banteay Meanchey
: Preah Vihear temple;Emerald Triangle;Ta Muen Thom;Golden Triangle
Indonesia: Papua;West Papua;Aceh;Bali;Natuna Islands=Natuna;Sulawesi
Papua New Guinea: Bougainville
France: New Caledonia;Marseille;Strasbourg
Venezuela: Zulia;Maracaibo;Tachira;Apure
Guyana: Essequibo=Guayana Esequiba=Essequibo region
Colombia: Cauca;Catatumbo;Arauca;Norte de Santander;Cucuta;Choco;Medellin;Cali;Antioquia;Narino department;Putumayo;Caqueta
Ecuador: Guayaquil;Esmeraldas
Mexico: Sinaloa;Chiapas;Tijuana;Ciudad Juarez;Culiacan;Guerrero;Michoacan
Haiti: Cite Soleil;Artibonite;Cap-Haitien
Cuba: Guantanamo Bay=Guantanamo
Panama: Panama Canal;Darien Gap=Darien
United Kingdom: Falkland Islands=Falklands=Malvinas;Northern Ireland;Gibraltar;Belfast;England=~English;Scotland=~Scottish;Wales=~Welsh;Chagos Islands=Diego Garcia
Kosovo: Mitrovica=North Mitrovica;Banjska;Zvecan;Leposavic
Serbia: Presevo;Vojvodina
Bosnia and Herzegovina: Republika Srpska;Srebrenica;Banja Luka;Mostar;Brcko
Spain: Catalonia=~Catalan=~Catalans;Basque Country=~Basque;Ceuta;Melilla;Barcelona
Morocco: Tangier;Marrakesh=Marrakech
Switzerland: Geneva;Davos;Zurich;Lausanne;Lucerne;Burgenstock
Netherlands: The Hague;Hague
Belgium: Antwerp
Germany: Munich;Ramstein;Hamburg;Frankfurt
Austria: Salzburg
Italy: Sicily;Lampedusa;Milan
Greece: Aegean=Aegean Sea;Evros;Crete;Kastellorizo
Cyprus: Famagusta;Varosha;Akrotiri
United States: New York;Camp David;Alaska;Anchorage;Guam;Hawaii;Florida;Texas;California;Los Angeles;Chicago;Minneapolis;Boston;Diego Garcia base
Australia: Sydney;Darwin;Perth
Canada: British Columbia;Ontario;Quebec;Alberta;Toronto
Algeria: Tamanrasset
Kuwait: Camp Arifjan
Qatar: Al Udeid=al-Udeid
Jordan: Aqaba;Tower 22;Irbid
Brazil: Roraima;Rio de Janeiro;Sao Paulo
South Africa: Johannesburg;Cape Town;Durban
: Europe=~European=~Europeans;Africa=~African=~Africans;Asia=~Asian=~Asians;Latin America=~Latin American;South America=~South American;North America;Central America;Caribbean;Scandinavia;Baltics=Baltic states;Antarctica;Global South;~Kurds=~Kurdish=~Kurd;~Baloch=~Baluch=~Balochis;~Pashtun=~Pashtuns;~Arab=~Arabs;~Jewish=~Jews;~Muslim=~Muslims;~Sunni=~Sunnis;~Shia=~Shiite=~Shiites=~Shi'ite=~Shi'ites;~Druze;~Alawite=~Alawites;~Yazidi=~Yazidis;~Hindu=~Hindus;~Sikh=~Sikhs;~Tamil=~Tamils;~Sinhalese;~Tuareg=~Tuaregs;~Fulani;~Hausa;~Masalit;~Hutu=~Hutus;~Tutsi=~Tutsis;~Banyamulenge;~Western;~Westerners
`;
