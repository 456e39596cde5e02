import type { BriefDefinition, Section, Unknown } from '../domain/brief.ts';
import { verified } from '../verify/citation.ts';
import { type BriefArchive, type Edition, markedEvents } from './edition.ts';
import { lazySentences } from './silence.ts';
import { unknownsOf } from './unknowns.ts';

/** The sections on what stands: offers and channels, disagreements, what is next, what is not known. */
export async function standingSections(
  archive: BriefArchive,
  definition: BriefDefinition,
  edition: Edition,
): Promise<Section[]> {
  const heading = (id: Section['id']) => definition.sections.find((section) => section.id === id)?.heading;
  const unknown = heading('unknown');
  return unknown === undefined ? [] : [{ id: 'unknown', heading: unknown, items: await unknownsIn(archive, edition) }];
}

async function unknownsIn(archive: BriefArchive, edition: Edition): Promise<Unknown[]> {
  const unknowns = await unknownsOf(markedEvents(edition), edition.situation, lazySentences(archive));
  return verified(archive, unknowns, (item) => item.nearest);
}
