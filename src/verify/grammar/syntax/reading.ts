import type { Edge, Hedge, Node } from '../graph.ts';
import type { Unit } from '../units.ts';

/** What governs the acts of a clause. */
export interface Link {
  readonly head: Node;
  readonly relation: string;
  readonly open?: true;
  readonly soft?: true;
}
/** A clause while it is being read. */
export interface Clause {
  readonly kind: 'root' | 'content' | 'adverb' | 'relative' | 'participle' | 'report' | 'infinitive';
  readonly outer: Clause | undefined;
  readonly id: number;
  /** Index of the unit that it was opened at. */
  readonly start: number;
  subjects: Node[];
  /** The latest act, and the first. */
  verb: Node | undefined;
  top: Node | undefined;
  readonly acts: Node[];
  object: Node | undefined;
  /** The latest noun, for what stands behind it. */
  last: Node | undefined;
  /** What governs the acts of the clause. */
  links: Link[];
  /** What stands before the verb and belongs to it. */
  fronted: { readonly node: Node; readonly relation: string }[];
  negated: boolean;
  /** Filled by what a relative clause is about, unless the clause has an object of its own. */
  gap: Node | undefined;
  existential: boolean;
  /** Whose act it is, the words do not say themselves. */
  implied: boolean;
  /** The act that a "but" sets this clause against. */
  contrast: Node | undefined;
  /** The act before an "and" that the act of this clause stands beside. */
  beside: Node | undefined;
  /** Set apart by commas: what follows the noun that it is about stands behind the second. */
  apart: boolean;
}

/** A text while it is being read from left to right, and what has been read of it. */
export interface Reading {
  units: readonly Unit[];
  readonly text: number;
  readonly from: number;
  readonly nodes: Node[];
  readonly edges: Edge[];
  readonly hedges: Map<number, Hedge>;
  clauses: number;
  at: number;
  clause: Clause;
  preposition: string | undefined;
  joint: string | undefined;
  comma: boolean;
  /** The first verbs of the sentence: what a speaker behind them said. */
  roots: Node[];
  /** Inside a quotation. */
  quoted: boolean;
  said: Node | undefined;
  readonly adverbs: { readonly clause: Clause; readonly relation: string }[];
  /** Every act that governs itself. */
  readonly heads: Node[];
  telling: ((verb: Node) => void) | undefined;
  reporter: Node | undefined;
  pending: { readonly clause: Clause; readonly relation: string } | undefined;
  /** A comma stood before the preposition. */
  apart: boolean;
  readonly asides: Set<Node>;
  readonly groups: (readonly [Node, Node])[];
  owning: Node | undefined;
}

/** The beginning of a reading: nothing read, one clause open. */
export function begin(units: readonly Unit[], text: number, from: number): Reading {
  const reading: Reading = {
    units,
    text,
    from,
    nodes: [],
    edges: [],
    hedges: new Map<number, Hedge>(),
    clauses: 0,
    at: 0,
    clause: undefined as unknown as Clause,
    preposition: undefined,
    joint: undefined,
    comma: false,
    roots: [],
    quoted: false,
    said: undefined,
    adverbs: [],
    heads: [],
    telling: undefined,
    reporter: undefined,
    pending: undefined,
    apart: false,
    asides: new Set<Node>(),
    groups: [],
    owning: undefined,
  };
  reading.clause = openClause(reading, 'root', undefined);
  return reading;
}

export function unitAt(reading: Reading, at = reading.at): Unit | undefined {
  return reading.units[at];
}

export function openClause(
  reading: Reading,
  kind: Clause['kind'],
  outer: Clause | undefined,
  links: Link[] = [],
): Clause {
  reading.clauses += 1;
  return {
    kind,
    outer,
    id: reading.clauses,
    start: reading.at,
    subjects: [],
    verb: undefined,
    top: undefined,
    acts: [],
    object: undefined,
    last: undefined,
    links,
    fronted: [],
    negated: false,
    gap: undefined,
    existential: false,
    implied: false,
    contrast: undefined,
    beside: undefined,
    apart: false,
  };
}

export function nodeAt(reading: Reading, at: number, unit: Unit, kind: Node['kind']): Node {
  const existing = reading.nodes.find((one) => one.at === at && one.unit.lower === unit.lower);
  if (existing !== undefined) return existing;
  const node: Node = {
    id: reading.from + reading.nodes.length,
    text: reading.text,
    at,
    unit,
    kind,
    negated: false,
    mood: undefined,
    aspect: undefined,
    hedge: reading.hedges.get(at),
    plural: isPlural(unit),
    passive: false,
    telling: kind === 'act',
    none: false,
    definite: false,
    particle: undefined,
    clause: reading.clause.id,
  };
  reading.nodes.push(node);
  return node;
}

export function tie(
  reading: Reading,
  head: Node,
  dependent: Node,
  relation: string,
  open?: boolean,
  soft?: boolean,
): void {
  if (head === dependent) return;
  if (reading.edges.some((one) => one.head === head && one.dependent === dependent && one.relation === relation))
    return;
  reading.edges.push({
    head,
    dependent,
    relation,
    ...(open ? { open: true as const } : {}),
    ...(soft ? { soft: true as const } : {}),
    ...(reading.asides.has(dependent) ? { aside: true as const } : {}),
  });
}

function isPlural(unit: Unit): boolean {
  return (
    unit.kind === 'word' &&
    unit.pos === 'NOUN' &&
    unit.lower !== unit.lemma &&
    /(s|men|people|children)$/.test(unit.lower)
  );
}
