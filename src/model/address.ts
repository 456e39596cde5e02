import { plain } from '../domain/inert.ts';
import type { ModelSettings } from './keys.ts';

const openAi = 'https://api.openai.com/v1';

/** A server and the key for it, as far as they can be known to be right without asking it. */
export interface ServerAddress {
  /** Without a query and a slash at the end. */
  readonly url: string;
  /** Sent with every call: `api-version` of an older Azure address. */
  readonly query: Readonly<Record<string, string>>;
  /** Host and port, for people. */
  readonly host: string;
  readonly model: string;
  readonly key?: string;
  /** Which headers hold the key. */
  readonly headers: Readonly<Record<string, string>>;
}

type AddressRead =
  | { readonly kind: 'address'; readonly address: ServerAddress }
  | { readonly kind: 'wrong'; readonly reason: string };

/** The server that the settings name, or one line that says which of them is wrong and what was seen; never the key. */
export function readAddress(settings: Pick<ModelSettings, 'apiKey' | 'baseUrl' | 'model'>): AddressRead {
  const { apiKey, baseUrl = openAi, model } = settings;
  const url = URL.parse(baseUrl);
  const wrong = wrongKey(apiKey) ?? wrongModel(model) ?? wrongUrl(baseUrl, url);
  if (wrong !== undefined || url === null) return { kind: 'wrong', reason: wrong ?? '' };
  return { kind: 'address', address: addressOf(url, model.trim(), apiKey) };
}

function addressOf(url: URL, model: string, key: string | undefined): ServerAddress {
  const query = Object.fromEntries(url.searchParams);
  return {
    url: `${url.origin}${url.pathname.replace(/\/+$/, '')}`,
    query,
    host: url.host,
    model,
    ...(key !== undefined && { key }),
    headers: key === undefined ? {} : keyHeaders(url, key),
  };
}

/**
 * Azure takes its keys as `api-key`: at the older addresses, which name an API version, there alone, since what
 * stands in Authorization is taken for a token of Entra ID; at `/openai/v1` in either.
 * https://learn.microsoft.com/azure/ai-foundry/openai/reference
 */
function keyHeaders(url: URL, key: string): Record<string, string> {
  if (url.searchParams.has('api-version')) return { 'api-key': key };
  const bearer = { authorization: `Bearer ${key}` };
  return url.hostname.endsWith('.azure.com') ? { ...bearer, 'api-key': key } : bearer;
}

function wrongKey(key: string | undefined): string | undefined {
  if (key === undefined || /^[\x21-\x7e]+$/.test(key)) return undefined;
  if (key === '') return 'OPENAI_API_KEY is empty: give the key of the server, or leave it out where it takes none';
  const seen = /\s/.test(key) ? 'white space' : 'signs that are not printable ASCII';
  return `OPENAI_API_KEY holds ${seen} (${key.length} signs in all): copy the key again, without what stands around it`;
}

function wrongModel(model: string): string | undefined {
  if (model.trim() === '') return "OPENAI_MODEL is empty: give the model's name on the server";
  return /[\s\p{C}]/u.test(model.trim()) ? `OPENAI_MODEL ${quoted(model)} is not the name of a model` : undefined;
}

function wrongUrl(raw: string, url: URL | null): string | undefined {
  const shown = quoted(withoutSecrets(raw));
  if (url === null || !['http:', 'https:'].includes(url.protocol) || /\s/.test(raw))
    return `OPENAI_BASE_URL is not an address of a server: ${shown} does not begin with http:// or https:// and a host`;
  if (url.username !== '' || url.password !== '')
    return `OPENAI_BASE_URL ${shown} holds a user's name or password: a key belongs into OPENAI_API_KEY`;
  return undefined;
}

/** Whatever may be a password or a token is left out, also of what is no address. */
function withoutSecrets(raw: string): string {
  return raw
    .replace(/[?#].*$/s, '')
    .replace(/^([a-z+.-]*:)?(\/*)[^/]*@/i, '$1$2')
    .replace(/[^/]*@/g, '');
}

function quoted(text: string): string {
  const seen = plain(text);
  return JSON.stringify(seen.length > 80 ? `${seen.slice(0, 80)}…` : seen);
}
