import type { Brief, Disagreement, NoticeCode, Reading, Section } from '../domain/brief.ts';
import {
  type Translated,
  type Translating,
  translatedTexts,
  translationNote,
  untranslatedNote,
} from '../verify/translation/calls.ts';

/**
 * The brief with its sentences in another language, each checked against the English one, which it keeps. Facts, order,
 * citations, quotes and names of sources stay as they are. What does not pass stays English, and a notice says how
 * much; whatever becomes of the model there is a brief.
 */
export async function translatedBrief(brief: Brief, translating: Translating): Promise<Brief> {
  const { language } = translating;
  const translated = await translatedTexts(sentencesOf(brief), translating);
  if (translated.all === 0) return { ...brief, language: language.code };
  if (translated.texts.size === 0) return noted(brief, 'unworded', untranslatedNote(translated, language));
  const into = translator(translated);
  const sections = brief.sections.map((section) => translatedSection(section, into));
  const [bottomLine, notices] = [brief.bottomLine.map(into), brief.notices.map(into)];
  const said = { ...brief, bottomLine, sections, notices, language: language.code };
  return noted(said, 'translated', translationNote(translated, language));
}

function sentencesOf({ bottomLine, sections, notices }: Brief): string[] {
  const said = [...bottomLine, ...notices].map(({ text }) => text);
  return [...said, ...sections.flatMap(({ items }) => items.flatMap(wordsOf))];
}

function wordsOf(item: Section['items'][number]): string[] {
  if (!('readings' in item)) return [item.text];
  return [item.text, ...item.readings.map(({ text }) => text), item.handling];
}

type Said = Pick<Reading, 'text' | 'original'>;
type Translator = <Item extends Said>(item: Item) => Item;

/** What was worded before is still known by the words of the rules. */
export function translator({ texts }: Translated): Translator {
  return (item) => {
    const text = texts.get(item.text);
    return text === undefined ? item : { ...item, text, original: item.original ?? item.text };
  };
}

function translatedSection(section: Section, into: Translator): Section {
  if (section.id === 'disagree')
    return { ...section, items: section.items.map((item) => translatedDisagreement(item, into)) };
  if (section.id === 'unknown') return { ...section, items: section.items.map(into) };
  return { ...section, items: section.items.map(into) };
}

function translatedDisagreement(item: Disagreement, into: Translator): Disagreement {
  const [first, second, ...rest] = item.readings;
  const handling = into<Said>({ text: item.handling });
  return {
    ...into(item),
    readings: [into(first), into(second), ...rest.map(into)],
    handling: handling.text,
    ...(handling.original !== undefined && { originalHandling: handling.original }),
  };
}

function noted(brief: Brief, code: NoticeCode, text: string): Brief {
  return { ...brief, notices: [...brief.notices, { code, text }] };
}
