import { NUMBER_FORM, numberOf } from '../text/numbers.ts';

const NUMBER = `(${NUMBER_FORM})`;
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
  new RegExp(`\\b${NUMBER} (?:dead|killed|deaths)\\b`, 'i'),
];

/** The number of deaths that a sentence reports, if it reports one. */
export function tollOf(text: string): number | undefined {
  for (const form of FORMS) {
    const found = form.exec(text)?.[1];
    if (found !== undefined) return numberOf(found);
  }
  return undefined;
}
