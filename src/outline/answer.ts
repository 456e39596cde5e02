import type { Answer, AnswerReport } from '../domain/answer.ts';
import type { Source, Statement } from '../domain/brief.ts';
import type { Citation } from '../domain/citation.ts';
import { type Block, type Run, type SourceFinder, sourceFinder } from './block.ts';
import { firstWords, inert } from './inert.ts';
import { english, filled, type Phrases, phrasesOf } from './phrases.ts';
import { marks, quoteBlocks, sourceBlocks, statementRuns, words } from './sentence.ts';

/** An answer or a refusal; several questions one after the other, each under its own words. */
export function answerBlocks(report: AnswerReport): Block[] {
  const parts = report.parts ?? [];
  if (parts.length === 0)
    return [...bodyBlocks(report, report.sources), ...noteBlocks(report), ...listBlocks(report.sources, report)];
  const shared = sharedSources(report, parts);
  const bodies = parts.flatMap((part, at): Block[] => {
    const body = bodyBlocks(part, shared ?? part.sources);
    const list = shared ? [] : listBlocks(part.sources, part);
    return [
      ...(at > 0 ? [{ kind: 'gap' } as const] : []),
      { kind: 'heading', text: inert(part.question) },
      ...body,
      ...list,
    ];
  });
  return [...bodies, ...noteBlocks(report), ...(shared ? listBlocks(shared, report) : [])];
}

/** How the answer was made, where that is worth a line; that it was translated says that a model did it. */
function noteBlocks({ notice, answer, language }: AnswerReport): Block[] {
  const said = answer.kind === 'answered' ? answer.statements : [];
  const worded = said.filter((statement) => statement.worded).length;
  const of = `${worded} of ${said.length} ${said.length === 1 ? 'sentence' : 'sentences'}`;
  const by = worded === 0 || language !== undefined ? [] : [`wording: language model, ${of}`];
  return [...by, ...(notice === undefined ? [] : [notice])].map((text) => ({ kind: 'line', runs: [words(text)] }));
}

/** One list for all parts where the report has one that numbers them all: else [1] would mean two articles. */
function sharedSources(report: AnswerReport, parts: readonly AnswerReport[]): readonly Source[] | undefined {
  const known = new Set(report.sources.map((source) => source.articleId));
  return parts.every((part) => part.sources.every((source) => known.has(source.articleId)))
    ? report.sources
    : undefined;
}

function listBlocks(sources: readonly Source[], { language }: Pick<AnswerReport, 'language'>): Block[] {
  return sources.length === 0 ? [] : [{ kind: 'gap' }, ...sourceBlocks(sources, phrasesOf(language))];
}

function bodyBlocks({ answer, language }: AnswerReport, sources: readonly Source[]): Block[] {
  const find = sourceFinder(sources);
  const phrases = phrasesOf(language);
  return answer.kind === 'answered' ? answeredBlocks(answer, find, phrases) : refusalBlocks(answer, find, phrases);
}

function answeredBlocks(answer: Extract<Answer, { kind: 'answered' }>, find: SourceFinder, phrases: Phrases): Block[] {
  const [first, ...rest] = answer.statements;
  const short: Run[] = answer.short === undefined ? [] : [words(asSentence(answer.short), true), words(' ')];
  const premise: Block[] = answer.message === undefined ? [] : [{ kind: 'line', runs: [words(answer.message)] }];
  const quotes = quoteBlocks(answer.statements.flatMap(unquoted), find);
  return [
    ...premise,
    { kind: 'line', runs: [...short, ...statementRuns(first, find, phrases)] },
    ...rest.map((statement): Block => ({ kind: 'line', runs: statementRuns(statement, find, phrases) })),
    ...quotes,
    { kind: 'line', runs: [words(filled(phrases.confidence, { level: phrases[answer.confidence] }))] },
  ];
}

/** The citations whose words the statement does not quote itself. */
function unquoted({ text, citations }: Statement): readonly Citation[] {
  return citations.filter((citation) => !text.includes(citation.quote));
}

function asSentence(text: string): string {
  return /[.!?…"”。۔]$/.test(text) ? text : `${text}.`;
}

const refusalStart = /^not in the archive/i;

function refusalBlocks(answer: Extract<Answer, { kind: 'unanswered' }>, find: SourceFinder, phrases: Phrases): Block[] {
  const closest = answer.nearest.map((citation, at): Block => {
    const { text, cut } = firstWords(inert(citation.quote), 200);
    const label = at === 0 ? phrases.closest : phrases.also;
    return { kind: 'line', runs: [words(`${label}"${text}"${cut ? ' … ' : ' '}`), ...marks([citation], find)] };
  });
  return [{ kind: 'line', runs: [words(refusalWords(answer, phrases))] }, ...closest];
}

/** That it is not in the archive, where the message does not begin with it. */
function refusalWords(
  { reason, message, original }: Extract<Answer, { kind: 'unanswered' }>,
  phrases: Phrases,
): string {
  const own = original?.message ?? message;
  if ((reason !== 'no-evidence' && reason !== 'not-mentioned') || refusalStart.test(own)) return message;
  if (own !== message) return filled(phrases.notInArchive, { message });
  const said = message.replace(/^(No|None|Nothing|Nobody|The|There|It)\b/, (word) => word.toLowerCase());
  return filled(english.notInArchive, { message: said });
}
