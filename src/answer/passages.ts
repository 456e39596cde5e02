import type { Answer } from '../domain/answer.ts';
import type { Archive, PassageHit, Scope } from '../domain/archive.ts';
import { type Citation, isNonEmpty } from '../domain/citation.ts';
import type { Event } from '../domain/event.ts';
import { searchPassages } from '../search/passages.ts';
import { findNames } from '../text/names.ts';
import { fold } from '../text/words.ts';
import { coverage } from './leftover.ts';
import { matching } from './match.ts';
import type { Question } from './question.ts';
import { refused } from './refusal.ts';

const QUOTED = 3;
const LOOKED_AT = 12;
/** Share of the question's words that a passage must hold to be quoted as what the archive says. */
const COVERED = 0.6;

/** The best passages as quotes where they speak of the question's actors and relation, else a refusal that says why. */
export async function fromPassages(
  archive: Archive,
  question: Question,
  events: readonly Event[],
  scope?: Scope,
): Promise<Answer> {
  const hits = await searchPassages(archive, question.text, { limit: LOOKED_AT, ...(scope && { scope }) });
  const names = [...new Set([...question.subjects, ...question.objects])];
  const missing = await unmentioned(archive, names, events, scope);
  const nearest = nearestTo(question, events, hits);
  if (missing.length > 0)
    return refused('not-mentioned', `Not in the archive: no stored article mentions ${missing.join(' or ')}.`, nearest);
  if (hits.length === 0)
    return refused('not-mentioned', 'Not in the archive: no stored article speaks of this.', nearest);
  const told = isQuotable(question) ? await quotable(archive, hits, question, names) : [];
  if (!isNonEmpty(told)) return refused('no-evidence', notFound(names), nearest);
  const [first, ...rest] = told;
  return { kind: 'answered', statements: [quoted(first), ...rest.map(quoted)], confidence: 'low' };
}

/** The passages of the stories themselves that speak of what is asked; a headline is no quote. */
async function quotable(
  archive: Archive,
  hits: readonly PassageHit[],
  question: Question,
  names: readonly string[],
): Promise<PassageHit[]> {
  const told: PassageHit[] = [];
  for (const hit of hits) {
    const article = await archive.articles.get(hit.articleId);
    if (told.length < QUOTED && hit.start >= (article?.bodyStart ?? 0) && speaksOf(hit, question, names))
      told.push(hit);
  }
  return told;
}

/** What comes nearest: acts of the kind that is asked about, whoever did them, else the best passages. */
function nearestTo(question: Question, events: readonly Event[], hits: readonly PassageHit[]): Citation[] {
  const alike = matching({ ...question, subjects: [], objects: [] }, events).slice(0, QUOTED);
  return alike.length > 0 ? alike.map((event) => event.claims[0].citation) : hits.slice(0, QUOTED).map(bare);
}

/** A quote can say what, why and where; whether, when, who and how many need a value that a quote alone does not show. */
function isQuotable(question: Question): boolean {
  return question.hole === 'what' || question.hole === 'why' || question.hole === 'list';
}

function quoted(hit: PassageHit) {
  return { text: hit.quote, citations: [bare(hit)] as const, origins: 1 };
}

function bare({ articleId, start, end, quote }: PassageHit): Citation {
  return { articleId, start, end, quote };
}

/** Names of the question that stand in no article in scope: looked for as actors, then as words. */
async function unmentioned(
  archive: Archive,
  names: readonly string[],
  events: readonly Event[],
  scope?: Scope,
): Promise<string[]> {
  const acting = new Set(events.flatMap((event) => [...event.actors, ...event.targets, event.place ?? '']));
  const missing: string[] = [];
  for (const name of names) {
    if ([...acting].some((actor) => actor === name || actor.includes(`${name} (`) || actor.endsWith(`(${name})`)))
      continue;
    if (!(await isMentioned(archive, name, scope))) missing.push(name);
  }
  return missing;
}

async function isMentioned(archive: Archive, name: string, scope?: Scope): Promise<boolean> {
  const hits = await searchPassages(archive, name, { limit: 20, ...(scope && { scope }) });
  return hits.some((hit) => mentions(hit.quote, name) || fold(hit.quote).includes(fold(name)));
}

function mentions(quote: string, name: string): boolean {
  return findNames(quote).some((found) => found.name === name || found.state === name);
}

/** The passage names the actors, holds the words of the relation, and most of the question's words. */
function speaksOf(hit: PassageHit, question: Question, names: readonly string[]): boolean {
  if (question.relation !== undefined && !question.relation.words.test(fold(hit.quote))) return false;
  if (!names.every((name) => mentions(hit.quote, name))) return false;
  const { leftover } = question;
  return leftover.length === 0 ? names.length > 0 : coverage(leftover, hit.quote) >= COVERED;
}

function notFound(names: readonly string[]): string {
  const about = names.length > 0 ? ` about ${names.join(' and ')}` : '';
  return `Not in the archive: no stored article says so${about}.`;
}
