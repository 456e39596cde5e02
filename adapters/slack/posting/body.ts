import type { Message } from '../render.ts';

const DELIVERY = 'detente_delivery';

/** Nothing unfurls, and Slack looks for no names, channels or addresses in the words. */
export function bodyOf({ blocks, text }: Message) {
  const quiet = { unfurl_links: false, unfurl_media: false, link_names: false, parse: 'none', mrkdwn: false } as const;
  return { blocks, text, ...quiet };
}

/**
 * Finds a message of a delivery again after a crash. https://docs.slack.dev/messaging/message-metadata
 * @param part 0 is the parent, 1 the first message of its thread
 */
export function deliveryOf(key: string, part: number) {
  return { event_type: DELIVERY, event_payload: { key, part } };
}

/** Reads what `deliveryOf` wrote; undefined for any other metadata. */
export function readDelivery(metadata: {
  readonly event_type?: string;
  readonly event_payload?: object;
}): { readonly key: string; readonly part: number } | undefined {
  const { key, part = 0 } = (metadata.event_payload ?? {}) as { readonly key?: unknown; readonly part?: unknown };
  const isOne = metadata.event_type === DELIVERY && typeof key === 'string' && Number.isInteger(Number(part));
  return isOne ? { key, part: Number(part) } : undefined;
}
