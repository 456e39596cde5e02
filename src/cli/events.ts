import { largestSituation } from '../brief/situation.ts';
import type { Event, EventDate } from '../domain/event.ts';
import { eventJson } from '../events/json.ts';
import { eventsOf } from '../events/ledger.ts';
import { chosenSituation } from './brief.ts';
import { type Call, withArchive } from './call.ts';
import { print, printJson } from './output.ts';
import { printTable, type TableFormat } from './table.ts';

interface EventOptions {
  readonly from?: string;
  readonly to?: string;
  readonly situation?: string;
}

export async function listEvents(call: Call, options: EventOptions): Promise<void> {
  const { from, to } = options;
  const events = await withArchive(call, async (archive) => {
    const named = options.situation === undefined ? undefined : chosenSituation(call, options.situation);
    // whether an act moves toward calm is told of the parties that the archive is about
    const situation = named ?? chosenSituation(call) ?? (await largestSituation(archive));
    return eventsOf(archive, {
      ...(from && { from }),
      ...(to && { to }),
      ...(named && { parties: named.parties }),
      ...(situation && { situation: situation.parties }),
    });
  });
  if (call.format === 'json') printJson(events.map(eventJson));
  else if (events.length === 0) print('no events');
  else printEvents(call.format, events);
}

function printEvents(format: TableFormat, events: readonly Event[]): void {
  printTable(
    format,
    ['date', 'type', 'stance', 'status', 'origins', 'what'],
    events.map((event) => [
      dateText(event.date),
      event.type ?? '-',
      event.stance,
      event.status,
      String(event.origins),
      event.summary,
    ]),
  );
}

function dateText({ from, to, precision }: EventDate): string {
  if (precision === 'unknown' || from === null) return to ? `until ${to}` : '-';
  if (precision === 'month') return from.slice(0, 7);
  return from === to ? from : `${from}/${to ?? '..'}`;
}
