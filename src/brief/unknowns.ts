import type { Unknown } from '../domain/brief.ts';
import type { Event } from '../domain/event.ts';
import type { Situation } from '../domain/situation.ts';
import { statesOf } from '../events/signature.ts';
import { listed } from '../events/wording.ts';
import { formatEventDate } from '../text/dates.ts';
import { mayTellOfAnswer, mayTellOfToll, type Sentences } from './silence.ts';
import { citationsOf } from './statement.ts';

const AT_MOST = 6;

/**
 * What the archive raises and does not tell: tolls, answers to offers, the other side's account. Where a sentence may tell
 * it after all, though no event was read from it, nothing is said.
 */
export function unknownsOf(events: readonly Event[], situation: Situation, sentences: Sentences): Unknown[] {
  return [
    ...unansweredOffers(events, sentences),
    ...oneSided(events, situation),
    ...missingTolls(events, situation, sentences),
  ].slice(0, AT_MOST);
}

function missingTolls(events: readonly Event[], situation: Situation, sentences: Sentences): Unknown[] {
  const silent = events.filter(
    (event) =>
      event.type === 'ASSAULT' &&
      event.status === 'reported' &&
      statesOf(event.actors).some((state) => situation.parties.includes(state)) &&
      event.tolls.length === 0 &&
      !mayTellOfToll(event, events, sentences),
  );
  return silent.map((event) => ({
    text: `No stored article gives a death toll for what ${listed(event.actors)} did ${when(event)}.`,
    nearest: citationsOf(event).slice(0, 1),
  }));
}

function unansweredOffers(events: readonly Event[], sentences: Sentences): Unknown[] {
  const answered = events.some((event) => event.cameo === '038' || event.cameo === '126');
  const offers = answered || mayTellOfAnswer(sentences) ? [] : events.filter((event) => event.cameo === '039');
  return offers.map((event) => ({
    text: `No stored article reports an answer to the offer of mediation by ${listed(event.actors)}.`,
    nearest: citationsOf(event).slice(0, 1),
  }));
}

/** Agreements of two parties that only one of them, or nobody, is quoted on. */
function oneSided(events: readonly Event[], situation: Situation): Unknown[] {
  return events.flatMap((event) => {
    const joint =
      event.type === 'AGREE' &&
      event.targets.length === 0 &&
      situation.parties.every((party) => statesOf(event.actors).includes(party));
    const speakers = new Set(
      event.claims.flatMap((claim) => (claim.speaker === undefined ? [] : statesOf([claim.speaker]))),
    );
    const missing = situation.parties.filter((party) => !speakers.has(party));
    if (!joint || missing.length === 0 || speakers.size === 0) return [];
    return [
      {
        text: `No stored article gives ${missing.map((party) => `${party}'s`).join(' or ')} own account of the agreement reported ${when(event)}.`,
        nearest: citationsOf(event).slice(0, 1),
      },
    ];
  });
}

function when(event: Event): string {
  const words = formatEventDate(event.date);
  return event.date.precision === 'day' ? `on ${words}` : event.date.precision === 'month' ? `in ${words}` : words;
}
