import type { Brief, BriefDefinition } from '../domain/brief.ts';
import type { BriefOptions } from './compose.ts';

/** The edition that has nothing to tell, with the reason. */
export function emptyBrief(
  definition: BriefDefinition,
  options: Pick<BriefOptions, 'date' | 'zone' | 'situation'>,
  articles: number,
): Brief {
  const text =
    articles === 0
      ? 'The archive is empty: `detente ingest <folder>`.'
      : `None of the ${articles} stored articles reports an act between two parties: name the situation with --situation, or ingest more.`;
  return {
    definition: definition.name,
    title: definition.title,
    situation: options.situation ?? null,
    date: options.date,
    zone: options.zone,
    covers: { from: null, to: null, articles: 0, origins: 0 },
    direction: 'quiet',
    tension: null,
    bottomLine: [],
    sections: [],
    notices: [{ code: 'empty-archive', text }],
    sources: [],
    engine: 'extractive',
  };
}
