/** Words of a language for English ones, and how it writes the rest. */
interface WordTable {
  readonly words: Readonly<Record<string, string>>;
  /** A word for one that the table lacks, none of English. */
  readonly unknown: (word: string) => string;
  /** Its own ten digits; absent where they are ours. */
  readonly digits?: string;
}

const english = `not no never said says that and or the a an of in on from to with between by will would may could must
  ambassador strike attack offered mediation recalled killed people government army foreign minister ceasefire
  January February March April May June July August September October November December
  Iran Pakistan China Kenya Somalia Russia Turkey Germany France`.split(/\s+/);

const german =
  `nicht kein nie sagte sagt dass und oder die ein eine von in am aus zu mit zwischen durch wird würde dürfte könnte muss
  Botschafter Schlag Angriff bot Vermittlung zurückgerufen getötet Menschen Regierung Armee Außen- Minister Waffenruhe
  Januar Februar März April Mai Juni Juli August September Oktober November Dezember
  Iran Pakistan China Kenia Somalia Russland Türkei Deutschland Frankreich`.split(/\s+/);

const french =
  `pas aucun jamais déclaré déclare que et ou le un une de dans le depuis à avec entre par va ferait pourrait pourrait doit
  ambassadeur frappe attaque offert médiation rappelé tué personnes gouvernement armée étrangères ministre cessez-le-feu
  janvier février mars avril mai juin juillet août septembre octobre novembre décembre
  Iran Pakistan Chine Kenya Somalie Russie Turquie Allemagne France`.split(/\s+/);

/** With zero-width non-joiners, which a reader of it needs. */
const persian = `نه هیچ هرگز گفت می‌گوید که و یا آن یک یک از در در از به با میان توسط خواهد می‌خواست شاید می‌تواند باید
  سفیر ضربه حمله پیشنهاد میانجی‌گری فراخواند کشته نفر دولت ارتش خارجه وزیر آتش‌بس
  ژانویه فوریه مارس آوریل مه ژوئن ژوئیه اوت سپتامبر اکتبر نوامبر دسامبر
  ایران پاکستان چین کنیا سومالی روسیه ترکیه آلمان فرانسه`.split(/\s+/);

const tables: Readonly<Record<string, WordTable>> = {
  german: { words: pairs(german), unknown: (word) => `${[...word].reverse().join('')}ung` },
  french: { words: pairs(french), unknown: (word) => `${[...word].reverse().join('')}é` },
  persian: { words: pairs(persian), unknown: (word) => spelled(word), digits: '۰۱۲۳۴۵۶۷۸۹' },
};

function pairs(words: readonly string[]): Record<string, string> {
  return Object.fromEntries(english.map((word, at) => [word, words[at] ?? word]));
}

function spelled(word: string): string {
  const letters = 'ابپتجچخدرزسشعغفقکگلمنوهیآژ';
  return [...word.toLowerCase()].map((letter) => letters[(letter.codePointAt(0) ?? 0) % letters.length]).join('');
}

/**
 * No translation that anybody could read, but one that keeps what is checked: names other than of states in their
 * letters, numbers, dates, negations and modal verbs in the words of the language. Undefined for a language without a
 * table; to be had: German, French, Persian.
 */
export function pseudoTranslated(text: string, language: string): string | undefined {
  const table = tables[language.toLowerCase()];
  if (table === undefined) return undefined;
  const whole = text.replace(/n['’]t\b/g, ' not');
  return whole.replace(/\p{L}+(?:[-'’]\p{L}+)*|\d/gu, (word, at: number) => {
    if (/\d/.test(word)) return table.digits?.[Number(word)] ?? word;
    return wordIn(table, word, at === 0);
  });
}

function wordIn({ words, unknown }: WordTable, word: string, first: boolean): string {
  const owned = word.replace(/['’]s$/, '');
  const known = words[owned] ?? words[owned.toLowerCase()];
  if (known !== undefined) return known;
  return isName(owned, first) ? owned : unknown(owned);
}

/** A first word is taken for a name too where it has no ending of common English. */
function isName(word: string, first: boolean): boolean {
  return /^\p{Lu}/u.test(word) && !(first && /(?:ed|ing|ly|s|er)$/.test(word));
}
