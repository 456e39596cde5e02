import { firstVerb, isPhrase, isQuoted, isSayingVerb, type Quoted, relativeOf, type Speech } from './speech-parts.ts';
import { isComma, type Word } from './word.ts';

const OUTSIDE = /^(on|in|at|during|from|to|after|before|early|late|through|over|by|via)$/;

/** "S, X said on Monday", "S, said X, who ...", '"S," X told Y, "and S."', "S, X said, and B". */
export function atEnd(words: readonly Word[], quoted: Quoted): Speech[] {
  const found: Speech[] = [];
  for (let verb = words.length - 1; verb > 2; verb -= 1) {
    const said = words[verb];
    if (said === undefined || !isSayingVerb(said)) continue;
    if (isComma(words[verb - 1])) {
      const circumstances = relativeOf(words, verb + 1);
      const body = words.slice(0, verb - 1);
      const speaker = words.slice(verb + 1);
      if (startsBody(body) && isPhrase(speaker) && !/ADP|TIME/.test(speaker[0]?.unit.pos ?? ''))
        found.push({
          speaker,
          verb: said.unit.lemma,
          circumstances,
          body,
          quoted: isQuoted(body, quoted),
          whole: true,
        });
    }
    const behind = afterSaying(words, verb, quoted);
    if (behind === undefined) continue;
    let commas = 0;
    for (let at = verb - 1; at > 2 && commas < 3; at -= 1) {
      if (!isComma(words[at])) continue;
      commas += 1;
      const speaker = words.slice(at + 1, isComma(words[verb - 1]) ? verb - 1 : verb);
      if (speaker.length === 0 || !isPhrase(speaker) || /ADP|ADV|SCONJ/.test(speaker[0]?.unit.pos ?? '')) continue;
      const body = words.slice(0, at);
      if (!startsBody(body)) continue;
      const spoken = behind.more.length === 0 ? body : [...words.slice(0, at + 1), ...behind.more];
      found.push({
        speaker,
        verb: said.unit.lemma,
        circumstances: behind.circumstances,
        body: spoken,
        quoted: isQuoted(spoken, quoted),
        whole: behind.whole,
      });
    }
  }
  return found;
}

function startsBody(words: readonly Word[]): boolean {
  return firstVerb(words, 0) > 0;
}

/** What stands behind "X said": where and when, more of a quotation, or another clause that is not X's. */
function afterSaying(
  words: readonly Word[],
  verb: number,
  quoted: Quoted,
): { circumstances: readonly Word[]; more: readonly Word[]; whole: boolean } | undefined {
  const comma = words.findIndex((word, at) => at > verb && isComma(word));
  const end = comma < 0 ? words.length : comma;
  const circumstances = words.slice(verb + 1, end);
  if (circumstances.some(({ lower }) => /^(that|if|unless|and|but|not|never|while)$/.test(lower))) return undefined;
  if (
    circumstances.some(
      ({ finite, unit }, at) =>
        finite && unit.pos === 'AUX' && !/^(after|before|when|as)$/.test(circumstances[at - 2]?.lower ?? ''),
    )
  )
    return undefined;
  const first = circumstances[0];
  const isTold = /^(tell|told|inform|assure|remind)/.test(words[verb]?.unit.lemma ?? '');
  if (
    first !== undefined &&
    !isTold &&
    !OUTSIDE.test(first.lower) &&
    first.unit.kind !== 'time' &&
    !/^(as|when|without|reporters)$/.test(first.lower) &&
    first.form !== 'ing'
  )
    return undefined;
  if (comma < 0) return { circumstances, more: [], whole: true };
  const rest = words.slice(comma + 1);
  if (rest.every(({ unit }) => quoted.some(([start, stop]) => unit.start >= start && unit.end <= stop)))
    return { circumstances, more: rest, whole: true };
  if (
    /^(and|but|although|though|while|whereas)$/.test(rest[0]?.lower ?? '') &&
    !/^(if|only|unless|not|until|then)$/.test(rest[1]?.lower ?? '')
  )
    return { circumstances, more: [], whole: false };
  if (rest[0]?.form === 'ing' || /^(without|after|as|a|an|the|hours|days|weeks|in)$/.test(rest[0]?.lower ?? ''))
    return { circumstances, more: [], whole: false };
  return undefined;
}
