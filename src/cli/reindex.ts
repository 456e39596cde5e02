import { embedMissing } from '../embedding.ts';
import { DetenteError } from '../errors.ts';
import { storedAs } from '../search/late-interaction.ts';
import { type Call, withArchive } from './call.ts';
import { encoderOf, findEncoder } from './encoder.ts';
import { onInterrupt } from './interrupt.ts';
import { print, printJson, say } from './output.ts';
import { createProgress } from './progress.ts';

/** Rebuilds the index of words, or with `vectors` makes the token vectors that are missing. */
export async function reindex(call: Call, { vectors = false }: { readonly vectors?: boolean }): Promise<void> {
  if (vectors) return makeVectors(call);
  const passages = await withArchive(call, (archive) => archive.reindex());
  if (call.format === 'json') printJson({ passages });
  else print(`${passages} passages indexed`);
}

/**
 * Interrupted, it ends with the sentence it is at; the next run goes on.
 * @throws DetenteError `bad-configuration` where there is no encoder
 */
async function makeVectors(call: Call): Promise<void> {
  const found = await findEncoder(call);
  const encoder = encoderOf(found);
  if (encoder === undefined)
    throw new DetenteError('bad-configuration', `no vectors can be made: ${'reason' in found ? found.reason : ''}`);
  const signal = onInterrupt();
  try {
    await withArchive(call, async (archive) => {
      const { stored, passages } = await archive.vectors.tally(storedAs(encoder));
      const progress = createProgress(passages - stored, call.quiet);
      const made = await embedMissing(archive, encoder, { signal, onProgress: progress.show });
      progress.end();
      if (call.format === 'json') printJson({ made });
      else print(`vectors made for ${made} passages`);
    });
    if (signal.aborted) say('detente: interrupted; run the same command again to go on.');
  } finally {
    await encoder.close();
  }
}
