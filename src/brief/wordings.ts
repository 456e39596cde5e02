import type { Source, Statement } from '../domain/brief.ts';
import { type Citation, isNonEmpty, type NonEmpty } from '../domain/citation.ts';
import { type LanguageModel, type ModelCall, modelFailureWords, type NumberedStatement } from '../domain/model.ts';
import type { EvidenceSentence } from '../verify/gate.ts';
import { faultOfWording } from '../verify/wording.ts';

/** How a language model words statements. */
export interface StatementWording {
  readonly model: LanguageModel;
  readonly call: ModelCall;
  /** Told of each wording: what the gate found wrong with it, or undefined. */
  readonly onClaim?: (fault: string | undefined) => void;
  /** Told what went wrong, for the log. */
  readonly onFailure?: (error: unknown) => void;
}

/** Statements in one call: a reply that is cut loses few. */
const BATCH = 8;

/**
 * Words statements one by one from their own quotes. A wording that adds or loses anything, or is longer, is left out.
 * @param words gets the wordings that pass, by the text of their statements, each as soon as it has passed
 * @returns in plain words why the model could not be used for all of them; never rejects for a failure of the model
 */
export async function wordStatements(
  statements: readonly Statement[],
  sources: readonly Source[],
  wording: StatementWording,
  words: Map<string, string>,
): Promise<string | undefined> {
  const different = [...new Map(statements.map((one) => [one.text, one])).values()];
  const batches = Array.from({ length: Math.ceil(different.length / BATCH) }, (_, at) =>
    different.slice(at * BATCH, (at + 1) * BATCH),
  );
  const ends = await Promise.all(batches.map((batch) => wordBatch(batch, sources, wording, words)));
  return ends.find((end) => end !== undefined);
}

/** The statement in the words that it was given, if any. */
export function inWords(statement: Statement, words: ReadonlyMap<string, string>): Statement {
  const text = words.get(statement.text);
  return text === undefined ? statement : { ...statement, text, original: statement.text, worded: true };
}

async function wordBatch(
  batch: readonly Statement[],
  sources: readonly Source[],
  { model, call, onClaim, onFailure }: StatementWording,
  words: Map<string, string>,
): Promise<string | undefined> {
  const statements = batch.map(numbered);
  if (!isNonEmpty(statements)) return undefined;
  try {
    for await (const { id, text } of model.compose({ kind: 'wording', statements }, call)) {
      const statement = batch[id - 1];
      if (statement === undefined || words.has(statement.text) || text === statement.text) continue;
      const fault = faultOf(text, statement, sources);
      onClaim?.(fault);
      if (fault === undefined) words.set(statement.text, text.trim());
    }
    return undefined;
  } catch (error) {
    onFailure?.(error);
    return modelFailureWords(error);
  }
}

/** A sentence with its quotes as a model sees it. @param at its place, from 0 */
export function numbered(
  { text, citations: [first, ...rest] }: Pick<Statement, 'text' | 'citations'>,
  at: number,
): NumberedStatement {
  return { id: at + 1, text, quotes: [first.quote, ...rest.map(({ quote }) => quote)] };
}

/** A brief has a limit of words, and its sentences keep to theirs. */
function faultOf(text: string, statement: Statement, sources: readonly Source[]): string | undefined {
  if (lengthOf(text) > lengthOf(statement.text)) return 'length';
  return faultOfWording(text, statement, evidenceOf(statement.citations, sources));
}

function lengthOf(text: string): number {
  return text.trim().split(/\s+/).length;
}

function evidenceOf([first, ...rest]: NonEmpty<Citation>, sources: readonly Source[]): NonEmpty<EvidenceSentence> {
  const sentenceOf = ({ articleId, quote }: Citation): EvidenceSentence => {
    const { outlet, title, publishedAt } = sources.find((source) => source.articleId === articleId) ?? {};
    return {
      text: quote,
      ...(outlet !== undefined && { outlet }),
      ...(title !== undefined && { title }),
      ...(publishedAt !== undefined && { publishedAt }),
    };
  };
  return [sentenceOf(first), ...rest.map(sentenceOf)];
}
