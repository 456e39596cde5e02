import { isJoint, ownersOf } from '../agreement.ts';
import { statesOf } from '../signature.ts';
import type { ToldEvent } from '../view.ts';
import { listed, when } from '../wording.ts';
import { between, type Detector, mentionsOf, reading, spansOf } from './ground.ts';

/** Ways of one side alone to offer what other reports tell as agreed by both. */
const OFFERS = new Set(['willing', 'closerTies', 'commitCalm', 'ownCallForTalks', 'ownCallForCalm']);

/** "Both agreed" in some reports, one side's own offer in others: who agreed to what? Once a day of agreement. */
export const scopes: Detector = ({ told, situation: { parties } }) => {
  const joint = told.filter(
    ({ event }) => isJoint(event, parties) && event.status === 'reported' && ownersOf(event).length < parties.length,
  );
  const days = Map.groupBy(joint, ({ event }) => event.date.to ?? '');
  return [...days.values()].flatMap((agreed) => {
    const owners = [...new Set(agreed.flatMap(({ event }) => ownersOf(event)))];
    const offers = parties.map((party) => ({
      party,
      made: told.filter((one) => isOfferOf(one, party) && agreed.some((each) => meets(one, each))),
    }));
    // the side whose account it is, else the one that offered most
    const offered =
      offers.find(({ party, made }) => owners.includes(party) && made.length > 0) ??
      offers.toSorted((one, other) => other.made.length - one.made.length)[0];
    const known = new Set(agreed.flatMap(({ event }) => event.articles));
    // one article that tells both tells them as two things
    if (!offered?.made.some(({ event }) => event.articles.some((id) => !known.has(id)))) return [];
    return between(
      `Who agreed ${when((agreed[0] as ToldEvent).event.date)}?`,
      [
        reading('both sides agreed', spansOf(agreed.flatMap(mentionsOf))),
        reading(`${listed([offered.party])} offered`, spansOf(offered.made.flatMap(mentionsOf))),
      ],
      handlingOf(owners, parties),
    );
  });
};

function handlingOf(owners: readonly string[], parties: readonly string[]): string {
  if (owners.length === 0) return 'Told as agreed, by reports that name no source.';
  const missing = parties.filter((party) => !owners.includes(party));
  return `Taken as the account of ${listed(owners)}; no account by ${listed(missing)} is stored.`;
}

function isOfferOf({ event, reports }: ToldEvent, party: string): boolean {
  return statesOf(event.actors).join() === party && reports.some(({ mention }) => OFFERS.has(mention.sense ?? ''));
}

function meets(one: ToldEvent, other: ToldEvent): boolean {
  const [left, right] = [one.event.date, other.event.date];
  return (left.from ?? left.to ?? '') <= (right.to ?? '9999') && (right.from ?? right.to ?? '') <= (left.to ?? '9999');
}
