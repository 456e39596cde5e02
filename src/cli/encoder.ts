import type { Archive } from '../domain/archive.ts';
import type { EncoderFound, SentenceEncoder } from '../domain/encoder.ts';
import type { ModelSettings } from '../model/keys.ts';
import { bundled } from './bundle.ts';
import { type Call, withArchive } from './call.ts';

/** The folder of the weights, in the package. */
const WEIGHTS = 'models/all-MiniLM-L6-v2';

/** The encoder, if it is wanted and can be had: that of the model's server where one is named; close it. */
export async function findEncoder({ vectors, model }: Pick<Call, 'vectors' | 'model'>): Promise<EncoderFound> {
  if (vectors === 'off') return { kind: 'absent', reason: 'DETENTE_VECTORS is off' };
  const served = await servedEncoder(model);
  if (served?.kind === 'ready') return served;
  return (await import('../vectors/thread-encoder.ts')).startEncoder(bundled(WEIGHTS));
}

async function servedEncoder(model: ModelSettings | undefined): Promise<EncoderFound | undefined> {
  if (model?.embeddings === undefined) return undefined;
  return (await import('../model/embeddings.ts')).findEmbeddingEncoder(model);
}

/** Opens the archive and, while that goes on, the encoder, for as long as `use` takes. */
export async function withEncoder<T>(
  call: Call,
  use: (archive: Archive, encoder: SentenceEncoder | undefined) => Promise<T>,
): Promise<T> {
  const found = findEncoder(call);
  try {
    return await withArchive(call, async (archive) => use(archive, encoderOf(await found)));
  } finally {
    await encoderOf(await found)?.close();
  }
}

export function encoderOf(found: EncoderFound): SentenceEncoder | undefined {
  return found.kind === 'ready' ? found.encoder : undefined;
}
