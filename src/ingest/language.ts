/** What is read to tell a language: enough for a verdict, little enough for a long text. */
const SAMPLE = 4000;
/** Share of a text's words that its language's stop words reach in ordinary prose, and a lead over the next language. */
const LEAST_SHARE = 0.12;
const LEAST_WORDS = 5;
const LEAD = 1.15;

const STOP_WORDS: Readonly<Record<string, string>> = {
  en: 'the of and to in that is was for on with as by his her they at from be have has had not this are it said its who which were will an but their after would been he she',
  de: 'der die und den das von zu mit sich des auf für ist im dem nicht ein eine als auch es an werden aus er hat dass sie nach wird bei einer um am sind noch wie einem über einen so zum war haben',
  fr: 'le la les des et en un une du que qui dans pour au sur est pas par plus ne se avec ont été aux son ce il elle cette sont mais comme nous leur ses ou entre après',
  es: 'el la los las de y en que del se por un una con para su no al lo es más como pero sus le ha este entre ya o fue son está también desde sobre hasta',
  pt: 'o os as de e do da em um uma que para com não dos das no na se por mais ao como mas foi ele seu sua ou pelo pela são à até também está entre após às',
  it: 'il lo gli le di e che in un una del della per con non si da dei sono al nel è alla come anche più ha ma delle dal ai nella su o questo tra dopo stato',
  nl: 'de het een van en in is dat op te zijn voor met die niet aan er om ook als bij door maar naar heeft uit over wordt ze nog hij werd worden tot tegen dit deze',
  tr: 've bir bu da de için ile olarak çok daha olan gibi sonra kadar ise ancak göre ne en ama her tarafından olduğunu üzere dedi oldu karşı iki yeni',
};
const SETS = Object.entries(STOP_WORDS).map(([code, words]) => [code, new Set(words.split(' '))] as const);

const SCRIPTS: readonly (readonly [RegExp, (text: string) => string])[] = [
  [/[\p{sc=Hiragana}\p{sc=Katakana}]/gu, () => 'ja'],
  [/\p{sc=Hangul}/gu, () => 'ko'],
  [/\p{sc=Han}/gu, () => 'zh'],
  [/\p{sc=Hebrew}/gu, () => 'he'],
  [/\p{sc=Devanagari}/gu, () => 'hi'],
  [/\p{sc=Arabic}/gu, arabicScript],
  [/\p{sc=Cyrillic}/gu, cyrillicScript],
];
/** Japanese mixes kana with more Han characters; any script takes a text over at a third of its letters, kana at a tenth. */
const SCRIPT_SHARE = 1 / 3;
const KANA_SHARE = 1 / 10;

/** The ISO 639-1 code in a tag of any length ("en-GB", "pt_BR"), or undefined. */
export function languageTag(tag: string | undefined): string | undefined {
  return /^\s*([a-z]{2})(?:[-_][\w-]*)?\s*$/iu.exec(tag ?? '')?.[1]?.toLowerCase();
}

/**
 * The language of a text, by its script and its commonest words: en de fr es pt it nl tr ru uk ar fa ur he zh ja ko hi,
 * else `und`.
 */
export function languageOf(text: string): string {
  const sample = text.slice(0, SAMPLE);
  const letters = sample.match(/\p{L}/gu)?.length ?? 0;
  if (letters === 0) return 'und';
  for (const [script, tell] of SCRIPTS) {
    const share = (sample.match(script)?.length ?? 0) / letters;
    if (share >= (script === SCRIPTS[0]?.[0] ? KANA_SHARE : SCRIPT_SHARE)) return tell(sample);
  }
  return latinScript(sample);
}

const TOLD = new Set([...SETS.map(([code]) => code), 'ru', 'uk', 'ar', 'fa', 'ur', 'he', 'zh', 'ja', 'ko', 'hi']);

/**
 * The language of a page by its tag and its text: templates leave `en` on pages in any language, so that a tag of a
 * language that would have been told gives way to one that was.
 */
export function languageOfPage(tag: string | undefined, text: string): string | undefined {
  const stated = languageTag(tag);
  if (stated === undefined || !TOLD.has(stated)) return stated;
  const told = languageOf(text);
  return told === 'und' ? stated : told;
}

function latinScript(text: string): string {
  const words = text.toLowerCase().match(/\p{L}+/gu) ?? [];
  if (words.length < LEAST_WORDS) return 'und';
  const shares = SETS.map(([code, set]) => ({
    code,
    share: words.filter((word) => set.has(word)).length / words.length,
  }));
  const [best, next] = shares.sort((a, b) => b.share - a.share);
  return best && next && best.share >= LEAST_SHARE && best.share >= LEAD * next.share ? best.code : 'und';
}

/** Letters that only one of the languages of a script writes. */
function arabicScript(text: string): string {
  if (/[ٹڈڑںےہھ]/u.test(text)) return 'ur';
  return /[پچژگکی]/u.test(text) ? 'fa' : 'ar';
}

function cyrillicScript(text: string): string {
  const count = (letters: RegExp): number => text.match(letters)?.length ?? 0;
  const [ukrainian, russian] = [count(/[іїєґ]/giu), count(/[ыэёъ]/giu)];
  if (ukrainian === russian) return ukrainian === 0 ? 'ru' : 'und';
  return ukrainian > russian ? 'uk' : 'ru';
}
