import type { ClaimDraft, Draft, Task, TaskKind } from '../../../src/domain/model.ts';
import { oneOf, seeded } from '../../seeded.ts';
import type { StandIn } from '../model-server.ts';
import { honestDrafts } from './honest.ts';
import { drafted } from './replies.ts';
import * as spoil from './spoiled-text.ts';

const texts = {
  'other digits': spoil.otherNumber,
  'other count': spoil.otherCount,
  'not dropped': spoil.notDropped,
  'owner lost': spoil.ownerLost,
  'hedge lost': spoil.hedgeLost,
  'other day': spoil.otherDay,
} as const;

type Damage =
  | keyof typeof texts
  | 'quote in other words'
  | 'wrong number'
  | 'claims merged'
  | 'judged wrongly'
  | 'sides exchanged'
  | 'words lost';

/** Told of each draft that is damaged, as it is sent. */
type Told = (damage: Damage, draft: Draft<TaskKind>) => void;

/**
 * A model that means well and is careless: what the honest one says, of which a share is damaged, most often in small
 * things. The same for the same seed and order of tasks.
 * @param share 0 to 1, of drafts
 */
export function sloppy(seed: number, share = 0.5, told: Told = () => {}): StandIn {
  const random = seeded(seed);
  return (task) => {
    const drafts = honestDrafts(task);
    return drafted(drafts.map((draft, at) => (random() < share ? damaged(task, drafts, at, random, told) : draft)));
  };
}

function damaged(task: Task, drafts: readonly Draft<TaskKind>[], at: number, random: () => number, told: Told) {
  const draft = drafts[at] as Draft<TaskKind>;
  const found = damageOf(task, draft, drafts[at + 1], random);
  if (found === undefined) return draft;
  told(found.damage, found.draft);
  return found.draft;
}

interface Damaged {
  readonly damage: Damage;
  readonly draft: Draft<TaskKind>;
}

function damageOf(
  task: Task,
  draft: Draft<TaskKind>,
  next: Draft<TaskKind> | undefined,
  random: () => number,
): Damaged | undefined {
  if ('supported' in draft) return { damage: 'judged wrongly', draft: { ...draft, supported: !draft.supported } };
  if ('verb' in draft)
    return { damage: 'sides exchanged', draft: { ...draft, actors: draft.targets, targets: draft.actors } };
  if ('terms' in draft) return { damage: 'words lost', draft: { ...draft, terms: draft.terms.slice(1) } };
  if ('quotes' in draft && task.kind === 'answer' && random() < 0.5)
    return oneOf([otherQuote, wrongNumber, merged], random)(
      draft,
      next as ClaimDraft | undefined,
      task.sentences.length,
      random,
    );
  const spoiled = spoil.spoiledBy(texts, draft.text, random);
  return spoiled && { damage: spoiled.way, draft: { ...draft, text: spoiled.text } };
}

type ClaimDamage = (claim: ClaimDraft, next: ClaimDraft | undefined, most: number, random: () => number) => Damaged;

/** Words of the sentence in another order or left out: almost what stands there. */
const otherQuote: ClaimDamage = ({ text, quotes }, _next, _most, random) => {
  const loose = (quote: string) => {
    const words = quote.split(' ');
    words.splice(Math.floor(random() * (words.length - 1)), 1);
    return words.join(' ');
  };
  return {
    damage: 'quote in other words',
    draft: { text, quotes: quotes.map(({ id, quote }) => ({ id, quote: loose(quote) })) },
  };
};

const wrongNumber: ClaimDamage = ({ text, quotes }, _next, most, random) => {
  const other = (id: number) => (id % (most + 1)) + 1 + Math.floor(random() * 2) * most;
  return { damage: 'wrong number', draft: { text, quotes: quotes.map(({ id, quote }) => ({ id: other(id), quote })) } };
};

/** Two claims in one sentence with the quotes of one; a claim that has no other after it is joined to what nobody said. */
const merged: ClaimDamage = ({ text, quotes }, next) => {
  const more = next?.text ?? 'Talks will go on next week.';
  return { damage: 'claims merged', draft: { text: `${text.replace(/\.$/, '')}, and ${more}`, quotes } };
};
