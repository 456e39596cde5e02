import type { Brief, Statement } from '../domain/brief.ts';

/** Those of the sections, then those of the bottom line. */
export function statementsOf(brief: Brief): Statement[] {
  const listed = brief.sections.flatMap((section) =>
    section.id === 'disagree' || section.id === 'unknown' ? [] : section.items,
  );
  return [...listed, ...brief.bottomLine];
}
