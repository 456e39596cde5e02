import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it, onTestFinished } from 'vitest';
import type { SentenceEncoder, TokenVectors } from '../../src/domain/encoder.ts';
import { nearest, packed } from '../../src/search/packed-vectors.ts';
import { startEncoder } from '../../src/vectors/thread-encoder.ts';

const weights = join(import.meta.dirname, '../../models/all-MiniLM-L6-v2');
let encoder: SentenceEncoder;
beforeAll(async () => {
  const found = await startEncoder(weights);
  if (found.kind === 'absent') throw new Error(found.reason);
  encoder = found.encoder;
});
afterAll(() => encoder.close());

function row({ values, dimensions }: TokenVectors, at: number): Float32Array {
  return values.slice(at * dimensions, (at + 1) * dimensions);
}

describe('the encoder', () => {
  it('gives a row of length 1 for every token, and the word it is a piece of', async () => {
    const vectors = await encoder.encode('Mediators flew to Sistan.');
    expect(vectors.words).toEqual(['mediators', 'mediators', 'flew', 'to', 'sistan', 'sistan', '.']);
    expect(vectors.values).toHaveLength(vectors.words.length * vectors.dimensions);
    for (let at = 0; at < vectors.words.length; at += 1) expect(Math.hypot(...row(vectors, at))).toBeCloseTo(1, 5);
  });

  it('gives the same for the same text, whatever else it encodes meanwhile', async () => {
    const [one, , other] = await Promise.all(
      ['A truce held.', 'Ships left port.', 'A truce held.'].map((text) => encoder.encode(text)),
    );
    expect(one).toEqual(other);
  });

  it('takes empty text, other scripts and more than it can read', async () => {
    expect((await encoder.encode('')).words).toEqual([]);
    expect((await encoder.encode('停火 перемирие هدنة 🕊️')).words.length).toBeGreaterThan(0);
    expect((await encoder.encode('truce '.repeat(5_000))).words).toHaveLength(254);
  });

  it('puts words of one meaning closer than others', async () => {
    const asked = await encoder.encode('broker');
    const close = async (text: string) => nearest(asked, packed(await encoder.encode(text)))[0] ?? -1;
    expect(await close('The Swiss offered to mediate.')).toBeGreaterThan(await close('The Swiss planted tomatoes.'));
  });
});

describe('an encoder that cannot start', () => {
  it('says that the weights are missing', async () => {
    expect(await startEncoder('/nowhere')).toMatchObject({
      kind: 'absent',
      reason: expect.stringContaining('tokenizer.json'),
    });
  });

  it('says that they are damaged', async () => {
    const folder = mkdtempSync(join(tmpdir(), 'detente-weights-'));
    onTestFinished(() => rmSync(folder, { recursive: true }));
    for (const name of ['tokenizer.json', 'tokenizer_config.json', 'model_q4_emb8.onnx'])
      writeFileSync(join(folder, name), '{}');
    expect((await startEncoder(folder)).kind).toBe('absent');
  });

  it('refuses what comes after it was closed', async () => {
    const found = await startEncoder(weights);
    if (found.kind === 'absent') throw new Error(found.reason);
    await found.encoder.close();
    await expect(found.encoder.encode('late')).rejects.toMatchObject({ code: 'encoder-unusable' });
  });
});
