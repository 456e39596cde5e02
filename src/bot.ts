import { randomUUID } from 'node:crypto';
import { briefForms, parseCommand } from './commands.ts';
import { briefCommand } from './desk/brief-command.ts';
import { Completions } from './desk/completions.ts';
import { type BotParts, instant } from './desk/desk.ts';
import { saveFeedback } from './desk/feedback.ts';
import { help, notice, readable } from './desk/plain-replies.ts';
import { ReplyMemory } from './desk/reply-memory.ts';
import { SeenRequests } from './desk/seen-requests.ts';
import { keep, saveSettings } from './desk/settings.ts';
import { placeOf, statusOf } from './desk/status.ts';
import { OfferedQuestions } from './desk/suggestions.ts';
import type { AnswerReport } from './domain/answer.ts';
import type { ChatRequest, RequestHandler } from './domain/chat.ts';
import type { Logger } from './domain/logger.ts';
import type { Reply } from './domain/reply.ts';
import { DetenteError, isArchiveFailure, reasonOf } from './errors.ts';

export type { BotParts } from './desk/desk.ts';

export interface Bot {
  /** Never rejects: what goes wrong becomes a `failure` with a reference that finds the cause in the log. */
  readonly handle: RequestHandler;
}

/** Longer than any question; a platform's own limit may be lower. */
const maxInput = 10_000;

/** The core of the product as a chat platform sees it: a request in, a reply out, each request acted on once. */
export function createBot(given: BotParts): Bot {
  const memory: Memory = {
    replies: new ReplyMemory(),
    offered: new OfferedQuestions(),
    completions: new Completions(given),
  };
  const forget: BotParts['forget'] = (...whose) => {
    memory.replies.forget(...whose);
    given.forget?.(...whose);
  };
  const parts = { ...given, forget };
  const seen = new SeenRequests(given.archive.desk, given.logger);
  return {
    handle: async (request, update) => {
      const replace = update && replacing(memory.replies, request, update);
      try {
        if (request.kind === 'complete') return { kind: 'choices', values: await memory.completions.of(request) };
        if (!(await seen.isFirst(request, instant(parts.clock)))) return undefined;
        const reply = await replyTo(parts, memory, request, replace);
        if (reply !== undefined) memory.replies.keep(request, reply);
        return reply;
      } catch (error) {
        return failure(parts.logger, request, error);
      }
    },
  };
}

type Update = NonNullable<Parameters<RequestHandler>[1]>;

/** What is shared or marked afterwards is what is shown by then. */
function replacing(replies: ReplyMemory, request: ChatRequest, update: Update): Update {
  return async (reply) => {
    await update(reply);
    replies.replace(request, reply);
  };
}

/** What is gone after a restart, and may be. */
interface Memory {
  readonly replies: ReplyMemory;
  readonly offered: OfferedQuestions;
  readonly completions: Completions;
}

async function replyTo(
  parts: BotParts,
  memory: Memory,
  request: ChatRequest,
  update: Update | undefined,
): Promise<Reply | undefined> {
  switch (request.kind) {
    case 'question':
      return request.unread ? notice(UNREAD) : answer(parts, request, request.text, update);
    case 'command':
      return command(parts, request, request, update);
    case 'settings':
      return saveSettings(parts, request, request.settings);
    case 'feedback':
      return saveFeedback(
        parts,
        request,
        request.of === undefined ? undefined : memory.replies.of(request, request.of),
      );
    case 'share':
      return memory.replies.toShare(request, request.of) ?? notice(NOT_SHARED);
    case 'removed':
      return purge(parts, request);
    case 'present':
      return purgeAllBut(parts, request);
    case 'gone':
      return markGone(parts, request);
    case 'installed':
      return welcome(parts, request);
    case 'home':
      return home(parts, memory.offered, request);
  }
}

async function command(
  parts: BotParts,
  request: ChatRequest,
  { name, text }: { readonly name: string; readonly text: string },
  update: Update | undefined,
): Promise<Reply> {
  if (name === 'ask') return answer(parts, request, text, update);
  if (name === 'brief') return briefCommand(parts, request, text);
  return help(name === '' || name === 'help' ? 'What can be asked for' : 'There is no such command');
}

const NOT_SHARED = 'That answer was shared here, or is no longer at hand: ask again, then share it.';

const UNREAD = 'I read text only: a file or an image says nothing to me. Ask in words.';

/** Said by whoever runs the bot alone, and so in no list. */
const UNLISTED = ['confirm'];
const FORMS = [...briefForms.map(({ name }) => name), ...UNLISTED].join('|');
const BRIEF_WORDS = new RegExp(`^brief(?:\\s+(?:${FORMS})\\b.*)?$`, 'i');

async function answer(parts: BotParts, request: ChatRequest, text: string, update: Update | undefined): Promise<Reply> {
  if (text.length > maxInput)
    return notice(`That is ${text.length} characters; a question may have ${maxInput}. Ask it shorter.`);
  const question = readable(text);
  if (question === '') return help('Ask a question');
  if (/^(help|\?)$/i.test(question)) return help('What can be asked for');
  const typed = request.kind === 'question' ? typedCommand(question) : undefined;
  if (typed !== undefined) return command(parts, request, typed, update);
  const { conversation, user } = request;
  const better = update && ((report: AnswerReport) => update({ kind: 'answer', report }));
  const report = await parts.ask(question, { conversation, user }, better);
  await saveQuestion(parts, { conversation, user, text: question, at: instant(parts.clock) });
  return { kind: 'answer', report };
}

/** An archive that cannot be written costs the follow-ups after a restart, not the answer. */
async function saveQuestion({ archive, logger }: BotParts, question: SavedQuestion): Promise<void> {
  try {
    await archive.desk.saveQuestion(question);
  } catch (error) {
    if (!isArchiveFailure(error)) throw error;
    logger.warn({ error }, 'a question could not be written down');
  }
}

type SavedQuestion = Parameters<BotParts['archive']['desk']['saveQuestion']>[0];

/** A command that came as a message: "/brief status", or in plain words "brief", which is today's. */
function typedCommand(text: string): ReturnType<typeof parseCommand> {
  if (!BRIEF_WORDS.test(text)) return parseCommand(text);
  return { name: 'brief', text: text.replace(/^brief\s*/i, '') || 'today' };
}

async function purge(parts: BotParts, { conversation }: ChatRequest): Promise<Reply> {
  await purgeWorkspace(parts, conversation.adapter, conversation.workspace);
  return notice('Everything that was stored for this workspace is deleted.');
}

async function purgeWorkspace(parts: BotParts, adapter: string, workspace: string): Promise<void> {
  const rows = await parts.archive.desk.purge(adapter, workspace);
  parts.forget?.(adapter, workspace);
  parts.logger.info({ adapter, rows }, 'workspace purged');
}

/** Nothing is shown: nobody asked. */
async function purgeAllBut(parts: BotParts, request: Extract<ChatRequest, { kind: 'present' }>): Promise<undefined> {
  const { adapter } = request.conversation;
  for (const workspace of await parts.archive.desk.workspaces(adapter))
    if (!request.workspaces.includes(workspace)) await purgeWorkspace(parts, adapter, workspace);
}

/** Those who run the bot are told once, until the conversation invites it anew. */
async function markGone(parts: BotParts, request: Extract<ChatRequest, { kind: 'gone' }>): Promise<Reply | undefined> {
  const { adapter, workspace, channel } = request.conversation;
  const place = placeOf(request.conversation);
  const { gone, welcomed } = await parts.archive.desk.settings(place);
  const isScheduled = (await parts.archive.schedules.of(place)).length > 0;
  // a place that never was the bot's, such as a private channel where somebody typed a command, cannot be lost
  if (gone !== undefined || !(welcomed !== undefined || isScheduled)) return undefined;
  await keep(parts, request, { gone: request.reason });
  const text = `Nothing can be posted to ${adapter}:${workspace}:${channel} any more: ${request.reason}.`;
  parts.logger.warn({ adapter, channel, reason: request.reason }, 'a conversation is gone');
  await parts.tellAdmin?.(text);
  return notice(text);
}

/** A channel is greeted at each invitation, a person once. */
async function welcome(
  parts: BotParts,
  request: Extract<ChatRequest, { kind: 'installed' }>,
): Promise<Reply | undefined> {
  const { welcomed } = await parts.archive.desk.settings(placeOf(request.conversation));
  if ((request.direct || request.known) && welcomed !== undefined) return undefined;
  await keep(parts, request, { welcomed: 'yes', gone: '' });
  return { kind: 'welcome', status: await statusOf(parts, request) };
}

async function home(parts: BotParts, offered: OfferedQuestions, request: ChatRequest): Promise<Reply> {
  const status = await statusOf(parts, request);
  const { situation, zone } = await parts.archive.desk.settings(placeOf(request.conversation));
  const brief = await parts.brief({ ...(situation && { situation }), ...(zone && { zone }) });
  return { kind: 'home', status, questions: await offered.of(parts, brief, request.conversation) };
}

/** Codes whose message tells a user what to do. */
const mistakes: readonly string[] = ['bad-input', 'bad-usage', 'not-found'];

/** A user's mistake is answered with what to do; of everything else the log knows the cause. */
function failure(logger: Logger, request: ChatRequest, error: unknown): Reply {
  const code = error instanceof DetenteError ? error.code : 'internal';
  if (mistakes.includes(code)) return notice(reasonOf(error));
  const reference = randomUUID().slice(0, 8);
  logger.error({ reference, adapter: request.conversation.adapter, kind: request.kind, code, error }, 'request failed');
  return { kind: 'failure', text: plainWords(code), reference };
}

function plainWords(code: string): string {
  if (code.startsWith('archive-')) return 'The archive cannot be read just now. Try again in a minute.';
  return 'Something went wrong here, and it is not your fault. Try again in a minute.';
}
