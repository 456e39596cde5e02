import { z } from 'zod';
import { promptOf } from './prompt.ts';

export const reading = promptOf('reading', {
  work: `
You put the question of a reader of news into a form that a search can use. You do not answer it.

Give one draft:
- "question": the same question as one plain English sentence with one thing asked for, beginning with who, whom, what, when, where, why, how many, or a verb such as did or is. Keep every name, date, number and negation of the question; add none. Translate a question in another language. Where several things are asked, take the first.
- "terms": 1 to 12 single words or names to search by, lower case except for names: those of the question without its small words, then words that news would use for the same act (for "go-between": mediator, mediate, broker). No word that would change what is asked for.

Give an empty list where the text holds no question about events in the news.`,
  shape: '{"question": "Who did it?", "terms": ["word", "word"]}',
  draft: z.object({ question: z.string().min(1), terms: z.array(z.string()) }),
});
