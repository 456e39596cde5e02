import type { EventDate, EventStatus } from '../domain/event.ts';
import { formatEventDate } from '../text/dates.ts';

/** "Iran", "Iran and Pakistan", "China, Iran and Pakistan"; bodies that take an article get it. */
export function listed(names: readonly string[]): string {
  const all = names.map(withArticle);
  return all.length < 2 ? (all[0] ?? '') : `${all.slice(0, -1).join(', ')} and ${all.at(-1)}`;
}

const ARTICLE =
  /^(United (Nations|States|Kingdom|Arab)|European Union|African Union|Arab League|Democratic Republic|Philippines|Netherlands|Red Cross|Taliban|Houthis|Gulf Cooperation|National |Organi[sz]ation|Rapid Support|Central African|Baloch|Islamic State|International|international community|World|Security Council|UN |Palestinian|Czech)/;

function withArticle(name: string): string {
  return ARTICLE.test(name) ? `the ${name}` : name;
}

/** `act` with its `{target}` filled, or its bracket left out where there is no target. */
function filled(act: string, targets: readonly string[]): string {
  if (targets.length === 0) return act.replace(/\[[^\]]*\]/, '');
  return act.replace(/\[([^\]]*)\]/, '$1').replace('{target}', listed(targets));
}

const BASES: Readonly<Record<string, string>> = {
  struck: 'strike',
  sent: 'send',
  put: 'put',
  held: 'hold',
  broke: 'break',
  took: 'take',
  cut: 'cut',
  withdrew: 'withdraw',
  gave: 'give',
  said: 'say',
  brought: 'bring',
  banned: 'ban',
  recognised: 'recognise',
  met: 'meet',
  spoke: 'speak',
  let: 'let',
  made: 'make',
  lodged: 'lodge',
  captured: 'capture',
  stopped: 'stop',
  agreed: 'agree',
  welcomed: 'welcome',
  restored: 'restore',
  resumed: 'resume',
  shared: 'share',
  declared: 'declare',
  closed: 'close',
  moved: 'move',
  seized: 'seize',
  imposed: 'impose',
  accused: 'accuse',
  exchanged: 'exchange',
  received: 'receive',
  mediated: 'mediate',
  negotiated: 'negotiate',
  cooperated: 'cooperate',
  promised: 'promise',
  apologised: 'apologise',
  released: 'release',
  eased: 'ease',
  invited: 'invite',
  barred: 'bar',
  expelled: 'expel',
  refused: 'refuse',
  reduced: 'reduce',
};

/** "withdrew forces" as "withdraw forces". */
function infinitive(act: string): string {
  const [verb = '', ...rest] = act.split(/(?=[ [])/);
  return (BASES[verb] ?? regularBase(verb)) + rest.join('');
}

function regularBase(verb: string): string {
  return verb.endsWith('ied') ? `${verb.slice(0, -3)}y` : verb.replace(/ed$/, '');
}

/** An act as far as it is done: "was to withdraw forces", "did not strike", "might attack"; a quoted one says it itself. */
function told(act: string, status: EventStatus): string {
  if (/^(was|were) |“/.test(act)) return act;
  if (status === 'planned') return `planned to ${infinitive(act)}`;
  if (status === 'denied') return `did not ${infinitive(act)}`;
  return status === 'hypothetical' ? `might ${infinitive(act)}` : act;
}

/** "On 19 January 2024", "Between 16 and 19 January 2024", "By 19 January 2024". */
function dated(date: EventDate, announced: boolean): string {
  const words = formatEventDate(date);
  if (date.precision === 'day') return announced ? `As of ${words}` : `On ${words}`;
  if (date.precision === 'month' || /^\d{4}$/.test(words)) return `In ${words}`;
  return words.charAt(0).toUpperCase() + words.slice(1);
}

/** Numbers of deaths that reports give, and how many independent origins give one. */
interface Tolls {
  readonly numbers: readonly number[];
  readonly origins: number;
}

/** One sentence: date, actors, act, place, owner. It holds absolute dates and no word of ours that judges. */
export function sentence(parts: {
  readonly date: EventDate;
  readonly actors: readonly string[];
  readonly targets: readonly string[];
  readonly act: string;
  readonly place?: string;
  /** What the act is about, in quotation marks: ` of “shelling a market”`. */
  readonly about?: string;
  readonly status?: EventStatus;
  /** The date is that of the announcement, not of the act. */
  readonly announced?: boolean;
  /** When it is to happen. */
  readonly due?: EventDate;
  readonly tolls?: Tolls;
  readonly attribution?: string;
}): string {
  const day = parts.date.precision === 'unknown' ? '' : `${dated(parts.date, parts.announced === true)} `;
  const where = parts.place === undefined || parts.act.includes(parts.place) ? '' : `, in ${parts.place}`;
  const owner = parts.attribution === undefined ? '' : `, ${withArticle(parts.attribution)} said`;
  const due = parts.due === undefined ? '' : ` ${when(parts.due)}`;
  const words = `${day}${listed(parts.actors)} ${filled(told(parts.act, parts.status ?? 'reported'), parts.targets)}${parts.about ?? ''}${where}${due}${owner}${parts.tolls === undefined ? '' : deathsTold(parts.tolls)}.`;
  return words.charAt(0).toUpperCase() + words.slice(1);
}

const NO_DAY = { from: null, to: null, precision: 'unknown' } as const;

/** The act without its day, and without a full stop: part of another sentence. */
export function undated({
  actors,
  targets,
  act,
}: Pick<Parameters<typeof sentence>[0], 'actors' | 'targets' | 'act'>): string {
  return sentence({ date: NO_DAY, actors, targets, act }).replace(/\.$/, '');
}

/** "on 19 January 2024", "between 16 and 19 January 2024", "in January 2024": when, in the middle of a sentence. */
export function when(date: EventDate): string {
  return lowered(dated(date, false));
}

/** A sentence as the part of another. */
export function lowered(words: string): string {
  return words.charAt(0).toLowerCase() + words.slice(1);
}

function counted(deaths: number): string {
  return deaths === 1 ? '1 death' : `${deaths} deaths`;
}

function deathsTold({ numbers, origins }: Tolls): string {
  const [first] = numbers;
  if (first === undefined) return '';
  if (numbers.length > 1) return `; reports differ on the deaths: ${numbers.join(' or ')}`;
  return origins > 1 ? `; reports give ${counted(first)}` : `; one report gives ${counted(first)}`;
}
