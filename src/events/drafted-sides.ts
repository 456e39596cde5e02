import type { EventType } from '../domain/event.ts';
import type { Mention } from '../domain/mention.ts';
import type { ActDraft } from '../domain/model.ts';
import { canonicalName } from '../text/names.ts';
import { placesOfQuote } from '../text/quote-place.ts';
import type { Frame } from './frame.ts';
import type { ActorPhrase } from './phrase.ts';
import type { Sides } from './sides.ts';
import { statesIn, statesOf } from './signature.ts';
import { targetName } from './targets.ts';

/** Done by all of its sides alike. */
const MUTUAL: ReadonlySet<EventType> = new Set<EventType>(['AGREE', 'CONSULT', 'COOPERATE']);
/** Says something without another side. */
const ALONE: ReadonlySet<EventType> = new Set<EventType>(['ASSAULT', 'COERCE', 'MOBILIZE', 'PROTEST', 'RETREAT']);

/** What stands behind these words is acted on by acts of these types alone. */
const BEHIND: readonly (readonly [RegExp, ReadonlySet<EventType>])[] = [
  [/^from$/, new Set<EventType>(['RETREAT', 'SANCTION', 'COERCE', 'REQUEST'])],
  [/^(near|along|off|around|outside|across|beyond|behind|beside)$/, new Set<EventType>(['MOBILIZE'])],
  [/^with$/, new Set<EventType>([...MUTUAL, 'REQUEST', 'SUPPORT'])],
];

/** Where a draft is read: the frame of its sentence, the words of it, the token of its verb. */
interface DraftPlace {
  readonly frame: Frame;
  readonly words: string;
  readonly at: number;
}

/**
 * The sides of a drafted act by their canonical names, as far as our own reading and the draft say the same: everyone
 * that the draft names acts, or is acted on, by our reading of the sentence too. `undefined` where one of them does not,
 * where an actor has no name in the sentence, or where a side is missing that such an act has.
 * @param told our own reading of who acts on whom
 */
export function agreedSides(draft: ActDraft, told: Sides, place: DraftPlace): Sides | undefined {
  const { phrases } = place.frame;
  const isNamed = (name: string) => phrases.some((phrase) => namesOf(phrase).includes(name));
  if (draft.actors.length === 0 || !told.actors.every(isNamed)) return undefined;
  const acted = told.targets.filter((name) => isReached(name, draft.type, place));
  const together = MUTUAL.has(draft.type) && acted.every((name) => behind(name, place)?.preposition === 'with');
  const all = [...told.actors, ...acted];
  const stands = (text: string, side: readonly string[]) => meant(text, place).some((name) => side.includes(name));
  if (!draft.actors.every((text) => stands(text, together ? all : told.actors))) return undefined;
  if (!draft.targets.every((text) => stands(text, together ? all : acted))) return undefined;
  const named = new Set([...draft.actors, ...draft.targets].flatMap((text) => meant(text, place)));
  const targets = acted.filter((name) => named.has(name));
  return whole(draft.type, together ? joint(told.actors, targets) : { actors: told.actors, targets });
}

/** The sides, unless one is missing. */
function whole(type: EventType, sides: Sides): Sides | undefined {
  return ALONE.has(type) || statesIn(sides).length > 1 ? sides : undefined;
}

function joint(actors: readonly string[], targets: readonly string[]): Sides {
  return { actors: [...new Set([...actors, ...targets])], targets: [] };
}

function isReached(name: string, type: EventType, place: DraftPlace): boolean {
  const preposition = behind(name, place)?.preposition ?? '';
  return BEHIND.every(([words, types]) => !words.test(preposition) || types.has(type));
}

/** Where a name stands behind the verb. */
function behind(name: string, { frame: { phrases }, at }: DraftPlace): ActorPhrase | undefined {
  return phrases.find((phrase) => phrase.first > at && namesOf(phrase).includes(name));
}

/** The canonical names that a name of a draft can mean in its sentence; none where our reader finds none. */
function meant(text: string, { frame: { sentence, phrases }, words }: DraftPlace): string[] {
  const canonical = canonicalName(text);
  const places = placesOfQuote(words, text);
  const isMeant = (phrase: ActorPhrase) => {
    const start = (sentence.tokens[phrase.first]?.start ?? 0) - sentence.start;
    const end = (sentence.tokens[phrase.last]?.end ?? 0) - sentence.start;
    const stands = places.some((place) => place.start < end && place.end > start);
    return stands || (canonical !== undefined && namesOf(phrase).includes(canonical));
  };
  return phrases.filter(isMeant).flatMap(namesOf);
}

function namesOf(phrase: ActorPhrase): string[] {
  return [...new Set([phrase.actor, targetName(phrase), ...(phrase.state === undefined ? [] : [phrase.state])])];
}

/** Whether both can tell of one act: nothing is told twice of one sentence. */
export function isDouble(one: Mention, other: Mention): boolean {
  if (one.type !== other.type) return false;
  const meets = (left: readonly string[], right: readonly string[]) =>
    statesOf(left).some((state) => statesOf(right).includes(state));
  const sameTargets = one.targets.length === 0 || other.targets.length === 0 || meets(one.targets, other.targets);
  return (meets(one.actors, other.actors) && sameTargets) || statesIn(one).join() === statesIn(other).join();
}
