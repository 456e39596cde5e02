/** A model answers with words, not with a library: what is longer was never asked for. */
export const limits = {
  /** UTF-16 code units of a reply, thoughts and fences around its JSON included. */
  reply: 256 * 1024,
  draft: 8 * 1024,
  drafts: 64,
};

/** What a reader is still looking for. */
type Stage = 'document' | 'draft' | 'inside' | 'over';

const opening = /"drafts"\s*:\s*\[/g;
/** An opening is found although it came in two pieces. */
const overlap = 64;

/**
 * Reads `{"drafts": [...]}` as it comes, in pieces cut anywhere, and gives each draft as it closes. What stands before
 * and after the document (thoughts, fences, courtesies) is passed over.
 */
export class DraftReader {
  /** Why nothing more is read, in words that follow "the reply". */
  fault: string | undefined;
  #stage: Stage = 'document';
  #read = 0;
  /** How the reply begins. */
  #head = '';
  #before = '';
  #thinks = false;
  #draft = '';
  #depth = 0;
  #inString = false;
  #escaped = false;
  #closed = 0;

  /** The drafts that this piece closes, as JSON values; undefined for one that is no JSON. */
  push(piece: string): unknown[] {
    if (this.fault !== undefined) return [];
    this.#read += piece.length;
    const text = piece.slice(0, Math.max(0, piece.length - Math.max(0, this.#read - limits.reply)));
    const found = this.#take(text);
    if (this.#read > limits.reply) this.fault ??= `is longer than ${limits.reply / 1024} KB`;
    return found;
  }

  /** Whether all of the document is there; at the end of a reply what is missing of it. */
  end(): string | undefined {
    if (this.fault !== undefined || this.#stage === 'over') return this.fault;
    if (this.#stage !== 'document') return 'broke off within its JSON';
    if (this.#head.trim() === '') return 'is empty';
    return /^\s*<(!doctype|html)/i.test(this.#head) ? 'is a web page' : 'holds no JSON of the form asked for';
  }

  /** The reply begins with its document. */
  get isBare(): boolean {
    return this.#head.startsWith('{');
  }

  #take(text: string): unknown[] {
    const rest = this.#stage === 'document' ? this.#afterOpening(text) : text;
    const found: unknown[] = [];
    for (const sign of rest) {
      if (this.#stage === 'over' || this.fault !== undefined) break;
      const closed = this.#stage === 'draft' ? this.#between(sign) : this.#within(sign);
      if (closed !== undefined) found.push(closed.value);
    }
    return found;
  }

  /** What stands behind the opening of the document, if that is there by now. */
  #afterOpening(text: string): string {
    const seen = this.#before + text;
    this.#head = (this.#head + text.slice(0, overlap)).trimStart().slice(0, overlap);
    const from = this.#endOfThoughts(seen);
    opening.lastIndex = from;
    const match = from < 0 ? null : opening.exec(seen);
    if (match === null) {
      // thoughts are long: their end must be found, not kept
      this.#before = this.#thinks || seen.length > 4 * overlap ? seen.slice(-overlap) : seen;
      return '';
    }
    this.#stage = 'draft';
    return seen.slice(match.index + match[0].length);
  }

  /** Where the thoughts of a model that writes them down end; -1 where they go on. */
  #endOfThoughts(seen: string): number {
    this.#thinks ||= /^\s*<think(ing)?>/i.test(seen);
    if (!this.#thinks) return 0;
    const end = /<\/think(ing)?>/i.exec(seen);
    if (end === null) return -1;
    this.#thinks = false;
    return end.index;
  }

  #between(sign: string): { value: unknown } | undefined {
    if (/[\s,]/.test(sign)) return undefined;
    if (sign === ']') this.#stage = 'over';
    else if (sign !== '{') this.fault = 'holds JSON that is broken';
    else this.#open();
    return undefined;
  }

  #open(): void {
    if (this.#closed === limits.drafts) {
      this.fault = `holds more than ${limits.drafts} drafts`;
      return;
    }
    [this.#stage, this.#draft, this.#depth] = ['inside', '{', 1];
    [this.#inString, this.#escaped] = [false, false];
  }

  #within(sign: string): { value: unknown } | undefined {
    this.#draft += sign;
    if (this.#inString) this.#inText(sign);
    else if (sign === '"') this.#inString = true;
    else if (sign === '{' || sign === '[') this.#depth += 1;
    else if (sign === '}' || sign === ']') this.#depth -= 1;
    if (this.#depth === 0) return this.#close();
    if (this.#draft.length > limits.draft) this.fault = `holds a draft of more than ${limits.draft / 1024} KB`;
    return undefined;
  }

  #inText(sign: string): void {
    if (this.#escaped) this.#escaped = false;
    else if (sign === '\\') this.#escaped = true;
    else if (sign === '"') this.#inString = false;
  }

  #close(): { value: unknown } {
    this.#stage = 'draft';
    this.#closed += 1;
    try {
      return { value: JSON.parse(this.#draft) as unknown };
    } catch {
      return { value: undefined };
    }
  }
}
