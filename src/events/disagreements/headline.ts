import type { Event } from '../../domain/event.ts';
import type { DatedMention, Mention } from '../../domain/mention.ts';
import { lastDay } from '../last-day.ts';
import { mediumOf } from '../same-act.ts';
import { statesIn, statesOf } from '../signature.ts';
import { listed, undated, when } from '../wording.ts';
import { between, type Detector, type Ground, mentionsOf, reading, spansOf } from './ground.ts';

/** A headline that says more than its own story: a meeting where the story has a call, a deed where it has a promise. */
export const headlines: Detector = (ground) =>
  ground.headlines
    .filter(({ mention }) => mention.status === 'reported')
    .flatMap((headline) => {
      const body = ground.told.flatMap((one) =>
        mentionsOf(one).filter((mention) => mention.articleId === headline.mention.articleId),
      );
      return mediumDiffers(headline, body, ground) ?? notYetDone(headline, body, ground) ?? [];
    });

function mediumDiffers({ mention }: DatedMention, body: readonly Mention[], { told }: Ground) {
  if (mention.type !== 'CONSULT' || mediumOf(mention) !== 'in person') return undefined;
  const contacts = body.filter((one) => one.type === 'CONSULT' && sameSides(one, mention));
  const remote = contacts.filter((one) => mediumOf(one) === 'remote' || one.sense === 'speak');
  if (remote.length === 0 || contacts.some((one) => mediumOf(one) === 'in person')) return undefined;
  const event = told.find((one) => mentionsOf(one).some((each) => remote.includes(each)));
  if (event === undefined || event.event.modes.includes('visit')) return undefined;
  const day = when(event.event.date);
  const others = mentionsOf(event).filter((one) => !remote.includes(one));
  return between(
    `A meeting or a call ${day}?`,
    [
      reading('a headline has a meeting', [mention.span]),
      reading('the stories have a call', spansOf([...remote, ...others])),
    ],
    `Taken as a call between ${listed(event.event.actors)}.`,
  );
}

function notYetDone({ mention, reportedOn }: DatedMention, body: readonly Mention[], { told }: Ground) {
  if (mention.type === 'CONSULT' || mention.type === null) return undefined;
  const shares = (actors: readonly string[]) =>
    statesOf(actors).some((state) => statesOf(mention.actors).includes(state));
  const own = body.filter((one) => shares(one.actors));
  if (own.some((one) => one.type === mention.type && one.status === 'reported')) return undefined;
  // what was done later is told as done
  if (told.some(({ event }) => isDone(event, mention) && shares(event.actors) && lastDay(event) > (reportedOn ?? '')))
    return undefined;
  const promised = own.filter(
    (one) =>
      (one.type === mention.type && one.status !== 'reported') || (PLEDGE.test(one.sense ?? '') && isYield(mention)),
  );
  return between(
    `Done or to come: ${undated(mention)}?`,
    [
      reading('a headline tells it as done', [mention.span]),
      reading('its own story has it as promised or planned', spansOf(promised)),
    ],
    'Taken as not yet done.',
  );
}

const PLEDGE = /^pledge/;

function isDone({ type, status }: Event, mention: Mention): boolean {
  return status === 'reported' && type === mention.type;
}

function isYield({ type }: Mention): boolean {
  return type === 'RETREAT' || type === 'CONCEDE' || type === 'AID';
}

function sameSides(one: Mention, other: Mention): boolean {
  const states = statesIn(other);
  return statesIn(one).filter((state) => states.includes(state)).length >= 2;
}
