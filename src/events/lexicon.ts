import { APPEALS } from './lexicon-appeals.ts';
import { CALM } from './lexicon-calm.ts';
import { FORCE } from './lexicon-force.ts';
import { PRESSURE } from './lexicon-pressure.ts';
import type { Pattern } from './pattern.ts';

const PATTERNS = new Map<string, Pattern[]>();
for (const { heads, pattern } of [...FORCE, ...PRESSURE, ...APPEALS, ...CALM])
  for (const head of heads) PATTERNS.set(head, [...(PATTERNS.get(head) ?? []), pattern]);

/** The ways a lemma can head a sense, narrow ones first. */
export function patternsOf(lemma: string): readonly Pattern[] {
  return PATTERNS.get(lemma) ?? [];
}
