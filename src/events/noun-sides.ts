import type { Sentence } from '../text/sentences.ts';
import { clauseEnd, isAgent } from './clause.ts';
import { coordinated } from './coordination.ts';
import type { ActorPhrase } from './phrase.ts';
import type { Clause, Sides } from './sides.ts';

const TOWARD = /^(on|against|in|inside|at|into|to|toward|towards|within|with|between)$/;
/** "the invasion of Taiwan", "the shelling of Goma": what stands behind "of" is acted on, where another owns the noun. */
const OF =
  /^(invasion|bombing|bombardment|shelling|blockade|siege|occupation|annexation|seizure|killing|condemnation)$/;

/** The sides of an act inside a noun: "Iranian missile attacks on ...", "talks between X and Y", "an attack by X". */
export function nounSides(clause: Clause): Sides | undefined {
  const { sentence, phrases, predicate, speaker } = clause;
  const end = clauseEnd(sentence.tokens, predicate.at);
  const after = phrases.filter((phrase) => phrase.first > predicate.at && phrase.first < end);
  const near = ownerOf(clause);
  const owner = isVictim(clause, near) ? undefined : near;
  const joint = after.find(
    ({ preposition }) => predicate.sense.shape === 'together' && (preposition === 'between' || preposition === 'with'),
  );
  if (joint !== undefined) return jointSides(clause, joint, owner);
  const said = predicate.sense.type === 'AGREE' ? speaker : undefined;
  const by = after.find(
    (phrase) => isAgent(sentence.tokens, phrase) && isNear(sentence.tokens, predicate.at, phrase.first),
  );
  const agent = owner ?? by ?? said;
  if (agent === undefined || agent.bystander) return undefined;
  const agents = agent === by ? coordinated(sentence.tokens, phrases, by) : [agent];
  const suffered = OF.test(sentence.tokens[predicate.at]?.lemma ?? '');
  const targets = after
    .filter(({ preposition }) => TOWARD.test(preposition ?? '') || (suffered && preposition === 'of'))
    .concat(near !== undefined && owner === undefined ? [near] : [])
    .filter((phrase) => !agents.includes(phrase) && isNear(sentence.tokens, predicate.at, phrase.first))
    .map((phrase) => phrase.state ?? phrase.actor);
  const other = agent === said && targets.length === 0 ? clause.context.other(agent.state) : undefined;
  return { actors: agents.map((one) => one.actor), targets: other === undefined ? targets : [other] };
}

/** "the Ukraine invasion": the bare name of a state before such a noun is what is acted on. */
function isVictim({ sentence, predicate: { at } }: Clause, owner: ActorPhrase | undefined): boolean {
  if (owner === undefined || owner.last !== at - 1 || owner.first !== owner.last) return false;
  const [name, noun] = sentence.tokens.slice(at - 1, at + 1);
  return /^(invasion|siege|blockade|occupation|annexation)$/.test(noun?.lemma ?? '') && name?.text === owner.state;
}

/** "the attack on Goma by Rwanda", "appeals were made by ...": no other deed stands between. */
function isNear(tokens: Sentence['tokens'], at: number, first: number): boolean {
  return tokens
    .slice(at + 1, first)
    .every((token) => token.pos !== 'VERB' || /^(make|launch|issue|carry|offer)$/.test(token.lemma));
}

function jointSides(clause: Clause, joint: ActorPhrase, owner: ActorPhrase | undefined): Sides {
  const others = coordinated(clause.sentence.tokens, clause.phrases, joint).map((phrase) => phrase.actor);
  const own = joint.preposition === 'with' ? (owner?.actor ?? possessor(clause)) : undefined;
  return { actors: own === undefined ? others : [own, ...others], targets: [] };
}

/** The phrase that owns the noun: "Iran's ...", "Iranian missile and drone ...". */
function ownerOf({ sentence, phrases, predicate: { at }, context }: Clause): ActorPhrase | undefined {
  for (let index = at - 1; index >= Math.max(0, at - 7); index -= 1) {
    const token = sentence.tokens[index];
    const phrase = phrases.find((one) => one.last === index);
    if (phrase !== undefined) return phrase.place === undefined ? phrase : undefined;
    // "Its strikes ...": of whom the sentence before was about
    if (index === 0 && token?.lower === 'its' && !context.subject?.human) return context.subject;
    if (token === undefined || !/NOUN|ADJ|PART|CCONJ|PROPN|NUM|PUNCT|PRON/.test(token.pos) || token.text === ',')
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
