import type { RESTOptions } from 'discord.js';
import { Routes } from 'discord-api-types/v10';
import type { Breaker } from '../../../src/index.ts';
import { whole } from './whole.ts';

type Request = RESTOptions['makeRequest'];

interface RestTarget {
  /** Makes one call. */
  readonly request: Request;
  /** Without the version. */
  readonly apiUrl: string;
  readonly timeoutMs: number;
  readonly breaker: Breaker;
}

/**
 * Nothing is tried again by itself: without a nonce Discord would post twice after a lost reply.
 * @param life ends what is under way too
 */
export function restOptions(target: RestTarget, life: AbortSignal): Partial<RESTOptions> {
  const { request, apiUrl, timeoutMs, breaker } = target;
  const makeRequest: Request = (url, init) => {
    const isByToken = new Headers(init.headers as Record<string, string>).has('authorization');
    const signal = AbortSignal.any([life, ...(init.signal ? [init.signal as AbortSignal] : [])]);
    const call = async () => whole(await request(url, { ...init, signal }));
    return breaker.run(isByToken, call, signal);
  };
  return { api: apiUrl, retries: 0, timeout: timeoutMs, makeRequest };
}

/** Calls wait meanwhile. */
const PROBE_MS = 2_000;

/** What Discord answers to a call that every token may make: the HTTP status. @throws where no answer comes */
export async function probeStatus(target: Omit<RestTarget, 'breaker'> & { readonly token: string }): Promise<number> {
  const { request, apiUrl, timeoutMs, token } = target;
  const headers = { authorization: `Bot ${token}` };
  const signal = AbortSignal.timeout(Math.min(PROBE_MS, timeoutMs));
  return (await request(`${apiUrl}/v10${Routes.user()}`, { method: 'GET', headers, signal })).status;
}
