import { setTimeout as delay } from 'node:timers/promises';
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
import { type ModalPlace, modalOf } from './components/modal.ts';
import type { DiscordApi } from './connection/api.ts';
import { failureOf } from './connection/failure.ts';
import type { GreetingPlace } from './places.ts';
import type { Asked, InteractionReplies } from './posting/interaction-replies.ts';
import type { Poster } from './posting/poster.ts';
import type { Replacer } from './posting/replacer.ts';

export interface ResponderOptions {
  readonly handle: RequestHandler;
  readonly api: DiscordApi;
  readonly poster: Poster;
  readonly replacer: Replacer;
  readonly replies: InteractionReplies;
  readonly logger: Logger;
  /** A request that takes longer is answered with a failure. */
  readonly patienceMs: number;
  readonly formMs: number;
  /** Whether the bot is in a workspace still. */
  isIn(workspace: string): boolean;
  /** Nothing is shown any more. */
  isOver(): boolean;
}

/** Answers that take less need no sign of being worked on. */
const QUICK_MS = 100;
const HOUR_MS = 3_600_000;
const MOST_TOLD = 1_000;
/** Nobody who stops a process waits longer. */
const EXCUSE_MS = 2_000;
/** Discord shows the sign for ten seconds. https://discord.com/developers/docs/resources/channel#trigger-typing-indicator */
const TYPING_MS = 8_000;

/** Hands requests to the bot and shows what it replies: in the channel, to the user alone, in a modal. */
export class Responder {
  readonly #options: ResponderOptions;
  readonly #answering: Answering;
  /** When what was told to whom. */
  readonly #told = new Map<string, number>();
  /** Deferred, and not answered yet. */
  readonly #open = new Set<Asked>();

  constructor(options: ResponderOptions) {
    this.#options = options;
    this.#answering = new Answering({ adapter: 'discord', ...options });
  }

  /** A command, or a button that stands for one: briefs are for the channel, all else for the user. */
  async interaction(request: ChatRequest, asked: Asked, modal: ModalPlace): Promise<void> {
    if (opensForm(request)) return this.#form(request, asked, modal);
    const { replies } = this.#options;
    const isForAll = request.direct === true || isPublic(request, asked);
    if (!(await this.#answering.first(replies.defer(asked, !isForAll)))) return;
    await this.#answering.replaceably(request, async (answering) => {
      const reply = await this.#whileOpen(asked, this.#toShow(answering));
      if (reply === undefined) return void (await this.#unlessOver(() => replies.withdraw(asked)));
      if (isForAll && !request.direct && !isShareable(reply)) return void (await replies.showAside(asked, reply));
      const replace = await replies.show(asked, reply, { request: request.id, isPrivate: !isForAll });
      return replace && this.#whileIn(request, replace);
    });
  }

  /** What is deferred when all ends is not left as if it were still thought about. */
  async excuse(): Promise<void> {
    const reply: Reply = { kind: 'notice', text: 'I am being restarted: ask again in a minute.' };
    const excused = [...this.#open].map((asked) => this.#options.replies.show(asked, reply, { isPrivate: false }));
    await Promise.race([Promise.allSettled(excused), delay(EXCUSE_MS, undefined, { ref: false })]);
  }

  /** To the one who asked, at once. */
  async refuse(asked: Asked, text: string): Promise<void> {
    await this.#options.replies.answer(asked, { kind: 'notice', text }, { isPrivate: true });
  }

  /** What was typed so far: nobody waits for anything else, and what fails completes nothing. */
  async complete(request: ChatRequest, { to }: Asked): Promise<void> {
    const reply = await this.#answering.atOnce(request);
    const values =
      reply?.kind === 'choices' ? reply.values.filter(({ length }) => length > 0 && length <= MOST_CHOICE) : [];
    await this.#unlessOver(() => this.#options.api.choose(to, values));
  }

  /** A direct message or mention: answered where it was asked, with a sign where that takes longer. */
  async question(request: ChatRequest, answers: string | undefined): Promise<void> {
    await this.#answering.replaceably(request, async (answering) => {
      const signs = this.#showTyping(request.conversation, answering);
      const reply = await this.#toShow(answering);
      await signs;
      return reply && this.#publicly(request, reply, answers);
    });
  }

  /** Gives how another reply takes its place; undefined where it could not be posted. */
  async #publicly(request: ChatRequest, reply: Reply, answers: string | undefined): Promise<Replace | undefined> {
    const { poster, replacer } = this.#options;
    const { conversation, id, user } = request;
    try {
      const sent = await poster.post(conversation, reply, { answers, request: id });
      return this.#whileIn(request, replacer.of(conversation, sent, id));
    } catch (error) {
      await this.tell(user, reasonOf(error));
      return undefined;
    }
  }

  /** A word about a message that asks nothing. */
  async explain(channel: string, text: string, answers: string | undefined): Promise<void> {
    const conversation: Conversation = { adapter: 'discord', workspace: '', channel };
    await this.#options.poster.post(conversation, { kind: 'notice', text }, { answers });
  }

  /** First contact, in a channel or with a person. @param find where, asked only if there is something to say */
  async greet(request: ChatRequest, find: () => Promise<GreetingPlace>): Promise<void> {
    const reply = await this.#reply(request);
    if (reply === undefined) return;
    const { channel, person } = await find();
    if (channel === undefined) await this.#tell(person ?? '', reply);
    else await this.#options.poster.post({ ...request.conversation, channel }, reply);
  }

  /** To a person alone; the same once an hour, since who takes no messages would make Discord refuse each of them. */
  async tell(user: string, text: string): Promise<void> {
    const key = `${user} ${text}`;
    if (performance.now() - (this.#told.get(key) ?? Number.NEGATIVE_INFINITY) < HOUR_MS) return;
    this.#told.delete(key);
    this.#told.set(key, performance.now());
    const [oldest] = this.#told.keys();
    if (this.#told.size > MOST_TOLD && oldest !== undefined) this.#told.delete(oldest);
    await this.#tell(user, { kind: 'notice', text });
  }

  /** Resolves once no better reply is being shown. */
  replaced(): Promise<unknown> {
    return this.#answering.replaced();
  }

  /** What needs no showing; also when all else is over. */
  note(request: ChatRequest): Promise<Reply | undefined> {
    return this.#answering.atOnce(request);
  }

  /** A form can only be the first answer: it is not deferred but waited for, as long as Discord waits. */
  async #form(request: ChatRequest, asked: Asked, modal: ModalPlace): Promise<void> {
    const { replies, formMs } = this.#options;
    const answering = this.#reply(request);
    const isLate = await Promise.race([answering.then(() => false), delay(formMs, true, { ref: false })]);
    const form = request.kind === 'command' ? request.text : '';
    const showing = { request: request.id, form, isPrivate: request.direct !== true };
    if (isLate && !(await this.#answering.first(replies.defer(asked, showing.isPrivate)))) return;
    const reply = isLate ? await this.#whileOpen(asked, answering) : await answering;
    if (reply === undefined) return this.#unlessOver(async () => void (isLate && (await replies.withdraw(asked))));
    if (isLate) await replies.show(asked, reply, showing);
    else if (reply.kind === 'form') await this.#showModal(reply.form, asked, modal);
    else await replies.answer(asked, reply, showing);
  }

  async #showModal(form: Form, asked: Asked, modal: ModalPlace): Promise<void> {
    try {
      await this.#options.api.showModal(asked.to, modalOf(form, modal));
    } catch (error) {
      this.#options.logger.warn({ adapter: 'discord', reason: reasonOf(error) }, 'a form could not be shown');
      if (failureOf(error).kind === 'unknown') await this.refuse(asked, formless[form.kind]);
    }
  }

  /** What cannot be sent is logged: there is nowhere else to say it. */
  async #tell(user: string, reply: Reply): Promise<void> {
    try {
      if (!this.#options.isOver()) await this.#options.poster.tell(user, reply);
    } catch (error) {
      this.#options.logger.warn({ adapter: 'discord', reason: reasonOf(error) }, 'somebody could not be told');
    }
  }

  async #whileOpen<Result>(asked: Asked, work: Promise<Result>): Promise<Result> {
    this.#open.add(asked);
    return work.finally(() => this.#open.delete(asked));
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

  async #reply(request: ChatRequest): Promise<Reply | undefined> {
    return this.#toShow(this.#answering.inTurn(request));
  }

  /** Undefined where nothing is to be shown: it came before, or all is over meanwhile. */
  async #toShow(answering: Promise<Reply | undefined>): Promise<Reply | undefined> {
    const reply = await answering;
    return this.#options.isOver() ? undefined : reply;
  }

  /** A server that has removed the bot is left alone. */
  #whileIn({ conversation }: ChatRequest, replace: Replace): Replace {
    return async (better) => void (this.#options.isIn(conversation.workspace) && (await replace(better)));
  }
}

/** What to do where Discord does not take a form. */
const formless: Readonly<Record<Form['kind'], string>> = {
  settings: 'Discord did not take the form. Mention me here with: brief settings time=07:00 zone=Asia/Karachi',
  feedback: 'Discord did not take the form. Ask about the sentence: an answer can be marked as wrong.',
};

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
