import { ask } from '../answer/ask.ts';
import { answerJson } from '../answer/json.ts';
import type { AnswerReport } from '../domain/answer.ts';
import type { Archive, Scope } from '../domain/archive.ts';
import { DetenteError } from '../errors.ts';
import { answerLines } from './batch.ts';
import { type Call, dayIn, withArchive } from './call.ts';
import { idOf, optionalDayOf, optionalTextsOf, textOf } from './fields.ts';
import { printJson } from './output.ts';

interface AskOptions {
  readonly batch?: string;
  readonly asOf?: string;
}

/** Answers one question, or a file of them. */
export async function askCommand(call: Call, words: readonly string[], options: AskOptions): Promise<number> {
  const question = words.join(' ').trim();
  if ((question === '') === (options.batch === undefined))
    throw new DetenteError('bad-usage', 'give a question, or --batch with a file of them.');
  return withArchive(call, async (archive) => {
    if (options.batch !== undefined) return askBatch(call, archive, options.batch, options.asOf);
    await printAnswer(call, await answer(call, archive, question, { asOf: options.asOf }));
    return 0;
  });
}

function askBatch(call: Call, archive: Archive, path: string, asOf: string | undefined): Promise<number> {
  return answerLines(path, async (line) => {
    const id = idOf(line);
    const report = await answer(call, archive, textOf(line, 'question'), {
      asOf: optionalDayOf(line, 'asOf') ?? asOf,
      without: optionalTextsOf(line, 'without'),
    });
    return { id, ...answerJson(report) };
  });
}

/** Asked as of a day, "yesterday" is the day before that one. */
function answer(
  call: Call,
  archive: Archive,
  question: string,
  { asOf, without }: { readonly asOf?: string | undefined; readonly without?: readonly string[] | undefined },
): Promise<AnswerReport> {
  const scope: Scope = { ...(asOf && { asOf }), ...(without && { without }) };
  return ask(archive, question, { today: asOf ?? dayIn('UTC', call.clock), scope });
}

async function printAnswer(call: Call, report: AnswerReport): Promise<void> {
  if (call.format === 'json') printJson(answerJson(report));
  else (await import('./reply.ts')).printReply(call, { kind: 'answer', report });
}
