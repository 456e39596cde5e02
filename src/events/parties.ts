import { agentsOf, isPassive } from './clause.ts';
import { relativeObject } from './insertion.ts';
import { nounSides } from './noun-sides.ts';
import type { ActorPhrase } from './phrase.ts';
import type { Predicate } from './predicate.ts';
import { actorsOf } from './reference.ts';
import type { SenseName } from './senses.ts';
import { type Settled, settle } from './settling.ts';
import type { Clause, Sides } from './sides.ts';
import { stateIn } from './signature.ts';
import { subjectOf } from './subject.ts';
import { targetName, targetsOf } from './targets.ts';
import { placeOf } from './where.ts';

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
