import { z } from 'zod';
import type { EventType } from '../../domain/event.ts';
import { numberOfThing, promptOf } from './prompt.ts';

/** PLOVER's types, each with what it is. https://osf.io/preprints/socarxiv/rm5dw */
const types: Readonly<Record<EventType, string>> = {
  AGREE: 'agrees, signs, accepts, settles',
  CONSULT: 'meets, visits, phones, negotiates, mediates, hosts talks',
  SUPPORT: 'praises, endorses, defends, recognises, restores relations',
  CONCEDE: 'gives way, eases a measure, apologises, releases, returns',
  COOPERATE: 'works together, shares, trades, exercises together',
  AID: 'gives money, goods, refuge, arms or peacekeepers',
  RETREAT: 'withdraws, ceases fire, disarms, surrenders',
  REQUEST: 'asks, appeals, calls for, proposes, offers to mediate',
  ACCUSE: 'blames, accuses, condemns, complains',
  REJECT: 'refuses, rejects, vetoes, walks out',
  THREATEN: 'warns of or threatens with a measure or force',
  PROTEST: 'demonstrates, strikes, summons an envoy in protest',
  SANCTION: 'expels, recalls, boycotts, embargoes, breaks off relations',
  MOBILIZE: 'deploys, mobilises, raises readiness, moves forces',
  COERCE: 'arrests, seizes, bans, blocks, destroys property, hacks',
  ASSAULT: 'attacks, strikes, shells, bombs, kills, abducts',
};

const list = Object.entries(types).map(([type, meaning]) => `- ${type}: ${meaning}`);

export const events = promptOf('events', {
  work: `
You read out of numbered sentences of news what a state, its officials, a body, an armed group or a crowd did to or with another. Each sentence has an id and words.

Give one draft for each act that a sentence reports, also where it was only planned, denied or threatened, at most three for a sentence:
- "id" of the sentence.
- "quote": words copied from that sentence letter by letter, without a gap, that hold the actor, the act and its target.
- "type": one of the types below; the one that names the act itself. Leave an act out where none fits.
- "actors": who did it, named as in the quote; never an outlet that only reports it.
- "targets": to whom or with whom, named as in the quote; an empty list where nobody is.
- "verb": the verb or noun of the act, one to three words, as it stands in the quote.

An act whose actor the sentence does not name is left out. So are opinions, weather, markets, sport, and what a sentence only says of the past of persons. An empty list is right for sentences without an act.

Types:
${list.join('\n')}`,
  shape:
    '{"id": 1, "quote": "words copied from sentence 1", "type": "CONSULT", "actors": ["A"], "targets": ["B"], "verb": "met"}',
  draft: z.object({
    id: numberOfThing,
    quote: z.string().min(1),
    type: z.enum(Object.keys(types) as [EventType, ...EventType[]]),
    actors: z.array(z.string().min(1)),
    targets: z.array(z.string().min(1)),
    verb: z.string().min(1),
  }),
});
