import { deliveryStatus } from '../desk/schedule-status.ts';
import { formatConversation } from '../domain/conversation-name.ts';
import { formatDay, formatInstant } from '../domain/day.ts';
import type { Delivery } from '../domain/delivery.ts';
import { subjectWords } from '../outline/schedule.ts';
import { type Call, withArchive } from './call.ts';
import { modelJson, modelLines, modelStatus } from './model-status.ts';
import { print, printJson } from './output.ts';
import { scheduleEntries } from './schedule.ts';
import { feedJson, feedLines } from './source-words.ts';

/** Deliveries that are shown; `--format json` gives as many. */
const MOST = 100;

/** Schedules, what was delivered where, what failed and why, how the feeds are, and what the language model took. */
export async function status(call: Call): Promise<void> {
  await withArchive(call, async (archive) => {
    const { total } = await archive.articles.tally();
    const newest = await archive.articles.newest();
    const schedules = await scheduleEntries(call, archive);
    const deliveries = await archive.outbox.recent({ limit: MOST });
    const failed = deliveries.filter(({ state, reason }) => state !== 'sent' && reason !== undefined);
    const model = await modelStatus(call, archive);
    const feeds = await archive.feeds.list();
    const now = call.clock.now();
    if (call.format === 'json')
      return printJson({
        schema: 'detente.status/1',
        archive: { articles: total, newest },
        schedules: schedules.map(({ json }) => json),
        deliveries: deliveries.map(deliveryJson),
        failures: failed.map(deliveryJson),
        ...(model && { model: modelJson(model) }),
        sources: feeds.map((feed) => feedJson(feed, now)),
      });
    print(`archive: ${total} articles${newest === undefined ? '' : `, the newest of ${formatDay(newest)}`}`);
    printList(
      'schedules',
      schedules.map(({ text }) => text),
    );
    printList('last deliveries', deliveries.slice(0, 10).map(deliveryLine));
    printList('not delivered', failed.map(deliveryLine));
    printList(
      'sources',
      feeds.flatMap((feed) => feedLines(call.format, feed, now)),
    );
    for (const line of model === undefined ? [] : modelLines(model)) print(line);
  });
}

export function deliveryJson(delivery: Delivery) {
  return { conversation: formatConversation(delivery.conversation), key: delivery.key, ...deliveryStatus(delivery) };
}

export function deliveryLine(delivery: Delivery): string {
  const { conversation, date, state, settledAt, late, reason, situation, definition } = delivery;
  const when = settledAt === undefined ? '' : ` on ${formatInstant(new Date(settledAt).toISOString(), 'UTC')}`;
  const what = delivery.revision === '' ? 'edition' : 'correction of the edition';
  const about = subjectWords({ definition, ...(situation !== '' && { situation }) });
  const why = reason === undefined ? '' : `: ${reason}`;
  return `${formatConversation(conversation)} · ${what} of ${formatDay(date)} about ${about} ${state}${when}${late ? ', late' : ''}${why}`;
}

function printList(name: string, lines: readonly string[]): void {
  print(`${name}: ${lines.length === 0 ? 'none' : ''}`.trimEnd());
  for (const line of lines) print(`  ${line}`);
}
