import type { Reply } from '../../../src/index.ts';
import type { DiscordApi, InteractionToken } from '../connection/api.ts';
import { failureOf } from '../connection/failure.ts';
import { type DiscordMessage, render } from '../render.ts';
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

/** Answers an interaction, for all to see or for the one who asked. */
export class InteractionReplies {
  readonly #api: DiscordApi;
  readonly #poster: Poster;

  constructor(api: DiscordApi, poster: Poster) {
    this.#api = api;
    this.#poster = poster;
  }

  /** First of all: Discord waits three seconds. False where it waits no more. */
  async defer({ to }: Asked, isEphemeral: boolean): Promise<boolean> {
    for (let attempt = 1; ; attempt += 1)
      try {
        await this.#api.defer(to, isEphemeral);
        return true;
      } catch (error) {
        const { kind } = failureOf(error);
        if (kind === 'answered') return true;
        if (kind === 'expired') return false;
        if (attempt === 2) throw error;
      }
  }

  /** In place of what was deferred. */
  async show(asked: Asked, reply: Reply, request: string, isEphemeral: boolean): Promise<void> {
    const [first, ...rest] = render(reply, { request, isPrivate: isEphemeral });
    const id = await this.#api.editReply(asked.to, first);
    if (rest.length > 0) await this.#rest(asked, reply, id, rest, isEphemeral);
  }

  /** At once, where nothing was deferred. */
  async answer(asked: Asked, reply: Reply, request: string, isEphemeral: boolean): Promise<void> {
    const [first, ...rest] = render(reply, { request, isPrivate: isEphemeral });
    await this.#api.reply(asked.to, first, isEphemeral);
    await this.#followUp(asked, rest, isEphemeral);
  }

  /** To the one who asked, where all would have seen what was deferred. */
  async showAside(asked: Asked, reply: Reply): Promise<void> {
    await this.#api.deleteReply(asked.to);
    await this.#followUp(asked, render(reply), true);
  }

  async withdraw({ to }: Asked): Promise<void> {
    await this.#api.deleteReply(to);
  }

  async #rest(asked: Asked, reply: Reply, id: string, rest: readonly DiscordMessage[], isEphemeral: boolean) {
    const isThreaded = !isEphemeral && reply.kind === 'brief' && asked.channel !== undefined;
    const thread = isThreaded ? await this.#poster.threadOf(asked.channel, id, reply) : undefined;
    if (thread === undefined) await this.#followUp(asked, rest, isEphemeral);
    else await this.#poster.postInThread(thread, rest);
  }

  /** Never cut without a word. */
  async #followUp({ to, followUps }: Asked, messages: readonly DiscordMessage[], isEphemeral: boolean): Promise<void> {
    const [more] = render({
      kind: 'notice',
      text: 'There is more than fits here: ask in a direct message for all of it.',
    });
    const fitting = messages.length <= followUps ? messages : [...messages.slice(0, followUps - 1), more];
    for (const message of fitting) await this.#api.followUp(to, message, isEphemeral);
  }
}
