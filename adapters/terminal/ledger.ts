import { appendFileSync, existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import type { DeliveryKey, Sent } from '../../src/index.ts';

/** Deliveries of months; what is older is asked for no more. */
const MOST = 1_000;

/** A terminal cannot be asked what it showed: the keys of what was shown stand in a file, one a line. */
export class TerminalLedger {
  readonly #path: string;
  readonly #shown: Map<DeliveryKey, Sent>;

  /** @param folder made where it is missing */
  constructor(folder: string) {
    this.#path = join(folder, 'terminal-deliveries.jsonl');
    this.#shown = new Map(readLines(this.#path));
    if (this.#shown.size > MOST) this.#shorten();
  }

  find(key: DeliveryKey): Sent | undefined {
    return this.#shown.get(key);
  }

  /** Before anything else can happen: between the showing and this nothing must be waited for. */
  add(key: DeliveryKey, sent: Sent): void {
    mkdirSync(dirname(this.#path), { recursive: true });
    appendFileSync(this.#path, `${JSON.stringify({ key, ...sent })}\n`, { flush: true });
    this.#shown.set(key, sent);
  }

  #shorten(): void {
    const latest = [...this.#shown].slice(-MOST).map(([key, sent]) => `${JSON.stringify({ key, ...sent })}\n`);
    writeFileSync(this.#path, latest.join(''), { flush: true });
  }
}

/** A line that a crash cut short says nothing. */
function readLines(path: string): [DeliveryKey, Sent][] {
  if (!existsSync(path)) return [];
  return readFileSync(path, 'utf8')
    .split('\n')
    .flatMap((line): [DeliveryKey, Sent][] => {
      try {
        const { key, id, at } = JSON.parse(line) as Sent & { readonly key: DeliveryKey };
        return [[key, { id, at }]];
      } catch {
        return [];
      }
    });
}
