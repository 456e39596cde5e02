import type { NameMention } from '../text/names.ts';
import type { Sentence } from '../text/sentences.ts';
import { statePair } from './affiliation.ts';
import { coordinated } from './coordination.ts';
import type { Frame } from './frame.ts';
import { once } from './once.ts';
import type { ActorPhrase } from './phrase.ts';
import type { Owner } from './speech.ts';
import { subjectOf } from './subject.ts';

/**
 * What a reader of the article remembers while reading on: who was spoken of, and whom the article is about. Sentences
 * are taken in when a later one first asks for what they left behind; most articles hardly ask.
 */
export class ReadingContext {
  readonly #text: string;
  readonly #names: () => readonly NameMention[];
  readonly #pair = once(() => statePair(this.#text, this.#names()));
  readonly #sides = once(() => statePair(this.#text, this.#names(), 'sides'));
  #unread: (() => Frame)[] = [];
  #subject: ActorPhrase | undefined;
  #person: ActorPhrase | undefined;
  #voice: ActorPhrase | undefined;
  #owner: Owner | undefined;
  #several: readonly string[] = [];

  constructor(text: string, names: () => readonly NameMention[]) {
    this.#text = text;
    this.#names = names;
  }

  /** The two states named most, most first: "both countries", "the two ministers". */
  get pair(): readonly string[] {
    return this.#pair();
  }

  /** The same of states and armed groups: "both sides". */
  get sides(): readonly string[] {
    return this.#sides();
  }

  /** The actor that "it" stands for. */
  get subject(): ActorPhrase | undefined {
    this.#catchUp();
    return this.#subject;
  }

  /** The person that "he" or "she" stands for. */
  get person(): ActorPhrase | undefined {
    this.#catchUp();
    return this.#person;
  }

  /** The person who spoke last, until another one is told of: "she said" is that one. */
  get voice(): ActorPhrase | undefined {
    this.#catchUp();
    return this.#voice;
  }

  /** The owner of the words that are being reported. */
  get owner(): Owner | undefined {
    this.#catchUp();
    return this.#owner;
  }

  /** Those that "they" stands for: the last subject that was several. */
  get several(): readonly string[] {
    this.#catchUp();
    return this.#several;
  }

  /** Those whose quarrel the article is about: the two sides where they can be told. */
  get belligerents(): readonly string[] {
    return this.sides.length === 2 ? this.sides : this.pair;
  }

  /** Remembers who a sentence was about and who spoke in it. */
  remember(frame: () => Frame): void {
    this.#unread.push(frame);
  }

  /** A frame asks for what stood before its own sentence: what is being taken in is no longer unread. */
  #catchUp(): void {
    const unread = this.#unread;
    this.#unread = [];
    for (const frame of unread) this.#takeIn(frame());
  }

  #takeIn({ sentence, phrases, owners }: Frame): void {
    const verb = sentence.tokens.findIndex((token) => token.pos === 'VERB');
    const stranger = verb > 0 && subjectOf(sentence, phrases, verb).kind === 'stranger';
    const subject = phrases.find(
      (phrase) =>
        phrase.preposition === undefined &&
        phrase.place === undefined &&
        !phrase.bystander &&
        (!stranger || phrase.first < verb),
    );
    if (subject !== undefined || stranger) this.#subject = subject;
    if (subject?.human) this.#person = subject;
    const voice = owners.findLast((one) => one?.phrase?.human)?.phrase;
    if (voice !== undefined || subject?.human) this.#voice = voice;
    this.#several = this.#severalIn(sentence, phrases, subject);
    this.#owner = owners.findLast((one) => one !== undefined) ?? this.#owner;
  }

  #severalIn(sentence: Sentence, phrases: readonly ActorPhrase[], subject: ActorPhrase | undefined): readonly string[] {
    const both = pairNoun(sentence);
    if (both !== undefined) return both === 'ministers' ? this.ministers() : both === 'sides' ? this.sides : this.pair;
    if (subject === undefined) return this.#several;
    const group = coordinated(sentence.tokens, phrases, subject).map((phrase) => phrase.actor);
    return group.length > 1 ? group : [];
  }

  /** "the two ministers": the pair's foreign ministers where both are named, else the states. */
  ministers(): string[] {
    const ministers = this.#names().filter((name) => name.kind === 'person' && name.role === 'foreign minister');
    const named = this.pair.map((state) => ministers.find((name) => name.state === state)).map(actorOf);
    return named.every((name) => name !== undefined) ? named : [...this.pair];
  }

  /** The other of the two states. */
  other(state: string | undefined): string | undefined {
    if (this.pair.length < 2 || state === undefined || !this.pair.includes(state)) return undefined;
    return this.pair.find((one) => one !== state);
  }
}

function actorOf(minister: NameMention | undefined): string | undefined {
  return minister && `${minister.name} (${minister.state})`;
}

const PAIR_NOUN = /\b(both|the two) (\w+ )?(countries|sides|nations|neighbou?rs|states|governments|ministers)\b/i;

/** "both sides", "the two foreign ministers": the noun. */
function pairNoun({ tokens }: Sentence): string | undefined {
  if (!tokens.some(({ lower }) => lower === 'two' || lower.includes('both'))) return undefined;
  return PAIR_NOUN.exec(tokens.map((token) => token.text).join(' '))?.[3];
}
