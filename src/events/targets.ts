import type { Sentence } from '../text/sentences.ts';
import { clauseEnd, type ObjectReach, objectsOf } from './clause.ts';
import type { ActorPhrase } from './phrase.ts';
import type { Predicate } from './predicate.ts';
import type { SenseName } from './senses.ts';
import type { Clause } from './sides.ts';
import { isGroup, stateIn } from './signature.ts';

const OTHER_SIDE =
  /\b(the other side|its neighbou?r|the neighbou?ring|the (south|east|west|north|central)\w* \w+ (country|nation|state)|his counterpart)\b/;
const BOTH =
  /\b(both|the two) (countries|sides|nations|neighbou?rs|states|governments|capitals|ministers|parties|rivals)\b/;

/** Whom the verb of a clause acts on: the actors in its reach, else the side that the words stand for. */
export function targetsOf(clause: Clause, actors: readonly string[]): string[] {
  const { sentence, phrases, predicate, context, speaker } = clause;
  if (predicate.sense.type === 'REQUEST' && asksUnnamed(clause)) return [];
  const states = new Set(actors.map(stateIn));
  const free = phrases.filter((phrase) =>
    phrase.state === undefined ? phrase.place === undefined : !states.has(phrase.state),
  );
  const fits = (phrase: ActorPhrase) =>
    predicate.name === 'noEscalation'
      ? /^(with|against)$/.test(phrase.preposition ?? '')
      : isMeant(phrase, predicate) &&
        (predicate.sense.shape !== 'together' || (!phrase.bystander && isCompany(sentence.tokens, phrase, predicate)));
  const named = objectsOf(sentence, free, predicate.at, reachOf(predicate.name, predicate.sense.type), fits);
  const owner = named.length === 0 ? ownerOf(clause, free) : undefined;
  if (owner !== undefined) return [owner.state ?? targetName(owner)];
  if (named.length > 0) return [...new Set([...named, ...hostOf(clause, free, named)].map(targetName))];
  const words = sentence.tokens
    .slice(predicate.at + 1, clauseEnd(sentence.tokens, predicate.at))
    .map((token) => token.lower)
    .join(' ');
  if (/\b(us|our)\b/.test(words) && speaker !== undefined) return [speaker.state ?? speaker.actor];
  if (BOTH.test(words)) return [...(words.includes('sides') ? context.sides : context.pair)];
  const meant = OTHER_SIDE.test(words) || meansOther(clause, actors);
  const other = meant ? context.other([...states][0]) : undefined;
  return other === undefined ? [] : [other];
}

/** "urged allies to help", "called on citizens to fight": those who are asked have no name that we know. */
function asksUnnamed({ sentence: { tokens }, phrases, predicate: { at } }: Clause): boolean {
  let index = at + 1;
  while (/^(on|upon|all)$/.test(tokens[index]?.lower ?? '') || /DET|ADJ|NUM/.test(tokens[index]?.pos ?? '')) index += 1;
  const nouns = index;
  while (tokens[index]?.pos === 'NOUN') index += 1;
  const named = phrases.some(({ first, last }) => first <= index && last > at);
  const pair = tokens.slice(at + 1, nouns).some(({ lower }) => /^(both|two)$/.test(lower));
  return index > nouns && !named && !pair && tokens[index]?.lower === 'to';
}

/** "appealed for help against Russia", "stormed towns on the border with Russia": not whom one asks, nor strikes. */
function isMeant({ preposition }: ActorPhrase, { sense }: Predicate): boolean {
  if (sense.type === 'ASSAULT' && sense.shape === 'toward') return preposition !== 'with';
  return sense.type !== 'REQUEST' || preposition !== 'against';
}

/** Acts that stand between two: in a report of a quarrel of two they are toward the other one where none is named. */
const BETWEEN_TWO: ReadonlySet<SenseName> = new Set<SenseName>([
  'recall',
  'withdrawDiplomats',
  'expel',
  'expelDiplomats',
  'summon',
  'objection',
  'demand',
  'reject',
  'cutTies',
]);
const DEED =
  /\b(strike|attack|arrest|detention|raid|shelling|killing|shooting|incursion|violation|aggression|seizure|dispatch|deployment|expulsion|blockade|embargo|ban)s?\b/;

function meansOther({ sentence, phrases, predicate }: Clause, actors: readonly string[]): boolean {
  // whom the sentence names and the clause does not take as its object is not meant
  const own = new Set(actors.map(stateIn));
  if (phrases.some(({ state, city }) => state !== undefined && city === undefined && !own.has(state))) return false;
  if (BETWEEN_TWO.has(predicate.name))
    return !isElsewhere(sentence, predicate.at) && !namesStranger(sentence, phrases, predicate.at);
  const object = sentence.tokens
    .slice(predicate.at + 1, predicate.at + 6)
    .map((token) => token.lower)
    .join(' ');
  return predicate.name === 'condemn' && DEED.test(object);
}

/** "called on Moreno to resign": somebody whom no table knows is meant. */
function namesStranger({ tokens }: Sentence, phrases: readonly ActorPhrase[], at: number): boolean {
  const object = /^(on|upon|for|from|that)$/.test(tokens[at + 1]?.lower ?? '') ? at + 2 : at + 1;
  return tokens[object]?.pos === 'PROPN' && !phrases.some(({ first, last }) => object >= first && object <= last);
}

/** "recalled its ambassador from Santiago": from a place, and not from whoever else the report is about. */
function isElsewhere({ tokens }: Sentence, at: number): boolean {
  const reach = tokens.slice(at + 1, clauseEnd(tokens, at));
  return reach.some(({ lower }, index) => /^(from|in)$/.test(lower) && reach[index + 1]?.pos === 'PROPN');
}

const SENDING = /^(dispatch|deployment|sending|incursion|intrusion|advance|movement|presence|massing)$/;

/** Whose the forces or the dead are that the words of judging or mourning are about. */
function ownerOf(clause: Clause, free: readonly ActorPhrase[]): ActorPhrase | undefined {
  if (clause.predicate.name === 'condemn') return senderOf(clause, free);
  if (clause.predicate.name === 'condole')
    return free.find(({ first, preposition }) => first > clause.predicate.at && preposition === 'for');
  return undefined;
}

/** "condemned the dispatch of Kenyan vessels": whose forces moved. */
function senderOf({ sentence: { tokens }, predicate }: Clause, free: readonly ActorPhrase[]): ActorPhrase | undefined {
  const sending = tokens.findIndex((token, at) => at > predicate.at && SENDING.test(token.lower));
  return sending < 0
    ? undefined
    : free.find(({ first, preposition }) => preposition === 'of' && first > sending && first - sending <= 4);
}

export function targetName(phrase: ActorPhrase): string {
  return phrase.place === undefined ? phrase.actor : (phrase.state ?? phrase.place);
}

/** Who struck a group inside a country struck that country as well: "bases of the rebels in Congo". */
function hostOf(
  { sentence, predicate }: Clause,
  free: readonly ActorPhrase[],
  named: readonly ActorPhrase[],
): ActorPhrase[] {
  if (predicate.sense.type !== 'ASSAULT' || !named.every((phrase) => isGroup(phrase.actor))) return [];
  const end = clauseEnd(sentence.tokens, predicate.at);
  const host = free.find(
    (phrase) =>
      phrase.first > predicate.at && phrase.first < end && /^(in|inside|within)$/.test(phrase.preposition ?? ''),
  );
  return host === undefined ? [] : [host];
}

/** What "condemned the attack on Sudan" and "welcomed the truce in Gaza" are about is not whom they are about. */
const JUDGING: ReadonlySet<SenseName> = new Set<SenseName>(['condemn', 'praise', 'defend', 'investigate']);
const OFFERED: ReadonlySet<SenseName> = new Set<SenseName>([
  'acceptMediation',
  'rejectMediation',
  'welcomeOffer',
  'reject',
]);
const OF_PARTS: ReadonlySet<SenseName> = new Set<SenseName>([
  'release',
  'summon',
  'expel',
  'expelDiplomats',
  'seize',
  'capture',
]);

function reachOf(name: SenseName, type: string): ObjectReach {
  if (JUDGING.has(name)) return 'direct';
  if (OFFERED.has(name) || name === 'brand') return 'offers';
  return type === 'ASSAULT' || OF_PARTS.has(name) ? 'parts' : 'near';
}

const TALK =
  /^(talk|meeting|discussion|conversation|call|dialogue|negotiation|consultation|telephone|phone|message|agreement|deal|understanding|view|summit|accord|letter|fire|gunfire|shot|truce|ceasefire|peace|pact|treaty|memorandum|protocol|prisoner)s?$/;
const SHARED = /^(trade|tie|relation|contact|flight|exchange|drill|exercise|game|manoeuvre|maneuver)s?$/;

/** One that the act is done with: "with X" behind the verb or a word for talk, or the verb's own object. */
function isCompany(tokens: Sentence['tokens'], phrase: ActorPhrase, { at, sense }: Predicate): boolean {
  if (phrase.preposition === undefined) return phrase.first - at <= 3;
  if (!/^(with|to)$/.test(phrase.preposition)) return false;
  const word = tokens.slice(at + 1, phrase.first).findLastIndex((token) => token.lower === phrase.preposition) + at;
  const before = tokens[word];
  if (word <= at || before === undefined) return true;
  // "met executives to discuss how to respond to Russia": another verb's
  if (before.pos !== 'NOUN') return before.pos !== 'VERB';
  return TALK.test(before.lower) || (sense.type !== 'CONSULT' && SHARED.test(before.lower));
}
