import { readFileSync } from 'node:fs';
import type { Situation } from '../domain/situation.ts';
import { DetenteError, reasonOf } from '../errors.ts';
import { canonicalName } from '../text/names.ts';

/**
 * The situations that a JSON file defines. Parties are named as in the archive, whatever spelling the file uses.
 * @throws DetenteError `bad-configuration` with the path and what is wrong.
 */
export function readSituations(path: string): readonly Situation[] {
  try {
    return situationsIn(JSON.parse(readFileSync(path, 'utf8')));
  } catch (error) {
    throw new DetenteError('bad-configuration', `situations in ${path}: ${reasonOf(error)}`, { cause: error });
  }
}

function situationsIn(entries: unknown): readonly Situation[] {
  if (!Array.isArray(entries) || entries.length === 0)
    throw new Error('must hold a list of situations, [{"name": "...", "parties": ["...", "..."]}]');
  const situations = entries.map(situationFrom);
  const names = situations.map(({ name }) => name.toLowerCase());
  const twice = names.find((name, at) => names.indexOf(name) !== at);
  if (twice !== undefined) throw new Error(`names ${JSON.stringify(twice)} twice`);
  return situations;
}

function situationFrom(entry: unknown, at: number): Situation {
  const { name, parties, words } = (entry ?? {}) as Record<string, unknown>;
  if (typeof name !== 'string' || name.trim() === '') throw new Error(`entry ${at + 1} has no "name"`);
  if (!isTexts(parties) || parties.length < 2)
    throw new Error(`${JSON.stringify(name)} must have two "parties" or more`);
  if (words !== undefined && (!isTexts(words) || words.length === 0))
    throw new Error(`the "words" of ${JSON.stringify(name)} must be a list of words`);
  return { name: name.trim(), parties: named(parties), ...(words !== undefined && { words }) };
}

function named(parties: readonly string[]): string[] {
  return [...new Set(parties.map((party) => canonicalName(party) ?? party.trim()))].sort();
}

function isTexts(value: unknown): value is readonly string[] {
  return Array.isArray(value) && value.every((one) => typeof one === 'string' && one.trim() !== '');
}
