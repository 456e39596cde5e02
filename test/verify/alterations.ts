import { actorsExchanged, namesExchanged } from './alterations/actors.ts';
import { dateChanged } from './alterations/dates.ts';
import {
  type Draft,
  draftsFrom,
  type Entry,
  type Shown,
  withBlankQuotes,
  withForeignId,
  withOtherId,
  withoutQuotes,
  withoutText,
} from './alterations/drafts.ts';
import { otherLanguage } from './alterations/foreign.ts';
import { citationNumber, clauseInvented, link, markup, mention } from './alterations/inventions.ts';
import { modalAdded, modalDropped, modalStrengthened, tenseMoved } from './alterations/modality.ts';
import { nameReplaced, nameSwapped } from './alterations/names.ts';
import { numberAdded, numberChanged } from './alterations/numbers.ts';
import { negationAdded, negationDropped } from './alterations/polarity.ts';
import { predicateOpposite, predicateStrong } from './alterations/predicates.ts';
import { cut, forged } from './alterations/quotations.ts';
import { type Random, randomFrom } from './alterations/random.ts';
import { hedgeDropped, orderExchanged, scopeChanged } from './alterations/scope.ts';
import { attributionDropped, attributionOther } from './alterations/speakers.ts';
import { type Change, folded } from './alterations/text.ts';
import { copies, type Rewording, rewordings } from './rewordings.ts';

/** A draft that its quotes do not back, and the true sentences, numbered from 1, that the model was shown. */
export interface Altered {
  readonly kind: string;
  readonly article: Rewording['article'];
  readonly sentences: readonly string[];
  readonly draft: Draft;
}

/** Makes a draft that is not backed of an entry that is, or nothing where the entry has no place for it. */
type Way = (entry: Entry, random: Random) => Shown | undefined;

const told: readonly Entry[] = [...rewordings(), ...copies()].map(({ claim, ...entry }) => ({ ...entry, text: claim }));
const quoted: readonly Entry[] = told.flatMap((entry) =>
  entry.quotes.map((quote) => ({ article: entry.article, text: quote, quotes: [quote] })),
);
const entries = [...new Map([...told, ...quoted].map((entry) => [folded(entry.text), entry])).values()];
const faithful = new Set(entries.map(({ text }) => folded(text)));

const changes: Readonly<Record<string, Change>> = {
  'number-changed': numberChanged,
  'number-added': numberAdded,
  'date-changed': dateChanged,
  'name-swapped': (base, random) => nameSwapped(base, random) ?? namesExchanged(base, random),
  'name-replaced': nameReplaced,
  'actors-exchanged': actorsExchanged,
  'negation-dropped': negationDropped,
  'negation-added': negationAdded,
  'modal-dropped': modalDropped,
  'modal-strengthened': modalStrengthened,
  'modal-added': modalAdded,
  'attribution-dropped': attributionDropped,
  'attribution-other': attributionOther,
  'predicate-opposite': predicateOpposite,
  'predicate-strong': predicateStrong,
  'tense-moved': tenseMoved,
  'hedge-dropped': hedgeDropped,
  'scope-changed': scopeChanged,
  'order-exchanged': orderExchanged,
  'clause-invented': clauseInvented,
  link,
  mention,
  markup,
  'citation-number': citationNumber,
  'other-language': otherLanguage,
};

const { shown, merged, requoted } = draftsFrom(quoted);

const ways: Readonly<Record<string, Way>> = {
  ...Object.fromEntries(Object.entries(changes).map(([kind, change]) => [kind, worded(change)])),
  'claims-merged': (entry, random) => merged(entry, random.pick(told), random),
  'id-foreign': (entry, random) => withForeignId(shown(entry, random), random),
  'id-other': (entry, random) => withOtherId(shown(entry, random), (sentence) => isOf(entry, sentence), random),
  'quote-forged': (entry, random) => requoted(forged(entry, random), entry, random),
  'quote-cut': (entry, random) => requoted(cut(entry, random), entry, random),
  'quotes-none': (entry, random) => withoutQuotes(shown(entry, random)),
  'quote-empty': (entry, random) => withBlankQuotes(shown(entry, random), random),
  'claim-empty': (entry, random) => withoutText(shown(entry, random), random),
};

/** Every kind of alteration that there is. */
export const kindsOfAlteration: readonly string[] = Object.keys(ways);

/**
 * `count` drafts that are not backed, no two of them alike, the same ones for the same seed; spread evenly over the
 * kinds, save that a kind which has given all it can leaves its turn to the others.
 */
export function alterations(count: number, seed: number): readonly Altered[] {
  const random = randomFrom(seed);
  const seen = new Set<string>();
  let makers = Object.entries(ways).map(([kind, way]) => maker(kind, way, random, seen));
  const made: Altered[] = [];
  while (made.length < count && makers.length > 0) {
    const round = makers.map((make) => ({ make, altered: make() }));
    made.push(...round.map(({ altered }) => altered).filter((altered) => altered !== undefined));
    makers = round.filter(({ altered }) => altered !== undefined).map(({ make }) => make);
  }
  return made.slice(0, count);
}

/** Gives one new alteration of the kind after another, and nothing once `patience` entries in a row had none. */
function maker(kind: string, way: Way, random: Random, seen: Set<string>): () => Altered | undefined {
  const order = random.shuffled(entries);
  const patience = order.length * 3;
  let at = 0;
  return () => {
    for (let tried = 0; tried < patience; tried += 1) {
      const entry = order[at++ % order.length] as Entry;
      const found = way(entry, random);
      if (found === undefined || seen.has(keyOf(kind, found)) || isFaithful(kind, found)) continue;
      seen.add(keyOf(kind, found));
      return { kind, article: entry.article, ...found };
    }
    return undefined;
  };
}

function keyOf(kind: string, { draft }: Shown): string {
  const ids = kind.startsWith('id-');
  return JSON.stringify([kind, draft.text, draft.quotes.map(({ id, quote }) => (ids ? [id, quote] : quote))]);
}

// Some kinds keep a faithful text and spoil its quotes instead.
function isFaithful(kind: string, { draft }: Shown): boolean {
  return (kind in changes || kind === 'quote-cut') && faithful.has(folded(draft.text));
}

/** A way that words the sentence otherwise and keeps its quotes. */
function worded(change: Change): Way {
  return (entry, random) => {
    const text = change(entry, random);
    return text === undefined || text === entry.text ? undefined : shown({ ...entry, text }, random);
  };
}

// Another sentence of the same article might say the same.
function isOf({ article }: Entry, sentence: string): boolean {
  return told.some((other) => other.article.title === article.title && other.quotes.includes(sentence));
}
