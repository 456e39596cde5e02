import type { Answer } from '../domain/answer.ts';
import type { LanguageModel, ModelCall } from '../domain/model.ts';
import { NUMBER_FORM, numberOf } from '../text/numbers.ts';
import { says, stemLine } from '../text/thesaurus.ts';
import { contentWords, stem } from '../text/words.ts';
import { climbed } from './answer.ts';
import type { Ground } from './ground.ts';
import { parseQuestion, type Question } from './question/frame.ts';
import type { Told } from './report.ts';

type Answered = Extract<Answer, { kind: 'answered' }>;

/** Words to search by beyond the question's own. */
const MOST_TERMS = 8;

/**
 * A question that the ladder has no answer to, in a model's plainer words: the ladder climbs again, and decides again.
 * Undefined where that asks for something else, or finds no answer either. The reader is shown how it was read.
 */
export async function reread(
  { question, text }: Told,
  ground: Ground,
  model: LanguageModel,
  call: ModelCall,
): Promise<(Told & { readonly question: Question }) | undefined> {
  if (ground.outlines.size === 0 || question === undefined) return undefined;
  for await (const draft of model.compose({ kind: 'reading', question: text }, call)) {
    const parsed = parseQuestion(draft.question, ground.today);
    if (parsed === undefined || !asksTheSame(question, parsed)) continue;
    const again = {
      ...parsed,
      also: draft.terms.filter((term) => /^[\p{L}\p{N} '’-]{2,40}$/u.test(term)).slice(0, MOST_TERMS),
    };
    const answer = await climbed(again, ground);
    if (answer.kind === 'answered' && isCarried(again, question, answer))
      return { text: again.text, answer: lessSure(answer), question: again };
  }
  return undefined;
}

/** A reader is shown how it was read: in words of their own question and of the quotes, in some way, and in no others. */
function isCarried({ text }: Question, asked: Question, { statements }: Answered): boolean {
  const quotes = statements.flatMap(({ citations }) => citations.map(({ quote }) => quote));
  const line = stemLine([asked.text, ...quotes].join(' '));
  return PLAIN.test(text) && contentWords(text).every((word) => says(line, stem(word)));
}

/** Holds no mark-up, mention or address. */
const PLAIN = /^(?:[\p{L}\p{M}\p{N} ,;?!'’“”"()%$€£–-]|\.(?!\p{L}{2}))+$/u;

/** How a question was read adds a doubt of its own. */
function lessSure(answer: Answered): Answer {
  return answer.confidence === 'high' ? { ...answer, confidence: 'moderate' } : answer;
}

/**
 * Whether a question in other words still asks for the same: every name, number, date, quotation and negation of one
 * stands in the other, it has the same hole, and no relation that is known became another.
 */
function asksTheSame(one: Question, other: Question): boolean {
  return (
    sameSet(namesOf(one), namesOf(other)) &&
    sameSet(numbersOf(one.text), numbersOf(other.text)) &&
    sameSet(one.quoted, other.quoted) &&
    JSON.stringify(one.date) === JSON.stringify(other.date) &&
    one.negated === other.negated &&
    one.ahead === other.ahead &&
    (OPEN.has(one.hole) ? other.hole !== 'yes-no' : one.hole === other.hole) &&
    (one.relation === undefined || one.relation.name === other.relation?.name)
  );
}

/** Holes of questions whose first word does not tell what is asked for. */
const OPEN: ReadonlySet<Question['hole']> = new Set(['what', 'topic', 'list']);

function namesOf({ names, proper }: Question): string[] {
  return [...names.map(({ name }) => name), ...proper.map((word) => word.toLowerCase())];
}

function numbersOf(text: string): string[] {
  return [...text.matchAll(new RegExp(`\\b(?:${NUMBER_FORM})\\b`, 'giu'))].map(([number]) => String(numberOf(number)));
}

function sameSet(one: readonly string[], other: readonly string[]): boolean {
  const [first, second] = [new Set(one), new Set(other)];
  return first.symmetricDifference(second).size === 0;
}
