import { z } from 'zod';
import { numberOfThing, promptOf, wordingRules } from './prompt.ts';

export const wording = promptOf('wording', {
  work: `
You word statements of a news brief so that they read well. Each statement has an id, a text made by rule, and the quotes of articles that carry it.

For each statement write one sentence that says the same as its text, from its quotes: in the active voice where the quote names the actor, in the past tense for what happened, without filler, and in the verbs and nouns of the quote. Take each statement for itself; do not join two, and do not use what stands in another one. What the text says of when, of who says so and of how sure it is stays in the sentence.

Leave a statement out where you cannot word it better without adding or losing something. One draft for an id at most.

${wordingRules}`,
  shape: '{"id": 1, "text": "statement 1 in one sentence"}',
  draft: z.object({ id: numberOfThing, text: z.string().min(1) }),
});
