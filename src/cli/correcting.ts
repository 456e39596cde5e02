import { correctionOf } from '../brief/corrections.ts';
import { type PresentAt, presentIn } from '../brief/present.ts';
import { systemClock } from '../clock.ts';
import { confirmedFor } from '../desk/decisions.ts';
import type { Archive } from '../domain/archive.ts';
import type { Brief } from '../domain/brief.ts';
import type { Logger } from '../domain/logger.ts';
import { Corrector } from '../schedule/corrector.ts';
import { loadDefinition } from './brief.ts';
import { type Call, dayIn } from './call.ts';

/** Corrects what was sent from an archive. */
export function correctorOf(
  call: Pick<Call, 'clock'>,
  { archive, logger }: { readonly archive: Archive; readonly logger: Logger },
): Corrector {
  const { outbox, desk } = archive;
  const presentAt = presentOnceADay(archive);
  return new Corrector({
    outbox,
    clock: call.clock,
    machineClock: systemClock(),
    logger,
    state: stateOf(archive),
    confirmed: async () => {
      const confirmed = await desk.confirmed();
      return (conversation) => confirmedFor(confirmed, conversation);
    },
    correct: async (edition, confirmed) => {
      const { zone, definition } = edition.brief;
      const since = { today: dayIn(zone, call.clock), confirmed };
      return correctionOf(archive, await loadDefinition(definition), edition, since, presentAt);
    },
  });
}

/** Articles, and what was decided about sentences. */
function stateOf({ articles, desk }: Archive): () => Promise<string> {
  return async () => {
    const confirmed = (await desk.confirmed()).map(({ conversation, statement }) => [conversation, statement]);
    return JSON.stringify([await articles.state(), confirmed]);
  };
}

/** The editions of a week ask for the same; a changed archive is asked anew. */
function presentOnceADay(archive: Archive): PresentAt {
  const found = new Map<string, Promise<Brief | undefined>>();
  let seen = '';
  return async (edition, today) => {
    const state = await archive.articles.state();
    if (state !== seen) found.clear();
    seen = state;
    const { definition, situation, zone } = edition.brief;
    const key = JSON.stringify([definition, situation, zone, today]);
    const made = found.get(key) ?? presentIn(archive, await loadDefinition(definition))(edition, today);
    found.set(key, made);
    made.catch(() => found.delete(key));
    return made;
  };
}
