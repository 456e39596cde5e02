import { createHash } from 'node:crypto';
import type { DeskStore, Feedback } from '../domain/archive.ts';
import type { ChatRequest, Conversation } from '../domain/chat.ts';
import { formatConversation } from '../domain/conversation-name.ts';
import type { Reply } from '../domain/reply.ts';
import { DetenteError } from '../errors.ts';
import type { BotParts } from './desk.ts';
import { runsBot } from './permission.ts';
import { notice } from './plain-replies.ts';
import { NO_WORKSPACE } from './status.ts';

/** A short name of what a user said, the same for as long as it stands. */
export function feedbackId({ conversation, user, about }: Feedback): string {
  const text = JSON.stringify([formatConversation(conversation), user, about]);
  return createHash('sha256').update(text).digest('hex').slice(0, 8);
}

/** Tells those who run the bot that a sentence was marked as wrong, and how they decide. */
export async function askForDecision({ tellAdmin, logger, admins = [] }: BotParts, feedback: Feedback): Promise<void> {
  const { conversation, statement, text } = feedback;
  if (tellAdmin === undefined || statement === undefined) return;
  const id = feedbackId(feedback);
  const said = text ? ` They say: "${text.slice(0, MOST_REMARK)}".` : '';
  // whom a platform names is reached in a conversation that does not name the user: they cannot be told apart there
  const byChat = admins.length > 0 ? `tell me "brief confirm ${id}", or ` : '';
  const how = `To withdraw it where it was posted, ${byChat}run "detente feedback confirm ${id}".`;
  const told = `Marked as wrong in ${formatConversation(conversation)}: "${statement}"${said} ${how}`;
  await tellAdmin(told).catch((error: unknown) => logger.error({ error }, 'the admin could not be told'));
}

const MOST_REMARK = 300;

/** Whoever runs the bot says that what a reader marked is wrong. */
export async function confirm(parts: BotParts, request: ChatRequest, id: string): Promise<Reply> {
  if (!runsBot(parts, request)) return notice('Only whoever runs Détente (DETENTE_ADMIN) decides about this.');
  const { statement, conversation } = await decide(parts.archive.desk, id, 'confirmed');
  const where = isPrivate(conversation) ? 'conversation' : 'workspace';
  return notice(`It is withdrawn wherever it was posted in that ${where} in the last days: "${statement}"`);
}

/** @throws DetenteError `not-found` where no sentence of an edition was marked as wrong under this name */
export async function decide(desk: DeskStore, id: string, decision: 'confirmed' | 'dismissed'): Promise<Feedback> {
  const marked = (await desk.feedback()).filter(({ verdict, statement }) => verdict === 'wrong' && statement);
  const found = marked.find((one) => feedbackId(one) === id);
  if (found === undefined || !(await desk.decide(found, decision)))
    throw new DetenteError(
      'not-found',
      `No sentence was marked as wrong under ${id}: "detente feedback list" shows all.`,
    );
  return found;
}

/**
 * The sentences that were confirmed as wrong for a conversation: those of its workspace. Direct messages that belong to
 * no workspace are each their own.
 */
export function confirmedFor(confirmed: readonly Feedback[], place: Conversation): ReadonlySet<string> {
  const own = confirmed.filter(
    ({ conversation: { adapter, workspace, channel } }) =>
      adapter === place.adapter && workspace === place.workspace && (!isPrivate(place) || channel === place.channel),
  );
  return new Set(own.flatMap(({ statement }) => statement ?? []));
}

function isPrivate({ workspace }: Conversation): boolean {
  return workspace === NO_WORKSPACE;
}
