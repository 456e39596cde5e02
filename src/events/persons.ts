import type { Mention } from '../domain/mention.ts';
import { canonicalName, sameName } from '../text/names.ts';
import { fold } from '../text/words.ts';
import { nameIn } from './signature.ts';

/**
 * One name for each person over all articles: "Jilani" and "Jalil Abbas Jilani (Pakistan)" are one where no other person
 * of that surname acts, and spellings of one name are one. The fullest form with a state wins, then the commonest.
 */
export function withOneNamePerPerson(mentions: readonly Mention[]): Mention[] {
  const names = canonicalPersons(mentions.flatMap((mention) => [...mention.actors, ...mention.targets]));
  if (names.size === 0) return [...mentions];
  const renamed = (actors: readonly string[]) => [...new Set(actors.map((actor) => names.get(actor) ?? actor))];
  return mentions.map((mention) => ({
    ...mention,
    actors: renamed(mention.actors),
    targets: renamed(mention.targets),
    ...(mention.speaker !== undefined && { speaker: names.get(mention.speaker) ?? mention.speaker }),
  }));
}

interface Person {
  /** "Jalil Abbas Jilani (Pakistan)" as it stands in mentions. */
  readonly actor: string;
  readonly name: string;
  readonly state?: string;
  readonly count: number;
}

function canonicalPersons(actors: readonly string[]): Map<string, string> {
  const counts = new Map<string, number>();
  for (const actor of actors) counts.set(actor, (counts.get(actor) ?? 0) + 1);
  const persons = [...counts].flatMap(([actor, count]) => personOf(actor, count) ?? []).sort(byFullness);
  const names = new Map<string, string>();
  for (const bucket of Map.groupBy(persons, (person) => initialOfSurname(person.name)).values()) settle(bucket, names);
  return names;
}

function personOf(actor: string, count: number): Person | undefined {
  const [, name = actor, state] = /^(.*) \(([^()]+)\)$/.exec(actor) ?? [];
  if (state === undefined && canonicalName(actor) === actor) return undefined;
  return { actor, name, count, ...(state !== undefined && { state }) };
}

/** Fullest first: with a state, more words, more often, then by name, so that the order of articles does not show. */
function byFullness(one: Person, other: Person): number {
  return (
    Number(other.state !== undefined) - Number(one.state !== undefined) ||
    other.name.split(' ').length - one.name.split(' ').length ||
    other.count - one.count ||
    (one.name < other.name ? -1 : 1)
  );
}

function settle(persons: readonly Person[], names: Map<string, string>): void {
  const leaders: Person[] = [];
  for (const person of persons) {
    const homes = leaders.filter((leader) => isSame(leader, person));
    if (homes.length === 1) names.set(person.actor, (homes[0] as Person).actor);
    else leaders.push(person);
  }
}

function isSame(full: Person, short: Person): boolean {
  if (short.state !== undefined && full.state !== undefined && short.state !== full.state) return false;
  return isShortOf(full.name, short.name);
}

function isShortOf(full: string, short: string): boolean {
  if (sameName(full, short)) return true;
  if (short.includes(' ')) return isAbridged(full, short);
  return sameName(surname(full), short);
}

/** "Anwaar Kakar" for "Anwaar-ul-Haq Kakar": first and last name, others left out. */
function isAbridged(full: string, short: string): boolean {
  const [long, brief] = [full, short].map((name) => fold(name).split(/[\s-]+/)) as [string[], string[]];
  return (
    long.length > brief.length &&
    long[0] === brief[0] &&
    long.at(-1) === brief.at(-1) &&
    brief.every((word) => long.includes(word))
  );
}

/** Whether two names as they stand in mentions can be of one person: spellings of one, or one the surname of the other. */
export function samePerson(one: string, other: string): boolean {
  const [left, right] = [nameIn(one), nameIn(other)];
  return isShortOf(left, right) || isShortOf(right, left);
}

/** The last name; of "Tsai Ing-wen" and "Kim Jong-un" the first, for what is hyphenated with a small letter is given. */
function surname(name: string): string {
  const parts = name.split(' ');
  const isGiven = parts.length === 2 && /^\p{Lu}\p{Ll}+-\p{Ll}+$/u.test(parts[1] ?? '');
  return (isGiven ? parts[0] : parts.at(-1)) ?? name;
}

/** Persons whose keys differ are never one. */
export function personKey(actor: string): string {
  return initialOfSurname(nameIn(actor));
}

function initialOfSurname(name: string): string {
  return fold(surname(name)).charAt(0);
}
