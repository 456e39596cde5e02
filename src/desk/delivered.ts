import type { IsoDate } from '../domain/article.ts';
import type { Brief } from '../domain/brief.ts';
import type { Conversation } from '../domain/chat.ts';
import type { BotParts } from './desk.ts';
import { placeOf } from './status.ts';

/** Editions of a conversation that are looked through. */
const MOST = 60;

/**
 * The edition of a day as it was posted in a conversation, with what was corrected since: buttons below it speak of what
 * stands there, not of what would be composed today. Undefined where none was posted.
 */
export async function deliveredEdition(
  { archive }: Pick<BotParts, 'archive'>,
  conversation: Conversation,
  date: IsoDate,
  situation?: string,
): Promise<Brief | undefined> {
  const deliveries = await archive.outbox.recent({ conversation: placeOf(conversation), limit: MOST });
  for (const { edition, state, date: day } of deliveries) {
    if (day !== date || state !== 'sent' || edition === undefined) continue;
    const brief = (await archive.outbox.edition(edition))?.brief;
    if (brief !== undefined && (situation === undefined || brief.situation?.name === situation)) return brief;
  }
  return undefined;
}
