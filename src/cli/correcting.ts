import { correctionOf, type DisagreementsAt, disagreementsIn } from '../brief/corrections.ts';
import { systemClock } from '../clock.ts';
import { confirmedIn } from '../desk/decisions.ts';
import type { Archive } from '../domain/archive.ts';
import type { Disagreement } from '../domain/brief.ts';
import type { Logger } from '../domain/logger.ts';
import { Corrector } from '../schedule/corrector.ts';
import { loadDefinition } from './brief.ts';
import { type Call, dayIn } from './call.ts';

/** Corrects what was sent from an archive. */
export function correctorOf(
  call: Pick<Call, 'clock'>,
  { archive, logger }: { readonly archive: Archive; readonly logger: Logger },
): Corrector {
  const { outbox, articles, desk } = archive;
  const decided = async () => (await desk.feedback()).filter(({ decision }) => decision === 'confirmed').length;
  const found = new Map<string, Promise<readonly Disagreement[]>>();
  let seen = '';
  /** The editions of a week ask for the same; a changed archive is asked anew. */
  const disagreementsAt: DisagreementsAt = async (edition, today) => {
    const state = await articles.state();
    if (state !== seen) found.clear();
    seen = state;
    const { definition, situation, zone } = edition.brief;
    const key = JSON.stringify([definition, situation, zone, today]);
    const made = found.get(key) ?? disagreementsIn(archive, await loadDefinition(definition))(edition, today);
    found.set(key, made);
    made.catch(() => found.delete(key));
    return made;
  };
  return new Corrector({
    outbox,
    clock: call.clock,
    machineClock: systemClock(),
    logger,
    state: async () => `${await articles.state()} ${await decided()}`,
    correct: async (edition, { conversation }) => {
      const { zone, definition } = edition.brief;
      const since = { today: dayIn(zone, call.clock), confirmed: await confirmedIn(desk, conversation) };
      return correctionOf(archive, await loadDefinition(definition), edition, since, disagreementsAt);
    },
  });
}
