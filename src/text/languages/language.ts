/** Words by which a text shows something: in any text that says it, and those that nothing else can mean. */
export interface Marker {
  readonly shown: RegExp;
  /** Fewer: a text that must not say it holds none of these. */
  readonly certain: RegExp;
}

/** How the words of a language take in a name: behind letters it keeps, between prefixes and endings, or anywhere. */
type Inflection =
  | { readonly kind: 'endings' }
  | {
      readonly kind: 'affixes';
      /** Beginnings that are written together with a name, as a regular expression. */
      readonly prefixes: string;
      /** Endings of adjectives and plurals. */
      readonly endings: string;
      /** Ends of a country's name that these endings take the place of. */
      readonly lost: string;
    }
  | { readonly kind: 'none' };

/** A language that a reply can be put into, with the little that tells whether it was done faithfully. */
export interface Language {
  /** BCP 47. */
  readonly code: string;
  readonly english: string;
  /** Its name in itself. */
  readonly own: string;
  readonly direction: 'ltr' | 'rtl';
  /** As regular expressions name it: `\p{Script=...}`. */
  readonly script: 'Latin' | 'Cyrillic' | 'Arabic' | 'Hebrew' | 'Han';
  /** Letters or words that a longer text in this language has, and a neighbour in the same script has not. */
  readonly ownSigns: RegExp;
  /** Letters that only its neighbours have. */
  readonly foreignSigns?: RegExp;
  /** That a model translated it, and that `{kept}` of `{all}` sentences stay in English. */
  readonly whole: string;
  readonly partly: string;
  readonly yes: string;
  readonly no: string;
  readonly decimal: '.' | ',';
  readonly negation: RegExp;
  readonly possible: Marker;
  readonly planned: Marker;
  readonly must: Marker;
  /** Number words, as regular expressions, from what they stand for. */
  readonly numbers: Readonly<Record<number, string>>;
  /** Thousand, million and billion behind a number, as regular expressions. */
  readonly scales: readonly [thousand: string, million: string, billion: string];
  readonly percent: RegExp;
  /** Names of months beside those of the platform, by number from 1. */
  readonly months?: Readonly<Record<number, string>>;
  readonly inflection: Inflection;
  /** Words that are written with a capital and name nobody. */
  readonly titles?: RegExp;
  /** Ways to call a state or its people beside the platform's names, by ISO 3166; `*` stands for any ending. */
  readonly states: Readonly<Record<string, string>>;
}

/** An expression that finds one of these words, whole. */
export function anyOf(words: string): RegExp {
  return new RegExp(`(?<![\\p{L}\\p{M}])(?:${words})(?![\\p{L}\\p{M}])`, 'iu');
}

export function marker(shown: string, certain = shown): Marker {
  return { shown: anyOf(shown), certain: anyOf(certain) };
}
