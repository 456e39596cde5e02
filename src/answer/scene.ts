import type { PassageHit } from '../domain/archive.ts';
import type { Article } from '../domain/article.ts';
import { once } from '../events/once.ts';
import { type ActorPhrase, actorPhrases } from '../events/phrase.ts';
import { retagged } from '../events/tagging.ts';
import { findNames, type NameMention } from '../text/names.ts';
import { parseText, type Sentence } from '../text/sentences.ts';
import { stemLine } from '../text/thesaurus.ts';

/** A stored sentence that may hold an answer, with what is read out of it when it is first asked for. */
export interface Scene {
  readonly hit: PassageHit;
  readonly article: Article;
  /** Offsets within the quote. */
  readonly sentence: () => Sentence;
  readonly names: () => readonly NameMention[];
  readonly phrases: () => readonly ActorPhrase[];
  /** Its stems with a space around each. */
  readonly line: () => string;
  /** The words right before it, to which its pronouns point. */
  readonly before: string;
  readonly namesBefore: () => readonly NameMention[];
}

/** How far back a pronoun points, in UTF-16 code units: two or three sentences. */
const REACH = 450;

/** A sentence of an article as a scene. */
export function sceneOf(hit: PassageHit, article: Article): Scene {
  const before = article.text.slice(Math.max(article.bodyStart, hit.start - REACH), hit.start);
  const sentence = once(() => oneSentence(hit.quote));
  const names = once(() => findNames(hit.quote));
  return {
    hit,
    article,
    sentence,
    names,
    phrases: once(() => actorPhrases(sentence(), names())),
    line: once(() => stemLine(hit.quote)),
    before,
    namesBefore: once(() => findNames(before)),
  };
}

function oneSentence(text: string): Sentence {
  const tokens = parseText(text).flatMap((one) => one.tokens);
  return retagged({ start: 0, end: text.length, tokens });
}
