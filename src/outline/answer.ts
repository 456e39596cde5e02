import type { Answer, AnswerReport } from '../domain/answer.ts';
import type { Source, Statement } from '../domain/brief.ts';
import type { Citation } from '../domain/citation.ts';
import { type Block, type Run, type SourceFinder, sourceFinder } from './block.ts';
import { firstWords, inert } from './inert.ts';
import { marks, quoteBlocks, sourceBlocks, statementRuns, words } from './sentence.ts';

/** An answer or a refusal; several questions one after the other, each under its own words. */
export function answerBlocks(report: AnswerReport): Block[] {
  const parts = report.parts ?? [];
  if (parts.length === 0)
    return [...bodyBlocks(report.answer, report.sources), ...noteBlocks(report), ...listBlocks(report.sources)];
  const shared = sharedSources(report, parts);
  const bodies = parts.flatMap((part, at): Block[] => {
    const body = bodyBlocks(part.answer, shared ?? part.sources);
    const list = shared ? [] : listBlocks(part.sources);
    return [
      ...(at > 0 ? [{ kind: 'gap' } as const] : []),
      { kind: 'heading', text: inert(part.question) },
      ...body,
      ...list,
    ];
  });
  return [...bodies, ...noteBlocks(report), ...(shared ? listBlocks(shared) : [])];
}

/** How the answer was made, where that is worth a line. */
function noteBlocks({ notice }: AnswerReport): Block[] {
  return notice === undefined ? [] : [{ kind: 'line', runs: [words(notice)] }];
}

/** One list for all parts where the report has one that numbers them all: else [1] would mean two articles. */
function sharedSources(report: AnswerReport, parts: readonly AnswerReport[]): readonly Source[] | undefined {
  const known = new Set(report.sources.map((source) => source.articleId));
  return parts.every((part) => part.sources.every((source) => known.has(source.articleId)))
    ? report.sources
    : undefined;
}

function listBlocks(sources: readonly Source[]): Block[] {
  return sources.length === 0 ? [] : [{ kind: 'gap' }, ...sourceBlocks(sources)];
}

function bodyBlocks(answer: Answer, sources: readonly Source[]): Block[] {
  const find = sourceFinder(sources);
  return answer.kind === 'answered' ? answeredBlocks(answer, find) : refusalBlocks(answer, find);
}

function answeredBlocks(answer: Extract<Answer, { kind: 'answered' }>, find: SourceFinder): Block[] {
  const [first, ...rest] = answer.statements;
  const short: Run[] = answer.short === undefined ? [] : [words(asSentence(answer.short), true), words(' ')];
  const premise: Block[] = answer.message === undefined ? [] : [{ kind: 'line', runs: [words(answer.message)] }];
  const quotes = quoteBlocks(answer.statements.flatMap(unquoted), find);
  return [
    ...premise,
    { kind: 'line', runs: [...short, ...statementRuns(first, find)] },
    ...rest.map((statement): Block => ({ kind: 'line', runs: statementRuns(statement, find) })),
    ...quotes,
    { kind: 'line', runs: [words(`confidence: ${answer.confidence} (how well it is sourced)`)] },
  ];
}

/** The citations whose words the statement does not quote itself. */
function unquoted({ text, citations }: Statement): readonly Citation[] {
  return citations.filter((citation) => !text.includes(citation.quote));
}

function asSentence(text: string): string {
  return /[.!?…"”]$/.test(text) ? text : `${text}.`;
}

const refusalStart = /^not in the archive/i;

function refusalBlocks(answer: Extract<Answer, { kind: 'unanswered' }>, find: SourceFinder): Block[] {
  const fromArchive = answer.reason === 'no-evidence' || answer.reason === 'not-mentioned';
  const said = answer.message.replace(/^(No|None|Nothing|Nobody|The|There|It)\b/, (word) => word.toLowerCase());
  const message = fromArchive && !refusalStart.test(answer.message) ? `Not in the archive: ${said}` : answer.message;
  const closest = answer.nearest.map((citation, at): Block => {
    const { text, cut } = firstWords(inert(citation.quote), 200);
    const label = at === 0 ? 'Closest: ' : 'Also: ';
    return { kind: 'line', runs: [words(`${label}"${text}"${cut ? ' … ' : ' '}`), ...marks([citation], find)] };
  });
  return [{ kind: 'line', runs: [words(message)] }, ...closest];
}
