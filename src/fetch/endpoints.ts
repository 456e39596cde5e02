import { isIP } from 'node:net';
import { DetenteError } from '../errors.ts';
import { isPublic } from './public-address.ts';

const DEFAULT_PORTS: readonly number[] = [80, 443];

/** Where connections may go: the default ports of public addresses, and what is let through by name. */
export class Endpoints {
  readonly #allowed: ReadonlySet<string>;
  readonly #ports: ReadonlySet<number>;

  /**
   * @param allow `127.0.0.1:8080`, `[::1]:8080`: exactly this address and port, whatever name led there
   * @throws DetenteError `bad-usage` where one of them is no address with a port
   */
  constructor(allow: readonly string[] = []) {
    const allowed = allow.map(parseEndpoint);
    this.#allowed = new Set(allowed.map(({ address, port }) => keyOf(address, port)));
    this.#ports = new Set([...DEFAULT_PORTS, ...allowed.map(({ port }) => port)]);
  }

  /** Whether anything could be reached at this port at all. */
  hasPort(port: number): boolean {
    return this.#ports.has(port);
  }

  mayReach(address: string, port: number): boolean {
    return (DEFAULT_PORTS.includes(port) && isPublic(address)) || this.#allowed.has(keyOf(address, port));
  }
}

function keyOf(address: string, port: number): string {
  return `${address.toLowerCase()} ${port}`;
}

function parseEndpoint(text: string): { address: string; port: number } {
  const { address = '', port = '' } = /^\[?(?<address>.*?)\]?:(?<port>\d{1,5})$/.exec(text)?.groups ?? {};
  if (isIP(address) === 0 || Number(port) > 65_535)
    throw new DetenteError(
      'bad-usage',
      `${JSON.stringify(text)} is no address with a port: write it as 127.0.0.1:8080`,
    );
  return { address, port: Number(port) };
}
