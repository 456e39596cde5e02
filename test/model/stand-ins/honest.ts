import type {
  ClaimDraft,
  Draft,
  NumberedPassage,
  NumberedStatement,
  Task,
  TaskKind,
} from '../../../src/domain/model.ts';
import type { StandIn } from '../model-server.ts';
import { contentWords, coverage } from './content-words.ts';
import { reworded } from './faithful-rewordings.ts';
import { actsIn } from './pattern-reader.ts';
import { pseudoTranslated } from './pseudo-translation.ts';
import { rewritten, searchTerms } from './question-rewriting.ts';
import { drafted } from './replies.ts';

/** Share of a question, by the weight of its words, that a sentence must cover to answer it. */
const FITS = 0.55;
/** Claims in an answer. */
const MOST = 3;

/** A model that says what its sentences say, in those words or faithfully in others, and nothing where they do not fit. */
export const honest: StandIn = (task) => drafted(honestDrafts(task));

export function honestDrafts(task: Task): Draft<TaskKind>[] {
  if (task.kind === 'answer') return claimsFor(task.question, task.sentences);
  if (task.kind === 'wording') return task.statements.map(({ id, text }) => ({ id, text: reworded(text) }));
  if (task.kind === 'translation')
    return task.sentences.flatMap(({ id, text }) => {
      const translated = pseudoTranslated(text, task.language);
      return translated === undefined ? [] : [{ id, text: translated }];
    });
  if (task.kind === 'reading') return [readingOf(task.question)];
  if (task.kind === 'judgement') return task.claims.map((claim) => ({ id: claim.id, supported: isSupported(claim) }));
  return actsIn(task.sentences);
}

/** The sentences that cover the question best, each as a claim. */
function claimsFor(question: string, sentences: readonly NumberedPassage[]): ClaimDraft[] {
  const texts = sentences.map(({ text }) => text);
  const ranked = sentences
    .map((sentence) => ({ ...sentence, covers: coverage(question, sentence.text, texts) }))
    .filter(({ text, covers }) => covers >= FITS && isAbout(question, text))
    .sort((one, other) => other.covers - one.covers);
  return ranked.slice(0, MOST).map(({ id, text }) => {
    const quote = clauseFor(question, text);
    return { text: reworded(sentenceOf(quote)), quotes: [{ id, quote }] };
  });
}

/** Whether the text names everybody whom the question names: what another did is no answer. */
function isAbout(question: string, text: string): boolean {
  const named = (question.match(/(?<!^)\b\p{Lu}[\p{L}-]+/gu) ?? []).join(' ');
  const found = new Set(contentWords(text));
  return contentWords(named).every((word) => found.has(word));
}

/** Of a sentence that tells two things side by side, the one that is asked for. */
function clauseFor(question: string, text: string): string {
  const clauses = text.replace(/\.$/, '').split(/(?:;|, while) (?=[A-Z])/);
  if (clauses.length === 1 || /["“”]/.test(text)) return text;
  const covers = clauses.map((clause) => coverage(question, clause, clauses));
  const best = clauses[covers.indexOf(Math.max(...covers))];
  // what both halves are needed for stays whole
  return best === undefined || covers.filter((one) => one > 0.3).length > 1 ? text : best;
}

function sentenceOf(quote: string): string {
  return /[.!?]["”’]?$/.test(quote) ? quote : `${quote}.`;
}

function readingOf(question: string): Draft<'reading'> {
  const plain = rewritten(question);
  return { question: plain, terms: searchTerms(plain) };
}

/** Whether the quotes hold most words of the claim, all its numbers, and a negation where it has one. */
function isSupported({ text, quotes }: NumberedStatement): boolean {
  const carried = quotes.join(' ');
  const words = contentWords(text);
  const found = new Set(contentWords(carried));
  const numbers = text.match(/\d+/g) ?? [];
  return (
    words.filter((word) => found.has(word)).length >= 0.75 * words.length &&
    numbers.every((number) => carried.includes(number)) &&
    isNegated(text) === isNegated(carried)
  );
}

function isNegated(text: string): boolean {
  return /\b(?:not|no|never|nobody|nothing|none|neither|nor|without|refused|denied)\b|n['’]t\b/i.test(text);
}
