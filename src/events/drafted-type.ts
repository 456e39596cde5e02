import type { EventType } from '../domain/event.ts';
import type { Mention } from '../domain/mention.ts';
import type { ActDraft } from '../domain/model.ts';
import { patternsOf } from './lexicon.ts';
import { SENSES } from './senses.ts';
import { guessType, stanceOfType } from './type-classifier.ts';
import { typesOfVerb } from './verb-types.ts';

/** Words that single a type out this far say it without a verb that we know: as often right as wrong, and more. */
const SURE = 0.5;

/**
 * Whether a verb can tell an act of the type that a draft says: one of the types that we know of the verb, and where
 * these are of calm and of its opposite, on the side that the words around it single out. Any other verb tells only what
 * the words single out by themselves, and nothing that it does not tell in the lexicon, where it stands there.
 * @param lemma of the draft's verb
 */
export function canBeOfType({ type, actors, targets }: ActDraft, sentence: string, lemma: string): boolean {
  const guess = () => guessType({ sentence, source: actors[0] ?? '', target: targets[0] ?? '' }, null);
  const known = typesOfVerb(lemma);
  if (known.size === 0) {
    const singled = guess();
    return singled.type === type && singled.share >= SURE && isCodable(lemma, type);
  }
  const stances = new Set([...known].map(stanceOfType));
  const open = stances.has('escalation') && stances.has('de-escalation');
  return known.has(type) && (!open || stanceOfType(guess().type) === stanceOfType(type));
}

function isCodable(lemma: string, type: EventType): boolean {
  const coded = patternsOf(lemma).filter(({ noun }) => !noun);
  return coded.length === 0 || coded.some(({ sense }) => SENSES[sense].type === type);
}

/**
 * CAMEO's code for an act of a type of which nothing more is said (1.1b3, "not specified below"): it merges with reports
 * that say no more either. None where our lexicon means something narrower by it.
 */
const CODES: Partial<Readonly<Record<EventType, string>>> = {
  AGREE: '030',
  CONSULT: '040',
  COOPERATE: '060',
  AID: '070',
  CONCEDE: '080',
  REQUEST: '100',
  ACCUSE: '110',
  REJECT: '120',
  THREATEN: '130',
  PROTEST: '140',
  MOBILIZE: '150',
  SANCTION: '160',
  COERCE: '170',
  ASSAULT: '190',
};

export function codeOf(type: EventType): Pick<Mention, 'cameo'> {
  const cameo = CODES[type];
  return cameo === undefined ? {} : { cameo };
}
