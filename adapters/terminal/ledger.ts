import { appendFileSync, mkdirSync, readFileSync, statSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import type { DeliveryKey, Sent } from '../../src/index.ts';
import type { OutputFile, Place } from './output-file.ts';

/** Deliveries of months; what is older is asked for no more. */
const MOST = 1_000;

/** `place` where it was about to be shown: whether it was, the file that it was written to tells. */
interface Line extends Sent {
  readonly key: DeliveryKey;
  readonly place?: Place;
}

/**
 * A terminal cannot be asked what it showed: the keys of what was shown stand in a file, one a line, which all processes
 * share. Where the output is a file, a line is written before the showing too, so that a process may die between.
 */
export class TerminalLedger {
  readonly #path: string;
  readonly #output: OutputFile | undefined;
  readonly #shown = new Map<DeliveryKey, Sent>();
  readonly #begun = new Map<DeliveryKey, readonly Line[]>();
  /** Bytes of the file when it was read. */
  #size = 0;

  /** @param folder made where it is missing */
  constructor(folder: string, output?: OutputFile) {
    this.#path = join(folder, 'terminal-deliveries.jsonl');
    this.#output = output;
    this.#read();
    if (this.#shown.size > MOST) this.#shorten();
  }

  /** What was shown under a key, by whichever process. */
  find(key: DeliveryKey): Sent | undefined {
    this.#read();
    return this.#shown.get(key) ?? this.#standing(key);
  }

  /** Right before the showing. */
  begin(key: DeliveryKey, sent: Sent, text: string): void {
    if (this.#output !== undefined) this.#append({ key, ...sent, place: this.#output.placeFor(text) });
  }

  /** Before anything else can happen: between the showing and this nothing must be waited for. */
  add(key: DeliveryKey, sent: Sent): void {
    this.#shown.set(key, sent);
    this.#append({ key, ...sent });
  }

  #standing(key: DeliveryKey): Sent | undefined {
    const found = this.#begun.get(key)?.find(({ place }) => place !== undefined && this.#output?.holds(place));
    return found && { id: found.id, at: found.at };
  }

  #append(line: Line): void {
    mkdirSync(dirname(this.#path), { recursive: true });
    appendFileSync(this.#path, `${JSON.stringify(line)}\n`, { flush: true });
  }

  /** Another process may have written to it. */
  #read(): void {
    const size = statSync(this.#path, { throwIfNoEntry: false })?.size ?? 0;
    if (size === this.#size) return;
    this.#begun.clear();
    for (const line of linesIn(this.#path)) {
      const { key, id, at, place } = line;
      if (place === undefined) this.#shown.set(key, { id, at });
      else this.#begun.set(key, [...(this.#begun.get(key) ?? []), line]);
    }
    this.#size = size;
  }

  #shorten(): void {
    const latest = [...this.#shown].slice(-MOST).map(([key, sent]): Line => ({ key, ...sent }));
    const begun = [...this.#begun].filter(([key]) => !this.#shown.has(key)).flatMap(([, lines]) => lines);
    const lines = [...latest, ...begun].map((line) => `${JSON.stringify(line)}\n`);
    writeFileSync(this.#path, lines.join(''), { flush: true });
  }
}

/** A line that a crash cut short says nothing. */
function linesIn(path: string): Line[] {
  return readFileSync(path, 'utf8')
    .split('\n')
    .flatMap((line): Line[] => {
      try {
        return [JSON.parse(line) as Line];
      } catch {
        return [];
      }
    });
}
