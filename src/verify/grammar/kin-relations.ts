import { isDeed } from './act-words.ts';
import type { Node } from './graph.ts';

const SYMMETRIC = /^p:(with|between|and)$/;
/** Deeds that are nobody's suffering: whose they are, "of" tells as well as "'s" does. */
const OWN_DEED =
  /^(withdrawal|retreat|arrival|departure|return|resignation|death|collapse|visit|trip|journey|speech|statement|announcement|decision|appeal|call|refusal|agreement|rise|fall|growth|landing|entry|exit|accession|participation|presence|absence|failure|success|demand|offer|proposal|plan|promise|pledge|request|response|reaction|reply|vote|protest|intention|wish|hope|fear|concern|declaration|meeting|summit|leadership|position|session|mandate|sovereignty|independence|crash|explosion|sinking|start|end|beginning|outbreak|eruption|derailment|expansion|escalation|spread|growth|decline|movement|collapse|deterioration|arrival|disappearance|escape|flight|intervention|involvement|cooperation)s?$/;
/** Whoever can act. */
export const PEOPLE =
  /^(rebel|militant|insurgent|army|police|policeman|troop|soldier|force|guard|gang|group|gunman|fighter|guerrilla|militia|terrorist|jihadist|government|state|minister|president|resident|civilian|people|man|woman|child|protester|demonstrator|student|worker|journalist|settler|separatist|opposition|party|crowd|mob|bandit|pirate|navy|military|airforce|coalition|alliance|crew|commander|general|officer|official|diplomat|envoy|hostage|prisoner|refugee|migrant|family|leader|lawmaker|judge|doctor|villager|farmer|voter|neighbour|ally|enemy|side|country|council|court|company|union|bloc|drone|warplane|jet|missile|rocket|tank|ship|vessel)s?$/;

/**
 * Whether what a dependent is to its head in a source lets a claim say that it is `claimed`: the same, or the same in
 * the dress of a noun ("X's withdrawal", "withdrawal by X", "X withdrew").
 */
export function isKin(
  claimed: string,
  head: Node,
  dependent: Node,
  source: string,
  sourceHead: Node,
  sourceDependent: Node,
): boolean {
  if (claimed === source || betweenThese(claimed, source, head, dependent)) return true;
  const verb = head.kind === 'act';
  const sourceVerb = sourceHead.kind === 'act';
  if (verb && sourceVerb) return betweenVerbs(claimed, source);
  if (verb) return verbFromNoun(claimed, source, sourceHead, sourceDependent);
  if (sourceVerb) return nounFromVerb(claimed, source, head, dependent);
  return betweenNouns(claimed, source, head, dependent, sourceDependent);
}

function betweenVerbs(claimed: string, source: string): boolean {
  if (claimed === 'adv:when') return source === 'adv:as' || source === 'adv:while';
  if (claimed === 'adv:as' || claimed === 'adv:while')
    return source === 'adv:when' || source === 'adv:as' || source === 'adv:while';
  if (claimed === 'is') return source === 'appos';
  // "both sides agreed, but shelling went on": although both sides agreed
  if (claimed === 'adv:although') return source === 'beside:but';
  if (/^(comp|xcomp)$/.test(claimed)) return /^(comp|xcomp|ing|obj|p:of)$/.test(source);
  if (claimed === 'obj') return /^(comp|xcomp|p:of|withheld)$/.test(source);
  return sameStep(claimed, source);
}

const HARMING = /^(kill|die|wound|injure|hurt|damage|destroy|displace)$/;
const EVENT =
  /^(explosion|blast|attack|strike|airstrike|raid|clash|bombing|bombardment|shelling|shooting|ambush|fire|blaze|crash|earthquake|quake|flood|drought|storm|cyclone|accident|avalanche|landslide|violence|fighting|stampede|riot|battle|famine|epidemic|heatwave|collapse)s?$/;
const BURDENING = /^(impose|enforce|introduce|apply|levy|extend)$/;
const TEXT =
  /^(agreement|report|statement|letter|text|treaty|law|resolution|list|document|accord|deal|decree|declaration|constitution|order|charter|memorandum|draft)$/;
const WRITTEN = /^(mention|describe|list|include|name|set|outline|record|note|address|call|say)$/;
const MOVING = /^(enter|visit)$/;

/** Of some verbs two relations say one thing: "was killed in the blast", "the blast killed". */
function betweenThese(claimed: string, source: string, { unit, particle }: Node, dependent: Node): boolean {
  const word = dependent.unit.lemma;
  const pair = (one: RegExp, other: RegExp) =>
    (one.test(claimed) && other.test(source)) || (other.test(claimed) && one.test(source));
  if (HARMING.test(unit.lemma) && EVENT.test(dependent.unit.lower) && pair(/^subj$/, /^p:(in|by|from|during)$/))
    return true;
  if (
    BURDENING.test(unit.lemma) &&
    (dependent.unit.kind === 'name' || PEOPLE.test(dependent.unit.lower) || PEOPLE.test(word))
  )
    return pair(/^p:on$/, /^p:for$/);
  if (WRITTEN.test(unit.lemma) && TEXT.test(word)) return pair(/^subj$/, /^p:(in|by)$/);
  if (
    /^(rise|fall|increase|drop|decline|grow|shrink|decrease|climb|jump)$/.test(unit.lemma) &&
    /^(percent|%|point)s?$/.test(dependent.unit.lower)
  )
    return pair(/^obj$/, /^p:by$/);
  if (
    (particle === 'part' || /^(participate|join|attend)$/.test(unit.lemma)) &&
    !isLocated(dependent) &&
    pair(/^obj$/, /^p:in$/)
  )
    return true;
  if (/^(flee|escape)$/.test(unit.lemma)) return pair(/^obj$/, /^p:from$/);
  if (HARMING.test(unit.lemma) && isDeed(dependent.unit) && claimed === 'p:in') return /^adv:(when|as)$/.test(source);
  if (HARMING.test(unit.lemma) && claimed === 'adv:when') return source === 'p:in';
  if (MOVING.test(unit.lemma) && isLocated(dependent)) return pair(/^obj$/, /^p:to$/);
  // "EU accession": nobody joins but who joins it
  if (/^(accession|membership|join|accede)$/.test(unit.lemma) && dependent.unit.name?.kind === 'body')
    return pair(/^(mod|p:to|p:of)$/, /^(obj|p:to)$/);
  return unit.lemma === 'protest' && pair(/^p:to$/, /^p:with$/);
}

/** "after the strike", "after X struck". */
function sameStep(claimed: string, source: string): boolean {
  for (const step of ['after', 'before', 'because', 'since', 'until', 'despite'])
    if (claimed.endsWith(`:${step}`) && source.endsWith(`:${step}`)) return true;
  return false;
}

/** "X's strike on Y": X struck Y. */
function verbFromNoun(claimed: string, source: string, deed: Node, dependent: Node): boolean {
  if (claimed === 'subj') {
    if (/^(subj|poss|p:by)$/.test(source) || SYMMETRIC.test(source)) return true;
    return source === 'p:of' ? isOwn(deed) : source === 'mod' && dependent.unit.kind === 'name';
  }
  if (claimed === 'obj') {
    if (source === 'p:of') return true;
    return /^(obj|p:on|p:against|p:for|xcomp|comp)$/.test(source) || (source === 'mod' && isThingOnly(dependent));
  }
  if (claimed === 'mod') return source === 'mod';
  if (claimed === 'xcomp' || claimed === 'comp') return /^(xcomp|comp|p:of|p:for|mod|p:to)$/.test(source);
  if (claimed === 'time') return source === 'time' || source === 'poss';
  return sameStep(claimed, source);
}

/** X struck Y: "X's strike on Y", "the strike by X". */
function nounFromVerb(claimed: string, source: string, deed: Node, dependent: Node): boolean {
  if (source === 'subj') {
    if (/^(subj|poss|p:by)$/.test(claimed) || SYMMETRIC.test(claimed)) return true;
    return claimed === 'p:of' ? isOwn(deed) : claimed === 'mod' && dependent.unit.kind === 'name';
  }
  if (source === 'obj')
    return /^(p:of|p:on|p:against|p:for|comp|xcomp)$/.test(claimed) || (claimed === 'mod' && isThingOnly(dependent));
  if (source === 'xcomp' || source === 'comp') return /^(xcomp|comp|p:of|p:for|mod|p:to|obj)$/.test(claimed);
  if (source === 'mod') return claimed === 'mod';
  if (source === 'time') return claimed === 'mod' || claimed === 'poss';
  if (SYMMETRIC.test(source)) return SYMMETRIC.test(claimed) || claimed === 'subj';
  return sameStep(claimed, source);
}

function isOwn({ unit }: Node): boolean {
  return OWN_DEED.test(unit.lower) || OWN_DEED.test(unit.lemma);
}

/** "a ceasefire proposal" proposes a ceasefire; "a rebel attack" attacks no rebels. */
function isThingOnly({ unit, kind }: Node): boolean {
  return kind === 'thing' && unit.kind === 'word' && unit.pos === 'NOUN' && !PEOPLE.test(unit.lower);
}

/** What is under way where somebody is worried about it; an attack may only be feared. */
const PROCESS =
  /^(expansion|use|rise|growth|spread|increase|escalation|advance|deterioration|presence|lack|decline|fall|loss|shortage|fighting|recruitment|displacement|involvement)$/;

const WHOSE = /^(mod|poss|p:by|subj)$/;

function betweenNouns(claimed: string, source: string, head: Node, dependent: Node, sourceDependent: Node): boolean {
  if (/^(num|scope)$/.test(claimed) || /^(num|scope)$/.test(source)) return false;
  if (WHOSE.test(claimed) && WHOSE.test(source)) return true;
  if (claimed === 'p:of' && WHOSE.test(source)) return isOfWhom(head, sourceDependent);
  if (source === 'p:of' && WHOSE.test(claimed)) return isOfWhom(head, dependent);
  if (claimed === 'appos' || claimed === 'is') return /^(mod|appos|is|p:of)$/.test(source);
  if (source === 'appos' || source === 'is') return /^(mod|appos)$/.test(claimed);
  const named = dependent.unit.kind === 'name';
  if (claimed === 'mod' || claimed === 'poss') {
    if (named)
      return (
        source === 'p:in' && isLocated(sourceDependent) && (dependent.unit.name?.via !== 'demonym' || isPlace(head))
      );
    return (
      /^(p:|xcomp)/.test(source) &&
      !/^p:(without|except|instead|against|from|near|despite|before|after)$/.test(source) &&
      isThingOnly(dependent)
    );
  }
  if (source === 'mod' || source === 'poss') {
    if (sourceDependent.unit.kind === 'name')
      return (
        claimed === 'p:in' &&
        isLocated(sourceDependent) &&
        (sourceDependent.unit.name?.via !== 'demonym' || isPlace(head))
      );
    return (
      (/^p:(for|on|in|to)$/.test(claimed) || claimed === 'obj' || claimed === 'xcomp') && isThingOnly(sourceDependent)
    );
  }
  if (SYMMETRIC.test(claimed) && SYMMETRIC.test(source)) return true;
  if (head.kind === 'quality' && claimed === 'comp')
    return /^p:(on|of|for)$/.test(source) && PROCESS.test(sourceDependent.unit.lemma) && dependent.aspect !== 'done';
  if (head.kind === 'quality' && /^comp$/.test(source)) return /^p:(on|of|for|in)$/.test(claimed);
  const objects = /^(p:of|p:on|p:for|obj|comp|xcomp)$/;
  if (claimed === 'obj' || source === 'obj') return objects.test(claimed) && objects.test(source);
  return sameStep(claimed, source);
}

/** "the invasion of X" is not X's; "the army of X", "the withdrawal of X" is. */
function isOfWhom(head: Node, dependent: Node): boolean {
  if (!isDeed(head.unit) || isOwn(head)) return true;
  return isThingOnly(dependent);
}

function isLocated({ unit }: Node): boolean {
  return unit.name?.kind === 'place' || unit.name?.kind === 'state';
}

function isPlace({ unit }: Node): boolean {
  return /^(town|city|village|port|province|district|region|island|capital|area|airport|border|coast|camp|hospital|school|market|river|desert|hill|mountain|waters?)s?$/.test(
    unit.lower,
  );
}
