import type { Passage } from './citation.ts';

/** Vectors of a text's tokens, as one row a token. */
export interface TokenVectors {
  /** For each row the whole word that its token is a piece of, lower case. */
  readonly words: readonly string[];
  /** Rows of `dimensions` numbers, each of length 1: `words.length * dimensions` in all. */
  readonly values: Float32Array;
  readonly dimensions: number;
}

/** Turns text into vectors that lie close where words mean alike. */
export interface SentenceEncoder {
  /** Names the weights: vectors of different models cannot be compared. */
  readonly model: string;
  /** Texts that are best asked for together, since each call takes its time; one where it is absent. */
  readonly atOnce?: number;
  /**
   * The same text always gives the same vectors. What is behind the model's longest input is left out.
   * @param signal ends the wait for a server; an encoder on this machine needs none
   */
  encode(text: string, signal?: AbortSignal): Promise<TokenVectors>;
  close(): Promise<void>;
}

/** Why there is no encoder, in plain words, or the encoder. */
export type EncoderFound =
  | { readonly kind: 'ready'; readonly encoder: SentenceEncoder }
  | { readonly kind: 'absent'; readonly reason: string };

/** Token vectors of a passage, packed. */
export interface PassageVectors extends Passage {
  readonly packed: Uint8Array;
}

/** Keeps packed vectors beside the passages. They go when their passage goes. */
export interface VectorStore {
  /** Those of these passages, in their order; absent where none are stored. */
  get(model: string, passages: readonly Passage[]): Promise<readonly (Uint8Array | undefined)[]>;
  /** Stores all or none; vectors of passages that are no longer stored are passed over. */
  put(model: string, vectors: readonly PassageVectors[]): Promise<void>;
  /** The passages of an article that have none, in their order. */
  missing(model: string, article: string): Promise<readonly Passage[]>;
  tally(model: string): Promise<{ readonly stored: number; readonly passages: number }>;
}
