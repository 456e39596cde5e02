import type { IncomingHttpHeaders } from 'node:http';
import type { Task, TaskKind } from '../../src/domain/model.ts';
import type { Fault } from './faults.ts';

// biome-ignore lint/suspicious/noExplicitAny: bodies as they came over the wire
export type Anything = any;

/** Tokens as the stand-in's server reckons them: one for each four characters begun. */
export interface Tokens {
  readonly inputTokens: number;
  readonly outputTokens: number;
}

/** What reached the server of a stand-in, and what became of it. */
export interface ModelRequest {
  /** From 1, in the order in which requests came. */
  readonly turn: number;
  readonly method: string;
  readonly path: string;
  readonly headers: IncomingHttpHeaders;
  /** As parsed; the raw text where it is no JSON. */
  readonly body: Anything;
  /** When it came, in milliseconds of the monotonic clock. */
  readonly at: number;
  /** Undefined for what is no task of Détente, such as a probe. */
  readonly task: Task | undefined;
  readonly system: string;
  readonly fault: Fault | undefined;
  /** What the stand-in said to it. */
  reply?: string;
  /** What the server says that it took; also where a fault keeps that from the client. */
  tokens?: Tokens;
  /** What the stand-in threw, which the client sees as a 500. */
  error?: unknown;
  /** Milliseconds of the monotonic clock at which the connection was done with it, by an answer, a reset or the client. */
  endedAt?: number;
}

const kinds: readonly TaskKind[] = ['answer', 'wording', 'translation', 'reading', 'judgement', 'events'];

/** The texts of a request, of Chat Completions or Responses, that stand in messages of this role. */
export function textsOf(body: Anything, role: 'system' | 'user'): string[] {
  const messages =
    body?.messages ?? (typeof body?.input === 'string' ? [{ role: 'user', content: body.input }] : body?.input);
  const instructions = role === 'system' && typeof body?.instructions === 'string' ? [body.instructions] : [];
  const wanted = role === 'system' ? ['system', 'developer'] : ['user'];
  const found = Array.isArray(messages) ? messages.filter((message) => wanted.includes(message?.role)) : [];
  return [...instructions, ...found.map((message) => wordsOf(message.content))];
}

function wordsOf(content: Anything): string {
  if (typeof content === 'string') return content;
  return Array.isArray(content) ? content.map((part) => part?.text ?? '').join('') : '';
}

/** The one JSON document that the user's message is. */
export function taskOf(body: Anything): Task | undefined {
  const [text, ...more] = textsOf(body, 'user');
  if (text === undefined || more.length > 0) return undefined;
  const { task, ...given } = parsed(text) ?? {};
  return kinds.includes(task) ? ({ kind: task, ...given } as Task) : undefined;
}

/** Undefined for what is no JSON. */
export function parsed(text: string): Anything {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}

export function tokensOf(body: Anything, reply: string): Tokens {
  const input = [...textsOf(body, 'system'), ...textsOf(body, 'user')].join('\n');
  return { inputTokens: Math.ceil(input.length / 4), outputTokens: Math.ceil(reply.length / 4) };
}
