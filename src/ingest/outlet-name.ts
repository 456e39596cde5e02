import { entryOf } from '../text/gazetteer.ts';
import { COMMON } from '../text/person-words.ts';
import { squash } from '../text/spelling.ts';
import { folded } from './lines.ts';
import { OUTLET_WORDS } from './outlet.ts';

/** Further nouns that papers and stations are named with; most of them are no surnames. */
const MASTHEAD_WORDS = new Set([
  ...OUTLET_WORDS,
  ...(
    'advertiser advocate almanac banner beacon blade bugle chieftain citizen clarion clipper compass courant democrat ' +
    'dispatch eagle enterprise expositor forum gleaner intelligencer lantern leader ledger lookout mercury messenger ' +
    'oracle outlook patriot pilot pioneer post-gazette progress recorder reflector republic reveille scout signal ' +
    'spectator statesman telegram torch transcript traveler traveller trumpet vanguard vindicator witness zeitung ' +
    'tageblatt kurier presse gazeta gazzetta diario jornal journal giornale correo newspaper broadcasting agency'
  ).split(' '),
]);
/** Sections and kickers are made of these, and of names of places, alone: "World News", "Ukraine War", "Live Updates". */
const SECTION_WORDS = new Set(
  (
    'the a and of & news world national international global business politics political opinion opinions latest breaking top live ' +
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
  /\b(?:correspondents?|(?:sub-?)?editors?|writers?|contributors?|journalists?|columnists?|analysts?|bureau|desk|staff|chief|photographers?|producers?|freelance|freelancer|stringers?|interns?|team|professor|prof|dr|director|fellow|minister|president|ambassador|author|agencies|secretary|general|spokes\p{L}+)\b|\b(?<!^the .*)reporters?$/iu;
const SITE =
  /^(?:x|facebook|twitter|instagram|whats ?app|telegram|youtube|linked ?in|tiktok|google(?: news)?|flipboard|bluesky|mastodon|snapchat|viber|koo|pinterest|reddit|threads|truth social|messenger|tumblr|privacy|terms|about|contact|careers|help|faqs?|sitemap|advertise|cookies|here|now|subscribe|join|app store|google play|play store|.* (?:us|policy|channel|page|app))$/iu;
const WORD = String.raw`(?:\p{Lu}|\d+\p{L})[\p{L}\p{M}\p{N}.'’-]*`;
const JOIN = '(?:the|of|and|&)';
const NAME = new RegExp(String.raw`^(?:[Tt]he )?${WORD}(?: (?:${JOIN} ){0,2}${WORD})*$`, 'u');
const MOST = 5;
/** Ends of verbs and plurals: headlines in capitals have them, and names of outlets rarely without a masthead word. */
const INFLECTED = /(?:[^s]s|ed|ing)$/iu;

/**
 * Whether a phrase has the form of an outlet's name and is no place, section, role or site: `least` to five
 * capitalised words with "the", "of", "and", "&" between them. A person's name has that form too.
 */
export function mayBeOutlet(phrase: string, least = 2): boolean {
  const words = capitalised(phrase);
  if (!NAME.test(phrase) || words.length < least || words.length > MOST || /[.!?,:;]$/u.test(phrase)) return false;
  if (ROLE.test(phrase) || SITE.test(phrase)) return false;
  const entry = entryOf(squash(phrase));
  if (entry !== undefined) return entry.kind === 'media';
  return !lower(phrase).every((word) => SECTION_WORDS.has(word) || isPlace(word));
}

/**
 * Whether a phrase shows by itself that it is an outlet and no person: a masthead word ("Sentinel"), "The" before it,
 * or a town's name followed by another ("Kassala Lamp"), where nothing in it is inflected as in a headline.
 */
export function isOutlet(phrase: string): boolean {
  if (!mayBeOutlet(phrase)) return false;
  if (entryOf(squash(phrase))?.kind === 'media') return true;
  const words = lower(phrase);
  if (words.some((word) => MASTHEAD_WORDS.has(word) && !SECTION_WORDS.has(word))) return !isClause(words);
  if (words.some((word) => MASTHEAD_WORDS.has(word))) return isPlainName(words.filter((word) => !MASTHEAD_WORDS.has(word)));
  return (words[0] === 'the' || isTown(words[0] ?? '')) && isPlainName(words);
}

/** No word of bodies, offices, places and days in it, nor one inflected as in a headline. */
export function isPlainName(words: readonly string[]): boolean {
  return words.every((word) => word === 'the' || word === 'of' || !(COMMON.has(word) || INFLECTED.test(word)));
}

/** The words of a phrase in lower case. */
export function lower(phrase: string): string[] {
  return folded(phrase).split(' ');
}
