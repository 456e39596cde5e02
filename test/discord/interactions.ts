import { InteractionResponseType, MessageFlags } from 'discord-api-types/v10';
import { messageOf, type Postbox, type Posted } from './postbox.ts';
import { Refusal } from './refusal.ts';

// biome-ignore lint/suspicious/noExplicitAny: bodies as they came over the wire
type Anything = any;

interface Interaction {
  readonly id: string;
  readonly token: string;
  readonly type: number;
  readonly channel: string;
  /** The message whose button was clicked. */
  readonly message?: string;
  /** The bot is not in the guild. */
  readonly isForeign: boolean;
  readonly sentAt: number;
  readonly responded: PromiseWithResolvers<number>;
  callback?: { readonly type: number; readonly isEphemeral: boolean };
  original?: Posted;
  followUps: number;
  isWithdrawn: boolean;
}

const {
  ChannelMessageWithSource,
  DeferredChannelMessageWithSource,
  DeferredMessageUpdate,
  UpdateMessage,
  ApplicationCommandAutocompleteResult,
  Modal,
} = InteractionResponseType;

/** What becomes of interactions. https://discord.com/developers/docs/interactions/receiving-and-responding */
export class Interactions {
  /** From the dispatch to the callback, in milliseconds. */
  readonly latency = new Map<string, number>();
  readonly modals: Anything[] = [];
  readonly choices: Anything[][] = [];
  /** How long a callback may take. */
  patienceMs = 3_000;
  tokenLifeMs = 15 * 60_000;
  readonly #open = new Map<string, Interaction>();
  readonly #postbox: Postbox;

  constructor(postbox: Postbox) {
    this.#postbox = postbox;
  }

  /** The token of an interaction that is dispatched now; dispatched again, it keeps what it had. */
  open(payload: Anything): string {
    const { id, type, channel_id: channel } = payload;
    const known = this.#open.get(id);
    if (known !== undefined) return known.token;
    const token = `interaction-token-${id}`;
    const isForeign = payload.authorizing_integration_owners['0'] === undefined;
    const origin = { id, token, type, channel, isForeign, ...(payload.message && { message: payload.message.id }) };
    const state = {
      sentAt: performance.now(),
      responded: Promise.withResolvers<number>(),
      followUps: 0,
      isWithdrawn: false,
    };
    this.#open.set(id, { ...origin, ...state });
    return token;
  }

  /** The milliseconds until its callback. */
  responded(id: string): Promise<number> {
    const known = this.#open.get(id);
    if (known === undefined) throw new Error(`no interaction ${id}`);
    return known.responded.promise;
  }

  callback(id: string, token: string, body: Anything): object {
    const one = this.#open.get(id);
    const took = performance.now() - (one?.sentAt ?? 0);
    if (one?.token !== token || took > this.patienceMs) throw new Refusal(404, 10062, 'Unknown interaction');
    if (one.callback) throw new Refusal(400, 40060, 'Interaction has already been acknowledged.');
    const isEphemeral = ((body.data?.flags ?? 0) & MessageFlags.Ephemeral) !== 0;
    one.callback = { type: body.type, isEphemeral };
    this.#carryOut(one, body);
    this.latency.set(id, took);
    one.responded.resolve(took);
    return resourceOf(one, body.type);
  }

  original(token: string): Posted {
    const { original } = this.#withToken(token);
    if (original === undefined || original.deleted) throw new Refusal(404, 10008, 'Unknown Message');
    return original;
  }

  /** The first edit of a deferred reply is its posting. */
  editOriginal(token: string, body: Anything): Posted {
    const one = this.#withToken(token);
    if (isDeferred(one) || isUpdating(one)) return this.#settle(one, body);
    return this.#postbox.edit(this.original(token), body);
  }

  /** A deferral taken back leaves nothing to edit. */
  deleteOriginal(token: string): void {
    const one = this.#withToken(token);
    if (isDeferred(one)) one.isWithdrawn = true;
    else this.original(token).deleted = true;
  }

  /** The first one after a deferred reply that nothing was made of yet becomes that reply. */
  followUp(token: string, body: Anything): Posted {
    const one = this.#withToken(token);
    if (one.callback === undefined) throw new Refusal(404, 10015, 'Unknown Webhook');
    if (isDeferred(one)) return this.#settle(one, body);
    one.followUps += 1;
    if (one.isForeign && one.followUps > 5)
      throw new Refusal(400, 40094, 'This interaction has reached the maximum number of follow-up messages');
    return this.#postbox.add(one.channel, body, 'follow-up', one.id);
  }

  /** A message of this interaction. */
  message(token: string, id: string): Posted {
    const one = this.#withToken(token);
    const found = this.#postbox.own(id);
    if (found.interaction !== one.id && found !== one.original) throw new Refusal(404, 10008, 'Unknown Message');
    return found;
  }

  #withToken(token: string): Interaction {
    const one = [...this.#open.values()].find((each) => each.token === token);
    if (one === undefined) throw new Refusal(404, 10015, 'Unknown Webhook');
    if (performance.now() - one.sentAt > this.tokenLifeMs) throw new Refusal(401, 50027, 'Invalid Webhook Token');
    return one;
  }

  #carryOut(one: Interaction, { type, data }: Anything): void {
    if (type === ChannelMessageWithSource) this.#settle(one, data);
    if (type === UpdateMessage || type === DeferredMessageUpdate) this.#takeClicked(one, data);
    if (type === ApplicationCommandAutocompleteResult) this.choices.push(data.choices);
    if (type === Modal) this.modals.push(data);
  }

  /** Whether a reply is ephemeral is settled by its deferral. */
  #settle(one: Interaction, body: Anything): Posted {
    one.original = this.#postbox.add(one.channel, body, 'interaction', one.id, one.callback?.isEphemeral);
    return one.original;
  }

  /** A message that is only a test's payload is taken for the bot's once the bot changes it. */
  #takeClicked(one: Interaction, body: Anything): void {
    const clicked = this.#postbox.posted.find(({ id }) => id === one.message);
    if (clicked) one.original = clicked;
    if (body && clicked) this.#postbox.edit(clicked, body);
    if (body && !clicked) this.#settle(one, body);
  }
}

function isDeferred({ callback, original, isWithdrawn }: Interaction): boolean {
  return callback?.type === DeferredChannelMessageWithSource && original === undefined && !isWithdrawn;
}

/** An update of a clicked message that is only a test's payload. */
function isUpdating({ callback, original }: Interaction): boolean {
  return callback?.type === DeferredMessageUpdate && original === undefined;
}

/** https://discord.com/developers/docs/interactions/receiving-and-responding#interaction-callback */
function resourceOf({ id, type, callback, original }: Interaction, as: number): object {
  const isLoading = as === DeferredChannelMessageWithSource;
  const interaction = { id, type, response_message_loading: isLoading };
  if (original === undefined) return { interaction, resource: { type: as } };
  const about = { response_message_id: original.id, response_message_ephemeral: callback?.isEphemeral };
  return { interaction: { ...interaction, ...about }, resource: { type: as, message: messageOf(original) } };
}
