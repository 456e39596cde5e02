import type { ResponseLike } from 'discord.js';

/** Statuses without a body. */
const EMPTY: readonly number[] = [204, 205, 304];

/**
 * An answer with all of its body, so that it counts as lost where half of it comes: the REST client's time-out ends with
 * the headers.
 */
export async function whole(response: ResponseLike): Promise<ResponseLike> {
  const { status, statusText, headers } = response;
  const body = await response.arrayBuffer();
  return new Response(EMPTY.includes(status) ? null : body, { status, statusText, headers });
}
