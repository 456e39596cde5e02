import type { Brief, BriefDefinition, Notice } from '../domain/brief.ts';
import type { BriefOptions } from './compose.ts';
import { feedNotices, noArticlesYet } from './feed-notices.ts';
import { windowStart } from './window.ts';

/** What an archive without articles answers to everything. */
export const EMPTY_ARCHIVE = 'The archive is empty: `detente ingest <folder>`.';

/** The edition that has nothing to tell, with the reason. */
export function emptyBrief(
  definition: BriefDefinition,
  options: Pick<BriefOptions, 'date' | 'zone' | 'situation' | 'feeds'>,
  articles: number,
): Brief {
  const news = definition.sections.find((section) => section.id === 'new');
  return {
    definition: definition.name,
    title: definition.title,
    situation: options.situation ?? null,
    date: options.date,
    zone: options.zone,
    covers: { from: windowStart(options.date, definition.windowDays), to: options.date, articles: 0, origins: 0 },
    direction: 'quiet',
    tension: null,
    bottomLine: [],
    sections: [{ id: 'new', heading: news?.heading ?? 'New', items: [] }],
    notices: [noticeFor(articles, options), ...feedNotices(options)],
    sources: [],
    engine: 'extractive',
  };
}

function noticeFor(articles: number, options: Pick<BriefOptions, 'date' | 'zone' | 'feeds'>): Notice {
  if (articles === 0) return { code: 'empty-archive', text: noArticlesYet(options) ?? EMPTY_ARCHIVE };
  const stored = articles === 1 ? 'The one stored article reports' : `None of the ${articles} stored articles reports`;
  const text = `${stored} ${articles === 1 ? 'no' : 'an'} act between two parties: name the situation with --situation, or ingest more.`;
  return { code: 'nothing-new', text };
}
