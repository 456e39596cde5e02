import type { Token } from '../../text/sentences.ts';
import { fold } from '../../text/words.ts';

/** Plurals that are also verbs, where nothing is acted on behind them. */
const NOUNS =
  /^(works|talks|strikes|attacks|raids|reports|votes|visits|drills|exercises|forces|troops|clashes|protests|shells|patrols|supplies|guards|monitors|fighters|officers|sites|posts|bases|moves|rounds|lines|points|roads|flights|means|shots|deaths|wounds|losses|steps|terms|rules|names|lands|stocks|funds|sales|prices|costs|tests|plants|fires|states|houses|blocks|ranks|heads|arms|seats|tanks|mines|bombs|guns|trucks|boats|ships)$/;

/** Words that the tagger is known to mistake, by what they always are in reports. */
const FIXED: Readonly<Record<string, string>> = {
  including: 'ADP',
  for: 'ADP',
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

const PARTICLE = /^(out|up|down|off|over)$/;

/** Those who begin a sentence as often as not, where the tagger takes them for a name. */
const CROWDS =
  /^(rebels|troops|soldiers|militants|insurgents|protesters|demonstrators|fighters|forces|officials|residents|villagers|lawmakers|separatists|pirates|guerrillas|jihadists|workers|civilians|refugees|migrants|students|farmers|drones|warplanes|missiles|rockets|prosecutors|investigators|mediators|negotiators|diplomats|witnesses|hostages|prisoners|settlers|gangs|militias|authorities)$/;

/** The tagger has no lemma for a verb that it took for a noun. */
export function lemmaOf(token: Pick<Token, 'lemma'>, lower: string, pos: string): string {
  const lemma = fold(token.lemma);
  // "Gunmen" at the beginning of a sentence
  if (lemma === lower && pos === 'NOUN' && CROWDS.test(lower)) return singular(lower);
  if (lemma === lower && /men$/.test(lower) && pos === 'NOUN') return lower.replace(/men$/, 'man');
  if (lemma !== lower || pos !== 'VERB' || lower.length < 6) return lemma;
  const base = /^(.{3,}?)(?:ing|ed)$/.exec(lower)?.[1];
  if (base === undefined) return lemma;
  return /(?:[^aeiou][gcsvz]|ur|ir|at|ac|[aeiou]s)$/.test(base) ? `${base}e` : base;
}

function singular(plural: string): string {
  return plural
    .replace(/ies$/, 'y')
    .replace(/sses$/, 'ss')
    .replace(/s$/, (end, at) => (plural[at - 1] === 's' ? end : ''));
}

/** The part of speech of a word, where its neighbours show that the tagger took it for another. */
export function posOf(token: Token, lower: string, before: Token | undefined, after: Token | undefined): string {
  const fixed = FIXED[lower];
  if (before === undefined && token.pos === 'PROPN' && CROWDS.test(lower) && after?.pos !== 'PROPN') return 'NOUN';
  if (
    before === undefined &&
    /(gun|police|fisher|tribes|service|law|wo|clergy|business|kins|mercenary)men$/.test(lower)
  )
    return 'NOUN';
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
  if (/^(help|support|aid)$/.test(lower) && /^(with|without)$/.test(before?.lower ?? '')) return 'NOUN';
  if (
    /^(secure|open|close|free|clear|empty|lower|halt)$/.test(lower) &&
    before?.lower === 'and' &&
    /DET|PRON/.test(after?.pos ?? '')
  )
    return 'VERB';
  if (/^(retook|overran|overrode|withdrew|underwent|foresaw|overthrew|undertook)$/.test(lower)) return 'VERB';
  if (lower === 'hand' && after?.lower === 'over' && !/DET|ADJ/.test(before?.pos ?? '')) return 'VERB';
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
    /ADP|AUX|VERB/.test(after?.pos ?? '') &&
    !PARTICLE.test(after?.lower ?? '')
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
    return (
      /DET|PRON|PROPN|NUM/.test(after?.pos ?? '') ||
      (after?.pos === 'NOUN' && after.lower !== after.lemma) ||
      after?.lower === 'to' ||
      PARTICLE.test(after?.lower ?? '')
    );
  if (token.pos !== 'ADJ' || !lower.endsWith('ed')) return false;
  if (/^(have|has|had|having)$/.test(before?.lower ?? '')) return true;
  if (!/NOUN|PROPN|PRON/.test(before?.pos ?? '')) return false;
  return after?.lower === 'that' || /DET|PRON|ADP/.test(after?.pos ?? '');
}
