import type { NonEmpty } from '../domain/citation.ts';
import { type EvidenceSentence, type Fault, faultOf } from './gate.ts';

/** What a wording may not have beyond the statement that it words, even where a quote under it has it. */
const ATOMS: ReadonlySet<Fault> = new Set([
  'number',
  'date',
  'name',
  'negation',
  'modality',
  'attribution',
  'hedge',
  'markup',
  'language',
  'length',
  'empty',
]);

/** A wording that lost something of its statement. */
export type WordingFault = Fault | `lost ${Fault}`;

/**
 * What is wrong with a statement in other words: stricter than the gate for claims, since nothing may be added and
 * nothing lost. Each must carry the other, so that a wording says what the statement says, no more and no less; its
 * words, but no number, date, name, negation, modal or owner, may also be those of the quotes. What stands between
 * semicolons is worded part by part, or a day of one could go over to another.
 */
export function faultOfWording(
  wording: string,
  statement: { readonly text: string },
  evidence: NonEmpty<EvidenceSentence>,
): WordingFault | undefined {
  const [own, said] = [wording, statement.text].map((text) => text.split(/;\s+/)) as [string[], string[]];
  if (own.length !== said.length) return 'lost predicate';
  for (const [at, part] of own.entries()) {
    const fault = faultOfPart(part, said[at] ?? '', evidence);
    if (fault !== undefined) return fault;
  }
  return undefined;
}

function faultOfPart(wording: string, text: string, evidence: NonEmpty<EvidenceSentence>): WordingFault | undefined {
  const added = faultOf(wording, [{ text }]);
  const fault = added === undefined || ATOMS.has(added) ? added : faultOf(wording, [{ text }, ...evidence]);
  if (fault !== undefined) return fault;
  const lost = faultOf(text, [{ text: wording }]);
  return lost === undefined ? undefined : `lost ${lost}`;
}
