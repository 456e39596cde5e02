import type { ServerAddress } from './address.ts';
import { ModelFailure, noInterface } from './failure.ts';

/** Bytes of one answer, unpacked: frames of a stream are far larger than what they hold, and thoughts come beside it. */
const MOST = 16 * 1024 * 1024;
/** Bytes of an answer that refuses. */
const MOST_REFUSING = 64 * 1024;

/**
 * `fetch` for one server. It sends the headers of the address and no others (the client would add the machine's system
 * and what the environment holds), goes to no other server, and reads no more than is sensible.
 */
export function transportTo(address: ServerAddress): typeof fetch {
  return async (input, init) => {
    const response = await fetch(input, { ...init, headers: headersOf(address), redirect: 'manual' });
    if (response.status >= 300 && response.status < 400)
      throw new ModelFailure('address', noInterface(address, `a redirection (${response.status})`));
    if (!response.ok) return refusal(response);
    if (isWebPage(response)) throw new ModelFailure('address', noInterface(address, 'a web page'));
    return capped(response);
  };
}

function headersOf({ headers }: ServerAddress): Record<string, string> {
  return { accept: 'application/json, text/event-stream', 'content-type': 'application/json', ...headers };
}

function capped(response: Response): Response {
  let read = 0;
  const counter = new TransformStream<Uint8Array, Uint8Array>({
    transform(chunk, controller) {
      read += chunk.length;
      if (read > MOST) controller.error(new ModelFailure('reply', `the answer is longer than ${MOST / 2 ** 20} MB`));
      else controller.enqueue(chunk);
    },
  });
  return new Response(response.body?.pipeThrough(counter) ?? null, response);
}

/** Refusals in the form that the client reads, whatever the server writes: else its words would be lost. */
async function refusal(response: Response): Promise<Response> {
  const text = await firstBytes(response);
  const error = isWebPage(response) || /^\s*<(!doctype|html)/i.test(text) ? pageError : errorOf(text);
  const { status, headers } = response;
  const waits = ['retry-after', 'retry-after-ms'].flatMap((name) => {
    const value = headers.get(name);
    return value === null ? [] : [[name, value] as [string, string]];
  });
  return new Response(JSON.stringify({ error }), {
    status,
    headers: [['content-type', 'application/json'], ...waits],
  });
}

const pageError = { message: 'a web page', type: 'web-page' };

function errorOf(text: string): object {
  const body = parsed(text);
  const error = body?.['error'] ?? body;
  if (typeof error === 'object' && error !== null && 'message' in error) return error;
  return { message: fastApiWords(body) ?? (typeof error === 'string' ? error : text.trim()) };
}

/** FastAPI, as of vLLM and Mistral: where it is wrong and what; beside it may stand all that was sent. */
function fastApiWords(body: Record<string, unknown> | undefined): string | undefined {
  const detail = body?.['detail'];
  if (!Array.isArray(detail)) return typeof detail === 'string' ? detail : undefined;
  return detail.map(({ loc, msg }: { loc?: unknown; msg?: unknown }) => `${loc}: ${msg}`).join('; ');
}

function parsed(text: string): Record<string, unknown> | undefined {
  try {
    const value: unknown = JSON.parse(text);
    return typeof value === 'object' && value !== null ? (value as Record<string, unknown>) : undefined;
  } catch {
    return undefined;
  }
}

async function firstBytes({ body }: Response): Promise<string> {
  const parts: Uint8Array[] = [];
  let read = 0;
  // leaving the loop early gives the connection up
  for await (const part of body ?? []) {
    parts.push(part);
    read += part.length;
    if (read > MOST_REFUSING) break;
  }
  return new TextDecoder().decode(Buffer.concat(parts).subarray(0, MOST_REFUSING));
}

function isWebPage({ headers }: Response): boolean {
  return /text\/html|application\/xhtml/i.test(headers.get('content-type') ?? '');
}
