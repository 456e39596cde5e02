import type { webApi } from '@slack/bolt';
import {
  type ChatRequest,
  type Conversation,
  type Form,
  type Logger,
  type Reply,
  type RequestHandler,
  reasonOf,
} from '../../src/index.ts';
import { homeView, modalView } from './blocks/views.ts';
import type { Poster } from './posting/poster.ts';
import type { PrivateReplies } from './posting/private-replies.ts';
import type { Render } from './render.ts';
import { viewContext } from './requests.ts';
import { Turns } from './turns.ts';

export interface ResponderOptions {
  readonly handle: RequestHandler;
  readonly client: webApi.WebClient;
  readonly poster: Poster;
  readonly privately: PrivateReplies;
  readonly render: Render;
  readonly logger: Logger;
  /** A request that takes longer is answered with a failure. */
  readonly patienceMs: number;
}

/** Where a reply can go that is meant for one user. */
export interface Asked {
  readonly responseUrl?: string | undefined;
  /** Opens a modal, within three seconds. */
  readonly triggerId?: string | undefined;
}

/** Hands requests to the bot and shows what it replies: in the channel, to the user alone, in a modal, on the home tab. */
export class Responder {
  readonly #options: ResponderOptions;
  readonly #turns = new Turns();

  constructor(options: ResponderOptions) {
    this.#options = options;
  }

  /** A slash command: briefs are for the channel, all else for the user. */
  async command(request: ChatRequest, asked: Asked): Promise<void> {
    const reply = await this.#reply(request);
    if (reply?.kind === 'brief') await this.#publicly(request, reply, asked);
    else if (reply !== undefined) await this.#toUser(request, reply, asked);
  }

  /** A button: what is shared and a sample are for the channel, all else for the user. */
  async action(request: ChatRequest, asked: Asked): Promise<void> {
    const reply = await this.#reply(request);
    if (reply === undefined) return;
    const forAll = request.kind === 'share' ? reply.kind !== 'notice' : reply.kind === 'brief' && reply.sample === true;
    await (forAll ? this.#publicly(request, reply, asked) : this.#toUser(request, reply, asked));
  }

  /** A direct message or mention: answered where it was asked, with a sign meanwhile that it is being worked on. */
  async question(request: ChatRequest): Promise<void> {
    const { channel, thread = '' } = request.conversation;
    const status = { channel_id: channel, thread_ts: thread, status: 'is reading the archive…' };
    this.#options.client.assistant.threads.setStatus(status).catch(() => {});
    const reply = await this.#reply(request);
    if (reply !== undefined) await this.#options.poster.post(request.conversation, reply);
  }

  /** A modal that was sent off: the outcome is told to the user where it was opened. */
  async submission(request: ChatRequest): Promise<void> {
    const reply = await this.#reply(request);
    if (reply === undefined) return;
    await this.#toUser(request, reply, {});
    const { id, conversation, user, at } = request;
    // the home tab shows the user's own settings
    if (request.direct) await this.home({ kind: 'home', id: `${id} home`, conversation, user, at, direct: true });
  }

  async home(request: ChatRequest): Promise<void> {
    const reply = await this.#reply(request);
    const { client, render } = this.#options;
    if (reply?.kind !== 'home') return;
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

  async tell(conversation: Conversation, text: string): Promise<void> {
    await this.#options.poster.post(conversation, { kind: 'notice', text });
  }

  /** What needs no showing. */
  async note(request: ChatRequest): Promise<void> {
    await this.#reply(request);
  }

  async #reply(request: ChatRequest): Promise<Reply | undefined> {
    const { handle, patienceMs, logger } = this.#options;
    await this.#turns.next();
    try {
      return await patient(handle(request), patienceMs);
    } catch (error) {
      logger.error({ adapter: 'slack', kind: request.kind, error }, 'request failed');
      return { kind: 'failure', text: 'Something went wrong here, and it is not your fault. Try again.' };
    }
  }

  async #publicly(request: ChatRequest, reply: Reply, asked: Asked): Promise<void> {
    try {
      await this.#options.poster.post(request.conversation, reply);
    } catch (error) {
      await this.#toUser(request, { kind: 'notice', text: reasonOf(error) }, asked);
    }
  }

  async #toUser(request: ChatRequest, reply: Reply, asked: Asked): Promise<void> {
    const { poster, privately } = this.#options;
    if (reply.kind === 'form' && asked.triggerId !== undefined) return this.#open(request, reply.form, asked);
    if (asked.responseUrl !== undefined) return privately.send(asked.responseUrl, reply, request);
    if (request.direct) return void (await poster.post(request.conversation, reply));
    const { user, conversation } = request;
    // a channel that the bot is not in shows nothing of it, not even to one user
    await poster.whisper(conversation, user, reply).catch(() => poster.post({ ...conversation, channel: user }, reply));
  }

  async #open(request: ChatRequest, form: Form, { triggerId = '', responseUrl }: Asked): Promise<void> {
    try {
      await this.#options.client.views.open({ trigger_id: triggerId, view: modalView(form, viewContext(request)) });
    } catch (error) {
      this.#options.logger.warn({ adapter: 'slack', error }, 'a form could not be opened');
      const text = 'The form could not be opened in the three seconds that Slack gives. Try again.';
      await this.#toUser(request, { kind: 'notice', text }, { responseUrl });
    }
  }
}

/** Rejects when the time is over. */
function patient<Result>(work: Promise<Result>, patienceMs: number): Promise<Result> {
  const late = Promise.withResolvers<never>();
  const timer = setTimeout(() => late.reject(new Error(`no reply within ${patienceMs} ms`)), patienceMs);
  timer.unref();
  return Promise.race([work, late.promise]).finally(() => clearTimeout(timer));
}
