import { writeFileSync } from 'node:fs';
import { typeFeatures } from '../../src/events/type-features.ts';
import { type Example, examples, written } from './sentences.ts';

/**
 * Trains the weights of the event types from the phrases of this folder: multinomial logistic regression by AdaGrad
 * (Duchi, Hazan and Singer, 2011). The same phrases give the same weights on every machine. `npm run train`.
 */
const EPOCHS = 8;
/** Trained that many times, each time in another order; the mean leans less on any one (Breiman, 1996). */
const PASSES = 4;
const RATE = 0.5;
const SHRINKAGE = 1e-4;
const RARE = 2;
/** A sentence that was written whole weighs as much as that many put together from a phrase: chosen by parting the written ones in four. */
const WRITTEN_TIMES = 8;
/** Share of a sentence's features that a step does not see, so that no single word decides (Srivastava and others, 2014). */
const DROPPED = 0.5;
/** Weights below this are left out, and features of which no weight reaches that. */
const SMALL = 0.6;
const TELLING = 4;

/** Mulberry32, a small generator with a seed. */
function seeded(seed: number): () => number {
  let state = seed;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let t = Math.imul(state ^ (state >>> 15), 1 | state);
    t = (t + Math.imul(t ^ (t >>> 7), 61 | t)) ^ t;
    return ((t ^ (t >>> 14)) >>> 0) / 4294967296;
  };
}

const random = seeded(11);
type Row = ReturnType<typeof rowOf>;
const rows: readonly Row[] = [
  ...[...examples(random)].map((example) => rowOf(example, 1)),
  ...written().map((example) => rowOf(example, WRITTEN_TIMES)),
];
const types = [...new Set(rows.map((row) => row.type))].sort();
const sizes = new Map([...Map.groupBy(rows, (row) => row.type)].map(([type, own]) => [type, weightOf(own)]));
/** Types of which fewer sentences were written weigh half way to no less: by the square root. */
const balance = (type: string) => Math.sqrt(weightOf(rows) / types.length / (sizes.get(type) ?? 1));
const counts = new Map<string, number>();
for (const { features } of rows) for (const name of features) counts.set(name, (counts.get(name) ?? 0) + 1);
const index = new Map([...counts].filter(([, count]) => count >= RARE).map(([name], at) => [name, at]));
const passes = Array.from({ length: PASSES }, (_, at) => trained(seeded(11 + 7 * at)));
const meanOf = (place: number) => passes.reduce((sum, weights) => sum + (weights[place] ?? 0), 0) / PASSES;

/** One pass of training: weights by feature and type. Passes differ in order and in what is left out. */
function trained(random: () => number): Float64Array {
  const weights = new Float64Array(index.size * types.length);
  const squares = new Float64Array(weights.length).fill(1e-8);
  for (let epoch = 0; epoch < EPOCHS; epoch += 1) {
    for (const row of shuffled(rows, random)) {
      const features = row.features.filter(() => random() > DROPPED);
      learn({ ...row, features }, weights, squares);
    }
  }
  return weights;
}

function shuffled<T>(list: readonly T[], random: () => number): T[] {
  const mixed = [...list];
  for (let at = mixed.length - 1; at > 0; at -= 1) {
    const other = Math.floor(random() * (at + 1));
    [mixed[at], mixed[other]] = [mixed[other] as T, mixed[at] as T];
  }
  return mixed;
}

function learn({ type, features, weight }: Row, weights: Float64Array, squares: Float64Array): void {
  const known = features.flatMap((name) => index.get(name) ?? []);
  const size = 1 / Math.sqrt(known.length || 1);
  const scores = types.map((_, kind) =>
    known.reduce((sum, feature) => sum + (weights[feature * types.length + kind] ?? 0) * size, 0),
  );
  const share = balance(type) * weight;
  const most = Math.max(...scores);
  const powers = scores.map((score) => Math.exp(score - most));
  const total = powers.reduce((sum, power) => sum + power, 0);
  types.forEach((name, kind) => {
    const slope = ((powers[kind] ?? 0) / total - (name === type ? 1 : 0)) * size * share;
    if (Math.abs(slope) < 1e-5) return;
    for (const feature of known) {
      const place = feature * types.length + kind;
      const gradient = slope + SHRINKAGE * (weights[place] ?? 0);
      squares[place] = (squares[place] ?? 0) + gradient * gradient;
      weights[place] = (weights[place] ?? 0) - (RATE * gradient) / Math.sqrt(squares[place] ?? 1);
    }
  });
}

function rowOf(example: Example, weight: number) {
  return { type: example.type, features: typeFeatures(example), weight };
}

function weightOf(own: readonly { readonly weight: number }[]): number {
  return own.reduce((sum, { weight }) => sum + weight, 0);
}

/** Tenths, `12,,-3`: what is left out is 0. */
const table = Object.fromEntries(
  [...index].sort().flatMap(([name, at]) => {
    const own = types.map((_, kind) => meanOf(at * types.length + kind));
    const tenths = own.map((weight) => (Math.abs(weight) < SMALL ? '' : String(Math.round(weight * 10))));
    return own.some((weight) => Math.abs(weight) >= TELLING) ? [[name, tenths.join(',').replace(/,+$/, '')]] : [];
  }),
);
const file = new URL('../../src/events/type-weights.json', import.meta.url);
writeFileSync(file, `${JSON.stringify({ types, table }).replaceAll('","', '",\n"')}\n`);
console.log(`${rows.length} sentences, ${types.length} types, ${Object.keys(table).length} features`);
