import { createHash } from 'node:crypto';
import { setImmediate as loopTurn } from 'node:timers/promises';
import type { Brief } from '../domain/brief.ts';
import type { Conversation } from '../domain/chat.ts';
import { formatDay } from '../domain/day.ts';
import type { BotParts } from './desk.ts';

/** As many as chat platforms offer. */
const MOST = 4;

/** Editions whose questions are remembered: one for each situation and zone that is looked at. */
const MOST_EDITIONS = 50;

/** Questions to offer, asked once for an edition: whoever opens a page must not make the archive answer all of them. */
export class OfferedQuestions {
  readonly #offered = new Map<string, Promise<readonly string[]>>();

  of(parts: BotParts, brief: Brief, conversation: Conversation): Promise<readonly string[]> {
    const edition = createHash('sha256').update(JSON.stringify(brief)).digest('base64');
    const known = this.#offered.get(edition);
    if (known !== undefined) return known;
    const questions = answerableQuestions(parts, brief, conversation);
    this.#offered.set(edition, questions);
    questions.catch(() => this.#offered.delete(edition));
    const [oldest] = this.#offered.keys();
    if (this.#offered.size > MOST_EDITIONS && oldest !== undefined) this.#offered.delete(oldest);
    return questions;
  }
}

/**
 * Questions that the current brief raises and the archive answers: each was asked before it is offered. Ordered by what
 * a desk wants first; forms that fit any crisis, filled with the brief's parties and days.
 */
async function answerableQuestions({ ask }: BotParts, brief: Brief, conversation: Conversation): Promise<string[]> {
  const found: string[] = [];
  for (const question of candidates(brief)) {
    if (found.length === MOST) break;
    // nobody waits for these: whoever asks meanwhile comes first
    await loopTurn();
    // a thread of its own: none of these follows up another, nor what a user asked
    const { answer } = await ask(question, { conversation: { ...conversation, thread: question }, user: 'détente' });
    if (answer.kind === 'answered' && answer.confidence !== 'low') found.push(question);
  }
  return found;
}

function candidates(brief: Brief): string[] {
  const parties = brief.situation?.parties ?? [];
  const filled = (id: string) => brief.sections.some((section) => section.id === id && section.items.length > 0);
  const [latest = [], ...earlier] = daysOf(brief).map((day) => [`What happened on ${formatDay(day)}?`]);
  return [
    ...latest,
    ...(filled('channels') ? ['Who offered mediation?'] : []),
    ...(filled('calm') ? ['Which steps eased tension?'] : []),
    ...(filled('away') ? ['Which steps raised tension?'] : []),
    ...parties.map((party) => `What did ${party} say?`),
    ...earlier.flat(),
    ...parties.map((party) => `Who called on ${party} for restraint?`),
  ];
}

/** Days of the acts that the brief reports, the latest first. */
function daysOf({ sections }: Brief): string[] {
  const days = sections.flatMap(({ items }) =>
    items.flatMap((item) => ('date' in item && /^\d{4}-\d{2}-\d{2}$/.test(item.date ?? '') ? (item.date ?? []) : [])),
  );
  return [...new Set(days)].sort().reverse();
}
