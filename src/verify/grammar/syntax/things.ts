import type { Node } from '../graph.ts';
import { type Chunk, OWNING } from '../noun-phrase.ts';
import type { Unit } from '../units.ts';
import { nodeAt, type Reading, tie, unitAt } from './reading.ts';

export function thingNode(reading: Reading, chunk: Chunk, negating = false): Node {
  const owner = chunk.owner === undefined ? undefined : thingNode(reading, chunk.owner);
  const unit = positiveUnit(reading, unitAt(reading, chunk.head) as Unit);
  const kind =
    unit.pos === 'PRON' || OWNING.test(unit.lower)
      ? 'pronoun'
      : unit.kind === 'number'
        ? 'number'
        : unit.pos === 'ADJ' && unit.kind === 'word' && owner === undefined && chunk.determiners.length === 0
          ? 'quality'
          : 'thing';
  const modifiers = chunk.modifiers.map((at) => modifierNode(reading, at));
  const node = nodeAt(reading, chunk.head, unit, kind);
  if (owner !== undefined) tie(reading, node, owner, 'poss');
  if (reading.owning !== undefined) {
    tie(reading, node, reading.owning, 'time');
    reading.owning = undefined;
  }
  let joined: Node | undefined;
  chunk.modifiers.forEach((at, index) => {
    const modifier = modifiers[index] as Node;
    const next = chunk.modifiers[index + 1] === at + 1 ? modifiers[index + 1] : undefined;
    const number = modifier.kind === 'number';
    const tied = unitAt(reading, at)?.hyphen === true ? (next ?? node) : undefined;
    tie(reading, tied ?? node, modifier, number ? 'num' : 'mod');
    joined = modifier;
  });
  void joined;
  node.definite = chunk.determiners.some((at) =>
    /^(the|this|that|these|those)$/.test(unitAt(reading, at)?.lower ?? ''),
  );
  for (const at of chunk.determiners) attachDeterminer(reading, at, node, negating);
  return node;
}

/** "signed nothing" is "did not sign anything". */
function positiveUnit(reading: Reading, unit: Unit): Unit {
  const any = unit.lower === 'one' && unitAt(reading, reading.at)?.lower === 'no' ? 'anybody' : NOBODY[unit.lower];
  if (any === 'anybody' && unit.lower === 'one') return { ...unit, kind: 'word', lower: any, lemma: any, pos: 'PRON' };
  if (any === undefined) return unit;
  const { verb } = reading.clause;
  if (verb === undefined || reading.joint !== undefined) reading.clause.negated = !reading.clause.negated;
  else verb.negated = !verb.negated;
  return { ...unit, lower: any, lemma: any };
}

function modifierNode(reading: Reading, at: number): Node {
  const unit = unitAt(reading, at) as Unit;
  return nodeAt(
    reading,
    at,
    unit,
    unit.kind === 'number' ? 'number' : /ADJ|ADV|VERB/.test(unit.pos) ? 'quality' : 'thing',
  );
}

function attachDeterminer(reading: Reading, at: number, node: Node, negating: boolean): void {
  const unit = unitAt(reading, at) as Unit;
  if (/^(no|neither)$/.test(unit.lower)) {
    node.none = true;
    if (negating) {
      node.negated = true;
      return;
    }
    const { verb } = reading.clause;
    if (verb === undefined || reading.joint !== undefined) reading.clause.negated = !reading.clause.negated;
    else verb.negated = !verb.negated;
    return;
  }
  if (!SCOPE.test(unit.lower)) return;
  tie(reading, node, nodeAt(reading, at, unit, 'quality'), 'scope');
}

const NOBODY: Readonly<Record<string, string>> = {
  nobody: 'anybody',
  nothing: 'anything',
  none: 'any',
  neither: 'either',
  nowhere: 'anywhere',
};

/** Determiners that say how many of them. */
const SCOPE =
  /^(all|every|each|both|some|many|several|few|most|half|another|other|more|fewer|less|such|certain|various|enough|much)$/;
