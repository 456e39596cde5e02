import { DetenteError } from '../../../src/index.ts';
import type { DiscordApi, Standing } from '../connection/api.ts';
import { failureOf } from '../connection/failure.ts';
import { again } from './again.ts';
import { MOST_PARTS, markIn, markOfPart } from './marks.ts';
import type { Pace } from './pace.ts';
import { begun, type Progress } from './progress.ts';
import { idBefore } from './snowflakes.ts';

/** Messages of a page: https://docs.discord.com/developers/resources/message#get-channel-messages */
const PAGE = 100;
/** Of a busy channel's day. */
const MOST_PAGES = 100;
/** A clock may be ahead of Discord's. */
const AHEAD_MS = 60_000;
const DAY_MS = 86_400_000;

export interface HistoryOptions {
  readonly api: DiscordApi;
  readonly pace: Pace;
  readonly againMs: number;
  /** The bot's own id. */
  own(): Promise<string>;
}

/** Finds the bot's own messages again by the marks that they carry. */
export class History {
  readonly #options: HistoryOptions;

  constructor(options: HistoryOptions) {
    this.#options = options;
  }

  /**
   * What stands of a delivery: its first message and the parts, in its thread and after it.
   * @param home where the first message was posted, and the conversation's own thread where that is one
   * @param mark of the first message
   * @param since milliseconds since 1970; later than now, as in a replay, a day is looked through
   * @returns undefined where not even the first message stands
   */
  async delivery(home: string, thread: string | undefined, mark: number, since: number) {
    const now = Date.now();
    const found = await this.#marked(home, idBefore((since > now ? now - DAY_MS : since) - AHEAD_MS));
    const first = found.get(mark);
    if (first === undefined) return undefined;
    const progress: Progress & { first: string } = { ...begun(thread), first };
    if (thread === undefined) await this.#lookIntoThread(progress, mark);
    this.#take(progress, home, mark, found);
    return progress;
  }

  /** Ids of the parts of a delivery that stand in a place, by number from 1. @param first the first message's id */
  async parts(place: string, mark: number, first: string): Promise<Map<number, string>> {
    return partsOf(mark, await this.#marked(place, first));
  }

  /** The thread of a message has the message's id. */
  async #lookIntoThread(progress: Progress & { first: string }, mark: number): Promise<void> {
    const { first } = progress;
    try {
      const found = await this.#marked(first, first);
      progress.thread = first;
      this.#take(progress, first, mark, found);
      progress.place = first;
    } catch (error) {
      if (!isUnknownChannel(error)) throw error;
    }
  }

  #take(progress: Progress, place: string, mark: number, found: ReadonlyMap<number, string>): void {
    for (const [part, id] of partsOf(mark, found)) {
      if (progress.parts.has(part)) continue;
      progress.parts.set(part, id);
      // what could not be posted in the thread goes on where it was posted then
      progress.place = place;
    }
  }

  /** The oldest message of each mark that is younger than another message. */
  async #marked(place: string, after: string): Promise<Map<number, string>> {
    const found = new Map<number, string>();
    const own = await this.#options.own();
    for (let page = 0, from = after; page < MOST_PAGES; page += 1) {
      await this.#options.pace.turn();
      const messages = await again(
        (within) => this.#options.api.messages(place, from, PAGE, within),
        this.#options.againMs,
      );
      for (const one of messages.toReversed()) note(found, one, own);
      const youngest = messages[0];
      if (messages.length < PAGE || youngest === undefined) return found;
      from = youngest.id;
    }
    throw new DetenteError(
      'internal',
      `More than ${MOST_PAGES * PAGE} messages stand after it in the channel: I cannot tell what I have posted; look there`,
    );
  }
}

function note(found: Map<number, string>, { id, author, components }: Standing, own: string): void {
  const mark = author.id === own ? markIn(components) : undefined;
  if (mark !== undefined && !found.has(mark)) found.set(mark, id);
}

function partsOf(mark: number, found: ReadonlyMap<number, string>): Map<number, string> {
  const parts = new Map<number, string>();
  for (let part = 1; part <= MOST_PARTS; part += 1) {
    const id = found.get(markOfPart(mark, part));
    if (id !== undefined) parts.set(part, id);
  }
  return parts;
}

function isUnknownChannel(error: unknown): boolean {
  const failure = failureOf(error);
  return failure.kind === 'closed' && failure.isGone;
}
