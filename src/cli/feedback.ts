import { decide, feedbackId } from '../desk/decisions.ts';
import type { Feedback } from '../domain/archive.ts';
import { formatConversation } from '../domain/conversation-name.ts';
import { type Call, withArchive } from './call.ts';
import { print, printJson } from './output.ts';

/** What users said, and what was decided about it. */
export async function listFeedback(call: Call): Promise<void> {
  const said = await withArchive(call, ({ desk }) => desk.feedback());
  if (call.format === 'json') return printJson(said.map((one) => ({ id: feedbackId(one), ...one })));
  if (said.length === 0) print('no feedback yet');
  for (const one of said) print(lineOf(one));
}

function lineOf(feedback: Feedback): string {
  const { conversation, verdict, about, statement, text, decision = 'open' } = feedback;
  const remark = text ? ` ("${text}")` : '';
  const state = statement === undefined || verdict === 'right' ? '' : `, ${decision}`;
  return `${feedbackId(feedback)} ${formatConversation(conversation)}: ${verdict}${state}: ${statement ?? about}${remark}`;
}

/** A running `detente serve` corrects what was posted within its next minute. */
export async function decideOn(call: Call, id: string, decision: 'confirmed' | 'dismissed'): Promise<void> {
  const { statement } = await withArchive(call, ({ desk }) => decide(desk, id, decision));
  print(`${decision}: ${statement}`);
}
