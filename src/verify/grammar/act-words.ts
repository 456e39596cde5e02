import { patternsOf } from '../../events/lexicon.ts';
import type { Unit } from './units.ts';

const SAYING =
  /^(say|tell|announce|add|state|affirm|explain|claim|confirm|declare|report|write|note|believe|insist|deny|argue|reiterate|conclude|highlight|quote|acknowledge|allege|warn|caution|suggest|admit|complain|reveal|assert|maintain|predict|estimate|think|remark|observe|disclose|stress|emphasise|emphasize|comment|testify|recall|describe|repeat|reply|vow|respond|declare|charge|contend|confess)$/;
const TELLING = /^(tell|warn|inform|assure|remind|notify|promise|caution|persuade|convince)$/;

/** Verbs by which words are given as somebody's. */
export function isSaying(lemma: string): boolean {
  return SAYING.test(lemma);
}

/** Verbs that have a hearer before what they tell. */
export function isTelling(lemma: string): boolean {
  return TELLING.test(lemma);
}

/** Whether a noun names something done. */
export function isDeed({ lower, lemma, pos, kind }: Unit): boolean {
  if (kind !== 'word' || !/NOUN|VERB|PROPN/.test(pos)) return false;
  if (patternsOf(lemma).some((pattern) => pattern.noun)) return true;
  if (DEEDS.test(lemma)) return true;
  if (pos === 'PROPN') return false;
  return /(tion|sion|ment|al|ance|ence|ing|ure|ery)s?$/.test(lower) && !NO_DEED.test(lemma) && lower.length > 5;
}

const DEEDS =
  /^(promise|request|call|claim|offer|vow|pledge|threat|visit|attack|strike|raid|demand|appeal|protest|bid|effort|attempt|trip|vote|talk|talks|deal|speech|search|tour|march|rally|swap|exchange|release|arrest|murder|assault|advance|retreat|order|ban|test|launch|drill|exercise|patrol|siege|fight|battle|coup|riot|blast|report|work|step|change|use|try|death|loss|crash|collapse|birth|article|film|book|round|ceremony|funeral|parade|match|referendum|census|stopover|recall|rescue|boycott|veto|takeover|handover|pullout|pullback|crackdown|blockade|recount|debate|progress|headway)$/;
const NO_DEED =
  /^(official|capital|general|principal|national|government|parliament|department|animal|hospital|journal|criminal|terminal|festival|rival|signal|arsenal|tribunal|material|building|thing|morning|evening|nation|region|station|religion|million|mission|section|position|institution|organi[sz]ation|population|battalion|billion|delegation|coalition|federation|union|faction|province|ambulance|intelligence|audience|conference|residence|figure|infrastructure|machinery|artillery|gallery|battery|treasure|king|ring|string|spring|sibling|provision|opinion|vision|television|version|pension|mansion|passion|division)s?$/;
