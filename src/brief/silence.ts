import type { Event } from '../domain/event.ts';
import { tollOf } from '../events/toll.ts';

/** The sentences of the articles that an edition reads, by article: what is called unknown must not stand in them. */
export type Sentences = ReadonlyMap<string, readonly string[]>;

/** A text cut after its full stops: enough to look for words that stand together. */
export function sentencesOf(text: string): string[] {
  return text.split(/(?<=[.!?]["”’]?)\s+|\n+/);
}

const ANSWER = /\b(welcom|accept|reject|declin|refus|spurn|rebuff|turn(ed)? down|agreed? to)/i;
const OFFER = /\b(offer|mediat|broker|go-between)/i;
const NO = /\b(no|not|neither|nor|never|without|yet to)\b|n['’]t\b/i;

/** Whether a sentence may tell of an answer to an offer, though no event was read from it. */
export function mayTellOfAnswer(sentences: Sentences): boolean {
  return [...sentences.values()].some((lines) =>
    lines.some((line) => ANSWER.test(line) && OFFER.test(line) && !NO.test(line)),
  );
}

/** Whether an article that reports the event also gives deaths that no event accounts for. */
export function mayTellOfToll(event: Event, events: readonly Event[], sentences: Sentences): boolean {
  const accounted = events.filter((one) => one.tolls.length > 0).flatMap((one) => one.claims);
  return event.articles.some((id) =>
    (sentences.get(id) ?? []).some(
      (line) => tollOf(line) !== undefined && !accounted.some((claim) => claim.citation.quote.includes(line)),
    ),
  );
}
