import type { BotParts } from '../../src/bot.ts';
import { sampleDesk } from '../desk.ts';
import { discordUnderTest, type Wanted } from './under-test.ts';

interface DeskWanted extends Wanted {
  readonly parts?: Partial<BotParts>;
  /** The bot was never in the server: it greets. */
  readonly isNew?: boolean;
}

/** The whole bot on the bundled sample, in Discord, and what happens there. */
export async function deskInDiscord(wanted: DeskWanted = {}) {
  const { archive, clock, bot } = await sampleDesk(wanted.parts);
  const under = await discordUnderTest({ clock, ...wanted });
  await under.adapter.start(async (request) => {
    const isGreeting = request.kind === 'installed' && request.known === true;
    return isGreeting && !wanted.isNew ? undefined : bot.handle(request);
  });
  return { ...under, archive, bot };
}
