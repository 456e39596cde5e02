import type { TimeExpression } from '../domain/mention.ts';
import { findKnown } from '../text/known-names.ts';
import { nameTokens } from '../text/name-tokens.ts';
import { parseText, type Token } from '../text/sentences.ts';
import { findTimes, type TimeFound } from '../text/times.ts';
import { fold } from '../text/words.ts';
import { amountAt } from './amounts.ts';
import { withIdioms } from './idioms.ts';

/** What is read as one word: a token, a name of several, a number with its thousands, a time with its day. */
export interface Unit {
  readonly kind: 'word' | 'name' | 'number' | 'time' | 'mark';
  readonly text: string;
  readonly lower: string;
  readonly lemma: string;
  /** As the tagger has it, with its commonest slips set right. */
  readonly pos: string;
  readonly start: number;
  readonly end: number;
  /** Of a known name: what it stands for, and by which of its names. */
  readonly name?: { readonly canonical: string; readonly kind: string; readonly via: string };
  readonly value?: number;
  readonly time?: TimeExpression;
  /** The next word is joined to this one by a hyphen. */
  readonly hyphen?: true;
}

/** Prefixes that turn the meaning of what follows the hyphen: they stay with it as one word. */
const PREFIX =
  /^(pro|anti|non|ex|pre|post|re|co|de|self|un|inter|cross|semi|quasi|counter|multi|mid|cease|air|e|vice|sub|ultra|over|under)$/;

/** The words of a text, in order. */
export function unitsOf(text: string): { readonly units: Unit[]; readonly sentences: number } {
  const sentences = parseText(text);
  const tokens = sentences.flatMap((sentence) =>
    sentence.tokens.filter((token, at) => token.text !== '.' || isEnd(sentence.tokens, at)),
  );
  const known = findKnown(text, nameTokens(text));
  const times = findTimes(text).filter((time) => !isAgo(text, time));
  const units: Unit[] = [];
  for (let at = 0; at < tokens.length; ) {
    const token = tokens[at] as Token;
    const time = times.find((one) => token.start >= one.start && token.start < one.end);
    if (time !== undefined) {
      const next = behind(tokens, at, time.end);
      const since = /^since /i.test(text.slice(time.start, time.end)) && time.expression.kind === 'since';
      if (since) units.push(wordUnit(token, tokens[at - 1]));
      units.push(timeUnit(text, time));
      at = next;
      continue;
    }
    const amount = amountAt(tokens, at);
    if (amount !== undefined) {
      const last = tokens[amount.next - 1] as Token;
      units.push({
        ...spanned('number', text, token, last),
        pos: 'NUM',
        value: amount.value,
        ...hyphenAt(tokens, amount.next),
      });
      at = amount.next + (tokens[amount.next]?.text === '-' && isJoined(tokens, amount.next) ? 1 : 0);
      continue;
    }
    const name = known.find((one) => token.start >= one.start && token.start < one.end);
    if (name !== undefined && token.start === name.start) {
      const next = behind(tokens, at, name.end);
      const { name: canonical, kind, via } = name.entry;
      units.push({
        ...withoutArticle(spanned('name', text, token, { end: name.end })),
        pos: 'PROPN',
        name: { canonical, kind, via },
        ...hyphenAt(tokens, next),
      });
      at = next + (tokens[next]?.text === '-' && isJoined(tokens, next) ? 1 : 0);
      if (/['’]s$/.test(tokens[next - 1]?.text ?? '') && (tokens[next - 1]?.end ?? 0) > name.end)
        units.push({
          ...spanned('word', "'s", { start: name.end }, { end: name.end + 2 }),
          text: "'s",
          lower: "'s",
          pos: 'PART',
        });
      continue;
    }
    const following = tokens[at + 2];
    if (tokens[at + 1]?.text === '-' && isJoined(tokens, at + 1) && following !== undefined) {
      if (PREFIX.test(token.lower)) {
        const joined = `${token.text}-${following.text}`;
        units.push({
          ...spanned('word', text, token, following),
          lower: fold(joined).replace('-', /^(pro|anti|non|ex|vice|mid|self)-/i.test(joined) ? '-' : ''),
          lemma: fold(`${token.text}-${following.lemma}`).replace(
            '-',
            /^(pro|anti|non|ex|vice|mid|self)-/i.test(joined) ? '-' : '',
          ),
          pos: following.pos === 'PROPN' ? 'ADJ' : following.pos,
          ...hyphenAt(tokens, at + 3),
        });
        at += 3 + (tokens[at + 3]?.text === '-' && isJoined(tokens, at + 3) ? 1 : 0);
        continue;
      }
      units.push({ ...wordUnit(token, tokens[at - 1], tokens[at + 3]), hyphen: true });
      at += 2;
      continue;
    }
    units.push(wordUnit(token, tokens[at - 1], tokens[at + 1]));
    at += 1;
  }
  return { units: withLoneNouns(withIdioms(withCurrency(split(units)))), sentences: sentences.length };
}

/** "Lt. Gen. Ruiz": a full stop inside a sentence ends nothing. */
function isEnd(tokens: readonly Token[], at: number): boolean {
  return tokens.slice(at + 1).every(({ text }) => /^["”’')\]]$/.test(text));
}

/** "three weeks ago" is read as number, unit and "ago"; the days it stands for are not known. */
function isAgo(text: string, { expression, start, end }: TimeFound): boolean {
  return expression.kind === 'after-act' || (expression.kind === 'unstated' && /\bago$/.test(text.slice(start, end)));
}

function behind(tokens: readonly Token[], at: number, end: number): number {
  let next = at + 1;
  while (next < tokens.length && (tokens[next] as Token).start < end) next += 1;
  return next;
}

function isJoined(tokens: readonly Token[], dash: number): boolean {
  return tokens[dash - 1]?.end === tokens[dash]?.start && tokens[dash]?.end === tokens[dash + 1]?.start;
}

function hyphenAt(tokens: readonly Token[], dash: number): { hyphen?: true } {
  return tokens[dash]?.text === '-' && isJoined(tokens, dash) ? { hyphen: true } : {};
}

function spanned(
  kind: Unit['kind'],
  text: string,
  first: Pick<Token, 'start'>,
  last: Pick<Token, 'end'>,
): Omit<Unit, 'pos'> {
  const own = text.slice(first.start, last.end);
  return { kind, text: own, lower: fold(own), lemma: fold(own), start: first.start, end: last.end };
}

/** "The Pentagon" at the beginning of a sentence is "the Pentagon" inside one. */
function withoutArticle(unit: Omit<Unit, 'pos'>): Omit<Unit, 'pos'> {
  return { ...unit, lower: unit.lower.replace(/^the /, ''), lemma: unit.lemma.replace(/^the /, '') };
}

function timeUnit(text: string, time: TimeFound): Unit {
  const literal = fold(text.slice(time.start, time.end)).replace(/^since /, '');
  const start = time.start + (time.end - time.start - literal.length);
  return {
    kind: 'time',
    text: text.slice(start, time.end),
    lower: literal,
    lemma: literal,
    pos: 'TIME',
    start,
    end: time.end,
    time: time.expression.kind === 'since' ? time.expression.from : time.expression,
  };
}

/** Plurals that are also verbs, where nothing is acted on behind them. */
const NOUNS =
  /^(works|talks|strikes|attacks|raids|reports|votes|visits|drills|exercises|forces|troops|clashes|protests|shells|patrols|supplies|guards|monitors|fighters|officers|sites|posts|bases|moves|rounds|lines|points|roads|flights|means|shots|deaths|wounds|losses|steps|terms|rules|names|lands|stocks|funds|sales|prices|costs|tests|plants|fires|states|houses|blocks|ranks|heads|arms|seats|tanks|mines|bombs|guns|trucks|boats|ships)$/;

/** Words that the tagger is known to mistake, by what they always are in reports. */
const FIXED: Readonly<Record<string, string>> = {
  including: 'ADP',
  chief: 'NOUN',
  none: 'PRON',
  shipping: 'NOUN',
  unless: 'SCONJ',
  after: 'ADP',
  before: 'ADP',
  talks: 'NOUN',
  wounding: 'VERB',
  injuring: 'VERB',
  killing: 'VERB',
  dead: 'ADJ',
  missing: 'ADJ',
};

function wordUnit(token: Token, before: Token | undefined, after?: Token): Unit {
  const lower = fold(token.text);
  const letters = /[\p{L}\p{N}%$€£]/u.test(token.text);
  const pos = letters ? posOf(token, lower, before, after) : token.pos;
  return {
    kind: letters ? 'word' : 'mark',
    text: token.text,
    lower,
    lemma: lemmaOf(token, lower, pos),
    pos,
    start: token.start,
    end: token.end,
  };
}

/** The tagger has no lemma for a verb that it took for a noun. */
function lemmaOf(token: Token, lower: string, pos: string): string {
  const lemma = fold(token.lemma);
  if (lemma !== lower || pos !== 'VERB' || lower.length < 6) return lemma;
  const base = /^(.{3,}?)(?:ing|ed)$/.exec(lower)?.[1];
  if (base === undefined) return lemma;
  return /(?:[^aeiou][gcsvz]|ur|ir|at|ac|[aeiou]s)$/.test(base) ? `${base}e` : base;
}

function posOf(token: Token, lower: string, before: Token | undefined, after: Token | undefined): string {
  const fixed = FIXED[lower];
  if (
    /^(north|south|east|west|interior|capital)$/.test(lower) &&
    before?.pos === 'DET' &&
    !/NOUN|PROPN|ADJ/.test(after?.pos ?? '')
  )
    return 'NOUN';
  if (
    lower === 'following' &&
    after !== undefined &&
    !/^(the|be|was|were|is|are)$/.test(before?.lower ?? '') &&
    token.text !== 'Following,'
  )
    return 'ADP';
  if (lower === 'general' && before?.text === '-') return 'NOUN';
  if (/^(secure|open|close|free|clear)$/.test(lower) && before?.lower === 'and' && after?.pos === 'DET') return 'VERB';
  if (lower === 'shot' && /^(down|dead|at)$/.test(after?.lower ?? '')) return 'VERB';
  if (
    /^(fighting|shelling|shooting|bombing|looting|rioting)$/.test(lower) &&
    (after?.lower === 'between' ||
      (/^(in|near|around|with|at)$/.test(after?.lower ?? '') &&
        !/AUX|NOUN|PROPN|PRON/.test(before?.pos ?? '') &&
        !/^(after|of|from|by|for|without|stop\w*|start\w*|beg[au]n|continue\w*|keep|kept)$/.test(before?.lower ?? '')))
  )
    return 'NOUN';
  if (
    /^(wounded|injured|hurt|killed|detained|arrested|captured|displaced)$/.test(lower) &&
    before?.pos === 'NUM' &&
    !/NOUN|PROPN|ADJ/.test(after?.pos ?? '')
  )
    return 'VERB';
  if (lower === 'killing' && /DET|ADJ|PART|PRON/.test(before?.pos ?? '') && !/^to$/.test(before?.lower ?? ''))
    return 'NOUN';
  if (lower.endsWith('ing') && before?.pos === 'DET' && after?.lower === 'of') return 'NOUN';
  if (fixed !== undefined) return fixed;
  if (
    token.pos === 'VERB' &&
    /^(crossing|building|meeting|hearing|ruling|briefing|opening|gathering|wedding|landing|hijacking|kidnapping)$/.test(
      lower,
    ) &&
    /NOUN|PROPN|ADJ|DET/.test(before?.pos ?? '') &&
    !/DET|PRON|NUM|NOUN|PROPN|ADJ/.test(after?.pos ?? '')
  )
    return 'NOUN';
  if (
    /^(open|close|free|clear|secure|lower|welcome|halt|slow|empty|calm|limit|back|pay|own|separate|complete|present|reach|join|lead)$/.test(
      lower,
    ) &&
    /^(will|would|can|could|may|might|must|should|to|not|shall|'ll|n't)$/.test(before?.lower ?? '') &&
    token.pos !== 'VERB' &&
    after !== undefined &&
    !/^(by|of)$/.test(after.lower)
  )
    return 'VERB';
  if (lower === 'any' && after?.lower === 'of') return 'PRON';
  if (token.pos !== 'VERB' && isVerbForm(token, lower, before, after)) return 'VERB';
  if (
    token.pos === 'VERB' &&
    NOUNS.test(lower) &&
    !/^(to|that)$/.test(after?.lower ?? '') &&
    /NOUN|PROPN|ADJ|VERB/.test(before?.pos ?? '') &&
    !/DET|PRON|NUM|ADJ|PROPN|NOUN|ADV/.test(after?.pos ?? '')
  )
    return 'NOUN';
  // "an African Union monitor said": two verbs do not follow one another
  if (
    token.pos === 'VERB' &&
    lower === fold(token.lemma) &&
    /NOUN|PROPN/.test(before?.pos ?? '') &&
    (after?.pos === 'AUX' || (after?.pos === 'VERB' && /ed$|said|told/.test(after.lower)))
  )
    return 'NOUN';
  if (
    token.pos === 'VERB' &&
    lower.endsWith('ing') &&
    after?.pos === 'AUX' &&
    /NOUN|PROPN|ADJ|DET/.test(before?.pos ?? '')
  )
    return 'NOUN';
  // the lemma differs where the tagger knows a form of a verb: "Talks" and "fighting" as nouns of a subject
  if (
    token.pos === 'VERB' &&
    lower.endsWith('ing') &&
    (before === undefined || /^(the|of|a|any|heavy|fresh|new|renewed|if|unless|that)$/.test(before.lower)) &&
    /ADP|AUX|VERB/.test(after?.pos ?? '')
  )
    return 'NOUN';
  return token.pos;
}

/** "alleged that", "had mediated an agreement", "drowned on Wednesday": verbs that the tagger took for adjectives. */
function isVerbForm(token: Token, lower: string, before: Token | undefined, after: Token | undefined): boolean {
  if (
    /AUX/.test(before?.pos ?? '') &&
    lower.endsWith('ing') &&
    token.pos === 'NOUN' &&
    /^(is|are|was|were|been)$/.test(before?.lower ?? '')
  )
    return /NOUN|PROPN|DET|PRON|NUM|ADJ/.test(after?.pos ?? '');
  if (token.pos === 'NOUN' && before?.lower === 'who') return true;
  if (
    /NOUN|ADJ/.test(token.pos) &&
    lower.endsWith('ing') &&
    lower.length > 5 &&
    /^(of|without|by|from|for|after|before|against)$/.test(before?.lower ?? '') &&
    !/^(fighting|bombing|killing|meeting|building|training|funding|shelling|shooting|housing|warning|hearing|opening|crossing|ruling|morning|evening)$/.test(
      lower,
    )
  )
    return /DET|PRON|PROPN|NUM/.test(after?.pos ?? '') || (after?.pos === 'NOUN' && after.lower !== after.lemma);
  if (token.pos !== 'ADJ' || !lower.endsWith('ed')) return false;
  if (/^(have|has|had|having)$/.test(before?.lower ?? '')) return true;
  if (!/NOUN|PROPN|PRON/.test(before?.pos ?? '')) return false;
  return after?.lower === 'that' || /DET|PRON|ADP/.test(after?.pos ?? '');
}

/** "the military said", "a Danish liberal", "a televised address": the last word of a phrase is its noun. */
function withLoneNouns(units: readonly Unit[]): Unit[] {
  return units.map((unit, at) => {
    const [before, earlier, after] = [units[at - 1], units[at - 2], units[at + 1]];
    if (unit.kind !== 'word' || before === undefined) return unit;
    // "Egypt reserves the right": no noun has an article behind it
    if (
      unit.pos === 'NOUN' &&
      /[^s]s$/.test(unit.lower) &&
      /NOUN|PROPN/.test(before.pos) &&
      /^(the|a|an|its|their|his|her)$/.test(after?.lower ?? '')
    )
      return { ...unit, pos: 'VERB' };
    // "rejected calls": a verb has no other verb in the present behind it
    if (
      unit.pos === 'VERB' &&
      /[^s]s$/.test(unit.lower) &&
      unit.lower !== unit.lemma &&
      before.pos === 'VERB' &&
      /(ed|ing)$/.test(before.lower)
    )
      return { ...unit, pos: 'NOUN' };
    const opened = before.pos === 'DET' || (/ADJ|VERB|PROPN/.test(before.pos) && earlier?.pos === 'DET');
    const closed = after === undefined || after.kind !== 'word' || /VERB|AUX|ADP|PRON|SCONJ|PART/.test(after.pos);
    if (
      unit.pos === 'ADJ' &&
      opened &&
      closed &&
      !/^(such|same|own|close|able|ready|likely)$/.test(unit.lower) &&
      before.pos !== 'VERB'
    )
      return { ...unit, pos: 'NOUN' };
    if (unit.pos !== 'VERB' || unit.lower !== unit.lemma || unit.hyphen) return unit;
    const article = /^(a|an|the|any|no|every|each)$/;
    if (article.test(before.lower)) return { ...unit, pos: 'NOUN' };
    return /(ed|ing)$/.test(before.lower) && /ADJ|VERB/.test(before.pos) && article.test(earlier?.lower ?? '')
      ? { ...unit, pos: 'NOUN' }
      : unit;
  });
}

/** "€50 billion": the money stands before its number, and is read behind it. */
function withCurrency(units: readonly Unit[]): Unit[] {
  const ordered = [...units];
  for (let at = 0; at + 1 < ordered.length; at += 1) {
    const [symbol, number] = [ordered[at] as Unit, ordered[at + 1] as Unit];
    if (!/^[$€£¥]$/.test(symbol.text) || number.kind !== 'number') continue;
    ordered.splice(at, 2, number, { ...symbol, pos: 'NOUN' });
    at += 1;
  }
  return ordered;
}

/** "Adl's", "Katz's": a possessive that the tagger left with its word. */
function split(units: readonly Unit[]): Unit[] {
  return units.flatMap((unit) => {
    if (unit.kind !== 'word' || !/.['’]s$/.test(unit.text)) return [unit];
    const cut = unit.end - 2;
    const text = unit.text.slice(0, -2);
    const own = { ...unit, text, lower: fold(text), lemma: fold(text), end: cut };
    return [own, { ...unit, text: "'s", lower: "'s", lemma: "'s", pos: 'PART', start: cut }];
  });
}
