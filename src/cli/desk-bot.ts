import { Conversations } from '../answer/conversation.ts';
import { openSqliteArchive } from '../archive/sqlite-archive.ts';
import { type Bot, type BotParts, createBot } from '../bot.ts';
import { composeBrief } from '../brief/compose.ts';
import { readSituations } from '../brief/situation-file.ts';
import { newestOf, placeOf } from '../desk/status.ts';
import type { Archive } from '../domain/archive.ts';
import type { IsoDate } from '../domain/article.ts';
import type { Brief } from '../domain/brief.ts';
import type { Conversation } from '../domain/chat.ts';
import type { EncoderFound } from '../domain/encoder.ts';
import type { Logger } from '../domain/logger.ts';
import { USUAL_DEFINITION } from '../domain/schedule.ts';
import { embedMissing } from '../embedding.ts';
import { readSources } from '../ingest/sources.ts';
import { takeIn } from '../intake.ts';
import { languages } from '../text/languages.ts';
import { chosenSituation, feedsNow, loadDefinition } from './brief.ts';
import { bundled } from './bundle.ts';
import { type Call, dayIn } from './call.ts';
import { encoderOf } from './encoder.ts';
import type { Wording } from './wording.ts';

/** What a bot answers from. */
export interface Desk {
  readonly archive: Archive;
  /** On its way while the first brief is read. */
  readonly found: Promise<EncoderFound>;
  readonly logger: Logger;
  /** The edition that "the latest" means; absent: today's. */
  readonly day?: IsoDate;
  /** Absent where no language model is wanted. */
  readonly wording?: Wording;
  /** The archive is the sample's: no situation of the configuration fits it, and its last day is its today. */
  readonly sample?: boolean;
}

export type Compose = BotParts['brief'];

/** The bot of the command line's own archive. */
export async function deskBot(call: Call, desk: Desk, parts: Partial<BotParts> = {}): Promise<Bot> {
  const { archive, found, logger } = desk;
  const { clock } = call;
  const conversations = new Conversations(archive, clock);
  const situations = call.situationsFile === undefined ? [] : readSituations(call.situationsFile);
  return createBot({
    archive,
    clock,
    logger,
    brief: await composer(call, desk),
    ask: async (question, asker, update) => {
      const encoder = encoderOf(await found);
      const today = (desk.sample && desk.day) || dayIn('UTC', clock);
      const language = await languageOf(archive, asker.conversation);
      const wording = desk.wording && { ...desk.wording.answers(asker, language), ...(update && { update }) };
      return conversations.ask(asker, question, { today, encoder, wording });
    },
    forget: (...whose) => conversations.forget(...whose),
    sample: () => sampleBrief(call),
    situations: situations.map(({ name }) => name),
    ...(desk.wording && { languages: languages.map(({ code }) => code) }),
    ...parts,
  });
}

/** Composes editions of a desk's archive. */
export async function composer(call: Call, { archive, sample, day, wording }: Desk): Promise<Compose> {
  const definition = await loadDefinition(USUAL_DEFINITION);
  return async ({ date, since, situation, zone = 'UTC' }, reader) => {
    const about = sample && situation === undefined ? undefined : chosenSituation(call, situation);
    const { staleAfterDays } = call;
    const edition = { date: date ?? day ?? dayIn(zone, call.clock), zone, ...(!sample && { staleAfterDays }) };
    const brief = await composeBrief(archive, definition, {
      ...edition,
      ...(about && { situation: about }),
      ...(since && { since }),
      ...(!sample && { feeds: await feedsNow(call, archive) }),
    });
    if (wording === undefined || reader === undefined) return brief;
    const language = await languageOf(archive, reader.conversation);
    return wording.brief(brief, reader, { language, waitMs: call.model?.waitMs });
  };
}

/** The code of the language that a conversation reads in; undefined for English. */
export async function languageOf({ desk }: Pick<Archive, 'desk'>, place: Conversation): Promise<string | undefined> {
  return (await desk.settings(placeOf(place)))['language'];
}

/** In memory: a look at the sample leaves nothing behind that a later start would take for the reader's archive. */
export async function openSample(): Promise<Archive> {
  const archive = await openSqliteArchive(':memory:');
  await takeIn(archive, readSources([bundled('samples')]));
  return archive;
}

async function sampleBrief(call: Call): Promise<Brief> {
  const archive = await openSample();
  try {
    const date = (await latestDay(archive)) ?? dayIn('UTC', call.clock);
    return await composeBrief(archive, await loadDefinition(USUAL_DEFINITION), { date, zone: 'UTC' });
  } finally {
    await archive.close();
  }
}

export async function latestDay(archive: Archive): Promise<IsoDate | undefined> {
  return newestOf(await archive.articles.outline());
}

export interface Embedding {
  /** Articles came in: vectors that they lack are made too. */
  again(): void;
  stop(): Promise<void>;
}

/** Vectors that are missing are made while nobody waits for them, at once and whenever it is told that more are missing. */
export function embedInBackground({ archive, found, logger }: Desk): Embedding {
  const ending = new AbortController();
  const { signal } = ending;
  let isWanted = false;
  // after a look at all articles, one at those that came in since: it costs little, however many there are
  let since: number | undefined;
  let running: Promise<void> | undefined;
  const work = async () => {
    while (isWanted && !signal.aborted) {
      isWanted = false;
      const one = await found;
      if (one.kind === 'absent') return;
      const mark = await archive.articles.mark();
      await embedMissing(archive, one.encoder, { signal, ...(since !== undefined && { since }) });
      since = mark;
    }
  };
  const again = () => {
    isWanted = true;
    running ??= work()
      .catch((error: unknown) =>
        logger.warn({ error }, 'token vectors could not be made; questions are answered without'),
      )
      .finally(() => {
        running = undefined;
        // told of more after the last look, and before it was over
        if (isWanted && !signal.aborted) again();
      });
  };
  again();
  return {
    again,
    stop: async () => {
      ending.abort();
      await running;
    },
  };
}
