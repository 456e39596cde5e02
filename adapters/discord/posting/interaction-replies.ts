import { DetenteError, type Replace, type Reply, type StandingMessage, StandingReply } from '../../../src/index.ts';
import type { DiscordApi, InteractionToken } from '../connection/api.ts';
import { failureOf } from '../connection/failure.ts';
import { type DiscordMessage, type RenderOptions, render } from '../render.ts';
import { again } from './again.ts';
import type { Poster } from './poster.ts';
import { byToken, inPlace } from './standing-messages.ts';

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

/** Follow-ups that Discord still takes. */
interface Room {
  left: number;
}

/** A reply that was shown in place of what was deferred. */
interface Shown {
  readonly asked: Asked;
  /** Of its first message. */
  readonly id: string;
  readonly isPrivate: boolean;
  readonly room: Room;
}

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

  /** In place of what was deferred. Gives how another reply takes its place; undefined where more may stand than is known. */
  async show(asked: Asked, reply: Reply, showing: Showing): Promise<Replace | undefined> {
    const [first, ...rest] = render(reply, showing);
    const id = await again(() => this.#api.editReply(asked.to, first), this.#againMs);
    const shown = { asked, id, isPrivate: showing.isPrivate, room: { left: asked.followUps } };
    const { messages, isSure } = await this.#rest(shown, reply, rest);
    const standing = new StandingReply([byToken(this.#api, asked.to, undefined, this.#againMs), ...messages]);
    return isSure ? (better) => this.#replace(standing, shown, better, showing) : undefined;
  }

  async #replace(standing: StandingReply<DiscordMessage>, shown: Shown, better: Reply, showing: Showing) {
    const [first, ...rest] = render(better, showing);
    // what stands is changed, and needs no room
    const most = standing.count - 1 + shown.room.left;
    const fitting = channelOfThread(shown, better) === undefined ? within(most, rest) : rest;
    await standing.replace([first, ...fitting], async (more) => {
      const { messages, isSure } = await this.#rest(shown, better, more);
      if (!isSure) throw new DetenteError('internal', 'Discord lost its answer to a part of a reply');
      return messages;
    });
  }

  /** At once, where nothing was deferred. */
  async answer({ to, followUps }: Asked, reply: Reply, { isPrivate, ...showing }: Showing): Promise<void> {
    const [first, ...rest] = render(reply, { ...showing, isPrivate });
    await this.#api.reply(to, first, isPrivate);
    await this.#followUp(to, { left: followUps }, rest, isPrivate);
  }

  /** To the one who asked, where all would have seen what was deferred. */
  async showAside(asked: Asked, reply: Reply): Promise<void> {
    const { to, followUps } = asked;
    await this.withdraw(asked).finally(() => this.#followUp(to, { left: followUps }, render(reply), true));
  }

  /** Where it is gone already, all is well. */
  async withdraw({ to }: Asked): Promise<void> {
    await again(() => this.#api.deleteReply(to), this.#againMs).catch((error: unknown) => {
      if (failureOf(error).kind !== 'expired') throw error;
    });
  }

  /** What follows the first message, and whether that is all that may stand. */
  async #rest(shown: Shown, reply: Reply, rest: readonly DiscordMessage[]) {
    if (rest.length === 0) return { messages: [], isSure: true };
    const { asked, id, isPrivate, room } = shown;
    const channel = channelOfThread(shown, reply);
    const thread = channel && (await this.#poster.threadOf(channel, id, reply));
    const { ids, isSure } =
      thread === undefined ? { ids: [], isSure: true } : await this.#poster.postInThread(thread, rest);
    const left = rest.slice(isSure ? ids.length : ids.length + 1);
    const followed = await this.#followUp(asked.to, room, [...left, ...(isSure ? [] : [LOST])], isPrivate);
    const threaded = ids.map((part) => inPlace(this.#api, [thread ?? ''], part, this.#againMs));
    return { messages: [...threaded, ...followed], isSure };
  }

  /** Never cut without a word. What may have been shown is not shown again: that there is more is said. */
  async #followUp(
    to: InteractionToken,
    room: Room,
    messages: readonly DiscordMessage[],
    isPrivate: boolean,
  ): Promise<StandingMessage<DiscordMessage>[]> {
    const followed: StandingMessage<DiscordMessage>[] = [];
    try {
      for (const message of within(room.left, messages)) {
        room.left -= 1;
        const id = await this.#api.followUp(to, message, isPrivate);
        followed.push(byToken(this.#api, to, id, this.#againMs));
      }
    } catch (error) {
      await this.#api.followUp(to, LOST, isPrivate).catch(() => {});
      throw error;
    }
    return followed;
  }
}

/** Where a thread of the reply may be begun. */
function channelOfThread({ asked, isPrivate }: Shown, { kind }: Reply): string | undefined {
  return kind === 'brief' && !isPrivate ? asked.channel : undefined;
}

function within(most: number, messages: readonly DiscordMessage[]): readonly DiscordMessage[] {
  return messages.length <= most ? messages : [...messages.slice(0, Math.max(0, most - 1)), MORE].slice(0, most);
}

const [MORE] = render({
  kind: 'notice',
  text: 'There is more than fits here: name a day or a situation, or ask me directly.',
});
const [LOST] = render({ kind: 'notice', text: 'Some of it could not be shown here. Ask again.' });
