import { createHash } from 'node:crypto';
import type { DeskStore, Feedback } from '../domain/archive.ts';
import type { ChatRequest, Conversation } from '../domain/chat.ts';
import { formatConversation } from '../domain/conversation-name.ts';
import type { Reply } from '../domain/reply.ts';
import { DetenteError } from '../errors.ts';
import type { BotParts } from './desk.ts';
import { runsBot } from './permission.ts';
import { notice } from './plain-replies.ts';

/** A short name of what a user said, the same for as long as it stands. */
export function feedbackId({ conversation, user, about }: Feedback): string {
  const text = JSON.stringify([formatConversation(conversation), user, about]);
  return createHash('sha256').update(text).digest('hex').slice(0, 8);
}

/** Tells those who run the bot that a sentence was marked as wrong, and how they decide. */
export async function askForDecision({ tellAdmin, logger }: BotParts, feedback: Feedback): Promise<void> {
  const { conversation, statement, text } = feedback;
  if (tellAdmin === undefined || statement === undefined) return;
  const id = feedbackId(feedback);
  const said = text ? ` They say: "${text.slice(0, MOST_REMARK)}".` : '';
  const how = `To withdraw it where it was posted, tell me "brief confirm ${id}", or run "detente feedback confirm ${id}".`;
  const told = `Marked as wrong in ${formatConversation(conversation)}: "${statement}"${said} ${how}`;
  await tellAdmin(told).catch((error: unknown) => logger.error({ error }, 'the admin could not be told'));
}

const MOST_REMARK = 300;

/** Whoever runs the bot says that what a reader marked is wrong. */
export async function confirm(parts: BotParts, request: ChatRequest, id: string): Promise<Reply> {
  if (!runsBot(parts, request)) return notice('Only whoever runs Détente (DETENTE_ADMIN) decides about this.');
  const { statement } = await decide(parts.archive.desk, id, 'confirmed');
  return notice(`It is withdrawn wherever it was posted in that workspace in the last days: "${statement}"`);
}

/** @throws DetenteError `not-found` where nothing about a sentence of an edition has this name */
export async function decide(desk: DeskStore, id: string, decision: 'confirmed' | 'dismissed'): Promise<Feedback> {
  const found = (await desk.feedback()).find((one) => one.statement !== undefined && feedbackId(one) === id);
  if (found === undefined || !(await desk.decide(found, decision)))
    throw new DetenteError(
      'not-found',
      `No sentence was marked as wrong under ${id}: "detente feedback list" shows all.`,
    );
  return found;
}

/** Sentences that were confirmed as wrong in the workspace of a conversation, with the reader's words. */
export async function confirmedIn(desk: DeskStore, { adapter, workspace }: Conversation): Promise<Map<string, string>> {
  const said = await desk.feedback(adapter, workspace);
  return new Map(
    said.flatMap(({ statement, decision, text = '' }): [string, string][] =>
      statement !== undefined && decision === 'confirmed' ? [[statement, text]] : [],
    ),
  );
}
