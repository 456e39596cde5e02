import type { ErrorResponse, TextResponse } from '@copilotkit/aimock';
import { oneOf, seeded } from '../seeded.ts';
import type { ModelRequest } from './model-request.ts';

/** What goes wrong between a model and its client. Those of one line come about in the same way. */
export const faultKinds = [
  ...(['rate-limit', 'rate-limit-retry-after', 'server-error', 'unavailable', 'wrong-key', 'unknown-model'] as const),
  ...(['broken-json', 'empty', 'refusal-in-words', 'content-filter', 'cut-at-length', 'huge'] as const),
  ...(['html', 'html-bad-gateway', 'no-choices'] as const),
  ...(['reset-before', 'reset-within', 'cut-stream', 'error-in-stream', 'refusal'] as const),
  ...(['hang-before', 'hang-within', 'slow-drip', 'endless-drafts', 'endless-text'] as const),
] as const;

export type FaultKind = (typeof faultKinds)[number];

/** Those after which the client waits as long as the server wills. */
export const slowKinds: readonly FaultKind[] = [
  'hang-before',
  'hang-within',
  'slow-drip',
  'endless-drafts',
  'endless-text',
];

export interface Fault {
  readonly kind: FaultKind;
  /** Of a hang: how long it lasts, after which the answer comes. Of a slow drip: between two drops. In milliseconds. */
  readonly ms?: number;
  /** What `Retry-After` says, in seconds. */
  readonly retryAfter?: number;
}

/** The fault that a request meets; undefined for none. */
export type FaultPlan = (request: Pick<ModelRequest, 'turn' | 'path' | 'task' | 'body'>) => Fault | undefined;

interface Whom {
  /** Milliseconds of every hang and drip. */
  readonly ms?: number;
  /** Requests without a task, such as a probe and embeddings, are met by faults too. */
  readonly probes?: true;
}

/** Each request is met by a fault at this chance, of kinds at equal chances; or by one fault after the other. */
export type Faults = Whom &
  (
    | { readonly share: number; readonly kinds?: readonly FaultKind[]; readonly seed: number }
    | { readonly inTurn: readonly (FaultKind | Fault | undefined)[]; readonly again?: true }
  );

/** From now on the server has these faults; returns what ends them. */
export function withFaults(server: { faults: FaultPlan }, faults: Faults): () => void {
  const next = 'share' in faults ? byShare(faults) : inTurn(faults);
  server.faults = ({ task }) => {
    const kind = task === undefined && faults.probes !== true ? undefined : next();
    const fault = typeof kind === 'string' ? { kind } : kind;
    return fault && { ...(faults.ms !== undefined && { ms: faults.ms }), ...fault };
  };
  return () => {
    server.faults = () => undefined;
  };
}

function byShare({ share, kinds = faultKinds, seed }: Extract<Faults, { share: number }>) {
  const random = seeded(seed);
  return () => (random() < share ? oneOf(kinds, random) : undefined);
}

function inTurn({ inTurn, again }: Extract<Faults, { inTurn: readonly unknown[] }>) {
  let turn = 0;
  return () => inTurn[again === true ? turn++ % inTurn.length : turn++];
}

const errors: Partial<Record<FaultKind, { status: number; message: string; code: string }>> = {
  'rate-limit': { status: 429, message: 'Rate limit reached for requests.', code: 'rate_limit_exceeded' },
  'rate-limit-retry-after': { status: 429, message: 'Rate limit reached for requests.', code: 'rate_limit_exceeded' },
  'server-error': {
    status: 500,
    message: 'The server had an error while processing your request.',
    code: 'server_error',
  },
  unavailable: {
    status: 503,
    message: 'The engine is currently overloaded, please try again later.',
    code: 'overloaded',
  },
  'wrong-key': { status: 401, message: 'Incorrect API key provided: sk-***.', code: 'invalid_api_key' },
  'unknown-model': {
    status: 404,
    message: 'The model does not exist or you do not have access to it.',
    code: 'model_not_found',
  },
};

/** Bytes of an answer that is far too long. */
export const HUGE = 10_000_000;

/** The error that aimock answers with; undefined where the stand-in is asked. */
export function faultyStatus(fault: Fault | undefined): ErrorResponse | undefined {
  const error = fault && errors[fault.kind];
  if (error === undefined) return undefined;
  const { status, message, code } = error;
  return { status, error: { message, type: code, code }, retryAfter: fault?.retryAfter ?? 1 };
}

/** What aimock says in place of the stand-in's reply; empty where the fault is not in what is said. */
export function faultyContent(fault: Fault | undefined, reply: string, turn: number): Partial<TextResponse> {
  const content = fault && contents[fault.kind]?.(reply, turn);
  const finishReason = { 'content-filter': 'content_filter', 'cut-at-length': 'length' }[fault?.kind as string];
  return { ...(content !== undefined && { content }), ...(finishReason !== undefined && { finishReason }) };
}

const half = (reply: string) => reply.slice(0, Math.ceil(reply.length / 2));

const contents: Partial<Record<FaultKind, (reply: string, turn: number) => string>> = {
  'broken-json': (reply, turn) => breakings[turn % breakings.length]?.(reply) ?? '',
  empty: () => '',
  refusal: () => 'I cannot help with that.',
  'refusal-in-words': () => "I'm sorry, but I can't help with that request.",
  'content-filter': half,
  'cut-at-length': half,
  huge: () => JSON.stringify({ drafts: [{ id: 1, text: 'on and on '.repeat(HUGE / 10), quotes: [] }] }),
};

/** Ways in which models and gateways spoil JSON; none leaves a document that is one and holds drafts. */
const breakings: readonly ((reply: string) => string)[] = [
  half,
  (reply) => reply.replaceAll('"', "'"),
  (reply) => reply.replace('"drafts":', '"drafts"'),
  (reply) => reply.slice(0, -1),
  (reply) => `${reply.slice(0, -2)},]}]`,
  (reply) => reply.replaceAll('\\"', '"').replaceAll(':"', ':""'),
  () => '{"drafts":[NaN, undefined, {"id": 01}]}',
  () => '{"drafts":"none"}',
  () => 'null',
  () => '[[[[[[[['.repeat(5_000),
];
