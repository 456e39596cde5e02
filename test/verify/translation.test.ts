import { readFileSync } from 'node:fs';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { statesIn } from '../../src/text/languages/state-names.ts';
import { type Language, languages } from '../../src/text/languages.ts';
import { faultOfTranslation } from '../../src/verify/translation/translation.ts';

type Id = string;

interface Table {
  readonly good: Readonly<Record<Id, string>>;
  /** Of which sentence, the text, and what is wrong with it. */
  readonly bad: readonly (readonly [of: Id, text: string, fault: string])[];
}

function read<T>(name: string): T {
  return JSON.parse(readFileSync(new URL(`translations/${name}.json`, import.meta.url), 'utf8')) as T;
}

const english = read<Readonly<Record<Id, string>>>('english');
const tables = new Map(languages.map((language) => [language, read<Table>(language.code)]));

function tableOf(language: Language): Table {
  const table = tables.get(language);
  if (table === undefined) throw new Error(`no sentences in ${language.english}`);
  return table;
}

function nameOf(code: string, { code: locale }: Language): string {
  return new Intl.DisplayNames(locale, { type: 'region' }).of(code) ?? code;
}

/** As they stand in a date; Chinese has figures, which are changed elsewhere. */
function monthsOf({ code }: Language): string[] {
  const format = new Intl.DateTimeFormat(`${code}-u-nu-latn-ca-gregory`, {
    month: 'long',
    day: 'numeric',
    timeZone: 'UTC',
  });
  return Array.from({ length: 12 }, (_, at) => {
    const parts = format.formatToParts(Date.UTC(2024, at, 19));
    return parts.find(({ type }) => type === 'month')?.value ?? '';
  }).filter((month) => /\p{L}/u.test(month));
}

function wordOf(month: string): RegExp {
  return new RegExp(`(?<!\\p{L})${month}(?!\\p{L})`, 'u');
}

describe.for(languages.map((language) => [language.english, language] as const))('in %s', ([, language]) => {
  const { good, bad } = tableOf(language);
  const all = Object.entries(good).map(([id, text]) => ({ id, source: english[id] ?? '', text }));

  test.for(all)('a faithful sentence passes: $id', ({ source, text }) => {
    expect(faultOfTranslation(source, text, language)).toBeUndefined();
  });

  test.for(bad)('%s is not passed where it is changed to %s: %s', ([id, text, fault]) => {
    expect(faultOfTranslation(english[id] ?? '', text, language)).toBe(fault);
  });

  test.for(all)('$id does not pass with anything added or taken away', ({ source, text }) => {
    const stop = text.replace(/[.。۔]$/u, '');
    const spoilt = {
      english: source,
      'a link': `${stop} https://evil.example/x.`,
      'an address': `${stop} evil.example.`,
      'a mention': `${stop} @everyone.`,
      'a command of a platform': `${stop} <!channel>.`,
      emphasis: `**${text}**`,
      'a right-to-left override': `\u202e${text}`,
      'an isolate': `\u2068${text}\u2069`,
      'a tag character': `${text}\u{e0041}`,
      'another number': `${stop} 41.`,
      'another name': `${stop} (Kremlin, Viktor Petrov).`,
      'a quotation': `${stop}: “${text.slice(0, 12)}”.`,
      'only its beginning': [...text].slice(0, 2).join(''),
      'much more of it': `${text} ${text} ${text} ${text} ${text} ${text} ${text}`,
      'nothing at all': '',
      'a sentence of another language in another script': language.code === 'zh' ? `${text}или` : `${stop}，伊朗。`,
    };
    const passed = Object.entries(spoilt).filter(([, one]) => faultOfTranslation(source, one, language) === undefined);
    expect(passed.map(([what]) => what)).toEqual([]);
  });

  test('any other digit is found', () => {
    const digits = all.flatMap((one) => [...one.text.matchAll(/\p{Nd}/gu)].map(({ index }) => ({ ...one, index })));
    fc.assert(
      fc.property(fc.constantFrom(...digits), fc.integer({ min: 1, max: 9 }), ({ source, text, index }, more) => {
        const old = Number(
          text
            .charAt(index)
            .normalize('NFKC')
            .replace(/[٠-٩۰-۹]/gu, (sign) => String(sign.charCodeAt(0) & 15)),
        );
        const changed = `${text.slice(0, index)}${(old + more) % 10}${text.slice(index + 1)}`;
        expect(faultOfTranslation(source, changed, language)).toBeDefined();
      }),
      { seed: 11, numRuns: 150 },
    );
  });

  test('no other state, month or name takes the place of one', () => {
    const names = ['BR', 'NO', 'VN', 'MX', 'PT'].map((code) => nameOf(code, language));
    const swapped = all.flatMap(({ source, text }) => [
      ...statesIn(text, language).flatMap(({ start, end }) =>
        names.map((name) => ({ source, text: `${text.slice(0, start)}${name}${text.slice(end)}` })),
      ),
      ...monthsOf(language).flatMap((month, at, months) =>
        wordOf(month).test(text) ? { source, text: text.replace(wordOf(month), months[(at + 5) % 12] ?? '') } : [],
      ),
      ...Array.from(language.script === 'Latin' ? [] : text.matchAll(/[A-Z][a-z]{2,}/g), ({ 0: name }) => ({
        source,
        text: text.replace(name, 'Petrov'),
      })),
    ]);
    expect(swapped.length).toBeGreaterThan(100);
    const passed = swapped.filter((one) => faultOfTranslation(one.source, one.text, language) === undefined);
    expect(passed).toEqual([]);
  });

  test('a sentence that denies does not pass without its denial', () => {
    const sign = new RegExp(language.negation.source, `${language.negation.flags}g`);
    const denying = all.filter(({ source }) => /\b(?:not|no)\b/i.test(source));
    const passed = denying.filter(
      ({ source, text }) =>
        faultOfTranslation(source, text.replace(sign, '').replace(/ {2,}/g, ' '), language) === undefined,
    );
    expect(denying.length).toBeGreaterThan(5);
    expect(passed).toEqual([]);
  });

  test('the translation of one sentence never passes for another', () => {
    const passed = all.flatMap(({ id, source }) =>
      all.filter((other) => other.id !== id && faultOfTranslation(source, other.text, language) === undefined),
    );
    expect(passed).toEqual([]);
  });
});

const named = (code: string) => {
  const found = languages.find((language) => language.code === code);
  if (found === undefined) throw new Error(code);
  return found;
};

test('the words of a quotation stay as they are, in the marks of the language', () => {
  const source = 'On 3 May 2024 Chad said: “We will not open the crossing at Adré.”';
  const passes = 'Le 3 mai 2024, le Tchad a dit : « We will not open the crossing at Adré. »';
  expect(faultOfTranslation(source, passes, named('fr'))).toBeUndefined();
  const changed = passes.replace('not ', '');
  expect(faultOfTranslation(source, changed, named('fr'))).toBe('quotation');
});

test('a state is not taken for one with a similar name', () => {
  const source = 'Niger closed its border on 2 August 2023.';
  expect(faultOfTranslation(source, 'Нигер закрыл свою границу 2 августа 2023 года.', named('ru'))).toBeUndefined();
  expect(faultOfTranslation(source, 'Нигерия закрыла свою границу 2 августа 2023 года.', named('ru'))).toBe('state');
});

test('two dates of one sentence do not change their months', () => {
  const source = 'From 30 March 2022 to 2 April 2022 Mali closed the road.';
  const passes = 'Vom 30. März 2022 bis zum 2. April 2022 sperrte Mali die Straße.';
  expect(faultOfTranslation(source, passes, named('de'))).toBeUndefined();
  const swapped = 'Vom 2. März 2022 bis zum 30. April 2022 sperrte Mali die Straße.';
  expect(faultOfTranslation(source, swapped, named('de'))).toBe('date');
});

test('large numbers are the same however a language groups and scales them', () => {
  const source = 'Sudan counted 2.5 million displaced people and 1,200 wounded.';
  for (const [code, text] of [
    ['de', 'Der Sudan zählte 2,5 Millionen Vertriebene und 1.200 Verletzte.'],
    ['es', 'Sudán contó 2,5 millones de desplazados y 1.200 heridos.'],
    ['ru', 'Судан насчитал 2,5 млн перемещённых и 1 200 раненых.'],
    ['zh', '苏丹统计有250万流离失所者和1200名伤者。'],
    ['fa', 'سودان ۲٫۵ میلیون آواره و ۱٬۲۰۰ زخمی شمرد.'],
  ] as const)
    expect([code, faultOfTranslation(source, text, named(code))]).toEqual([code, undefined]);
  const scaled = 'Der Sudan zählte 2,5 Milliarden Vertriebene und 1.200 Verletzte.';
  expect(faultOfTranslation(source, scaled, named('de'))).toBe('number');
});

test('whatever a model writes is judged, and in time', () => {
  const piece = fc.oneof(
    fc.string({ unit: 'binary', maxLength: 12 }),
    fc.constantFrom('ma', 'rá', 'سي', '19', '1.200', ' ', '；', '“', '月', 'не', "d'", 'Côte d’Ivoire', '\u0301'),
  );
  const text = fc.array(piece, { maxLength: 40 }).map((parts) => parts.join(''));
  fc.assert(
    fc.property(
      text,
      fc.constantFrom(...languages),
      fc.constantFrom(...Object.values(english)),
      (one, language, source) => {
        const began = performance.now();
        expect([undefined, 'string']).toContain(
          typeof faultOfTranslation(source, one, language) === 'string' ? 'string' : undefined,
        );
        expect(performance.now() - began).toBeLessThan(1_000);
      },
    ),
    { seed: 3, numRuns: 500 },
  );
});

test.for(languages.map(({ english: name, ...language }) => [name, { ...language, english: name }] as const))(
  'a word without end is judged in time in %s',
  ([, language]) => {
    const long = 'On 1 May 2024 Chad said that it closed a road. '.repeat(40);
    const began = performance.now();
    for (const sign of ['a', 'ma', 'м', 'م', 'ל', '九', '1', '1.', 'ي'])
      expect(faultOfTranslation(long, sign.repeat(2_000), language)).toBeDefined();
    expect(performance.now() - began).toBeLessThan(5_000);
  },
);
