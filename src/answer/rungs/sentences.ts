import type { Answer } from '../../domain/answer.ts';
import { isNonEmpty } from '../../domain/citation.ts';
import { objectsOf } from '../../events/clause.ts';
import { nameIn, stateIn } from '../../events/signature.ts';
import { standsFor } from '../../text/names.ts';
import { says } from '../../text/thesaurus.ts';
import { fold } from '../../text/words.ts';
import { type Act, actIn, verbsOf } from '../act.ts';
import { coverageOf } from '../cover.ts';
import type { Ground } from '../ground.ts';
import { isInTime } from '../in-time.ts';
import { asksForKind, type Question } from '../question/frame.ts';
import { oneEach, quotedStatement } from '../quoted.ts';
import type { Scene } from '../scene.ts';
import { doerOf, valuesIn } from '../values.ts';

const STATEMENTS = 3;
const CITED = 4;

/** A sentence that speaks of all that a question speaks of, with the values that it gives. */
interface Fit {
  readonly scene: Scene;
  readonly act: Act | undefined;
  readonly values: readonly string[];
  readonly share: number;
}

/** Share of the words beside names and act that a sentence must say, by what is asked. */
const SHARE: Partial<Record<Question['hole'], number>> = { what: 0.75, why: 0.5, list: 0.75, topic: 1 };
const ALL = 1;

/** Of one of a kind the kind too must be told. */
function shareFor({ hole, text }: Question): number {
  return asksForKind(text) ? ALL : (SHARE[hole] ?? ALL);
}

/** What single sentences answer: who, whom, when, where, how many and whether by their parts, what and why by a quote. */
export async function fromSentences(question: Question, ground: Ground): Promise<Answer | undefined> {
  if (NOT_HERE.has(question.hole)) return undefined;
  const verbs = verbsOf(question);
  const fits = (await ground.scenes(question)).flatMap((scene) => fitOf(question, scene, verbs) ?? []);
  switch (question.hole) {
    case 'who':
    case 'whom':
    case 'when':
    case 'where':
    case 'how-many':
      return byValue(question, fits, ground);
    case 'yes-no':
      return whether(question, fits, ground);
    default:
      return asQuotes(fits, ground);
  }
}

const NOT_HERE: ReadonlySet<Question['hole']> = new Set(['order', 'changes', 'steps', 'reactions', 'said', 'speaker']);

function fitOf(question: Question, scene: Scene, verbs: readonly string[]): Fit | undefined {
  if (!canTell(question, scene, verbs)) return undefined;
  const act = verbs.length === 0 ? undefined : actIn(scene, verbs);
  if (verbs.length > 0 && (act === undefined || !saysAll(scene, verbs))) return undefined;
  const { names, share } = coverageOf(question, scene, pointingIn(question, scene, act));
  if (!names || share < shareFor(question)) return undefined;
  if (!namesSomething(question)) return undefined;
  if (act !== undefined && (act.status === 'hypothetical' || (act.status === 'planned' && !question.ahead)))
    return undefined;
  if (act !== undefined && !sidesFit(question, scene, act)) return undefined;
  if (question.hole === 'why' && !givesReason(scene, act)) return undefined;
  return { scene, act, values: valuesIn(question, scene, act), share };
}

/** Whether a sentence tells something, of the days and of the kind of act that are asked about. */
function canTell({ relation, agents, date }: Question, { hit, article }: Scene, verbs: readonly string[]): boolean {
  // who asks tells nothing
  if (/\?["”’']*\s*$/.test(hit.quote)) return false;
  // of deaths the ledger knows whose they are
  if (relation?.name === 'toll' && agents.length > 0) return false;
  // what was accepted or refused must be an offer
  if (relation?.name.endsWith('-offer') && !OFFER.test(hit.quote)) return false;
  // "was the truce extended": not whatever else was
  const isNamedByVerb = verbs.some((verb) => relation?.words.test(verb));
  if (relation !== undefined && !isNamedByVerb && !relation.words.test(fold(hit.quote))) return false;
  return isInTime(date, hit.quote, article.publishedAt);
}

/** A sentence must be about more than an act of any kind; deaths are asked for by themselves. */
function namesSomething({ names, proper, leftover, relation }: Question): boolean {
  return names.length + proper.length + leftover.length > 0 || relation?.name === 'toll';
}

/** "Who offered to mediate?" is not answered by whoever offered something else. */
function saysAll(scene: Scene, verbs: readonly string[]): boolean {
  return verbs.every((verb) => WISHING.test(verb) || says(scene.line(), verb));
}

const WISHING = /^(want|wish|plan|tri|seek|hope|intend|begin|start|continu|manag)$/;

/** Asked who did it, a pronoun before the act is the one who is looked for, and not the one it was done to. */
function pointingIn({ hole }: Question, scene: Scene, act: Act | undefined): string {
  const { quote } = scene.hit;
  if (hole !== 'who' || act === undefined) return quote;
  const { start, end } = scene.sentence().tokens[act.at] ?? { start: 0, end: 0 };
  return act.passive ? quote.slice(0, start) : quote.slice(end);
}

const OFFER = /\b(offer|mediat|broker|propos|good offices|go-between)/i;

/** "After Peru had closed its ports, Chile ..." gives a reason for what Chile did, and none for the closing. */
function givesReason({ hit: { quote }, ...scene }: Scene, act: Act | undefined): boolean {
  const at = act === undefined ? 0 : (scene.sentence().tokens[act.at]?.start ?? 0);
  return [...quote.matchAll(REASON)].some(({ index }) => index > at || quote.slice(index, at).includes(','));
}

const REASON =
  /\b(because|after|following|due to|owing to|in (response|retaliation|reaction|protest|return) (to|for|against|at)|in order to|over (its|their|his|her|the|an?|alleged|fears|concerns|claims|accusations)|explain\w*|protect\w*|citing|amid|so that|as a result|prompt\w*|reason|aimed|to (avoid|prevent|protect|ensure|stop|deter|avenge|protest|show|allow))\b/gi;

/** Who acts must be who is asked about: where a sentence tells who acts, it is one of those, or a word that points to one. */
function sidesFit(question: Question, scene: Scene, act: Act): boolean {
  const asked = [...new Set([...actingIn(question), ...question.agents])];
  if (question.objects.some((name) => isPlaceOnly(question, scene, name))) return false;
  if (isDoneToOther(question, scene, act)) return false;
  if (asked.length === 0) return true;
  const doer = doerOf(scene, act);
  if (doer === undefined) return !SURE.has(question.hole);
  return asked.every((name) => doer.some((one) => one === name || stateIn(one) === name || nameIn(one) === name));
}

/** Asked when somebody joined one body, what a sentence tells of joining another is no answer. */
function isDoneToOther({ hole, names, sentence, text }: Question, scene: Scene, act: Act): boolean {
  if (!SURE.has(hole) || act.passive || act.noun) return false;
  const verb = sentence.tokens.findLast(({ pos }) => pos === 'VERB')?.end ?? text.length;
  const asked = names.find(({ at }) => at > verb && /^ (the )?$/.test(text.slice(verb, at)))?.name;
  if (asked === undefined) return false;
  const objects = objectsOf(scene.sentence(), scene.phrases(), act.at, 'near', () => true);
  return objects.length > 0 && !objects.some(({ actor, state, place }) => [actor, state, place].includes(asked));
}

/** Whom a sentence names only as a place: what was done "in Islamabad" was not done to Pakistan. */
function isPlaceOnly({ hole }: Question, scene: Scene, name: string): boolean {
  if (!SURE.has(hole) && hole !== 'who') return false;
  const named = scene.names().filter((one) => standsFor(one, name));
  const isPlace = ({ start }: { readonly start: number }) =>
    /\b(in|at|near|inside|from)\s+$/i.test(scene.hit.quote.slice(0, start));
  return named.length > 0 && named.every(isPlace);
}

/** Answers that are wrong where another one acts. */
const SURE: ReadonlySet<Question['hole']> = new Set(['yes-no', 'how-many', 'when', 'where']);

/** Names before the first verb of a question that asks not for who acts. */
function actingIn(question: Question): readonly string[] {
  if (question.hole === 'who') return [];
  const { tokens } = question.sentence;
  const verb = tokens.find(({ pos }) => pos === 'VERB')?.start ?? 0;
  const passive = tokens.some(({ lower }) => /^(was|were|been)$/.test(lower));
  if (passive) return [];
  const before = question.names.filter(({ at, place }) => at < verb && place !== true).map(({ name }) => name);
  return [...before, ...question.subjects];
}

/** One statement a value, with the quotes of every article that gives it. */
function byValue(question: Question, fits: readonly Fit[], ground: Ground): Answer | undefined {
  const valued = fits.filter(
    ({ values, act }) => values.some((value) => !question.except.includes(value)) && act?.status !== 'denied',
  );
  const groups = [...Map.groupBy(valued, ({ values }) => values.join('; ').toLowerCase())].slice(0, STATEMENTS);
  const statements = groups.flatMap(([, group]) => {
    const citations = oneEach(
      group.map(({ scene }) => bare(scene)),
      CITED,
    );
    return citations === undefined ? [] : [quotedStatement(citations, ground.outlines)];
  });
  if (!isNonEmpty(statements)) return undefined;
  const short = groups.map(([, group]) => group[0]?.values.join('; ')).join('; ');
  const [first, ...rest] = statements;
  const told =
    groups.length > 1
      ? ([{ ...first, text: `Reports differ or tell of several: ${first.text}` }, ...rest] as const)
      : statements;
  return { kind: 'answered', short, statements: told, confidence: statements[0].origins > 1 ? 'high' : 'moderate' };
}

/** Yes where a sentence says all of it as done, no where one denies it. */
function whether(question: Question, fits: readonly Fit[], ground: Ground): Answer | undefined {
  const acting = fits.filter(({ act }) => act !== undefined);
  // "is the ship still in port": without a verb the words alone can be shown
  if (acting.length === 0) return asQuotes(fits, ground);
  const done = acting.filter(({ act }) => act?.status !== 'denied');
  const denied = acting.filter(({ act }) => act?.status === 'denied');
  const [short, own] = done.length > 0 ? ['Yes', done] : ['No', denied];
  const quotes = asQuotes(own, ground);
  if (quotes?.kind !== 'answered' || question.negated || (done.length > 0 && denied.length > 0)) return quotes;
  return { ...quotes, short };
}

function asQuotes(fits: readonly Fit[], ground: Ground): Answer | undefined {
  const best = fits.toSorted((one, other) => other.share - one.share);
  // copies of one report are one statement
  const alike = [...Map.groupBy(best, ({ scene }) => fold(scene.hit.quote)).values()].slice(0, STATEMENTS);
  const statements = alike.flatMap((group) => {
    const citations = oneEach(
      group.map(({ scene }) => bare(scene)),
      CITED,
    );
    return citations === undefined ? [] : [quotedStatement(citations, ground.outlines)];
  });
  return isNonEmpty(statements) ? { kind: 'answered', statements, confidence: 'low' } : undefined;
}

function bare({ hit: { articleId, start, end, quote } }: Scene) {
  return { articleId, start, end, quote };
}
