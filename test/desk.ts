import { onTestFinished, vi } from 'vitest';
import { definition as deEscalation } from '../briefs/de-escalation.ts';
import { Conversations } from '../src/answer/conversation.ts';
import { openSqliteArchive } from '../src/archive/sqlite-archive.ts';
import { type BotParts, createBot } from '../src/bot.ts';
import { composeBrief } from '../src/brief/compose.ts';
import { situationNamed } from '../src/brief/situation.ts';
import { clockFrom } from '../src/clock.ts';
import { readSources } from '../src/ingest/sources.ts';
import { takeIn } from '../src/intake.ts';
import { silentLogger } from '../src/logger.ts';

const today = '2024-01-29';

/** The whole bot on the bundled sample, at eight in the morning of the sample's last day. */
export async function sampleDesk(parts: Partial<BotParts> = {}) {
  const archive = await openSqliteArchive(':memory:');
  onTestFinished(() => archive.close());
  await takeIn(archive, readSources(['samples']));
  const clock = clockFrom(`${today}T08:00:00Z`);
  const conversations = new Conversations(archive, clock);
  const compose: BotParts['brief'] = ({ date = today, since, situation, zone = 'UTC' }) => {
    const about = situation === undefined ? undefined : situationNamed(situation);
    return composeBrief(archive, deEscalation, {
      date,
      zone,
      ...(since && { since }),
      ...(about && { situation: about }),
    });
  };
  const bot = createBot({
    archive,
    clock,
    logger: silentLogger,
    brief: compose,
    ask: (question, asker) => conversations.ask(asker, question, { today }),
    forget: (...whose) => conversations.forget(...whose),
    sample: () => compose({}),
    ...parts,
  });
  return { archive, clock, bot };
}

/** Waits until there is this much, then lets what may come too much come. */
export async function settled<Item>(list: () => readonly Item[], count: number): Promise<readonly Item[]> {
  await vi.waitUntil(() => list().length >= count, { timeout: 5_000, interval: 5 });
  await new Promise((resolve) => setTimeout(resolve, 60));
  return list();
}

/** A conversation about the sample: each turn goes on from the one before. */
export const turns = [
  'Who offered to mediate?',
  'and when?',
  'who else offered?',
  'did Pakistan accept?',
  'What did they agree on 19 January?',
];
