import { isSaying } from './act-words.ts';
import { isComma, type Word } from './alignment-words.ts';
import { rootsOf } from './licence.ts';

/** What somebody says, apart from who says it and how. */
export interface Speech {
  readonly speaker: readonly Word[];
  /** The verb of saying; "say" for "according to". */
  readonly verb: string;
  /** To whom, where and when: all else that is told of the saying. */
  readonly circumstances: readonly Word[];
  readonly body: readonly Word[];
  readonly quoted: boolean;
  /** The one that acts, where the speaker speaks for it. */
  readonly self?: readonly Word[];
  /** Nothing of the sentence stands outside of what is given here. */
  readonly whole: boolean;
}

/** Every way in which a sentence can be read as what somebody says; `text` is where its words stand. */
export function speechesOf(words: readonly Word[], text: string): Speech[] {
  const quoted = quotedOf(text);
  const all = [...atFront(words, quoted), ...atEnd(words, quoted), ...accordingTo(words), ...described(words)];
  const speeches = all.filter(({ speaker, body }) => speaker.length > 0 && speaker.length < 30 && body.length > 1);
  return [...speeches, ...speeches.map(withOwner).filter((one) => one !== undefined)];
}

/** The stretches between quotation marks, as offsets. */
function quotedOf(text: string): readonly (readonly [number, number])[] {
  return [...text.matchAll(/["“]([^"“”]+)["”]/g)].map(({ index, 0: all }) => [index, index + all.length] as const);
}

type Quoted = ReturnType<typeof quotedOf>;

function isQuoted(body: readonly Word[], quoted: Quoted): boolean {
  const spoken = body.filter(({ unit }) => quoted.some(([start, end]) => unit.start >= start && unit.end <= end));
  return body.length > 0 && spoken.length >= body.length - body.filter(isComma).length - 1;
}

function isSayingVerb(word: Word | undefined): boolean {
  return word?.finite === true && word.unit.pos === 'VERB' && isSaying(word.unit.lemma) && word.form !== 'base';
}

const PLAIN = /^(say|said|says)$/;
const OUTSIDE = /^(on|in|at|during|from|to|after|before|early|late|through|over|by|via)$/;

/** "X said (on Monday) (that) S", "After talks, X told reporters that S", "X said S". */
function atFront(words: readonly Word[], quoted: Quoted): Speech[] {
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

/** The first verb that is no part of an aside or of what tells more about a noun. */
function firstVerb(words: readonly Word[], from: number): number {
  for (let at = from; at < words.length; at += 1) {
    const word = words[at] as Word;
    const opens = /^(who|which|whose|whom|where|that)$/.test(word.lower);
    if (isComma(word) || opens) {
      const next = opens ? at : at + 1;
      if (
        opens ||
        /^(who|which|whose|speaking|quoting|citing|referring|a|an|the|one)$/.test(words[next]?.lower ?? '')
      ) {
        const end = words.findIndex((one, index) => index > next && isComma(one));
        if (end < 0) continue;
        at = end;
      }
      continue;
    }
    if (word.finite && /VERB|AUX/.test(word.unit.pos)) return at;
  }
  return -1;
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

/** A noun phrase with what is told of it: no verb of its own but in asides. */
function isPhrase(words: readonly Word[]): boolean {
  const first = words[0];
  if (first === undefined || /VERB|AUX|SCONJ|CCONJ/.test(first.unit.pos)) return false;
  if (/^(it|he|she|they|we|i|this|that|there|who|which|if|unless|nobody|no|neither|not|but|and)$/.test(first.lower))
    return false;
  if (/ADV|PART|ADP/.test(words.at(-1)?.unit.pos ?? '') && words.at(-1)?.lower !== 'also') return false;
  return firstVerb(words, 0) < 0;
}

function startsSentence(words: readonly Word[]): boolean {
  const first = words[0];
  if (first === undefined || words.length < 3) return false;
  if (/^(to|so|that|nothing|of|by|with|for)$/.test(first.lower)) return false;
  return words.slice(1, 30).some(({ finite, unit }) => finite && /VERB|AUX/.test(unit.pos));
}

/** "S, X said on Monday", "S, said X, who ...", '"S," X told Y, "and S."', "S, X said, and B". */
function atEnd(words: readonly Word[], quoted: Quoted): Speech[] {
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

function relativeOf(words: readonly Word[], from: number): readonly Word[] {
  const comma = words.findIndex((word, at) => at > from && isComma(word));
  return comma < 0 ? [] : words.slice(comma + 1);
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

/** "According to X, S" and "S, according to X". */
function accordingTo(words: readonly Word[]): Speech[] {
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
function described(words: readonly Word[]): Speech[] {
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

const BODY =
  /^(army|military|group|alliance|militia|bloc|union|mission|agency|coalition|movement|party|junta|council|ministry|company|charity)$/;
const OFFICE = /^(spokes\w+|commission|commander|leader|chief|president|secretary-general)$/;
/** What could have an office of its own beside the one that acts. */
const OTHERS =
  /^(hospital|agency|company|school|university|party|bank|charity|group|court|ministry|army|militia|union|mission|newspaper|embassy|prison|port|airport|plant|council|government|coalition|alliance|bloc|movement|club|church|mosque|factory|firm|parliament|senate|regiment|battalion|brigade|navy|police|gang|network|team)s?$/;

/** "The bloc will act, its spokesman said": the bloc's. */
function withOwner(speech: Speech): Speech | undefined {
  const its = speech.speaker.findIndex(({ lower }) => lower === 'its');
  const verb = firstVerb(speech.body, 0);
  const comma = speech.body.findIndex(isComma);
  const subject = speech.body.slice(0, comma > 0 && comma < verb ? comma : verb);
  const own = subject.at(-1);
  if (its < 0 || own === undefined || subject.length > 5) return undefined;
  if (!speech.speaker.slice(its).some(({ lower }) => OFFICE.test(lower))) return undefined;
  const kind = own.unit.name?.kind;
  const isBody =
    BODY.test(own.lower) ||
    kind === 'body' ||
    kind === 'group' ||
    /(army|alliance|front|union|forces?|movement)$/.test(own.lower);
  const isOther = ({ lower, unit }: Word) =>
    OTHERS.test(lower) || unit.name?.kind === 'body' || unit.name?.kind === 'group';
  if (!isBody || speech.body.slice(verb).some(isOther)) return undefined;
  const mark = ownerMark(own);
  const speaker = [...speech.speaker.slice(0, its), ...subject, mark, ...speech.speaker.slice(its + 1)];
  return { ...speech, speaker, self: subject };
}

function ownerMark(word: Word): Word {
  const { name: _name, ...unit } = word.unit;
  return {
    unit: { ...unit, kind: 'word', text: "'s", lower: "'s", lemma: "'s", pos: 'PART' },
    lower: "'s",
    keys: ["'s"],
    form: 'base',
    finite: false,
  };
}
