import { readFileSync } from 'node:fs';
import type { EventOutline, EventType, Stance } from '../../src/domain/event.ts';
import { tensionAt } from '../../src/events/tension.ts';
import { indexOfDays } from './index-of-days.ts';

interface Label {
  readonly id: string;
  readonly date: string;
  readonly actor: readonly string[];
  readonly target: readonly string[];
  readonly plover: EventType | null;
  readonly plover_mode: readonly string[];
  readonly stance: Stance;
  readonly future?: boolean;
  readonly implied?: boolean;
  readonly commentary?: boolean;
  readonly off_dyad?: boolean;
}

/** Our index beside that of the hand labels, by the same formula: "16 January 52 (55)". */
export async function tensionLine(folder: string, labels: string, parties: readonly string[], days: readonly string[]) {
  const gold = (JSON.parse(readFileSync(labels, 'utf8')) as { events: readonly Label[] }).events.map(outlineOf);
  const ours = await indexOfDays(folder, parties, days);
  const apart = days.map((day, at) => {
    const wanted = tensionAt(gold, parties, day)?.index;
    return { day, got: ours[at], wanted, off: Math.abs((ours[at] ?? 0) - (wanted ?? 0)) };
  });
  const figures = apart.map(({ day, got, wanted }) => `${day} ${got} (${wanted})`).join(', ');
  return `${figures}; at most ${Math.max(...apart.map(({ off }) => off))} apart`;
}

/** A label as an event; what is planned or only implied counts half, commentary and other conflicts not at all. */
function outlineOf(label: Label): EventOutline {
  const [from = null, to = from] = label.date.split('/').map((day) => (day === '..' ? null : day));
  return {
    id: label.id,
    type: label.plover,
    modes: label.plover_mode,
    stance: label.stance,
    actors: label.actor.map(bare),
    targets: label.target.map(bare),
    date: { from, to, precision: from === to ? 'day' : 'interval' },
    status: label.commentary || label.off_dyad ? 'historical' : label.future || label.implied ? 'planned' : 'reported',
    named: [],
  };
}

/** "Pakistan (territory)" is Pakistan; "Name (State)" stays. */
function bare(name: string): string {
  return name.replace(/ \(territory\)$/, '').replace(/^(.*) \(former [^()]*, ([^()]+)\)$/, '$1 ($2)');
}
