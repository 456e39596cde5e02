import { setTimeout as delay } from 'node:timers/promises';
import {
  Answering,
  type ChatRequest,
  type Conversation,
  type Logger,
  type Reply,
  type RequestHandler,
  reasonOf,
} from '../../src/index.ts';
import { type ModalPlace, modalOf } from './components/modal.ts';
import type { DiscordApi } from './connection/api.ts';
import type { Asked, InteractionReplies } from './posting/interaction-replies.ts';
import type { Poster } from './posting/poster.ts';
import { isShareable } from './render.ts';

export interface ResponderOptions {
  readonly handle: RequestHandler;
  readonly api: DiscordApi;
  readonly poster: Poster;
  readonly replies: InteractionReplies;
  readonly logger: Logger;
  /** A request that takes longer is answered with a failure. */
  readonly patienceMs: number;
  readonly formMs: number;
  /** Nothing is shown any more. */
  isOver(): boolean;
}

/** Answers that take less need no sign of being worked on. */
const QUICK_MS = 100;
/** Discord shows the sign for ten seconds. https://discord.com/developers/docs/resources/channel#trigger-typing-indicator */
const TYPING_MS = 8_000;

/** Hands requests to the bot and shows what it replies: in the channel, to the user alone, in a modal. */
export class Responder {
  readonly #options: ResponderOptions;
  readonly #answering: Answering;

  constructor(options: ResponderOptions) {
    this.#options = options;
    this.#answering = new Answering({ adapter: 'discord', ...options });
  }

  /** A command, or a button that stands for one: briefs are for the channel, all else for the user. */
  async interaction(request: ChatRequest, asked: Asked, modal: ModalPlace): Promise<void> {
    if (opensForm(request)) return this.#form(request, asked, modal);
    const { replies } = this.#options;
    const isForAll = request.direct === true || isPublic(request, asked);
    if (!(await replies.defer(asked, !isForAll))) return;
    const reply = await this.#reply(request);
    if (reply === undefined) await this.#unlessOver(() => replies.withdraw(asked));
    else if (isForAll && !request.direct && !isShareable(reply)) await replies.showAside(asked, reply);
    else await replies.show(asked, reply, request.id, !isForAll);
  }

  /** To the one who asked, at once. */
  async refuse(asked: Asked, text: string): Promise<void> {
    await this.#options.replies.answer(asked, { kind: 'notice', text }, asked.to.id, true);
  }

  /** What was typed so far: nobody waits for anything else, and what fails completes nothing. */
  async complete(request: ChatRequest, { to }: Asked): Promise<void> {
    const reply = await this.#answering.atOnce(request);
    const values =
      reply?.kind === 'choices' ? reply.values.filter(({ length }) => length > 0 && length <= MOST_CHOICE) : [];
    await this.#unlessOver(() => this.#options.api.choose(to, values));
  }

  /** A direct message or mention: answered where it was asked, with a sign where that takes longer. */
  async question(request: ChatRequest, message: string): Promise<void> {
    const answering = this.#reply(request);
    const signs = this.#showTyping(request.conversation, answering);
    const reply = await answering;
    await signs;
    if (reply === undefined) return;
    try {
      await this.#options.poster.post(request.conversation, reply, { answers: message, request: request.id });
    } catch (error) {
      await this.tell(request.user, { kind: 'notice', text: reasonOf(error) });
    }
  }

  /** First contact, in a channel or, where none is named, with a person. */
  async greet(request: ChatRequest, person: string | undefined): Promise<void> {
    const reply = await this.#reply(request);
    if (reply === undefined) return;
    if (person === undefined) await this.#options.poster.post(request.conversation, reply);
    else await this.tell(person, reply);
  }

  /** To a person alone. What cannot be sent is logged: there is nowhere else to say it. */
  async tell(user: string, reply: Reply): Promise<void> {
    try {
      if (!this.#options.isOver()) await this.#options.poster.tell(user, reply);
    } catch (error) {
      this.#options.logger.warn({ adapter: 'discord', reason: reasonOf(error) }, 'somebody could not be told');
    }
  }

  /** What needs no showing; also when all else is over. */
  note(request: ChatRequest): Promise<Reply | undefined> {
    return this.#answering.atOnce(request);
  }

  /** A form can only be the first answer: it is not deferred but waited for, as long as Discord waits. */
  async #form(request: ChatRequest, asked: Asked, modal: ModalPlace): Promise<void> {
    const { api, replies, formMs } = this.#options;
    const answering = this.#reply(request);
    const isLate = await Promise.race([answering.then(() => false), delay(formMs, true, { ref: false })]);
    const isEphemeral = request.direct !== true;
    if (isLate && !(await replies.defer(asked, isEphemeral))) return;
    const reply = await answering;
    if (reply === undefined) return;
    if (isLate) await replies.show(asked, reply, request.id, isEphemeral);
    else if (reply.kind === 'form') await api.showModal(asked.to, modalOf(reply.form, modal));
    else await replies.answer(asked, reply, request.id, isEphemeral);
  }

  /** Not for what comes again: that is answered by nothing. */
  async #showTyping({ channel, thread }: Conversation, answering: Promise<unknown>): Promise<void> {
    const done = answering.then(() => true);
    for (let wait = QUICK_MS; !(await Promise.race([done, delay(wait, false, { ref: false })])); wait = TYPING_MS) {
      if (this.#options.isOver()) return;
      await this.#options.api.showTyping(thread ?? channel).catch(() => {});
    }
  }

  async #unlessOver(show: () => Promise<void>): Promise<void> {
    if (!this.#options.isOver()) await show();
  }

  /** Undefined where nothing is to be shown: it came before, or all is over meanwhile. */
  async #reply(request: ChatRequest): Promise<Reply | undefined> {
    const reply = await this.#answering.inTurn(request);
    return this.#options.isOver() ? undefined : reply;
  }
}

/** Name and value of a choice. */
const MOST_CHOICE = 100;

/** What the channel is to see: a brief that was asked for by its command; by a button what is shared, and a sample. */
function isPublic(request: ChatRequest, { isButton }: Asked): boolean {
  if (request.kind !== 'command') return request.kind === 'share';
  const forms = isButton ? /^\s*sample\b/i : /^\s*(today|since|sample)\b/i;
  return request.name === 'brief' && forms.test(request.text);
}

function opensForm(request: ChatRequest): boolean {
  return request.kind === 'command' && request.name === 'brief' && /^\s*(settings|wrong)\b/i.test(request.text);
}
