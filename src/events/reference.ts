import type { ReadingContext } from './context.ts';
import type { Office } from './office.ts';
import type { ActorPhrase } from './phrase.ts';
import type { Subject } from './subject.ts';

/** What is known where a subject stands: the names of its own sentence, the owner of the words, the article so far. */
export interface Surroundings {
  readonly phrases: readonly ActorPhrase[];
  readonly context: ReadingContext;
  readonly speaker?: ActorPhrase;
  /** The words are somebody's whom we have no name for: "he" is that one. */
  readonly strangerSpeaks?: true;
}

/** The actors that a subject stands for; `undefined` where that cannot be told. */
export function actorsOf(subject: Subject, around: Surroundings): string[] | undefined {
  const { context } = around;
  switch (subject.kind) {
    case 'named':
      return [
        ...new Set([
          ...(subject.beside === undefined ? [] : (actorsOf(subject.beside, around) ?? [])),
          ...subject.phrases.map((phrase) => phrase.actor),
        ]),
      ];
    case 'pair':
      return both(
        subject.of === 'ministers' ? context.ministers() : context[subject.of === 'sides' ? 'sides' : 'pair'],
      );
    case 'pronoun':
      return pronounActors(subject.word, subject.at, around);
    case 'stranger':
      return officeActors(subject.office, around);
    default:
      return undefined;
  }
}

/** "The government" is the speaker's own, "the minister" the one who was told of last. */
function officeActors(office: Office | undefined, { speaker, context }: Surroundings): string[] | undefined {
  if (office === undefined) return undefined;
  const one = office === 'holder' ? context.person : speaker;
  if (one?.state === undefined || !context.pair.includes(one.state)) return undefined;
  // a spokesman who says "the president" means another one
  return [office === 'holder' && one.human && one.actor !== speaker?.actor ? one.actor : one.state];
}

function both(pair: readonly string[]): string[] | undefined {
  return pair.length < 2 ? undefined : [...pair];
}

/** Pronouns look to their own sentence, then to the speaker, then to what came before. */
function pronounActors(
  word: string,
  at: number,
  { context, speaker, strangerSpeaks, phrases }: Surroundings,
): string[] | undefined {
  if (word === 'they') {
    // "the Houthis said they had ..."
    if (speaker?.state !== undefined && /(s|Taliban)$/.test(speaker.actor) && !speaker.human) return [speaker.actor];
    return context.several.length === 0 ? undefined : [...context.several];
  }
  if (word === 'we') return speaker && [speaker.state ?? speaker.actor];
  if (word === 'i') return speaker && [speaker.actor];
  const before = phrases.filter(
    (phrase) => phrase.last < at && phrase.preposition === undefined && phrase.place === undefined && !phrase.bystander,
  );
  if (word === 'it') {
    if (strangerSpeaks) return undefined;
    // "Sudan said Chad had struck and that it ...": either
    const other = before.find((phrase) => speaker !== undefined && phrase.first > speaker.last && !phrase.human);
    if (other?.state !== undefined && other.state !== speaker?.state) return undefined;
    const things = before.filter((phrase) => !phrase.human);
    if (speaker === undefined && new Set(things.map(({ state, actor }) => state ?? actor)).size > 1) return undefined;
    const one = speaker ?? things[0] ?? context.subject;
    if (one === undefined || (one.human && one.state === undefined)) return undefined;
    return [one.state ?? one.actor];
  }
  if (strangerSpeaks && !before.some((phrase) => phrase.human)) return undefined;
  const one = before.find((phrase) => phrase.human) ?? (speaker?.human ? speaker : context.person) ?? speaker;
  return one && [one.actor];
}
