import type { Sentence } from '../text/sentences.ts';
import { agentOf, clauseEnd, isPassive, objectsOf } from './clause.ts';
import type { ReadingContext } from './context.ts';
import { type ActorPhrase, coordinated } from './phrase.ts';
import type { Predicate } from './predicate.ts';
import { SENSES, type Sense } from './senses.ts';
import { type Subject, subjectOf } from './subject.ts';

/** Who does the act, to whom, where. */
export interface Parties {
  readonly predicate: Predicate;
  /** The predicate's sense, or the one that the parties make of it. */
  readonly sense: Sense;
  readonly actors: readonly string[];
  readonly targets: readonly string[];
  readonly place?: string;
}

interface Clause {
  readonly sentence: Sentence;
  readonly phrases: readonly ActorPhrase[];
  readonly predicate: Predicate;
  readonly context: ReadingContext;
  readonly speaker?: ActorPhrase;
}

interface Sides {
  readonly actors: readonly string[];
  readonly targets: readonly string[];
}

/** Who acts on whom; `undefined` where no actor can be told: an act without an actor is not reported. */
export function partiesOf(clause: Clause): Parties | undefined {
  const { predicate, sentence } = clause;
  const passive = !predicate.noun && isPassive(sentence.tokens, predicate.at);
  const sides = predicate.noun ? nounSides(clause) : passive ? passiveSides(clause) : activeSides(clause);
  if (sides === undefined || sides.actors.length === 0) return undefined;
  const settled = settle(clause, sides);
  return settled && { predicate, ...settled, ...placeOf(clause) };
}

function activeSides(clause: Clause): Sides | undefined {
  const subject = subjectOf(clause.sentence, clause.phrases, clause.predicate.at);
  const actors = actorsOf(subject, clause);
  return actors && { actors, targets: targetsOf(clause, actors) };
}

/** Acts that a speaker can only report of itself when the agent is left out. */
const OWN_ACT = /^(expel|recall|breakTies|summon|closeBorder|penalty|threaten)$/;

/** "Iran's envoy was expelled by Pakistan": the subject is acted on; without an agent the speaker may be it. */
function passiveSides(clause: Clause): Sides | undefined {
  const { sentence, phrases, predicate, speaker } = clause;
  const agent = agentOf(sentence, phrases, predicate.at);
  const patients = actorsOf(subjectOf(sentence, phrases, predicate.at), clause) ?? [];
  if (agent !== undefined) return { actors: [agent.actor], targets: patients };
  if (predicate.sense.shape === 'together' && patients.length > 0)
    return { actors: patients, targets: targetsOf(clause, patients) };
  if (speaker === undefined || !OWN_ACT.test(predicate.name)) return undefined;
  const actor = predicate.name === 'threaten' ? speaker.actor : (speaker.state ?? speaker.actor);
  return { actors: [actor], targets: patients };
}

const TOWARD = /^(on|against|in|inside|at|into|to|toward|towards|within|with)$/;

/** "Iranian missile attacks on Tuesday", "talks between X and Y", "an attack by X". */
function nounSides(clause: Clause): Sides | undefined {
  const { sentence, phrases, predicate, speaker } = clause;
  const end = clauseEnd(sentence.tokens, predicate.at);
  const after = phrases.filter((phrase) => phrase.first > predicate.at && phrase.first < end);
  const owner = ownerOf(sentence, phrases, predicate.at);
  const joint = after.find(
    ({ preposition }) => preposition === 'between' || (preposition === 'with' && predicate.sense.shape === 'together'),
  );
  if (joint !== undefined) return jointSides(clause, joint, owner);
  const said = predicate.sense.type === 'AGREE' ? speaker : undefined;
  const agent = owner ?? after.find((phrase) => phrase.preposition === 'by') ?? said;
  if (agent === undefined) return undefined;
  const targets = after
    .filter((phrase) => TOWARD.test(phrase.preposition ?? ''))
    .map((phrase) => phrase.state ?? phrase.actor);
  const other = agent === said && targets.length === 0 ? clause.context.other(agent.state) : undefined;
  return { actors: [agent.actor], targets: other === undefined ? targets : [other] };
}

function jointSides(clause: Clause, joint: ActorPhrase, owner: ActorPhrase | undefined): Sides {
  const others = coordinated(clause.sentence.tokens, clause.phrases, joint).map((phrase) => phrase.actor);
  const own = joint.preposition === 'with' ? (owner?.actor ?? possessor(clause)) : undefined;
  return { actors: own === undefined ? others : [own, ...others], targets: [] };
}

/** The phrase that owns the noun: "Iran's ...", "Iranian missile and drone ...". */
function ownerOf(sentence: Sentence, phrases: readonly ActorPhrase[], at: number): ActorPhrase | undefined {
  for (let index = at - 1; index >= Math.max(0, at - 7); index -= 1) {
    const token = sentence.tokens[index];
    const phrase = phrases.find((one) => one.last === index);
    if (phrase !== undefined) return phrase.place === undefined ? phrase : undefined;
    if (token === undefined || !/NOUN|ADJ|PART|CCONJ|PROPN|NUM|PUNCT/.test(token.pos) || token.text === ',')
      return undefined;
  }
  return undefined;
}

/** "his second conversation with ...": the owner is a person spoken of before. */
function possessor(clause: Clause): string | undefined {
  const { sentence, phrases, predicate, context } = clause;
  const named = phrases.findLast((phrase) => phrase.last < predicate.at && phrase.place === undefined);
  if (named !== undefined) return named.actor;
  const before = sentence.tokens.slice(Math.max(0, predicate.at - 4), predicate.at);
  return before.some((token) => /^(his|her)$/.test(token.lower)) ? context.person?.actor : undefined;
}

/** The actors that a subject stands for; pronouns look to their own sentence, the speaker, then to what came before. */
function actorsOf(subject: Subject, clause: Clause): string[] | undefined {
  const { context } = clause;
  switch (subject.kind) {
    case 'named':
      return subject.phrases.map((phrase) => phrase.actor);
    case 'pair':
      return context.pair.length < 2 ? undefined : subject.ministers ? context.ministers() : [...context.pair];
    case 'pronoun':
      return pronounActors(subject.word, subject.at, clause);
    case 'none':
      return undefined;
  }
}

function pronounActors(word: string, at: number, clause: Clause): string[] | undefined {
  const { context, speaker, phrases } = clause;
  if (word === 'they' || word === 'we')
    return context.pair.length < 2 || word === 'we' ? undefined : context.ministers();
  const before = phrases.filter(
    (phrase) => phrase.last < at && phrase.preposition === undefined && phrase.place === undefined,
  );
  if (word === 'it') {
    const one = speaker ?? before.find((phrase) => !phrase.human) ?? context.subject;
    return one && [one.state ?? one.actor];
  }
  const one = before.find((phrase) => phrase.human) ?? context.person ?? speaker;
  return one && [one.actor];
}

const OTHER_SIDE =
  /\b(the other side|its neighbou?r|the neighbou?ring|the (south|east|west|north|central)\w* \w+ (country|nation|state)|his counterpart)\b/;
const BOTH = /\b(both|the two) (countries|sides|nations|neighbou?rs|states|governments|capitals|ministers)\b/;

function targetsOf(clause: Clause, actors: readonly string[]): string[] {
  const { sentence, phrases, predicate, context } = clause;
  const states = new Set(actors.map(stateIn));
  const free = phrases.filter(
    (phrase) =>
      (phrase.state === undefined ? phrase.place === undefined : !states.has(phrase.state)) &&
      (predicate.sense.shape !== 'together' || isCompany(sentence.tokens, phrase, predicate.at)),
  );
  const named = objectsOf(sentence, free, predicate.at);
  if (named.length > 0)
    return named.map((phrase) => (phrase.place === undefined ? phrase.actor : (phrase.state ?? phrase.place)));
  const words = sentence.tokens
    .slice(predicate.at + 1, clauseEnd(sentence.tokens, predicate.at))
    .map((token) => token.lower)
    .join(' ');
  if (BOTH.test(words)) return [...context.pair];
  const other = OTHER_SIDE.test(words) ? context.other([...states][0]) : undefined;
  return other === undefined ? [] : [other];
}

const TALK =
  /^(talk|meeting|discussion|conversation|call|dialogue|negotiation|consultation|telephone|phone|message|agreement|deal|understanding|view|summit|accord)s?$/;

/** One that the act is done with: "with X" behind the verb or a word for talk, or the verb's own object. */
function isCompany(tokens: Sentence['tokens'], phrase: ActorPhrase, at: number): boolean {
  if (phrase.preposition === undefined) return phrase.first - at <= 3;
  if (!/^(with|to)$/.test(phrase.preposition)) return false;
  const word = tokens.slice(at + 1, phrase.first).findLastIndex((token) => token.lower === phrase.preposition) + at;
  const before = tokens[word];
  return word <= at || before === undefined || before.pos !== 'NOUN' || TALK.test(before.lower);
}

/** Senses that say nothing without the other side. */
const NEEDS_TARGET =
  /^(praise|defend|accuse|condemn|demand|seize|arrest|visit|planVisit|host|warn|reject|concede|ease|appealAid|kill|investigate|invite|ambassadorBack)$/;

/** The sides as the sense wants them: together, apart, and the parties' own appeals told from other people's. */
function settle(clause: Clause, sides: Sides): Omit<Parties, 'predicate' | 'place'> | undefined {
  const { predicate } = clause;
  const actors = unique(sides.actors);
  const targets = unique(sides.targets).filter((target) => !actors.includes(target));
  if (predicate.sense.shape === 'together') return together(predicate.sense, [...actors, ...targets]);
  const { sense, toward } = appealed(clause, actors, targets);
  const states = new Set(actors.map(stateIn));
  const others = toward.filter((target) => !states.has(stateIn(target)) || states.size > 1);
  if (others.length === 0 && NEEDS_TARGET.test(predicate.name)) return undefined;
  // "after both launched strikes into each other's territory" sums up two acts that are told elsewhere
  if (sense.type === 'ASSAULT' && states.size > 1 && others.length === 0) return undefined;
  return { sense, actors, targets: others };
}

function together(sense: Sense, actors: readonly string[]): Omit<Parties, 'predicate' | 'place'> | undefined {
  const all = unique(actors).filter((actor, _, list) => !list.some((one) => one !== actor && stateIn(one) === actor));
  return new Set(all.map(stateIn)).size < 2 ? undefined : { sense, actors: all, targets: [] };
}

/** An outsider's appeal is addressed to the two sides; a side's own call for talks is an agreement to talk (PLOVER). */
function appealed(
  clause: Clause,
  actors: readonly string[],
  targets: readonly string[],
): { sense: Sense; toward: readonly string[] } {
  const { predicate, context } = clause;
  const { sense } = predicate;
  if (!/^(offerMediation|appealCalm|appealTalks)$/.test(predicate.name)) return { sense, toward: targets };
  const outsider = !actors.map(stateIn).some((state) => context.pair.includes(state));
  if (outsider) return { sense, toward: targets.length === 0 && context.pair.length === 2 ? context.pair : targets };
  return { sense: predicate.name === 'offerMediation' ? sense : SENSES.ownCallForTalks, toward: targets };
}

/** "Name (State)" stands for its state. */
export function stateIn(actor: string): string {
  return /\(([^()]+)\)$/.exec(actor)?.[1] ?? actor;
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

function unique(names: readonly string[]): string[] {
  return [...new Set(names)];
}
