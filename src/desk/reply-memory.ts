import type { ChatRequest } from '../domain/chat.ts';
import type { Reply } from '../domain/reply.ts';

/** Readers share what they have just read. */
const MOST = 500;
/** A reply holds the question: it is kept no longer than questions are. */
const KEPT_MS = 24 * 60 * 60_000;

interface Kept {
  readonly workspace: string;
  readonly user: string;
  readonly reply: Reply;
  /** Channels in which it was shared. */
  readonly shared: Set<string>;
}

/** The last replies by the id of their request, so that exactly what was read can be shown to others. */
export class ReplyMemory {
  readonly #replies = new Map<string, Kept>();

  keep({ id, conversation, user }: ChatRequest, reply: Reply): void {
    const key = keyOf(conversation.adapter, id);
    this.#replies.set(key, { workspace: conversation.workspace, user, reply, shared: new Set() });
    setTimeout(() => this.#replies.delete(key), KEPT_MS).unref();
    const [oldest] = this.#replies.keys();
    if (this.#replies.size > MOST && oldest !== undefined) this.#replies.delete(oldest);
  }

  /** Another in the place of one that is kept still: what was forgotten stays so. */
  replace(request: ChatRequest, reply: Reply): void {
    if (this.#replies.has(keyOf(request.conversation.adapter, request.id))) this.keep(request, reply);
  }

  /** Undefined where it is no longer kept, or was given to another workspace. */
  of(request: ChatRequest, id: string): Reply | undefined {
    return this.#keptOf(request, id)?.reply;
  }

  /** The same, once in a channel. */
  toShare(request: ChatRequest, id: string): Reply | undefined {
    const kept = this.#keptOf(request, id);
    const { channel } = request.conversation;
    if (kept === undefined || kept.shared.has(channel)) return undefined;
    kept.shared.add(channel);
    return kept.reply;
  }

  #keptOf({ conversation }: ChatRequest, id: string): Kept | undefined {
    const kept = this.#replies.get(keyOf(conversation.adapter, id));
    return kept?.workspace === conversation.workspace ? kept : undefined;
  }

  /** Drops what a user got, or without one what anybody in the workspace did. */
  forget(adapter: string, workspace: string, user?: string): void {
    for (const [key, kept] of this.#replies) {
      const isTheirs = key.startsWith(keyOf(adapter, '')) && kept.workspace === workspace;
      if (isTheirs && (user === undefined || kept.user === user)) this.#replies.delete(key);
    }
  }
}

function keyOf(adapter: string, id: string): string {
  return `${adapter} ${id}`;
}
