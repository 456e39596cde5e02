import { NUMBER_FORM, numberOf } from '../text/numbers.ts';

/** A whole one: not the "four" of "four hundred" or "two hundred and four", nor the "two" of "fifty-two". */
const NUMBER = `(?<![\\w.,-]|\\b(?:hundred|thousand|million)(?: and)? )(${NUMBER_FORM})(?![\\w-]|[.,]\\d| (?:hundred|thousand|million|dozen|score)s?\\b)`;
const FORMS = [
  new RegExp(
    `\\bkill(?:ed|ing|s)? (?:at least |about |around |some |nearly |more than |over )?${NUMBER}\\b(?! (?:day|hour|week|month|year|kilomet|mile))`,
    'i',
  ),
  new RegExp(
    `\\b${NUMBER} (?:people|persons|civilians|soldiers|men|women|children|workers|others|militants|troops|[a-z]+s) (?:had been |have been |were |was |are )?(?:reported )?(?:killed|dead|died)\\b`,
    'i',
  ),
  new RegExp(`\\b(?:death )?toll (?:of|at|to|was|stood at|rose to) ${NUMBER}\\b`, 'i'),
  new RegExp(`\\bdeath toll [^,;."“”]{1,40}? (?:at|to) ${NUMBER}\\b(?! (?:day|hour|week|month|year))`, 'i'),
  new RegExp(`\\b${NUMBER} (?:dead|killed|deaths)\\b`, 'i'),
];

const DEED = /\b(attack|(air ?)?strike|assault|bombing|raid|shelling|massacre|ambush)(e?s)?\b/i;

/** The number of deaths that a sentence reports, if it reports one. */
export function tollOf(text: string): number | undefined {
  return found(text)?.toll;
}

/** The same of the attack that the word at an offset names: not of another one behind it, "prompted by an attack that killed". */
export function tollOfNamed(text: string, at: number): number | undefined {
  const one = found(text);
  if (one === undefined) return undefined;
  const behind = text.slice(at).search(/\P{L}/u);
  return DEED.test(text.slice(at + Math.max(0, behind), one.index)) ? undefined : one.toll;
}

function found(text: string): { readonly toll: number; readonly index: number } | undefined {
  for (const form of FORMS) {
    const match = form.exec(text);
    const toll = match?.[1] === undefined ? undefined : numberOf(match[1]);
    if (match !== null && toll !== undefined) return { toll, index: match.index };
  }
  return undefined;
}
