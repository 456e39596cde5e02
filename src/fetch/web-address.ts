import { isIP } from 'node:net';
import type { FetchFailure } from '../domain/fetching.ts';
import type { Endpoints } from './endpoints.ts';
import { failed, notPublic } from './failure.ts';

const DEFAULT_PORT: Readonly<Record<string, number>> = { 'http:': 80, 'https:': 443 };

function portOf(url: URL): number {
  return url.port === '' ? (DEFAULT_PORT[url.protocol] ?? 0) : Number(url.port);
}

/**
 * Why an address is not asked, as far as it can be seen without looking its name up. The URL standard has brought every
 * spelling of an IP address (decimal, octal, short, in full-width digits) into one form already.
 * https://url.spec.whatwg.org/#host-parsing
 */
export function addressFault(url: URL, endpoints: Endpoints): FetchFailure | undefined {
  if (!(url.protocol in DEFAULT_PORT))
    return failed('forbidden-address', `addresses that begin with ${url.protocol} are not read: only http and https`);
  if (url.username !== '' || url.password !== '')
    return failed('forbidden-address', "the address holds a user's name or password: give it without");
  const port = portOf(url);
  if (!endpoints.hasPort(port))
    return failed('forbidden-address', `nothing is read at port ${port}: only at 80 and 443, those of the web`);
  return literalFault(url.hostname, port, endpoints);
}

/** Of an IP address in place of a name: nothing is looked up for it. */
export function literalFault(hostname: string, port: number, endpoints: Endpoints): FetchFailure | undefined {
  const address = hostname.replace(/^\[|\]$/g, '');
  return isIP(address) !== 0 && !endpoints.mayReach(address, port) ? notPublic(hostname) : undefined;
}
