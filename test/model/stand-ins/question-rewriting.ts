import { contentWords } from './content-words.ts';

/** What people ask in many ways, in the plain words of reports. */
const thesaurus: readonly (readonly [RegExp, string])[] = [
  [/^(?:please |kindly )?(?:tell me|can you tell me|do you know|i(?:'d| would) like to know)[, ]+/i, ''],
  [/^which (?:nation|country|state|government|power)s?\b/i, 'Who'],
  [
    /\b(?:stepped in|came forward|stood ready|volunteered) as (?:a |the )?(?:go-between|intermediary|broker|mediator)\b/i,
    'offered mediation',
  ],
  [/\b(?:volunteered|proposed|was willing) to (?:broker|act as (?:a )?go-between|mediate)\b/i, 'offered mediation'],
  [/\b(?:threw|thrown|kicked|chucked) out\b/i, 'expelled'],
  [/\b(?:pulled|called|summoned|brought) (?:back|home)\b/i, 'recalled'],
  [/\btop diplomats?\b/i, 'ambassador'],
  [/\b(?:perished|lost their lives)\b/i, 'were killed'],
  [/\bpleaded for calm\b/i, 'called for restraint'],
  [/\bbury the hatchet\b/i, 'agree to de-escalate'],
];

/** A question in plain words: a few shapes are known, any other is given back. */
export function rewritten(question: string): string {
  const plain = thesaurus.reduce((text, [shape, words]) => text.replace(shape, words), question.trim());
  return plain.charAt(0).toUpperCase() + plain.slice(1);
}

export function searchTerms(question: string): string[] {
  return contentWords(question).slice(0, 12);
}
