const WORDS: Readonly<Record<string, number>> = {
  one: 1,
  two: 2,
  three: 3,
  four: 4,
  five: 5,
  six: 6,
  seven: 7,
  eight: 8,
  nine: 9,
  ten: 10,
  eleven: 11,
  twelve: 12,
  thirteen: 13,
  fourteen: 14,
  fifteen: 15,
  sixteen: 16,
  seventeen: 17,
  eighteen: 18,
  nineteen: 19,
  twenty: 20,
  thirty: 30,
  forty: 40,
  fifty: 50,
};
const NUMBER = `(\\d{1,3}(?:,\\d{3})+|\\d{1,6}|${Object.keys(WORDS).join('|')})`;
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
    const found = form.exec(text)?.[1]?.toLowerCase();
    if (found !== undefined) return WORDS[found] ?? Number(found.replaceAll(',', ''));
  }
  return undefined;
}
