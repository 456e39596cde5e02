import { isDeed, isSaying, isTelling } from './act-words.ts';
import type { Edge, Graph, Hedge, Node } from './graph.ts';
import { type Chunk, chunkAt, OWNING } from './noun-phrase.ts';
import { type Unit, unitsOf } from './units.ts';
import { isOnlyPast, type VerbGroup, verbGroupAt } from './verb-group.ts';

interface Link {
  readonly head: Node;
  readonly relation: string;
  readonly open?: true;
  readonly soft?: true;
}

interface Clause {
  readonly kind: 'root' | 'content' | 'adverb' | 'relative' | 'participle' | 'report' | 'infinitive';
  readonly outer: Clause | undefined;
  readonly id: number;
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
}

const SUBORDINATE =
  /^(after|before|when|while|as|since|until|till|because|if|unless|although|though|whereas|where|once|whether|lest|provided|so|how|why|whenever|wherever|that|which|who|whom|whose|what)$/;
const ADVERBIAL =
  /^(after|before|when|while|as|since|until|till|because|if|unless|although|though|whereas|once|lest|provided|whenever|wherever|where)$/;
const MOST_STEPS = 600;

/** Reads a text into nodes and edges. `id`s begin at `from`. */
export function graphOf(text: string, index: number, from: number): Graph {
  const { units, sentences } = unitsOf(text);
  const reader = new Reader(units, index, from);
  return { ...reader.read(), sentences };
}

class Reader {
  #units: readonly Unit[];
  readonly #text: number;
  readonly #from: number;
  readonly #nodes: Node[] = [];
  readonly #edges: Edge[] = [];
  readonly #hedges = new Map<number, Hedge>();
  #clauses = 0;
  #at = 0;
  #clause: Clause;
  #preposition: string | undefined;
  #joint: string | undefined;
  #comma = false;
  /** The first verbs of the sentence: what a speaker behind them said. */
  #roots: Node[] = [];

  constructor(units: readonly Unit[], text: number, from: number) {
    this.#units = units;
    this.#text = text;
    this.#from = from;
    this.#clause = this.#open('root', undefined);
  }

  read(): Omit<Graph, 'sentences'> {
    for (let steps = 0; this.#at < this.#units.length && steps < MOST_STEPS; steps += 1) this.#step();
    this.#settle(this.#clause);
    this.#tieLoose();
    this.#tieSpeakers();
    return { nodes: this.#nodes, edges: this.#edges, roots: this.#heads };
  }

  /** A clause that found no verb to belong to belongs to every statement: nothing is told without its condition. */
  #tieLoose(): void {
    for (const { clause, relation } of this.#adverbs)
      for (const node of this.#nodes) {
        if (
          node.clause !== clause.id ||
          !node.telling ||
          this.#edges.some((edge) => edge.dependent === node && /^(adv|ing)/.test(edge.relation))
        )
          continue;
        for (const root of this.#heads) this.#edge(root, node, relation);
      }
  }

  /** ", the agency reported" that could not be read: whatever the text states, somebody is said to have said it. */
  #tieSpeakers(): void {
    this.#units.forEach((unit, at) => {
      if (
        !/^(said|says|told|reported|reports|wrote|warned|announced|added|according|claimed|alleged|insisted|stated)$/.test(
          unit.lower,
        )
      )
        return;
      const node = this.#nodes.find((one) => one.at === at);
      if (
        node !== undefined &&
        this.#edges.some((edge) => edge.head === node && /^(comp|obj|p:|xcomp)/.test(edge.relation))
      )
        return;
      if (!this.#endsBehind(at + 1)) return;
      const verb = node ?? this.#node(at, { ...unit, pos: 'VERB' }, 'act');
      for (const head of this.#heads) if (head.at < at) this.#edge(verb, head, 'comp');
    });
  }

  /** Inside a quotation. */
  #quoted = false;
  #said: Node | undefined;

  readonly #adverbs: { readonly clause: Clause; readonly relation: string }[] = [];
  /** Every act that governs itself. */
  readonly #heads: Node[] = [];

  #unit(at = this.#at): Unit | undefined {
    return this.#units[at];
  }

  #step(): void {
    const unit = this.#unit() as Unit;
    if (unit.kind === 'mark') return this.#mark(unit);
    if (unit.kind === 'time') return this.#time(unit);
    if (unit.lower === 'but' && /^(all|any|anything|everything|everyone|nothing|none|nobody|every|no)$/.test(this.#unit(this.#at - 1)?.lower ?? '')) {
      // "all but three of them"
      this.#preposition = 'except';
      this.#at += 1;
      return;
    }
    if (/^(and|or|but|nor|yet)$/.test(unit.lower) && unit.pos !== 'ADV') {
      this.#joint = unit.lower;
      this.#at += 1;
      return;
    }
    if (this.#hedge()) return;
    if (unit.lower === 'according' && this.#unit(this.#at + 1)?.lower === 'to') return this.#according();
    if (
      unit.lower === 'there' &&
      /^(is|are|was|were|has|have|had|will|would|could|may|might|can|must|should)$/.test(
        this.#unit(this.#at + 1)?.lower ?? '',
      )
    ) {
      this.#enter();
      this.#clause.existential = true;
      this.#at += 1;
      return;
    }
    if (this.#asLong()) return;
    if (this.#phrasal()) return;
    if (SUBORDINATE.test(unit.lower) && this.#subordinate(unit)) return;
    const group = verbGroupAt(this.#units, this.#at);
    if (group !== undefined && !this.#isNounHere(group)) return this.#verb(group);
    if (this.#preposed(unit)) return;
    const chunk = chunkAt(this.#units, this.#at);
    if (chunk !== undefined) return this.#noun(chunk);
    if (unit.pos === 'ADJ' || unit.pos === 'ADV' || unit.kind === 'word') this.#quality(unit);
    this.#at += 1;
  }

  // marks

  #mark(unit: Unit): void {
    this.#at += 1;
    if (/^["“”«»]|''|``$/.test(unit.text))
      this.#quoted = /^[“«]/.test(unit.text) || (/^["'`]/.test(unit.text) && !this.#quoted);
    if (unit.text === ',' || /^[()]$/.test(unit.text)) {
      this.#onComma();
      return;
    }
    if (/^[.;:—–?!]$/.test(unit.text) || unit.text === '...' || unit.text === '…') {
      if (this.#at >= this.#units.length) return;
      const { kind } = this.#clause;
      this.#settle(this.#clause);
      this.#clause = this.#open('root', undefined);
      if (unit.text === '.' || kind === 'report') this.#roots = [];
      if (!this.#quoted && unit.text !== ',') this.#said = undefined;
      this.#preposition = undefined;
      this.#comma = false;
      this.#joint = undefined;
    }
  }

  #onComma(): void {
    this.#comma = true;
    this.#preposition = undefined;
    let clause = this.#clause;
    const joined =
      /^(and|or|but)$/.test(this.#unit()?.lower ?? '') && verbGroupAt(this.#units, this.#at + 1) !== undefined;
    while (
      /relative|participle|adverb|infinitive/.test(clause.kind) &&
      clause.verb !== undefined &&
      clause.outer !== undefined &&
      !joined
    )
      clause = clause.outer;
    this.#clause = clause;
    if (this.#mainVerb() !== undefined && this.#isReport(this.#at)) this.#report();
  }

  #mainVerb(): Node | undefined {
    for (let clause: Clause | undefined = this.#clause; clause !== undefined; clause = clause.outer)
      if (clause.top !== undefined) return clause.top;
    return undefined;
  }

  // who said it

  /** ", the army said", ", said the army", with nothing said behind it. */
  #isReport(from: number): boolean {
    let at = from;
    while (this.#unit(at)?.kind === 'mark' && /["”’']/.test(this.#unit(at)?.text ?? '')) at += 1;
    const said = verbGroupAt(this.#units, at);
    if (said !== undefined && this.#isSaid(said)) {
      const chunk = chunkAt(this.#units, said.next);
      return chunk !== undefined && this.#endsBehind(this.#pastPhrase(chunk.next));
    }
    const chunk = chunkAt(this.#units, at);
    if (chunk === undefined) return false;
    for (let end = this.#pastPhrase(chunk.next), steps = 0; steps < 6; steps += 1) {
      const group = verbGroupAt(this.#units, end);
      if (group !== undefined) {
        if (group.bare === 'past' && !this.#isSaid(group)) {
          // "a diplomat briefed on the talks said"
          end = this.#pastPhrase(group.next);
          continue;
        }
        if (group.bare === 'ing') {
          end = this.#pastPhrase(chunkAt(this.#units, group.next)?.next ?? group.next);
          continue;
        }
        return this.#isSaid(group) && this.#endsBehind(group.next);
      }
      const unit = this.#unit(end);
      if (unit?.text === ',' && verbGroupAt(this.#units, end + 1) !== undefined) {
        end += 1;
        continue;
      }
      if (unit?.lower === 'and' || unit?.text === ',' || unit?.pos === 'ADJ') {
        const next =
          chunkAt(this.#units, unit.pos === 'ADJ' ? end : end + 1) ??
          (unit.pos === 'ADJ' ? { next: end + 1 } : undefined);
        if (next === undefined) return false;
        end = this.#pastPhrase(next.next);
        continue;
      }
      return false;
    }
    return false;
  }

  #isSaid(group: VerbGroup): boolean {
    return group.finite && !group.infinitive && isSaying(this.#unit(group.verb)?.lemma ?? '');
  }

  /** Nothing that was said can follow: the end, a comma, a time, a preposition, those who were told. */
  #endsBehind(at: number): boolean {
    const unit = this.#unit(at);
    if (unit === undefined || unit.kind === 'mark' || unit.kind === 'time') return true;
    if (unit.pos === 'ADP' && !SUBORDINATE.test(unit.lower)) return true;
    if (/^(in|on|at|after|before|following|during|as|early|late|without|and)$/.test(unit.lower)) return true;
    const chunk = chunkAt(this.#units, at);
    if (chunk === undefined) return false;
    const end = this.#pastPhrase(chunk.next);
    return !(verbGroupAt(this.#units, end)?.finite ?? false) && this.#unit(end)?.lower !== 'that';
  }

  /** Behind "of the army", "in the capital". */
  #pastPhrase(from: number): number {
    let at = from;
    for (;;) {
      const unit = this.#unit(at);
      if (unit?.kind === 'time') at += 1;
      else if (unit !== undefined && unit.pos === 'ADP' && !/^(that|if|because|unless)$/.test(unit.lower)) {
        if (ADVERBIAL.test(unit.lower) && this.#isClauseAhead(at + 1)) return at;
        if (/^(which|whom|who)$/.test(this.#unit(at + 1)?.lower ?? '')) return at;
        const time = this.#unit(at + 1)?.kind === 'time';
        const chunk = time ? undefined : chunkAt(this.#units, at + 1);
        if (!time && chunk === undefined) return at;
        at = chunk?.next ?? at + 2;
        if (unit.lower === 'between' && this.#unit(at)?.lower === 'and') at = chunkAt(this.#units, at + 1)?.next ?? at;
      } else if (unit?.pos === 'ADV' || /^(close|early|late)$/.test(unit?.lower ?? '')) at += 1;
      else return at;
    }
  }

  #report(): void {
    const roots = this.#roots.length > 0 ? [...this.#roots] : [this.#mainVerb() as Node];
    this.#settle(this.#clause);
    this.#clause = this.#open('report', undefined);
    this.#comma = false;
    this.#joint = undefined;
    const said = verbGroupAt(this.#units, this.#skipQuotes());
    const telling = (verb: Node) => {
      for (const root of roots) this.#edge(verb, root, 'comp');
    };
    this.#telling = telling;
    if (said === undefined || !this.#isSaid(said)) return;
    const verb = this.#act(said);
    telling(verb);
    this.#telling = undefined;
    this.#at = said.next;
    const chunk = chunkAt(this.#units, this.#at);
    if (chunk === undefined) return;
    const speaker = this.#thing(chunk);
    this.#clause.subjects = [speaker];
    this.#edge(verb, speaker, 'subj');
    this.#clause.last = speaker;
    this.#at = chunk.next;
  }

  #telling: ((verb: Node) => void) | undefined;

  #skipQuotes(): number {
    while (this.#unit()?.kind === 'mark' && /["”’']/.test(this.#unit()?.text ?? '')) {
      this.#quoted = false;
      this.#at += 1;
    }
    return this.#at;
  }

  #according(): void {
    const unit = this.#unit() as Unit;
    const roots =
      this.#roots.length > 0 ? [...this.#roots] : this.#mainVerb() === undefined ? [] : [this.#mainVerb() as Node];
    this.#at += 2;
    const chunk = chunkAt(this.#units, this.#at);
    const node = this.#node(this.#at - 2, { ...unit, lower: 'say', lemma: 'say', pos: 'VERB' }, 'act');
    node.aspect = 'done';
    if (chunk === undefined) return;
    const speaker = this.#thing(chunk);
    this.#edge(node, speaker, 'subj');
    this.#at = chunk.next;
    if (roots.length > 0) {
      for (const root of roots) this.#edge(node, root, 'comp');
      this.#settle(this.#clause);
      this.#clause = this.#open('report', undefined);
      this.#clause.subjects = [speaker];
    } else this.#clause.links.push({ head: node, relation: 'comp' });
    this.#clause.last = speaker;
    this.#reporter = node;
    this.#comma = false;
  }

  #reporter: Node | undefined;

  // clauses

  #open(kind: Clause['kind'], outer: Clause | undefined, links: Link[] = []): Clause {
    this.#clauses += 1;
    return {
      kind,
      outer,
      id: this.#clauses,
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
    };
  }

  /** What stood before a verb that never came belongs to the clause around it. */
  #settle(clause: Clause): void {
    const verb = clause.verb ?? clause.subjects[0];
    if (verb === undefined) return;
    for (const { node, relation } of clause.fronted) if (node !== verb) this.#edge(verb, node, relation);
    clause.fronted = [];
    // a phrase without a verb: what governs the clause governs its noun
    if (clause.verb === undefined)
      for (const link of clause.links) this.#edge(link.head, verb, link.relation, link.open);
  }

  /** Whether a verb of the clause stands ahead, before another clause begins. */
  #isClauseAhead(from: number): boolean {
    let at = from;
    for (let steps = 0; steps < 40 && at < this.#units.length; steps += 1) {
      const unit = this.#unit(at) as Unit;
      // "after the minister, who had left, was dismissed"
      const aside = unit.text === ',' && /^(who|which|whose|whom)$/.test(this.#unit(at + 1)?.lower ?? '');
      const close = aside ? this.#units.findIndex((one, index) => index > at + 1 && one.text === ',') : -1;
      if (close > at) {
        at = close + 1;
        continue;
      }
      if (unit.kind === 'mark' && !/["“”'’]/.test(unit.text)) return false;
      if (unit.kind === 'time' && at === from) return false;
      const group = verbGroupAt(this.#units, at);
      if (group !== undefined && !this.#isNounAt(group, at)) {
        if (group.infinitive) return false;
        if (group.finite) return group.bare !== 'past' || at > from;
        if (group.bare === 'ing' && at === from) return false;
        at = group.next;
        continue;
      }
      if (at > from && SUBORDINATE.test(unit.lower) && !/^(as|since|before|after|until)$/.test(unit.lower))
        return false;
      at = chunkAt(this.#units, at)?.next ?? at + 1;
    }
    return false;
  }

  #subordinate(unit: Unit): boolean {
    const word = unit.lower;
    const next = this.#unit(this.#at + 1);
    if (word === 'so' && next?.lower !== 'that') return false;
    if (word === 'as' && /^(many|much|well|part|few)$/.test(next?.lower ?? '')) return false;
    if (/^(which|who|whom)$/.test(word)) return this.#relative(word);
    if (word === 'that') return this.#that();
    if (word === 'whose' || word === 'what' || word === 'how' || word === 'why') {
      if (word === 'whose') return this.#whose();
      return this.#content(this.#at + 1, `comp:${word}`);
    }
    if (/^(whether)$/.test(word)) return this.#content(this.#at + 1, 'comp:if');
    if (!ADVERBIAL.test(word)) return false;
    const asked = this.#clause.verb;
    if (
      /^(when|where|if)$/.test(word) &&
      asked !== undefined &&
      asked.at === this.#at - 1 &&
      isSaying(asked.unit.lemma)
    )
      return this.#content(this.#at + 1, `comp:${word}`);
    const verbal = verbGroupAt(this.#units, this.#at + 1);
    if (verbal?.bare === 'ing' || (verbal?.bare === 'past' && /^(as|when|while|once|if|than)$/.test(word))) {
      this.#adverb(word, 1);
      this.#clause.subjects = [...(this.#clause.outer?.subjects ?? [])];
      return true;
    }
    if (!this.#isClauseAhead(this.#at + 1) && !this.#isHiddenVerb(word)) return false;
    this.#adverb(word, 1);
    return true;
  }

  /** "unless the fighting in Gaza stops": the tagger saw a noun; a condition has a verb. */
  #isHiddenVerb(word: string): boolean {
    if (!/^(unless|if|because|although|though|while|whereas)$/.test(word)) return false;
    let end = this.#at + 1;
    while (end < this.#units.length && this.#unit(end)?.kind !== 'mark') end += 1;
    const unit = this.#unit(end - 1);
    if (unit === undefined || end - this.#at < 3 || unit.pos !== 'NOUN' || !/[^s]s$/.test(unit.lower)) return false;
    this.#units = this.#units.map((one, at) => (at === end - 1 ? { ...one, pos: 'VERB' } : one));
    return true;
  }

  #adverb(word: string, skip: number): void {
    let outer = this.#clause;
    // "said on Monday after A struck" belongs to what stands nearest
    if (outer.kind === 'infinitive' && outer.verb === undefined && outer.outer !== undefined) outer = outer.outer;
    const relation = `adv:${relationWord(word)}`;
    const verb = outer.verb;
    const heads =
      verb === undefined ? [] : [...this.#headsOf(verb), ...outer.acts.toReversed().filter((one) => one !== verb)];
    const inner = this.#open(
      'adverb',
      outer,
      verb === undefined ? [] : heads.map((head) => ({ head, relation, open: true as const })),
    );
    if (verb === undefined) this.#pending = { clause: inner, relation };
    this.#adverbs.push({ clause: inner, relation });
    this.#clause = inner;
    this.#at += skip;
    this.#comma = false;
    this.#joint = undefined;
    this.#preposition = undefined;
  }

  #pending: { readonly clause: Clause; readonly relation: string } | undefined;

  /** The verb and those that it completes: "voted to extend". */
  #headsOf(verb: Node): Node[] {
    const heads = [verb];
    for (let node: Node | undefined = verb; node !== undefined && heads.length < 5; ) {
      const own: Node = node;
      const governor = this.#edges.find((edge) => edge.dependent === own && /^(xcomp|ing)$/.test(edge.relation))?.head;
      if (governor === undefined || heads.includes(governor) || governor.kind !== 'act') break;
      heads.push(governor);
      node = governor;
    }
    return heads;
  }

  #relative(word: string): boolean {
    const outer = this.#clause;
    const antecedent = this.#bearer(outer.last, word) ?? outer.object ?? outer.subjects[0];
    const clause = this.#open('relative', outer);
    const preposition = this.#preposition;
    this.#preposition = undefined;
    this.#at += 1;
    this.#clause = clause;
    this.#comma = false;
    this.#joint = undefined;
    if (antecedent === undefined) return true;
    const subjectAhead = verbGroupAt(this.#units, this.#at) !== undefined;
    // "forty of which crossed": the forty did
    const part = preposition === 'of' && (antecedent.kind === 'number' || /^(some|most|many|all|both|none|one|half)$/.test(antecedent.unit.lower));
    if (part && subjectAhead) clause.subjects = [antecedent];
    else if (preposition !== undefined) clause.fronted.push({ node: antecedent, relation: `p:${preposition}` });
    else if (subjectAhead && word !== 'whom') clause.subjects = this.#coordinates(antecedent);
    else clause.gap = antecedent;
    return true;
  }

  /** "the militia, whose fighters left": the fighters are the militia's. */
  #whose(): boolean {
    const antecedent = this.#clause.last ?? this.#clause.object ?? this.#clause.subjects[0];
    const chunk = chunkAt(this.#units, this.#at + 1);
    if (antecedent === undefined || chunk === undefined) return false;
    this.#clause = this.#open('relative', this.#clause);
    this.#preposition = undefined;
    this.#comma = false;
    this.#joint = undefined;
    const owned = this.#thing(chunk);
    this.#edge(owned, antecedent, 'poss');
    this.#clause.subjects = [owned];
    this.#clause.last = owned;
    this.#at = chunk.next;
    return true;
  }

  /** "an adviser in the Guards who was killed": "who" is no body with a name. */
  #bearer(last: Node | undefined, word: string): Node | undefined {
    if (word !== 'who' || last?.unit.name === undefined) return last;
    const head = this.#edges.find((edge) => edge.dependent === last && /^p:(in|of|from)$/.test(edge.relation) && edge.head.kind === 'thing')?.head;
    return head ?? last;
  }

  #that(): boolean {
    const before = this.#unit(this.#at - 1);
    const verb = this.#clause.verb;
    const next = this.#at + 1;
    const group = verbGroupAt(this.#units, next);
    const said =
      verb !== undefined &&
      (verb.at === this.#at - 1 || (isSaying(verb.unit.lemma) && this.#unit(this.#at - 1)?.kind === 'time')) &&
      chunkAt(this.#units, next) !== undefined &&
      this.#unit(next)?.kind !== 'mark';
    if (!said && !this.#isClauseAhead(next) && group === undefined) return false;
    const last = this.#clause.last;
    const noun = last !== undefined && last.at === this.#at - 1 && before?.kind !== 'mark';
    if (
      verb !== undefined &&
      isSaying(verb.unit.lemma) &&
      last !== this.#clause.object &&
      last !== undefined &&
      this.#joint === undefined
    )
      return this.#content(next, 'comp');
    if (
      this.#joint !== undefined ||
      verb === undefined ||
      !noun ||
      (isTelling(verb.unit.lemma) && !(group?.finite ?? false))
    ) {
      if (noun && verb === undefined)
        return group !== undefined ? this.#relative('that') : this.#nounContent(last as Node);
      if (verb === undefined && last === undefined) return this.#content(next, 'comp');
      if (noun && verb !== undefined && group !== undefined && this.#joint === undefined) return this.#relative('that');
      return this.#content(next, 'comp');
    }
    if (group !== undefined) return this.#relative('that');
    return FACTS.test(last.unit.lemma) ? this.#nounContent(last) : this.#relative('that');
  }

  #nounContent(noun: Node): boolean {
    this.#clause = this.#open('content', this.#clause, [{ head: noun, relation: 'comp' }]);
    this.#at += 1;
    this.#comma = false;
    return true;
  }

  /** What is said, thought, asked: governed by the nearest verb that takes it. */
  #content(next: number, relation: string): boolean {
    let outer = this.#clause;
    if (this.#joint !== undefined) {
      for (let clause: Clause | undefined = this.#clause; clause !== undefined; clause = clause.outer)
        if (clause.verb !== undefined && (isSaying(clause.verb.unit.lemma) || isTelling(clause.verb.unit.lemma))) {
          outer = clause;
          break;
        }
    } else if (outer.verb === undefined && outer.outer?.verb !== undefined && outer.kind !== 'root')
      outer = outer.outer;
    const speaker =
      this.#comma && this.#reporter !== undefined && outer.verb === undefined ? this.#reporter : undefined;
    const head = outer.verb ?? speaker ?? outer.last;
    if (head === undefined) return false;
    // "an agreement on how to leave"
    const nouns = this.#preposition === undefined ? [] : this.#candidates('p');
    this.#clause = this.#open('content', outer, nouns.length > 0 ? nouns.map((noun) => ({ head: noun, relation, open: true as const })) : [{ head, relation }]);
    this.#at = next;
    this.#comma = false;
    this.#joint = undefined;
    this.#preposition = undefined;
    return true;
  }

  // verbs

  /** "the fighting in Gaza stops", "attacks" behind "of": a noun in the dress of a verb. */
  #isNounHere(group: VerbGroup): boolean {
    return this.#isNounAt(group, this.#at);
  }

  #isNounAt(group: VerbGroup, at: number): boolean {
    if (group.verb !== at || group.copula) return false;
    const before = this.#unit(at - 1);
    const unit = this.#unit(at) as Unit;
    if (unit.hyphen) return true;
    if (unit.pos === 'AUX') return false;
    if (group.bare === 'past' && before?.hyphen) return true;
    if (
      group.bare === 'past' &&
      before?.pos === 'ADP' &&
      this.#unit(at + 1)?.pos === 'NOUN' &&
      !/^(by|after|before|as|than|when|while)$/.test(before.lower)
    )
      return true;
    if (
      group.bare === undefined &&
      group.finite &&
      before !== undefined &&
      (before.pos === 'ADP' || before.pos === 'DET') &&
      !/^(that|which|who)$/.test(before.lower)
    )
      return true;
    return false;
  }

  #act(group: VerbGroup, at = group.verb): Node {
    const node = this.#node(at, this.#unit(at) as Unit, 'act');
    node.negated = group.negated !== this.#clause.negated;
    this.#clause.negated = false;
    node.mood = group.mood;
    node.aspect = group.aspect;
    node.passive = group.passive;
    return node;
  }

  #verb(group: VerbGroup): void {
    const unit = this.#unit(group.verb) as Unit;
    const before = this.#clause;
    if (this.#preposition === 'than' && group.bare === 'past') {
      const head = this.#clause.last ?? this.#clause.verb;
      if (head !== undefined) this.#edge(head, this.#node(group.verb, unit, 'quality'), 'p:than');
      this.#preposition = undefined;
      this.#at = group.next;
      return;
    }
    if (group.copula) return this.#copula(group);
    if (group.infinitive) return this.#infinitive(group);
    if (group.bare === 'ing') return this.#gerund(group);
    if (group.bare === 'past' && this.#isParticiple(group)) return this.#participle(group);
    this.#enter(group);
    const clause = this.#clause;
    const shared = this.#joint !== undefined && clause.verb !== undefined ? clause.verb : undefined;
    const node = this.#act(group);
    if (shared !== undefined) {
      if (group.bare === 'past' && shared.passive && !isOnlyPast(unit)) {
        node.passive = true;
        node.mood = shared.mood;
      }
      // "would resume and deploy"
      if (group.mood === undefined && unit.lower === unit.lemma && shared.mood !== undefined) {
        node.mood = shared.mood;
        node.aspect = 'bare';
      }
      if (group.mood === undefined && group.bare === 'past')
        node.aspect = shared.aspect === 'done' ? 'done' : node.aspect;
    }
    // "35 were killed and 37 wounded"
    if (group.bare === 'past' && clause.subjects[0]?.kind === 'number' && AFFECTED.test(unit.lower)) node.passive = true;
    this.#place(node, clause, shared);
    for (const adverb of group.adverbs) this.#qualityOf(adverb, node);
    void before;
    this.#at = group.next;
    this.#particle(node);
  }

  /** A finite verb behind a clause that has one: back to the clause that still waits for its own. */
  #enter(group?: VerbGroup): void {
    if (this.#joint !== undefined || group === undefined) return;
    const own = this.#clause;
    if (own.verb === undefined) return;
    // "which the army said had hit a depot": what is said is said of what the clause is about
    if (own.kind === 'relative' && own.gap !== undefined && own.last === undefined && isSaying(own.verb.unit.lemma)) {
      this.#clause = this.#open('content', own, [{ head: own.verb, relation: 'comp' }]);
      this.#clause.subjects = [own.gap];
      return;
    }
    for (let clause = this.#clause.outer; clause !== undefined; clause = clause.outer) {
      if (clause.verb !== undefined) continue;
      if (clause.subjects.length > 0) {
        this.#clause = clause;
        return;
      }
    }
    // "attacked the town, burned houses and fled" goes on; any other second verb has a subject that was not read
    if (group.bare === 'past' && this.#comma && own.acts.length > 0) return;
    this.#clause = this.#open(own.kind === 'root' || own.kind === 'report' ? 'root' : own.kind, own.outer, own.links);
  }

  #place(node: Node, clause: Clause, shared: Node | undefined): void {
    node.clause = clause.id;
    for (const link of clause.links) this.#edge(link.head, node, link.relation, link.open, link.soft);
    if (shared === undefined) {
      for (const { node: dependent, relation } of clause.fronted) this.#edge(node, dependent, relation);
      clause.fronted = [];
      if (clause.kind === 'root') this.#roots.push(node);
    } else if (clause.kind === 'root') this.#roots.push(node);
    if (/root|report/.test(clause.kind)) this.#heads.push(node);
    // "A," X said, "and B": what is quoted behind the speaker is the speaker's too
    if (clause.kind === 'root' && this.#quoted && this.#said !== undefined) this.#edge(this.#said, node, 'comp');
    if (clause.kind === 'report' && isSaying(node.unit.lemma)) this.#said = node;
    for (const subject of clause.subjects)
      this.#edge(node, subject, node.passive ? 'obj' : 'subj', undefined, clause.implied);
    if (clause.gap !== undefined) this.#edge(node, clause.gap, 'obj', true);
    if (this.#telling !== undefined && clause.kind === 'report' && isSaying(node.unit.lemma)) {
      this.#telling(node);
      this.#telling = undefined;
    }
    if (this.#pending !== undefined && this.#pending.clause.outer === clause) {
      for (const one of this.#nodes)
        if (one.clause === this.#pending.clause.id && one.telling) {
          this.#edge(node, one, this.#pending.relation);
          if (this.#pending.relation === 'ing')
            for (const subject of clause.subjects) this.#edge(one, subject, one.passive ? 'obj' : 'subj');
        }
      this.#pending = undefined;
    }
    clause.top ??= node;
    clause.acts.push(node);
    clause.verb = node;
    clause.object = undefined;
    clause.last = undefined;
    this.#joint = undefined;
    this.#comma = false;
    this.#preposition = undefined;
  }

  #particle(verb: Node): void {
    const unit = this.#unit();
    if (verb.unit.lemma === 'take' && /^(place|part)$/.test(unit?.lower ?? '')) {
      verb.particle = unit?.lower;
      this.#at += 1;
      return;
    }
    if (
      unit === undefined ||
      !/^(up|down|out|off|over|back|away|apart|aside|forward|together|through|short)$/.test(unit.lower)
    )
      return;
    const next = this.#unit(this.#at + 1);
    if (
      /^(over|through|down|off|up)$/.test(unit.lower) &&
      unit.pos === 'ADP' &&
      next !== undefined &&
      next.kind !== 'mark' &&
      !/^(down|up|off)$/.test(unit.lower)
    )
      return;
    verb.particle = unit.lower;
    this.#at += 1;
  }

  #copula(group: VerbGroup): void {
    this.#enter(group);
    const clause = this.#clause;
    const shared = this.#joint !== undefined ? clause.verb : undefined;
    if (group.infinitive) {
      this.#at = group.next;
      this.#infinitiveClause();
    } else this.#at = group.next;
    const own = this.#clause;
    let chunk = chunkAt(this.#units, this.#at);
    let adverb: number | undefined;
    if (chunk === undefined && this.#unit()?.pos === 'ADV') {
      chunk = chunkAt(this.#units, this.#at + 1);
      if (chunk !== undefined) adverb = this.#at;
    }
    const followed = chunk !== undefined && !this.#isPhraseOfPlace(chunk);
    const node =
      followed && chunk !== undefined
        ? this.#thing(
            chunk,
            chunk.determiners.some((one) => this.#unit(one)?.lower === 'no'),
          )
        : this.#act(group);
    if (followed && chunk !== undefined) {
      node.negated = (group.negated !== own.negated) !== node.negated;
      own.negated = false;
      node.mood = group.mood;
      node.aspect = group.aspect === 'done' ? 'done' : 'present';
      this.#at = chunk.next;
    }
    const existential = own.existential;
    own.existential = false;
    const subjects = own.subjects;
    if (existential) own.subjects = [];
    node.passive = false;
    node.telling = true;
    this.#place(node, own, shared);
    own.subjects = subjects;
    own.last = node;
    if (adverb !== undefined) this.#qualityOf(adverb, node);
    for (const one of group.adverbs) this.#qualityOf(one, node);
  }

  #isPhraseOfPlace(_chunk: Chunk): boolean {
    return false;
  }

  #infinitive(group: VerbGroup): void {
    this.#infinitiveClause();
    const clause = this.#clause;
    const shared = this.#joint !== undefined ? clause.verb : undefined;
    const node = this.#act(group);
    this.#place(node, clause, shared);
    for (const adverb of group.adverbs) this.#qualityOf(adverb, node);
    this.#at = group.next;
    this.#particle(node);
  }

  #infinitiveClause(): void {
    const outer =
      this.#joint !== undefined && this.#clause.kind === 'infinitive' && this.#clause.outer
        ? this.#clause.outer
        : this.#clause;
    const verb = outer.verb;
    const links: Link[] = [];
    const last = outer.last !== undefined && outer.last.at >= this.#at - 2 ? outer.last : undefined;
    // "a decision by the council to send": the noun that governs lies behind whose it is
    const owned =
      last === undefined || isDeed(last.unit)
        ? undefined
        : this.#edges.find((edge) => edge.dependent === last && edge.head.kind === 'thing' && isDeed(edge.head.unit))
            ?.head;
    const noun = owned ?? last;
    if (noun !== undefined && noun !== verb && (isDeed(noun.unit) || verb === undefined))
      links.push({ head: noun, relation: 'xcomp', open: true });
    if (verb !== undefined) links.push({ head: verb, relation: 'xcomp', open: true });
    // "whether to leave", "how to build"
    if (verb === undefined && noun === undefined) links.push(...outer.links);
    // "called for the army to leave": what is called for is the leaving
    if (verb?.particle === 'for' && outer.object !== undefined && outer.object.at === this.#at - 1) {
      const at = this.#edges.findIndex((edge) => edge.head === verb && edge.dependent === outer.object && edge.relation === 'obj');
      if (at >= 0) this.#edges[at] = { ...(this.#edges[at] as Edge), soft: true };
    }
    const clause = this.#open('infinitive', outer, links);
    // "ordered rebels to leave": those who were ordered leave
    const agents =
      noun === undefined || !isDeed(noun.unit)
        ? []
        : this.#edges
            .filter((edge) => edge.head === noun && /^(subj|poss)$/.test(edge.relation))
            .map((edge) => edge.dependent);
    if (agents.length > 0) clause.subjects = agents;
    else
      clause.subjects =
        outer.object !== undefined && !isDeed(outer.object.unit) && CONTROLS.test(verb?.unit.lemma ?? '') ? [outer.object] : [...outer.subjects];
    this.#clause = clause;
    this.#preposition = undefined;
  }

  #gerund(group: VerbGroup): void {
    const outer = this.#clause;
    const verb = outer.verb;
    const adjacent = this.#unit(this.#at - 1);
    const preposition = this.#preposition;
    const shared =
      this.#joint !== undefined && outer.kind === 'participle' && outer.verb !== undefined ? outer.verb : undefined;
    if (shared !== undefined) {
      const node = this.#act(group);
      this.#place(node, outer, shared);
      this.#at = group.next;
      this.#particle(node);
      return;
    }
    if (outer.kind === 'adverb' && outer.verb === undefined && preposition === undefined) {
      // "before leaving"
      const node = this.#act(group);
      this.#place(node, outer, undefined);
      this.#at = group.next;
      this.#particle(node);
      return;
    }
    const links: Link[] = [];
    let subjects: Node[] = [...outer.subjects];
    let object: Node | undefined;
    if (preposition !== undefined) {
      for (const head of this.#candidates('p')) links.push({ head, relation: `p:${preposition}`, open: true });
      if (/^of$/.test(preposition) && outer.object !== undefined && verb !== undefined) subjects = [outer.object];
    } else if (verb !== undefined && verb.at === this.#at - 1) links.push({ head: verb, relation: 'xcomp' });
    else if (outer.last !== undefined && outer.last.at === this.#at - 1 && !this.#comma && adjacent?.kind !== 'mark') {
      subjects = this.#coordinates(outer.last);
      if (CATCHING.test(verb?.unit.lemma ?? '')) links.push({ head: verb as Node, relation: 'xcomp' });
    } else if (verb !== undefined) {
      for (const head of this.#headsOf(verb)) links.push({ head, relation: 'ing', open: true });
      subjects = this.#doers(verb, outer);
    } else if (outer.subjects.length > 0) object = outer.subjects[0];
    const clause = this.#open('participle', outer, links);
    clause.subjects = object === undefined ? subjects : [object];
    clause.implied = links.some((link) => link.relation === 'ing');
    this.#clause = clause;
    const apart = this.#comma;
    if (links.length === 0 && verb === undefined && (this.#comma || (outer.subjects.length === 0 && outer.last === undefined)))
      this.#pending = { clause, relation: 'ing' };
    const node = this.#act(group);
    if (apart) this.#asides.add(node);
    this.#place(node, clause, undefined);
    this.#at = group.next;
    this.#particle(node);
  }

  /** Who does what follows with "-ing": the agent; of a passive its patient. */
  #doers(_verb: Node, outer: Clause): Node[] {
    return [...outer.subjects];
  }

  /** Whether a past form alone tells what its noun has suffered, and not what the noun has done. */
  #isParticiple(group: VerbGroup): boolean {
    const unit = this.#unit(group.verb) as Unit;
    if (isOnlyPast(unit) || this.#joint !== undefined) return false;
    if (
      this.#clause.kind === 'report' &&
      this.#clause.verb === undefined &&
      isSaying(unit.lemma) &&
      this.#endsBehind(group.next)
    )
      return false;
    if (
      this.#clause.verb === undefined &&
      this.#clause.subjects.length > 0 &&
      isSaying(unit.lemma) &&
      this.#unit(group.next)?.lower !== 'by'
    )
      return false;
    const clause = this.#clause;
    if (clause.verb !== undefined) {
      // "attacked the town, burned several buildings": what has an object is done, not suffered
      if (this.#comma && /root|content/.test(clause.kind) && this.#unit(group.next)?.kind !== 'time' && chunkAt(this.#units, group.next) !== undefined) return false;
      for (let outer = clause.outer; outer !== undefined; outer = outer.outer)
        if (/relative|participle|adverb|infinitive/.test(clause.kind) && outer.verb === undefined && outer.subjects.length > 0)
          return (
            this.#unit(group.next)?.lower === 'by' ||
            (!INTRANSITIVE.test(unit.lemma) && this.#isFiniteAhead(group.next))
          );
      return true;
    }
    if (clause.subjects.length === 0) return true;
    if (INTRANSITIVE.test(unit.lemma)) return false;
    if (this.#unit(group.next)?.lower === 'by') return !MEASURED.test(this.#unit(group.next + 1)?.kind ?? '');
    return this.#isFiniteAhead(group.next);
  }

  #isFiniteAhead(from: number): boolean {
    let at = from;
    for (let steps = 0; steps < 30 && at < this.#units.length; steps += 1) {
      const unit = this.#unit(at) as Unit;
      if (unit.kind === 'mark' && !/["“”'’]/.test(unit.text)) return false;
      if (/^(and|but|or)$/.test(unit.lower) || (SUBORDINATE.test(unit.lower) && this.#isClauseAhead(at + 1)))
        return false;
      const group = verbGroupAt(this.#units, at);
      if (group !== undefined && !this.#isNounAt(group, at)) {
        if (group.finite && !group.infinitive) {
          if (group.bare !== 'past') return true;
          // "the man hurt in the blast died", not "agreed in talks held in Cairo"
          const next = this.#unit(group.next);
          if (next?.pos === 'ADP' && !INTRANSITIVE.test(this.#unit(group.verb)?.lemma ?? '')) return false;
          return /^(ADP|NOUN)$/.test(this.#unit(from)?.pos ?? '') || this.#unit(from)?.kind === 'time';
        }
        at = group.next;
        continue;
      }
      const chunk = chunkAt(this.#units, at);
      // "said its forces had": the noun is the subject of what was said
      if (
        chunk !== undefined &&
        at === from &&
        (verbGroupAt(this.#units, this.#pastPhrase(chunk.next))?.finite ?? false)
      )
        return false;
      at = chunk?.next ?? at + 1;
    }
    return false;
  }

  #participle(group: VerbGroup): void {
    const outer = this.#clause;
    const links: Link[] = [];
    let about: Node[] = [];
    if (outer.last !== undefined && outer.last.at >= this.#at - 1 && !this.#comma)
      about = this.#coordinates(outer.last);
    else if (outer.verb !== undefined) {
      links.push({ head: outer.verb, relation: 'ing', open: true });
      about = outer.subjects;
    } else about = outer.subjects;
    const clause = this.#open('participle', outer, links);
    clause.subjects = [...about];
    this.#clause = clause;
    if (about.length === 0) this.#pending = { clause, relation: 'ing' };
    const node = this.#act(group);
    node.passive = true;
    this.#place(node, clause, undefined);
    this.#at = group.next;
    this.#particle(node);
  }

  // nouns

  /** "in response to", "because of", "at" ...: the word that governs the next noun. */
  #phrasal(): boolean {
    for (const [phrase, relation] of PHRASES) {
      if (phrase.every((word, index) => this.#unit(this.#at + index)?.lower === word)) {
        this.#preposition = relation;
        this.#at += phrase.length;
        return true;
      }
    }
    return false;
  }

  /** "as soon as", "as long as", "as soon as possible". */
  #asLong(): boolean {
    const [as, much, again, next] = [0, 1, 2, 3].map((step) => this.#unit(this.#at + step));
    if (as?.lower !== 'as' || again?.lower !== 'as' || !/^(soon|long)$/.test(much?.lower ?? '')) return false;
    if (next?.lower === 'possible') {
      const verb = this.#clause.verb;
      if (verb === undefined) return false;
      this.#edge(verb, this.#node(this.#at + 1, much as Unit, 'quality'), 'mod');
      this.#at += 4;
      return true;
    }
    this.#preposition = undefined;
    this.#adverb(much?.lower === 'soon' ? 'once' : 'aslong', 3);
    return true;
  }

  #preposed(unit: Unit): boolean {
    const next = this.#unit(this.#at + 1);
    const own = this.#clause.verb;
    // "called on Tuesday for recognition": verb and preposition are one word
    if (
      own !== undefined &&
      own.particle === undefined &&
      this.#clause.object === undefined &&
      next?.kind !== 'time' &&
      WITH_PREPOSITION[own.unit.lemma]?.includes(unit.lower)
    ) {
      own.particle = unit.lower;
      this.#clause.last = undefined;
      this.#at += 1;
      return true;
    }
    const governs =
      unit.pos === 'ADP' ||
      unit.pos === 'SCONJ' ||
      /^(despite|amid|than|like|including|following|to|per|versus)$/.test(unit.lower);
    if (!governs || next === undefined) return false;
    if (unit.lower === 'to' && unit.pos === 'PART') return false;
    this.#preposition = relationWord(unit.lower);
    this.#at += 1;
    return true;
  }

  #noun(chunk: Chunk): void {
    const preposition = this.#preposition;
    const comma = this.#comma;
    const joint = this.#joint;
    const clause = this.#clause;
    const ahead = this.#pastPhrase(chunk.next);
    const verbAhead = verbGroupAt(this.#units, ahead);
    const finite =
      verbAhead !== undefined && verbAhead.finite && !verbAhead.infinitive && !this.#isNounAt(verbAhead, ahead);
    const waiting = /relative|participle/.test(clause.kind) && joint === undefined && !comma && this.#isWaiting(clause);
    const certain =
      finite &&
      !waiting &&
      (verbAhead.bare !== 'past' || isSaying(clause.verb?.unit.lemma ?? '') || joint !== undefined);
    this.#preposition = undefined;
    this.#comma = false;
    this.#joint = undefined;
    if (preposition !== undefined) {
      this.#apart = comma;
      const node = this.#thing(chunk);
      this.#at = chunk.next;
      this.#phrase(node, preposition);
      return;
    }
    if (
      TIME_UNIT.test(this.#unit(chunk.head)?.lower ?? '') &&
      /^(after|before|earlier|later|following)$/.test(this.#unit(chunk.next)?.lower ?? '')
    ) {
      const node = this.#thing(chunk);
      this.#at = chunk.next;
      if (clause.verb === undefined) clause.fronted.push({ node, relation: 'measure' });
      else for (const head of this.#candidates('time')) this.#edge(head, node, 'measure', true);
      if (/^(earlier|later)$/.test(this.#unit()?.lower ?? '')) {
        this.#edge(node, this.#node(this.#at, this.#unit() as Unit, 'quality'), 'mod');
        this.#at += 1;
      }
      return;
    }
    if (clause.verb === undefined) {
      const node = this.#thing(chunk);
      this.#at = chunk.next;
      if (clause.subjects.length === 0 && joint !== undefined && clause.last !== undefined) this.#join(node);
      else if (clause.subjects.length === 0) clause.subjects = [node];
      else if (joint !== undefined || this.#isListed(chunk.next)) this.#join(node);
      else if (comma) this.#edge(clause.last ?? (clause.subjects[0] as Node), node, 'appos');
      else clause.subjects.push(node);
      if (joint === undefined || clause.subjects.length <= 1) clause.last = node;
      clause.last = node;
      return;
    }
    if (certain && (joint !== undefined || comma || clause.object === undefined || clause.last?.at !== this.#at - 1)) {
      this.#beside(joint, comma);
      const node = this.#thing(chunk);
      this.#at = chunk.next;
      this.#clause.subjects = [node];
      this.#clause.last = node;
      return;
    }
    const node = this.#thing(chunk);
    this.#at = chunk.next;
    if (node.kind === 'quality' && joint === undefined && !comma) {
      // "shot dead", "appear ready"
      this.#edge(clause.verb, node, 'mod');
      clause.last = node;
      return;
    }
    if (joint !== undefined || (comma && this.#isListed(chunk.next))) {
      this.#join(node);
      clause.last = node;
      return;
    }
    if (comma) {
      const heads = [clause.last, clause.verb].filter((one) => one !== undefined);
      for (const head of heads) this.#edge(head, node, 'appos', true);
    } else if (
      clause.last !== undefined &&
      clause.object !== undefined &&
      clause.last.at === chunk.start - 1 &&
      clause.last !== clause.object
    ) {
      this.#edge(clause.last, node, 'appos');
    } else {
      // "gave the envoy 48 hours": both are what it acts on
      this.#edge(clause.verb, node, 'obj');
      clause.object = node;
    }
    clause.last = node;
    // "turned it back"
    if (node.kind === 'pronoun' && clause.verb.particle === undefined && clause.object === node)
      this.#particle(clause.verb);
  }

  /** Whether a clause around it still has a subject without a verb. */
  #isWaiting(clause: Clause): boolean {
    for (let outer = clause.outer; outer !== undefined; outer = outer.outer)
      if (outer.verb === undefined && outer.subjects.length > 0) return true;
    return false;
  }

  /** A subject and verb beside the clause that is being read: what was said, or another statement. */
  #beside(joint: string | undefined, comma: boolean): void {
    const clause = this.#clause;
    if (joint === undefined && !comma) {
      const verb = clause.verb as Node;
      this.#clause = this.#open('content', clause, [{ head: verb, relation: 'comp' }]);
      return;
    }
    const own = /content|report/.test(clause.kind) ? clause : undefined;
    const speaks = own?.kind === 'content' && comma && this.#speaksAhead();
    const beside = this.#open(
      speaks
        ? 'root'
        : clause.kind === 'adverb' && joint !== undefined
          ? 'adverb'
          : own?.kind === 'content'
            ? 'content'
            : 'root',
      clause.outer,
      [],
    );
    if (own?.kind === 'content' && !speaks)
      beside.links = own.links.map((link) => ({ ...link, ...(comma ? { soft: true as const } : {}) }));
    if (clause.kind === 'adverb' && joint !== undefined && !comma) beside.links = [...clause.links];
    if (beside.kind === 'root' && clause.kind === 'report') this.#roots = [];
    this.#settle(clause);
    this.#clause = beside;
    this.#joint = undefined;
  }

  /** ", and aid workers say": another speaker, not what the first one said. */
  #speaksAhead(): boolean {
    const chunk = chunkAt(this.#units, this.#at);
    const group = chunk === undefined ? undefined : verbGroupAt(this.#units, this.#pastPhrase(chunk.next));
    return group !== undefined && this.#isSaid(group);
  }

  /** "Mali, Niger and Chad": this one and the next are of one list. */
  #isListed(next: number): boolean {
    const unit = this.#unit(next);
    if (/^(and|or)$/.test(unit?.lower ?? '')) return chunkAt(this.#units, next + 1) !== undefined;
    if (unit?.text !== ',') return false;
    const following = chunkAt(this.#units, next + 1);
    return (
      following !== undefined &&
      /^(and|or)$/.test(this.#unit(following.next)?.lower ?? '') &&
      chunkAt(this.#units, following.next + 1) !== undefined
    );
  }

  /** What the noun before "and" is, this one is too. */
  #join(node: Node): void {
    const clause = this.#clause;
    const before = clause.last;
    if (before === undefined) return;
    for (const edge of this.#edges.filter(
      (one) => one.dependent === before && /^(subj|obj|is|appos|p:.*)$/.test(one.relation),
    ))
      this.#edge(edge.head, node, edge.relation, edge.open);
    if (clause.subjects.includes(before)) clause.subjects.push(node);
    const fronted = clause.fronted.find((one) => one.node === before);
    if (fronted !== undefined) clause.fronted.push({ node, relation: fronted.relation });
    this.#groups.push([before, node]);
  }

  /** A comma stood before the preposition. */
  #apart = false;
  readonly #asides = new Set<Node>();

  readonly #groups: (readonly [Node, Node])[] = [];

  #coordinates(node: Node): Node[] {
    const group = [node];
    for (const [one, other] of this.#groups.toReversed())
      if (group.includes(other) && !group.includes(one)) group.unshift(one);
    return group;
  }

  /** What a phrase with a preposition can belong to, nearest first. */
  #candidates(kind: 'p' | 'time', near = true): Node[] {
    const { last, verb } = this.#clause;
    const found: Node[] = [];
    let deep = false;
    for (let node = last, steps = 0; node !== undefined && node !== verb && steps < 5; steps += 1) {
      found.push(node);
      const own: Node = node;
      const edge = this.#edges.find(
        (one) =>
          one.dependent === own &&
          /^(p:|obj|subj|is|appos)/.test(one.relation) &&
          one.head.text === own.text &&
          one.head.at < own.at,
      );
      if (isDeed(node.unit) && edge?.relation !== 'obj' && kind === 'p' && near) {
        deep = edge !== undefined && edge.head.kind !== 'act';
        if (deep) return found;
      }
      node = edge?.head.kind === 'act' ? undefined : edge?.head;
    }
    if (verb !== undefined) found.push(...this.#headsOf(verb));
    // "struck sites used by rebels at dawn": it may belong to what stands around the participle
    for (
      let clause = this.#clause;
      /participle|relative/.test(clause.kind) && clause.outer !== undefined;
      clause = clause.outer
    )
      if (clause.outer.verb !== undefined)
        found.push(...this.#headsOf(clause.outer.verb).filter((one) => !found.includes(one)));
    return found;
  }

  #phrase(node: Node, preposition: string): void {
    const clause = this.#clause;
    const relation = `p:${preposition}`;
    const apart = this.#apart;
    this.#apart = false;
    if (apart) this.#asides.add(node);
    if (preposition === 'of' && clause.last !== undefined) {
      this.#edge(clause.last, node, relation);
    } else if (preposition === 'by' && this.#agentOf(node)) {
      // told
    } else if (clause.verb === undefined && clause.last === undefined) {
      clause.fronted.push({ node, relation });
    } else if (clause.verb === undefined) {
      const nouns = this.#candidates('p').filter((one) => one.kind !== 'act');
      for (const head of nouns) this.#edge(head, node, relation, true);
      if (this.#comma) clause.fronted.push({ node, relation });
    } else {
      const heads = this.#candidates('p', /^(in|near|on|from|to|across|along)$/.test(preposition));
      for (const head of heads) this.#edge(head, node, relation, heads.length > 1 ? true : undefined);
    }
    clause.last = node;
  }

  /** "by": who does it, where the noun or verb before it is something done. */
  #agentOf(node: Node): boolean {
    if (
      node.kind === 'number' ||
      node.kind === 'time' ||
      node.unit.kind === 'number' ||
      /^(percent|%)$/.test(node.unit.lower) ||
      this.#isMeasure(node)
    )
      return false;
    const { last, verb } = this.#clause;
    const heads: Node[] = [];
    for (let noun = last, steps = 0; noun !== undefined && noun.kind !== 'act' && steps < 4; steps += 1) {
      if (isDeed(noun.unit)) {
        heads.push(noun);
        break;
      }
      const own: Node = noun;
      noun = this.#edges.find(
        (one) => one.dependent === own && /^p:/.test(one.relation) && one.head.kind !== 'act',
      )?.head;
    }
    if (verb?.passive) heads.push(verb);
    for (const head of heads) this.#edge(head, node, 'subj', heads.length > 1 ? true : undefined);
    return heads.length > 0;
  }

  #isMeasure(node: Node): boolean {
    return (
      this.#edges.some((edge) => edge.head === node && edge.relation === 'num') &&
      /^(year|month|week|day|hour|minute|percent|point|vote|metre|meter|kilometre|kilometer|mile|ton|tonne|dollar|euro)s?$/.test(
        node.unit.lower,
      )
    );
  }

  #time(unit: Unit): void {
    const node = this.#node(this.#at, unit, 'time');
    this.#at += 1;
    if (this.#unit()?.lower === "'s") {
      // "in Sunday's vote": it belongs to the noun behind it
      this.#at += 1;
      this.#owning = node;
      return;
    }
    const clause = this.#clause;
    const relation = /^(since|until|before|after|by|from|for)$/.test(this.#preposition ?? '')
      ? `time:${this.#preposition}`
      : 'time';
    this.#preposition = undefined;
    this.#joint = undefined;
    if (clause.verb === undefined && clause.last === undefined) {
      clause.fronted.push({ node, relation });
    } else if (clause.verb === undefined) {
      const own = this.#unit(this.#at - 2)?.pos === 'ADP';
      if (own) for (const head of this.#candidates('time')) this.#edge(head, node, relation, true);
      else clause.fronted.push({ node, relation });
    } else for (const head of this.#candidates('time')) this.#edge(head, node, relation, true);
  }

  #owning: Node | undefined;

  #thing(chunk: Chunk, negating = false): Node {
    const owner = chunk.owner === undefined ? undefined : this.#thing(chunk.owner);
    const unit = this.#positive(this.#unit(chunk.head) as Unit);
    const kind =
      unit.pos === 'PRON' || OWNING.test(unit.lower)
        ? 'pronoun'
        : unit.kind === 'number'
          ? 'number'
          : unit.pos === 'ADJ' && unit.kind === 'word' && owner === undefined && chunk.determiners.length === 0
            ? 'quality'
            : 'thing';
    const modifiers = chunk.modifiers.map((at) => this.#modifier(at));
    const node = this.#node(chunk.head, unit, kind);
    if (owner !== undefined) this.#edge(node, owner, 'poss');
    if (this.#owning !== undefined) {
      this.#edge(node, this.#owning, 'time');
      this.#owning = undefined;
    }
    let joined: Node | undefined;
    chunk.modifiers.forEach((at, index) => {
      const modifier = modifiers[index] as Node;
      const next = chunk.modifiers[index + 1] === at + 1 ? modifiers[index + 1] : undefined;
      const number = modifier.kind === 'number';
      const tied = this.#unit(at)?.hyphen === true ? (next ?? node) : undefined;
      this.#edge(tied ?? node, modifier, number ? 'num' : 'mod');
      joined = modifier;
    });
    void joined;
    for (const at of chunk.determiners) this.#determiner(at, node, negating);
    return node;
  }

  /** "signed nothing" is "did not sign anything". */
  #positive(unit: Unit): Unit {
    const any = unit.lower === 'one' && this.#unit(this.#at)?.lower === 'no' ? 'anybody' : NOBODY[unit.lower];
    if (any === 'anybody' && unit.lower === 'one')
      return { ...unit, kind: 'word', lower: any, lemma: any, pos: 'PRON' };
    if (any === undefined) return unit;
    const { verb } = this.#clause;
    if (verb === undefined || this.#joint !== undefined) this.#clause.negated = !this.#clause.negated;
    else verb.negated = !verb.negated;
    return { ...unit, lower: any, lemma: any };
  }

  #modifier(at: number): Node {
    const unit = this.#unit(at) as Unit;
    return this.#node(
      at,
      unit,
      unit.kind === 'number' ? 'number' : /ADJ|ADV|VERB/.test(unit.pos) ? 'quality' : 'thing',
    );
  }

  #determiner(at: number, node: Node, negating: boolean): void {
    const unit = this.#unit(at) as Unit;
    if (/^(no|neither)$/.test(unit.lower)) {
      if (negating) {
        node.negated = true;
        return;
      }
      const { verb } = this.#clause;
      if (verb === undefined || this.#joint !== undefined) this.#clause.negated = !this.#clause.negated;
      else verb.negated = !verb.negated;
      return;
    }
    if (!SCOPE.test(unit.lower)) return;
    this.#edge(node, this.#node(at, unit, 'quality'), 'scope');
  }

  #quality(unit: Unit): void {
    if (unit.lower === 'not' && chunkAt(this.#units, this.#at + 1) !== undefined) {
      // "Peru, but not Chile"
      this.#preposition = 'except';
      this.#joint = undefined;
      return;
    }
    if (/^(not|n't)$/.test(unit.lower)) {
      const next = this.#node(this.#at, unit, 'quality');
      const head = this.#clause.verb ?? this.#clause.subjects[0];
      if (head !== undefined) this.#edge(head, next, 'mod', true);
      return;
    }
    if (!/ADJ|ADV|NOUN|PROPN|VERB|NUM|INTJ|X/.test(unit.pos) || GLUE.test(unit.lower)) return;
    const node = this.#node(this.#at, unit, 'quality');
    const { last, verb } = this.#clause;
    const heads = unit.pos === 'ADJ' ? [last, verb] : [verb, last];
    const found = heads.filter((one) => one !== undefined);
    if (found.length === 0) this.#clause.fronted.push({ node, relation: 'mod' });
    for (const head of found) this.#edge(head, node, 'mod', true);
    if (unit.pos === 'ADJ' && found.length > 0) this.#clause.last = node;
  }

  #qualityOf(at: number, verb: Node): void {
    const unit = this.#unit(at) as Unit;
    if (GLUE.test(unit.lower)) return;
    this.#edge(verb, this.#node(at, unit, 'quality'), 'mod');
  }

  /** "at least", "up to", "about" before a number. */
  #hedge(): boolean {
    for (const [phrase, hedge] of HEDGES) {
      if (!phrase.every((word, index) => this.#unit(this.#at + index)?.lower === word)) continue;
      const next = this.#unit(this.#at + phrase.length);
      const wide = phrase.length > 1 || /^(nearly|almost|roughly|approximately)$/.test(phrase[0] ?? '');
      const counted = next?.kind === 'number' || (wide && COUNTED.test(next?.lower ?? ''));
      if (!counted || (hedge === 'only' && next?.kind !== 'number')) continue;
      if (/^(over|under|about|around)$/.test(phrase[0] ?? '') && phrase.length === 1 && this.#isPlaceOrTopic())
        continue;
      for (let index = 0; index < 4; index += 1) {
        const at = this.#at + phrase.length + index;
        if (this.#unit(at)?.kind === 'number' || index === 3) {
          this.#hedges.set(index === 3 ? this.#at + phrase.length : at, hedge);
          break;
        }
      }
      this.#at += phrase.length;
      return true;
    }
    return false;
  }

  #isPlaceOrTopic(): boolean {
    const before = this.#unit(this.#at - 1);
    return (
      this.#unit(this.#at)?.lower === 'about' &&
      /^(talk|speak|say|discuss|ask|agree|disagree|know|think|warn)$/.test(before?.lemma ?? '')
    );
  }

  // building

  #node(at: number, unit: Unit, kind: Node['kind']): Node {
    const existing = this.#nodes.find((one) => one.at === at && one.unit.lower === unit.lower);
    if (existing !== undefined) return existing;
    const node: Node = {
      id: this.#from + this.#nodes.length,
      text: this.#text,
      at,
      unit,
      kind,
      negated: false,
      mood: undefined,
      aspect: undefined,
      hedge: this.#hedges.get(at),
      plural: isPlural(unit),
      passive: false,
      telling: kind === 'act',
      particle: undefined,
      clause: this.#clause.id,
    };
    this.#nodes.push(node);
    return node;
  }

  #edge(head: Node, dependent: Node, relation: string, open?: boolean, soft?: boolean): void {
    if (head === dependent) return;
    if (this.#edges.some((one) => one.head === head && one.dependent === dependent && one.relation === relation))
      return;
    this.#edges.push({
      head,
      dependent,
      relation,
      ...(open ? { open: true as const } : {}),
      ...(soft ? { soft: true as const } : {}),
      ...(this.#asides.has(dependent) ? { aside: true as const } : {}),
    });
  }
}

function isPlural(unit: Unit): boolean {
  return (
    unit.kind === 'word' &&
    unit.pos === 'NOUN' &&
    unit.lower !== unit.lemma &&
    /(s|men|people|children)$/.test(unit.lower)
  );
}

/** Prepositions and conjunctions that say the same. */
function relationWord(word: string): string {
  return SAME_WORDS[word] ?? word;
}

const SAME_WORDS: Readonly<Record<string, string>> = {
  following: 'after',
  towards: 'to',
  toward: 'to',
  into: 'to',
  onto: 'to',
  inside: 'in',
  within: 'in',
  at: 'in',
  upon: 'on',
  regarding: 'on',
  concerning: 'on',
  about: 'on',
  over: 'over',
  till: 'until',
  though: 'although',
  whereas: 'while',
  till2: 'until',
  amongst: 'among',
  besides: 'beside',
  alongside: 'with',
};

const PHRASES: readonly (readonly [readonly string[], string])[] = (
  [
    ['in response to', 'response'],
    ['in retaliation for', 'response'],
    ['in reprisal for', 'response'],
    ['in exchange for', 'exchange'],
    ['in return for', 'exchange'],
    ['in return', 'exchange'],
    ['because of', 'because'],
    ['due to', 'because'],
    ['owing to', 'because'],
    ['on account of', 'because'],
    ['ahead of', 'before'],
    ['prior to', 'before'],
    ['out of', 'from'],
    ['as part of', 'part'],
    ['as well as', 'and'],
    ['on behalf of', 'behalf'],
    ['instead of', 'instead'],
    ['rather than', 'instead'],
    ['in spite of', 'despite'],
    ['in addition to', 'besides'],
    ['with regard to', 'on'],
    ['in front of', 'before'],
    ['depending on', 'depending'],
    ['in the wake of', 'after'],
    ['in the run-up to', 'before'],
    ['as a result of', 'because'],
    ['at the request of', 'request'],
    ['on the basis of', 'basis'],
    ['by means of', 'by'],
    ['under the terms of', 'under'],
    ['close to', 'near'],
    ['next to', 'near'],
    ['in favour of', 'favour'],
    ['in favor of', 'favour'],
    ['in protest at', 'protest'],
    ['in support of', 'support'],
    ['except for', 'except'],
    ['apart from', 'except'],
    ['along with', 'with'],
    ['together with', 'with'],
    ['such as', 'including'],
    ['away from', 'from'],
    ['north of', 'north'],
    ['south of', 'south'],
    ['east of', 'east'],
    ['west of', 'west'],
  ] as const
).map(([phrase, relation]) => [phrase.split(' '), relation] as const);

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

const COUNTED = /^(a|an|half|hundreds|thousands|dozens|millions|tens|several|many)$/;
const TIME_UNIT = /^(second|minute|hour|day|week|month|year|decade|century)s?$|^(centuries)$/;
const NOBODY: Readonly<Record<string, string>> = {
  nobody: 'anybody',
  nothing: 'anything',
  none: 'any',
  neither: 'either',
  nowhere: 'anywhere',
};
const MEASURED = /^(number|time)$/;
/** Verbs that nobody can suffer: their past form alone tells the past. */
const INTRANSITIVE =
  /^(agree|arrive|come|land|go|respond|refuse|fail|begin|vow|pledge|promise|continue|remain|appear|seem|happen|occur|die|drown|travel|flee|retreat|withdraw|fall|rise|collapse|sink|sail|fly|walk|march|gather|protest|vote|meet|talk|speak|negotiate|resign|live|stay|sit|stand|collide|crash|capsize|explode|erupt|intervene|depart|return|escape|disappear|emerge|last|comply|object|apologise|apologize|surrender|step|struggle|suffer|decline|cross|visit|insist|allege|argue|warn|deny)$/;
const AFFECTED = /^(wounded|injured|hurt|killed|missing|detained|arrested|displaced|captured)$/;
/** Verbs that are another verb with their preposition. */
const WITH_PREPOSITION: Readonly<Record<string, readonly string[]>> = {
  call: ['on', 'for'],
  appeal: ['to', 'for'],
  ask: ['for'],
  look: ['for'],
};
/** Determiners that say how many of them. */
const SCOPE =
  /^(all|every|each|both|some|many|several|few|most|half|another|other|more|fewer|less|such|certain|various|enough|much)$/;
/** Words that say nothing which a claim could change by having them. */
const GLUE =
  /^(also|too|however|meanwhile|thus|therefore|then|there|here|while|etc|namely|itself|themselves|himself|herself|please|indeed)$/;
/** Verbs whose object is to do what follows. */
const CONTROLS =
  /^(demand|order|tell|ask|urge|force|allow|permit|authorise|authorize|instruct|invite|require|enable|help|warn|call|want|get|let|make|oblige|compel|press|beg|encourage|persuade|convince|direct|command|expect|leave|cause|forbid|prompt|lead|push|advise|request)$/;
const CATCHING = /^(see|find|catch|keep|leave|stop|prevent|send|have|hear|watch)$/;
/** Nouns that say what is said or thought. */
const FACTS =
  /^(claim|fact|report|fear|hope|concern|statement|accusation|allegation|announcement|warning|news|belief|view|evidence|idea|sign|assurance|guarantee|promise|demand|condition|reason|possibility|risk|threat|suggestion|rumour|rumor|conclusion|understanding|argument|charge|indication|chance|admission|denial|proposal|pledge|doubt|impression)$/;
