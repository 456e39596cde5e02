import { createHmac } from 'node:crypto';
import type { Deliver } from './slack-user.ts';
import type { EnvelopeType } from './socket-bridge.ts';

export const SECRET = 'signing-secret-of-the-test';

/** Headers and body as Slack sends them; `at` in milliseconds. https://docs.slack.dev/authentication/verifying-requests-from-slack */
export function signed(body: string, at: number, secret = SECRET) {
  const timestamp = String(Math.floor(at / 1_000));
  const digest = createHmac('sha256', secret).update(`v0:${timestamp}:${body}`).digest('hex');
  return { 'x-slack-request-timestamp': timestamp, 'x-slack-signature': `v0=${digest}` };
}

/** JSON for events, a form for commands, a form with JSON in it for what is clicked. */
export function bodyOf(type: EnvelopeType, payload: object): { readonly body: string; readonly contentType: string } {
  if (type === 'events_api') return { body: JSON.stringify(payload), contentType: 'application/json' };
  const fields = type === 'interactive' ? { payload: JSON.stringify(payload) } : (payload as Record<string, string>);
  return { body: String(new URLSearchParams(fields)), contentType: 'application/x-www-form-urlencoded' };
}

/** Payloads by signed requests, and again while they are not acknowledged, as Slack does it. */
export function byHttp(address: string, now: () => number): Deliver {
  return async (type, payload) => {
    const { body, contentType } = bodyOf(type, payload);
    const began = performance.now();
    for (let attempt = 0; attempt < 3; attempt += 1) {
      const headers = { 'content-type': contentType, ...signed(body, now()) };
      const response = await fetch(address, { method: 'POST', headers, body }).catch(() => undefined);
      if (response?.ok) return performance.now() - began;
      if (response !== undefined) throw new Error(`Slack's request was answered with ${response.status}`);
    }
    throw new Error('nobody listens');
  };
}
