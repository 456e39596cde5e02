import { isSaying } from './act-words.ts';
import { isBeyond } from './borders.ts';
import { isSummed } from './coreference.ts';
import type { Edge, Graph, Node } from './graph.ts';
import { isKin } from './kin-relations.ts';
import { isShortened } from './omissions.ts';
import { antecedentsOf, isOfSpeaker, isPointing, soleAntecedent } from './reference.ts';
import { sameOf } from './same-nodes.ts';
import { isPlaceHeld, type Pool, standsAs } from './standing.ts';
import { isEffect, isTurned } from './turned-relations.ts';

/** What kept the words of a claim, all of them said, from their places. */
export type Misfit = 'roles' | 'attribution' | 'modality' | 'hedge';

/** Steps of the search for a place of every word; claims that take more are dropped. True ones take under a hundred. */
export const MOST_STEPS = 1_000;

/** What makes an act of a source less than told: wished, said by somebody, on a condition. */
const GOVERNING =
  /^(comp.*|xcomp|adv:(if|unless|lest|provided|until|before|once|aslong)|p:(without|instead|except|unless|until|before|against|despite|if|depending)|purpose)$/;
const NEUTRAL_JOINT = /^adv:(while|although)$/;

/** The search for a place in the sources for every word of a claim, so that each stands to the others as it does there. */
export class Search {
  readonly #claim: Graph;
  readonly #pool: Pool;
  readonly #places: ReadonlyMap<Node, readonly Node[]>;
  readonly #order: readonly Node[];
  readonly #edgesOf = new Map<Node, Edge[]>();
  readonly #placed = new Map<Node, Node>();
  readonly #same: ReadonlyMap<Node, readonly Node[]>;
  #steps = 0;
  #failure: Misfit = 'roles';

  constructor(claim: Graph, pool: Pool, places: ReadonlyMap<Node, readonly Node[]>) {
    this.#claim = claim;
    this.#pool = pool;
    this.#places = places;
    this.#same = sameOf(pool);
    this.#order = [...claim.nodes].sort((a, b) => (places.get(a)?.length ?? 0) - (places.get(b)?.length ?? 0));
    for (const edge of claim.edges)
      for (const node of [edge.head, edge.dependent])
        this.#edgesOf.set(node, [...(this.#edgesOf.get(node) ?? []), edge]);
  }

  /** What keeps the words from their places; undefined where every word has one. */
  misfit(): Misfit | undefined {
    return this.#place(0) ? undefined : this.#failure;
  }

  /** How many places were tried so far. */
  get steps(): number {
    return this.#steps;
  }

  #place(index: number): boolean {
    const node = this.#order[index];
    if (node === undefined) return this.#isWhole();
    for (const place of this.#places.get(node) ?? []) {
      this.#steps += 1;
      if (this.#steps > MOST_STEPS) return false;
      this.#placed.set(node, place);
      if (this.#fits(node) && this.#place(index + 1)) return true;
      this.#placed.delete(node);
    }
    return false;
  }

  /** Whether what is placed so far stands to this node as the claim has it. */
  #fits(node: Node): boolean {
    for (const edge of this.#edgesOf.get(node) ?? []) {
      if (edge.soft) continue;
      if (edge.open ? !this.#isOpenHeld(edge.dependent, edge.relation) : !this.#isHeld(edge)) return false;
    }
    return true;
  }

  /** Of several heads that a phrase can have, one has it in the source. */
  #isOpenHeld(dependent: Node, relation: string): boolean {
    const group = this.#claim.edges.filter(
      (edge) => edge.open && edge.dependent === dependent && edge.relation === relation,
    );
    const near = group.filter((edge) => !isBeyond(edge, this.#claim.edges));
    return (near.length > 0 ? near : group).some((edge) => this.#isHeld(edge));
  }

  #isHeld({ head, dependent, relation }: Edge): boolean {
    const [at, of] = [this.#placed.get(head), this.#placed.get(dependent)];
    if (at === undefined || of === undefined) return true;
    if (at === of) return head.unit.name === undefined && dependent.unit.name !== undefined;
    if (!isPlaceHeld(dependent, of, relation, head)) return false;
    if (NEUTRAL_JOINT.test(relation) && at.text !== of.text) return true;
    const heads = this.#same.get(at) ?? [at];
    // a pronoun of the claim is no more than the pronoun of the source that it is placed at
    const dependents = dependent.kind === 'pronoun' ? [of] : (this.#same.get(of) ?? [of]);
    if (heads.includes(of)) return /^(appos|is|mod|subj|p:of)$/.test(relation);
    return (
      this.#pool.edges.some(
        (edge) =>
          (heads.includes(edge.head) &&
            dependents.includes(edge.dependent) &&
            isKin(relation, head, dependent, edge.relation, edge.head, edge.dependent) &&
            !isBeyond(edge, this.#pool.edges)) ||
          (edge.head === of && edge.dependent === at && isTurned(relation, edge.relation, head, dependent)) ||
          isEffect(relation, edge, at, of),
      ) ||
      this.#areBeside(at, of, relation, dependent) ||
      this.#isOfBeside(head, dependent, of, relation) ||
      (relation === 'appos' && isSummed(at, of, this.#pool)) ||
      (relation === 'time' && this.#isWhen(at, of))
    );
  }

  /** "was hit on Monday when a rocket fell": the rocket fell on that day. */
  #isWhen(at: Node, of: Node): boolean {
    return this.#pool.edges.some(
      (edge) =>
        (edge.relation === 'adv:when' || (edge.relation === 'subj' && edge.dependent === at)) &&
        (edge.head === at || edge.dependent === at) &&
        this.#pool.edges.some(
          (one) =>
            one.dependent === of && one.relation === 'time' && (one.head === edge.head || one.head === edge.dependent),
        ),
    );
  }

  /** Two words before one noun: "defence ministry spokesman". */
  #areBeside(at: Node, of: Node, relation: string, dependent: Node): boolean {
    if (!/^(mod|p:of|p:for|poss)$/.test(relation) || dependent.kind === 'number') return false;
    if (at.kind === 'quality' || at.kind === 'act') return false;
    const heads = (node: Node) =>
      this.#pool.edges.filter((edge) => edge.dependent === node && edge.relation === 'mod').map((edge) => edge.head);
    return heads(at).some((head) => heads(of).includes(head) && of.at < at.at);
  }

  /** "UN agency chief Ruiz": the agency is the UN's, where the source says "the UN agency's chief, Ruiz". */
  #isOfBeside(head: Node, dependent: Node, of: Node, relation: string): boolean {
    if (relation !== 'mod' || dependent.kind === 'number') return false;
    return this.#claim.edges.some((edge) => {
      const beside = this.#placed.get(edge.dependent);
      if (edge.head !== head || edge.relation !== 'mod' || edge.dependent.at <= dependent.at || beside === undefined)
        return false;
      return this.#pool.edges.some(
        (one) => one.head === beside && one.dependent === of && /^(mod|poss)$/.test(one.relation),
      );
    });
  }

  /** What no edge shows: that nothing was left out, and that what is only said is only said. */
  #isWhole(): boolean {
    for (const [node, place] of this.#placed) {
      if (!this.#isPointedTo(node, place)) return false;
      const governor = this.#missingGovernor(node, place);
      if (governor === undefined) continue;
      this.#failure = isSaying(governor.unit.lemma) ? 'attribution' : 'modality';
      return false;
    }
    if (!isShortened(new Set(this.#placed.values()), this.#pool)) return true;
    this.#failure = 'hedge';
    return false;
  }

  /** A word that points back points to the same in the source. */
  #isPointedTo(node: Node, place: Node): boolean {
    if (!isPointing(node) || standsAs(node, place, this.#pool)) return true;
    const named = antecedentsOf(node, this.#claim);
    if (named.some((one) => isSameThing(one, place))) return true;
    const antecedents = named.map((one) => this.#placed.get(one));
    if (node.kind === 'thing' && isOfSpeaker(node, place)) return true;
    if (isOfSpeaker(node, place)) return antecedents.some((one) => one !== undefined && this.#isSpeaker(one));
    const resolved = (one: Node) => soleAntecedent(one, this.#pool) ?? one;
    return antecedents.some(
      (one) =>
        one !== undefined &&
        (one === place || resolved(one) === resolved(place) || isSameThing(resolved(one), resolved(place))),
    );
  }

  #isSpeaker(node: Node): boolean {
    return this.#pool.edges.some(
      (edge) =>
        edge.dependent === node &&
        edge.relation === 'subj' &&
        this.#pool.edges.some((one) => one.head === edge.head && /^comp/.test(one.relation)),
    );
  }

  /** Of what makes an act of the source only said, wished or supposed the first that the claim leaves out. */
  #missingGovernor(node: Node, place: Node): Node | undefined {
    if (!place.telling && !node.telling) return undefined;
    const governors = this.#pool.edges.filter(
      (edge) => edge.dependent === place && this.#isGoverning(edge, node, place),
    );
    // one word of the source may be told as two nodes, "did not stop" and "continued"
    const kept = this.#pool.edges.filter((edge) => edge.dependent === place && this.#keeps(node, edge));
    const missing = governors.filter(
      (edge) =>
        !kept.some(({ head }) => head === edge.head || isOneWord(head, edge.head) || this.#isAdding(head, edge.head)),
    );
    const sure = missing.find((edge) => !edge.open);
    if (sure !== undefined) return sure.head;
    const open = governors.filter((edge) => edge.open);
    return open.length > 0 && open.every((edge) => missing.includes(edge)) ? open[0]?.head : undefined;
  }

  /** "said A, adding that B": said both. */
  #isAdding(said: Node, added: Node): boolean {
    return (
      /^(say|tell|announce|state|report|write)$/.test(said.unit.lemma) &&
      isSaying(added.unit.lemma) &&
      this.#pool.edges.some((edge) => edge.head === said && edge.dependent === added && edge.relation === 'ing')
    );
  }

  /** Whether the claim has the governor too: over the act, or over what its noun is told in. */
  #keeps(node: Node, governor: Edge, depth = 0): boolean {
    const over = this.#claim.edges.filter((edge) => edge.dependent === node);
    if (
      over.some((edge) => this.#placed.get(edge.head) === governor.head && isGovernor(edge.relation, governor.relation))
    )
      return true;
    if ((node.kind === 'act' && depth === 0) || depth > 2) return false;
    return over.some((edge) => this.#keeps(edge.head, governor, depth + 1));
  }

  #isGoverning({ relation, head }: Edge, node: Node, place: Node): boolean {
    if (GOVERNING.test(relation)) return true;
    // "will resume after the prisoners are freed": neither has happened
    if (/^adv:(after|when|once|as|while)$/.test(relation)) return head.mood !== undefined || head.aspect === 'bare';
    // "accused of shelling": what stands behind most prepositions is not told as done
    if (
      place.kind === 'act' &&
      /^p:/.test(relation) &&
      !/^p:(after|by|in|since|while|with|during|following)$/.test(relation)
    )
      return true;
    // a deed that is only called for is not done
    return (
      node.telling &&
      !place.telling &&
      head.kind === 'act' &&
      /^(obj|p:)/.test(relation) &&
      !TELLING_DEED.test(head.unit.lemma)
    );
  }
}

function isOneWord(one: Node, other: Node): boolean {
  return one.text === other.text && one.at === other.at;
}

function isSameThing(one: Node, other: Node): boolean {
  return one.unit.name !== undefined && one.unit.name.canonical === other.unit.name?.canonical;
}

function isGovernor(claimed: string, source: string): boolean {
  if (/^adv:(if|unless|lest|provided|until|before|once|aslong)$/.test(source)) return claimed === source;
  if (/^p:(without|instead|except|unless|until|against)$/.test(source)) return claimed === source;
  return true;
}

/** Verbs whose noun is a deed that was done: "carried out an attack", "killed in a strike". */
const TELLING_DEED =
  /^(carry|conduct|launch|stage|hold|make|sign|reach|lead|follow|begin|start|end|kill|wound|injure|destroy|damage|complete|continue|resume|suffer|survive|witness|see|deliver|mount|perform|commit|execute|issue|give|impose|come|cause|leave|force|die|hit)$/;
