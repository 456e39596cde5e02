import { composeBrief } from '../brief/compose.ts';
import { withoutConfirmed } from '../brief/corrections.ts';
import { confirmedFor } from '../desk/decisions.ts';
import type { Archive } from '../domain/archive.ts';
import type { Edition } from '../domain/delivery.ts';
import type { Compose, Order } from '../schedule/parts.ts';
import { chosenSituation, feedsNow, loadDefinition } from './brief.ts';
import type { Call } from './call.ts';
import { languageOf } from './desk-bot.ts';
import type { Wording } from './wording.ts';

/** Conversations that want the same edition in the same minute get one that was made once. */
const KEPT_MS = 60_000;
const MOST_KEPT = 50;

/** Makes the editions of schedules from an archive. */
export function editionsOf(call: Call, archive: Archive, wording?: Wording): Compose {
  const kept = new Map<string, Promise<Edition>>();
  return async (order) => {
    const mark = await archive.articles.mark();
    // the mark stays where an article is taken out
    const language = wording && (await languageOf(archive, order.schedule.conversation));
    const key = JSON.stringify([wanted(order), language, order.previous, mark, await archive.articles.state()]);
    const made = kept.get(key) ?? worded(compose(call, archive, order, mark), wording, language);
    if (!kept.has(key)) keep(kept, key, made);
    const edition = await made;
    const confirmed = confirmedFor(await archive.desk.confirmed(), order.schedule.conversation);
    return { ...edition, brief: await withoutConfirmed(archive, edition.brief, confirmed) };
  };
}

/** On the budget of the day alone: many conversations may have the same edition. */
async function worded(made: Promise<Edition>, wording?: Wording, language?: string): Promise<Edition> {
  const edition = await made;
  return wording === undefined ? edition : { ...edition, brief: await wording.brief(edition.brief, {}, { language }) };
}

function keep(kept: Map<string, Promise<Edition>>, key: string, made: Promise<Edition>): void {
  kept.set(key, made);
  made.catch(() => kept.delete(key));
  setTimeout(() => kept.delete(key), KEPT_MS).unref();
  const [oldest] = kept.keys();
  if (kept.size > MOST_KEPT && oldest !== undefined) kept.delete(oldest);
}

function wanted({ schedule, date }: Order) {
  const { situation, zone, weekend } = schedule;
  return {
    situation,
    zone,
    date,
    definition: isWeekend(date) ? (weekend ?? schedule.definition) : schedule.definition,
  };
}

async function compose(call: Call, archive: Archive, order: Order, mark: number): Promise<Edition> {
  const { situation, zone, date, definition } = wanted(order);
  const { previous } = order;
  const about = chosenSituation(call, situation || undefined);
  const unseen = new Set(previous && (await archive.articles.storedAfter(previous.mark)));
  const kind = await loadDefinition(definition);
  const feeds = await feedsNow(call, archive);
  const options = { date, zone, staleAfterDays: call.staleAfterDays, feeds, ...(about && { situation: about }) };
  const since = previous?.date ?? NEVER;
  const brief = await composeBrief(archive, kind, { ...options, since, unseen });
  // what the archive is most about may be another crisis by now: of that nothing was told yet
  const isNews = previous !== undefined && brief.situation?.name !== previous.situation;
  return { brief: isNews ? await composeBrief(archive, kind, { ...options, since: NEVER }) : brief, mark };
}

/** Before every article: an edition that is compared with nothing. */
const NEVER = '0001-01-01';

function isWeekend(date: string): boolean {
  const day = new Date(`${date}T00:00:00Z`).getUTCDay();
  return day === 0 || day === 6;
}
