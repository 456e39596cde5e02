/**
 * Leaders whom papers abroad name without their country, and for whom they acted when: name | state or body, first day
 * in office, last day (empty: not over in 2025). Public record.
 */
export const LEADERS = `
Barack Obama|United States 2009-01-20 2017-01-20
Donald Trump|United States 2017-01-20 2021-01-20|United States 2025-01-20
Joe Biden|United States 2021-01-20 2025-01-20
Kamala Harris|United States 2021-01-20 2025-01-20
JD Vance|United States 2025-01-20
John Kerry|United States 2013-02-01 2017-01-20
Rex Tillerson|United States 2017-02-01 2018-03-31
Mike Pompeo|United States 2018-04-26 2021-01-20
Antony Blinken|United States 2021-01-26 2025-01-20
Lloyd Austin|United States 2021-01-22 2025-01-20
Jake Sullivan|United States 2021-01-20 2025-01-20
Marco Rubio|United States 2025-01-21
Vladimir Putin|Russia 1999-12-31
Dmitry Medvedev|Russia 2008-05-07
Sergei Lavrov|Russia 2004-03-09
Sergei Shoigu|Russia 2012-11-06
Dmitry Peskov|Russia 2012-05-22
Petro Poroshenko|Ukraine 2014-06-07 2019-05-20
Volodymyr Zelensky|Ukraine 2019-05-20
Dmytro Kuleba|Ukraine 2020-03-04 2024-09-05
Andrii Sybiha|Ukraine 2024-09-05
Xi Jinping|China 2012-11-15
Wang Yi|China 2013-03-16
Li Keqiang|China 2013-03-15 2023-03-11
Li Qiang|China 2023-03-11
Francois Hollande|France 2012-05-15 2017-05-14
Emmanuel Macron|France 2017-05-14
Angela Merkel|Germany 2005-11-22 2021-12-08
Olaf Scholz|Germany 2021-12-08 2025-05-06
Annalena Baerbock|Germany 2021-12-08 2025-05-06
Friedrich Merz|Germany 2025-05-06
David Cameron|United Kingdom 2010-05-11 2016-07-13|United Kingdom 2023-11-13 2024-07-05
Theresa May|United Kingdom 2016-07-13 2019-07-24
Boris Johnson|United Kingdom 2016-07-13 2018-07-09|United Kingdom 2019-07-24 2022-09-06
Liz Truss|United Kingdom 2021-09-15 2022-10-25
Rishi Sunak|United Kingdom 2022-10-25 2024-07-05
Keir Starmer|United Kingdom 2024-07-05
Giorgia Meloni|Italy 2022-10-22
Pedro Sanchez|Spain 2018-06-02
Viktor Orban|Hungary 2010-05-29
Donald Tusk|Poland 2007-11-16 2014-09-22|European Union 2014-12-01 2019-11-30|Poland 2023-12-13
Andrzej Duda|Poland 2015-08-06 2025-08-06
Alexander Lukashenko|Belarus 1994-07-20
Aleksandar Vucic|Serbia 2014-04-27
Albin Kurti|Kosovo 2021-03-22
Recep Tayyip Erdogan|Turkey 2003-03-14
Mevlut Cavusoglu|Turkey 2015-11-24 2023-06-03
Benjamin Netanyahu|Israel 2009-03-31 2021-06-13|Israel 2022-12-29
Naftali Bennett|Israel 2021-06-13 2022-06-30
Yair Lapid|Israel 2021-06-13 2022-12-29
Yoav Gallant|Israel 2022-12-29 2024-11-08
Mahmoud Abbas|Palestine 2005-01-15
Ali Khamenei|Iran 1989-06-04
Hassan Rouhani|Iran 2013-08-03 2021-08-05
Mohammad Javad Zarif|Iran 2013-08-15 2021-08-25
Ebrahim Raisi|Iran 2021-08-05 2024-05-19
Masoud Pezeshkian|Iran 2024-07-28
Bashar al-Assad|Syria 2000-07-17 2024-12-08
Ahmed al-Sharaa|Syria 2025-01-29
Mohammed bin Salman|Saudi Arabia 2017-06-21
Abdel Fattah el-Sisi|Egypt 2014-06-08
Narendra Modi|India 2014-05-26
Imran Khan|Pakistan 2018-08-18 2022-04-10
Shehbaz Sharif|Pakistan 2022-04-11 2023-08-14|Pakistan 2024-03-03
Shinzo Abe|Japan 2012-12-26 2020-09-16
Fumio Kishida|Japan 2021-10-04 2024-10-01
Moon Jae-in|South Korea 2017-05-10 2022-05-10
Yoon Suk Yeol|South Korea 2022-05-10 2025-04-04
Lee Jae-myung|South Korea 2025-06-04
Kim Jong Un|North Korea 2011-12-17
Tsai Ing-wen|Taiwan 2016-05-20 2024-05-20
Lai Ching-te|Taiwan 2024-05-20
Jair Bolsonaro|Brazil 2019-01-01 2022-12-31
Luiz Inacio Lula da Silva|Brazil 2003-01-01 2010-12-31|Brazil 2023-01-01
Nicolas Maduro|Venezuela 2013-04-19
Gustavo Petro|Colombia 2022-08-07
Javier Milei|Argentina 2023-12-10
Claudia Sheinbaum|Mexico 2024-10-01
Justin Trudeau|Canada 2015-11-04 2025-03-14
Mark Carney|Canada 2025-03-14
Abiy Ahmed|Ethiopia 2018-04-02
Isaias Afwerki|Eritrea 1993-05-24
Paul Kagame|Rwanda 2000-04-22
Felix Tshisekedi|Democratic Republic of the Congo 2019-01-25
Yoweri Museveni|Uganda 1986-01-29
Uhuru Kenyatta|Kenya 2013-04-09 2022-09-13
William Ruto|Kenya 2022-09-13
Hassan Sheikh Mohamud|Somalia 2022-05-23
Abdel Fattah al-Burhan|Sudan 2019-08-21
Muhammadu Buhari|Nigeria 2015-05-29 2023-05-29
Bola Tinubu|Nigeria 2023-05-29
Cyril Ramaphosa|South Africa 2018-02-15
Nikol Pashinyan|Armenia 2018-05-08
Ilham Aliyev|Azerbaijan 2003-10-31
Jens Stoltenberg|NATO 2014-10-01 2024-10-01
Mark Rutte|Netherlands 2010-10-14 2024-07-02|NATO 2024-10-01
Antonio Guterres|United Nations 2017-01-01 2026-12-31
Ban Ki-moon|United Nations 2007-01-01 2016-12-31
Ursula von der Leyen|European Union 2019-12-01
Josep Borrell|European Union 2019-12-01 2024-11-30
Charles Michel|European Union 2019-12-01 2024-11-30
Kaja Kallas|Estonia 2021-01-26 2024-07-23|European Union 2024-12-01
`;
