import type { Finding } from '../domain/adapter-definition.ts';
import { reasonOf } from '../errors.ts';
import { findEmbeddingEncoder } from './embeddings.ts';
import type { ModelSettings } from './keys.ts';
import { createLanguageModel } from './language-model.ts';
import { budgetFault } from './prices.ts';

/** A reader of `check` waits for this long. */
const TIMEOUT_MS = 30_000;

/** Whether the language model can be used, by one small call of it and one for the embeddings where these are wanted. */
export async function checkModel(settings: ModelSettings | undefined): Promise<Finding> {
  if (settings === undefined) return finding(true, 'none: sentences are worded by rule');
  const fault = budgetFault(settings);
  if (fault !== undefined) return finding(false, fault);
  let [output, doubt] = ['', ''];
  const found = await createLanguageModel(settings, {
    probe: true,
    timeoutMs: TIMEOUT_MS,
    onFound: (known) => {
      output = known;
    },
    onDoubt: (reason) => {
      doubt = reason;
    },
  });
  if (found.kind === 'absent') return finding(false, found.reason);
  if (doubt !== '') return finding(false, doubt);
  const embeddings = await checkEmbeddings(settings);
  const api = settings.api === 'chat' ? 'chat completions' : 'responses';
  return finding(
    embeddings.ok,
    `${found.model.name}, ${api}, structured output: ${output}, embeddings: ${embeddings.finding}`,
  );
}

async function checkEmbeddings(settings: ModelSettings): Promise<Pick<Finding, 'ok' | 'finding'>> {
  if (settings.embeddings === undefined) return { ok: true, finding: 'none' };
  const found = await findEmbeddingEncoder(settings);
  if (found.kind === 'absent') return { ok: false, finding: found.reason };
  try {
    const { dimensions } = await found.encoder.encode('Both sides agreed to talk.');
    return { ok: true, finding: `${settings.embeddings} (${dimensions} numbers)` };
  } catch (error) {
    return { ok: false, finding: reasonOf(error) };
  }
}

function finding(ok: boolean, text: string): Finding {
  return { name: 'model', ok, finding: text };
}
