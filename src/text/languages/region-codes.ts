import { STATES } from '../gazetteer-states.ts';
import { folded } from './folded.ts';

/** Where the gazetteer and the Unicode data disagree on the English name; two bodies have a code too. */
const OTHERWISE: Readonly<Record<string, string>> = {
  Turkey: 'TR',
  'Democratic Republic of the Congo': 'CD',
  'Republic of the Congo': 'CG',
  'Ivory Coast': 'CI',
  'Czech Republic': 'CZ',
  'East Timor': 'TL',
  'Saint Kitts and Nevis': 'KN',
  'Saint Lucia': 'LC',
  'Saint Vincent and the Grenadines': 'VC',
  'Sao Tome and Principe': 'ST',
  Vatican: 'VA',
  'United Nations': 'UN',
  'European Union': 'EU',
};

let built: ReadonlyMap<string, string> | undefined;

/** ISO 3166 codes of the gazetteer's states, the United Nations and the European Union, by canonical name. */
export function regionCodes(): ReadonlyMap<string, string> {
  built ??= new Map([...gazetteerCodes(), ...Object.entries(OTHERWISE)]);
  return built;
}

function* gazetteerCodes(): Generator<[string, string]> {
  const codes = codesByName();
  for (const line of STATES.trim().split('\n')) {
    const name = line.split('|', 1)[0] ?? '';
    const code = codes.get(keyOf(name));
    if (code !== undefined) yield [name, code];
  }
}

function codesByName(): Map<string, string> {
  const found = new Map<string, string>();
  const letters = 'ABCDEFGHIJKLMNOPQRSTUVWXYZ';
  for (const style of ['long', 'short'] as const) {
    const names = new Intl.DisplayNames('en', { type: 'region', style, fallback: 'none' });
    for (const first of letters)
      for (const second of letters) {
        const name = names.of(first + second);
        // codes that are none any more have the name of the one that holds
        if (
          name !== undefined &&
          !found.has(keyOf(name)) &&
          Intl.getCanonicalLocales(`und-${first}${second}`)[0] === `und-${first}${second}`
        )
          found.set(keyOf(name), first + second);
      }
  }
  return found;
}

function keyOf(name: string): string {
  return folded(name)
    .replace(/\(.*\)/, '')
    .replace('&', 'and')
    .replace(/[^\p{L}]+/gu, ' ')
    .trim();
}
