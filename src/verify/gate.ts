import type { IsoDate } from '../domain/article.ts';
import type { NonEmpty } from '../domain/citation.ts';
import type { ClaimDraft, NumberedPassage } from '../domain/model.ts';
import { isCarriedInOrder } from './alignment/carried-in-order.ts';
import { isBroadened } from './grammar/broadened.ts';
import { strangeConnective } from './grammar/connectives.ts';
import { isCopy } from './grammar/copies.ts';
import type { Node } from './grammar/graph.ts';
import { isProper } from './grammar/licence.ts';
import { isDisordered } from './grammar/order-of-deeds.ts';
import { isLentPhrase } from './grammar/own-phrases.ts';
import { isLentToll } from './grammar/own-tolls.ts';
import { readClaim, readSource } from './grammar/readings.ts';
import type { Pool } from './grammar/standing.ts';
import { isStripped } from './grammar/stripped.ts';
import { type Gap, gapOf } from './grammar/support.ts';
import { blemishOf, isTooMany } from './plain.ts';
import { holdsQuote } from './quotes.ts';
import { isTornOut } from './torn-out/torn-out.ts';

/** Why a claim is not shown. */
export type Fault =
  | 'empty'
  | 'markup'
  | 'language'
  | 'length'
  | 'unquoted'
  | 'unknown-sentence'
  | 'forged-quote'
  | 'number'
  | 'date'
  | 'name'
  | 'negation'
  | 'modality'
  | 'attribution'
  | 'hedge'
  | 'word'
  | 'predicate'
  | 'roles';

/** A sentence of the archive with what is known of its article. */
export interface EvidenceSentence {
  readonly text: string;
  readonly outlet?: string;
  readonly title?: string;
  /** Times in the sentence are counted from this day. */
  readonly publishedAt?: IsoDate;
}

export type Gated =
  | {
      readonly kind: 'passed';
      readonly text: string;
      /** The ids of the passages that it rests on, ascending, each once. */
      readonly sentences: NonEmpty<number>;
    }
  | { readonly kind: 'dropped'; readonly fault: Fault };

/** Passes a claim only where every sentence it cites exists and holds its quote, and these sentences carry all of it. */
export function gate(draft: ClaimDraft, passages: readonly NumberedPassage[]): Gated {
  const text = draft.text.trim();
  const cited = new Map<number, NumberedPassage>();
  for (const { id, quote } of draft.quotes) {
    const passage = passages.find((one) => one.id === id);
    if (passage === undefined) return dropped('unknown-sentence');
    if (!holdsQuote(passage.text, quote)) return dropped('forged-quote');
    cited.set(id, passage);
  }
  const [first, ...others] = [...cited.keys()].sort((a, b) => a - b);
  if (first === undefined) return dropped('unquoted');
  const [one, ...more] = [first, ...others].map((id) => cited.get(id) as NumberedPassage);
  const fault = faultOf(text, [one as NumberedPassage, ...more]);
  return fault === undefined ? { kind: 'passed', text, sentences: [first, ...others] } : dropped(fault);
}

function dropped(fault: Fault): Gated {
  return { kind: 'dropped', fault };
}

/** In UTF-16 code units: no sentence of prose is longer, and reading takes time in proportion to its square. */
const LONGEST = 2_000;

/** What in a claim its sentences do not carry; undefined where they carry all of it. No model is asked. */
export function faultOf(claim: string, evidence: NonEmpty<EvidenceSentence>): Fault | undefined {
  const blemish = blemishOf(claim);
  if (blemish !== undefined) return blemish;
  if (evidence.some(({ text }) => text.length > LONGEST)) return 'length';
  if (isTornOut(claim, evidence)) return 'modality';
  if (isLentPhrase(claim, evidence) || isLentToll(claim, evidence) || isDisordered(claim, evidence)) return 'roles';
  if (evidence.some(({ text }) => isCopy(claim, text))) return undefined;
  if (isBroadened(claim, evidence) || isStripped(claim, evidence)) return 'predicate';
  const fault = syntaxFault(claim, evidence);
  if (fault === undefined || fault === 'length') return fault;
  return isCarriedInOrder(claim, evidence, (own, sources) => syntaxFault(own, sources) === undefined)
    ? undefined
    : fault;
}

/** What the grammar of a claim tells that the grammar of its sentences does not. */
function syntaxFault(claim: string, evidence: readonly EvidenceSentence[]): Fault | undefined {
  const graph = readClaim(claim);
  if (isTooMany(graph.sentences)) return 'length';
  if (
    strangeConnective(
      claim,
      evidence.map((sentence) => sentence.text),
    ) !== undefined
  )
    return 'predicate';
  const gap = gapOf(graph, poolOf(evidence));
  return gap === undefined ? undefined : faultOfGap(gap);
}

function poolOf(evidence: readonly EvidenceSentence[]): Pool {
  const graphs = evidence.map(({ text }, index) => readSource(text, index));
  return {
    nodes: graphs.flatMap((graph) => graph.nodes),
    edges: graphs.flatMap((graph) => graph.edges),
    days: evidence.map((sentence) => sentence.publishedAt),
    articles: evidence.map(({ outlet, title, publishedAt }) =>
      title === undefined ? undefined : `${outlet} ${title} ${publishedAt}`,
    ),
  };
}

function faultOfGap(gap: Gap): Fault {
  if (gap.kind !== 'unsaid') return gap.of;
  return faultOfWord(gap.node);
}

function faultOfWord({ unit, kind }: Node): Fault {
  if (unit.kind === 'number') return 'number';
  if (unit.kind === 'time') return 'date';
  return isProper(unit) ? 'name' : kind === 'act' ? 'predicate' : 'word';
}
