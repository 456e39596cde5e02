import { setTimeout as delay } from 'node:timers/promises';
import type { webApi } from '@slack/bolt';
import {
  Answering,
  type ChatRequest,
  type Conversation,
  type Form,
  isShareable,
  type Logger,
  type Replace,
  type Reply,
  type RequestHandler,
  reasonOf,
} from '../../src/index.ts';
import { homeView, modalView } from './blocks/views.ts';
import type { Poster } from './posting/poster.ts';
import type { PrivateReplies } from './posting/private-replies.ts';
import type { Replacer } from './posting/replacer.ts';
import type { Render } from './render.ts';
import { viewContext } from './requests.ts';

export interface ResponderOptions {
  readonly handle: RequestHandler;
  readonly client: webApi.WebClient;
  readonly poster: Poster;
  readonly replacer: Replacer;
  readonly privately: PrivateReplies;
  readonly render: Render;
  readonly logger: Logger;
  /** A request that takes longer is answered with a failure. */
  readonly patienceMs: number;
  /** Nothing is shown any more. */
  isOver(): boolean;
}

/** Where a reply can go that is meant for one user. */
export interface Asked {
  readonly responseUrl?: string | undefined;
  /** Opens a modal, within three seconds. */
  readonly triggerId?: string | undefined;
  readonly fromHome?: boolean;
}

/** Answers that take less need no sign of being worked on. */
const QUICK_MS = 100;

/** Hands requests to the bot and shows what it replies: in the channel, to the user alone, in a modal, on the home tab. */
export class Responder {
  readonly #options: ResponderOptions;
  readonly #answering: Answering;

  constructor(options: ResponderOptions) {
    this.#options = options;
    this.#answering = new Answering({ adapter: 'slack', ...options });
  }

  /**
   * A slash command: briefs are for the channel, all else for the user. What the user alone sees can be replaced by
   * nothing: `replace_original` posts another message below it, unless a button of that very message was clicked.
   * https://github.com/slackapi/bolt-js/issues/2287 and https://github.com/slackapi/bolt-python/issues/1268
   */
  async command(request: ChatRequest, asked: Asked): Promise<void> {
    const show = async (answering: Promise<Reply | undefined>) => {
      const reply = await this.#unlessOver(answering);
      if (reply?.kind === 'brief') return this.#publicly(request, reply, asked);
      if (reply !== undefined) await this.#toUser(request, reply, asked);
      return undefined;
    };
    if (asksForBrief(request)) await this.#answering.replaceably(request, show);
    else await show(this.#answering.inTurn(request));
  }

  /** A button: what is shared and a sample are for the channel, all else for the user. */
  async action(request: ChatRequest, asked: Asked): Promise<void> {
    const reply = await this.#reply(request);
    if (reply === undefined) return;
    const forAll = request.kind === 'share' ? isShareable(reply) : reply.kind === 'brief' && reply.sample === true;
    if (forAll) await this.#publicly(request, reply, asked);
    else await this.#toUser(request, reply, asked);
  }

  /** A direct message or mention: answered where it was asked, with a sign where that takes longer. */
  async question(request: ChatRequest): Promise<void> {
    await this.#answering.replaceably(request, async (answering) => {
      const isQuick = await Promise.race([answering.then(() => true), delay(QUICK_MS, false)]);
      if (!isQuick) this.#showReading(request.conversation);
      const reply = await this.#unlessOver(answering);
      return reply && this.#publicly(request, reply, {});
    });
  }

  /** Not for what comes again: nothing would be posted to take it away. */
  #showReading({ channel, thread = '' }: Conversation): void {
    const status = { channel_id: channel, thread_ts: thread, status: 'is reading the archive…' };
    this.#options.client.assistant.threads.setStatus(status).catch(() => {});
  }

  /** A modal that was sent off: the outcome is told to the user where it was opened. */
  async submission(request: ChatRequest, fromHome: boolean): Promise<void> {
    const reply = await this.#reply(request);
    if (reply === undefined) return;
    await this.#toUser(request, reply, {});
    const { id, conversation, user, at } = request;
    // the home tab shows the user's own settings
    if (fromHome) await this.home({ kind: 'home', id: `${id} home`, conversation, user, at, direct: true });
  }

  async home(request: ChatRequest): Promise<void> {
    const reply = await this.#reply(request);
    if (reply === undefined) return;
    const { client, render } = this.#options;
    const view = homeView(reply, request.conversation.channel, render);
    await client.views.publish({ user_id: request.user, view });
  }

  /** Questions to tap in an empty conversation. Naming a thread would make Slack drop them. */
  async suggest(request: ChatRequest): Promise<void> {
    const reply = await this.#reply(request);
    if (reply?.kind !== 'home' || reply.questions.length === 0) return;
    const prompts = reply.questions.map((question) => ({ title: question, message: question }));
    const place = { channel_id: request.conversation.channel, title: 'Ask about the current brief' };
    await this.#options.client.assistant.threads.setSuggestedPrompts({ ...place, prompts });
  }

  /** First contact. */
  async greet(request: ChatRequest): Promise<void> {
    const reply = await this.#reply(request);
    if (reply !== undefined) await this.#options.poster.post(request.conversation, reply);
  }

  /** A command that is none of ours, by another name than it has here. */
  async unknown(responseUrl: string, text: string): Promise<void> {
    if (!this.#options.isOver()) await this.#options.privately.send(responseUrl, { kind: 'notice', text });
  }

  /** What needs no showing; also when all else is over. */
  async note(request: ChatRequest): Promise<Reply | undefined> {
    return this.#answering.atOnce(request);
  }

  /** Resolves once no better reply is being shown. */
  replaced(): Promise<unknown> {
    return this.#answering.replaced();
  }

  async #reply(request: ChatRequest): Promise<Reply | undefined> {
    return this.#unlessOver(this.#answering.inTurn(request));
  }

  /** Undefined where nothing is to be shown: it came before, or all is over meanwhile. */
  async #unlessOver(answering: Promise<Reply | undefined>): Promise<Reply | undefined> {
    const reply = await answering;
    return this.#options.isOver() ? undefined : reply;
  }

  /** Gives how another reply takes its place; undefined where it could not be posted. */
  async #publicly(request: ChatRequest, reply: Reply, asked: Asked): Promise<Replace | undefined> {
    const { poster, replacer } = this.#options;
    const { conversation } = request;
    try {
      return replacer.of(conversation, await poster.post(conversation, reply));
    } catch (error) {
      await this.#toUser(request, { kind: 'notice', text: reasonOf(error) }, asked);
      return undefined;
    }
  }

  async #toUser(request: ChatRequest, reply: Reply, asked: Asked): Promise<void> {
    const { poster, privately } = this.#options;
    if (reply.kind === 'form' && asked.triggerId !== undefined) return this.#open(request, reply.form, asked);
    const { id, user, conversation, direct } = request;
    if (asked.responseUrl !== undefined) return privately.send(asked.responseUrl, reply, direct ? undefined : id);
    // by the user's id: two people's messages are direct too, and the bot is not in them
    if (direct) return void (await poster.post({ ...conversation, channel: user }, reply));
    // a channel that the bot is not in shows nothing of it, not even to one user
    await poster.whisper(conversation, user, reply).catch(() => poster.post({ ...conversation, channel: user }, reply));
  }

  async #open(
    request: ChatRequest,
    form: Form,
    { triggerId = '', responseUrl, fromHome = false }: Asked,
  ): Promise<void> {
    try {
      await this.#options.client.views.open({
        trigger_id: triggerId,
        view: modalView(form, viewContext(request, fromHome)),
      });
    } catch (error) {
      this.#options.logger.warn({ adapter: 'slack', error }, 'a form could not be opened');
      const text = 'The form could not be opened in the three seconds that Slack gives. Try again.';
      await this.#toUser(request, { kind: 'notice', text }, { responseUrl });
    }
  }
}

function asksForBrief(request: ChatRequest): boolean {
  return request.kind === 'command' && request.name === 'brief' && /^\s*(today|since)\b/i.test(request.text);
}
