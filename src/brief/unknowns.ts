import type { Unknown } from '../domain/brief.ts';
import type { Event } from '../domain/event.ts';
import type { Situation } from '../domain/situation.ts';
import { isJoint, ownersOf } from '../events/agreement.ts';
import { statesOf } from '../events/signature.ts';
import { listed, when } from '../events/wording.ts';
import { mayTellOfAnswer } from './silence.ts';
import { mayTellOfToll, type TollGround } from './silence-on-tolls.ts';
import { citationsOf } from './statement.ts';

const AT_MOST = 6;

/**
 * What the archive raises and does not tell: tolls, answers to offers, the other side's account. Where a sentence may tell
 * it after all, though no event was read from it, nothing is said.
 * @param ground all events that the edition can know, with what there is to read: more than the events that are told.
 */
export async function unknownsOf(
  events: readonly Event[],
  situation: Situation,
  ground: TollGround,
): Promise<Unknown[]> {
  return [
    ...(await unansweredOffers(events, ground)),
    ...oneSided(events, situation),
    ...(await missingTolls(events, situation, ground)),
  ].slice(0, AT_MOST);
}

async function missingTolls(events: readonly Event[], situation: Situation, ground: TollGround): Promise<Unknown[]> {
  const silent: Event[] = [];
  for (const event of events) {
    const ours = statesOf(event.actors).some((state) => situation.parties.includes(state));
    if (event.type !== 'ASSAULT' || event.status !== 'reported' || !ours || event.tolls.length > 0) continue;
    if (!(await mayTellOfToll(event, ground))) silent.push(event);
  }
  return silent.map((event) => ({
    text: `No stored article gives a death toll for what ${listed(event.actors)} did ${when(event.date)}.`,
    nearest: citationsOf(event).slice(0, 1),
  }));
}

async function unansweredOffers(events: readonly Event[], { sentencesOf }: TollGround): Promise<Unknown[]> {
  const offers = events.filter((event) => event.cameo === '039');
  const answered = events.some((event) => event.cameo === '038' || event.cameo === '126');
  if (offers.length === 0 || answered) return [];
  if (await mayTellOfAnswer(new Set(events.flatMap((event) => event.articles)), sentencesOf)) return [];
  return offers.map((event) => ({
    text: `No stored article reports an answer to the offer of mediation by ${listed(event.actors)}.`,
    nearest: citationsOf(event).slice(0, 1),
  }));
}

/** Agreements of two parties that only one of them, or nobody, is quoted on: the last one. */
function oneSided(events: readonly Event[], situation: Situation): Unknown[] {
  const last = events.findLast((event) => isJoint(event, situation.parties) && ownersOf(event).length > 0);
  const missing = last === undefined ? [] : situation.parties.filter((party) => !ownersOf(last).includes(party));
  if (last === undefined || missing.length === 0) return [];
  return [
    {
      text: `No stored article gives ${missing.map((party) => `${party}'s`).join(' or ')} own account of the agreement reported ${when(last.date)}.`,
      nearest: citationsOf(last).slice(0, 1),
    },
  ];
}
