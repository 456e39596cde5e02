import { z } from 'zod';
import { numberOfThing, promptOf } from './prompt.ts';

export const translation = promptOf('translation', {
  work: `
You translate numbered sentences of a news brief into the language that the document names.

For each sentence give one draft with its id and the translation, in plain written language as a news agency of that language would print it. Say exactly what the sentence says: no more, no less, nothing explained, nothing softened or sharpened.
- Numbers keep their digits 0 to 9 as they are written. Dates keep day, month and year.
- Names of states, their capitals and their nationalities are written as that language writes them. All other names (of persons, parties, groups, places, outlets) stay in the letters in which they are given.
- Negations, modals ("may", "must", "will") and who says, denies or claims something are kept.
- No note, no second version, no transliteration in brackets, no links, no markup, no invisible signs for the direction of writing.

Leave out a sentence that you cannot translate in this way. One draft for an id at most.`,
  shape: '{"id": 1, "text": "sentence 1 in that language"}',
  draft: z.object({ id: numberOfThing, text: z.string().min(1) }),
});
