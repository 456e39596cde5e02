import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import type { NonEmpty } from '../../src/domain/citation.ts';
import { type EvidenceSentence, faultOf } from '../../src/verify/gate.ts';

/** Sentences of one article, and what they carry and do not carry by how they are built. */
interface Construction {
  readonly sources: readonly string[];
  readonly carried: readonly string[];
  readonly unsaid: readonly string[];
}

const constructions = JSON.parse(
  readFileSync(new URL('./constructions.json', import.meta.url), 'utf8'),
) as readonly Construction[];

test('asides, joined clauses, speakers and what is named again carry what they say', () => {
  expect(constructions.flatMap(({ sources, carried }) => carried.filter((claim) => !passes(claim, sources)))).toEqual(
    [],
  );
});

test('none of them carries its look-alikes, in one article or several', () => {
  expect(
    constructions.flatMap(({ sources, unsaid }) =>
      unsaid.filter((claim) => passes(claim, sources) || passes(claim, sources, [])),
    ),
  ).toEqual([]);
});

test('what is named again in another article is not taken for the same', () => {
  const claim = 'Rebels attacked a convoy near Goma that was carrying food from Uganda.';
  const first: EvidenceSentence = { text: 'Rebels attacked a convoy near Goma on Monday.', outlet: 'A', title: 'One' };
  const text = 'The convoy was carrying food from Uganda.';
  expect(faultOf(claim, [first, { text, outlet: 'A', title: 'One' }])).toBeUndefined();
  expect(faultOf(claim, [first, { text, outlet: 'B', title: 'Two' }])).toBeDefined();
});

function passes(claim: string, sources: readonly string[], known: readonly string[] = ['One']): boolean {
  const evidence = sources.map(
    (text): EvidenceSentence => ({
      text,
      publishedAt: '2024-03-14',
      ...(known[0] !== undefined && { title: known[0] }),
    }),
  );
  return faultOf(claim, evidence as unknown as NonEmpty<EvidenceSentence>) === undefined;
}
