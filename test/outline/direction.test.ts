import fc from 'fast-check';
import { expect, test } from 'vitest';
import type { Block, Run } from '../../src/outline/block.ts';
import { directed, isolated } from '../../src/outline/direction.ts';

const OPEN = '\u2068';
const CLOSE = '\u2069';

const line = (...runs: Run[]): Block => ({ kind: 'line', runs });
const words = (text: string, strong = false): Run => ({ kind: 'words', text, ...(strong && { strong }) });
const mark = (number: number): Run => ({ kind: 'mark', number });

/** What a screen is given, with the isolates as brackets that can be seen. */
function seen(blocks: readonly Block[]): string {
  return blocks
    .map((block) => ('runs' in block ? block.runs.map(shown).join('') : 'text' in block ? block.text : ''))
    .join('\n')
    .replaceAll(OPEN, '‹')
    .replaceAll(CLOSE, '›');
}

function shown(run: Run): string {
  if (run.kind === 'link') return run.url;
  return run.kind === 'mark' ? `[${run.number}]` : run.text;
}

test('in a Persian line names, numbers and marks stand apart', () => {
  const said = line(
    words('Hakan Fidan در 7 فوریهٔ 2025 با فرستادهٔ سوریه دیدار نکرد '),
    mark(1),
    mark(2),
    words(' (یک گزارش).'),
  );
  expect(seen(directed([said], 'fa'))).toBe(
    '‹Hakan Fidan› در ‹7› فوریهٔ ‹2025› با فرستادهٔ سوریه دیدار نکرد ‹[1][2]› (یک گزارش).',
  );
});

test.for([
  ['a name with a hyphen', 'وزیر Hossein Amir-Abdollahian آمد', 'وزیر ‹Hossein Amir-Abdollahian› آمد'],
  ['a number with a point', 'شاخص 8.3 است', 'شاخص ‹8.3› است'],
  ['a row of numbers', 'شاخص 60, 59 است', 'شاخص ‹60›, ‹59› است'],
  ['a quotation, whole', 'گفت: “A truce, he said, would hold.”', 'گفت: ‹“A truce, he said, would hold.”›'],
  ['a quotation in the same direction', 'گفت: “آتش‌بس”', 'گفت: “آتش‌بس”'],
  ['a non-joiner', 'گزارش‌ها از Goma', 'گزارش‌ها از ‹Goma›'],
  ['an English report', '(one report)', '‹(one report)›'],
  ['Hebrew', 'נכון ל-2 ביוני', 'נכון ל‹-2› ביוני'],
] as const)('%s', ([, text, expected]) => {
  expect(isolated(text).replaceAll(OPEN, '‹').replaceAll(CLOSE, '›')).toBe(expected);
});

test('a name that begins the line does not turn it round', () => {
  const blocks: Block[] = [{ kind: 'title', text: 'DÉTENTE · Chad–Sudan · شمارهٔ 19 ژانویهٔ 2024 (UTC)' }];
  expect(seen(directed(blocks, 'fa'))).toBe('‹DÉTENTE› · ‹Chad–Sudan› · شمارهٔ ‹19› ژانویهٔ ‹2024› (‹UTC›)');
});

test('each part of a source is in its own language', () => {
  const source: Block = { kind: 'source', number: 1, text: 'Belmar Wire · Envoys meet · 12 آوریل 2031' };
  expect(seen(directed([source], 'fa'))).toBe('‹Belmar Wire› · ‹Envoys meet› · ‹12 آوریل 2031›');
});

test('a sentence that stays in English is left as it is, and so is a quote', () => {
  const blocks: Block[] = [
    line(words('On 8 April 2031 envoys of Arland met '), mark(1), words('.')),
    { kind: 'quote', number: 1, quote: 'its envoys had met', cut: false },
  ];
  expect(directed(blocks, 'fa')).toEqual(blocks);
});

test('an English sentence behind a Persian label is one island', () => {
  const item: Block = {
    kind: 'item',
    runs: [words('تازه‌ها: ', true), words('Mali, it said, closed 2 roads '), mark(3), words('.')],
  };
  expect(seen(directed([item], 'fa'))).toBe('تازه‌ها: ‹Mali, it said, closed 2 roads› ‹[3]›.');
});

test.for(['en', 'de', 'zh', undefined])('no isolate stands in a reply in %s', (language) => {
  const said = line(words('قال Hakan Fidan في 7 '), mark(1));
  expect(directed([said], language)).toEqual([said]);
});

const unit = fc.oneof(
  fc.constantFrom(...'“”"().,:; –-%٪،؛'),
  fc.constantFrom('ایران', 'دو', 'سلام ', 'Goma', 'Hakan Fidan', ' a', '19', '2.5', ' ', '\u200c'),
);
const text = fc.array(unit, { maxLength: 14 }).map((parts) => parts.join(''));
const run = fc.oneof(
  text.map((one) => words(one)),
  text.map((one) => words(one, true)),
  fc.integer({ min: 1, max: 9 }).map(mark),
);

test('isolates are balanced, never within each other, and nothing else changes', () => {
  fc.assert(
    fc.property(fc.array(run, { maxLength: 6 }), (runs) => {
      const before = runs.map(shown).join('');
      const [block] = directed([line(...runs)], 'fa');
      const after = block && 'runs' in block ? block.runs.map(shown).join('') : '';
      expect(after.replace(/[\u2068\u2069]/g, '')).toBe(before);
      expect(after).toMatch(/^(?:[^\u2068\u2069]|\u2068[^\u2068\u2069]*\u2069)*$/u);
    }),
    { seed: 5, numRuns: 500 },
  );
});
