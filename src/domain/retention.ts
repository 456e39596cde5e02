import type { IsoDate } from './article.ts';
import type { NonEmpty } from './citation.ts';
import type { LedgerEvent } from './ledger.ts';
import type { DatedMention } from './mention.ts';

/** How an event of a block is told by those of its reports that are left, in order. Pure. */
export type Retold = (block: string, left: NonEmpty<DatedMention>) => LedgerEvent;

/**
 * Lets an archive forget, so that it stays as large as what comes in during its retention. In steps that are small, since
 * everybody who writes waits for each. Several processes may do it at once.
 */
export interface RetentionStore {
  /**
   * Forgets articles of days before one, the oldest first, with their versions and all that was read out of them: unlike
   * `remove` it buries nothing, and texts may stand in unused parts of files until those are written over. An article's
   * day is here the later of its own, stated or inferred, and the one its current text was stored on: an old article that
   * somebody has just brought is as young as any other. Those that a kept edition cites stay.
   * Events are told by the reports that are left; these keep the days and names they were given, also where those rested
   * on what is forgotten. An act of days before `before` that they would date later goes, so that nothing old looks new.
   * What a language model said before that day goes too.
   * @param limit articles at most
   * @returns how many went; fewer than `limit` where no more are left
   */
  age(before: IsoDate, limit: number, retold: Retold): Promise<number>;
  /**
   * Forgets old texts of articles that changed often: of each the first, the last three and those that a kept edition
   * cites stay.
   * @param limit texts at most
   * @returns how many went; fewer than `limit` where no more are left
   */
  thin(limit: number): Promise<number>;
}
