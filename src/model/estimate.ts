import type { ModelUse, Task, TaskKind } from '../domain/model.ts';

/** In English a token has about four; a reservation is better too large than too small. */
const SIGNS_A_TOKEN = 3;
/** Instructions and the form of the reply stand beside what is given. */
const INSTRUCTIONS = 1_000;

/** Tokens that replies take, thoughts included, but for a few. The server is told to end at 8,000 (`openai.ts`). */
const MOST_OUTPUT: Readonly<Record<TaskKind, number>> = {
  answer: 3_000,
  wording: 3_000,
  translation: 4_000,
  reading: 1_000,
  judgement: 1_000,
  events: 4_000,
};

/** What a call may take, reckoned before it is made. */
export function estimateOf(task: Task): ModelUse {
  const signs = JSON.stringify(task).length;
  return {
    inputTokens: Math.ceil(signs / SIGNS_A_TOKEN) + INSTRUCTIONS,
    outputTokens: MOST_OUTPUT[task.kind],
    estimated: true,
  };
}
