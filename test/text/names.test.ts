import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { canonicalName, findNames, sameName } from '../../src/text/names.ts';

/** Each mention as "words > name", with kind, owner and office where they say more than the name. */
function seen(text: string): string[] {
  return findNames(text).map(({ text: words, name, kind, state, role }) => {
    const owner = state === undefined || state === name ? '' : ` (${state})`;
    return `${words} > ${kind} ${name}${owner}${role === undefined ? '' : `, ${role}`}`;
  });
}

describe('names in a text', () => {
  test.each<[string, string[]]>([
    [
      'Kyiv said Russian drones hit Odessa; the Kremlin denied it.',
      [
        'Kyiv > state Ukraine',
        'Russian drones > state Russia',
        'Odessa > place Odesa (Ukraine)',
        'Kremlin > state Russia',
      ],
    ],
    [
      'Ukrainian President Volodymyr Zelenskyy thanked NATO. Zelensky also called Warsaw.',
      [
        'Volodymyr Zelenskyy > person Volodymyr Zelenskyy (Ukraine), president',
        'NATO > body NATO',
        'Zelensky > person Volodymyr Zelenskyy (Ukraine), president',
        'Warsaw > state Poland',
      ],
    ],
    [
      "Gen. Abdel Fattah al-Burhan, the Sudanese army chief, refused to meet the RSF's Mohamed Hamdan Dagalo in Jeddah.",
      [
        'Abdel Fattah al-Burhan > person Abdel Fattah al-Burhan (Sudan), army chief',
        'Mohamed Hamdan Dagalo > person Mohamed Hamdan Dagalo (Rapid Support Forces)',
        'Jeddah > state Saudi Arabia',
      ],
    ],
    [
      "Oman's special envoy for the Horn of Africa, Salim al-Rawahi, met President Samia Hassan of Tanzania.",
      [
        'Salim al-Rawahi > person Salim al-Rawahi (Oman), envoy',
        'Samia Hassan > person Samia Hassan (Tanzania), president',
      ],
    ],
    [
      'Hamas leader Ismail Haniyeh was in Doha as the IDF entered Khan Yunis.',
      [
        'Ismail Haniyeh > person Ismail Haniyeh (Hamas), leader',
        'Doha > state Qatar',
        'IDF > state Israel',
        'Khan Yunis > place Khan Younis (Palestine)',
      ],
    ],
    [
      'Indian and Pakistani troops traded fire along the Line of Control in Kashmir.',
      [
        'Indian > state India',
        'Pakistani troops > state Pakistan',
        'Line of Control > place Line of Control',
        'Kashmir > place Kashmir',
      ],
    ],
    [
      'The foreign minister of Armenia, Ararat Mirzoyan, met his Azerbaijani counterpart Jeyhun Bayramov about Nagorny Karabakh.',
      [
        'Ararat Mirzoyan > person Ararat Mirzoyan (Armenia), foreign minister',
        'Jeyhun Bayramov > person Jeyhun Bayramov (Azerbaijan), foreign minister',
        'Nagorny Karabakh > place Nagorno-Karabakh (Azerbaijan)',
      ],
    ],
    [
      "Taipei said the People's Liberation Army crossed the Taiwan Strait. Chinese foreign ministry spokeswoman Mao Ning defended it.",
      [
        'Taipei > state Taiwan',
        "People's Liberation Army > state China",
        'Taiwan Strait > place Taiwan Strait',
        'Mao Ning > person Mao Ning (China), spokesperson',
      ],
    ],
    [
      'Ethiopian Prime Minister Abiy Ahmed and the TPLF signed in Pretoria. Abiy praised the African Union.',
      [
        'Abiy Ahmed > person Abiy Ahmed (Ethiopia), prime minister',
        "TPLF > group Tigray People's Liberation Front (Ethiopia)",
        'Pretoria > state South Africa',
        'Abiy > person Abiy Ahmed (Ethiopia), prime minister',
        'African Union > body African Union',
      ],
    ],
    [
      'M23 rebels backed by Rwanda took Goma in DR Congo. Kinshasa blamed Kigali. The army of Rwanda denied it.',
      [
        'M23 > group M23 (Democratic Republic of the Congo)',
        'Rwanda > state Rwanda',
        'Goma > place Goma (Democratic Republic of the Congo)',
        'DR Congo > state Democratic Republic of the Congo',
        'Kinshasa > state Democratic Republic of the Congo',
        'Kigali > state Rwanda',
        'army of Rwanda > state Rwanda',
      ],
    ],
    [
      'Colombian President Gustavo Petro froze talks with the ELN in Catatumbo.',
      [
        'Gustavo Petro > person Gustavo Petro (Colombia), president',
        'ELN > group National Liberation Army (Colombia)',
        'Catatumbo > place Catatumbo (Colombia)',
      ],
    ],
    [
      "North Korea's Kim Jong Un threatened Seoul. Kim spoke near the DMZ, S. Korean officials said.",
      [
        'Kim Jong Un > person Kim Jong Un (North Korea)',
        'Seoul > state South Korea',
        'Kim > person Kim Jong Un (North Korea)',
        'DMZ > place Demilitarized Zone',
        'S. Korean officials > state South Korea, official',
      ],
    ],
    [
      "Yemen's Huthis fired at a U.S. Navy ship in the Gulf of Aden, CENTCOM told us.",
      [
        'Yemen > state Yemen',
        'Huthis > group Houthis (Yemen)',
        'U.S. Navy > state United States',
        'Gulf of Aden > place Gulf of Aden',
        'CENTCOM > state United States',
      ],
    ],
    [
      'Türkiye offered help; the Turkish foreign minister, Hakan Fidan, called Brussels.',
      [
        'Türkiye > state Turkey',
        'Hakan Fidan > person Hakan Fidan (Turkey), foreign minister',
        'Brussels > body European Union',
      ],
    ],
    [
      "Iran's Revolutionary Guards struck Jaish ul Adl near Panjgur in Baluchistan.",
      [
        "Iran's Revolutionary Guards > state Iran",
        'Jaish ul Adl > group Jaish al-Adl (Iran)',
        'Panjgur > place Panjgur (Pakistan)',
        'Baluchistan > place Balochistan (Pakistan)',
      ],
    ],
    [
      'The junta in Naypyidaw lost Lashio to the Three Brotherhood Alliance.',
      [
        'Naypyidaw > state Myanmar',
        'Lashio > place Lashio (Myanmar)',
        'Three Brotherhood Alliance > group Three Brotherhood Alliance (Myanmar)',
      ],
    ],
    [
      'U.N. Secretary-General António Guterres urged Caracas and Guyana to talk about Essequibo. Guterres wrote to both.',
      [
        'António Guterres > person António Guterres (United Nations), secretary-general',
        'Caracas > state Venezuela',
        'Guyana > state Guyana',
        'Essequibo > place Essequibo (Guyana)',
        'Guterres > person António Guterres (United Nations), secretary-general',
      ],
    ],
  ])('%s', (text, expected) => expect(seen(text)).toEqual(expected));

  test('a phrase with an office and no person is one mention of its state', () => {
    expect(seen('The Turkish foreign minister met his Iranian counterpart.')).toEqual([
      'Turkish foreign minister > state Turkey, foreign minister',
      'Iranian counterpart > state Iran, counterpart',
    ]);
    expect(findNames("Pakistan's army struck.")[0]).toMatchObject({ via: 'institution', start: 0, end: 15 });
  });

  test('an honorific is no part of a name', () => {
    const persons = findNames('H.E. Omar Bakri met His Excellency Tesfaye Bekele.').filter(
      (one) => one.kind === 'person',
    );
    expect(persons.map((one) => one.name)).toEqual(['Omar Bakri', 'Tesfaye Bekele']);
  });

  test('a person takes the words of office with it', () => {
    const text = "Then Iran's foreign minister, Abbas Araghchi, called.";
    const [person, ...others] = findNames(text);
    expect(others).toEqual([]);
    expect(text.slice(person?.phrase?.start, person?.phrase?.end)).toBe("Iran's foreign minister, Abbas Araghchi");
  });

  test('every spelling of a person is that person, by the fullest form', () => {
    const names = findNames(
      'Abdollahian called. Foreign Minister Hossein Amir-Abdollahian flew home. Mr Amirabdollahian slept, and Hossein Amirabdollahian ate.',
    ).map((mention) => mention.name);
    expect(new Set(names)).toEqual(new Set(['Hossein Amir-Abdollahian']));
    expect(names).toHaveLength(4);
  });

  test('a surname that is also a people is the person where the text names one', () => {
    const text = 'Spokesperson Mumtaz Zahra Baloch met Baloch elders. Baloch said little.';
    expect(findNames(text).map(({ kind }) => kind)).toEqual(['person', 'place', 'person']);
    expect(seen('Iranian said no.')).toEqual(['Iranian > state Iran']);
  });

  test('short forms of mixed case count only as they are written', () => {
    expect(seen('Let it be. LeT claimed it.')).toEqual(['LeT > group Lashkar-e-Taiba (Pakistan)']);
  });

  test('what stands in quotation marks is no person', () => {
    expect(seen('The army began operation “Zarbe Momin Sarmast” at dawn.')).toEqual([]);
  });

  test('a capital at the beginning of a sentence is no name', () => {
    expect(seen('Officials said little. Turkeys ran. Residents fled. Tell us more. Meanwhile shells fell.')).toEqual(
      [],
    );
    expect(seen('They told us and the us of old. Call it polish. Let us go.')).toEqual([]);
  });

  test('words of a headline are no persons', () => {
    expect(seen('Rebel Fighters Seize Border Town After Heavy Shelling\nIt fell.')).toEqual([]);
    expect(seen('Talks Between Ethiopia And Rebels Collapse Again')).toEqual(['Ethiopia > state Ethiopia']);
  });

  test('bodies, papers, days and seas are no persons', () => {
    expect(
      seen(
        'The Supreme Judicial Council met on Monday, Al Jazeera and The New York Times said. World War Two was worse.',
      ),
    ).toEqual([]);
  });

  test('states with like names stay apart', () => {
    const text = 'Niger Nigeria Iran Iraq Austria Australia Mali Malawi Guinea Guyana Slovakia Slovenia Georgia Gabon';
    expect(findNames(text).map((mention) => mention.name)).toEqual(text.split(' '));
  });

  test('in any text, offsets are exact, in order and without overlap', () => {
    const words = fc.constantFrom(
      'U.S.',
      "Iran's",
      'al-',
      'Qaeda',
      'foreign',
      'minister',
      'Gen.',
      'Ali',
      'bin',
      'Amir-Abdollahian',
      'of',
      'the',
      ',',
      '\n',
      'President',
      'Türkiye',
      "People's",
      'Republic',
      'US',
      'Kim',
      'Jong',
      'un',
      '"',
      'M23',
      'ß',
      'constructor',
    );
    fc.assert(
      fc.property(fc.array(fc.oneof(words, fc.string({ unit: 'binary', maxLength: 5 }))), (parts) => {
        const text = parts.join(' ');
        let last = 0;
        for (const { start, end, text: written, phrase } of findNames(text)) {
          expect(text.slice(start, end)).toBe(written);
          expect(phrase?.start ?? start).toBeGreaterThanOrEqual(last);
          expect(end).toBeGreaterThan(start);
          last = phrase?.end ?? end;
        }
      }),
      { seed: 9, numRuns: 600 },
    );
  });

  test('time grows with length, not faster', () => {
    const unit = "Iran's foreign minister Hossein Amir-Abdollahian met Ali Reza in Goma. ";
    const timeOf = (text: string): number => {
      const begun = performance.now();
      findNames(text);
      return performance.now() - begun;
    };
    timeOf(unit.repeat(50));
    for (const part of [unit, 'Ab Cd ', 'Xy', 'A. ', 'al-', 'the of ']) {
      const short = timeOf(part.repeat(Math.ceil(20_000 / part.length)));
      expect(timeOf(part.repeat(Math.ceil(160_000 / part.length))), part).toBeLessThan(short * 24 + 300);
    }
  });
});

describe('a name as typed', () => {
  test.each([
    ['beijing', 'China'],
    ['us', 'United States'],
    ['the white house', 'United States'],
    ['turkiye', 'Turkey'],
    ['Afganistan', 'Afghanistan'],
    ['pakistn', 'Pakistan'],
    ['hizbollah', 'Hezbollah'],
    ['isis', 'Islamic State'],
    ['dr congo', 'Democratic Republic of the Congo'],
    ['siestan-balochistan', 'Sistan and Baluchestan'],
    ['un', 'United Nations'],
    ['n. korea', 'North Korea'],
    ['Nigeria', 'Nigeria'],
    ['reuters', undefined],
    ['Atlantis', undefined],
    ['', undefined],
  ])('%s is %s', (typed, name) => expect(canonicalName(typed)).toBe(name));
});

describe('two names', () => {
  test.each([
    ['Siestan-Balochistan', 'Sistan-Baluchestan'],
    ['Amirabdollahian', 'Amir-Abdollahian'],
    ['Jaish al Adl', 'Jaish ul-Adl'],
    ['Turkiye', 'Turkey'],
    ['Mohammed bin Salman', 'Muhammad bin Salman'],
    ['Zelenskyy', 'Zelensky'],
    ['Volodymyr Zelenskiy', 'Volodymyr Zelenskyy'],
    ['U.N.', 'United Nations'],
    ['Al-Sisi', 'al Sisi'],
  ])('%s and %s are one', (a, b) => expect(sameName(a, b)).toBe(true));

  test.each([
    ['Niger', 'Nigeria'],
    ['Iran', 'Iraq'],
    ['Austria', 'Australia'],
    ['Mali', 'Malawi'],
    ['Guinea', 'Guyana'],
    ['Slovakia', 'Slovenia'],
    ['North Korea', 'South Korea'],
    ['Sudan', 'South Sudan'],
    ['Khan', 'Kahn'],
    ['Hamas', 'Hama'],
    ['', ''],
  ])('%s and %s are two', (a, b) => expect(sameName(a, b)).toBe(false));
});
