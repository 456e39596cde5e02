import { type APIMessage, MessageFlags } from 'discord-api-types/v10';
import { partsIn } from './limits.ts';
import { Refusal } from './refusal.ts';
import { snowflake, timestampOf } from './snowflake.ts';
import { BOT, bot } from './world.ts';

// biome-ignore lint/suspicious/noExplicitAny: bodies as they came over the wire
type Anything = any;

type Via = 'channel' | 'interaction' | 'follow-up';

/** Something that the bot has said. */
export interface Posted {
  readonly id: string;
  readonly channel: string;
  readonly via: Via;
  /** When it became visible, in milliseconds of the monotonic clock. */
  readonly at: number;
  readonly ephemeral: boolean;
  readonly interaction?: string;
  body: Anything;
  deleted: boolean;
  edited: boolean;
}

/** Which part of a channel's history is asked for. https://docs.discord.com/developers/resources/message#get-channel-messages */
export interface Asked {
  readonly before?: string | null;
  readonly after?: string | null;
  readonly around?: string | null;
  readonly limit?: string | null;
}

/** All messages, the bot's and other people's. */
export class Postbox {
  /** How long Discord knows a nonce: "some minutes". */
  nonceLifeMs = 300_000;
  readonly posted: Posted[] = [];
  readonly #heard = new Map<string, APIMessage>();
  readonly #threads = new Set<string>();

  /** A message of somebody else. */
  hear(message: APIMessage): void {
    this.#heard.set(message.id, message);
  }

  /** A nonce enforced gives the author's message of a few minutes ago, wherever that was posted. */
  post(channel: string, body: Anything): { readonly one: Posted; readonly isNew: boolean } {
    this.#checkReference(body.message_reference);
    const again = this.posted.find(
      (one) => one.via === 'channel' && performance.now() - one.at < this.nonceLifeMs && isSame(one.body, body),
    );
    return again ? { one: again, isNew: false } : { one: this.add(channel, body, 'channel'), isNew: true };
  }

  add(channel: string, body: Anything, via: Via, interaction?: string, isEphemeral?: boolean): Posted {
    const ephemeral = isEphemeral ?? ((body.flags ?? 0) & MessageFlags.Ephemeral) !== 0;
    const state = { body, deleted: false, edited: false };
    const origin = { via, ephemeral, ...(interaction && { interaction }) };
    const one = { id: snowflake(), channel, at: performance.now(), ...origin, ...state };
    this.posted.push(one);
    return one;
  }

  /** One of the bot's own; in this channel, where one is named. */
  own(id: string, channel?: string): Posted {
    const own = this.posted.find(
      (one) => one.id === id && !one.deleted && (channel === undefined || one.channel === channel),
    );
    if (own !== undefined) return own;
    if (this.#heard.has(id)) throw new Refusal(403, 50005, 'Cannot edit a message authored by another user');
    throw new Refusal(404, 10008, 'Unknown Message');
  }

  edit(one: Posted, body: Anything): Posted {
    one.body = { ...one.body, ...body };
    one.edited = true;
    return one;
  }

  seen(id: string, channel?: string): APIMessage {
    return this.#heard.get(id) ?? withoutNonce(messageOf(this.own(id, channel)));
  }

  /** Latest first, as Discord lists them; with `after` the oldest ones that are younger. */
  listed(channel: string, asked: Asked): APIMessage[] {
    const limit = Number(asked.limit ?? 50);
    const given = [asked.before, asked.after, asked.around].filter((one) => one !== undefined && one !== null);
    if (!(limit >= 1 && limit <= 100) || given.length > 1) throw new Refusal(400, 50035, 'Invalid Form Body');
    const all = this.#standing(channel);
    const from = (id: string) => all.filter((one) => BigInt(one.id) >= BigInt(id)).length;
    if (asked.before) return all.filter(({ id }) => BigInt(id) < BigInt(asked.before ?? 0)).slice(0, limit);
    if (asked.after) return all.filter(({ id }) => BigInt(id) > BigInt(asked.after ?? 0)).slice(-limit);
    if (asked.around) return all.slice(Math.max(0, from(asked.around) - 1 - (limit >> 1))).slice(0, limit);
    return all.slice(0, limit);
  }

  #standing(channel: string): APIMessage[] {
    const heard = [...this.#heard.values()].filter(({ channel_id }) => channel_id === channel);
    const own = this.posted.filter((one) => one.channel === channel && !one.deleted && !one.ephemeral).map(messageOf);
    const order = (one: APIMessage, other: APIMessage): number => (BigInt(one.id) < BigInt(other.id) ? 1 : -1);
    return [...heard, ...own.map(withoutNonce)].sort(order);
  }

  /** A message has one thread at most. */
  claimThread(message: string): void {
    this.seen(message);
    if (this.#threads.has(message))
      throw new Refusal(400, 160004, 'A thread has already been created for this message');
    this.#threads.add(message);
  }

  #checkReference(reference: Anything): void {
    if (reference?.message_id === undefined || reference.fail_if_not_exists === false) return;
    const isKnown = this.#heard.has(reference.message_id) || this.posted.some(({ id }) => id === reference.message_id);
    if (!isKnown) throw new Refusal(400, 50035, 'Invalid Form Body');
  }
}

function isSame(before: Anything, after: Anything): boolean {
  return after.enforce_nonce === true && after.nonce !== undefined && String(before.nonce) === String(after.nonce);
}

/** The message as Discord answers with it. https://discord.com/developers/docs/resources/message#message-object */
export function messageOf({ id, channel, body, edited, ephemeral, via }: Posted): APIMessage {
  const webhook = via === 'channel' ? {} : { webhook_id: BOT.application, application_id: BOT.application };
  return {
    id,
    channel_id: channel,
    author: bot,
    content: body.content ?? '',
    timestamp: timestampOf(id),
    edited_timestamp: edited ? new Date().toISOString() : null,
    tts: false,
    mention_everyone: false,
    mentions: [],
    mention_roles: [],
    attachments: [],
    embeds: body.embeds ?? [],
    components: numbered(body.components ?? []),
    pinned: false,
    type: body.message_reference ? 19 : 0,
    flags: (body.flags ?? 0) | (ephemeral ? MessageFlags.Ephemeral : 0),
    ...(body.nonce !== undefined && { nonce: body.nonce }),
    ...(body.message_reference && { message_reference: { type: 0, channel_id: channel, ...body.message_reference } }),
    ...webhook,
  };
}

/** Only the answer to its posting shows it. */
export function withoutNonce({ nonce: _, ...message }: APIMessage): APIMessage {
  return message;
}

/** Discord numbers the components that come without an id, or with 0, and takes none that another has. */
function numbered(components: readonly Anything[]): Anything[] {
  const taken = new Set([...partsIn(components)].map(({ id }) => id));
  let count = 0;
  const next = (): number => {
    do count += 1;
    while (taken.has(count));
    return count;
  };
  const number = (part: Anything): Anything => ({
    ...part,
    id: part.id || next(),
    ...(part.components && { components: part.components.map(number) }),
    ...(part.accessory && { accessory: number(part.accessory) }),
  });
  return components.map(number);
}
