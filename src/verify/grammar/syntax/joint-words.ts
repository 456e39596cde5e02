export const SUBORDINATE =
  /^(after|before|when|while|as|since|until|till|because|if|unless|although|though|whereas|where|once|whether|lest|provided|so|how|why|whenever|wherever|that|which|who|whom|whose|what)$/;

export const ADVERBIAL =
  /^(after|before|when|while|as|since|until|till|because|if|unless|although|though|whereas|once|lest|provided|whenever|wherever|where)$/;

/** Prepositions and conjunctions that say the same. */
export function relationWord(word: string): string {
  return SAME_WORDS[word] ?? word;
}

const SAME_WORDS: Readonly<Record<string, string>> = {
  following: 'after',
  towards: 'to',
  toward: 'to',
  into: 'to',
  onto: 'to',
  inside: 'in',
  within: 'in',
  at: 'in',
  upon: 'on',
  regarding: 'on',
  concerning: 'on',
  about: 'on',
  over: 'over',
  till: 'until',
  though: 'although',
  whereas: 'while',
  till2: 'until',
  amongst: 'among',
  besides: 'beside',
  alongside: 'with',
};

export const PHRASES: readonly (readonly [readonly string[], string])[] = (
  [
    ['in response to', 'response'],
    ['in retaliation for', 'response'],
    ['in reprisal for', 'response'],
    ['in exchange for', 'exchange'],
    ['in return for', 'exchange'],
    ['in return', 'exchange'],
    ['contrary to', 'contrary'],
    ['because of', 'because'],
    ['due to', 'because'],
    ['owing to', 'because'],
    ['on account of', 'because'],
    ['ahead of', 'before'],
    ['prior to', 'before'],
    ['out of', 'from'],
    ['as part of', 'part'],
    ['as well as', 'and'],
    ['on behalf of', 'behalf'],
    ['instead of', 'instead'],
    ['rather than', 'instead'],
    ['in spite of', 'despite'],
    ['in addition to', 'besides'],
    ['with regard to', 'on'],
    ['in front of', 'before'],
    ['depending on', 'depending'],
    ['in the wake of', 'after'],
    ['in the run-up to', 'before'],
    ['as a result of', 'because'],
    ['at the request of', 'request'],
    ['on the basis of', 'basis'],
    ['by means of', 'by'],
    ['under the terms of', 'under'],
    ['close to', 'near'],
    ['next to', 'near'],
    ['in favour of', 'favour'],
    ['in favor of', 'favour'],
    ['in protest at', 'protest'],
    ['in support of', 'support'],
    ['except for', 'except'],
    ['apart from', 'except'],
    ['along with', 'with'],
    ['together with', 'with'],
    ['such as', 'including'],
    ['away from', 'from'],
    ['north of', 'north'],
    ['south of', 'south'],
    ['east of', 'east'],
    ['west of', 'west'],
  ] as const
).map(([phrase, relation]) => [phrase.split(' '), relation] as const);
