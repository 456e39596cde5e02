import { isDeed } from './act-words.ts';
import type { Node } from './graph.ts';
import { another, named, of, put, type Told } from './told.ts';

const GIVING = /^(give|grant|offer|deny|refuse|hand|send|pay|owe|lend|sell|award|show|promise|provide|supply)$/;

/** "gave the rebels weapons" is "gave weapons to the rebels". */
export function given(verb: Node, told: Told): void {
  if (!GIVING.test(verb.unit.lemma) || verb.particle !== undefined) return;
  const objects = of(verb, told, /^obj$/).filter((node) => node.kind === 'thing' || node.kind === 'pronoun');
  const [first, second] = objects.toSorted((a, b) => a.at - b.at);
  const apart =
    first !== undefined && second !== undefined && (verb.passive ? first.at < verb.at && verb.at < second.at : true);
  if (apart && objects.length === 2 && !areJoined(first, second, verb, told))
    put(told, { head: verb, dependent: first, relation: 'p:to' });
}

/** "weapons and food": two of one list are no giver and gift. */
function areJoined(first: Node, second: Node, verb: Node, { nodes }: Told): boolean {
  if (verb.passive) return false;
  const gap = nodes.filter((node) => node.text === first.text && node.at > first.at && node.at < second.at);
  const modifiers = gap.length;
  return second.at - first.at - modifiers > 1 || second.unit.kind === 'name';
}

const AGREED =
  /^(agreement|deal|accord|pact|treaty|truce|ceasefire|armistice|memorandum|talk|negotiation|swap|exchange|contract)s?$/;
const MAKING = /^(sign|reach|conclude|agree|hold|make|begin|start|resume|break|initial|ratify|strike|seal|negotiate)$/;

/** "a truce between Mali and Chad was signed": Mali and Chad signed a truce, and so the other way round. */
export function between(verb: Node, told: Told): void {
  if (!MAKING.test(verb.unit.lemma)) return;
  for (const object of of(verb, told, /^obj$/)) {
    if (!AGREED.test(object.unit.lower)) continue;
    const parties = of(object, told, /^p:between$/);
    const subjects = of(verb, told, /^subj$/);
    if (subjects.length === 0 && parties.length > 1)
      for (const party of parties) put(told, { head: verb, dependent: party, relation: 'subj' });
    if (subjects.length > 1 && parties.length === 0 && of(object, told, /^(p:with|poss)$/).length === 0)
      for (const subject of subjects) put(told, { head: object, dependent: subject, relation: 'p:between' });
  }
}

const SENT =
  /^(delegation|team|troop|force|mission|plane|aircraft|ship|warship|envoy|convoy|soldier|representative|negotiator|expert|jet|drone|vessel|tank|observer|unit|medic|official)s?$/;

/** "Chad sent a delegation": a Chadian delegation. */
export function sentBy(verb: Node, told: Told): void {
  if (!/^(send|deploy|dispatch|withdraw|recall)$/.test(verb.unit.lemma)) return;
  const subjects = of(verb, told, /^subj$/);
  const [state] = subjects;
  if (subjects.length !== 1 || state?.unit.name?.kind !== 'state') return;
  for (const object of of(verb, told, /^obj$/))
    if (SENT.test(object.unit.lower) && of(object, told, /^(poss|p:of|p:from)$/).length === 0 && !hasName(object, told))
      put(told, { head: object, dependent: state, relation: 'mod' });
}

function hasName(node: Node, told: Told): boolean {
  return of(node, told, /^mod$/).some((one) => one.unit.kind === 'name' || one.unit.pos === 'PROPN');
}

/** "a UN operation was completed": the UN completed it. */
export function completed(verb: Node, told: Told): void {
  if (
    !/^(complete|finish|conclude|launch)$/.test(verb.unit.lemma) ||
    !verb.passive ||
    of(verb, told, /^subj$/).length > 0
  )
    return;
  for (const object of of(verb, told, /^obj$/)) {
    const owners = of(object, told, /^(mod|poss)$/).filter((node) =>
      /^(state|body|group)$/.test(node.unit.name?.kind ?? ''),
    );
    const [owner] = owners;
    if (owner !== undefined && owners.length === 1 && isDeed(object.unit))
      for (const doing of [verb, ...of(object, told, /^xcomp$/)])
        put(told, { head: doing, dependent: owner, relation: 'subj' });
  }
}

/** "gave the army drones", "the army was given drones": it received them. */
export function received(verb: Node, told: Told): void {
  if (!/^(give|grant|hand|award)$/.test(verb.unit.lemma) || verb.particle !== undefined || verb.negated) return;
  const objects = of(verb, told, /^obj$/)
    .filter((node) => node.kind === 'thing')
    .toSorted((a, b) => a.at - b.at);
  const [whom, what] = objects;
  if (objects.length === 2 && whom !== undefined && what !== undefined) {
    const apart = verb.passive ? whom.at < verb.at && verb.at < what.at : !areJoined(whom, what, verb, told);
    if (!apart) return;
  }
  const taker = objects.length === 2 ? whom : of(verb, told, /^p:to$/)[0];
  const gift = objects.length === 2 ? what : objects.length === 1 ? whom : undefined;
  if (taker === undefined || gift === undefined) return;
  const givers = of(verb, told, /^subj$/);
  const node = another(
    verb,
    told,
    { unit: named(verb, 'receive'), passive: false },
    (edge) => !/^(obj|subj|p:to)$/.test(edge.relation),
  );
  put(told, { head: node, dependent: taker, relation: 'subj' });
  put(told, { head: node, dependent: gift, relation: 'obj' });
  for (const giver of givers) put(told, { head: node, dependent: giver, relation: 'p:from' });
}
