import type { Archive } from '../domain/archive.ts';
import type { EncoderFound, SentenceEncoder } from '../domain/encoder.ts';
import { bundled } from './bundle.ts';
import { type Call, withArchive } from './call.ts';

/** The folder of the weights, in the package. */
const WEIGHTS = 'models/all-MiniLM-L6-v2';

/** The encoder, if it is wanted and can be had; close it. */
export async function findEncoder({ vectors }: Pick<Call, 'vectors'>): Promise<EncoderFound> {
  if (vectors === 'off') return { kind: 'absent', reason: 'DETENTE_VECTORS is off' };
  return (await import('../vectors/thread-encoder.ts')).startEncoder(bundled(WEIGHTS));
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
