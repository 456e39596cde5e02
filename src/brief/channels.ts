import type { Statement } from '../domain/brief.ts';
import { isNonEmpty } from '../domain/citation.ts';
import { formatDay } from '../domain/day.ts';
import type { Event } from '../domain/event.ts';
import type { Situation } from '../domain/situation.ts';
import { lastDay } from '../events/last-day.ts';
import { byDate } from '../events/ledger.ts';
import { statesIn, statesOf } from '../events/signature.ts';
import { listed, lowered, when } from '../events/wording.ts';
import { citationsOf } from './statement.ts';

/** Senses by which an ambassador goes, by which his return is spoken of, and by which he comes back. */
const GONE = new Set(['recall', 'expel', 'barEnvoy']);
const CONTACTS = new Set(['phone', 'meet', 'talk', 'visit', 'host', 'negotiate', 'speak']);
const SPOKEN_OF = new Set(['discussReturn', 'agreeReturn']);

/** What stands in one sentence, and the events that it tells. */
interface Channel {
  readonly statement: Statement;
  readonly events: readonly Event[];
}

/** Whether no sentence of the articles may tell of an answer to an offer, of an ambassador's return. */
export interface Unreported {
  readonly answers: boolean;
  readonly returns: boolean;
}

/**
 * What stands between the parties, each in one sentence: offers of mediation and their answers, contacts, ambassadors,
 * a ceasefire. It reaches back as far as a thing is open.
 * @param unknown what no sentence may tell of, so that it can be said to be not reported
 */
export function channelsOf(events: readonly Event[], situation: Situation, unknown: Unreported): Channel[] {
  const done = events.filter((event) => event.status === 'reported').sort(byDate);
  const planned = events.filter(({ sense, status }) => sense === 'pledgeReturn' && status === 'planned').sort(byDate);
  return [
    ...mediation(done, situation, unknown.answers),
    ...contact(done, situation),
    ...ambassadors([...done, ...planned], situation, unknown.returns),
    ...ceasefire(done, situation),
  ];
}

/** One statement from several events: what each of them is cited for. */
function statement(text: string, events: readonly Event[]): Channel[] {
  const citations = events.flatMap((event) => citationsOf(event).slice(0, 2));
  const origins = Math.min(...events.map((event) => event.origins));
  return isNonEmpty(citations) ? [{ statement: { text, citations, origins }, events }] : [];
}

/** One sentence a mediator: the offer where it is told, who answered it, who did not. */
function mediation(events: readonly Event[], situation: Situation, answersUnknown: boolean): Channel[] {
  const offers = events.filter((event) => event.cameo === '039');
  const answers = events.filter((event) => answerOf(event) !== undefined);
  const mediators = new Set([
    ...offers.map((event) => listed(statesOf(event.actors))),
    ...answers.map((event) => (event.sense === 'welcomeOffer' ? '' : listed(statesOf(event.targets)))),
  ]);
  mediators.delete('');
  return [...mediators].flatMap((mediator) => {
    const offer = offers.find((event) => listed(statesOf(event.actors)) === mediator);
    const only = mediators.size === 1;
    const own = answers.filter(({ targets }) => (targets.length === 0 ? only : listed(statesOf(targets)) === mediator));
    const told = own.map((event) => `${listed(event.actors)} ${answerOf(event)} ${when(event.date)}`);
    const offered = offer === undefined ? '' : `offered ${when(offer.date)}`;
    const state = [offered, ...told, answersUnknown || own.length > 0 ? silence(own, situation) : '']
      .filter((part) => part !== '')
      .join('; ');
    return statement(`Mediation by ${mediator}: ${state}.`, [...(offer === undefined ? [] : [offer]), ...own]);
  });
}

/** What a side said to an offer; an offer that was welcomed may be of another kind, and makes nobody a mediator. */
function answerOf({ cameo, sense }: Event): string | undefined {
  if (cameo === '038') return 'accepted';
  return cameo === '126' ? 'declined' : sense === 'welcomeOffer' ? 'welcomed it' : undefined;
}

function silence(answers: readonly Event[], { parties }: Situation): string {
  const answered = new Set(answers.flatMap((event) => statesOf(event.actors)));
  const silent = parties.filter((party) => !answered.has(party));
  if (silent.length === 0) return '';
  return `no answer by ${silent.length > 1 ? 'either side' : listed(silent)} is reported`;
}

function contact(events: readonly Event[], { parties }: Situation): Channel[] {
  const held = events.filter(
    (event) => CONTACTS.has(event.sense ?? '') && parties.every((party) => statesIn(event).includes(party)),
  );
  // both spoke: rather than that one came
  const latest = held.filter((event) => lastDay(event) === lastDay(held.at(-1) as Event));
  const last =
    latest.findLast(({ actors }) => parties.every((party) => statesOf(actors).includes(party))) ?? held.at(-1);
  if (last === undefined) return [];
  return statement(`Last contact: ${lowered(last.summary)}`, [last]);
}

function ambassadors(events: readonly Event[], { parties }: Situation, returnUnknown: boolean): Channel[] {
  const ours = events.filter((event) => statesIn(event).some((party) => parties.includes(party)));
  const back = ours.filter((event) => event.sense === 'ambassadorBack');
  const gone = ours.filter((event) => GONE.has(event.sense ?? '') && !back.some((one) => isReturnOf(one, event)));
  const spoken = ours.filter((event) => SPOKEN_OF.has(event.sense ?? '')).at(-1);
  if (gone.length === 0 && back.length === 0) return [];
  const away = gone.map((event) => {
    const whose =
      event.sense === 'recall'
        ? 'recalled its own'
        : `sent away that of ${listed(statesOf(event.targets)) || 'the other side'}`;
    return `${listed(event.actors)} ${whose} ${when(event.date)}`;
  });
  const returned = back.map(
    (event) =>
      `${listed(event.actors)} sent ${statesOf(event.actors).length > 1 ? 'their' : 'its'} own back ${when(event.date)}`,
  );
  const talked =
    spoken === undefined
      ? []
      : [`return ${spoken.sense === 'agreeReturn' ? 'agreed' : 'discussed'} ${when(spoken.date)}`];
  const set = ours.filter((event) => event.sense === 'pledgeReturn' && !back.some((one) => isReturnOf(one, event)));
  const due = set.map(
    (event) => `${listed(statesOf(event.actors))} planned to send its own back as of ${formatDay(lastDay(event))}`,
  );
  const open = gone.length > 0 && returnUnknown ? ['no return is reported'] : [];
  const text = `Ambassadors: ${[...away, ...talked, ...due, ...returned, ...open].join('; ')}.`;
  return statement(text, [...gone, ...(spoken === undefined ? [] : [spoken]), ...set, ...back]);
}

function isReturnOf(back: Event, gone: Event): boolean {
  return lastDay(back) >= lastDay(gone) && statesOf(back.actors).some((state) => statesOf(gone.actors).includes(state));
}

function ceasefire(events: readonly Event[], { parties }: Situation): Channel[] {
  const truces = events.filter(
    (event) =>
      /^(truce|ownTruce|breakTruce)$/.test(event.sense ?? '') &&
      statesIn(event).some((party) => parties.includes(party)),
  );
  const last = truces.at(-1);
  if (last === undefined) return [];
  return statement(`Ceasefire: ${lowered(last.summary)}`, [last]);
}
