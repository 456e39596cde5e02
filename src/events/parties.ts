import type { Sentence } from '../text/sentences.ts';
import { agentsOf, clauseEnd, isPassive, type ObjectReach, objectsOf } from './clause.ts';
import { relativeObject } from './insertion.ts';
import { nounSides } from './noun-sides.ts';
import type { ActorPhrase } from './phrase.ts';
import type { Predicate } from './predicate.ts';
import { actorsOf } from './reference.ts';
import type { SenseName } from './senses.ts';
import { type Settled, settle } from './settling.ts';
import type { Clause, Sides } from './sides.ts';
import { isGroup, stateIn } from './signature.ts';
import { subjectOf } from './subject.ts';

/** Who does the act, to whom, where. */
export interface Parties extends Settled {
  readonly predicate: Predicate;
  readonly place?: string;
}

/** Who acts on whom; `undefined` where no actor can be told: an act without an actor is not reported. */
export function partiesOf(clause: Clause): Parties | undefined {
  const { predicate, sentence } = clause;
  // "was committed to peace" is no passive
  const passive = !predicate.noun && predicate.name !== 'commitCalm' && isPassive(sentence.tokens, predicate.at);
  const sides = predicate.noun ? nounSides(clause) : passive ? passiveSides(clause) : activeSides(clause);
  if (sides === undefined || sides.actors.length === 0) return undefined;
  const settled = settle(clause, sides);
  return settled && { predicate, ...settled, ...placeOf(clause) };
}

function activeSides(clause: Clause): Sides | undefined {
  const { sentence, phrases, predicate } = clause;
  const subject = subjectOf(sentence, phrases, predicate.at);
  if (subject.kind === 'named' && subject.phrases.length === 1 && isSubjunctive(clause)) return undefined;
  // who holds no office attacks with words
  const unofficial = subject.kind === 'named' && subject.phrases.every((one) => one.human && one.state === undefined);
  if (unofficial && predicate.sense.type === 'ASSAULT') return undefined;
  const actors = ownActors(clause) ?? actorsOf(subject, clause);
  const about = subject.kind === 'named' ? subject.phrases[0] : undefined;
  const object = about && relativeObject(sentence.tokens, phrases, about);
  return actors && { actors, targets: object === undefined ? targetsOf(clause, actors) : [targetName(object)] };
}

/** "said the door to talks remains open", "said its envoy will go back": the speaker, or the state it speaks for. */
function ownActors({ sentence, predicate, speaker }: Clause): string[] | undefined {
  if (speaker === undefined) return undefined;
  const opens = /^(be|remain|stay)$/.test(sentence.tokens[predicate.at]?.lemma ?? '');
  if (predicate.name === 'ownCallForTalks' && opens) return [speaker.actor];
  return predicate.name === 'ambassadorBack' ? [speaker.state ?? speaker.actor] : undefined;
}

/** "demanded that Israel withdraw", "would let Rwanda withdraw": the bare form behind one name tells of no act. */
function isSubjunctive({ sentence, phrases, predicate }: Clause): boolean {
  const verb = sentence.tokens[predicate.at];
  const before = phrases.find((phrase) => phrase.last === predicate.at - 1);
  if (verb === undefined || before === undefined || verb.lower !== verb.lemma) return false;
  return (
    !/^(hit|put|cut|shut|set|let|split|quit)$/.test(verb.lower) && before.state === before.actor && !isPlural(before)
  );
}

/** "the Houthis attack", "Thai troops attack". */
function isPlural(phrase: ActorPhrase): boolean {
  return phrase.first !== phrase.last || phrase.actor.endsWith('s');
}

/** Acts that a speaker can only report of itself when the agent is left out. */
const OWN_ACT: ReadonlySet<SenseName> = new Set<SenseName>([
  'expel',
  'recall',
  'breakTies',
  'summon',
  'closeBorder',
  'penalty',
  'threaten',
  'ambassadorBack',
]);

/** What is done to an envoy is done by the state that receives it: in a quarrel of two, the other one. */
const DONE_BY_HOST: ReadonlySet<SenseName> = new Set<SenseName>(['summon', 'expel', 'expelDiplomats']);

/** "Iran's envoy was expelled by Pakistan": the subject is acted on; without an agent the speaker may be it. */
function passiveSides(clause: Clause): Sides | undefined {
  const { sentence, phrases, predicate, speaker, context } = clause;
  const agents = agentsOf(sentence, phrases, predicate.at);
  const patients = patientsOf(clause);
  if (agents.some((agent) => agent.bystander)) return undefined;
  if (agents.length > 0) return { actors: agents.map((agent) => agent.actor), targets: patients };
  if (predicate.sense.shape === 'together' && patients.length > 0)
    return { actors: patients, targets: targetsOf(clause, patients) };
  // "the navy was put on alert": it is the one that acts
  if (predicate.sense.shape === 'alone' && patients.length > 0) return { actors: patients, targets: [] };
  const host =
    DONE_BY_HOST.has(predicate.name) && patients.length === 1
      ? context.other(stateIn(patients[0] as string))
      : undefined;
  if (host !== undefined && speaker === undefined) return { actors: [host], targets: patients };
  if (speaker === undefined || !OWN_ACT.has(predicate.name)) return undefined;
  const actor = predicate.name === 'threaten' ? speaker.actor : (speaker.state ?? speaker.actor);
  return { actors: [actor], targets: patients };
}

/** Whom a passive verb is done to: its subject, or the place or people that stand there. */
function patientsOf(clause: Clause): string[] {
  const { sentence, phrases, predicate } = clause;
  const patients = actorsOf(subjectOf(sentence, phrases, predicate.at), clause);
  if (patients !== undefined) return patients;
  const near = phrases.findLast((phrase) => phrase.last < predicate.at && predicate.at - phrase.last < 9);
  if (
    near === undefined ||
    !(near.place !== undefined || near.bystander || /^(of|from|in|on|against)$/.test(near.preposition ?? ''))
  )
    return [];
  const between = sentence.tokens.slice(near.last + 1, predicate.at);
  return between.some((token) => token.pos === 'VERB' || token.text === ',') ? [] : [near.state ?? near.actor];
}

const OTHER_SIDE =
  /\b(the other side|its neighbou?r|the neighbou?ring|the (south|east|west|north|central)\w* \w+ (country|nation|state)|his counterpart)\b/;
const BOTH =
  /\b(both|the two) (countries|sides|nations|neighbou?rs|states|governments|capitals|ministers|parties|rivals)\b/;

function targetsOf(clause: Clause, actors: readonly string[]): string[] {
  const { sentence, phrases, predicate, context, speaker } = clause;
  const states = new Set(actors.map(stateIn));
  const free = phrases.filter((phrase) =>
    phrase.state === undefined ? phrase.place === undefined : !states.has(phrase.state),
  );
  const fits = (phrase: ActorPhrase) =>
    predicate.name === 'noEscalation'
      ? /^(with|against)$/.test(phrase.preposition ?? '')
      : predicate.sense.shape !== 'together' || (!phrase.bystander && isCompany(sentence.tokens, phrase, predicate));
  const named = objectsOf(sentence, free, predicate.at, reachOf(predicate.name, predicate.sense.type), fits);
  const sender = predicate.name === 'condemn' && named.length === 0 ? senderOf(clause, free) : undefined;
  if (sender !== undefined) return [targetName(sender)];
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
  if (BETWEEN_TWO.has(predicate.name)) return true;
  const object = sentence.tokens
    .slice(predicate.at + 1, predicate.at + 6)
    .map((token) => token.lower)
    .join(' ');
  return predicate.name === 'condemn' && DEED.test(object);
}

const SENDING = /^(dispatch|deployment|sending|incursion|intrusion|advance|movement|presence|massing)$/;

/** "condemned the dispatch of Kenyan vessels": whose forces moved. */
function senderOf({ sentence: { tokens }, predicate }: Clause, free: readonly ActorPhrase[]): ActorPhrase | undefined {
  const sending = tokens.findIndex((token, at) => at > predicate.at && SENDING.test(token.lower));
  return sending < 0
    ? undefined
    : free.find(({ first, preposition }) => preposition === 'of' && first > sending && first - sending <= 4);
}

function targetName(phrase: ActorPhrase): string {
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
const OFFERED: ReadonlySet<SenseName> = new Set<SenseName>(['acceptMediation', 'rejectMediation', 'reject']);
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
  if (word <= at || before === undefined || before.pos !== 'NOUN') return true;
  return TALK.test(before.lower) || (sense.type !== 'CONSULT' && SHARED.test(before.lower));
}

const LOCATIVE = /^(in|at|near|inside|within)$/;

function placeOf({ sentence, phrases, predicate }: Clause): { place?: string } {
  const end = clauseEnd(sentence.tokens, predicate.at);
  const within = phrases.filter((phrase) => phrase.first > predicate.at && phrase.first < end);
  const at = within.find(
    (phrase) => LOCATIVE.test(phrase.preposition ?? '') && (phrase.place ?? phrase.city) !== undefined,
  );
  const place = at?.place ?? at?.city;
  return place === undefined ? {} : { place };
}
