import { rootsOf } from '../grammar/licence.ts';
import { firstVerb, isPhrase, relativeOf, type Speech, startsSentence } from './speech-parts.ts';
import { isComma, type Word } from './word.ts';

/** "According to X, S" and "S, according to X". */
export function accordingTo(words: readonly Word[]): Speech[] {
  const at = words.findIndex(({ lower }, index) => lower === 'according' && words[index + 1]?.lower === 'to');
  if (at === 0) {
    const commas = words.flatMap((word, index) => (isComma(word) ? [index] : []));
    return commas.slice(0, 3).flatMap((comma) => {
      const body = words.slice(comma + 1);
      const speaker = words.slice(2, comma);
      return isPhrase(speaker) && startsSentence(body)
        ? [{ speaker, verb: 'say', circumstances: [], body, quoted: false, whole: true }]
        : [];
    });
  }
  if (at < 3 || !isComma(words[at - 1])) return [];
  const rest = words.slice(at + 2);
  const stop = rest.findIndex(
    (word, index) => isComma(word) && /^(and|but|while|although|whereas)$/.test(rest[index + 1]?.lower ?? ''),
  );
  const speaker = stop < 0 ? rest : rest.slice(0, stop);
  return [
    {
      speaker,
      verb: 'say',
      circumstances: relativeOf(speaker, 0),
      body: words.slice(0, at - 1),
      quoted: false,
      whole: stop < 0,
    },
  ];
}

/** "X described A as B" and "X called A B": X said that A was B. */
export function described(words: readonly Word[]): Speech[] {
  const verb = firstVerb(words, 0);
  const act = words[verb];
  if (act === undefined || !/^(described|called)$/.test(act.lower)) return [];
  const speaker = words.slice(0, verb);
  const rest = words.slice(verb + 1);
  if (
    !isPhrase(speaker) ||
    rest.some(({ finite }) => finite) ||
    /^(for|on|off|in|upon|it|him|her|them)$/.test(rest[0]?.lower ?? 'it')
  )
    return [];
  const as = rest.findIndex(({ lower }) => lower === 'as');
  const cuts = act.lower === 'described' ? [as] : rest.map((_, at) => at);
  return cuts
    .filter((cut) => cut > 0 && cut < rest.length - 1)
    .map((cut) => ({
      speaker,
      verb: 'say',
      circumstances: [],
      body: [...rest.slice(0, cut), beFor(act), ...rest.slice(act.lower === 'described' ? cut + 1 : cut)],
      quoted: false,
      whole: true,
    }));
}

function beFor(word: Word): Word {
  return {
    unit: { ...word.unit, text: 'was', lower: 'was', lemma: 'be', pos: 'AUX' },
    lower: 'was',
    keys: rootsOf('was', 'be'),
    form: 'past',
    finite: true,
  };
}
