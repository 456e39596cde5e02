import type { Hedge, Node } from '../graph.ts';
import { chunkAt } from '../noun-phrase.ts';
import type { Unit } from '../units.ts';
import { candidatesFor } from './phrases.ts';
import { nodeAt, type Reading, tie, unitAt } from './reading.ts';

export function readQuality(reading: Reading, unit: Unit): void {
  if (unit.lower === 'not' && chunkAt(reading.units, reading.at + 1) !== undefined) {
    // "Peru, but not Chile"
    reading.preposition = 'except';
    reading.joint = undefined;
    return;
  }
  if (/^(not|n't)$/.test(unit.lower)) {
    const next = nodeAt(reading, reading.at, unit, 'quality');
    const head = reading.clause.verb ?? reading.clause.subjects[0];
    if (head !== undefined) tie(reading, head, next, 'mod', true);
    return;
  }
  if (!/ADJ|ADV|NOUN|PROPN|VERB|NUM|INTJ|X/.test(unit.pos) || GLUE.test(unit.lower)) return;
  const node = nodeAt(reading, reading.at, unit, 'quality');
  const { last, verb } = reading.clause;
  // "two reporters, one of them seriously": of the one, not of the verb
  const added = candidatesFor(reading, 'time').find((one) =>
    reading.edges.some((edge) => edge.dependent === one && edge.relation === 'appos'),
  );
  const heads = added !== undefined ? [added] : unit.pos === 'ADJ' ? [last, verb] : [verb, last];
  const found = heads.filter((one) => one !== undefined);
  if (found.length === 0) reading.clause.fronted.push({ node, relation: 'mod' });
  for (const head of found) tie(reading, head, node, 'mod', true);
  if (unit.pos === 'ADJ' && found.length > 0) reading.clause.last = node;
}

export function attachQuality(reading: Reading, at: number, verb: Node): void {
  const unit = unitAt(reading, at) as Unit;
  if (GLUE.test(unit.lower)) return;
  tie(reading, verb, nodeAt(reading, at, unit, 'quality'), 'mod');
}

/** "at least", "up to", "about" before a number. */
export function readHedge(reading: Reading): boolean {
  for (const [phrase, hedge] of HEDGES) {
    if (!phrase.every((word, index) => unitAt(reading, reading.at + index)?.lower === word)) continue;
    const next = unitAt(reading, reading.at + phrase.length);
    const wide = phrase.length > 1 || /^(nearly|almost|roughly|approximately)$/.test(phrase[0] ?? '');
    const counted =
      next?.kind === 'number' ||
      (wide && COUNTED.test(next?.lower ?? '')) ||
      (/^(a|an)$/.test(next?.lower ?? '') &&
        FRACTION.test(unitAt(reading, reading.at + phrase.length + 1)?.lower ?? ''));
    if (!counted || (hedge === 'only' && next?.kind !== 'number')) continue;
    if (/^(over|under|about|around)$/.test(phrase[0] ?? '') && phrase.length === 1 && isTopic(reading)) continue;
    // "more than a month": the month is what there is more of
    const part = /^(a|an)$/.test(next?.lower ?? '') ? unitAt(reading, reading.at + phrase.length + 1) : undefined;
    if (part !== undefined && part.kind === 'word') reading.hedges.set(reading.at + phrase.length + 1, hedge);
    for (let index = 0; index < 4; index += 1) {
      const at = reading.at + phrase.length + index;
      if (unitAt(reading, at)?.kind === 'number' || index === 3) {
        reading.hedges.set(index === 3 ? reading.at + phrase.length : at, hedge);
        break;
      }
    }
    reading.at += phrase.length;
    return true;
  }
  return false;
}

function isTopic(reading: Reading): boolean {
  const before = unitAt(reading, reading.at - 1);
  return (
    unitAt(reading, reading.at)?.lower === 'about' &&
    /^(talk|speak|say|discuss|ask|agree|disagree|know|think|warn)$/.test(before?.lemma ?? '')
  );
}

const HEDGES: readonly (readonly [readonly string[], Hedge])[] = (
  [
    ['at least', 'least'],
    ['no fewer than', 'least'],
    ['no less than', 'least'],
    ['not less than', 'least'],
    ['a minimum of', 'least'],
    ['more than', 'more'],
    ['in excess of', 'more'],
    ['upwards of', 'more'],
    ['over', 'more'],
    ['up to', 'most'],
    ['at most', 'most'],
    ['as many as', 'most'],
    ['as much as', 'most'],
    ['as high as', 'most'],
    ['as few as', 'least'],
    ['as little as', 'least'],
    ['as low as', 'least'],
    ['no more than', 'most'],
    ['a maximum of', 'most'],
    ['less than', 'less'],
    ['fewer than', 'less'],
    ['under', 'less'],
    ['below', 'less'],
    ['just under', 'nearly'],
    ['close to', 'nearly'],
    ['nearly', 'nearly'],
    ['almost', 'nearly'],
    ['about', 'about'],
    ['around', 'about'],
    ['some', 'about'],
    ['roughly', 'about'],
    ['approximately', 'about'],
    ['an estimated', 'about'],
    ['only', 'only'],
    ['just', 'only'],
  ] as const
).map(([phrase, hedge]) => [phrase.split(' '), hedge as Hedge] as const);

const FRACTION =
  /^(quarter|third|half|fifth|tenth|dozen|hundred|thousand|million|month|year|week|hour|day|decade|kilometre|mile)$/;
const COUNTED = /^(a|an|half|hundreds|thousands|dozens|millions|tens|several|many)$/;

/** Words that say nothing which a claim could change by having them. */
const GLUE =
  /^(also|too|however|meanwhile|thus|therefore|then|there|here|while|etc|namely|itself|themselves|himself|herself|please|indeed)$/;
