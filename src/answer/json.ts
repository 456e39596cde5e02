import { citationJson, numbering, statementJson } from '../brief/json.ts';
import type { AnswerReport } from '../domain/answer.ts';

/** An answer in the form `detente.answer/1`. */
export function answerJson(report: AnswerReport): object {
  const { answer } = report;
  const number = numbering(report.sources);
  const answered = answer.kind === 'answered';
  return {
    schema: 'detente.answer/1',
    question: report.question,
    kind: answer.kind,
    short: answered ? (answer.short ?? null) : null,
    statements: answered ? answer.statements.map((statement) => statementJson(statement, number)) : [],
    confidence: answered ? answer.confidence : null,
    reason: answered ? null : answer.reason,
    nearest: answered ? [] : answer.nearest.map((citation) => citationJson(citation, number)),
    message: answer.message ?? null,
    sources: report.sources,
    engine: report.engine,
    tier: report.tier,
    elapsedMs: report.elapsedMs,
    ...(report.elapsed && { elapsed: report.elapsed }),
    ...(report.notice !== undefined && { notice: report.notice }),
    ...(report.language !== undefined && { language: report.language }),
    ...(answer.original && { original: answer.original }),
    ...(report.parts && { parts: report.parts.map(answerJson) }),
  };
}
