import { DetenteError } from '../errors.ts';
import type { IsoInstant } from './article.ts';
import type { Reply } from './reply.ts';

/** Where a reply goes. Written `adapter:place:channel[:thread]`, for the terminal `terminal:`. */
export interface Conversation {
  readonly adapter: string;
  /** The platform's own workspace: Slack's team, Discord's guild or `@me`, empty for the terminal. */
  readonly workspace: string;
  readonly channel: string;
  readonly thread?: string;
}

interface RequestBase {
  /** The platform's own id of this request: a redelivery carries the same one. */
  readonly id: string;
  readonly conversation: Conversation;
  readonly user: string;
  readonly at: IsoInstant;
  /** Nobody but the user and the bot is in the conversation. */
  readonly direct?: boolean;
  /** The bot is no member of the place: it answers there, and can post nothing by itself. */
  readonly guest?: boolean;
  /** What the platform knows of the user; looked up only where a request needs it. */
  readonly profile?: {
    readonly isAdmin: boolean;
    readonly zone?: string;
    /** The platform's ids of groups that the user belongs to, such as Discord's roles. */
    readonly groups?: readonly string[];
  };
}

/** What can be completed while it is typed: an option of a command, or a question up to its last word. */
export type Completable = 'situation' | 'actor' | 'date' | 'outlet' | 'feed' | 'question';

/** What reaches the bot from a platform. */
export type ChatRequest =
  | (RequestBase & {
      readonly kind: 'question';
      readonly text: string;
      /** Something came with it that is no text. */
      readonly unread?: boolean;
    })
  /** `name` is the command's name in the table of commands, `text` what follows it. */
  | (RequestBase & { readonly kind: 'command'; readonly name: string; readonly text: string })
  | (RequestBase & { readonly kind: 'settings'; readonly settings: Readonly<Record<string, string>> })
  | (RequestBase & {
      readonly kind: 'feedback';
      /** The statement in words, or what `feedbackForm` gave as its name. */
      readonly about: string;
      readonly verdict: 'right' | 'wrong';
      readonly text?: string;
      /** The id of the request that got what it is about: known exactly while that is at hand, else by `about`. */
      readonly of?: string;
    })
  /** Asks for what the request of this id got, to show it to others. */
  | (RequestBase & { readonly kind: 'share'; readonly of: string })
  /** The bot was invited to the conversation, or a user opened it for the first time; `known` where it may have been there before. */
  | (RequestBase & { readonly kind: 'installed'; readonly known?: boolean })
  | (RequestBase & { readonly kind: 'removed' })
  /** All workspaces that the bot is in: it was removed from every other, perhaps while it did not run. */
  | (RequestBase & { readonly kind: 'present'; readonly workspaces: readonly string[] })
  /** The conversation takes no posts any more. */
  | (RequestBase & { readonly kind: 'gone'; readonly reason: string })
  | (RequestBase & { readonly kind: 'home' })
  /** Nothing is kept of it, and it may come many times a second. */
  | (RequestBase & { readonly kind: 'complete'; readonly what: Completable; readonly text: string });

/**
 * `update` replaces the first reply when a better one comes in time. Undefined where the request was seen before, also
 * before a restart: nothing is to be shown for it.
 */
export type RequestHandler = (
  request: ChatRequest,
  update?: (reply: Reply) => Promise<void>,
) => Promise<Reply | undefined>;

/** Names one delivery: the same key is never shown twice. At most 25 characters, the shortest of the platforms' limits. */
export type DeliveryKey = string;

export interface Sent {
  /** The platform's id of what was posted. */
  readonly id: string;
  readonly at: IsoInstant;
  /** Ids of the messages that follow the first, in order; absent: none. */
  readonly parts?: readonly string[];
  /** The thread that belongs to it, as a conversation names one; absent where it has none. */
  readonly thread?: string;
}

/** A chat platform. What one can do beyond this is an optional interface, found with `in`. */
export interface ChatAdapter {
  readonly name: string;
  /** Resolves once requests can arrive. */
  start(handle: RequestHandler): Promise<void>;
  /**
   * Posts a reply. With a key that was already sent, posts nothing and gives the first one's `Sent`.
   * @param mayPost asked right before each message under a key is posted: once it says no, another process may be
   * posting the rest, and this one throws in place of it
   */
  send(conversation: Conversation, reply: Reply, key?: DeliveryKey, mayPost?: () => boolean): Promise<Sent>;
  /** Resolves when nothing of the adapter runs any more; twice is as good as once. */
  stop(): Promise<void>;
}

/** An adapter that ends by itself, as the terminal does at end of input. */
export interface EndingAdapter {
  readonly ended: Promise<void>;
}

/** An adapter that finds again what it posted under a key, also after a restart. */
export interface RecallingAdapter {
  /**
   * Looks up on the platform what stands under a key, also a part of it; afterwards `send` with this key posts only what
   * is missing.
   * @param since nothing was posted under the key before; the platform's own time
   * @returns undefined where nothing stands there
   * @throws DetenteError where it cannot be looked up: posting it now could be posting it twice
   */
  recall(conversation: Conversation, key: DeliveryKey, since: IsoInstant): Promise<Sent | undefined>;
}

/** An adapter that changes what it posted. */
export interface AmendingAdapter {
  /**
   * Puts a reply in the place of what was posted, all its messages. Twice is as good as once.
   * @throws DetenteError `not-found` where it is gone; `internal` otherwise
   */
  amend(conversation: Conversation, sent: Sent, reply: Reply): Promise<void>;
}

/** An adapter that can say beforehand whether a conversation takes posts. */
export interface ReachingAdapter {
  /**
   * Why nothing can be posted there, in words for whoever asks for it; undefined where it can.
   * @throws DetenteError where it cannot be found out now
   */
  refusal(conversation: Conversation): Promise<string | undefined>;
}

/** An adapter whose platform says who runs the bot. */
export interface AdministeredAdapter {
  /** A conversation with whoever installed or owns the bot; undefined where the platform does not tell. */
  administrator(): Promise<Conversation | undefined>;
}

/** @throws DetenteError where `mayPost` says that another process may be posting */
export function mustBeMine(mayPost: (() => boolean) | undefined): void {
  if (mayPost?.() === false)
    throw new DetenteError('internal', 'this was held up for so long that another process may be posting it');
}
