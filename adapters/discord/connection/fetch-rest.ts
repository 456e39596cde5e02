import { type AdapterOptions, DetenteError, reasonOf, timeoutKey } from '../../../src/index.ts';
import { apiUrl, token } from '../definition.ts';
import type { Rest } from './api.ts';

/** A few calls by hand, for commands that need no client: it waits for no rate limit. */
export class FetchRest implements Rest {
  readonly #base: string;
  readonly #token: string;
  readonly #timeoutMs: number;

  constructor({ configuration }: Pick<AdapterOptions, 'configuration'>) {
    this.#base = `${configuration.need(apiUrl)}/v10`;
    this.#token = configuration.need(token);
    this.#timeoutMs = configuration.need(timeoutKey);
  }

  get(route: `/${string}`) {
    return this.#call('GET', route);
  }

  post(route: `/${string}`, { body }: { readonly body?: object } = {}) {
    return this.#call('POST', route, body);
  }

  patch(route: `/${string}`, { body }: { readonly body?: object } = {}) {
    return this.#call('PATCH', route, body);
  }

  delete(route: `/${string}`) {
    return this.#call('DELETE', route);
  }

  /** @throws DetenteError with what Discord says, or that it was not reached; its cause is Discord's own answer */
  async #call(method: string, route: string, body?: object): Promise<unknown> {
    const headers = { authorization: `Bot ${this.#token}`, ...(body && { 'content-type': 'application/json' }) };
    const signal = AbortSignal.timeout(this.#timeoutMs);
    const sent = { method, headers, signal, ...(body && { body: JSON.stringify(body) }) };
    const response = await fetch(`${this.#base}${route}`, sent).catch((error: unknown) => {
      throw new DetenteError('internal', `Discord cannot be reached at ${this.#base} (${reasonOf(error)})`, {
        cause: error,
      });
    });
    const answer: unknown = response.status === 204 ? undefined : await response.json().catch(() => ({}));
    if (response.ok) return answer;
    const { message = '', code } = (answer ?? {}) as { readonly message?: string; readonly code?: number };
    const { status } = response;
    const cause = { message, code, status };
    if (status === 401)
      throw new DetenteError(
        'bad-configuration',
        `${token.key} is refused by Discord (${message}): reset it under "Bot"`,
        { cause },
      );
    throw new DetenteError('internal', `Discord answers ${status} (${message})`, { cause });
  }
}
