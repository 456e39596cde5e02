import { createHash, randomUUID } from 'node:crypto';
import type { DiscordMessage } from '../components/messages.ts';

/*
 * Discord forgets a nonce after some minutes and never lists it. What stays is the number of a component, 32 bits that a
 * sender may choose: the first component of a message says which delivery it belongs to, and which part of it it is.
 * https://docs.discord.com/developers/components/reference#anatomy-of-a-component
 */

/** Discord numbers what comes without a number from 1 upwards; a message has 40 components at most. */
const LEAST = 0x1_0000;
const MOST = 0x8000_0000;

/** Messages of one delivery that are looked for after its first. */
export const MOST_PARTS = 64;

/** What tells a message apart from all others. */
export interface Stamp {
  /** At most 25 characters: Discord posts what has the same one once, for some minutes. */
  readonly nonce: string;
  /** Stands in the message; absent where it need not be found again. */
  readonly mark?: number;
}

/** The mark of the first message of a delivery. */
export function markOf(key: string): number {
  return LEAST + (createHash('sha256').update(key).digest().readUInt32BE() % (MOST - LEAST));
}

/** The mark of a later message, from 1, which whoever sees the first one can tell without the key. */
export function markOfPart(first: number, part: number): number {
  return markOf(`${first} ${part}`);
}

/** The stamps of a delivery's messages, by their numbers from 0; without a key they tell no two sends apart. */
export function stampsOf(key: string | undefined): (part: number) => Stamp {
  if (key === undefined) return () => ({ nonce: nonceOf(randomUUID()) });
  const first = markOf(key);
  return (part) =>
    part === 0 ? { nonce: key, mark: first } : { nonce: nonceOf(`${first} ${part}`), mark: markOfPart(first, part) };
}

/** The message with its mark on it. */
export function marked({ components: [first, ...rest] }: DiscordMessage, mark: number | undefined): DiscordMessage {
  if (first === undefined || mark === undefined) return { components: first === undefined ? rest : [first, ...rest] };
  return { components: [{ ...first, id: mark }, ...rest] };
}

/** The mark that a message carries; undefined where Discord has numbered it. */
export function markIn(components: readonly { readonly id?: number }[] | undefined): number | undefined {
  const id = components?.[0]?.id;
  return id !== undefined && id >= LEAST ? id : undefined;
}

/** Any text as one that Discord takes. */
export function nonceOf(text: string): string {
  return createHash('sha256').update(text).digest('base64url').slice(0, 25);
}
