import { DetenteError } from './errors.ts';

/** A message that stands on a platform. */
export interface StandingMessage<Message> {
  /** Puts another in its place. False where it is gone. @throws what the platform says otherwise */
  edit(message: Message): Promise<boolean>;
  /** Takes it away; where it is gone already, all is well. */
  remove(): Promise<void>;
}

/** Posts what follows the messages that stand, and gives what stands of it then. @throws where that is not known */
type Add<Message> = (messages: readonly Message[]) => Promise<readonly StandingMessage<Message>[]>;

/** A reply as it stands, message by message, and how another one takes its place. */
export class StandingReply<Message> {
  readonly #messages: StandingMessage<Message>[];
  #isKnown = true;

  /** @param messages all of the reply, in order */
  constructor(messages: readonly StandingMessage<Message>[]) {
    this.#messages = [...messages];
  }

  /** How many messages stand. */
  get count(): number {
    return this.#messages.length;
  }

  /**
   * Changes what stands, adds what is missing, takes away what is too much; nothing where the first message is gone.
   * @throws what the platform says; DetenteError `internal` where more may stand than is known
   */
  async replace(messages: readonly Message[], add: Add<Message>): Promise<void> {
    if (!this.#isKnown)
      throw new DetenteError('internal', 'more of the reply may stand than is known: it stays as it is');
    if (!(await this.#edit(messages))) return;
    const missing = messages.slice(this.#messages.length);
    if (missing.length > 0) await this.#add(missing, add);
    while (this.#messages.length > messages.length) {
      await this.#messages.at(-1)?.remove();
      this.#messages.pop();
    }
  }

  /** What somebody took away of it stays away. False where that is the first message. */
  async #edit(messages: readonly Message[]): Promise<boolean> {
    for (const [at, standing] of this.#messages.entries()) {
      const message = messages[at];
      if (message !== undefined && !(await standing.edit(message)) && at === 0) return false;
    }
    return true;
  }

  /** What may have been posted by half would be posted twice. */
  async #add(messages: readonly Message[], add: Add<Message>): Promise<void> {
    this.#isKnown = false;
    this.#messages.push(...(await add(messages)));
    this.#isKnown = true;
  }
}
