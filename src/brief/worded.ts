import type { Brief, Section, Source, Statement } from '../domain/brief.ts';
import { type Citation, isNonEmpty, type NonEmpty } from '../domain/citation.ts';
import { type LanguageModel, type ModelCall, modelFailureWords, type NumberedStatement } from '../domain/model.ts';
import { type EvidenceSentence, faultOfWording } from '../verify/gate.ts';
import { statementsOf } from './present.ts';

/** How a language model words a brief. */
export interface BriefWording {
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
 * The brief with its statements in a model's words, each checked against its own quotes. Facts, order, sections and
 * readings of a disagreement stay as they are; a wording that adds or loses anything, or is longer, is left out for the
 * statement itself. Whatever becomes of the model there is a brief; a notice says where it could not be used.
 */
export async function wordedBrief(brief: Brief, wording: BriefWording): Promise<Brief> {
  const statements = [...new Map(statementsOf(brief).map((one) => [one.text, one])).values()];
  const words = new Map<string, string>();
  const batches = Array.from({ length: Math.ceil(statements.length / BATCH) }, (_, at) =>
    statements.slice(at * BATCH, (at + 1) * BATCH),
  );
  const ends = await Promise.all(batches.map((batch) => wordBatch(batch, brief.sources, wording, words)));
  const failure = ends.find((end) => end !== undefined);
  const worded = words.size === 0 ? brief : inWords(brief, words);
  return failure === undefined ? worded : noted(worded, failure, words.size > 0);
}

/** Puts into `words` what passes. Gives in plain words what went wrong. */
async function wordBatch(
  batch: readonly Statement[],
  sources: readonly Source[],
  { model, call, onClaim, onFailure }: BriefWording,
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

function numbered({ text, citations: [first, ...rest] }: Statement, at: number): NumberedStatement {
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

function inWords(brief: Brief, words: ReadonlyMap<string, string>): Brief {
  const of = (statement: Statement): Statement => {
    const text = words.get(statement.text);
    return text === undefined ? statement : { ...statement, text, original: statement.text, worded: true };
  };
  const sections = brief.sections.map((section): Section => {
    if (section.id === 'disagree' || section.id === 'unknown') return section;
    return { ...section, items: section.items.map(of) };
  });
  return { ...brief, bottomLine: brief.bottomLine.map(of), sections, engine: 'language-model' };
}

function noted(brief: Brief, why: string, isPartly: boolean): Brief {
  const text = `${isPartly ? 'Partly worded' : 'Worded'} by rule: ${why}.`;
  return { ...brief, notices: [...brief.notices, { code: 'unworded', text }] };
}
