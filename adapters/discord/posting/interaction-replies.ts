import type { Reply } from '../../../src/index.ts';
import type { DiscordApi, InteractionToken } from '../connection/api.ts';
import { failureOf } from '../connection/failure.ts';
import { type DiscordMessage, type RenderOptions, render } from '../render.ts';
import { again } from './again.ts';
import type { Poster } from './poster.ts';

/** An interaction that wants an answer. */
export interface Asked {
  readonly to: InteractionToken;
  /** Messages that may follow the first. */
  readonly followUps: number;
  /** By a button that stands under something that all have seen, or one person. */
  readonly isButton: boolean;
  /** Where a thread may be begun. */
  readonly channel?: string;
}

/** How a reply is shown: what its buttons name, and whether to one user alone. */
export type Showing = RenderOptions & { readonly isPrivate: boolean };

/** Later than this a second attempt would come too late. */
const AGAIN_WITHIN_MS = 1_000;

/** Answers an interaction, for all to see or for the one who asked. */
export class InteractionReplies {
  readonly #api: DiscordApi;
  readonly #poster: Poster;
  readonly #againMs: number;

  /** @param againMs before a change whose answer was lost is asked for again */
  constructor(api: DiscordApi, poster: Poster, againMs: number) {
    this.#api = api;
    this.#poster = poster;
    this.#againMs = againMs;
  }

  /** First of all: Discord waits three seconds. False where it waits no more. */
  async defer({ to }: Asked, isPrivate: boolean): Promise<boolean> {
    const began = performance.now();
    for (;;)
      try {
        await this.#api.defer(to, isPrivate);
        return true;
      } catch (error) {
        const { kind } = failureOf(error);
        if (kind === 'answered') return true;
        if (kind === 'expired') return false;
        if (kind !== 'doubtful' || performance.now() - began > AGAIN_WITHIN_MS) throw error;
      }
  }

  /** In place of what was deferred. */
  async show(asked: Asked, reply: Reply, showing: Showing): Promise<void> {
    const [first, ...rest] = render(reply, showing);
    const id = await again(() => this.#api.editReply(asked.to, first), this.#againMs);
    if (rest.length > 0) await this.#rest(asked, reply, id, rest, showing.isPrivate);
  }

  /** At once, where nothing was deferred. */
  async answer(asked: Asked, reply: Reply, showing: Showing): Promise<void> {
    const [first, ...rest] = render(reply, showing);
    await this.#api.reply(asked.to, first, showing.isPrivate);
    await this.#followUp(asked, rest, showing.isPrivate);
  }

  /** To the one who asked, where all would have seen what was deferred. */
  async showAside(asked: Asked, reply: Reply): Promise<void> {
    await this.withdraw(asked).finally(() => this.#followUp(asked, render(reply), true));
  }

  /** Where it is gone already, all is well. */
  async withdraw({ to }: Asked): Promise<void> {
    await again(() => this.#api.deleteReply(to), this.#againMs).catch((error: unknown) => {
      if (failureOf(error).kind !== 'expired') throw error;
    });
  }

  async #rest(asked: Asked, reply: Reply, id: string, rest: readonly DiscordMessage[], isPrivate: boolean) {
    const isThreaded = !isPrivate && reply.kind === 'brief' && asked.channel !== undefined;
    const thread = isThreaded ? await this.#poster.threadOf(asked.channel, id, reply) : undefined;
    const { count, isSure } =
      thread === undefined ? { count: 0, isSure: true } : await this.#poster.postInThread(thread, rest);
    await this.#followUp(asked, [...rest.slice(count), ...(isSure ? [] : [LOST])], isPrivate);
  }

  /** Never cut without a word. What may have been shown is not shown again: that there is more is said. */
  async #followUp({ to, followUps }: Asked, messages: readonly DiscordMessage[], isPrivate: boolean): Promise<void> {
    const fitting = messages.length <= followUps ? messages : [...messages.slice(0, followUps - 1), MORE];
    try {
      for (const message of fitting) await this.#api.followUp(to, message, isPrivate);
    } catch (error) {
      await this.#api.followUp(to, LOST, isPrivate).catch(() => {});
      throw error;
    }
  }
}

const [MORE] = render({
  kind: 'notice',
  text: 'There is more than fits here: name a day or a situation, or ask me directly.',
});
const [LOST] = render({ kind: 'notice', text: 'Some of it could not be shown here. Ask again.' });
