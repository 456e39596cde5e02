import { isSaying } from '../act-words.ts';
import type { Node } from '../graph.ts';
import { chunkAt } from '../noun-phrase.ts';
import { verbGroupAt } from '../verb-group.ts';
import { settle } from './clauses.ts';
import { pastPhrase } from './lookahead.ts';
import { type Clause, openClause, type Reading, unitAt } from './reading.ts';
import { speaksAhead } from './speakers.ts';

/** A subject and verb beside the clause that is being read: what was said, or another statement. */
export function openBeside(reading: Reading, joint: string | undefined, comma: boolean): void {
  const clause = reading.clause;
  if (joint === undefined && !comma) {
    const verb = clause.verb as Node;
    reading.clause = openClause(reading, 'content', clause, [{ head: verb, relation: 'comp' }]);
    if (clause.kind === 'relative' && isSaying(verb.unit.lemma)) passGap(reading, clause);
    return;
  }
  const own = /content|report/.test(clause.kind) ? clause : undefined;
  const speaks = own?.kind === 'content' && comma && (speaksAhead(reading) || isTold(reading, clause, joint));
  const beside = openClause(
    reading,
    speaks
      ? 'root'
      : clause.kind === 'adverb' && joint !== undefined
        ? 'adverb'
        : own?.kind === 'content'
          ? 'content'
          : isSharingGap(reading, clause, joint, comma)
            ? 'relative'
            : 'root',
    clause.outer,
    [],
  );
  if (own?.kind === 'content' && !speaks)
    beside.links = own.links.map((link) => ({ ...link, ...(comma ? { soft: true as const } : {}) }));
  if (clause.kind === 'adverb' && joint !== undefined && !comma) beside.links = [...clause.links];
  // "a decision that Chad welcomed and Togo called a mistake"
  if (isSharingGap(reading, clause, joint, comma)) beside.gap = clause.gap;
  if (beside.kind === 'root' && clause.kind === 'report') reading.roots = [];
  settle(reading, clause);
  if (joint === 'and' && !comma) beside.beside = clause.verb;
  if (joint === 'but') beside.contrast = clause.verb;
  reading.clause = beside;
  reading.joint = undefined;
}

function isSharingGap({ edges }: Reading, clause: Clause, joint: string | undefined, comma: boolean): boolean {
  const { kind, gap, verb } = clause;
  if (kind !== 'relative' || gap === undefined || joint === undefined || comma) return false;
  return edges.some((edge) => edge.head === verb && edge.dependent === gap);
}

/** "said it would close, but workers stayed": told in the past, where what was said stands in the future of the past. */
function isTold(reading: Reading, { verb }: Clause, joint: string | undefined): boolean {
  if (joint !== 'but' || verb?.mood !== 'will' || reading.quoted) return false;
  const chunk = chunkAt(reading.units, reading.at);
  const group = chunk && verbGroupAt(reading.units, pastPhrase(reading, chunk.next));
  return group?.bare === 'past' && unitAt(reading, group.next)?.lower !== 'by';
}

/** "a step that Chad said it opposed": the step is opposed, and not said. */
function passGap(reading: Reading, { gap, verb }: Clause): void {
  if (gap === undefined) return;
  const at = reading.edges.findIndex((one) => one.head === verb && one.dependent === gap && one.relation === 'obj');
  if (at >= 0) reading.edges.splice(at, 1);
  reading.clause.gap = gap;
}
