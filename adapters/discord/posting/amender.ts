import type { Conversation, Reply, Sent } from '../../../src/index.ts';
import type { DiscordApi } from '../connection/api.ts';
import { failureOf } from '../connection/failure.ts';
import { type DiscordMessage, render } from '../render.ts';
import { again } from './again.ts';
import { type Calls, homeOf } from './calls.ts';
import type { History } from './history.ts';
import { marked, markIn, markOf, markOfPart, nonceOf } from './marks.ts';
import type { Pace } from './pace.ts';

export interface AmenderOptions {
  readonly api: DiscordApi;
  readonly calls: Calls;
  readonly history: History;
  readonly pace: Pace;
  readonly againMs: number;
}

/** A delivery that stands already. */
interface Standing {
  readonly home: string;
  /** Where its parts are, and where more of them go. */
  readonly place: string;
  /** What the marks of its parts are derived from. */
  readonly mark: number;
  /** Ids of its parts by number from 1, those of earlier corrections too. */
  readonly parts: ReadonlyMap<number, string>;
}

/** In the place of a part that a correction leaves nothing of. */
const [WITHDRAWN] = render({ kind: 'notice', text: 'Withdrawn: see the correction.' });

/** Puts replies in the place of what was posted, message by message; the marks stay, so that it is found again. */
export class Amender {
  readonly #options: AmenderOptions;

  constructor(options: AmenderOptions) {
    this.#options = options;
  }

  /** Twice is as good as once. @throws DetenteError `not-found` where the first message is gone; `internal` otherwise */
  amend(conversation: Conversation, sent: Sent, reply: Reply): Promise<void> {
    return this.#options.calls.inTurn(conversation, 'correct anything', async () => {
      const [first, ...rest] = render(reply);
      const home = homeOf(conversation);
      const { components } = await this.#surely((within) => this.#options.api.message(home, sent.id, within));
      const mark = markIn(components);
      const standing = await this.#standing(home, sent, mark ?? markOf(sent.id));
      await this.#edit(home, sent.id, marked(first, mark));
      const most = Math.max(rest.length, ...standing.parts.keys());
      for (let part = 1; part <= most; part += 1) await this.#amendPart(standing, part, rest[part - 1]);
    });
  }

  /** Its thread may be gone: then what follows the first message goes into the channel. */
  async #standing(home: string, sent: Sent, mark: number): Promise<Standing> {
    for (const place of new Set([sent.thread ?? home, home]))
      try {
        const marks = await this.#options.history.parts(place, mark, sent.id);
        return { home, place, mark, parts: withKnown(marks, sent.parts ?? []) };
      } catch (error) {
        if (place === home || !isGone(error)) throw error;
      }
    throw new TypeError('no place');
  }

  async #amendPart({ home, place, mark, parts }: Standing, part: number, message: DiscordMessage | undefined) {
    const id = parts.get(part);
    const own = markOfPart(mark, part);
    if (id !== undefined && (await this.#isEdited([place, home], id, marked(message ?? WITHDRAWN, own)))) return;
    if (message === undefined) return;
    // under the nonce of a message that is gone Discord would give that one
    const nonce = nonceOf(`${mark} ${part} in place of ${id}`);
    const post = { nonce, isSilent: true };
    await this.#surely((within) => this.#options.api.post(place, marked(message, own), { ...post, within }));
  }

  /** A part stands in the thread, or in the channel where the thread took no posts. False where it is gone. */
  async #isEdited(places: readonly string[], id: string, message: DiscordMessage): Promise<boolean> {
    for (const place of new Set(places))
      try {
        await this.#edit(place, id, message);
        return true;
      } catch (error) {
        if (failureOf(error).kind !== 'expired') throw error;
      }
    return false;
  }

  /** Threads are archived after a day, and nothing is changed in one that is. */
  async #edit(place: string, id: string, message: DiscordMessage): Promise<void> {
    const edit = () => this.#surely((within) => this.#options.api.edit(place, id, message, within));
    try {
      await edit();
    } catch (error) {
      if ((error as { readonly code?: unknown }).code !== THREAD_ARCHIVED) throw error;
      await this.#surely((within) => this.#options.api.reopenThread(place, within));
      await edit();
    }
  }

  async #surely<Result>(call: (within?: AbortSignal) => Promise<Result>): Promise<Result> {
    await this.#options.pace.turn();
    return again(call, this.#options.againMs);
  }
}

/** https://docs.discord.com/developers/topics/opcodes-and-status-codes#json-json-error-codes */
const THREAD_ARCHIVED = 50083;

/** Parts without a mark were posted without a key: these are known by what was told of them. */
function withKnown(marks: ReadonlyMap<number, string>, ids: readonly string[]): Map<number, string> {
  const parts = new Map(marks);
  const found = new Set(marks.values());
  for (const [at, id] of ids.entries()) if (!found.has(id) && !parts.has(at + 1)) parts.set(at + 1, id);
  return parts;
}

function isGone(error: unknown): boolean {
  const failure = failureOf(error);
  return failure.kind === 'closed' && failure.isGone;
}
