import type { FetchFailure, FetchFailureCode } from '../domain/fetching.ts';
import { aborted, Failed, failed } from './failure.ts';

type Words = readonly [code: FetchFailureCode, says: (host: string) => string];

/** The first that fits a code of node:dns, node:net, node:tls, OpenSSL or undici. */
const kinds: readonly (readonly [RegExp, Words])[] = [
  [
    /^(ENOTFOUND|ENODATA|EAI_NODATA|EAI_NONAME)$/,
    ['name', (host) => `there is no server named ${host}: is the address spelt right?`],
  ],
  [/^(EAI_|ESERVFAIL|ETIMEOUT)/, ['name', (host) => `the name ${host} cannot be looked up for now`]],
  [/^CERT_HAS_EXPIRED$/, ['certificate', (host) => `the certificate of ${host} has expired: its owner must renew it`]],
  [
    /^CERT_NOT_YET_VALID$/,
    ['certificate', (host) => `the certificate of ${host} is not valid yet: is a clock wrong, here or there?`],
  ],
  [
    /^ERR_TLS_CERT_ALTNAME/,
    ['certificate', (host) => `the certificate of ${host} was made for another name: its owner must mend it`],
  ],
  [
    /SELF_SIGNED_CERT/,
    ['certificate', (host) => `${host} vouches for itself: no authority that is trusted here signed its certificate`],
  ],
  [
    /CERT|^UNABLE_TO_|HOSTNAME_MISMATCH|^INVALID_(CA|PURPOSE)$/,
    ['certificate', (host) => `the certificate of ${host} cannot be trusted: its owner must mend it`],
  ],
  [/^(UND_ERR_CONNECT_TIMEOUT|ETIMEDOUT)$/, ['timeout', (host) => `${host} does not take the connection in time`]],
  [/^UND_ERR_(HEADERS|BODY)_TIMEOUT$/, ['timeout', (host) => `${host} does not answer in time`]],
  [/^UND_ERR_HEADERS_OVERFLOW$/, ['too-large', (host) => `${host} sends a head of an answer that is far too large`]],
  [
    /^(HPE_.*|HTTPParserError|UND_ERR_RES_CONTENT_LENGTH_MISMATCH)$/,
    ['unreadable', (host) => `${host} does not answer as a web server does`],
  ],
  [
    /^(EPROTO|ERR_SSL_|ERR_TLS_)/,
    ['connection', (host) => `no safe connection to ${host} comes about: does it speak https?`],
  ],
  [/^ECONNREFUSED$/, ['connection', (host) => `${host} takes no connections`]],
  [
    /^(EHOSTUNREACH|ENETUNREACH|EADDRNOTAVAIL|EACCES|EPERM)$/,
    ['connection', (host) => `there is no way to ${host} from here`],
  ],
  [
    /^(ECONNRESET|EPIPE|ECONNABORTED|UND_ERR_SOCKET)$/,
    ['connection', (host) => `${host} broke the connection off before its answer was whole`],
  ],
];

const unknown: Words = ['connection', (host) => `${host} cannot be read from for now`];

interface Thrown {
  /** Undici's parser throws errors without a code. */
  readonly name?: unknown;
  readonly code?: unknown;
  readonly cause?: unknown;
  /** Of several addresses that were tried. */
  readonly errors?: readonly unknown[];
}

/** Why a request came to nothing, in words, from whatever was thrown. */
export function connectionFailure(thrown: unknown, { host }: URL): FetchFailure {
  const chain = causesOf(thrown);
  const own = chain.find((one) => one instanceof Failed);
  if (own !== undefined) return own.failure;
  const codes = chain.flatMap(({ code, name }) => [code, name].filter((one) => typeof one === 'string'));
  if (codes.some((code) => code === 'UND_ERR_DESTROYED' || code === 'UND_ERR_CLOSED')) return aborted;
  const [code, says] = codes.map(wordsFor).find((words) => words !== undefined) ?? unknown;
  return failed(code, says(host));
}

function wordsFor(code: string): Words | undefined {
  return kinds.find(([form]) => form.test(code))?.[1];
}

function causesOf(thrown: unknown): Thrown[] {
  const chain: Thrown[] = [];
  const next: unknown[] = [thrown];
  for (let one = next.shift(); isObject(one) && chain.length < 16; one = next.shift()) {
    chain.push(one);
    next.push(one.cause, ...(one.errors ?? []));
  }
  return chain;
}

function isObject(value: unknown): value is Thrown {
  return typeof value === 'object' && value !== null;
}
