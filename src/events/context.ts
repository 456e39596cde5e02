import type { NameMention } from '../text/names.ts';
import type { Sentence } from '../text/sentences.ts';
import { statePair } from './affiliation.ts';
import { coordinated } from './coordination.ts';
import type { ActorPhrase } from './phrase.ts';
import type { Owner } from './speech.ts';
import { subjectOf } from './subject.ts';

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
  /** The same, also where it is nobody that we have a name for. */
  owner: Owner | undefined;
  /** Those that "they" stands for: the last subject that was several. */
  several: readonly string[] = [];

  constructor(text: string, names: readonly NameMention[]) {
    this.pair = statePair(text, names);
    this.sides = statePair(text, names, 'sides');
    const ministers = names.filter(
      (name) => name.kind === 'person' && name.role === 'foreign minister' && name.state !== undefined,
    );
    this.#ministers = new Map(ministers.reverse().map((name) => [name.state ?? '', `${name.name} (${name.state})`]));
  }

  /** Those whose quarrel the article is about: the two sides where they can be told. */
  get belligerents(): readonly string[] {
    return this.sides.length === 2 ? this.sides : this.pair;
  }

  /** Takes in who a sentence was about and who spoke in it. */
  remember(sentence: Sentence, phrases: readonly ActorPhrase[], owners: readonly (Owner | undefined)[]): void {
    const verb = sentence.tokens.findIndex((token) => token.pos === 'VERB');
    const stranger = verb > 0 && subjectOf(sentence, phrases, verb).kind === 'stranger';
    const subject = phrases.find(
      (phrase) =>
        phrase.preposition === undefined &&
        phrase.place === undefined &&
        !phrase.bystander &&
        (!stranger || phrase.first < verb),
    );
    if (subject !== undefined || stranger) this.subject = subject;
    if (subject?.human) this.person = subject;
    this.several = this.#several(sentence, phrases, subject);
    const owner = owners.findLast((one) => one !== undefined);
    if (owner === undefined) return;
    this.owner = owner;
    if (owner.phrase !== undefined) this.speaker = owner.phrase;
  }

  #several(sentence: Sentence, phrases: readonly ActorPhrase[], subject: ActorPhrase | undefined): readonly string[] {
    const both = /\b(both|the two) (\w+ )?(countries|sides|nations|neighbou?rs|states|governments|ministers)\b/i.exec(
      sentence.tokens.map((token) => token.text).join(' '),
    );
    if (both !== null) return both[3] === 'ministers' ? this.ministers() : both[3] === 'sides' ? this.sides : this.pair;
    if (subject === undefined) return this.several;
    const group = coordinated(sentence.tokens, phrases, subject).map((phrase) => phrase.actor);
    return group.length > 1 ? group : [];
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
