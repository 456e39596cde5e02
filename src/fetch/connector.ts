import { getCACertificates } from 'node:tls';
import { buildConnector } from 'undici';
import type { Endpoints } from './endpoints.ts';
import { Failed } from './failure.ts';
import { guardedLookup, type Lookup } from './lookup.ts';
import { literalFault } from './web-address.ts';

export interface ConnectorOptions {
  readonly endpoints: Endpoints;
  readonly lookup: Lookup;
  /** Certificates of authorities (PEM) that are trusted beside those of Node. */
  readonly authorities?: readonly string[] | undefined;
  /** Milliseconds until a connection stands, the look-up and the TLS handshake included. */
  readonly timeout: number;
}

/**
 * Opens sockets to what may be reached, and to nothing else, whoever asks: the last door. Whether a certificate is
 * checked does not depend on the environment (`NODE_TLS_REJECT_UNAUTHORIZED`).
 */
export function guardedConnector(options: ConnectorOptions): buildConnector.connector {
  // a look-up is not told the port; TLS sessions are remembered by each connector
  const byPort = new Map<number, buildConnector.connector>();
  return (target, callback) => {
    const port = Number(target.port) || (target.protocol === 'https:' ? 443 : 80);
    const fault = literalFault(target.hostname, port, options.endpoints);
    if (fault !== undefined) return callback(new Failed(fault), null);
    const connect = byPort.get(port) ?? connectorTo(port, options);
    byPort.set(port, connect);
    connect(target, callback);
  };
}

function connectorTo(port: number, { endpoints, lookup, authorities, timeout }: ConnectorOptions) {
  return buildConnector({
    lookup: guardedLookup(lookup, endpoints, port),
    timeout,
    // a second protocol would be a second set of limits to keep
    allowH2: false,
    rejectUnauthorized: true,
    ...(authorities === undefined ? {} : { ca: [...getCACertificates('default'), ...authorities] }),
  });
}
