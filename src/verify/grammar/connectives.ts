import { fold } from '../../text/words.ts';

/** Words that say how one thing stands to another, by what they say; a claim has none that its sources have not. */
const CONNECTIVES: readonly RegExp[] = [
  /\b(if|unless|provided|as long as|in case|depending|on condition)\b/,
  /\b(because|due to|owing to|since|as a result|on account|over|for|after|follow\w*|as)\b/,
  /\b(despite|in spite|although|though|even|but|however|while)\b/,
  /\b(before|ahead of|prior to|by|until|without)\b/,
  /\b(after|follow\w*|since|later|then|when|once|in response|as)\b/,
  /\b(until|till|by|before)\b/,
  /\b(without|no|not|never|lack\w*|un\w+|n't)\b/,
  /\b(instead|rather)\b/,
  /\b(except|apart|other than|but)\b/,
  /\b(so that|in order|to)\b/,
  /\b(against)\b/,
];
const NAMED =
  /\b(if|unless|because|due to|owing to|as a result|despite|in spite of|although|though|before|ahead of|prior to|after|following|until|till|without|instead|rather than|except|apart from|so that|in order to|against)\b/g;

/** The first connective of a claim that no source has, in any of its forms. */
export function strangeConnective(claim: string, sources: readonly string[]): string | undefined {
  const texts = sources.map(fold);
  for (const [word] of fold(claim).matchAll(NAMED)) {
    const same =
      CONNECTIVES.find((one) => new RegExp(`^(?:${one.source})$`).test(word)) ??
      CONNECTIVES.find((one) => one.test(word));
    if (same !== undefined && !texts.some((text) => same.test(text))) return word;
  }
  return undefined;
}
