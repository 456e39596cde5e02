import type { RequestHandler } from '../src/domain/chat.ts';
import { percentile, ratio, rounded, type Section } from './figures.ts';

const IN_TURN = 200;
const AT_ONCE = 50;
/** Far longer than an answer takes. */
const ANSWER_MS = 10_000;

/** A platform on this machine with an app that listens to it. */
export interface Running {
  /** A user asks. Gives the milliseconds until the platform got its first response. */
  ask(): Promise<number>;
  stop(): Promise<unknown>;
}

export interface Platform {
  readonly name: string;
  /** What is timed. */
  readonly about: string;
  /** Our adapter before a bot that does this. */
  ours(handle: RequestHandler): Promise<Running>;
  /** What its library does alone. */
  readonly peer: string;
  bare(): Promise<Running>;
}

/** Milliseconds until a platform gets its first response, while answers take long. */
export async function respondingSection({ name, about, ours, peer, bare }: Platform): Promise<Section> {
  const waits = await timed(await ours(waiting));
  const busy = await timed(await ours(thinking));
  const alone = await timed(await bare());
  const row = (what: string, times: Times) => [
    what,
    ...[times.single, times.together].flatMap((one) => [rounded(percentile(one, 0.5)), rounded(percentile(one, 0.99))]),
    ratio(percentile(times.together, 0.99), percentile(alone.together, 0.99)),
  ];
  return {
    heading: name,
    about: `${about}, ${name} in the same process. ${name} waits 3,000 ms.`,
    headings: [
      '',
      `p50, ${IN_TURN} in turn`,
      'p99',
      `p50, ${AT_ONCE} at once`,
      'p99',
      'p99 at once against the library alone',
    ],
    rows: [
      row(`détente, answers that wait ${ANSWER_MS / 1_000} s`, waits),
      row('détente, answers of 100 ms of processor time', busy),
      row(peer, alone),
    ],
  };
}

interface Times {
  readonly single: number[];
  readonly together: number[];
}

async function timed({ ask, stop }: Running): Promise<Times> {
  await ask();
  const single: number[] = [];
  for (let at = 0; at < IN_TURN; at += 1) single.push(await ask());
  const together = await Promise.all(Array.from({ length: AT_ONCE }, ask));
  await stop();
  return { single, together };
}

/** An answer of a slow language model. */
const waiting: RequestHandler = () => new Promise((resolve) => setTimeout(() => resolve(undefined), ANSWER_MS).unref());

/** An answer out of a large archive. */
const thinking: RequestHandler = async () => {
  const until = performance.now() + 100;
  while (performance.now() < until);
  return undefined;
};
