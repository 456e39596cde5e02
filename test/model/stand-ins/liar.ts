import type { ActDraft, ClaimDraft, Draft, NumberedPassage, Task, TaskKind } from '../../../src/domain/model.ts';
import { oneOf, seeded } from '../../seeded.ts';
import type { StandIn } from '../model-server.ts';
import { honestDrafts } from './honest.ts';
import { drafted } from './replies.ts';
import * as spoil from './spoiled-text.ts';

/** A lie in a sentence of the archive, or beside it; undefined where the sentence does not lend itself. */
export const lies = {
  'another number': spoil.otherNumber,
  'another count': spoil.otherCount,
  'another name': spoil.otherName,
  'another day': spoil.otherDay,
  'the opposite': spoil.oppositeDone,
  'a denial of it': spoil.notAdded,
  'sides exchanged': spoil.namesExchanged,
  'an invented toll': (text, random) => `${bare(text)}, killing ${40 + Math.floor(random() * 900)} people.`,
  'an invented end': (text, random) => `${bare(text)}, and ${oneOf(ends, random)}.`,
  'an invented act': (text, random) => `${spoil.namesIn(text)[0] ?? 'The army'} ${oneOf(acts, random)}.`,
  'an invented speaker': (text, random) => `${oneOf(spoil.inventedNames, random)} said that ${text}`,
  'a citation number': (text, random) => `${bare(text)} [${1 + Math.floor(random() * 20)}].`,
  'a link': (text) => `${bare(text)} (https://press.liar.example/${text.length}).`,
  'a link in Markdown': (text) => `[${bare(text)}](https://press.liar.example).`,
  'what will follow': (text) => `${bare(text)}, which will lead to war.`,
} as const satisfies Readonly<Record<string, spoil.Spoiling>>;

const ends = [
  'both sides signed a ceasefire',
  'the border was closed for good',
  'a joint inquiry was promised',
  'the ambassador was arrested',
];
const acts = [
  'declared war at midnight',
  'accepted the offer without conditions',
  'fired 300 rockets at the capital',
  'refused to negotiate',
  'paid 2 billion dollars in damages',
];

function bare(text: string): string {
  return text.replace(/[.!?]$/, '');
}

/**
 * A model that invents fluently: every claim is a lie, and carries a real number with the real quote, a real number
 * with an invented quote, or numbers of nothing. The same for the same seed and order of tasks.
 */
export function liar(seed: number): StandIn {
  const random = seeded(seed);
  return (task) => drafted(liesFor(task, random));
}

function liesFor(task: Task, random: () => number): Draft<TaskKind>[] {
  if (task.kind === 'answer') return Array.from({ length: 5 }, () => falseClaim(oneOf(task.sentences, random), random));
  if (task.kind === 'wording') return task.statements.map(({ id, text }) => ({ id, text: lieIn(text, random) }));
  // the untruth in the words of the language, where there are some
  if (task.kind === 'translation') {
    const given = task.sentences.map(({ id, text }) => ({ id, text: lieIn(text, random) }));
    return honestDrafts({ ...task, sentences: given as unknown as typeof task.sentences });
  }
  if (task.kind === 'reading')
    return [{ question: 'Who declared war at midnight?', terms: ['war', 'midnight', 'Atlantia'] }];
  if (task.kind === 'judgement') return task.claims.map(({ id }) => ({ id, supported: true }));
  return task.sentences.slice(0, 5).map((sentence) => falseAct(sentence, random));
}

function lieIn(text: string, random: () => number): string {
  // the invented act fits every text
  return spoil.spoiledBy(lies, text, random)?.text ?? text;
}

function falseClaim({ id, text }: NumberedPassage, random: () => number): ClaimDraft {
  const lie = lieIn(text, random);
  const quotes = oneOf(
    [
      [{ id, quote: text }],
      [{ id, quote: text }],
      [{ id, quote: lie }],
      [{ id: id + 900, quote: text }],
      [{ id: -1, quote: lie }],
      [],
    ],
    random,
  );
  return { text: lie, quotes };
}

function falseAct({ id, text }: NumberedPassage, random: () => number): ActDraft {
  const [one = 'Atlantia', other = 'Lower Sarkany'] = spoil.namesIn(text);
  const verb = oneOf(['attacked', 'invaded', 'bombed'], random);
  const quote = random() < 0.5 ? text : `${other} ${verb} ${one}.`;
  return { id, quote, type: 'ASSAULT', actors: [other], targets: [one], verb };
}
