import { createHash } from 'node:crypto';
import type { DeliveryKey } from '../domain/chat.ts';
import type { DeliveryName } from '../domain/delivery.ts';
import { scheduleKey } from '../domain/schedule.ts';

/** Discord's nonce holds 25 characters. https://docs.discord.com/developers/resources/message#create-message */
const LENGTH = 24;

/** The key of a delivery: the same one in every process and after every restart. */
export function deliveryKey(name: DeliveryName): DeliveryKey {
  const text = `${scheduleKey(name)} ${name.date} ${name.revision}`;
  return createHash('sha256').update(text).digest('base64url').slice(0, LENGTH);
}
