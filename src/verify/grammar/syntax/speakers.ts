import { isSaying } from '../act-words.ts';
import type { Node } from '../graph.ts';
import { chunkAt } from '../noun-phrase.ts';
import type { Unit } from '../units.ts';
import { type VerbGroup, verbGroupAt } from '../verb-group.ts';
import { settle } from './clauses.ts';
import { SUBORDINATE } from './joint-words.ts';
import { pastPhrase } from './lookahead.ts';
import { mainVerb, skipQuotes } from './marks.ts';
import { nodeAt, openClause, type Reading, tie, unitAt } from './reading.ts';
import { thingNode } from './things.ts';
import { actNode } from './verbs.ts';

/** ", the army said", ", said the army", with nothing said behind it. */
export function isReport(reading: Reading, from: number): boolean {
  let at = from;
  while (unitAt(reading, at)?.kind === 'mark' && /["”’']/.test(unitAt(reading, at)?.text ?? '')) at += 1;
  const said = verbGroupAt(reading.units, at);
  if (said !== undefined && isSaid(reading, said)) {
    const chunk = chunkAt(reading.units, said.next);
    return chunk !== undefined && endsBehind(reading, pastPhrase(reading, chunk.next));
  }
  const chunk = chunkAt(reading.units, at);
  if (chunk === undefined) return false;
  for (let end = pastPhrase(reading, chunk.next), steps = 0; steps < 6; steps += 1) {
    const group = verbGroupAt(reading.units, end);
    if (group !== undefined) {
      if (group.bare === 'past' && !isSaid(reading, group)) {
        // "a diplomat briefed on the talks said"
        end = pastPhrase(reading, group.next);
        continue;
      }
      if (group.bare === 'ing') {
        end = pastPhrase(reading, chunkAt(reading.units, group.next)?.next ?? group.next);
        continue;
      }
      return isSaid(reading, group) && endsBehind(reading, group.next);
    }
    const unit = unitAt(reading, end);
    if (unit?.text === ',' && verbGroupAt(reading.units, end + 1) !== undefined) {
      end += 1;
      continue;
    }
    if (unit?.lower === 'and' || unit?.text === ',' || unit?.pos === 'ADJ') {
      const next =
        chunkAt(reading.units, unit.pos === 'ADJ' ? end : end + 1) ??
        (unit.pos === 'ADJ' ? { next: end + 1 } : undefined);
      if (next === undefined) return false;
      end = pastPhrase(reading, next.next);
      continue;
    }
    return false;
  }
  return false;
}

function isSaid(reading: Reading, group: VerbGroup): boolean {
  return group.finite && !group.infinitive && isSaying(unitAt(reading, group.verb)?.lemma ?? '');
}

/** Nothing that was said can follow: the end, a comma, a time, a preposition, those who were told. */
export function endsBehind(reading: Reading, at: number): boolean {
  const unit = unitAt(reading, at);
  if (unit === undefined || unit.kind === 'mark' || unit.kind === 'time') return true;
  if (unit.pos === 'ADP' && !SUBORDINATE.test(unit.lower)) return true;
  if (/^(in|on|at|after|before|following|during|as|early|late|without|and)$/.test(unit.lower)) return true;
  const chunk = chunkAt(reading.units, at);
  if (chunk === undefined) return false;
  const end = pastPhrase(reading, chunk.next);
  return !(verbGroupAt(reading.units, end)?.finite ?? false) && unitAt(reading, end)?.lower !== 'that';
}

export function readSpeaker(reading: Reading): void {
  const roots = reading.roots.length > 0 ? [...reading.roots] : [mainVerb(reading) as Node];
  settle(reading, reading.clause);
  reading.clause = openClause(reading, 'report', undefined);
  reading.comma = false;
  reading.joint = undefined;
  const said = verbGroupAt(reading.units, skipQuotes(reading));
  const telling = (verb: Node) => {
    for (const root of roots) tie(reading, verb, root, 'comp');
  };
  reading.telling = telling;
  if (said === undefined || !isSaid(reading, said)) return;
  const verb = actNode(reading, said);
  telling(verb);
  reading.telling = undefined;
  reading.at = said.next;
  const chunk = chunkAt(reading.units, reading.at);
  if (chunk === undefined) return;
  const speaker = thingNode(reading, chunk);
  reading.clause.subjects = [speaker];
  tie(reading, verb, speaker, 'subj');
  reading.clause.last = speaker;
  reading.at = chunk.next;
}

export function readAccording(reading: Reading): void {
  const unit = unitAt(reading) as Unit;
  const roots =
    reading.roots.length > 0 ? [...reading.roots] : mainVerb(reading) === undefined ? [] : [mainVerb(reading) as Node];
  reading.at += 2;
  const chunk = chunkAt(reading.units, reading.at);
  const node = nodeAt(reading, reading.at - 2, { ...unit, lower: 'say', lemma: 'say', pos: 'VERB' }, 'act');
  node.aspect = 'done';
  if (chunk === undefined) return;
  const speaker = thingNode(reading, chunk);
  tie(reading, node, speaker, 'subj');
  reading.at = chunk.next;
  if (roots.length > 0) {
    for (const root of roots) tie(reading, node, root, 'comp');
    settle(reading, reading.clause);
    reading.clause = openClause(reading, 'report', undefined);
    reading.clause.subjects = [speaker];
  } else reading.clause.links.push({ head: node, relation: 'comp' });
  reading.clause.last = speaker;
  reading.reporter = node;
  reading.comma = false;
}

/** ", and aid workers say": another speaker, not what the first one said. */
export function speaksAhead(reading: Reading): boolean {
  const chunk = chunkAt(reading.units, reading.at);
  const group = chunk === undefined ? undefined : verbGroupAt(reading.units, pastPhrase(reading, chunk.next));
  return group !== undefined && isSaid(reading, group);
}

/** ", the agency reported" that could not be read: whatever the text states, somebody is said to have said it. */
export function tieSpeakers(reading: Reading): void {
  reading.units.forEach((unit, at) => {
    if (
      !/^(said|says|told|reported|reports|wrote|warned|announced|added|according|claimed|alleged|insisted|stated)$/.test(
        unit.lower,
      )
    )
      return;
    const node = reading.nodes.find((one) => one.at === at);
    if (
      node !== undefined &&
      reading.edges.some((edge) => edge.head === node && /^(comp|obj|p:|xcomp)/.test(edge.relation))
    )
      return;
    if (!endsBehind(reading, at + 1)) return;
    const verb = node ?? nodeAt(reading, at, { ...unit, pos: 'VERB' }, 'act');
    for (const head of reading.heads) if (head.at < at) tie(reading, verb, head, 'comp');
  });
}
