import { randomUUID } from 'node:crypto';
import { helpEntries, parseBriefRequest } from './commands.ts';
import type { AnswerReport } from './domain/answer.ts';
import type { Archive } from './domain/archive.ts';
import type { IsoDate, IsoInstant } from './domain/article.ts';
import type { Brief } from './domain/brief.ts';
import type { ChatRequest, Conversation, RequestHandler } from './domain/chat.ts';
import type { Clock } from './domain/clock.ts';
import type { Logger } from './domain/logger.ts';
import type { Reply } from './domain/reply.ts';
import { DetenteError } from './errors.ts';

export interface BriefOptions {
  /** The edition's day; absent: the latest. */
  readonly date?: IsoDate;
  /** The edition to compare with; absent: the day before's. */
  readonly since?: IsoDate;
}

/** What a question needs besides its words: follow-ups are understood within their conversation. */
interface QuestionContext {
  readonly conversation: Conversation;
  readonly user: string;
}

export interface BotParts {
  readonly archive: Pick<Archive, 'desk'>;
  readonly clock: Clock;
  readonly logger: Logger;
  brief(options: BriefOptions): Promise<Brief>;
  ask(question: string, context: QuestionContext): Promise<AnswerReport>;
}

export interface Bot {
  /** Never rejects: what goes wrong becomes a `failure` with a reference that finds the cause in the log. */
  readonly handle: RequestHandler;
}

/** Longer than any question; a platform's own limit may be lower. */
const maxInput = 10_000;
/** Redeliveries come within minutes; replies to this many requests are kept to be given again. */
const maxRemembered = 500;

interface Remembered {
  readonly conversation: Conversation;
  readonly reply: Promise<Reply>;
}

/** The core of the product as a chat platform sees it: a request in, a reply out, each request acted on once. */
export function createBot(parts: BotParts): Bot {
  const remembered = new Map<string, Remembered>();
  return {
    handle: (request) => {
      const key = JSON.stringify([request.conversation.adapter, request.id]);
      const earlier = remembered.get(key);
      if (earlier) return earlier.reply;
      const reply = replyOnce(parts, request);
      remembered.set(key, { conversation: request.conversation, reply });
      forget(remembered, request);
      return reply;
    },
  };
}

/** What an uninstalled workspace said is dropped from memory too; beyond that the oldest go first. */
function forget(remembered: Map<string, Remembered>, request: ChatRequest): void {
  const { adapter, workspace } = request.conversation;
  if (request.kind === 'removed')
    for (const [key, { conversation }] of [...remembered].slice(0, -1))
      if (conversation.adapter === adapter && conversation.workspace === workspace) remembered.delete(key);
  const [oldest] = remembered.keys();
  if (remembered.size > maxRemembered && oldest !== undefined) remembered.delete(oldest);
}

async function replyOnce(parts: BotParts, request: ChatRequest): Promise<Reply> {
  try {
    const first = await parts.archive.desk.firstSeen(request.conversation.adapter, request.id, instant(parts.clock));
    return first ? await replyTo(parts, request) : notice('This was already handled before a restart.');
  } catch (error) {
    return failure(parts.logger, request, error);
  }
}

function replyTo(parts: BotParts, request: ChatRequest): Promise<Reply> {
  switch (request.kind) {
    case 'question':
      return answer(parts, request, request.text);
    case 'command':
      return command(parts, request, request.name, request.text);
    case 'settings':
      return saveSettings(parts, request);
    case 'feedback':
      return saveFeedback(parts, request);
    case 'removed':
      return purge(parts, request);
    case 'installed':
    case 'home':
      return Promise.resolve(greeting());
  }
}

function command(parts: BotParts, request: ChatRequest, name: string, text: string): Promise<Reply> {
  if (name === 'ask') return answer(parts, request, text);
  if (name === 'brief') return brief(parts, text);
  return Promise.resolve(help(name === '' || name === 'help' ? 'What can be asked for' : 'There is no such command'));
}

async function answer(parts: BotParts, request: ChatRequest, text: string): Promise<Reply> {
  if (text.length > maxInput)
    return notice(`That is ${text.length} characters; a question may have ${maxInput}. Ask it shorter.`);
  const question = readable(text);
  if (question === '') return help('Ask a question');
  if (/^(help|\?)$/i.test(question)) return help('What can be asked for');
  const { conversation, user } = request;
  return { kind: 'answer', report: await parts.ask(question, { conversation, user }) };
}

async function brief(parts: BotParts, text: string): Promise<Reply> {
  const asked = parseBriefRequest(readable(text.slice(0, 200)));
  switch (asked.kind) {
    case 'help':
      return help('What can be asked for');
    case 'unclear':
      return help(asked.reason);
    case 'today':
      return { kind: 'brief', brief: await parts.brief({}) };
    case 'since':
      return briefSince(parts, asked.date);
    case 'sources':
      return sourcesOf(await parts.brief({}));
  }
}

async function briefSince(parts: BotParts, since: IsoDate): Promise<Reply> {
  // A day ahead is still today somewhere.
  const latest = new Date(parts.clock.now() + 86_400_000).toISOString().slice(0, 10);
  if (since > latest) return notice(`${since} has not come yet.`);
  return { kind: 'brief', brief: await parts.brief({ since }) };
}

function sourcesOf({ sources, date }: Brief): Reply {
  if (sources.length === 0) return notice(`The edition of ${date} rests on no article.`);
  return { kind: 'sources', heading: `Sources of the edition of ${date}`, sources };
}

async function saveSettings(parts: BotParts, request: Extract<ChatRequest, { kind: 'settings' }>): Promise<Reply> {
  await parts.archive.desk.saveSettings(request.conversation, request.settings);
  return notice('Saved.');
}

async function saveFeedback(parts: BotParts, request: Extract<ChatRequest, { kind: 'feedback' }>): Promise<Reply> {
  const { conversation, user, about, verdict, text } = request;
  const said = text === undefined ? {} : { text: readable(text).slice(0, maxInput) };
  await parts.archive.desk.saveFeedback({ conversation, user, about, verdict, ...said, at: instant(parts.clock) });
  return notice(verdict === 'wrong' ? 'Thank you: it is noted as wrong, with what it was about.' : 'Thank you, noted.');
}

async function purge(parts: BotParts, request: ChatRequest): Promise<Reply> {
  const { adapter, workspace } = request.conversation;
  const rows = await parts.archive.desk.purge(adapter, workspace);
  parts.logger.info({ adapter, rows }, 'workspace purged');
  return notice('Everything that was stored for this workspace is deleted.');
}

function greeting(): Reply {
  return help(
    'Détente reads stored news articles and tells whether a crisis is cooling down. Every sentence opens the exact ' +
      'words that say so; what no article says is said to be unknown.',
  );
}

function help(heading: string): Reply {
  return { kind: 'help', heading, entries: helpEntries() };
}

function notice(text: string): Reply {
  return { kind: 'notice', text };
}

/** Control characters mean nothing in a question, and some of them mean something to a terminal or a log. */
function readable(text: string): string {
  return text.replace(/\p{Cc}+/gu, ' ').trim();
}

function instant(clock: Clock): IsoInstant {
  return new Date(clock.now()).toISOString();
}

/** Mistakes of the user come with the words that say what to do; of everything else the log knows the cause. */
function failure(logger: Logger, request: ChatRequest, error: unknown): Reply {
  const reference = randomUUID().slice(0, 8);
  const code = error instanceof DetenteError ? error.code : 'internal';
  logger.error({ reference, adapter: request.conversation.adapter, kind: request.kind, code, error }, 'request failed');
  return { kind: 'failure', text: plainWords(error), reference };
}

function plainWords(error: unknown): string {
  const code = error instanceof DetenteError ? error.code : 'internal';
  if (error instanceof DetenteError && (code === 'bad-input' || code === 'bad-usage' || code === 'not-found'))
    return error.message.split('\n', 1)[0] ?? '';
  if (code === 'archive-unusable') return 'The archive cannot be read just now. Try again in a minute.';
  return 'Something went wrong here, and it is not your fault. Try again in a minute.';
}
