import type { EventType, Stance } from '../domain/event.ts';
import { type TypedSentence, typeFeatures } from './type-features.ts';
import weights from './type-weights.json' with { type: 'json' };

export interface TypeGuess {
  readonly type: EventType;
  /** 0 to 1, of the model's own making: how far the words single the type out. */
  readonly share: number;
}

/** What the lexicon sees counts as this many times the odds of any other type: best on the sentences written for training, a fourth left out at a time. */
const LEXICON = Math.E;

/**
 * The event type that the words of a sentence single out, by a linear model (multinomial logistic regression). Its
 * weights are trained on sentences written for this project alone, `models/event-types/`.
 * @param seen the type that the lexicon sees, one more piece of evidence
 */
export function guessType(input: TypedSentence, seen: EventType | null): TypeGuess {
  return guessWith(weights, typeFeatures(input), seen);
}

/** The same by other weights: `table` holds tenths by type for each feature, `12,,-3`. */
export function guessWith(
  { types, table }: { readonly types: readonly string[]; readonly table: Readonly<Record<string, string>> },
  features: readonly string[],
  seen: EventType | null,
): TypeGuess {
  const known = features.flatMap((name) => (Object.hasOwn(table, name) ? [tenths(table[name])] : []));
  const size = 1 / Math.sqrt(known.length || 1);
  const powers = types.map((type, kind) => {
    const odds = Math.exp(known.reduce((sum, own) => sum + (own[kind] ?? 0) / 10, 0) * size);
    return type === seen ? odds * LEXICON : odds;
  });
  const total = powers.reduce((sum, power) => sum + power, 0);
  const best = powers.indexOf(Math.max(...powers));
  return { type: types[best] as EventType, share: (powers[best] ?? 0) / total };
}

function tenths(weight = ''): number[] {
  return weight.split(',').map(Number);
}

const CALM = new Set<EventType>(['AGREE', 'CONSULT', 'SUPPORT', 'CONCEDE', 'COOPERATE', 'AID', 'RETREAT']);

/** What a type says of calm where no sense of the lexicon tells it better. */
export function stanceOfType(type: EventType): Stance {
  if (type === 'REQUEST') return 'neutral';
  return CALM.has(type) ? 'de-escalation' : 'escalation';
}
