import { inWords } from '../brief/wordings.ts';
import type { Answer } from '../domain/answer.ts';
import type { Statement } from '../domain/brief.ts';
import { type Citation, isNonEmpty, type NonEmpty } from '../domain/citation.ts';
import { canonicalName, findNames } from '../text/names.ts';
import { says, stemLine } from '../text/thesaurus.ts';
import { fold } from '../text/words.ts';
import type { Ground } from './ground.ts';
import type { Question } from './question/frame.ts';

type Answered = Extract<Answer, { kind: 'answered' }>;

/** A model's sentence that the gate has passed, and the stored sentences that carry it. */
export interface Claim {
  readonly text: string;
  readonly citations: NonEmpty<Citation>;
}

/** Claims beyond what the ladder found: the reader has asked one thing. */
const MOST_BESIDE = 2;

/**
 * An answer by rule in the words of a model. What the ladder found stays, with all its citations, so that nothing can be
 * suppressed: a sentence that it quotes takes the words of a claim on it that says what was asked, a statement its own
 * wording, and claims on other sentences stand behind. What the answer is, `short`, the model has no say in.
 * @param words wordings of statements, by their texts
 */
export function merged(
  answer: Answered,
  question: Question,
  { claims, words }: { readonly claims: readonly Claim[]; readonly words: ReadonlyMap<string, string> },
  ground: Ground,
): Answered {
  const used = new Set<Claim>();
  const statements = answer.statements.map((statement) => {
    if (!isQuotation(statement))
      return holdsShort(words.get(statement.text), statement, answer.short) ? inWords(statement, words) : statement;
    const claim = claims.find((one) => !used.has(one) && isAsFull(one, statement, answer.short, question));
    if (claim === undefined) return statement;
    used.add(claim);
    return { ...statement, text: claim.text, original: statement.text, worded: true as const };
  });
  const beside = claims
    .filter((claim) => isNews(claim, answer) && isAbout(claim, question))
    .slice(0, MOST_BESIDE)
    .map((claim) => statementOf(claim, ground));
  const all = [...statements, ...beside];
  return isNonEmpty(all) ? { ...answer, statements: all } : answer;
}

/** Rests on sentences of the statement alone, and says what it says of what was asked. */
function isAsFull(claim: Claim, statement: Statement, short: string | undefined, question: Question): boolean {
  const own = claim.citations.every((one) => statement.citations.some((other) => isSame(one, other)));
  return own && holdsShort(claim.text, statement, short) && saysAsked(claim.text, statement.text, question);
}

function isSame(one: Citation, other: Citation): boolean {
  return one.articleId === other.articleId && one.start === other.start && one.end === other.end;
}

/** "Meridian Ledger, 4 May 2023: “…”": the ladder shows the sentence itself. */
export function isQuotation({ text, citations: [{ quote }] }: Statement): boolean {
  return text.includes(quote);
}

/** Of the values of the short answer those that the statement holds. */
function holdsShort(text: string | undefined, statement: Statement, short: string | undefined): boolean {
  if (text === undefined) return false;
  if (short === undefined || /^(yes|no)$/i.test(short)) return true;
  const values = short.split('; ').filter((value) => fold(statement.text).includes(fold(value)));
  return values.every((value) => fold(text).includes(fold(value)) || isNamed(text, value));
}

function isNamed(text: string, value: string): boolean {
  const name = canonicalName(value) ?? value;
  return findNames(text).some((found) => found.name === name || found.state === name);
}

/** Every name and word of the question that the quotation has stands in the claim too. */
function saysAsked(text: string, quoted: string, { names, leftover, relation }: Question): boolean {
  const [line, before] = [stemLine(text), stemLine(quoted)];
  const words = leftover.filter((one) => says(before, one));
  const held = names.filter(({ name }) => isNamed(quoted, name));
  const isRelated = relation === undefined || !relation.words.test(fold(quoted)) || relation.words.test(fold(text));
  return isRelated && words.every((one) => says(line, one)) && held.every(({ name }) => isNamed(text, name));
}

/** Rests on a sentence that the answer does not cite yet. */
function isNews({ citations }: Claim, { statements }: Answered): boolean {
  const cited = statements.flatMap((statement) => statement.citations);
  return citations.every((one) => !cited.some((other) => isSame(one, other)));
}

/** It speaks of whom the question names, of its act and of each of its other words. */
function isAbout({ text, citations }: Claim, { names, leftover, relation }: Question): boolean {
  const whole = [text, ...citations.map(({ quote }) => quote)].join(' ');
  const line = stemLine(whole);
  return (
    names.every(({ name }) => isNamed(whole, name)) &&
    (relation === undefined || relation.words.test(fold(whole))) &&
    leftover.every((one) => says(line, one))
  );
}

function statementOf({ text, citations }: Claim, { outlines }: Ground): Statement {
  const origins = new Set(citations.map(({ articleId }) => outlines.get(articleId)?.origin ?? articleId)).size;
  return { text, citations, origins, worded: true };
}
