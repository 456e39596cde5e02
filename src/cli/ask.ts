import { ask } from '../answer/ask.ts';
import { answerJson } from '../answer/json.ts';
import type { WordingOptions } from '../answer/worded-answer.ts';
import type { AnswerReport } from '../domain/answer.ts';
import type { Archive, Scope } from '../domain/archive.ts';
import type { SentenceEncoder } from '../domain/encoder.ts';
import { DetenteError } from '../errors.ts';
import { answerLines } from './batch.ts';
import { type Call, dayIn } from './call.ts';
import { withEncoder } from './encoder.ts';
import { idOf, optionalDayOf, optionalTextsOf, textOf } from './fields.ts';
import { printJson } from './output.ts';
import { languageCode, lineLogger, startWording } from './wording.ts';

interface AskOptions {
  readonly batch?: string;
  readonly asOf?: string;
  readonly language?: string;
}

/** What a question is answered from. */
interface Desk {
  readonly archive: Archive;
  readonly encoder: SentenceEncoder | undefined;
  readonly wording: WordingOptions | undefined;
}

/** Answers one question, or a file of them. */
export async function askCommand(call: Call, words: readonly string[], options: AskOptions): Promise<number> {
  const question = words.join(' ').trim();
  if ((question === '') === (options.batch === undefined))
    throw new DetenteError('bad-usage', 'give a question, or --batch with a file of them.');
  const language = await languageCode(call, options.language);
  return withEncoder(call, async (archive, encoder) => {
    const wording = startWording(call, { archive, logger: lineLogger() })?.answers({}, language);
    const desk = { archive, encoder, wording };
    if (options.batch !== undefined) return askBatch(call, desk, options.batch, options.asOf);
    await printAnswer(call, await answer(call, desk, question, { asOf: options.asOf }));
    return 0;
  });
}

function askBatch(call: Call, desk: Desk, path: string, asOf: string | undefined): Promise<number> {
  return answerLines(path, async (line) => {
    const id = idOf(line);
    const report = await answer(call, desk, textOf(line, 'question'), {
      asOf: optionalDayOf(line, 'asOf') ?? asOf,
      without: optionalTextsOf(line, 'without'),
    });
    return { id, ...answerJson(report) };
  });
}

/** Asked as of a day, "yesterday" is the day before that one. */
function answer(
  call: Call,
  { archive, encoder, wording }: Desk,
  question: string,
  { asOf, without }: { readonly asOf?: string | undefined; readonly without?: readonly string[] | undefined },
): Promise<AnswerReport> {
  const scope: Scope = { ...(asOf && { asOf }), ...(without && { without }) };
  const today = asOf ?? dayIn('UTC', call.clock);
  return ask(archive, question, { today, scope, encoder, wording });
}

async function printAnswer(call: Call, report: AnswerReport): Promise<void> {
  if (call.format === 'json') printJson(answerJson(report));
  else (await import('./reply.ts')).printReply(call, { kind: 'answer', report });
}
