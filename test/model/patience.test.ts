import { getEventListeners } from 'node:events';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { modelFailureWords, type Payer } from '../../src/domain/model.ts';
import type { Pause } from '../../src/domain/model-store.ts';
import { Breaker, unbroken } from '../../src/model/breaker.ts';
import { type FailureKind, ModelFailure } from '../../src/model/failure.ts';
import { retried } from '../../src/model/retried.ts';
import { inTurn, Turns } from '../../src/model/turns.ts';
import { ada, asking, callOf, channel, HandClock, HandModel, outcomeOf, replyOf, settledDown } from './hand-model.ts';

const inChannel = (name: string): Payer => ({ conversation: { ...channel, channel: name }, user: 'U1' });

function waitingRoom(most: number) {
  const model = new HandModel();
  model.manner = () => 'by hand';
  const turned = inTurn(model, new Turns(most));
  const channels = () => model.made.map(({ payer }) => payer.conversation?.channel);
  const answer = async (at: number) => {
    model.made[at]?.answer();
    await settledDown();
  };
  return { model, turned, channels, answer };
}

describe('calls at once', () => {
  test('no more are under way than are allowed, and all come', async () => {
    const model = new HandModel();
    const turned = inTurn(model, new Turns(3));
    const outcomes = await Promise.all(Array.from({ length: 50 }, (_, at) => outcomeOf(turned, `${at}`)));
    expect(new Set(outcomes)).toEqual(new Set(['done']));
    expect([model.made.length, model.mostUnderWay]).toEqual([50, 3]);
  });

  test('those of one channel come in their order', async () => {
    const model = new HandModel();
    const turned = inTurn(model, new Turns(1));
    await Promise.all(['a', 'b', 'c', 'd'].map((question) => outcomeOf(turned, question)));
    expect(model.made.map(({ task }) => task)).toEqual(['a', 'b', 'c', 'd'].map(asking));
  });

  test('a burst in one channel lets another go second', async () => {
    const { model, turned, channels, answer } = waitingRoom(1);
    const burst = Array.from({ length: 20 }, (_, at) => outcomeOf(turned, `${at}`, callOf(inChannel('loud'))));
    const quiet = outcomeOf(turned, 'me too?', callOf(inChannel('quiet')));
    await settledDown();
    await answer(0);
    await answer(1);
    expect(channels()).toEqual(['loud', 'loud', 'quiet']);
    await answer(2);
    expect(await quiet).toBe('done');
    for (let at = 3; at < 21; at += 1) await answer(at);
    await Promise.all(burst);
    expect(model.made).toHaveLength(21);
  });

  test('threads of a channel are one queue, and calls for nobody another', async () => {
    const { turned, channels, answer } = waitingRoom(1);
    const inThread = (thread: string): Payer => ({ conversation: { ...channel, thread }, user: 'U1' });
    const payers = [ada, inThread('1'), inThread('2'), {}];
    const outcomes = payers.map((payer, at) => outcomeOf(turned, `${at}`, callOf(payer)));
    await settledDown();
    for (const at of payers.keys()) await answer(at);
    expect(await Promise.all(outcomes)).toEqual(payers.map(() => 'done'));
    expect(channels()).toEqual(['C1', 'C1', undefined, 'C1']);
  });

  test('whoever gives up while waiting leaves the queue, and nothing of them stays', async () => {
    const { model, turned, answer } = waitingRoom(1);
    const [leaving, staying] = [new AbortController(), new AbortController()];
    const first = outcomeOf(turned, 'first');
    const second = outcomeOf(turned, 'second', callOf(ada, leaving.signal));
    const third = outcomeOf(turned, 'third', callOf(ada, staying.signal));
    await settledDown();
    leaving.abort();
    expect(await second).toBe('other calls of the language model were first');
    await answer(0);
    await answer(1);
    expect(await Promise.all([first, third])).toEqual(['done', 'done']);
    expect(model.made.map(({ task }) => task)).toEqual([asking('first'), asking('third')]);
    expect(getEventListeners(staying.signal, 'abort')).toEqual([]);
    expect(await outcomeOf(turned, 'late', callOf(ada, leaving.signal))).toMatch(/were first/);
  });

  test('a turn is over where whoever asked does not read to the end, or the call fails', async () => {
    const model = new HandModel();
    model.manner = (at) => (at === 1 ? new Error('broken') : 'at once');
    const turned = inTurn(model, new Turns(1));
    for await (const _ of turned.compose(asking('one'), callOf())) break;
    expect(await outcomeOf(turned, 'two')).toBe('broken');
    expect(await outcomeOf(turned, 'three')).toBe('done');
  });

  test('whatever comes, ends and gives up: never too many at once, nobody is lost, each channel comes in its turn', async () => {
    const step = fc.oneof(
      fc.record({ does: fc.constant('ask'), which: fc.nat(4) }),
      fc.record({ does: fc.constantFrom('end', 'leave'), which: fc.nat(9) }),
    );
    await fc.assert(
      fc.asyncProperty(fc.integer({ min: 1, max: 4 }), fc.array(step, { maxLength: 60 }), async (most, steps) => {
        const crowd = new Crowd(most);
        for (const { does, which } of steps) {
          crowd.act(does, which);
          await settledDown();
          expect(crowd.underWay.length).toBeLessThanOrEqual(most);
          // five channels: four others go first at most
          expect(Math.max(0, ...crowd.waiting.map(({ overtaken }) => overtaken))).toBeLessThanOrEqual(4);
          if (crowd.waiting.length > 0) expect(crowd.underWay).toHaveLength(most);
        }
        expect(crowd.waiting.length + crowd.underWay.length + crowd.gone).toBe(crowd.asked);
      }),
      { seed: 8, numRuns: 100 },
    );
  });
});

/** Callers of five channels, who come, end and give up. */
class Crowd {
  readonly #turns: Turns;
  waiting: { readonly channel: number; readonly leaving: AbortController; overtaken: number }[] = [];
  readonly underWay: (() => void)[] = [];
  asked = 0;
  gone = 0;

  constructor(most: number) {
    this.#turns = new Turns(most);
  }

  act(does: string, which: number): void {
    if (does === 'ask') void this.#ask(which);
    else if (does === 'leave') this.waiting[which]?.leaving.abort();
    else this.#end(which);
  }

  async #ask(channel: number): Promise<void> {
    const one = { channel, leaving: new AbortController(), overtaken: 0 };
    this.waiting.push(one);
    this.asked += 1;
    const leave = await this.#turns.enter(String(channel), one.leaving.signal).catch(() => undefined);
    this.waiting = this.waiting.filter((other) => other !== one);
    if (leave === undefined) this.gone += 1;
    else this.#begin(channel, leave);
  }

  #begin(channel: number, leave: () => void): void {
    this.underWay.push(leave);
    const firsts = this.waiting.filter(
      ({ channel: own }, at, all) => all.findIndex((one) => one.channel === own) === at,
    );
    for (const first of firsts) if (first.channel !== channel) first.overtaken += 1;
  }

  #end(which: number): void {
    const [leave] = this.underWay.splice(which, 1);
    if (leave === undefined) return;
    this.gone += 1;
    leave();
  }
}

function underBreaker() {
  const clock = new HandClock('2031-05-09T07:00:00Z');
  const model = new HandModel();
  const pauses: (Pause | undefined)[] = [];
  const breaker = new Breaker({ clock, onChange: (pause) => void pauses.push(pause) });
  const careful = unbroken(model, breaker);
  /** So many calls that fail like this. */
  const fail = async (count: number, error: Error = new ModelFailure('down', 'the server has broken down')) => {
    model.manner = () => error;
    for (let at = 0; at < count; at += 1) await outcomeOf(careful, 'q');
    model.manner = () => 'at once';
  };
  return { clock, model, careful, pauses, fail, ask: (call = callOf()) => outcomeOf(careful, 'q', call) };
}

describe('a model that fails', () => {
  test('four failures in a row change nothing, the fifth ends all calls for half a minute', async () => {
    const { clock, model, pauses, fail, ask } = underBreaker();
    await fail(4);
    expect(await ask()).toBe('done');
    await fail(4);
    expect(pauses).toEqual([]);
    await fail(1);
    expect(pauses).toEqual([{ until: '2031-05-09T07:00:30.000Z', reason: 'the server has broken down' }]);
    const made = model.made.length;
    expect(await ask()).toBe('the server has broken down; it is asked again in 30 s');
    clock.pass(29_999);
    expect(await ask()).toBe('the server has broken down; it is asked again in 1 s');
    expect(model.made).toHaveLength(made);
    clock.pass(1);
    expect(await ask()).toBe('done');
    expect(await ask()).toBe('done');
    expect(pauses.at(-1)).toBeUndefined();
    expect(pauses).toHaveLength(2);
  });

  test('after a pause one call tries, the others fail at once until it has answered', async () => {
    const { clock, model, fail, ask } = underBreaker();
    await fail(5);
    clock.pass(30_000);
    model.manner = () => 'by hand';
    const trial = ask();
    await settledDown();
    expect(await ask()).toBe('the server has broken down; one call tries whether that is over');
    model.made.at(-1)?.answer();
    expect(await trial).toBe('done');
    model.manner = () => 'at once';
    expect(await ask()).toBe('done');
  });

  test('a trial that fails begins the next pause, with its own reason', async () => {
    const { clock, fail, ask } = underBreaker();
    await fail(5);
    clock.pass(30_000);
    await fail(1, new ModelFailure('slow', 'the server took longer than 120 s'));
    expect(await ask()).toBe('the server took longer than 120 s; it is asked again in 30 s');
  });

  test('a trial that is given up says nothing: the next call tries', async () => {
    const { clock, model, fail, ask } = underBreaker();
    await fail(5);
    clock.pass(30_000);
    model.manner = () => 'by hand';
    const leaving = new AbortController();
    const trial = ask(callOf(ada, leaving.signal));
    await settledDown();
    leaving.abort();
    expect(await trial).toBe('left');
    model.manner = () => 'at once';
    expect(await ask()).toBe('done');
  });

  test.for(['key', 'quota'] as const)('a failure of the %s ends all calls for ten minutes at once', async (kind) => {
    const { clock, fail, ask } = underBreaker();
    await fail(1, new ModelFailure(kind, 'OPENAI_API_KEY is refused (401)'));
    expect(await ask()).toBe('OPENAI_API_KEY is refused (401); it is asked again in 10 min');
    clock.pass(9 * 60_000 + 59_000);
    expect(await ask()).toMatch(/in 1 s$/);
    clock.pass(1_000);
    expect(await ask()).toBe('done');
  });

  test('a pause tells readers when it ends, and nothing of settings and servers', async () => {
    const { model, careful, fail } = underBreaker();
    await fail(1, new ModelFailure('key', 'OPENAI_API_KEY is refused by api.example (401)'));
    const failure = await replyOf(careful, asking('q')).catch((error: unknown) => error);
    expect(failure).toMatchObject({ by: 'pause', message: expect.stringMatching(/^OPENAI_API_KEY is refused by/) });
    expect(modelFailureWords(failure)).toBe('the language model is not set up right; it is asked again in 10 min');
    expect(model.made).toHaveLength(1);
  });

  test.for<[string, FailureKind | undefined, boolean]>([
    ['a server that is down', 'down', true],
    ['time that runs out', 'slow', true],
    ['a broken reply', 'reply', true],
    ['too many calls', 'busy', true],
    ['an unknown failure', undefined, true],
    ['a model that declines', 'refusal', false],
  ])('%s counts: %s', async ([, kind, counts]) => {
    const { pauses, fail } = underBreaker();
    await fail(5, kind === undefined ? new Error('odd') : new ModelFailure(kind, 'why'));
    expect(pauses).toHaveLength(counts ? 1 : 0);
  });

  test('callers who go away do not count, those whose time is up do', async () => {
    const { model, pauses, ask } = underBreaker();
    model.manner = () => 'by hand';
    const giveUp = async (reason?: DOMException) => {
      const leaving = new AbortController();
      const asked = ask(callOf(ada, leaving.signal));
      await settledDown();
      leaving.abort(reason);
      await asked;
    };
    for (let at = 0; at < 9; at += 1) await giveUp();
    expect(pauses).toEqual([]);
    for (let at = 0; at < 5; at += 1) await giveUp(new DOMException('time is up', 'TimeoutError'));
    expect(pauses).toHaveLength(1);
  });

  test('whoever does not read to the end changes nothing', async () => {
    const { careful, fail, pauses, model } = underBreaker();
    await fail(4);
    for await (const _ of careful.compose(asking('q'), callOf())) break;
    await fail(1);
    expect(pauses).toHaveLength(1);
    expect(model.underWay).toBe(0);
  });

  test('calls that began before a pause do not end it or begin another', async () => {
    const { clock, model, pauses, fail, ask } = underBreaker();
    model.manner = () => 'by hand';
    const early = [ask(), ask()];
    await settledDown();
    await fail(5);
    model.made[0]?.answer();
    model.made[1]?.fail(new ModelFailure('down', 'late'));
    expect(await Promise.all(early)).toEqual(['done', 'late']);
    expect(pauses).toHaveLength(1);
    clock.pass(30_000);
    expect(await ask()).toBe('done');
  });

  test('a clock that is set back does not make the pause longer', async () => {
    const { clock, fail, ask } = underBreaker();
    await fail(5);
    clock.pass(-3_600_000);
    expect(await ask()).toBe('done');
  });
});

describe('a second try', () => {
  const failing = (error: Error, times = 1) => {
    const model = new HandModel();
    model.manner = (at) => (at < times ? error : 'at once');
    return { model, again: retried(model) };
  };

  test.for<[string, ModelFailure, number]>([
    ['nobody listens', new ModelFailure('unreachable', 'why', { safe: true }), 2],
    ['503 before an answer', new ModelFailure('down', 'why', { safe: true }), 2],
    ['429 with a short wait', new ModelFailure('busy', 'why', { safe: true, retryAfterMs: 20 }), 2],
    ['429 with a long wait', new ModelFailure('busy', 'why', { safe: true, retryAfterMs: 30_000 }), 1],
    ['429 without a word of when', new ModelFailure('busy', 'why', { safe: true }), 1],
    ['503 with a long wait', new ModelFailure('down', 'why', { safe: true, retryAfterMs: 30_000 }), 1],
    ['500, of which nobody knows', new ModelFailure('down', 'why'), 1],
    ['a cut stream', new ModelFailure('reply', 'why'), 1],
  ])('after %s', async ([, error, calls]) => {
    const { model, again } = failing(error);
    expect(await outcomeOf(again, 'q')).toBe(calls === 2 ? 'done' : 'why');
    expect(model.made).toHaveLength(calls);
  });

  test('there is no third', async () => {
    const { model, again } = failing(new ModelFailure('unreachable', 'why', { safe: true }), 9);
    expect(await outcomeOf(again, 'q')).toBe('why');
    expect(model.made).toHaveLength(2);
  });

  test('is not made once a draft was handed out', async () => {
    const model = new HandModel();
    const again = retried({
      name: 'half',
      async *compose(task, call) {
        yield* model.compose(task, call);
        throw new ModelFailure('down', 'why', { safe: true });
      },
    });
    expect(await outcomeOf(again, 'q')).toBe('why');
    expect(model.made).toHaveLength(1);
  });

  test('is not made for a caller who goes away while it is waited for', async () => {
    const { model, again } = failing(new ModelFailure('busy', 'why', { safe: true, retryAfterMs: 1_500 }));
    const leaving = new AbortController();
    const asked = outcomeOf(again, 'q', callOf(ada, leaving.signal));
    await settledDown();
    const began = performance.now();
    leaving.abort();
    expect(await asked).toBe('why');
    expect(performance.now() - began).toBeLessThan(500);
    expect(model.made).toHaveLength(1);
  });
});
