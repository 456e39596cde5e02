import { plain } from '../domain/inert.ts';
import { NOT_SET_UP } from '../domain/model.ts';
import { DetenteError } from '../errors.ts';
import type { ServerAddress } from './address.ts';

/** What went wrong. */
export type FailureKind =
  /** The key is refused. */
  | 'key'
  /** The server does not know the model. */
  | 'model'
  /** Something else than a model's interface answers. */
  | 'address'
  /** Nobody answers. */
  | 'unreachable'
  /** Too many calls, or too fast. */
  | 'busy'
  /** Nothing is left of what was paid for. */
  | 'quota'
  /** The server has broken down. */
  | 'down'
  /** The server does not take the call as it is. */
  | 'request'
  /** Time ran out. */
  | 'slow'
  /** Whoever asked no longer wants it. */
  | 'aborted'
  /** The model will not answer, or its server keeps the answer back. */
  | 'refusal'
  /** What came is not what was asked for: cut, broken, empty, endless. */
  | 'reply';

/** For a reader, who can mend nothing: no setting, no server, nothing that it said. */
const FOR_READERS: Readonly<Record<FailureKind, string>> = {
  key: NOT_SET_UP,
  model: NOT_SET_UP,
  address: NOT_SET_UP,
  unreachable: 'the language model cannot be reached',
  busy: 'the language model takes no more calls for now',
  quota: 'nothing is left of the quota of the language model',
  down: 'the language model has broken down',
  request: 'the language model does not take the call',
  slow: 'the language model did not answer in time',
  aborted: 'the language model did not answer in time',
  refusal: 'the language model declines to answer',
  reply: 'the answer of the language model could not be used',
};

interface FailureOptions {
  readonly cause?: unknown;
  /** Nothing reached a model: the same call may be made again at no cost. */
  readonly safe?: boolean;
  readonly retryAfterMs?: number;
}

/** Why a model gave nothing, or no more: one line that names the setting to mend, where one is, and never holds the key. */
export class ModelFailure extends DetenteError {
  readonly kind: FailureKind;
  /** Surely nothing was processed: to try again costs nothing twice. */
  readonly safe: boolean;
  /** How long the server asks to be left alone. */
  readonly retryAfterMs?: number;

  constructor(kind: FailureKind, message: string, { cause, safe = false, retryAfterMs }: FailureOptions = {}) {
    super('model-unusable', message, cause === undefined ? undefined : { cause });
    this.kind = kind;
    this.safe = safe;
    if (retryAfterMs !== undefined) this.retryAfterMs = retryAfterMs;
  }

  get forReaders(): string {
    return FOR_READERS[this.kind];
  }

  /** A setting has to be mended: another call will fail in the same way. */
  get wrong(): boolean {
    return ['key', 'model', 'address'].includes(this.kind);
  }
}

/** What the client of a server throws, as far as it is known here; any of it may be missing. */
interface Thrown {
  readonly name?: unknown;
  readonly message?: unknown;
  readonly status?: unknown;
  readonly code?: unknown;
  readonly type?: unknown;
  readonly cause?: unknown;
  readonly headers?: { get?(name: string): string | null };
}

/**
 * Makes of whatever was thrown one failure. The words of the server are kept where they cannot hold the key.
 * @param setting names the model that was asked
 */
export function failureOf(thrown: unknown, address: ServerAddress, setting = 'OPENAI_MODEL'): ModelFailure {
  const chain = causesOf(thrown);
  const own = chain.find((one) => one instanceof ModelFailure);
  if (own !== undefined) return own;
  const answered = chain.find(({ status }) => typeof status === 'number');
  const said = saidBy(answered ?? chain[0], address);
  const cause = new Error(said);
  if (answered !== undefined) return answeredFailure(answered, said, { ...address, setting }, cause);
  return connectionFailure(chain, said, address, cause);
}

/** The status of a refusal and all that the server said with it. */
export function refusalOf(thrown: unknown): { readonly status: number; readonly said: string } | undefined {
  const answered = causesOf(thrown).find(({ status }) => typeof status === 'number');
  if (answered === undefined) return undefined;
  const { code, type, param } = answered as Thrown & { readonly param?: unknown };
  return { status: Number(answered.status), said: [answered.message, code, type, param].filter(isText).join(' ') };
}

type Asked = ServerAddress & { readonly setting: string };

function answeredFailure(thrown: Thrown, said: string, address: Asked, cause: Error): ModelFailure {
  const { host, model, setting } = address;
  const status = Number(thrown.status);
  const words = `${said} ${thrown.code ?? ''} ${thrown.type ?? ''}`;
  const failure = (kind: FailureKind, message: string, options: FailureOptions = {}) =>
    new ModelFailure(kind, message, { cause, ...options });
  if (status === 429) return busyFailure(thrown, words, host, cause);
  if (status >= 500) return failure('down', `${host} has broken down: it answers ${status}`, downOptions(thrown));
  if (isAboutModel(words))
    return failure('model', `${setting} ${JSON.stringify(model)} is not known to ${host}, or not open to this key`);
  if (status === 401 || status === 403) return failure('key', refusedKey(address, status));
  if (/content.?(filter|policy)|responsible ai/i.test(words))
    return failure('refusal', `the filter of ${host} keeps the answer back`);
  if (thrown.type === 'web-page' || status === 404 || status === 405)
    return failure('address', noInterface(address, `${status}${thrown.type === 'web-page' ? ' and a web page' : ''}`));
  return failure('request', `${host} does not take the call (${status}): ${said}`);
}

function busyFailure(thrown: Thrown, words: string, host: string, cause: Error): ModelFailure {
  if (/quota|billing|credit|balance/i.test(words))
    return new ModelFailure('quota', `nothing is left of the quota behind OPENAI_API_KEY at ${host}`, { cause });
  return new ModelFailure('busy', `${host} takes no more calls for now (429)`, {
    cause,
    safe: true,
    ...waitOf(thrown),
  });
}

/** Before a byte of an answer 503 says that the call was not taken on; of 500, 502 and 504 nobody knows. */
function downOptions(thrown: Thrown): FailureOptions {
  return { safe: thrown.status === 503, ...waitOf(thrown) };
}

function waitOf({ headers }: Thrown): Pick<FailureOptions, 'retryAfterMs'> {
  const [ms, seconds] = ['retry-after-ms', 'retry-after'].map((name) => Number(headers?.get?.(name) || Number.NaN));
  const retryAfterMs = Number.isFinite(ms) ? ms : (seconds ?? Number.NaN) * 1000;
  return retryAfterMs !== undefined && retryAfterMs >= 0 ? { retryAfterMs } : {};
}

function refusedKey({ host, key }: ServerAddress, status: number): string {
  return key === undefined
    ? `${host} wants a key (${status}): set OPENAI_API_KEY`
    : `OPENAI_API_KEY is refused by ${host} (${status})`;
}

/** Something answers that is no model's interface. */
export function noInterface({ url }: Pick<ServerAddress, 'url'>, seen: string): string {
  const remedy = /\/v\d/.test(url) ? 'is that the whole address?' : 'is /v1 missing at its end?';
  return `OPENAI_BASE_URL ${url} answers with ${seen}, not as a model's interface: ${remedy}`;
}

function isAboutModel(words: string): boolean {
  return (
    /model_not_found|DeploymentNotFound/i.test(words) ||
    (/\bmodel\b/i.test(words) &&
      /not (found|exist|a valid|available)|unknown|invalid model|no such|access/i.test(words))
  );
}

const neverSent =
  /^(ECONNREFUSED|ENOTFOUND|EAI_AGAIN|EHOSTUNREACH|ENETUNREACH|EACCES|UND_ERR_CONNECT_TIMEOUT|.*CERT.*|ERR_TLS.*|ERR_SSL.*|EPROTO|SELF_SIGNED.*|UNABLE_TO.*)$/;

function connectionFailure(chain: readonly Thrown[], said: string, address: ServerAddress, cause: Error): ModelFailure {
  const codes = chain.map(({ code }) => code).filter(isText);
  const code = codes.find((one) => neverSent.test(one));
  if (code !== undefined)
    return new ModelFailure('unreachable', `OPENAI_BASE_URL ${address.host} cannot be reached (${code})`, {
      cause,
      safe: true,
    });
  // https://fetch.spec.whatwg.org/#port-blocking
  if (chain.some(({ message }) => message === 'bad port'))
    return new ModelFailure('address', `OPENAI_BASE_URL ${address.host} has a port that is never called`, { cause });
  const seen = codes[0] ?? said;
  return new ModelFailure('reply', `the answer of ${address.host} broke off (${seen})`, { cause });
}

function causesOf(thrown: unknown): Thrown[] {
  const chain: Thrown[] = [];
  for (let one = thrown; isObject(one) && chain.length < 8; one = one.cause) chain.push(one);
  return chain;
}

/** The first words of what was said, without the key in any part long enough to be one. */
function saidBy(thrown: Thrown | undefined, { key }: ServerAddress): string {
  const text = plain(isText(thrown?.message) ? thrown.message : 'no reason given');
  const safe = key === undefined ? text : text.replaceAll(key, '[redacted]');
  return safe.length > 160 ? `${safe.slice(0, 160)}…` : safe;
}

function isObject(value: unknown): value is Thrown {
  return typeof value === 'object' && value !== null;
}

function isText(value: unknown): value is string {
  return typeof value === 'string' && value !== '';
}
