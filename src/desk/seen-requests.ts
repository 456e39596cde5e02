import type { DeskStore } from '../domain/archive.ts';
import type { IsoInstant } from '../domain/article.ts';
import type { ChatRequest } from '../domain/chat.ts';
import type { Logger } from '../domain/logger.ts';
import { isArchiveFailure } from '../errors.ts';

/** More than come in while a disk is full. */
const MOST = 10_000;

/** Which requests were acted on. What the archive cannot write down is remembered until the process ends. */
export class SeenRequests {
  readonly #desk: DeskStore;
  readonly #logger: Logger;
  readonly #unwritten = new Set<string>();

  constructor(desk: DeskStore, logger: Logger) {
    this.#desk = desk;
    this.#logger = logger;
  }

  /** False where the request came before. */
  async isFirst({ id, conversation: { adapter } }: ChatRequest, at: IsoInstant): Promise<boolean> {
    const key = `${adapter} ${id}`;
    if (this.#unwritten.has(key)) return false;
    try {
      return await this.#desk.firstSeen(adapter, id, at);
    } catch (error) {
      if (!isArchiveFailure(error)) throw error;
      this.#logger.warn({ adapter, error }, 'a request could not be written down');
      this.#remember(key);
      return true;
    }
  }

  #remember(key: string): void {
    this.#unwritten.add(key);
    const [oldest] = this.#unwritten;
    if (this.#unwritten.size > MOST && oldest !== undefined) this.#unwritten.delete(oldest);
  }
}
