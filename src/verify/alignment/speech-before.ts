import {
  firstVerb,
  isPhrase,
  isQuoted,
  isSayingVerb,
  type Quoted,
  type Speech,
  startsSentence,
} from './speech-parts.ts';
import { isComma, type Word } from './word.ts';

const PLAIN = /^(say|said|says)$/;

/** "X said (on Monday) (that) S", "After talks, X told reporters that S", "X said S". */
export function atFront(words: readonly Word[], quoted: Quoted): Speech[] {
  const verb = firstVerb(words, leadOf(words));
  const said = words[verb];
  if (said === undefined || !isSayingVerb(said)) return [];
  const lead = leadOf(words);
  const that = thatBehind(words, verb);
  const speaker = words.slice(lead, verb);
  if (speaker.length === 0 || !isPhrase(speaker)) return [];
  const before = words.slice(0, lead);
  if (that !== undefined)
    return [
      {
        speaker,
        verb: said.unit.lemma,
        circumstances: [...before, ...words.slice(verb + 1, that)],
        body: words.slice(that + 1),
        quoted: false,
        whole: true,
      },
    ];
  if (!PLAIN.test(said.lower)) return [];
  let start = verb + 1;
  const time = words.slice(start, start + 3).findIndex(({ unit }) => unit.kind === 'time');
  if (time >= 0 && words.slice(start, start + time).every(({ lower }) => /^(on|early|late|in|at)$/.test(lower)))
    start += time + 1;
  const body = words.slice(start);
  if (!startsSentence(body)) return [];
  return [
    {
      speaker,
      verb: said.unit.lemma,
      circumstances: [...before, ...words.slice(verb + 1, start)],
      body,
      quoted: isQuoted(body, quoted),
      whole: true,
    },
  ];
}

/** What stands before the subject: "On Monday,", "In a speech,". */
function leadOf(words: readonly Word[]): number {
  const comma = words.findIndex(isComma);
  const first = words[0];
  if (comma < 0 || first === undefined) return 0;
  const isLead =
    /^(on|in|at|during|after|following|speaking|announcing|citing|responding|contradicting|rejecting|asked|amid|with|before)$/.test(
      first.lower,
    ) || first.unit.kind === 'time';
  return isLead && comma < 20 ? comma + 1 : 0;
}

/** The index of the "that" behind a verb of saying, with nothing but hearers, places and times between. */
function thatBehind(words: readonly Word[], verb: number): number | undefined {
  for (let at = verb + 1; at < Math.min(words.length - 2, verb + 24); at += 1) {
    const word = words[at] as Word;
    if (word.lower === 'that' && words[at - 1]?.unit.pos !== 'ADP' && startsSentence(words.slice(at + 1))) return at;
    if (isSayingVerb(word) || /^(and|but|while|if|unless|because|not|never)$/.test(word.lower)) return undefined;
    if (word.unit.pos === 'AUX' && word.finite) return undefined;
    // "said she hoped that": what follows is hoped
    const between = words.slice(verb + 1, at);
    const own = word.unit.pos === 'VERB' && word.finite && between.length > 0;
    if (
      own &&
      (between.at(-1)?.unit.pos === 'PRON' || !between.some(({ unit }) => unit.pos === 'ADP' || unit.kind === 'time'))
    )
      return undefined;
  }
  return undefined;
}
