const idle = new Set(
  `a about after all an and any are as at be been before between both but by can could did do does during for from had has
  have he her his how i in into is it its many may might more most much of on or over said says say she since so some such
  tell than that the their them then there these they this those to told under up was we were what when where which while
  who whom whose why will with would you`.split(/\s+/),
);

/** Words of one meaning, for a model of few words: those of a line count as its first. */
const alike = [
  'mediate mediation mediator mediators mediated mediating broker brokered go-between intermediary',
  'expel expelled expulsion expels ousted evicted',
  'recall recalled recalls withdrew withdraw withdrawn',
  'ambassador ambassadors envoy envoys',
  'strike strikes struck airstrike airstrikes attack attacks attacked hit bombed shelled',
  'restraint calm de-escalation',
  'kill killed kills dead died deaths toll',
  'talks talk spoke speak spoken phoned telephoned called conversation',
  'ceasefire truce',
  'urge urged urges appeal appealed appeals',
  'iran iranian tehran',
  'pakistan pakistani islamabad',
  'china chinese beijing',
  'kenya kenyan nairobi',
  'somalia somali mogadishu',
].flatMap((line) => line.split(' ').map((word) => [word, line.split(' ')[0] ?? word] as const));
const meanings = new Map(alike);

/** The words that bear a text's meaning, in one form each: lower case, without endings and with few synonyms. */
export function contentWords(text: string): string[] {
  const words = text.toLowerCase().match(/[\p{L}\d]+(?:[-'’.,][\p{L}\d]+)*/gu) ?? [];
  const bare = words.map((word) => word.replace(/['’]s$/, ''));
  return [...new Set(bare.filter((word) => !idle.has(word)).map((word) => meanings.get(word) ?? stem(word)))];
}

function stem(word: string): string {
  return /\d/.test(word) || word.length < 5 ? word : word.replace(/(?:ions?|ing|ies|ied|ed|es|s|y|e)$/, '');
}

/** How much of a question a text covers, 0 to 1; words that few of the texts hold weigh more. */
export function coverage(question: string, text: string, texts: readonly string[]): number {
  const asked = contentWords(question);
  const found = new Set(contentWords(text));
  const sets = texts.map((one) => new Set(contentWords(one)));
  const weight = (word: string) => Math.log(1 + texts.length / (0.5 + sets.filter((set) => set.has(word)).length));
  const sum = (words: readonly string[]) => words.reduce((total, word) => total + weight(word), 0);
  return asked.length === 0 ? 0 : sum(asked.filter((word) => found.has(word))) / sum(asked);
}
