import type { Archive } from '../domain/archive.ts';
import type { IsoDate } from '../domain/article.ts';
import type { Event } from '../domain/event.ts';
import type { Situation } from '../domain/situation.ts';
import { statesOf } from '../events/signature.ts';
import { findNames, standsFor } from '../text/names.ts';
import type { SentencesOf } from './silence.ts';

/** Words of deaths, with any number or none: "hundreds were killed", "a teacher died", "no casualties" all say how many. */
const DEATH =
  /\b(kill(s|ed|ing|ings)?|die[ds]?|dying|dead|deaths?|tolls?|fatalit(y|ies)|casualt(y|ies)|lives|perish(ed)?|slain|slaughter(ed|ing)?|massacred?|murder(s|ed)?|executed|assassinated|drowned|martyr(s|ed)?|corpses?|bodies|body (?=of\b)|victims?|surviv(ors?|ed)|graves?|burials?|buried|funerals?|coffins?|morgues?|lost (?=[^.;]{0,30}\b(men|women|people|civilians|soldiers|troops|fighters|sailors|children)\b))\b/gi;

/** What the index is asked for: words that hold all of these, its engine finds other forms of some. */
const TERMS = (
  'kill kills killed killing killings die dies died dying dead death deaths toll fatality fatalities casualty casualties ' +
  'lives perish perished slain slaughtered massacre massacred murder murdered executed assassinated drowned martyr martyrs ' +
  'corpse corpses body bodies victim victims survivor survivors survived grave graves burial buried funeral funerals ' +
  'coffin coffins morgue lost'
).split(' ');

/** What there is to look through for deaths. */
export interface TollGround {
  readonly events: readonly Event[];
  readonly sentencesOf: SentencesOf;
  /** Sentences of any stored article that is on the situation, asked for once the events' own articles are silent. */
  readonly elsewhere: () => Promise<readonly DatedSentence[]>;
}

interface DatedSentence {
  readonly quote: string;
  readonly publishedAt?: IsoDate;
}

/** Whether any sentence at hand may give deaths for an attack: all that do not clearly tell of another one's attack may. */
export async function mayTellOfToll(event: Event, ground: TollGround): Promise<boolean> {
  const { events } = ground;
  const mayTell = (line: string) => line.search(DEATH) >= 0 && !tellsOfAnother(line, event, events);
  for (const id of event.articles) if ((await ground.sentencesOf(id)).some(mayTell)) return true;
  const first = event.date.from ?? '';
  return (await ground.elsewhere()).some(({ quote, publishedAt }) => (publishedAt ?? first) >= first && mayTell(quote));
}

/** One word of death, in a sentence that names another attacker, is read as its toll and as nothing of this one's. */
function tellsOfAnother(line: string, event: Event, events: readonly Event[]): boolean {
  if ([...line.matchAll(DEATH)].length > 1) return false;
  const ours = statesOf(event.actors);
  const told = events.filter(({ claims }) => claims.some(({ citation }) => citation.quote.includes(line)));
  const deeds = told.filter(({ type }) => type === 'ASSAULT');
  if (deeds.some(({ actors }) => statesOf(actors).some((state) => ours.includes(state)))) return false;
  const named = findNames(line).map(({ name, state }) => state ?? name);
  return deeds.some(({ actors, tolls }) => tolls.length > 0 && statesOf(actors).some((state) => named.includes(state)));
}

/** Sentences with words of deaths of all stored articles of these days, and of undated ones, that name a party of a situation. */
export async function deadlySentences(
  { articles, passages }: Pick<Archive, 'articles' | 'passages'>,
  { parties }: Situation,
  days: { readonly from: IsoDate; readonly to: IsoDate },
): Promise<readonly DatedSentence[]> {
  const hits = await passages.find({ terms: TERMS, limit: Number.MAX_SAFE_INTEGER, scope: { asOf: days.to } });
  const found: DatedSentence[] = [];
  const sentences = Map.groupBy(hits, ({ articleId }) => articleId);
  for (const { id, publishedAt } of await articles.outlines([...sentences.keys()])) {
    if ((publishedAt ?? days.from) < days.from) continue;
    const article = await articles.get(id);
    if (article === undefined || !namesOneOf(`${article.title}\n${article.text}`, parties)) continue;
    // the index looks through titles too, and a title need not stand in the text
    const quotes = [article.title, ...(sentences.get(id) ?? []).map(({ quote }) => quote)];
    found.push(...quotes.map((quote) => ({ quote, ...(publishedAt !== undefined && { publishedAt }) })));
  }
  return found;
}

function namesOneOf(text: string, parties: readonly string[]): boolean {
  return findNames(text).some((name) => parties.some((party) => standsFor(name, party)));
}
