import type { EventOutline } from '../domain/event.ts';
import type { DatedMention, Mention } from '../domain/mention.ts';
import { daysOf, meets, overlap } from './days.ts';
import { samePerson } from './persons.ts';
import { isSenseName, type SenseName } from './senses.ts';
import type { Sides } from './sides.ts';
import { isGroup, stateIn, statesOf } from './signature.ts';

/** Whether a report can tell of the act that some reports tell of. */
export function belongs(one: DatedMention, members: readonly DatedMention[]): boolean {
  return (
    members.some((member) => sameAct(one.mention, member.mention)) &&
    members.every((member) => canBeOneDay(one, member) && sameKind(one.mention, member.mention))
  );
}

/** Can both be right about the day? A noun that looks back can mean an act of any earlier day. */
function canBeOneDay(one: DatedMention, member: DatedMention): boolean {
  if (!meets(daysOf(one), daysOf(member))) return looksBackTo(one, member);
  // meetings set for two days are two
  return one.due === undefined || member.due === undefined || overlap(one.due, member.due);
}

function looksBackTo(one: DatedMention, member: DatedMention): boolean {
  const known = one.date.precision !== 'unknown' && member.date.precision !== 'unknown';
  return one.mention.reference === true && known && (member.date.from ?? '') <= (one.date.to ?? '9999');
}

/** Two reports can tell of one act. */
function sameAct(one: Mention, other: Mention): boolean {
  if (one.type !== other.type || !sameKind(one, other)) return false;
  if (one.type !== 'ASSAULT' && namesOthers(one, other)) return false;
  const [left, right] = [statesOf(one.actors), statesOf(other.actors)];
  const together = one.targets.length === 0 && other.targets.length === 0 && left.length > 1 && right.length > 1;
  if (together) return shared(left, right) >= 2;
  if (isVisit(one) && isVisit(other) && one.sense !== other.sense)
    return shared(left, statesOf(other.targets)) > 0 && shared(statesOf(one.targets), right) > 0;
  if (shared(left, right) === 0 || left.length !== right.length) return false;
  return sameTargets(one, other);
}

/** Both name persons of one state, and not the same ones: a president's visit is not his minister's. */
export function namesOthers(one: Sides, other: Sides): boolean {
  const [left, right] = [personsByState(one), personsByState(other)];
  return [...left].some(
    ([state, persons]) =>
      right.has(state) && !persons.some((name) => right.get(state)?.some((other) => samePerson(name, other))),
  );
}

function personsByState({ actors, targets }: Sides): Map<string, string[]> {
  return Map.groupBy(
    [...actors, ...targets].filter((actor) => actor.endsWith(')')),
    stateIn,
  );
}

/** Who visits is received: two reports of one visit from its two sides. */
function isVisit({ sense }: Mention): boolean {
  return sense === 'visit' || sense === 'host';
}

function sameTargets(one: Mention, other: Mention): boolean {
  const [left, right] = [statesOf(one.targets), statesOf(other.targets)];
  if (left.length === 0 || right.length === 0 || shared(left, right) > 0) return true;
  // one report names the country that was struck, another the group in it
  return one.type === 'ASSAULT' && left.every(isGroup) !== right.every(isGroup);
}

/** Words of different purport and contacts of different kind are different acts. */
function sameKind(one: Mention, other: Mention): boolean {
  if (one.type === 'CONSULT') return sameMedium(mediumOf(one), mediumOf(other));
  if (one.type === 'ASSAULT' || one.type === 'MOBILIZE') return true;
  return purport(one) === purport(other);
}

type Medium = 'remote' | 'in person' | 'written' | 'about ambassadors' | 'between others' | 'any';

/** How a contact was made, where the words for it tell. */
const MEDIA: Partial<Record<SenseName, Medium>> = {
  phone: 'remote',
  meet: 'in person',
  visit: 'in person',
  host: 'in person',
  messages: 'written',
  letter: 'written',
  discussReturn: 'about ambassadors',
  mediate: 'between others',
};

/** How a contact was made; 'any' where its words do not tell. */
export function mediumOf({ sense, modes }: Pick<EventOutline, 'sense' | 'modes'>): Medium {
  const known = isSenseName(sense) ? MEDIA[sense] : undefined;
  return known ?? (modes.includes('phone') ? 'remote' : modes.includes('visit') ? 'in person' : 'any');
}

/** "Held talks" can be a call or a meeting, but no letter. */
function sameMedium(one: Medium, other: Medium): boolean {
  const open = /^(remote|in person)$/;
  return one === other || (one === 'any' && open.test(other)) || (other === 'any' && open.test(one));
}

/** AGREE and its like hold many purports under one type: the first three digits of the CAMEO code part them. */
function purport(mention: Mention): string {
  return (mention.cameo ?? '').slice(0, 3) + (mention.modes[0] ?? '');
}

function shared(left: readonly string[], right: readonly string[]): number {
  return left.filter((one) => right.includes(one)).length;
}
