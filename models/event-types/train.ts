/**
 * Trains the weights of the event types from the phrases and sentences of this folder: `npm run train`. With
 * `-- --folds 4` it writes nothing and says how well each quarter of the written sentences is typed by what is learnt
 * from the rest: by that epochs, passes, balance and weights are chosen.
 */
import { writeFileSync } from 'node:fs';
import { parseArgs } from 'node:util';
import { guessWith } from '../../src/events/type-classifier.ts';
import { typeFeatures } from '../../src/events/type-features.ts';
import { learnt, type Row, seeded } from './learning.ts';
import { type Example, examples, written } from './sentences.ts';

/** A sentence that was written whole weighs as much as that many put together from a phrase. */
const WRITTEN_TIMES = 8;

const { folds } = parseArgs({ options: { folds: { type: 'string' } } }).values;
const made = [...examples(seeded(11))].map((example) => rowOf(example, 1));
const whole = written().map((example) => rowOf(example, WRITTEN_TIMES));
if (folds === undefined) write();
else console.log(`macro-F1 ${macroF1(guessed(Number(folds))).toFixed(3)} over ${whole.length} sentences`);

function rowOf(example: Example, weight: number): Row {
  return { type: example.type, features: typeFeatures(example), weight };
}

function write(): void {
  const weights = learnt([...made, ...whole]);
  const file = new URL('../../src/events/type-weights.json', import.meta.url);
  writeFileSync(file, `${JSON.stringify(weights).replaceAll('","', '",\n"')}\n`);
  const counts = [made.length + whole.length, weights.types.length, Object.keys(weights.table).length];
  console.log(`${counts[0]} sentences, ${counts[1]} types, ${counts[2]} features`);
}

/** True and guessed type of every written sentence. */
function guessed(parts: number): [string, string][] {
  return Array.from({ length: parts }, (_, part) => {
    const weights = learnt([...made, ...whole.filter((_, at) => at % parts !== part)]);
    const held = whole.filter((_, at) => at % parts === part);
    return held.map(({ type, features }): [string, string] => [type, guessWith(weights, features, null).type]);
  }).flat();
}

function macroF1(pairs: readonly (readonly [string, string])[]): number {
  const types = [...new Set(pairs.map(([type]) => type))];
  const f1 = types.map((type) => {
    const right = pairs.filter(([one, other]) => one === type && other === type).length;
    const either = pairs.filter(([one]) => one === type).length + pairs.filter(([, other]) => other === type).length;
    return (2 * right) / either;
  });
  return f1.reduce((sum, one) => sum + one, 0) / types.length;
}
