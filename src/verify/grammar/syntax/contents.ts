import { isSaying, isTelling } from '../act-words.ts';
import type { Node } from '../graph.ts';
import { chunkAt } from '../noun-phrase.ts';
import { verbGroupAt } from '../verb-group.ts';
import { openRelative } from './clauses.ts';
import { isClauseAhead, pastPhrase } from './lookahead.ts';
import { candidatesFor } from './phrases.ts';
import { type Clause, openClause, type Reading, unitAt } from './reading.ts';
import { INTRANSITIVE } from './verb-kinds.ts';

export function readThat(reading: Reading): boolean {
  const before = unitAt(reading, reading.at - 1);
  const verb = reading.clause.verb;
  const next = reading.at + 1;
  const group = verbGroupAt(reading.units, next);
  const said =
    verb !== undefined &&
    (verb.at === reading.at - 1 || (isSaying(verb.unit.lemma) && unitAt(reading, reading.at - 1)?.kind === 'time')) &&
    chunkAt(reading.units, next) !== undefined &&
    unitAt(reading, next)?.kind !== 'mark';
  if (!said && !isClauseAhead(reading, next) && group === undefined) return false;
  if (verb !== undefined && verb.at === reading.at - 1 && FEELING.test(verb.unit.lower))
    return openContent(reading, next, 'comp');
  const last = reading.clause.last;
  const noun = last !== undefined && last.at === reading.at - 1 && before?.kind !== 'mark';
  // "signed a pact in Bamako on Saturday that obliges each"
  if (verb !== undefined && before?.kind === 'time' && group?.finite && last !== undefined && !takesThat(verb))
    return openRelative(reading, 'that');
  if (
    verb !== undefined &&
    isSaying(verb.unit.lemma) &&
    last !== reading.clause.object &&
    last !== undefined &&
    reading.joint === undefined
  )
    return openContent(reading, next, 'comp');
  if (
    reading.joint !== undefined ||
    verb === undefined ||
    !noun ||
    (isTelling(verb.unit.lemma) && !(group?.finite ?? false))
  ) {
    if (noun && verb === undefined)
      return group !== undefined ? openRelative(reading, 'that') : openNounContent(reading, last as Node);
    if (verb === undefined && last === undefined) return openContent(reading, next, 'comp');
    if (noun && verb !== undefined && group !== undefined && reading.joint === undefined)
      return openRelative(reading, 'that');
    return openContent(reading, next, 'comp');
  }
  if (group !== undefined) return openRelative(reading, 'that');
  return FACTS.test(last.unit.lemma) && !isLackingObject(reading, next)
    ? openNounContent(reading, last)
    : openRelative(reading, 'that');
}

/** "an accusation that Chad denied": what it denied is the accusation. */
function isLackingObject(reading: Reading, from: number): boolean {
  const chunk = chunkAt(reading.units, from);
  const group = chunk && verbGroupAt(reading.units, pastPhrase(reading, chunk.next));
  if (!group?.finite || group.passive || group.copula || group.infinitive) return false;
  const verb = unitAt(reading, group.verb);
  if (INTRANSITIVE.test(verb?.lemma ?? '') && verb?.lemma !== 'deny') return false;
  const behind = unitAt(reading, group.next);
  if (/^(call|describe|label|term|brand)$/.test(verb?.lemma ?? '')) return /ADV|ADJ/.test(behind?.pos ?? '');
  return behind === undefined || behind.kind === 'time' || (behind.kind === 'mark' && /[.,]/.test(behind.text));
}

function takesThat({ unit }: Node): boolean {
  return (
    isSaying(unit.lemma) || isTelling(unit.lemma) || /^(agree|decide|demand|know|learn|hope|fear)$/.test(unit.lemma)
  );
}

function openNounContent(reading: Reading, noun: Node): boolean {
  reading.clause = openClause(reading, 'content', reading.clause, [{ head: noun, relation: 'comp' }]);
  reading.at += 1;
  reading.comma = false;
  return true;
}

/** What is said, thought, asked: governed by the nearest verb that takes it. */
export function openContent(reading: Reading, next: number, relation: string): boolean {
  let outer = reading.clause;
  if (reading.joint !== undefined) {
    for (
      let clause: Clause | undefined = speakersClause(reading.clause, relation);
      clause !== undefined;
      clause = clause.outer
    )
      if (clause.verb !== undefined && isTaking(clause.verb)) {
        outer = clause;
        break;
      }
  } else if (outer.verb === undefined && outer.outer?.verb !== undefined && outer.kind !== 'root') outer = outer.outer;
  const speaker =
    reading.comma && reading.reporter !== undefined && outer.verb === undefined ? reading.reporter : undefined;
  const head = outer.verb ?? speaker ?? outer.last;
  if (head === undefined) return false;
  // "an agreement on how to leave"
  const nouns = reading.preposition === undefined ? [] : candidatesFor(reading, 'p');
  // "contrary to what he had said"
  if (reading.preposition === 'contrary') relation = 'p:contrary';
  reading.clause = openClause(
    reading,
    'content',
    outer,
    nouns.length > 0 ? nouns.map((noun) => ({ head: noun, relation, open: true as const })) : [{ head, relation }],
  );
  reading.at = next;
  reading.comma = false;
  reading.joint = undefined;
  reading.preposition = undefined;
  return true;
}

/** Whether what stands behind "that" can be its. */
function isTaking({ unit }: Node): boolean {
  return isSaying(unit.lemma) || isTelling(unit.lemma) || FEELING.test(unit.lower);
}

/** "is concerned that" */
const FEELING =
  /^(concerned|worried|confident|certain|sure|aware|afraid|hopeful|angry|convinced|alarmed|pleased|glad|sorry|optimistic|pessimistic|disappointed|clear|possible|likely|unlikely|necessary|essential|important|true|false|untrue)$/;

/** Nouns that say what is said or thought. */
const FACTS =
  /^(claim|fact|report|fear|hope|concern|statement|accusation|allegation|announcement|warning|news|belief|view|evidence|idea|sign|assurance|guarantee|promise|demand|condition|reason|possibility|risk|threat|suggestion|rumour|rumor|conclusion|understanding|argument|charge|indication|chance|admission|denial|proposal|pledge|doubt|impression)$/;

/** "said that A but that B": both are said, whatever A says. */
function speakersClause(clause: Clause, relation: string): Clause | undefined {
  for (let said: Clause | undefined = clause; relation === 'comp' && said !== undefined; said = said.outer)
    if (said.kind === 'content' && said.outer !== undefined) return said.outer;
  return clause.kind === 'content' && clause.outer !== undefined ? clause.outer : clause;
}
