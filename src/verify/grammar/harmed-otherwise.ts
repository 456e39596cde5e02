import { isDeed } from './act-words.ts';
import type { Node } from './graph.ts';
import { of, put, type Told } from './told.ts';

const STRIKING = /^(attack|strike|bomb|shell|raid|bombard|ambush|storm|invade|assault|hit)$/;
const CAUSING = /^(force|kill|wound|injure|displace|destroy|damage|oblige|drive|uproot)$/;

/** "attacked the town and killed five": the attack killed five. */
export function struckAndHit(verb: Node, told: Told): void {
  if (!CAUSING.test(verb.unit.lemma) || verb.passive || verb.negated || verb.mood !== undefined) return;
  if (of(verb, told, /^(time|p:(in|at|on|near|across))/).length > 0) return;
  const subjects = of(verb, told, /^subj$/);
  const deeds = told.nodes.filter(
    (node) =>
      node.kind === 'act' &&
      node.text === verb.text &&
      node.at < verb.at &&
      STRIKING.test(node.unit.lemma) &&
      !node.passive &&
      !node.negated &&
      node.mood === undefined &&
      node.clause === verb.clause &&
      of(node, told, /^subj$/).some((one) => subjects.includes(one)),
  );
  const [deed] = deeds;
  if (deed !== undefined && deeds.length === 1) put(told, { head: verb, dependent: deed, relation: 'subj' });
}

const HARMED = /^(kill|die|wound|injure|hurt|displace|detain|arrest)$/;

/** "killed three in Mali and wounded two others": the others too. */
export function harmedOthers(verb: Node, told: Told): void {
  if (!HARMED.test(verb.unit.lemma) || verb.negated || verb.mood !== undefined) return;
  if (of(verb, told, /^(p:|adv:|time)/).length > 0) return;
  const others = of(verb, told, /^obj$/).some((node) => /^(other|others)$/.test(node.unit.lower) || isMore(node, told));
  const before = told.nodes.filter((node) => node.kind === 'act' && node.text === verb.text && node.at < verb.at);
  const first = before.toSorted((a, b) => b.at - a.at)[0];
  if (!others || first === undefined || !HARMED.test(first.unit.lemma) || first.negated || first.mood !== undefined)
    return;
  const doers = of(first, told, /^subj$/);
  if (!of(verb, told, /^subj$/).every((one) => doers.includes(one))) return;
  for (const edge of told.edges.filter((one) => one.head === first && /^(p:(in|near|at)|time)$/.test(one.relation)))
    put(told, { ...edge, head: verb });
}

function isMore(node: Node, told: Told): boolean {
  return of(node, told, /^(mod|scope)$/).some((one) => /^(other|more|another)$/.test(one.unit.lower));
}

/** "one was killed and two were wounded in the blast": the blast is where both were. */
export function harmedTogether(verb: Node, told: Told): void {
  if (!HARMED.test(verb.unit.lemma) || verb.negated || verb.mood !== undefined) return;
  if (of(verb, told, /^(p:|adv:)/).length > 0) return;
  const next = told.nodes.find((node) => node.kind === 'act' && node.text === verb.text && node.at > verb.at);
  if (next === undefined || next === verb || !HARMED.test(next.unit.lemma) || next.negated || next.mood !== undefined)
    return;
  const governors = (node: Node) =>
    told.edges.filter((edge) => edge.dependent === node && /^(comp|adv)/.test(edge.relation)).map((edge) => edge.head);
  if (governors(verb).some((one) => !governors(next).includes(one))) return;
  for (const edge of told.edges.filter((one) => one.head === next && /^(p:(in|during|after)|time)$/.test(one.relation)))
    if (isDeed(edge.dependent.unit) || edge.relation === 'time') put(told, { ...edge, head: verb });
}
