import { DetenteError } from '../../../src/index.ts';
import { type Failure, failureOf } from './failure.ts';

const CANNOT = 'I cannot post here:';

/** Why a conversation takes no posts, by Slack's word for it. */
const reasons: Readonly<Record<string, string>> = {
  channel_not_found: `${CANNOT} the channel is gone, or private and I am not in it. Invite me with /invite.`,
  not_in_channel: `${CANNOT} I am not in this channel. Invite me with /invite.`,
  is_archived: `${CANNOT} the channel is archived.`,
  restricted_action: `${CANNOT} the workspace lets only some people post in this channel.`,
  restricted_action_read_only_channel: `${CANNOT} the channel is read-only.`,
  user_not_found: `${CANNOT} there is no such person in this workspace.`,
  user_disabled: `${CANNOT} the person has left this workspace.`,
  user_not_visible: `${CANNOT} I may not see this person.`,
  cannot_dm_bot: `${CANNOT} this is another bot.`,
};

/** What nobody can find or change any more. */
const DELETED = new Set(['message_not_found', 'thread_not_found']);

/** @param reason Slack's word for it, such as `not_in_channel` */
export function refusalFor(reason: string): string {
  return reasons[reason] ?? `Slack refuses: ${reason}.`;
}

/**
 * Makes a call, and says in words what came of one that failed.
 * @param onFailure is told of it before the error is thrown
 * @throws DetenteError `not-found` where the conversation takes no posts or the message is gone; `internal` otherwise
 */
export async function explained<Result>(
  call: () => Promise<Result>,
  onFailure: (failure: Failure) => void = () => {},
): Promise<Result> {
  try {
    return await call();
  } catch (error) {
    if (error instanceof DetenteError) throw error;
    const failure = failureOf(error);
    onFailure(failure);
    throw errorOf(failure, error);
  }
}

function errorOf(failure: Failure, cause: unknown): DetenteError {
  const reason = 'reason' in failure ? failure.reason : failure.kind;
  if (failure.kind === 'no-channel') return new DetenteError('not-found', refusalFor(reason), { cause });
  if (DELETED.has(reason)) return new DetenteError('not-found', `Slack: the message is gone (${reason})`, { cause });
  const scope = failure.kind === 'declined' ? failure.scope : undefined;
  const remedy = `the app lacks the scope ${scope}: add what adapters/slack/manifest.json asks for and install the app again`;
  return new DetenteError('internal', `Slack: ${scope === undefined ? reason : remedy}`, { cause });
}
