import { z } from 'zod';
import { numberOfThing, promptOf } from './prompt.ts';

export const judgement = promptOf('judgement', {
  work: `
You check claims against quotes. Each claim has an id, a text, and the quotes that it is said to rest on. You have nothing else, and what you know of the matter does not count.

Give one draft for each claim. "supported" is true only where the quotes together say the whole of the claim: the same actor, the same act, the same target, the same numbers, dates and places, the same negation, the same degree of certainty, and the same owner of what is said. It is false where a part is missing, stronger, more certain or more exact than in the quotes, where a claim of somebody has become a fact, where something planned, offered or threatened has become something done, or where you are in doubt.`,
  shape: '{"id": 1, "supported": true}',
  draft: z.object({ id: numberOfThing, supported: z.boolean() }),
});
