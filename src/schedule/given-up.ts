import { formatConversation } from '../domain/conversation-name.ts';
import { formatDay } from '../domain/day.ts';
import type { Delivery } from '../domain/delivery.ts';
import type { SchedulingParts } from './parts.ts';

/** Named one by one; more are counted. */
const MOST_NAMED = 10;

/** What is delivered, in words. */
export function titleOf({ date, revision }: Delivery): string {
  return `the ${revision === '' ? '' : 'correction of the '}brief of ${formatDay(date)}`;
}

/** Deliveries that were given up, told to those who run the bot: each once, those of one moment in one message. */
export class GivenUp {
  readonly #parts: Pick<SchedulingParts, 'tellAdmin' | 'logger'>;
  readonly #untold: string[] = [];

  constructor(parts: Pick<SchedulingParts, 'tellAdmin' | 'logger'>) {
    this.#parts = parts;
  }

  add(delivery: Delivery, reason: string): void {
    this.#untold.push(`${titleOf(delivery)} for ${formatConversation(delivery.conversation)}: ${reason}`);
  }

  async tell(): Promise<void> {
    const lines = this.#untold.splice(0);
    if (lines.length === 0) return;
    const more = lines.length - MOST_NAMED;
    const named = [...lines.slice(0, MOST_NAMED), ...(more > 0 ? [`and ${more} more (detente status)`] : [])];
    await this.#parts
      .tellAdmin(`Not delivered, and not tried any more: ${named.join('; ')}.`)
      .catch((error: unknown) => this.#parts.logger.error({ error }, 'the admin could not be told'));
  }
}
