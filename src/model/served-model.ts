import type { Draft, LanguageModel, ModelCall, ModelUse, Task, TaskKind } from '../domain/model.ts';
import { DraftReader } from './drafts.ts';
import { ModelFailure } from './failure.ts';
import { documentOf } from './given.ts';
import type { Prompt } from './prompts/prompt.ts';
import { prompts } from './prompts/prompts.ts';
import type { ModelServer, Piece, ServerRequest } from './server.ts';

export interface ServedModelOptions {
  /** Told of drafts in a reply that had not the form of one, and were passed over. */
  readonly onMalformed?: (kind: TaskKind, count: number) => void;
}

/** A language model on a server: a task is one call, and its drafts are read while they come. */
export class ServedModel implements LanguageModel {
  readonly name: string;
  readonly #server: ModelServer;
  readonly #options: ServedModelOptions;

  constructor(server: ModelServer, options: ServedModelOptions = {}) {
    this.name = server.name;
    this.#server = server;
    this.#options = options;
  }

  async *compose<Kind extends TaskKind>(task: Task<Kind>, call: ModelCall): AsyncGenerator<Draft<Kind>> {
    const kind = task.kind as Kind;
    const { system, schema } = prompts[kind];
    const request = { kind, system, schema, user: documentOf(task as Task) };
    const reply = new Reply(prompts[kind]);
    const meter = new Meter(request);
    let failure: unknown;
    if (call.signal.aborted) throw givenUp();
    try {
      for await (const piece of this.#server.stream(request, call.signal)) {
        meter.saw(piece);
        for (const draft of reply.take(piece)) {
          yield draft;
          if (call.signal.aborted) throw givenUp();
        }
        reply.mustBeSound();
      }
      reply.mustBeWhole();
      if (!reply.isBare) this.#server.ignoresForm();
    } catch (error) {
      failure = error;
      // what breaks behind the document takes nothing from it
      if (!(reply.isOver && error instanceof ModelFailure && error.kind === 'reply')) throw error;
    } finally {
      if (reply.malformed > 0) this.#options.onMalformed?.(kind, reply.malformed);
      if (meter.hasReached(failure)) call.onUse?.(meter.use(failure));
    }
  }
}

function givenUp(): ModelFailure {
  return new ModelFailure('aborted', 'the language model did not answer in time');
}

/** A reply as it comes, and what is wrong with it. */
class Reply<Kind extends TaskKind> {
  malformed = 0;
  readonly #prompt: Prompt<Kind>;
  readonly #reader = new DraftReader();
  #good = 0;
  #refused = false;
  #end: Extract<Piece, { kind: 'end' }>['how'] | undefined;

  constructor(prompt: Prompt<Kind>) {
    this.#prompt = prompt;
  }

  /** All of the document is there, within its limits. */
  get isOver(): boolean {
    return this.#reader.end() === undefined && (this.#good > 0 || this.malformed === 0);
  }

  get isBare(): boolean {
    return this.#reader.isBare;
  }

  take(piece: Piece): Draft<Kind>[] {
    if (piece.kind === 'refusal') this.#refused = true;
    if (piece.kind === 'end') this.#end = piece.how;
    return piece.kind === 'text' ? this.#reader.push(piece.text).flatMap((value) => this.#wellFormed(value)) : [];
  }

  #wellFormed(value: unknown): Draft<Kind>[] {
    const { success, data } = this.#prompt.draft.safeParse(value);
    if (success) this.#good += 1;
    else this.malformed += 1;
    return success ? [data] : [];
  }

  /** @throws ModelFailure where nothing more of it is worth reading */
  mustBeSound(): void {
    if (this.#reader.fault !== undefined) throw new ModelFailure('reply', `the model's reply ${this.#reader.fault}`);
  }

  /** @throws ModelFailure where it ended too early, or was never what was asked for */
  mustBeWhole(): void {
    if (this.#refused) throw new ModelFailure('refusal', 'the model declines to answer');
    if (this.#end === 'filtered') throw new ModelFailure('refusal', "the filter of the model's server ended the reply");
    const missing = this.#reader.end();
    if (missing !== undefined && this.#end === 'too long')
      throw new ModelFailure('reply', "the model's reply was cut off at the longest that is allowed");
    if (missing !== undefined) throw new ModelFailure('reply', `the model's reply ${missing}`);
    if (this.#good === 0 && this.malformed > 0)
      throw new ModelFailure(
        'reply',
        `none of the ${this.malformed} drafts of the model's reply has the form asked for`,
      );
  }
}

/** What a call takes, reckoned where the server does not count. */
class Meter {
  readonly #input: string;
  #output = 0;
  #counted: ModelUse | undefined;
  #answered = false;

  constructor({ system, user }: ServerRequest) {
    this.#input = system + user;
  }

  saw(piece: Piece): void {
    this.#answered = true;
    if (piece.kind === 'use') this.#counted = piece.use;
    if (piece.kind === 'text') this.#output += Buffer.byteLength(piece.text);
  }

  hasReached(failure: unknown): boolean {
    return this.#answered || !(failure instanceof ModelFailure && failure.kind === 'unreachable');
  }

  /** A server that turned the call away took nothing; one that has broken off may have taken it all. */
  use(failure: unknown): ModelUse {
    if (this.#counted !== undefined) return this.#counted;
    if (!this.#answered && failure instanceof ModelFailure && isTurnedAway(failure))
      return { inputTokens: 0, outputTokens: 0 };
    return { inputTokens: tokens(Buffer.byteLength(this.#input)), outputTokens: tokens(this.#output), estimated: true };
  }
}

function isTurnedAway({ kind, safe }: ModelFailure): boolean {
  return safe || ['key', 'model', 'address', 'busy', 'quota', 'request'].includes(kind);
}

/** About four bytes of UTF-8 are a token, in English and in most other scripts. */
function tokens(bytes: number): number {
  return Math.ceil(bytes / 4);
}
