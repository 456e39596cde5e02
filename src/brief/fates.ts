import { type Brief, type Disagreement, ownWords, type Reading, type Statement } from '../domain/brief.ts';
import { isNonEmpty } from '../domain/citation.ts';
import type { Change } from '../domain/delivery.ts';
import { type Lost, lostOf } from './cited-words.ts';
import type { BriefArchive } from './edition.ts';
import { disagreementsOf, restated, statementsOf } from './present.ts';

/** What has become of something that was sent, and what stands in its place; without that nothing can. */
interface Fate<Item> {
  readonly instead?: Item;
  readonly change: Change;
}

/** By the text of what was sent. */
export interface Fates {
  readonly statements: ReadonlyMap<string, Fate<Statement>>;
  readonly disagreements: ReadonlyMap<string, Fate<Disagreement>>;
}

/**
 * Sentences and disagreements of an edition that do not stand any more as they were sent.
 * @param confirmed sentences that were confirmed as wrong
 */
export async function fatesOf(
  archive: BriefArchive,
  brief: Brief,
  present: Brief,
  confirmed: ReadonlySet<string>,
): Promise<Fates> {
  const disagreements = new Map<string, Fate<Disagreement>>();
  for (const one of disagreementsOf(brief)) {
    const fate = await fateOfDisagreement(archive, one);
    if (fate !== undefined) disagreements.set(one.text, fate);
  }
  const statements = new Map<string, Fate<Statement>>();
  for (const one of statementsOf(brief)) {
    if (statements.has(one.text)) continue;
    const fate = confirmed.has(ownWords(one)) ? withdrawn(one, WRONG) : await fateOf(archive, one, present, confirmed);
    if (fate !== undefined) statements.set(one.text, fate);
  }
  return { statements, disagreements };
}

const WRONG = 'a reader marked it as wrong, and whoever runs Détente confirmed that';

function withdrawn({ text }: { readonly text: string }, why: string): { readonly change: Change } {
  return { change: { statement: text, reason: `Withdrawn: ${why}.`, readings: [] } };
}

/** Of a sentence that lost any of its words nobody can say what the others hold: it is told anew, or not at all. */
async function fateOf(
  archive: BriefArchive,
  statement: Statement,
  present: Brief,
  confirmed: ReadonlySet<string>,
): Promise<Fate<Statement> | undefined> {
  const lost = await lostOf(archive, statement.citations);
  if (lost === undefined) return undefined;
  const instead = await restated(archive, statement, present);
  if (instead === undefined || confirmed.has(instead.text)) return withdrawn(statement, lost.why);
  if (instead.text === ownWords(statement)) return { instead, change: restsOnLess(statement, lost) };
  const { text, citations } = instead;
  const reason = `Told anew: ${lost.why}. The edition says now:`;
  return { instead, change: { statement: statement.text, reason, readings: [{ text, citations }] } };
}

function restsOnLess({ text }: { readonly text: string }, { why }: Lost): Change {
  return { statement: text, reason: `It rests on less than it did: ${why}.`, readings: [] };
}

/** A reading stands as long as any of its words do, a disagreement as long as two readings do. */
async function fateOfDisagreement(
  archive: BriefArchive,
  disagreement: Disagreement,
): Promise<Fate<Disagreement> | undefined> {
  const lost: Lost[] = [];
  const left: Reading[] = [];
  for (const reading of disagreement.readings) {
    const gone = await lostOf(archive, reading.citations);
    if (gone !== undefined) lost.push(gone);
    const citations = gone?.left ?? reading.citations;
    if (isNonEmpty(citations)) left.push({ ...reading, citations });
  }
  const [first] = lost;
  if (first === undefined) return undefined;
  const [one, other, ...more] = left;
  if (one === undefined || other === undefined) return withdrawn(disagreement, first.why);
  return { instead: { ...disagreement, readings: [one, other, ...more] }, change: restsOnLess(disagreement, first) };
}
