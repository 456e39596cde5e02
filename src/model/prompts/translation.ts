import { z } from 'zod';
import { numberOfThing, promptOf } from './prompt.ts';

export const translation = promptOf('translation', {
  work: `
You translate numbered sentences of a news brief into the language that the document names.

For each sentence give one draft with its id and the translation, in plain written language as a news agency of that language would print it. Say exactly what the sentence says: no more, no less, nothing explained, nothing softened or sharpened.
- Numbers are written in digits 0 to 9. Dates keep day, month and year.
- Names of states, their nationalities, the United Nations and the European Union are written as that language writes them. All other names (of persons, parties, groups, bodies, cities and capitals, places, outlets) stay in the letters in which they are given.
- Who acts is named before what is acted upon, in the order of the sentence. Parts between semicolons stay parts between semicolons.
- Words in quotation marks stay in their own language, as they stand.
- Negations, modals ("may", "must", "will") and who says, denies or claims something are kept.
- No note, no second version, no transliteration in brackets, no links, no markup, no invisible signs for the direction of writing.

Leave out a sentence that you cannot translate in this way. One draft for an id at most.`,
  shape: '{"id": 1, "text": "sentence 1 in that language"}',
  draft: z.object({ id: numberOfThing, text: z.string().min(1) }),
});
