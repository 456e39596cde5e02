import { isNonEmpty, type NonEmpty } from '../domain/citation.ts';
import type { HomeQuery, LedgerEvent, LedgerStore, Reports, UnmergedBlock } from '../domain/ledger.ts';
import type { DatedMention } from '../domain/mention.ts';
import { BEHIND_ALL, daysOf } from './days.ts';
import { outlineOf } from './event.ts';
import { begun, clusterOf, type Growing, homeOf, join } from './merge.ts';
import { NO_DAY, orderKey } from './place.ts';
import { belongs } from './same-act.ts';
import { statesIn, statesOf } from './signature.ts';

/** Homes that are read at once when a report looks back. */
const PAGE = 64;

/** Merges the reports of a block from a key on, as if all articles had come in order. */
export async function mergeBlock(ledger: LedgerStore, unmerged: UnmergedBlock): Promise<void> {
  const merge = new BlockMerge(ledger, unmerged.block);
  const parted = await ledger.parted(unmerged.block, unmerged.from);
  for (const reports of parted) merge.take(reports);
  for (const report of await ledger.reports(unmerged.block, unmerged.from)) await merge.add(report);
  await ledger.merge(unmerged, [...parted.map(({ id }) => id), ...merge.gone()], merge.made());
}

/** An event as it is told by reports that were merged before, in order. */
export function retold(block: string, reports: NonEmpty<DatedMention>): LedgerEvent {
  return stored(grownFrom(reports), block);
}

class BlockMerge {
  readonly #ledger: LedgerStore;
  readonly #block: string;
  /** What is at hand, under the id of the stored event that it continues. */
  readonly #growing = new Map<Growing, string | undefined>();
  readonly #stored = new Set<string>();
  readonly #changed = new Set<Growing>();

  constructor(ledger: LedgerStore, block: string) {
    this.#ledger = ledger;
    this.#block = block;
  }

  /** What is left of a stored event whose later reports are taken anew. */
  take({ id, members }: Reports): void {
    const left = grown(members);
    this.#stored.add(id);
    if (left === undefined) return;
    this.#growing.set(left, id);
    this.#changed.add(left);
  }

  async add(report: DatedMention): Promise<void> {
    const near = new Map((await this.#storedHomes(report)).flatMap(asGrowing));
    const home = homeOf(report, [...this.#growing.keys(), ...near.keys()]);
    const chosen = home ?? begun(report);
    if (home !== undefined) join(home, report);
    if (!this.#growing.has(chosen)) this.#keep(chosen, near.get(chosen));
    this.#changed.add(chosen);
  }

  #keep(one: Growing, id: string | undefined): void {
    this.#growing.set(one, id);
    if (id !== undefined) this.#stored.add(id);
  }

  /** Stored events that are replaced. */
  gone(): string[] {
    return [...this.#changed].flatMap((one) => this.#growing.get(one) ?? []);
  }

  made(): LedgerEvent[] {
    return [...this.#changed].map((one) => stored(one, this.#block));
  }

  /** Stored events that a report can belong to and that are not at hand yet. */
  async #storedHomes(report: DatedMention): Promise<Reports[]> {
    const { from, to } = daysOf(report);
    const near = (await this.#homes(report, { from, until: BEHIND_ALL })).filter(({ id }) => this.#isFresh(id));
    const found = near.some(({ members }) => belongs(report, members) && (grown(members)?.days.to ?? '') <= to);
    return report.mention.reference !== true || found ? near : [...near, ...(await this.#lookedBack(report, from))];
  }

  /** A noun that looks back means the last fitting act, however old: page by page, until one fits. */
  async #lookedBack(report: DatedMention, before: string): Promise<Reports[]> {
    for (let until = before; ; ) {
      const page = await this.#homes(report, { from: '', until }, PAGE);
      const fitting = page.filter(({ id, members }) => this.#isFresh(id) && belongs(report, members));
      const last = grown(page.at(-1)?.members ?? []);
      if (fitting.length > 0 || last === undefined) return fitting;
      until = last.days.to;
    }
  }

  #homes(report: DatedMention, to: HomeQuery['to'], limit?: number): Promise<readonly Reports[]> {
    const parties = statesIn(report.mention);
    const latest = daysOf(report).to;
    return this.#ledger.homes({ block: this.#block, parties, to, latest, ...(limit !== undefined && { limit }) });
  }

  #isFresh(id: string): boolean {
    return !this.#stored.has(id);
  }
}

function asGrowing({ id, members }: Reports): [Growing, string][] {
  const one = grown(members);
  return one === undefined ? [] : [[one, id]];
}

function grown(reports: readonly DatedMention[]): Growing | undefined {
  return isNonEmpty(reports) ? grownFrom(reports) : undefined;
}

function grownFrom([first, ...rest]: NonEmpty<DatedMention>): Growing {
  const one = begun(first);
  for (const report of rest) join(one, report);
  return one;
}

function stored({ members, born, days }: Growing, block: string): LedgerEvent {
  const reported = members.map(({ reportedOn }) => reportedOn ?? NO_DAY).sort();
  return {
    outline: outlineOf(clusterOf(members)),
    block,
    born,
    days,
    firstReport: reported[0] ?? NO_DAY,
    lastReport: reported.at(-1) ?? NO_DAY,
    parties: statesOf(members.flatMap(({ mention }) => [...mention.actors, ...mention.targets, ...mention.named])),
    members: members.map((one) => ({ articleId: one.mention.articleId, order: orderKey(one) })),
  };
}
