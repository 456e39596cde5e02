import type { IsoDate } from '../domain/article.ts';
import type { EventType, Stance } from '../domain/event.ts';
import type { Mention } from '../domain/mention.ts';
import { canonicalName } from '../text/names.ts';
import { parseText } from '../text/sentences.ts';
import { readArticle } from './extract.ts';
import { statusOf } from './modality.ts';
import { predicatesOf } from './predicate.ts';
import { stateIn } from './signature.ts';
import { retagged } from './tagging.ts';
import { guessType, stanceOfType } from './type-classifier.ts';
import type { TypedSentence } from './type-features.ts';

/** What one sentence reports, coded. `type` is null where no event is seen. */
export interface CodedSentence {
  readonly type: EventType | null;
  readonly modes: readonly string[];
  readonly stance: Stance;
  readonly actor?: string;
  readonly target?: string;
  readonly cameo?: string;
  readonly negated: boolean;
  readonly hypothetical: boolean;
}

const NOTHING: CodedSentence = { type: null, modes: [], stance: 'neutral', negated: false, hypothetical: false };

/** Codes a single sentence: what the lexicon sees in its clauses and, where the sides are given, what its words single out. */
export function codeSentence(input: {
  readonly sentence: string;
  readonly source?: string;
  readonly target?: string;
  readonly date?: IsoDate;
}): CodedSentence {
  if (input.sentence.trim() === '') return NOTHING;
  return input.source ? withGuess(input, seen(input)) : seen(input);
}

/** Words that single out no type below this: no event is seen. */
const LEAST = 0.3;

/** Where the sides are given the words between them tell the type too, also of acts that the lexicon does not know. */
function withGuess(input: TypedSentence, coded: CodedSentence): CodedSentence {
  const { type, share } = guessType(input, coded.type);
  if (coded.type === type || (coded.type === null && share < LEAST)) return coded;
  return {
    ...coded,
    type,
    modes: [],
    stance: stanceOfType(type),
    actor: coded.actor ?? (input.source as string),
    ...((coded.target ?? input.target) !== undefined && { target: coded.target ?? (input.target as string) }),
  };
}

/** What the lexicon sees: of several acts the one between the given source and target, else the first. */
function seen(input: TypedSentence): CodedSentence {
  const { mentions } = readArticle({ id: 'sentence', text: input.sentence, bodyStart: 0, language: 'en' });
  const best = [...mentions].sort(
    (one, other) => closeness(other, input) - closeness(one, input) || one.at - other.at,
  )[0];
  if (best === undefined) return betweenGiven(input) ?? NOTHING;
  const [actor, target] = [best.actors[0], best.targets[0] ?? best.actors[1]];
  return {
    type: best.type,
    modes: best.modes,
    stance: best.stance,
    ...(actor !== undefined && { actor }),
    ...(target !== undefined && { target }),
    ...(best.cameo !== undefined && { cameo: best.cameo }),
    negated: best.status === 'denied',
    hypothetical: best.status === 'hypothetical',
  };
}

/** The first act that the words name, where the sides are given and nobody in the sentence is known by name. */
function betweenGiven(input: TypedSentence): CodedSentence | undefined {
  if (input.source === undefined || input.source === '') return undefined;
  for (const sentence of parseText(input.sentence).map(retagged))
    for (const { at, noun, sense } of predicatesOf(sentence)) {
      const status = statusOf(sentence.tokens, at, noun);
      if (status === undefined) continue;
      return {
        type: sense.type,
        modes: sense.modes,
        stance: sense.stance,
        actor: input.source,
        ...(input.target !== undefined && { target: input.target }),
        cameo: sense.cameo,
        negated: status === 'denied',
        hypothetical: status === 'hypothetical',
      };
    }
  return undefined;
}

function closeness(mention: Mention, wanted: { readonly source?: string; readonly target?: string }): number {
  return (
    matches(mention.actors, wanted.source) * 2 +
    matches([...mention.targets, ...mention.actors.slice(1)], wanted.target)
  );
}

function matches(actors: readonly string[], wanted: string | undefined): number {
  if (wanted === undefined) return 0;
  const name = canonicalName(wanted) ?? wanted;
  return actors.some((actor) => stateIn(actor) === name || wanted.includes(actor) || wanted.includes(stateIn(actor)))
    ? 1
    : 0;
}
