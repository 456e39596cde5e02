/**
 * The thread that encodes. Says first whether it is ready, then takes `{ id, text }` and gives `{ id, vectors }` or
 * `{ id, error }`, one after the other; `close` ends it when all before is done.
 */
import { parentPort, workerData } from 'node:worker_threads';
import { OnnxEncoder } from './onnx-encoder.ts';

type Order = { readonly id: number; readonly text: string } | 'close';

const port = parentPort;
if (port !== null) {
  try {
    const encoder = await OnnxEncoder.load((workerData as { readonly folder: string }).folder);
    let last: Promise<void> = Promise.resolve();
    port.on('message', (order: Order) => {
      // several at once would be no faster and need the memory of all
      last = last.then(() => (order === 'close' ? port.close() : answer(encoder, order)));
    });
    port.postMessage({ ready: true });
  } catch (error) {
    port.postMessage({ ready: false, error: wordsOf(error) });
  }
}

async function answer(encoder: OnnxEncoder, { id, text }: Exclude<Order, 'close'>): Promise<void> {
  try {
    const vectors = await encoder.encode(text);
    port?.postMessage({ id, vectors }, [vectors.values.buffer as ArrayBuffer]);
  } catch (error) {
    port?.postMessage({ id, error: wordsOf(error) });
  }
}

function wordsOf(error: unknown): string {
  return error instanceof Error ? error.message : String(error);
}
