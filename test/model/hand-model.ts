import { setImmediate as turn } from 'node:timers/promises';
import type { Conversation } from '../../src/domain/chat.ts';
import type { Clock } from '../../src/domain/clock.ts';
import type { Draft, LanguageModel, ModelCall, ModelUse, Payer, Task, TaskKind } from '../../src/domain/model.ts';

/** Stands still until it is moved, either way. */
export class HandClock implements Clock {
  #now: number;

  constructor(at: string) {
    this.#now = Date.parse(at);
  }

  now(): number {
    return this.#now;
  }

  pass(milliseconds: number): void {
    this.#now += milliseconds;
  }
}

export interface Made {
  readonly task: Task;
  readonly payer: Payer;
  /** Ends the call. */
  answer(): void;
  fail(error: unknown): void;
}

type Manner = 'at once' | 'by hand' | Error;

/** A model at the port, worked by hand: it counts what is asked of it, and answers with the number of the call. */
export class HandModel implements LanguageModel {
  readonly name: string;
  readonly made: Made[] = [];
  underWay = 0;
  mostUnderWay = 0;
  /** How each call goes: answered at once, held until the test ends it, or failed. */
  manner: (at: number) => Manner = () => 'at once';
  /** What a call takes; undefined where it reaches no server. */
  use: ((at: number) => ModelUse | undefined) | undefined;

  constructor(name = 'hand') {
    this.name = name;
  }

  async *compose<Kind extends TaskKind>(task: Task<Kind>, call: ModelCall): AsyncGenerator<Draft<Kind>> {
    const { promise, resolve, reject } = Promise.withResolvers<void>();
    const at = this.made.push({ task: task as Task, payer: call.payer, answer: resolve, fail: reject }) - 1;
    this.underWay += 1;
    this.mostUnderWay = Math.max(this.mostUnderWay, this.underWay);
    const leave = () => reject(new DOMException('left', 'AbortError'));
    call.signal.addEventListener('abort', leave);
    try {
      const manner = this.manner(at);
      if (manner instanceof Error) throw manner;
      if (manner === 'by hand') await promise;
      else await turn();
      yield { id: at + 1, text: `reply ${at + 1}` } as unknown as Draft<Kind>;
    } finally {
      promise.catch(() => {});
      call.signal.removeEventListener('abort', leave);
      this.underWay -= 1;
      const use = this.use?.(at);
      if (use !== undefined) call.onUse?.(use);
    }
  }
}

export const channel: Conversation = { adapter: 'slack', workspace: 'T1', channel: 'C1' };
export const ada: Payer = { conversation: channel, user: 'U1' };
export const ben: Payer = { conversation: channel, user: 'U2' };

export const asking = (question: string): Task<'reading'> => ({ kind: 'reading', question });

export function callOf(payer: Payer = ada, signal = new AbortController().signal): ModelCall {
  return { payer, signal };
}

/** All drafts of a reply. */
export async function replyOf<Kind extends TaskKind>(
  model: LanguageModel,
  task: Task<Kind>,
  call: ModelCall = callOf(),
): Promise<Draft<Kind>[]> {
  const drafts: Draft<Kind>[] = [];
  for await (const draft of model.compose(task, call)) drafts.push(draft);
  return drafts;
}

/** What became of a question: `done`, or why not. */
export async function outcomeOf(model: LanguageModel, question: string, call?: ModelCall): Promise<string> {
  return replyOf(model, asking(question), call).then(
    () => 'done',
    (error: unknown) => (error instanceof Error ? error.message : String(error)),
  );
}

/** Until all that was begun waits for something else than the processor. */
export async function settledDown(): Promise<void> {
  for (let at = 0; at < 20; at += 1) await turn();
}
