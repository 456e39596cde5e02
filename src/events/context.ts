import type { NameMention } from '../text/names.ts';
import { statePair } from './affiliation.ts';
import type { ActorPhrase } from './phrase.ts';

/** What a reader of the article remembers while reading on: who was spoken of, and whom the article is about. */
export class ReadingContext {
  /** The two states named most, most first: "both countries", "the two ministers". */
  readonly pair: readonly string[];
  /** The same of states and armed groups: "both sides". */
  readonly sides: readonly string[];
  readonly #ministers: ReadonlyMap<string, string>;
  /** The actor that "it" stands for. */
  subject: ActorPhrase | undefined;
  /** The person that "he" or "she" stands for. */
  person: ActorPhrase | undefined;
  /** The owner of the words that are being reported. */
  speaker: ActorPhrase | undefined;
  /** Those that "they" stands for: the last subject that was several. */
  several: readonly string[] = [];

  constructor(names: readonly NameMention[]) {
    this.pair = statePair(names);
    this.sides = statePair(names, 'sides');
    const ministers = names.filter(
      (name) => name.kind === 'person' && name.role === 'foreign minister' && name.state !== undefined,
    );
    this.#ministers = new Map(ministers.reverse().map((name) => [name.state ?? '', `${name.name} (${name.state})`]));
  }

  /** Those whose quarrel the article is about: the two sides where they can be told. */
  get belligerents(): readonly string[] {
    return this.sides.length === 2 ? this.sides : this.pair;
  }

  remember(phrase: ActorPhrase): void {
    this.subject = phrase;
    if (phrase.human) this.person = phrase;
  }

  /** "the two ministers": the pair's foreign ministers where both are named, else the states. */
  ministers(): string[] {
    const named = this.pair.map((state) => this.#ministers.get(state));
    return named.every((name) => name !== undefined) ? named : [...this.pair];
  }

  /** The other of the two states. */
  other(state: string | undefined): string | undefined {
    if (this.pair.length < 2 || state === undefined || !this.pair.includes(state)) return undefined;
    return this.pair.find((one) => one !== state);
  }
}
