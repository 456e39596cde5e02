import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { Tokenizer } from '@huggingface/tokenizers';
import type { InferenceSession, Tensor } from 'onnxruntime-node';
import type { TokenVectors } from '../domain/encoder.ts';

/** Tokens that the model was made for at most, with the two that mark start and end. */
const MAX_TOKENS = 256;
const CONTINUED = '##';

/** A sentence-transformers model run by onnxruntime in this thread: text in, token vectors out. */
export class OnnxEncoder {
  readonly #tokenizer: Tokenizer;
  readonly #session: InferenceSession;
  readonly #tensor: typeof Tensor;

  private constructor(tokenizer: Tokenizer, session: InferenceSession, tensor: typeof Tensor) {
    this.#tokenizer = tokenizer;
    this.#session = session;
    this.#tensor = tensor;
  }

  /**
   * @param folder holds model_q4_emb8.onnx, tokenizer.json and tokenizer_config.json
   * @throws where onnxruntime-node is not installed, or a file is missing or damaged
   */
  static async load(folder: string): Promise<OnnxEncoder> {
    const { default: runtime } = await import('onnxruntime-node');
    const read = (name: string) => JSON.parse(readFileSync(join(folder, name), 'utf8')) as object;
    const tokenizer = new Tokenizer(read('tokenizer.json'), read('tokenizer_config.json'));
    // one thread: the other core belongs to those who ask
    const session = await runtime.InferenceSession.create(join(folder, 'model_q4_emb8.onnx'), {
      intraOpNumThreads: 1,
      interOpNumThreads: 1,
    });
    return new OnnxEncoder(tokenizer, session, runtime.Tensor);
  }

  async encode(text: string): Promise<TokenVectors> {
    const { ids, tokens } = this.#tokenizer.encode(text);
    const kept = Math.min(ids.length, MAX_TOKENS);
    const states = await this.#run(ids.slice(0, kept));
    // the first and the last token mark start and end
    return { words: wordsOf(tokens.slice(1, kept - 1)), ...normalised(states, kept) };
  }

  async #run(ids: readonly number[]): Promise<Float32Array> {
    const row = (numbers: readonly number[]) =>
      new this.#tensor('int64', BigInt64Array.from(numbers, BigInt), [1, numbers.length]);
    const { last_hidden_state: states } = await this.#session.run({
      input_ids: row(ids),
      attention_mask: row(ids.map(() => 1)),
      token_type_ids: row(ids.map(() => 0)),
    });
    return states?.data as Float32Array;
  }
}

/** "sis", "##tan": both are pieces of "sistan". */
function wordsOf(tokens: readonly string[]): string[] {
  const words: string[] = [];
  for (let at = 0; at < tokens.length; ) {
    let end = at + 1;
    while (tokens[end]?.startsWith(CONTINUED)) end += 1;
    const pieces = tokens.slice(at, end).map((piece, index) => (index === 0 ? piece : piece.slice(CONTINUED.length)));
    words.push(...pieces.map(() => pieces.join('')));
    at = end;
  }
  return words;
}

/** The rows between the first and the last, each brought to length 1. */
function normalised(states: Float32Array, rows: number): { values: Float32Array; dimensions: number } {
  const dimensions = states.length / rows;
  const values = states.slice(dimensions, states.length - dimensions);
  for (let at = 0; at < values.length; at += dimensions) {
    const row = values.subarray(at, at + dimensions);
    const length = Math.hypot(...row) || 1;
    for (let index = 0; index < dimensions; index += 1) row[index] = (row[index] ?? 0) / length;
  }
  return { values, dimensions };
}
