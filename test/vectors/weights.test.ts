import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, it } from 'vitest';

const folder = join(import.meta.dirname, '../../models/all-MiniLM-L6-v2');
const listed = [
  ...readFileSync(join(folder, 'README.md'), 'utf8').matchAll(/^\| `([^`]+)` \| ([\d,]+) \| `([0-9a-f]{64})` \|$/gm),
];

it('the weights are listed', () => {
  expect(listed.map(([, name]) => name)).toEqual(['model_q4_emb8.onnx', 'tokenizer.json', 'tokenizer_config.json']);
});

it.each(listed.map(([, name = '', bytes = '', sum = '']) => ({ name, bytes, sum })))(
  '$name is the file that its readme describes',
  ({ name, bytes, sum }) => {
    const file = readFileSync(join(folder, name));
    expect(file.length).toBe(Number(bytes.replaceAll(',', '')));
    expect(createHash('sha256').update(file).digest('hex')).toBe(sum);
  },
);
