import { entryOf } from '../text/gazetteer.ts';
import { BORNE, COMMON, OPENERS, TITLES } from '../text/person-words.ts';
import { squash } from '../text/spelling.ts';
import { OUTLET_WORDS } from './outlet.ts';

/** Further nouns that papers and stations are named with; most of them are no surnames. */
const MASTHEAD_WORDS = new Set([
  ...OUTLET_WORDS,
  ...(
    'advertiser advocate almanac banner beacon blade bugle chieftain citizen clarion clipper compass courant democrat ' +
    'dispatch eagle enterprise expositor forum gleaner intelligencer lantern ledger lookout mercury messenger ' +
    'oracle outlook patriot pilot pioneer post-gazette progress recorder reflector republic reveille scout signal ' +
    'spectator statesman telegram torch transcript traveler traveller trumpet vanguard vindicator witness zeitung ' +
    'tageblatt kurier presse gazeta gazzetta diario jornal journal giornale correo newspaper broadcasting agency'
  ).split(' '),
]);
/** Sections and kickers are made of these, and of names of places, alone: "World News", "Ukraine War", "Live Updates". */
const SECTION_WORDS = new Set(
  (
    'the and of & news world national international global business politics political opinion opinions latest breaking top live ' +
    'update updates sport sports home asia africa europe america americas australia pacific middle east west north south ' +
    'central uk us eu usa un analysis editorial editorials local regional science health technology tech culture arts ' +
    'entertainment lifestyle war wars crisis conflict security defence defense economy economic markets exclusive special ' +
    'report reports review interview interviews explained explainer fact check photos photo video videos gallery watch ' +
    'insider digest today daily weekly big long read story stories series briefing bulletin comment column columns ' +
    'letters letter features feature focus headlines headline press release releases record independent foreign affairs ' +
    'world-news first person guest essay view views diplomacy military terrorism attack attacks strike strikes blast talks'
  ).split(' '),
);
const ROLE =
  /\b(?:correspondents?|(?:sub-?)?editors?|writers?|contributors?|journalists?|columnists?|analysts?|bureau|board|desk|staff|chief|photographers?|producers?|freelance|freelancer|stringers?|interns?|team|professor|prof|dr|director|fellow|minister|president|ambassador|author|agencies|secretary|general|spokes\p{L}+)\b/iu;
/** "Staff Reporter" is none, "The Karvia Reporter" is one. */
const REPORTER = /^(?!the ).*\breporters?$/iu;
const SITE =
  /^(?:x|facebook|twitter|instagram|whats ?app|telegram|youtube|linked ?in|tiktok|google(?: news)?|flipboard|bluesky|mastodon|snapchat|viber|koo|pinterest|reddit|threads|truth social|messenger|tumblr|privacy|terms|about|contact|careers|help|faqs?|sitemap|advertise|cookies|here|now|subscribe|join|app store|google play|play store|.* (?:us|policy|channel|page|app))$/iu;
const WORD = String.raw`(?:\p{Lu}|\d+\p{L})[\p{L}\p{M}\p{N}.'’-]*`;
const JOIN = '(?:the|of|and|&)';
const NAME = new RegExp(`^(?:[Tt]he )?${WORD}(?: (?:${JOIN} ){0,2}${WORD})*$`, 'u');
const PARTICLES = new Set(['the', 'of', 'and', '&']);
const MOST = 5;
const LONGEST = 80;
/** Ends of verbs and plurals: headlines in capitals have them, and names of outlets rarely without a masthead word. */
const INFLECTED = /(?:[^s]s|ed|ing)$/iu;

const VERB = /\p{L}{3}(?:ed|(?<!morn|even)ing)$|^(?:to|from|in|on|for|with|at|by|as|is|are|was|were|has|have|after)$/u;

/**
 * Whether a phrase has the form of an outlet's name and is no place, section, role or site: `least` to five
 * capitalised words with "the", "of", "and", "&" between them. A person's name has that form too.
 */
export function mayBeOutlet(phrase: string, least = 2): boolean {
  const words = wordsOf(phrase);
  const size = words.filter((word) => !PARTICLES.has(word)).length;
  if (phrase.length > LONGEST || !NAME.test(phrase) || size < least || size > MOST) return false;
  if (isRole(phrase) || SITE.test(phrase)) return false;
  if (OPENERS.has(words[0] ?? '')) return false;
  const entry = entryOf(squash(phrase));
  if (entry !== undefined) return entry.kind === 'media';
  return !words.every((word) => SECTION_WORDS.has(word) || entryOf(word) !== undefined);
}

/**
 * Whether a phrase shows by itself that it is an outlet and no person: a masthead word at its end or before "of"
 * ("Karvia Sentinel", "Voice of the Marsh"), "The" before it, or a town's name before others ("Kassala Lamp").
 */
export function isOutlet(phrase: string): boolean {
  if (!mayBeOutlet(phrase)) return false;
  const words = wordsOf(phrase);
  const heads = words.filter((word, at) => MASTHEAD_WORDS.has(word) && (words[at + 1] ?? 'of') === 'of');
  const known = entryOf(squash(phrase))?.kind === 'media';
  if (known || heads.some((word) => !SECTION_WORDS.has(word))) return !words.slice(1).some((word) => VERB.test(word));
  return (words[0] === 'the' || isTown(words[0] ?? '') || heads.length > 0) && isPlain(phrase);
}

/** Whether no word is one of offices, bodies and places, nor inflected as the verbs and plurals of headlines are. */
export function isPlain(phrase: string): boolean {
  const isName = (word: string): boolean => !(COMMON.has(word) || TITLES.has(word) || INFLECTED.test(word));
  return wordsOf(phrase).every((word) => PARTICLES.has(word) || MASTHEAD_WORDS.has(word) || isName(word));
}

/** Whether a phrase says what somebody does and not who it is: "Senior Correspondent", "Our Diplomatic Desk". */
export function isRole(phrase: string): boolean {
  return ROLE.test(phrase) || REPORTER.test(phrase);
}

function isTown(word: string): boolean {
  if (BORNE.has(word)) return false;
  const entry = entryOf(word);
  return entry?.via === 'capital' || (entry?.kind === 'place' && entry.via === 'name');
}

function wordsOf(phrase: string): string[] {
  return phrase
    .toLowerCase()
    .replace(/['’]s?\b/gu, '')
    .split(' ');
}
