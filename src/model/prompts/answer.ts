import { z } from 'zod';
import { numberOfThing, promptOf, wordingRules } from './prompt.ts';

export const answer = promptOf('answer', {
  work: `
You answer a question from numbered sentences of news articles, and from nothing else. Each sentence has an id and words; outlet and date of its article may stand beside it.

Give 1 to 6 claims that answer the question, the most direct first. Each claim is a sentence of yours with the quotes that carry it: the id of a sentence and words copied from that sentence letter by letter, with its punctuation, long enough to hold the actor, the act and all that the claim says. A claim may rest on several quotes; then each part of it must stand in one of them.

Where the sentences do not answer the question, give an empty list. It is better to give nothing than something near: another actor, another day, another act, or the right topic without the thing asked for, is no answer. Where the question takes for granted what no sentence says, do not answer as if it were so. Where sentences contradict each other, give each reading as a claim of its own. Do not give the same claim twice.

${wordingRules}`,
  shape: '{"text": "a claim", "quotes": [{"id": 1, "quote": "words copied from sentence 1"}]}',
  draft: z.object({
    text: z.string().min(1),
    quotes: z.array(z.object({ id: numberOfThing, quote: z.string().min(1) })).min(1),
  }),
});
