/** The same said in other words, or the text itself; every rule keeps who, what, when, how many, and whether. */
export function reworded(text: string): string {
  const ways = rules.map((rule) => rule(text)).filter((way) => way !== text);
  // the same text is always worded alike, and now and then copied
  return ways[weightOf(text) % (ways.length + 1)] ?? text;
}

/** Every rewording that the rules have of a text. */
export function rewordings(text: string): string[] {
  return [...new Set(rules.map((rule) => rule(text)))].filter((way) => way !== text);
}

const MONTH = '(?:January|February|March|April|May|June|July|August|September|October|November|December)';
const DAY = '(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day';
const DATE = `(?:${DAY}(?: (?:morning|evening|night))?|\\d{1,2} ${MONTH}(?: \\d{4})?|${MONTH} \\d{1,2}(?:, \\d{4})?)`;
const WHEN = `((?:[Oo]n|[Bb]y) ${DATE}|[Bb]etween \\d{1,2} and ${DATE})`;
const dated = new RegExp(DATE);
/** What no clause of one act holds: further clauses and figures of speech in which a moved word would lose its place. */
const FURTHER = /["“”;:()]|\b(?:after|before|when|while|that|which|who|whose|and then|but|since|as|because|if|where)\b/;
const NAME = "[A-Z][\\p{L}'’-]+(?: (?:of|al|bin|the)? ?[A-Z][\\p{L}'’-]+)*";
const NAMED =
  /^(?:[A-Z][\p{L}-]+ [A-Z]|[A-Z][\p{L}-]+['’]s |(?:Iran|Pakistan|India|China|Russia|Ukraine|Turkey|Kenya|Somalia|Sudan|Chad|Serbia|Kosovo|Armenia|Azerbaijan|Israel|Hamas|Yemen|Ethiopia|Eritrea|Rwanda|Islamabad|Tehran|Beijing)\b)/u;
const SAID =
  /^(.+), ((?:[A-Z]|the |a |an |its |their |two |three )[^,"“”]*) (said|announced|added|told reporters)( on [A-Z][a-z]+day)?\.$/;

/** Behind the complement the day could be its own: "offered to mediate on Friday". */
const OFFERED = /^(.+? (?:offered|agreed|promised|pledged|refused|threatened|vowed|declined)) (to .+)$/;

const rules: readonly ((text: string) => string)[] = [
  dateLast,
  dateFirst,
  speakerFirst,
  sourceFirst,
  contracted,
  unfolded,
  oneDate,
  passive,
  otherWord,
];

/** "On Friday, Chad closed the border." to "Chad closed the border on Friday." */
function dateLast(text: string): string {
  const shape = new RegExp(`^${WHEN},? ([^,]+?)(?:, (in [A-Z][^,]+))?(, [^,"“”]+ said)?\\.$`, 'i');
  const [, when, act, place, speaker = ''] = shape.exec(text) ?? [];
  if (when === undefined || act === undefined || FURTHER.test(act) || dated.test(act)) return text;
  const [, offered, complement] = OFFERED.exec(act) ?? [];
  if (offered !== undefined)
    return `${capital(offered)} ${uncapital(when)} ${complement}${place === undefined ? '' : ` ${place}`}${speaker}.`;
  return `${capital(act)} ${place === undefined ? '' : `${place} `}${uncapital(when)}${speaker}.`;
}

/** "Chad closed the border on Friday." to "On Friday, Chad closed the border." */
function dateFirst(text: string): string {
  const [, act, when] = new RegExp(`^([^,]+) ${WHEN}\\.$`).exec(text) ?? [];
  if (act === undefined || when === undefined || FURTHER.test(act) || dated.test(act)) return text;
  return /\b(?:said|told|announced)\b/.test(act) || !startsWell(act) ? text : `${capital(when)}, ${uncapital(act)}.`;
}

/** "Chad closed the border, its army said." to "Its army said that Chad closed the border." */
function speakerFirst(text: string): string {
  const [, said, speaker, verb, when = ''] = SAID.exec(text) ?? [];
  if (said === undefined || speaker === undefined || /^(?:its|their)\b/.test(speaker)) return text;
  // within quotation marks the words are somebody's own
  if (/["“”]/.test(said) || !startsWell(said)) return text;
  return `${capital(speaker)} ${verb}${when} that ${uncapital(said)}.`;
}

function sourceFirst(text: string): string {
  const [, said, source] = /^([^"“”]+), according to ([^,"“”]+)\.$/.exec(text) ?? [];
  return said === undefined || !startsWell(said) ? text : `According to ${source}, ${uncapital(said)}.`;
}

function contracted(text: string): string {
  return outsideQuotations(text, /\b(did|does|do|has|have|had|is|are|was|were|would|could|should) not\b/, "$1n't");
}

function unfolded(text: string): string {
  return outsideQuotations(text, /\b(did|does|do|has|have|had|is|are|was|were|would|could|should)n['’]t\b/, '$1 not');
}

/** "On Friday, 19 January" to "On 19 January": one day told twice. */
function oneDate(text: string): string {
  return text.replace(new RegExp(`\\b${DAY},? (\\d{1,2} ${MONTH}|${MONTH} \\d{1,2})\\b`), '$1');
}

/** "Chad closed the border." to "The border was closed by Chad.": one actor, one thing, one verb whose forms are alike. */
function passive(text: string): string {
  const verbs =
    'closed|reopened|condemned|rejected|expelled|recalled|summoned|suspended|seized|shelled|attacked|released';
  const shape = new RegExp(`^(${NAME}) (${verbs}) (the [a-z ’'-]+?)((?: on ${DATE})?)\\.$`, 'u');
  const [, actor, verb, thing, when = ''] = shape.exec(text) ?? [];
  if (actor === undefined || thing === undefined || FURTHER.test(thing) || /\b(?:and|on|in|from|to|for)\b/.test(thing))
    return text;
  return `${capital(thing)} ${/[^s]s$/.test(thing) ? 'were' : 'was'} ${verb} by ${actor}${when}.`;
}

const others = [
  ['urged', 'called on'],
  ['ceasefire', 'truce'],
  ['began on', 'started on'],
  ['about (?=\\d|ten|twenty|thirty|forty|fifty)', 'around '],
  ['pledged to', 'promised to'],
] as const;

/** One word for another of one meaning. */
function otherWord(text: string): string {
  const pair = others.find(([from]) => new RegExp(`\\b${from}(?!\\w)`).test(text));
  return pair === undefined ? text : outsideQuotations(text, new RegExp(`\\b${pair[0]}(?!\\w)`), pair[1]);
}

/** Somebody's own words stay as they are. */
function outsideQuotations(text: string, pattern: RegExp, replacement: string): string {
  const parts = text.split(/([“"][^”"]*[”"])/);
  return parts.map((part, at) => (at % 2 === 0 ? part.replace(pattern, replacement) : part)).join('');
}

function capital(text: string): string {
  return text.charAt(0).toUpperCase() + text.slice(1);
}

const common = new RegExp(
  `^(?:The|A|An|If|Both|It|Its|They|Their|Two|Three|Four|Five|Six|Seven|Eight|Nine|Ten|At|On|By|In|Between|No|All|Some|Around|
  About|Armed|Talks|Troops|Officials|Soldiers|Fighting|Fighters|Gunmen|Militants|Rebels|Residents|Aid)\\b`.replace(
    /\s+/g,
    '',
  ),
);

/** A first word that is no name, in lower case. */
function uncapital(text: string): string {
  return common.test(text) ? text.charAt(0).toLowerCase() + text.slice(1) : text;
}

/** Whether a text begins with a word of which it is known whether it is a name. */
function startsWell(text: string): boolean {
  return common.test(text) || NAMED.test(text);
}

function weightOf(text: string): number {
  let sum = 7;
  for (const letter of text) sum = (sum * 31 + (letter.codePointAt(0) ?? 0)) % 1_000_003;
  return sum;
}
