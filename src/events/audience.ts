import type { Mention } from '../domain/mention.ts';
import type { Frame } from './frame.ts';
import { SENSES } from './senses.ts';
import { stateIn } from './signature.ts';

const TELLING = /^(tell|assure|inform|notify|remind|reassure)$/;
/** "told the world", "made it clear to the rest of the world". */
const TO_ALL =
  /\b(told|assured|informed|reassured|clear to|message to) (the )?(rest of the world|outside world|world|(international|world|global) community)\b/i;
const ALL = 'international community';

/** An assurance that is given to somebody is another one than that given to others: who is told is its other side. */
export function addressed(mentions: readonly Mention[], frame: () => Frame): Mention[] {
  return mentions.map((mention) => {
    if (mention.sense !== 'noEscalation') return mention;
    const audience = audienceOf(mention, mentions, frame());
    return audience === undefined
      ? mention
      : { ...mention, sense: 'assure', act: SENSES.assure.past, targets: [audience] };
  });
}

/** Whom the words are said to: the object of a verb of telling, else the other side of the contact in which they fell. */
function audienceOf(mention: Mention, mentions: readonly Mention[], frame: Frame): string | undefined {
  const { sentence, phrases } = frame;
  if (TO_ALL.test(mention.span.quote.slice(0, mention.at - mention.span.start))) return ALL;
  const own = new Set([...mention.actors, mention.speaker ?? ''].map(stateIn));
  const telling = sentence.tokens.findLastIndex((token) => token.start < mention.at && TELLING.test(token.lemma));
  const told = phrases.find(({ first }) => telling >= 0 && first > telling && first - telling <= 3);
  if (told !== undefined && !own.has(stateIn(told.actor))) return told.actor;
  const contact = mentions.find((one) => one.type === 'CONSULT' && one.at < mention.at);
  const partners = contact?.actors.filter((actor) => !own.has(stateIn(actor))) ?? [];
  return partners.length === 1 ? partners[0] : undefined;
}

const ANSWERS: ReadonlySet<string> = new Set(['welcomeOffer', 'acceptMediation', 'rejectMediation']);

/** "China offered to mediate. Islamabad welcomed the offer.": an answer is to the one whose offer was told of last. */
export function answering(mentions: readonly Mention[], before: readonly Mention[]): Mention[] {
  const offers = [...before, ...mentions].filter(({ sense }) => sense === 'offerMediation');
  const [offer] = offers;
  if (offer === undefined || offers.length > 1) return [...mentions];
  return mentions.map((mention) =>
    ANSWERS.has(mention.sense ?? '') && mention.targets.length === 0 ? { ...mention, targets: offer.actors } : mention,
  );
}
