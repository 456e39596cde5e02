import { type Named, powersIn } from './names.ts';
import { type Change, capitalised, polished } from './text.ts';

const act =
  /\b(?:struck|seized|attack|accus|condemn|shell|invit|warn|urg|order|told|asked|blam|summon|expel|detain|shot|releas|captur|raid|sent|welcom|denounc|threaten|reject|criticis|support|damag|bomb|launch|fired|withdr|invad|demand|protest|allow|left|pull|condition|recogni|refus|promis|offer|propos|killed|board|inspect|treat|transfer|reopen|recall|lift|suspend|readmit|expos|ban|clos|block|strike|stopped|authoris|respond|insist)/i;
const mutual =
  /\b(and|between|both|each|met|meets?|talks|exchang|swap|agree|clash|sign|collided|relations|dispute|border with|or)\b/i;
const passive =
  /^(?<target>(?:(?! (?:was|were|has|have|had|that|when|after) ).){4,80}) (?<verb>(?:was|were|(?:has|have|had) been) (?:shot down|taken over|[a-z]+(?:ed|en|ck|un|ht))) by (?<actor>(?:(?! (?:on|in|at|during|for|early|late|last (?:week|month|year)|near|when|after|about|over|into) |,|\.$).){3,80})(?<rest>[ ,.].*)$/;
const active =
  /^(?!If|Unless|After|Before|Following|During|On )(?<actor>(?:(?! (?:is|are|was|were|has|have|had|that|when|after|who|which|said|told) |,).){4,60}) (?<verb>struck|seized|raided|shelled|attacked|captured|stormed|summoned|expelled|detained|condemned|overran|boarded|injured|killed|damaged|stopped|received|released|fined|urged|warned|told|asked|ambushed|annulled|banned|approved|bombed) (?!by |in |on |at |near |the killing)(?<target>(?:(?! (?:on|in|at|during|for|early|late|last (?:week|month|year)|near|when|after|about|over|into|to|that|from) |,|\.$).){3,70})(?<rest>[ ,.].*)$/;

/** Who acts and who is acted upon, exchanged; nothing where both act on each other. */
export const actorsExchanged: Change = (base, random) => {
  const ways: readonly Change[] = [({ text }) => phrasesExchanged(text), powersExchanged(act)];
  const found = random.shuffled(ways).map((way) => way(base, random));
  return found.find((text) => text !== undefined);
};

/** The names of two powers exchanged wherever the sentence does not treat both alike. */
export const namesExchanged: Change = powersExchanged(/./);

/** "X was struck by Y" as "Y was struck by X", and "X struck Y" as "Y struck X", with the whole noun phrases. */
function phrasesExchanged(text: string): string | undefined {
  const isPassive = passive.test(text);
  const parts = (isPassive ? passive : active).exec(text)?.groups;
  if (parts === undefined) return undefined;
  const { actor = '', target = '', verb = '', rest = '' } = parts;
  if (isOpen(actor) || isOpen(target)) return undefined;
  const [first, second] = isPassive ? [actor, target] : [target, actor];
  return `${capitalised(first)} ${isPassive ? `${agreeing(verb, first)} by` : verb} ${lowered(second)}${rest}`;
}

// "The villages were" becomes "the army was".
function agreeing(verb: string, subject: string): string {
  const isPlural = /[^s]s$|police|people|men$/.test(subject.split(/ (?:of|in|from|near|by) /)[0] ?? '');
  return verb.replace(/^(was|were)\b/, isPlural ? 'were' : 'was').replace(/^(has|have)\b/, isPlural ? 'have' : 'has');
}

// A power that is named a third time would act on itself.
function powersExchanged(link: RegExp): Change {
  return ({ text }, random) => {
    const found = powersIn(text);
    const once = found.filter(({ power }) => found.filter((other) => other.power === power).length === 1);
    const pairs = once.flatMap((one, at) => once.slice(at + 1).map((other) => [one, other] as const));
    const fit = pairs.filter(([one, other]) => {
      const between = text.slice(one.at + one.text.length, other.at);
      return link.test(between) && /[a-z]{3}/.test(between) && !mutual.test(between);
    });
    return fit.length === 0 ? undefined : exchanged(text, ...random.pick(fit));
  };
}

function exchanged(text: string, one: Named, other: Named): string | undefined {
  const first = other.power[one.form];
  const second = one.power[other.form];
  if (first === undefined || second === undefined) return undefined;
  const between = text.slice(one.at + one.text.length, other.at);
  const start = one.at === 0 ? capitalised(first) : first;
  return polished(text.slice(0, one.at) + start + between + second + text.slice(other.at + other.text.length));
}

// "X who ..." or "them" cannot stand at the other end of the sentence.
function isOpen(phrase: string): boolean {
  return /\b(who|which|that|it|them|him|her|itself|he|they)\b|^(it|its|their)\b/i.test(phrase);
}

function lowered(phrase: string): string {
  return /^(The|An?|Two|Three|Four|Five|Six|Seven|Twelve|At|More|Armed|Fighters|Its|Several|About|Around|All|Water|Debris|Gang|Opposition|Insurgents|Soldiers|Guerrillas|Leaders|Government)\b/.test(
    phrase,
  )
    ? phrase.charAt(0).toLowerCase() + phrase.slice(1)
    : phrase;
}
