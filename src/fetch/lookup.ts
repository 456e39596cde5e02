import { lookup as resolve } from 'node:dns/promises';
import { isIP, type LookupFunction } from 'node:net';
import type { Endpoints } from './endpoints.ts';
import { Failed, notPublic } from './failure.ts';

/** All addresses of a name. Rejects as `node:dns` does. */
export type Lookup = (name: string) => Promise<readonly string[]>;

/** As the machine resolves names, its hosts file included. */
export const systemLookup: Lookup = async (name) =>
  (await resolve(name, { all: true, order: 'verbatim' })).map(({ address }) => address);

/**
 * What a socket asks for the addresses of its host. Each is checked; the socket connects to what is left and asks for
 * nothing more, so that a name with another answer a moment later gains nothing.
 */
export function guardedLookup(lookup: Lookup, endpoints: Endpoints, port: number): LookupFunction {
  return (name, options, callback) => {
    reachable(name, lookup, endpoints, port).then(
      (found) => (options.all === true ? callback(null, found) : callback(null, found[0].address, found[0].family)),
      (error) => callback(error, ''),
    );
  };
}

type Address = { readonly address: string; readonly family: number };

async function reachable(name: string, lookup: Lookup, endpoints: Endpoints, port: number) {
  const addresses = await lookup(name);
  const [first, ...others] = addresses.filter((address) => endpoints.mayReach(address, port));
  if (first === undefined) throw new Failed(notPublic(name));
  return [first, ...others].map((address) => ({ address, family: isIP(address) })) as [Address, ...Address[]];
}
