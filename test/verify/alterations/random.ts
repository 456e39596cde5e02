import { seeded } from '../../seeded.ts';

/** Numbers that look random and come out the same for the same seed. */
export interface Random {
  /** A whole number from 0 up to, but not, `end`. */
  below(end: number): number;
  /** One of the list; the list must not be empty. */
  pick<T>(list: readonly T[]): T;
  /** The same list in another order. */
  shuffled<T>(list: readonly T[]): T[];
}

/** A generator of the mulberry32 family that starts at `seed`. */
export function randomFrom(seed: number): Random {
  const next = seeded(seed);
  const below = (end: number) => Math.floor(next() * end);
  return { below, pick: (list) => picked(list, below), shuffled: (list) => shuffledBy(list, below) };
}

function picked<T>(list: readonly T[], below: (end: number) => number): T {
  if (list.length === 0) throw new RangeError('nothing to pick from');
  return list[below(list.length)] as T;
}

function shuffledBy<T>(list: readonly T[], below: (end: number) => number): T[] {
  const mixed = [...list];
  for (let last = mixed.length - 1; last > 0; last -= 1) {
    const other = below(last + 1);
    [mixed[last], mixed[other]] = [mixed[other] as T, mixed[last] as T];
  }
  return mixed;
}
