import type { Answer, UnansweredReason } from '../domain/answer.ts';
import type { PassageHit } from '../domain/archive.ts';
import type { Citation } from '../domain/citation.ts';
import type { Event } from '../domain/event.ts';
import { searchTerms } from '../search/query.ts';
import { findNames, standsFor } from '../text/names.ts';
import { fold } from '../text/words.ts';
import { isWordOf } from './cover.ts';
import type { Ground } from './ground.ts';
import { matching } from './match.ts';
import { preferred } from './preference.ts';
import type { Question } from './question/frame.ts';
import { relationNamed } from './relations.ts';

const NEAREST = 3;

/** An honest refusal: why, in plain words, and the nearest evidence. */
export function refused(reason: UnansweredReason, message: string, nearest: readonly Citation[]): Answer {
  return { kind: 'unanswered', reason, message, nearest };
}

/** Not in the archive: who stands nowhere, or what was looked for, with the words that come closest. */
export async function notInArchive(question: Question, ground: Ground): Promise<Answer> {
  const hits = preferred(question, await ground.hits(question), ground);
  const missing = await unmentioned(question, ground);
  const nearest = await nearestTo(question, ground, hits);
  if (missing.length > 0)
    return refused('not-mentioned', `Not in the archive: no stored article mentions ${missing.join(' or ')}.`, nearest);
  if (hits.length === 0)
    return refused('not-mentioned', 'Not in the archive: no stored article speaks of this.', nearest);
  return refused(
    'no-evidence',
    `Not in the archive: no stored article says so (looked for: ${lookedFor(question)}).`,
    nearest,
  );
}

/** The question's names and words, as they were looked for. */
function lookedFor(question: Question): string {
  const names = [...new Set([...question.names.map(({ name }) => name), ...question.proper])];
  const rest = question.text
    .split(/[^\p{L}\p{N}’'-]+/u)
    .map((word) => word.replace(/['’]s?$/, ''))
    .filter(
      (word) =>
        word.length > 3 &&
        !STOP.test(word) &&
        !names.some((name) => name.includes(word)) &&
        !question.names.some(({ spelling }) => spelling.includes(word)),
    );
  return [...names, ...new Set(rest.map((word) => word.toLowerCase()))].slice(0, 8).join(', ');
}

const STOP =
  /^(what|when|where|which|whom|whose|does|have|been|were|with|from|that|this|there|their|many|much|will|would|could|about|into|between|said|happened)$/i;

/** What comes nearest: an act of the kind that is asked about, whoever did it, then the best passages. */
async function nearestTo(question: Question, ground: Ground, hits: readonly PassageHit[]): Promise<Citation[]> {
  const anyone = { ...question, subjects: [], objects: [], agents: [], places: [], proper: [], leftover: [] };
  const kind = question.relation?.name.endsWith('-offer') ? relationNamed('answer-offer') : question.relation;
  const alike = (await matching({ ...anyone, ...(kind && { relation: kind }) }, ground)).map(({ event }) => event);
  const own = alike.filter((event) => touches(event, question));
  const [act] = own.length > 0 ? own : alike.length <= NEAREST ? alike : [];
  const chosen = (act === undefined ? [] : [act]).map((event) => event.claims[0].citation);
  const rest = hits
    .map(bare)
    .filter((hit) => !chosen.some((one) => one.articleId === hit.articleId && one.start === hit.start));
  // copies of one report say it in the same words
  const different = new Map([...chosen, ...rest].toReversed().map((one) => [fold(one.quote), one]));
  return [...different.values()].reverse().slice(0, NEAREST);
}

function touches(event: Event, question: Question): boolean {
  return question.names.some(({ name }) => event.named.flat().includes(name) || event.actors.includes(name));
}

function bare({ articleId, start, end, quote }: PassageHit): Citation {
  return { articleId, start, end, quote };
}

/** Names of the question that stand in no article in scope: looked for as actors, then as words. */
async function unmentioned(question: Question, ground: Ground): Promise<string[]> {
  const known = [...new Set(question.names.map(({ name }) => name))];
  const missing: string[] = [];
  for (const name of known)
    if (!(await isFound(question, ground, name, (quote) => mentions(quote, name)))) missing.push(name);
  for (const word of question.proper)
    if (!(await isFound(question, ground, word, (quote) => isWordOf(word, quote)))) missing.push(word);
  return missing;
}

/** By what was found for the question already, then by the events, then by a search of its own. */
async function isFound(
  question: Question,
  ground: Ground,
  name: string,
  holds: (quote: string) => boolean,
): Promise<boolean> {
  if ((await ground.hits(question)).some(({ quote }) => holds(quote))) return true;
  const scenes = await ground.scenes(question);
  if (/^\p{Lu}{2,6}$/u.test(name) && scenes.some(({ article }) => isWordOf(name, article.text))) return true;
  const acting = (await ground.events()).some(({ named, actors, targets }) =>
    [...named.flat(), ...actors, ...targets].some((actor) => isCalled(actor, name)),
  );
  if (acting) return true;
  const hits = await ground.archive.passages.find({ terms: searchTerms(name), limit: 20, scope: ground.scope });
  return hits.some(({ quote }) => holds(quote));
}

function isCalled(actor: string, name: string): boolean {
  return actor === name || actor.includes(`${name} (`) || actor.endsWith(`(${name})`) || isWordOf(name, actor);
}

function mentions(quote: string, name: string): boolean {
  return fold(quote).includes(fold(name)) || findNames(quote).some((found) => standsFor(found, name));
}
