import { translator } from '../brief/translated.ts';
import type { Answer, AnswerReport, OriginalWords } from '../domain/answer.ts';
import type { Statement } from '../domain/brief.ts';
import type { NonEmpty } from '../domain/citation.ts';
import { plainWords } from '../text/languages/plain-words.ts';
import type { Language } from '../text/languages.ts';
import {
  type Translated,
  type Translating,
  translatedTexts,
  translationNote,
  untranslatedNote,
} from '../verify/translation/calls.ts';

/**
 * An answer in another language: its sentences and the answer itself, each checked against the English one, which it
 * keeps. Citations, quotes and names of sources stay as they are. What does not pass stays English, and the notice says
 * how much; whatever becomes of the model there is an answer.
 */
export async function translated(report: AnswerReport, translating: Translating): Promise<AnswerReport> {
  const { language } = translating;
  const all = await translatedTexts(sentencesOf(report, language), translating);
  if (all.all > 0 && all.texts.size === 0) return noted(report, untranslatedNote(all, language));
  return noted(inLanguage(report, all, language), translationNote(all, language));
}

function sentencesOf({ answer, parts = [] }: AnswerReport, language: Language): string[] {
  if (parts.length > 0) return parts.flatMap((part) => sentencesOf(part, language));
  const message = answer.message === undefined ? [] : [quotable(answer.message)];
  if (answer.kind === 'unanswered') return message;
  const values = valuesOf(answer.short).filter((value) => plainWords(value, language) === undefined);
  return [...message, ...answer.statements.map(({ text }) => text), ...values];
}

/** The words that were searched for are those of the question, and stay so. */
function quotable(message: string): string {
  return message.replace(/\(looked for: ([^()“”"]+)\)/, '(looked for: “$1”)');
}

function inLanguage(report: AnswerReport, all: Translated, language: Language): AnswerReport {
  const parts = report.parts?.map((part) => inLanguage(part, all, language));
  const answer = translatedAnswer(report.answer, all, language);
  return { ...report, answer, language: language.code, ...(parts && { parts }) };
}

function translatedAnswer(answer: Answer, all: Translated, language: Language): Answer {
  const message = answer.message && all.texts.get(quotable(answer.message));
  const short = answer.kind === 'answered' ? translatedShort(answer.short, all, language) : undefined;
  const original: OriginalWords = {
    ...(answer.kind === 'answered' && short !== undefined && answer.short !== undefined && { short: answer.short }),
    ...(message && answer.message !== undefined && { message: answer.message }),
  };
  const words = { ...(message && { message }), ...(Object.keys(original).length > 0 && { original }) };
  if (answer.kind === 'unanswered') return { ...answer, ...words };
  const [first, ...rest] = answer.statements;
  const into = translator(all);
  const statements: NonEmpty<Statement> = [into(first), ...rest.map(into)];
  return { ...answer, ...words, statements, ...(short !== undefined && { short }) };
}

/** Undefined where it is the same in every language, or no part of it was translated. */
function translatedShort(short: string | undefined, { texts }: Translated, language: Language): string | undefined {
  const values = valuesOf(short).map((value) => plainWords(value, language) ?? texts.get(value) ?? value);
  const joined = values.join('; ');
  return joined === short || short === undefined ? undefined : joined;
}

function valuesOf(short: string | undefined): string[] {
  return short?.split('; ') ?? [];
}

function noted(report: AnswerReport, note: string): AnswerReport {
  return { ...report, notice: report.notice === undefined ? note : `${report.notice} ${note}` };
}
